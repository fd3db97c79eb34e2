"""The words of dates: months by family, weekdays, ordinals, what holds a date together, and cues near dates.

Invariant: a word has one part in a date and one value, whatever family names it; a clash is a LexiconError.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field

from generator.lexicon.loading import LexiconError, Record, Texts, WordList, read_record, record_table, records
from generator.reading.clitics import BEFORE_NAMES
from generator.reading.letters import bare, fold, key
from generator.reading.match import Phrasebook

# A letter a part: dates are recognised by regular expressions over strings of these.
PARTS: Mapping[str, str] = {
    "of": "o", "year": "a", "month": "s", "agreeing": "v", "past": "r", "coming": "f", "current": "c", "edge": "e",
    "lead": "i", "between": "b", "until": "u", "and": "&", "this": "T", "hijri": "q", "anno": "m", "gregorian": "g",
    "suffix": "t", "half": "A", "naming": "N",
}  # fmt: skip
MONTH, HIJRI_MONTH, WEEKDAY, ORDINAL, RELATIVE, OTHER = "M", "U", "W", "O", "R", "x"
CALLING = MONTH + HIJRI_MONTH + WEEKDAY + RELATIVE


class MonthFamily(Record):
    """The twelve names, with variants, of one region."""

    why: str
    calendar: Literal["gregorian", "hijri"]
    names: dict[int, Texts]
    homographs: tuple[str, ...] = ()
    numbered: dict[str, dict[int, int]] = Field(default_factory=dict)


class Numbered(Record):
    """Words by number: weekdays, ordinals, days from today. `not_before`: words that make the first one mean nothing;
    `never`: phrases that hold one and mean nothing.
    """

    names: dict[int, Texts]
    not_before: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class DateCues(Record):
    """Words near a date, in its sentence or on its page; each list says there what it tells."""

    published: WordList
    updated: WordList
    copyright: WordList
    comment: WordList
    archive: WordList
    related: WordList
    chrome: WordList
    zone: WordList
    byline: WordList
    speech: WordList
    that: WordList
    former: WordList
    past: WordList
    coming: WordList
    unsure: WordList
    future_year: WordList = Field(alias="future-year")
    plan: WordList
    discussed: WordList


@dataclass(frozen=True)
class Part:
    """What a word is in a date. `exact`: the spelling it needs when little else speaks for a date."""

    code: str
    value: int = 0
    exact: str | None = None


@dataclass(frozen=True, eq=False)
class Dates:
    """Every word of dates; compared by identity, so that results can be remembered by it.

    years: finds counts of years, «عامين», «ثلاث سنوات». figures: the months by their figure, of stems that take one.
    """

    parts: Mapping[str, Part]
    cues: DateCues
    years: Phrasebook[int]
    figures: Mapping[str, Mapping[int, int]]

    @cached_property
    def months(self) -> frozenset[str]:
        """The first word of every month of every family, in match form."""
        return frozenset(fold(w.split()[0]) for w, part in self.parts.items() if part.code in (MONTH, HIJRI_MONTH))

    @cached_property
    def month_with_figure(self) -> re.Pattern[str]:
        """A month whose name ends in a figure: its stem, and the figure, to which no other number belongs."""
        stems = "|".join(sorted(map(re.escape, self.figures), key=lambda stem: (-len(stem), stem)))
        figure = r"[ \-\u00a0\u0640]{0,3}(?P<figure>\d)(?!\w|[.,/\-]\d{1,2}(?!\d))"
        return re.compile(rf"(?<!\w)[{BEFORE_NAMES}]?(?P<stem>{stems or '(?!)'}){figure}")

    @cached_property
    def book(self) -> Phrasebook[Part]:
        """Finds the parts of dates in a line."""
        return Phrasebook(self.parts.items())

    @cached_property
    def calling(self) -> Phrasebook[Part]:
        """Finds those alone that make a date without a number: one line of ten has one, every line a preposition."""
        return Phrasebook((word, part) for word, part in self.parts.items() if part.code in CALLING)


def load_dates(data: Path) -> Dates:
    """dates/*.yml and dates/months/*.yml. Raises LexiconError."""
    folder = data / "language/dates"
    families = [family for _, family in records(folder / "months", MonthFamily)]
    parts: dict[str, Part] = {}
    for word, part in _parts(folder, families):
        known = parts.setdefault(word, part)
        if (known.code, known.value) != (part.code, part.value):
            raise LexiconError(f"{folder}: {word}: both {known} and {part}")
    counts = read_record(folder / "years.yml", Numbered).names
    return Dates(
        parts,
        read_record(folder / "cues.yml", DateCues),
        Phrasebook((word, number) for number, words in counts.items() for word in words),
        {stem: figures for family in families for stem, figures in family.numbered.items()},
    )


def _parts(folder: Path, families: list[MonthFamily]) -> Iterator[tuple[str, Part]]:
    for family in families:
        code = MONTH if family.calendar == "gregorian" else HIJRI_MONTH
        double = {key(word) for word in family.homographs}
        for number, words in family.names.items():
            yield from ((w, Part(code, number, bare(w) if key(w) in double else None)) for w in words)
    for file, code in (("weekdays", WEEKDAY), ("ordinals", ORDINAL), ("relative", RELATIVE)):
        yield from _numbered(read_record(folder / f"{file}.yml", Numbered), code)
    for name, group in record_table(folder / "words.yml", WordList).items():
        if name not in PARTS:
            raise LexiconError(f"{folder / 'words.yml'}: {name}: no such part")
        yield from ((word, Part(PARTS[name])) for word in group.words)


def _numbered(group: Numbered, code: str) -> Iterator[tuple[str, Part]]:
    for number, words in group.names.items():
        yield from ((word, Part(code, number)) for word in words)
    yield from ((phrase, Part(OTHER)) for phrase in group.never)
    yield from ((f"{first} {word}", Part(OTHER)) for first in group.names.get(0, ()) for word in group.not_before)
