"""What search knows of words: those that say nothing, phrases of one meaning, months and days in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import Field

from generator.lexicon.loading import LexiconError, Record, read_record
from generator.reading.letters import bare, fold


class Stop(Record):
    """Words that say nothing beside others, as written."""

    words: tuple[str, ...]


class Variants(Record):
    """Groups of phrases that stand for one another in a query."""

    groups: tuple[tuple[str, ...], ...]


class Dates(Record):
    """Names of each month from January, the figure and words of each day of a month, of a thousand and a million."""

    months: tuple[tuple[str, ...], ...]
    ordinals: tuple[tuple[str, ...], ...]
    scales: tuple[tuple[str, ...], ...]


class Measured(Record):
    """How well a set of queries was answered: their number, mean reciprocal rank among ten, share found among ten,
    queries without a result; and the mean reciprocal rank of Lucene's Arabic analyzer on the same queries.
    """

    queries: int
    mrr: float
    found: float
    empty: int
    lucene: float | None = None


class Measurement(Record):
    """The last measurement: the figures of each set."""

    sets: Mapping[str, Measured] = Field(default_factory=dict)


@dataclass(frozen=True)
class SearchWords:
    """The lexicon of search."""

    stop: tuple[str, ...]
    variants: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    ordinals: tuple[tuple[str, ...], ...]
    scales: tuple[tuple[str, ...], ...]
    measured: Mapping[str, Measured] = field(default_factory=dict)


def load_search(data: Path) -> SearchWords:
    """Read data/language/search/*.yml. Raises LexiconError."""
    folder = data / "language/search"
    stop = read_record(folder / "stop.yml", Stop)
    variants = read_record(folder / "variants.yml", Variants)
    dates = read_record(folder / "dates.yml", Dates)
    _distinct(folder / "stop.yml", tuple(bare(word) for word in dict.fromkeys(stop.words)))
    _distinct(folder / "variants.yml", tuple(bare(phrase) for group in variants.groups for phrase in group))
    _distinct(folder / "dates.yml", tuple(fold(name) for group in dates.months for name in group if " " in name))
    path = folder / "measured.yml"
    measured = read_record(path, Measurement).sets if path.is_file() else {}
    return SearchWords(stop.words, variants.groups, dates.months, dates.ordinals, dates.scales, measured)


def _distinct(path: Path, phrases: tuple[str, ...]) -> None:
    twice = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
    if twice:
        raise LexiconError(f"{path}: listed twice: {', '.join(twice)}")
