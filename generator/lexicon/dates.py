"""The words of dates: months by family, weekdays, ordinals, what holds a date together, and cues near dates.

Invariant: a word has one part in a date and one value, whatever family names it; a clash is a LexiconError.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from generator.lexicon.furniture import Reason
from generator.lexicon.loading import LexiconError, R, Record, read_record, read_yaml, records, to_record
from generator.reading.letters import bare, key
from generator.reading.match import Phrasebook

# A letter a part: dates are recognised by regular expressions over strings of these.
PARTS: Mapping[str, str] = {
    "of": "o", "year": "a", "month": "s", "agreeing": "v", "past": "r", "coming": "f", "current": "c", "edge": "e",
    "lead": "i", "between": "b", "until": "u", "and": "&", "this": "T", "hijri": "q", "anno": "m", "gregorian": "g",
    "suffix": "t", "half": "A", "naming": "N",
}  # fmt: skip
MONTH, HIJRI_MONTH, WEEKDAY, ORDINAL, RELATIVE, OTHER = "M", "U", "W", "O", "R", "x"


class MonthFamily(Record):
    """The twelve names, with variants, of one region."""

    why: str
    calendar: Literal["gregorian", "hijri"]
    names: dict[int, tuple[str, ...]]
    homographs: tuple[str, ...] = ()
    numbered: dict[str, dict[int, int]] = Field(default_factory=dict)


class Numbered(Record):
    """Words by number: weekdays, ordinals, days from today. `not_before`: words that make the first one mean nothing;
    `never`: phrases that hold one and mean nothing.
    """

    names: dict[int, tuple[str, ...]]
    not_before: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Words(Record):
    """Words of one part or cue."""

    why: str
    words: tuple[str, ...] = Field(min_length=1)


class DateRule(Record):
    """A rule that finds a date, for readers, with a text that shows it."""

    reason: Reason
    example: str


@dataclass(frozen=True)
class Part:
    """What a word is in a date. `exact`: the spelling it needs when little else speaks for a date."""

    code: str
    value: int = 0
    exact: str | None = None


@dataclass(frozen=True, eq=False)
class Dates:
    """Every word of dates; compared by identity, so that results can be remembered by it."""

    parts: Mapping[str, Part]
    cues: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, DateRule]
    rejections: Mapping[str, str]
    counts: tuple[tuple[str, int], ...] = ()
    numbered: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    @cached_property
    def month_with_figure(self) -> re.Pattern[str]:
        """A month whose name ends in a figure: its stem, and the figure, to which no other number belongs."""
        stems = "|".join(sorted(map(re.escape, self.numbered), key=lambda stem: (-len(stem), stem)))
        figure = r"[ \-\u00a0\u0640]{0,3}(?P<figure>\d)(?!\w|[.,/\-]\d{1,2}(?!\d))"
        return re.compile(rf"(?<!\w)[وفبل]?(?P<stem>{stems or '(?!)'}){figure}")

    @cached_property
    def book(self) -> Phrasebook[Part]:
        """Finds the parts of dates in a line."""
        return Phrasebook(self.parts.items())

    @cached_property
    def cue_books(self) -> Mapping[str, Phrasebook[str]]:
        """Finds the words of a cue, by its name."""
        return {name: Phrasebook([(word, name) for word in words]) for name, words in self.cues.items()}

    @cached_property
    def years(self) -> Phrasebook[int]:
        """Finds counts of years: عامين, ثلاث سنوات."""
        return Phrasebook(self.counts)

    def cue_spans(self, cue: str, text: str) -> tuple[tuple[int, int], ...]:
        """The spans (start, end) of a cue's words in a text."""
        return _spans(self, cue, text)

    def has(self, cue: str, text: str) -> bool:
        """Whether a text holds a word of a cue."""
        return bool(self.cue_spans(cue, text))


@lru_cache(maxsize=32768)
def _spans(dates: Dates, cue: str, text: str) -> tuple[tuple[int, int], ...]:
    return tuple((hit.start, hit.end) for hit in dates.cue_books[cue].find(text))


def load_dates(data: Path) -> Dates:
    """dates/*.yml, dates/months/*.yml and rules/date.yml. Raises LexiconError."""
    folder = data / "language/dates"
    parts: dict[str, Part] = {}
    for word, part in _parts(folder):
        known = parts.setdefault(word, part)
        if (known.code, known.value) != (part.code, part.value):
            raise LexiconError(f"{folder}: {word}: both {known} and {part}")
    cues = {name: cue.words for name, cue in _mapping(folder / "cues.yml", Words).items()}
    counts = read_record(folder / "years.yml", Numbered).names
    return Dates(
        parts,
        cues,
        rules=_mapping(data / "language/rules" / "date.yml", DateRule),
        rejections=_texts(folder / "rejections.yml"),
        counts=tuple((word, number) for number, words in counts.items() for word in words),
        numbered={
            stem: figures
            for _, family in records(folder / "months", MonthFamily)
            for stem, figures in family.numbered.items()
        },
    )


def _parts(folder: Path) -> Iterator[tuple[str, Part]]:
    for _, family in records(folder / "months", MonthFamily):
        code = MONTH if family.calendar == "gregorian" else HIJRI_MONTH
        double = {key(word) for word in family.homographs}
        for number, words in family.names.items():
            yield from ((w, Part(code, number, bare(w) if key(w) in double else None)) for w in words)
    for file, code in (("weekdays", WEEKDAY), ("ordinals", ORDINAL), ("relative", RELATIVE)):
        yield from _numbered(read_record(folder / f"{file}.yml", Numbered), code)
    for name, group in _mapping(folder / "words.yml", Words).items():
        if name not in PARTS:
            raise LexiconError(f"{folder / 'words.yml'}: {name}: no such part")
        yield from ((word, Part(PARTS[name])) for word in group.words)


def _numbered(group: Numbered, code: str) -> Iterator[tuple[str, Part]]:
    for number, words in group.names.items():
        yield from ((word, Part(code, number)) for word in words)
    yield from ((phrase, Part(OTHER)) for phrase in group.never)
    yield from ((f"{first} {word}", Part(OTHER)) for first in group.names.get(0, ()) for word in group.not_before)


def _mapping(path: Path, kind: type[R]) -> dict[str, R]:
    value = read_yaml(path)
    if not isinstance(value, dict):
        raise LexiconError(f"{path}: a mapping is needed")
    return {str(name): to_record(item, kind, f"{path}: {name}") for name, item in value.items()}


def _texts(path: Path) -> dict[str, str]:
    value = read_yaml(path)
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise LexiconError(f"{path}: a mapping of ids to words is needed")
    return value
