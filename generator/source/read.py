"""Reads a dossier folder: bytes to sources, sidecars and problems; the only place where seeds are opened.

Invariant: a seed's text is decoded, loses a BOM, gets LF line ends and the repairs that are listed with it, and nothing
else happens to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model import Level, Problem, Source
from generator.model.addresses import SIGN, stem_of
from generator.model.kept import NOTHING_KEPT, Kept
from generator.reading.files import LARGEST_FILE, decode, is_arabic, printable, read_bytes, too_large
from generator.source.beside import (
    folder_meant,
    is_about,
    is_asked_for,
    is_hidden_by_habit,
    is_of_a_repository,
    is_page_by_hand,
    means_settings,
    place_meant,
)
from generator.source.coding import coded_source, source_from
from generator.source.formats.apart import Apart
from generator.source.formats.dumps import dump_in
from generator.source.formats.reading import Refusal
from generator.source.formats.registry import SUFFIXES, is_seed, read_as, room_of

SIDECAR_SUFFIXES = (".yml", ".yaml")
DOSSIER_FILE = "dossier.yml"
_SOURCES = "source"

LARGEST_SEED = LARGEST_FILE
# A page of news has some hundred lines, a paragraph some thousand characters: what has a thousand times that is none.
MOST_LINES = 250_000
LONGEST_LINE = 1_000_000


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


def read_folder(
    folder: Path, limits: Callable[[str | None], Limits] = lambda _: USUAL, kept: Kept = NOTHING_KEPT
) -> Folder:
    """Every seed and sidecar of a folder, sorted by name. Errors in one file never cost another.

    `limits` tells from the text of its settings how much a seed may hold; `kept` are seeds that were decoded earlier.
    """
    paths = sorted(folder.iterdir(), key=lambda p: p.name)
    named = [p for p in paths if printable(p.name) == p.name and not p.name.startswith(".")]
    texts = {p.name: _text(p) for p in named if _is_sidecar(p) and not means_settings(p.name, DOSSIER_FILE)}
    settings = _of_settings(texts.pop(DOSSIER_FILE, None))
    said = settings if isinstance(settings, str) else None
    most = limits(said)
    with Apart() as apart:
        seeds = {p.name: _seed(p, most, apart, kept) for p in named if _is_text(p)}
    read = [seed for name, seed in seeds.items() if _is_meant(name, seed)]
    pages = [name for name, seed in seeds.items() if not is_asked_for(name) and not _is_no_page(name, seed)]
    return Folder(
        tuple(s for s in read if isinstance(s, Source)),
        tuple((name, found if isinstance(found, str) else None) for name, found in texts.items()),
        said,
        (
            *(p for p in (*read, *texts.values(), settings) if isinstance(p, Problem)),
            *filter(None, map(_passed_over, paths)),
            *(Problem("warning", name, None, "misplaced", (("place", f"pages/{name}"),)) for name in pages),
        ),
    )


def _of_settings(read: str | Problem | None) -> str | Problem | None:
    """What was read of the settings; that they are no text is told as theirs."""
    undecodable = isinstance(read, Problem) and read.rule == "sidecar-undecodable"
    return Problem("error", DOSSIER_FILE, None, "settings-undecodable") if undecodable else read


def seeds_in(folder: Path) -> list[Path]:
    """What in a folder is called as seeds are, sorted by name."""
    return sorted(path for path in folder.iterdir() if is_seed(path.name))


def is_dossier(folder: Path) -> bool:
    """True for a folder with a text in it, or with settings that say that it is to be a dossier."""
    texts = (p for p in folder.iterdir() if _is_text(p) and not p.name.startswith(".") and not is_asked_for(p.name))
    return (
        any(not is_page_by_hand(p.name) or _is_no_page(p.name, read_seed(p)) for p in texts)
        or (folder / DOSSIER_FILE).is_file()
    )


def _is_text(path: Path) -> bool:
    return is_seed(path.name) and not is_about(path.name) and not means_settings(path.name, DOSSIER_FILE)


def _is_meant(name: str, read: Source | Problem) -> bool:
    """False for a file that lies there for programs, such as requirements.txt, unless it reads as an article."""
    return _is_no_page(name, read) and (not is_asked_for(name) or (isinstance(read, Source) and is_arabic(read.text)))


def _is_no_page(name: str, read: Source | Problem) -> bool:
    """False for what is written in Markdown and is not Arabic: most projects hold such pages for their own people."""
    return not is_page_by_hand(name) or not isinstance(read, Source) or is_arabic(read.text)


def _passed_over(path: Path) -> Problem | None:
    """The problem of what lies in a dossier and was not read."""
    meant = folder_meant(path.name) if path.is_dir() else ""
    if meant:
        return Problem("error", printable(path.name), None, "folder-misnamed", (("nearest", meant),))
    records = _records(path)
    if records:
        return records
    rule = _unread(path)
    if rule in ("seed-folder", "seed-misnamed"):
        return _misplaced(path, rule)
    return Problem(_GRAVE.get(rule, "note"), printable(path.name), None, rule) if rule else None


# What programs exchange; in a dossier it was meant as articles where it reads as Arabic.
_RECORDS = frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xml", ".rss"})


def _records(path: Path) -> Problem | None:
    """The problem of a file of records that may be articles."""
    if path.suffix.lower() not in _RECORDS or path.is_dir() or printable(path.name) != path.name:
        return None
    data = read_bytes(path)
    read = None if isinstance(data, Problem) else decode(data)
    found = dump_in(read[0]) if read and is_arabic(read[0]) else None
    return Problem("error", path.name, found.line, found.rule, found.values) if found else None


# Settings that were not used change the whole site.
_GRAVE: Mapping[str, Level] = {"settings-misnamed": "error"}


def _misplaced(path: Path, rule: str) -> Problem:
    """The problem of what is neither a text nor known by its name: where it belongs, as far as that shows."""
    name, place = printable(path.name), place_meant(path.name, path.is_dir())
    if place:
        return Problem("warning", name, None, "misplaced", (("place", place),))
    return Problem("note", name, None, rule, (("formats", ", ".join(SUFFIXES)),))


# What a build leaves in a folder of pages from its first moment, before there is a page.
_BEGUN = ".mujaz*"


def _unread(path: Path) -> str | None:
    """Why a file was passed over, as a rule of problems; None for what was read or is no concern of a dossier's."""
    if printable(path.name) != path.name:
        return "seed-name"
    if path.name.startswith("."):
        return None if is_hidden_by_habit(path.name) else "seed-dotted"
    if means_settings(path.name, DOSSIER_FILE):
        return "settings-misnamed"
    if is_seed(path.name) or _is_sidecar(path) or is_of_a_repository(path.name):
        return None
    if not path.is_dir():
        return "seed-misnamed"
    return None if (path / SIGN).is_file() or any(path.glob(_BEGUN)) else "seed-folder"


