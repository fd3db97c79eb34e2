"""What search knows of words: those that say nothing, phrases of one meaning, months and days in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.lexicon.loading import LexiconError, Record, Texts, WordList, read_record
from generator.reading.letters import bare, fold

Groups = tuple[Texts, ...]


class Variants(Record):
    """Groups of phrases that stand for one another in a query."""

    groups: Groups


class DateWords(Record):
    """Names of each month from January, the figure and words of each day of a month, of a thousand and a million."""

    months: Groups
    ordinals: Groups
    scales: Groups


@dataclass(frozen=True)
class SearchWords:
    """The lexicon of search; an index may be made without one."""

    stop: Texts = ()
    variants: Groups = ()
    months: Groups = ()
    ordinals: Groups = ()
    scales: Groups = ()


def load_search(data: Path) -> SearchWords:
    """Read data/language/search/*.yml. Raises LexiconError."""
    folder = data / "language/search"
    stop = read_record(folder / "stop.yml", WordList).words
    variants = read_record(folder / "variants.yml", Variants).groups
    dates = read_record(folder / "dates.yml", DateWords)
    _distinct(folder / "stop.yml", (bare(word) for word in dict.fromkeys(stop)))
    _distinct(folder / "variants.yml", (bare(phrase) for group in variants for phrase in group))
    _distinct(folder / "dates.yml", (fold(name) for group in dates.months for name in group if " " in name))
    return SearchWords(stop, variants, dates.months, dates.ordinals, dates.scales)


def _distinct(path: Path, found: Iterable[str]) -> None:
    phrases = tuple(found)
    twice = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
    if twice:
        raise LexiconError(f"{path}: listed twice: {', '.join(twice)}")
