"""What search knows of words: those that say nothing, phrases of one meaning, months and days in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.lexicon.loading import LexiconError, Record, read_record
from generator.text import bare, fold


class Stop(Record):
    """Words that say nothing beside others, as written."""

    words: tuple[str, ...]


class Variants(Record):
    """Groups of phrases that stand for one another in a query."""

    groups: tuple[tuple[str, ...], ...]


class Dates(Record):
    """Names of each month from January, and for each day of the month its figure and its words."""

    months: tuple[tuple[str, ...], ...]
    ordinals: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SearchWords:
    """The lexicon of search."""

    stop: tuple[str, ...]
    variants: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    ordinals: tuple[tuple[str, ...], ...]


def load_search(data: Path) -> SearchWords:
    """Read data/search/*.yml. Raises LexiconError."""
    folder = data / "search"
    stop = read_record(folder / "stop.yml", Stop)
    variants = read_record(folder / "variants.yml", Variants)
    dates = read_record(folder / "dates.yml", Dates)
    _distinct(folder / "stop.yml", tuple(bare(word) for word in dict.fromkeys(stop.words)))
    _distinct(folder / "variants.yml", tuple(bare(phrase) for group in variants.groups for phrase in group))
    _distinct(folder / "dates.yml", tuple(fold(name) for group in dates.months for name in group if " " in name))
    return SearchWords(stop.words, variants.groups, dates.months, dates.ordinals)


def _distinct(path: Path, phrases: tuple[str, ...]) -> None:
    twice = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
    if twice:
        raise LexiconError(f"{path}: listed twice: {', '.join(twice)}")
