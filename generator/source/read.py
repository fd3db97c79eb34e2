"""Reads a dossier folder: bytes to sources, sidecars and problems; the only place where seeds are opened.

Invariant: a seed's text is decoded, loses a BOM, gets LF line ends, and nothing else happens to it.
"""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from generator.model import Problem, Source

SEED_SUFFIX = ".txt"
SIDECAR_SUFFIXES = (".yml", ".yaml")
DOSSIER_FILE = "dossier.yml"

# Scraped pages run to some hundred kilobytes; far above that a file is something else, and slow for every reader.
LARGEST_SEED = 4_000_000
# A page of news has some hundred lines, a paragraph some thousand characters: what has a thousand times that is none.
MOST_LINES = 250_000
LONGEST_LINE = 1_000_000


# What else may lie in a dossier without being taken for a misnamed article.
_BESIDE = ("readme", "license", "licence")
# What systems and this program put into folders, whose names begin with a dot.
_HOUSEKEEPING = (".git", ".ds_store", ".mujaz")


@dataclass(frozen=True)
class Limits:
    """How much a seed may hold: bytes, lines, characters in a line."""

    size: int = LARGEST_SEED
    lines: int = MOST_LINES
    line: int = LONGEST_LINE


USUAL = Limits()


@dataclass(frozen=True)
class Folder:
    """What lies in a dossier: seeds as read, sidecars as text by file name, the dossier's settings as text.

    A sidecar that cannot be read has None for its text: it may hold a name back, so its article must not go out.
    """

    sources: tuple[Source, ...]
    sidecars: tuple[tuple[str, str | None], ...]
    settings: str | None
    problems: tuple[Problem, ...]


def read_folder(folder: Path, limits: Callable[[str | None], Limits] = lambda _: USUAL) -> Folder:
    """Every seed and sidecar of a folder, sorted by name. Errors in one file never cost another.

    `limits` tells from the text of its settings how much a seed may hold.
    """
    paths = sorted(folder.iterdir(), key=lambda p: p.name)
    named = [p for p in paths if printable(p.name) == p.name and not p.name.startswith(".")]
    texts = {p.name: _text(p) for p in named if _is_sidecar(p)}
    settings = texts.pop(DOSSIER_FILE, None)
    said = settings if isinstance(settings, str) else None
    most = limits(said)
    read = [read_seed(p, most) for p in named if p.suffix == SEED_SUFFIX]
    return Folder(
        tuple(s for s in read if isinstance(s, Source)),
        tuple((name, found if isinstance(found, str) else None) for name, found in texts.items()),
        said,
        (
            *(p for p in (*read, *texts.values(), settings) if isinstance(p, Problem)),
            *(Problem("note", printable(p.name), None, rule) for p in paths if (rule := _unread(p))),
        ),
    )


def is_dossier(folder: Path) -> bool:
    """True for a folder with a text in it, or with settings that say that it is to be a dossier."""
    return (
        any(p.suffix == SEED_SUFFIX and not p.name.startswith(".") for p in folder.iterdir())
        or (folder / DOSSIER_FILE).is_file()
    )


def _unread(path: Path) -> str | None:
    """Why a file was passed over, as a rule of problems; None for what was read or is no concern of a dossier's."""
    if printable(path.name) != path.name:
        return "seed-name"
    if path.name.startswith("."):
        return None if path.name.lower().startswith(_HOUSEKEEPING) else "seed-dotted"
    if path.suffix == SEED_SUFFIX or _is_sidecar(path) or path.stem.lower() in _BESIDE:
        return None
    return "seed-folder" if path.is_dir() else "seed-misnamed"


def _is_sidecar(path: Path) -> bool:
    """True for any spelling of the suffix: a sidecar that is passed over protects nobody."""
    return path.suffix.lower() in SIDECAR_SUFFIXES


def read_sidecars(folder: Path) -> tuple[tuple[str, str | None], ...]:
    """The names and texts of a folder's sidecars alone, None for a text that cannot be read."""
    paths = sorted(p for p in folder.iterdir() if _is_sidecar(p) and p.name != DOSSIER_FILE)
    texts = ((printable(p.name), _text(p)) for p in paths)
    return tuple((name, text if isinstance(text, str) else None) for name, text in texts)


def printable(name: str) -> str:
    """A file's name as it can be written anywhere: bytes that are no UTF-8 stand as question marks."""
    return name.encode("utf-8", "replace").decode()


def read_settings(folder: Path) -> str | None:
    """The text of a folder's settings; None where there are none that can be read."""
    path = folder / DOSSIER_FILE
    text = _text(path) if path.exists() else None
    return text if isinstance(text, str) else None


