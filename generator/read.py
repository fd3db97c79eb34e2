"""Reads a dossier folder: bytes to sources, sidecars and problems; the only place where seeds are opened.

Invariant: a seed's text is decoded, loses a BOM, gets LF line ends, and nothing else happens to it.
"""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.model import Problem, Source

SEED_SUFFIX = ".txt"
SIDECAR_SUFFIXES = (".yml", ".yaml")
DOSSIER_FILE = "dossier.yml"

# Scraped pages run to some hundred kilobytes; far above that a file is something else, and slow for every reader.
LARGEST_SEED = 4_000_000


@dataclass(frozen=True)
class Folder:
    """What lies in a dossier: seeds as read, sidecars as text by file name, the dossier's settings as text."""

    sources: tuple[Source, ...]
    sidecars: tuple[tuple[str, str], ...]
    settings: str | None
    problems: tuple[Problem, ...]


def read_folder(folder: Path) -> Folder:
    """Every seed and sidecar of a folder, sorted by name. Errors in one file never cost another."""
    paths = sorted((p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")), key=lambda p: p.name)
    read = [read_seed(p) for p in paths if p.suffix == SEED_SUFFIX]
    texts = {p.name: _decode(p.read_bytes()) for p in paths if p.suffix in SIDECAR_SUFFIXES}
    undecodable = tuple(Problem("error", name, None, "sidecar-undecodable") for name, t in texts.items() if t is None)
    sidecars = tuple((name, t[0]) for name, t in texts.items() if t is not None and name != DOSSIER_FILE)
    settings = texts.get(DOSSIER_FILE)
    return Folder(
        tuple(s for s in read if isinstance(s, Source)),
        sidecars,
        settings[0] if settings else None,
        tuple(p for p in read if isinstance(p, Problem)) + undecodable,
    )


def read_seed(path: Path) -> Source | Problem:
    """One seed, or the problem that keeps it from being read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return Problem("error", path.name, None, "seed-unreadable", (("reason", error.strerror or str(error)),))
    return parse_seed(path.name, data)


def read_sidecar(seed: Path) -> tuple[str, str] | None:
    """The name and text of the sidecar beside a seed; None where there is none that can be read."""
    for suffix in SIDECAR_SUFFIXES:
        path = seed.with_suffix(suffix)
        if path.is_file():
            decoded = _decode(path.read_bytes())
            return (path.name, decoded[0]) if decoded else None
    return None


def parse_seed(name: str, data: bytes) -> Source | Problem:
    """The bytes of a seed as a source; a problem when they are no text."""
    if len(data) > LARGEST_SEED:
        return Problem("error", name, None, "seed-too-large", (("size", str(len(data))),))
    decoded = _decode(data)
    if decoded is None:
        return _undecodable(name, data)
    text, encoding = decoded
    return Source(name, hashlib.sha256(data).hexdigest(), encoding, text)


def _undecodable(name: str, data: bytes) -> Problem:
    damage = _damage(data)
    if damage is None:
        return Problem("error", name, None, "seed-undecodable")
    return Problem("error", name, damage, "seed-damaged", (("first", str(damage)),))


def _damage(data: bytes) -> int | None:
    """The first line whose bytes are not UTF-8, in a file that otherwise is; None for another encoding.

    A scrape cut in mid-character must not be taken for windows-1256, where every byte means something.
    """
    text = data.decode("utf-8", errors="replace")
    at = text.find("\ufffd")
    letters = sum(c > "\x7f" for c in text)
    return None if at < 0 or text.count("\ufffd") * _UTF8_DAMAGE_SHARE > letters else text.count("\n", 0, at) + 1


def _decode(data: bytes) -> tuple[str, str] | None:
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
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _windows(data: bytes) -> tuple[str, str] | None:
    """windows-1256 maps every byte to something, so it is believed only when the outcome reads as Arabic."""
    decoded = _strictly(data, "cp1256")
    if decoded is None or _damage(data) is not None:
        return None
    letters = [c for c in decoded[0] if c.isalpha()]
    arabic = sum("\u0621" <= c <= "\u064a" for c in letters)
    controls = sum(c < " " and c not in "\n\t\x0c" for c in decoded[0])
    return decoded if letters and arabic / len(letters) > _ARABIC_SHARE and not controls else None


# One broken character in ten is damage; windows-1256 read as UTF-8 breaks at nearly every letter.
_UTF8_DAMAGE_SHARE = 10

# Latin letters of furniture beside Arabic text stay below half; random bytes give about a third of Arabic letters.
_ARABIC_SHARE = 0.5
