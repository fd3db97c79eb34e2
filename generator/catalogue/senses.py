"""What a figure is told of, as far as two articles can be compared by it: its noun, what happens, names, words, period.

Invariant: a figure of which that is not plain has no sense and is compared with nothing. Two senses meet only where all
speaks for one subject: in doubt they do not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from generator.catalogue.tallies import Tally

Span = tuple[dt.date, dt.date]
T = TypeVar("T")

_EVENT, _STATE = dt.timedelta(days=3), dt.timedelta(days=366)
"""How long a period may be in which one thing happens once, or in which what is so stays so."""
_FEWEST_WORDS, _SHARE = 3, 0.5
"""So many words of their sentences two figures share at least, and so much of the shorter one."""
_REPEATED, _REPEATED_SHARE = 6, 0.8
"""So many words, and so much of the longer one, two sentences share that are one."""


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
            and share_words(self.words, other.words)
            and self.names.meet(other.names)
            and self._is_of_one_time(other)
        )

    def repeats(self, other: Sense) -> bool:
        """Whether both stand in nearly the same sentence, whoever wrote it first."""
        return self.noun == other.noun and are_one_sentence(self.words, other.words)

    def _is_of_one_time(self, other: Sense) -> bool:
        if self.period is None or other.period is None:
            return False
        (first, last), (begins, ends) = self.period, other.period
        longest = _STATE if self.lasting and other.lasting else _EVENT
        return first <= ends and begins <= last and max(last - first, ends - begins) <= longest


def share_words(one: AbstractSet[T], other: AbstractSet[T]) -> bool:
    """Whether two sentences, by their words, may be told of one thing."""
    shared = len(one & other)
    return shared >= _FEWEST_WORDS and shared >= _SHARE * min(len(one), len(other))


def are_one_sentence(one: AbstractSet[T], other: AbstractSet[T]) -> bool:
    """Whether two sentences are nearly one, by their words."""
    shared = len(one & other)
    return shared >= _REPEATED and shared >= _REPEATED_SHARE * max(len(one), len(other))
