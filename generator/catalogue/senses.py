"""What a figure is told of, as far as two articles can be compared by it: its noun, what happens, names, words, period.

Invariant: a figure of which that is not plain has no sense and is compared with nothing. Two senses meet only where all
speaks for one subject: in doubt they do not. Candidates come from words that few figures share, so the work stays
linear in the number of figures.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.catalogue.tallies import Tally

Span = tuple[dt.date, dt.date]

_EVENT, _STATE = dt.timedelta(days=3), dt.timedelta(days=366)
"""How long a period may be in which one thing happens once, or in which what is so stays so."""
_FEWEST_WORDS, _SHARE = 3, 0.5
"""So many words of their sentences two figures share at least, and so much of the shorter one."""
_REPEATED, _REPEATED_SHARE = 6, 0.8
"""So many words, and so much of the longer one, two sentences share that are one."""
_COMMON = 20
"""A word that more figures of one noun have makes no pair of them."""


@dataclass(frozen=True)
class NamesNear:
    """What a sentence names, by kind: ids, else names in match form."""

    people: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]

    def meet(self, other: NamesNear) -> bool:
        """Some body or place is of both, and of no kind has each a name that the other has not."""
        pairs = ((self.organisations, other.organisations), (self.places, other.places), (self.people, other.people))
        shared = any(one & two for one, two in pairs[:2])
        return shared and not any(one - two and two - one for one, two in pairs)


@dataclass(frozen=True)
class Sense:
    """A figure with what it is told of. near: the words beside it; words: those of its sentence; period: days."""

    tally: Tally
    noun: tuple[str, ...]
    events: frozenset[str]
    lasting: bool
    near: frozenset[str]
    words: frozenset[str]
    names: NamesNear
    period: Span | None

    def meets(self, other: Sense) -> bool:
        """Whether both are surely told of one thing at one time."""
        return (
            self.noun == other.noun
            and self.events == other.events
            and not self.near.isdisjoint(other.near)
            and self._shares_words(other)
            and self.names.meet(other.names)
            and self._is_of_one_time(other)
        )

    def repeats(self, other: Sense) -> bool:
        """Whether both stand in nearly the same sentence, whoever wrote it first."""
        shared, longest = len(self.words & other.words), max(len(self.words), len(other.words))
        return self.noun == other.noun and shared >= _REPEATED and shared >= _REPEATED_SHARE * longest

    def _shares_words(self, other: Sense) -> bool:
        shared = len(self.words & other.words)
        return shared >= _FEWEST_WORDS and shared >= _SHARE * min(len(self.words), len(other.words))

    def _is_of_one_time(self, other: Sense) -> bool:
        if self.period is None or other.period is None:
            return False
        (first, last), (begins, ends) = self.period, other.period
        longest = _STATE if self.lasting and other.lasting else _EVENT
        return first <= ends and begins <= last and max(last - first, ends - begins) <= longest


def near_pairs(senses: Sequence[Sense]) -> list[tuple[Sense, Sense]]:
    """Pairs of two articles that may be told of one thing, in the order of the figures: a seldom word is of both."""
    holders = defaultdict[tuple[object, ...], list[int]](list)
    for at, sense in enumerate(senses):
        for word in sense.words:
            holders[sense.noun, word].append(at)
    pairs = {pair for found in holders.values() if len(found) <= _COMMON for pair in combinations(found, 2)}
    told = ((senses[one], senses[two]) for one, two in sorted(pairs))
    return [(one, two) for one, two in told if one.tally.entry.address != two.tally.entry.address]
