"""What finds withheld names however they are written, and tells protections written under another word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from generator.lexicon.loading import Record, read_record
from generator.reading.seen import Reader

_Words = Annotated[tuple[str, ...], Field(min_length=1)]


class Properties(Record):
    """withholding/unicode.yml: properties of characters as ranges of code points."""

    ignorable: str
    terminal: str


class NameWords(Record):
    """withholding/names.yml."""

    alike: tuple[_Words, ...]
    latin: Mapping[str, _Words]
    styled: _Words


class ProtectionWords(Record):
    """withholding/protection.yml: how words begin by which people mean a key of protection, and their yes and no."""

    publish: _Words
    hidden: _Words
    withdrawn: _Words
    withhold: _Words
    agree: _Words
    refuse: _Words


@dataclass(frozen=True, eq=False)
class Withholding:
    """How names are seen and written, and protections meant; `alike` and the letters of `latin` are folded."""

    reader: Reader
    alike: tuple[tuple[str, ...], ...]
    latin: Mapping[str, tuple[str, ...]]
    protection: ProtectionWords
    styled: frozenset[str]


def load_withholding(data: Path) -> Withholding:
    """withholding/*.yml. Raises LexiconError."""
    folder = data / "language/withholding"
    properties = read_record(folder / "unicode.yml", Properties)
    names = read_record(folder / "names.yml", NameWords)
    protection = read_record(folder / "protection.yml", ProtectionWords)
    reader = Reader(_characters(properties.ignorable), _characters(properties.terminal))
    return Withholding(
        reader,
        tuple(tuple("".join(reader.words(word)) for word in group) for group in names.alike),
        {"".join(reader.words(letter)): spelled for letter, spelled in names.latin.items()},
        protection,
        frozenset(names.styled),
    )


def _characters(ranges: str) -> Iterable[str]:
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))