def _is_sidecar(path: Path) -> bool:
    """True for any spelling of the suffix: a sidecar that is passed over protects nobody."""
    return path.suffix.lower() in SIDECAR_SUFFIXES


def read_sidecars(folder: Path) -> tuple[tuple[str, str | None], ...]:
    """The names and texts of a folder's sidecars alone, None for a text that cannot be read."""
    sidecars = (p for p in folder.iterdir() if _is_sidecar(p) and not means_settings(p.name, DOSSIER_FILE))
    paths = sorted(p for p in sidecars if p.name != DOSSIER_FILE)
    texts = ((printable(p.name), _text(p)) for p in paths)
    return tuple((name, text if isinstance(text, str) else None) for name, text in texts)


def read_settings(folder: Path) -> str | None:
    """The text of a folder's settings; None where there are none that can be read."""
    path = folder / DOSSIER_FILE
    text = _text(path) if path.exists() else None
    return text if isinstance(text, str) else None


def read_seed(path: Path, limits: Limits = USUAL, apart: Apart | None = None) -> Source | Problem:
    """One seed, or the problem that keeps it from being read; `apart` parses what is not parsed here."""
    data = read_bytes(path, limits.size * room_of(path.name))
    return data if isinstance(data, Problem) else parse_seed(printable(path.name), data, limits, apart)


def _seed(path: Path, limits: Limits, apart: Apart, kept: Kept) -> Source | Problem:
    """A seed as it was decoded from the same bytes, under the same name and limits, or as it is now."""
    data, name = read_bytes(path, limits.size * room_of(path.name)), printable(path.name)
    if isinstance(data, Problem):
        return data
    key = f"{hashlib.sha256(data).hexdigest()} {limits} {name}"
    known = source_from(kept.get(_SOURCES, key))
    if known:
        return known
    found = parse_seed(name, data, limits, apart)
    if isinstance(found, Source):
        kept.put(_SOURCES, key, coded_source(found))
    return found


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes; empty for a file that cannot be opened."""
    data = read_bytes(path, LARGEST_SEED * room_of(path.name))
    return "" if isinstance(data, Problem) else hashlib.sha256(data).hexdigest()


def read_sidecar(seed: Path) -> tuple[str, str | None] | None:
    """The name and text of the sidecar beside a seed, None for a text that cannot be read; None where there is none."""
    for suffix in SIDECAR_SUFFIXES:
        path = seed.with_name(stem_of(seed.name) + suffix)
        if path.exists() or path.is_symlink():
            text = _text(path)
            return printable(path.name), text if isinstance(text, str) else None
    return None


def parse_seed(name: str, data: bytes, limits: Limits = USUAL, apart: Apart | None = None) -> Source | Problem:
    """The bytes of a seed as a source; a problem when they are no text, or more than a seed may hold."""
    most = limits.size * room_of(name)
    if len(data) > most:
        return too_large(name, len(data), most)
    if apart is None:
        with Apart() as own:
            return parse_seed(name, data, limits, own)
    form, read = read_as(name, data, apart)
    if isinstance(read, Refusal):
        return Problem("error", name, read.line, read.rule, read.values)
    digested = hashlib.sha256(data).hexdigest()
    source = Source(name, digested, read.encoding, read.text, None, form, read.repairs, read.declared)
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


def _text(path: Path) -> str | Problem:
    """A sidecar's text, or the problem that keeps it from being read."""
    data = read_bytes(path)
    if isinstance(data, Problem):
        return data
    read = decode(data)
    return read[0] if read else Problem("error", printable(path.name), None, "sidecar-undecodable")
