"""Which figures and which sayings of several articles may be of one thing, by what each article gives.

Invariant: candidates come from words that few figures or sayings share, so the work stays linear in their number; only
the articles of those are read again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from generator.catalogue.groups import Entry
from generator.catalogue.likeness import sharers
from generator.catalogue.senses import Sense, are_one_sentence, share_words
from generator.catalogue.tallies import Saying, sayings_of
from generator.catalogue.traces import Hashes, Tracer, Traces

T = TypeVar("T")
_COMMON = 20
"""A word that more figures of one noun have, or a run of words that more sayings have, makes no pair of them."""
_FEWEST_RUNS, _SHARED = 4, 0.6
"""Sayings are nearly the same where they share so many runs of three words, and this much of the shorter one's."""


@dataclass(frozen=True)
class Met:
    """What may be of one thing: pairs of figures and of sayings, in the order of the articles and of their texts.

    senses: of all figures in articles in which any may.
    """

    senses: tuple[Sense, ...]
    figures: tuple[tuple[Sense, Sense], ...]
    sayings: tuple[tuple[Saying, Saying], ...]


def met(entries: Sequence[Entry], own: Sequence[Traces], tracer: Tracer) -> Met:
    """What meets in articles, of which each gives its `own`."""
    near = _near([x.senses for x in own], _may_meet)
    senses = {at: tracer.senses(entries[at]) for at in sorted({at for pair in near for at, _ in pair})}
    figures = tuple((senses[one][first], senses[two][second]) for (one, first), (two, second) in near)
    told = _near([x.sayings for x in own], _may_repeat)
    said = {at: sayings_of(entries[at]) for at in {at for pair in told for at, _ in pair}}
    sayings = tuple((said[one][first], said[two][second]) for (one, first), (two, second) in told)
    return Met(tuple(sense for some in senses.values() for sense in some), figures, sayings)


Spot = tuple[int, int]
"""The place of an article, and that of one of its things."""


def _may_meet(one: Hashes, two: Hashes) -> bool:
    words = set(one[1:]), set(two[1:])
    return (one[0] == two[0] and share_words(*words)) or are_one_sentence(*words)


def _may_repeat(one: Hashes, two: Hashes) -> bool:
    return share_runs(set(one), set(two))


def share_runs(one: AbstractSet[T], two: AbstractSet[T]) -> bool:
    """Whether two sayings are nearly the same, by their runs of words."""
    shared = len(one & two)
    return shared >= _FEWEST_RUNS and shared >= _SHARED * min(len(one), len(two))


def _near(
    features: Sequence[Sequence[Hashes]], may_be_one: Callable[[Hashes, Hashes], bool]
) -> list[tuple[Spot, Spot]]:
    """Pairs of things of two articles that share some seldom feature and may be one."""
    spots = [(at, number) for at, own in enumerate(features) for number in range(len(own))]
    flat = [each for own in features for each in own]
    pairs = sorted(
        (one, two)
        for two, found in enumerate(sharers(flat, _COMMON, 1))
        for one in found
        if spots[one][0] != spots[two][0] and may_be_one(flat[one], flat[two])
    )
    return [(spots[one], spots[two]) for one, two in pairs]