def read_seed(path: Path, limits: Limits = USUAL) -> Source | Problem:
    """One seed, or the problem that keeps it from being read."""
    data = read_bytes(path, limits.size)
    return data if isinstance(data, Problem) else parse_seed(printable(path.name), data, limits)


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes; empty for a file that cannot be opened."""
    data = read_bytes(path)
    return "" if isinstance(data, Problem) else hashlib.sha256(data).hexdigest()


def read_sidecar(seed: Path) -> tuple[str, str | None] | None:
    """The name and text of the sidecar beside a seed, None for a text that cannot be read; None where there is none."""
    for suffix in SIDECAR_SUFFIXES:
        path = seed.with_suffix(suffix)
        if path.exists() or path.is_symlink():
            text = _text(path)
            return printable(path.name), text if isinstance(text, str) else None
    return None


def read_bytes(
    path: Path, most: int = LARGEST_SEED, home: Path | None = None, file: str | None = None
) -> bytes | Problem:
    """What a file holds; `home` is the folder that no link may lead out of, its own where none is given, and `file`
    its name for problems. Anything but a regular file, such as a pipe, would keep the build waiting.
    """
    name = file or printable(path.name)
    if _strays(path, home or path.parent):
        return Problem("error", name, None, "link-outside")
    try:
        status = path.stat()
        if status.st_size > most:
            return _too_large(name, status.st_size, most)
        if not S_ISREG(status.st_mode):
            return Problem("error", name, None, "seed-unreadable", (("reason", "not a regular file"),))
        return path.read_bytes()
    except OSError as error:
        return Problem("error", name, None, "seed-unreadable", (("reason", error.strerror or str(error)),))


def _strays(path: Path, folder: Path) -> bool:
    """True for a link that leads out of a folder, or to what is hidden in it: nobody put that there to be published.

    A hard link cannot be told from the file itself.
    """
    if not path.is_symlink():
        return False
    home, end = Path(os.path.realpath(folder)), Path(os.path.realpath(path))
    return not end.is_relative_to(home) or any(part.startswith(".") for part in end.relative_to(home).parts)


def _text(path: Path) -> str | Problem:
    """A sidecar's text, or the problem that keeps it from being read."""
    data = read_bytes(path)
    if isinstance(data, Problem):
        return data
    decoded = decode(data)
    return decoded[0] if decoded else Problem("error", printable(path.name), None, "sidecar-undecodable")


def _too_large(name: str, size: int, most: int) -> Problem:
    return Problem("error", name, None, "seed-too-large", (("size", str(size)), ("most", str(most))))


def parse_seed(name: str, data: bytes, limits: Limits = USUAL) -> Source | Problem:
    """The bytes of a seed as a source; a problem when they are no text, or more than a seed may hold."""
    if len(data) > limits.size:
        return _too_large(name, len(data), limits.size)
    decoded = decode(data)
    if decoded is None:
        return _undecodable(name, data)
    text, encoding = decoded
    source = Source(name, hashlib.sha256(data).hexdigest(), encoding, text)
    return _beyond(source, limits) or source


def _beyond(source: Source, limits: Limits) -> Problem | None:
    """What is too much of a text, with the first line that is; it is not cut, for nothing of a seed may be lost."""
    count, lengths = len(source.lines), (len(line) for line in source.lines)
    if count > limits.lines:
        values = (("count", str(count)), ("most", str(limits.lines)))
        return Problem("error", source.name, limits.lines + 1, "seed-too-many-lines", values)
    long = next(((at, length) for at, length in enumerate(lengths, start=1) if length > limits.line), None)
    if long is None:
        return None
    return Problem(
        "error", source.name, long[0], "seed-long-line", (("length", str(long[1])), ("most", str(limits.line)))
    )


def _undecodable(name: str, data: bytes) -> Problem:
    damage = _damage(data)
    if damage is None:
        return Problem("error", name, None, "seed-undecodable")
    return Problem("error", name, damage, "seed-damaged", (("first", str(damage)),))


def _damage(data: bytes) -> int | None:
    """The first line whose bytes are not UTF-8 text, in a file that otherwise is; None for another encoding.

    A scrape cut in mid-character must not be taken for windows-1256, where every byte means something.
    """
    text = _line_feeds(data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace"))
    broken, zeros = text.count("\ufffd"), text.count("\x00")
    letters = sum(c > "\x7f" for c in text)
    if not broken + zeros or broken > letters * _UTF8_DAMAGE_SHARE or zeros > len(text) * _ZERO_SHARE:
        return None
    return text.count("\n", 0, min(at for at in (text.find("\ufffd"), text.find("\x00")) if at >= 0)) + 1


def decode(data: bytes) -> tuple[str, str] | None:
    """The text of some bytes with line feeds for line ends, and its encoding; None where they are no text."""
    for bom, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(bom):
            return _strictly(data[len(bom) :], encoding)
    return _strictly(data, "utf-8") or _windows(data)


def _strictly(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\x00" in text:
        return None
    return _line_feeds(text), encoding


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _windows(data: bytes) -> tuple[str, str] | None:
    """windows-1256 maps every byte to something, so it is believed only when the outcome reads as Arabic."""
    decoded = _strictly(data, "cp1256")
    if decoded is None or _damage(data) is not None:
        return None
    letters = [c for c in decoded[0] if c.isalpha()]
    arabic = sum("\u0621" <= c <= "\u064a" for c in letters)
    controls = sum(c < " " and c not in "\n\t\x0c" for c in decoded[0])
    return decoded if letters and arabic / len(letters) > _ARABIC_SHARE and not controls else None


# UTF-8 with damage keeps most of its letters; windows-1256 read as UTF-8 breaks at nearly every one.
_UTF8_DAMAGE_SHARE = 0.5

# A zero or two may slip into a text; every space of UTF-16 without a BOM holds one.
_ZERO_SHARE = 0.05

# Latin letters of furniture beside Arabic text stay below half; random bytes give about a third of Arabic letters.
_ARABIC_SHARE = 0.5
