"""The figures of a dossier, each with the sentence it stands in and the saying that holds it.

Invariant: a duration is no figure of lists; linear in the figures and sayings of the articles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from generator.catalogue.groups import Entry
from generator.model import Cleaned, Figure, Quote
from generator.reading.letters import fold, tokens
from generator.reading.sentences import near_span

T = TypeVar("T", "Tally", "Saying")
# Sayings do not lie within each other deeper.
_DEEP = 4
_RUN = 3


class Stretch(NamedTuple):
    """Where words stand: the number of a line, or of the first of a paragraph that was broken, and their span there."""

    line: int
    start: int
    end: int

    def holds(self, other: Stretch) -> bool:
        """True where all of the other stands within."""
        return self.line == other.line and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Tally:
    """A figure, where it stands, the sentence round it, and who says it where a saying holds it."""

    entry: Entry
    figure: Figure
    place: Stretch
    sentence: Stretch
    quote: Quote | None

    @property
    def spot(self) -> tuple[str, int, int]:
        """Which words of the dossier it is."""
        return self.entry.address, self.place.line, self.place.start


@dataclass(frozen=True)
class Saying:
    """Somebody's words in an article."""

    entry: Entry
    quote: Quote

    @property
    def spot(self) -> tuple[str, int, int]:
        """Which words of the dossier it is."""
        return self.entry.address, self.quote.line, self.quote.start


def sayings_of(entry: Entry) -> tuple[Saying, ...]:
    """What an article tells that somebody said; the turns of an interview are its text."""
    return tuple(Saying(entry, quote) for quote in entry.article.facts.quotes if quote.marks != "turn")


def threes(text: str) -> frozenset[str]:
    """The runs of three words of somebody's words."""
    words = [fold(token.text) for token in tokens(text)]
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def together(pairs: Iterable[tuple[T, T]]) -> list[tuple[T, ...]]:
    """Pairs that share a thing as one list, an article once in each, in the order of the pairs."""
    sets: list[dict[str, T]] = []
    at: dict[tuple[str, int, int], int] = {}
    for pair in pairs:
        known = next((at[x.spot] for x in pair if x.spot in at), len(sets))
        sets += [{}] if known == len(sets) else []
        for thing in pair:
            sets[known].setdefault(thing.entry.address, thing)
            at.setdefault(thing.spot, known)
    return [tuple(found.values()) for found in sets]


def counted_figures(entry: Entry) -> tuple[Figure, ...]:
    """The figures of an article that lists have: a duration counts nothing."""
    return tuple(x for x in entry.article.facts.figures if x.kind != "duration")


def tallies(entries: Iterable[Entry]) -> tuple[Tally, ...]:
    """Every figure of lists, in the order of the articles and of their texts."""
    return tuple(tally for entry in entries for tally in _of(entry))


def _of(entry: Entry) -> Iterator[Tally]:
    cleaned, said = entry.article.cleaned, defaultdict[int, list[tuple[Stretch, Quote]]](list)
    figures = counted_figures(entry)
    for quote in entry.article.facts.quotes if figures else ():
        own = place_of(cleaned, quote)
        said[own.line].append((own, quote))
    for held in said.values():
        held.sort(key=_begins)
    for figure in figures:
        line, start, end = cleaned.span(figure)
        own = Stretch(line.number, start, end)
        here = said[own.line]
        begun = bisect_right(here, own.start, key=_begins)
        holder = next((quote for at, quote in here[max(0, begun - _DEEP) : begun] if at.holds(own)), None)
        yield Tally(entry, figure, own, Stretch(line.number, *near_span(line.text, start, end)), holder)


def _begins(told: tuple[Stretch, Quote]) -> int:
    return told[0].start


def place_of(cleaned: Cleaned, found: Figure | Quote) -> Stretch:
    """Where some words of an article stand."""
    line, start, end = cleaned.span(found)
    return Stretch(line.number, start, end)
