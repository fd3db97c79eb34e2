"""The best way through a page: a state for each line, by a linear chain of weights (Lafferty, McCallum, Pereira 2001).

Invariant: sums of integers, decided exactly (Viterbi 1967); where two ways weigh the same, the state named first wins.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import add, not_, sub
from typing import NamedTuple

from generator.lexicon.lines import ChainWeights

ORDER = "order"
"""The reason that is no feature: what stands above and below."""

_NOTHING = -(10**12)
_MOST_REASONS = 4
Scores = tuple[int, ...]


@dataclass(frozen=True)
class Chained:
    """The states of a page's lines, and for each line how the best way through each state weighs."""

    states: tuple[str, ...]
    through: tuple[Scores, ...]
    own: tuple[Scores, ...]


def emissions(weights: ChainWeights, seen: Iterable[Sequence[str]]) -> list[Scores]:
    """What the features of each line weigh for each state."""
    nothing, known = (0,) * len(weights.states), weights.features
    found = []
    for line in seen:
        rows = [known[name] for name in line if name in known]
        found.append(tuple(map(sum, zip(*rows, strict=True))) if rows else nothing)
    return found


def best(weights: ChainWeights, seen: Iterable[Sequence[str]]) -> Chained:
    """The heaviest way through a page; its lines' features are given in order."""
    own = emissions(weights, seen)
    into = tuple(zip(*weights.transitions, strict=True))
    above = _passed(own, into)
    below = _passed(own[::-1], weights.transitions)[::-1]
    through = tuple(
        tuple(a + b - e for a, b, e in zip(*rows, strict=True)) for rows in zip(above, below, own, strict=True)
    )
    return Chained(tuple(weights.states[i] for i in _path(above, into)), through, tuple(own))


def _passed(own: Sequence[Scores], into: Sequence[Scores]) -> list[Scores]:
    """For each line and state what the heaviest way weighs that ends there."""
    found: list[Scores] = []
    for scores in own:
        before = found[-1] if found else None
        come = scores if before is None else tuple(max(map(add, before, row)) for row in into)
        found.append(scores if before is None else tuple(map(add, come, scores)))
    return found


def _path(above: Sequence[Scores], into: Sequence[Scores]) -> list[int]:
    if not above:
        return []
    path = [above[-1].index(max(above[-1]))]
    for before in reversed(above[:-1]):
        ways = tuple(map(add, before, into[path[-1]]))
        path.append(ways.index(max(ways)))
    return path[::-1]


def margin(weights: ChainWeights, way: Chained, place: int, side: Collection[str]) -> int:
    """By how much the best way with a line on this side of the states outweighs the best with it on the other."""
    return _parted(way.through[place], _chosen(weights, side)).margin()


class _Parted(NamedTuple):
    """What a line or a part of it weighs: for the states of a side, and for all others."""

    mine: Scores
    other: Scores

    def margin(self) -> int:
        """By how much the heaviest of the side outweighs the heaviest of the others."""
        return max(self.mine, default=_NOTHING) - max(self.other, default=_NOTHING)

    def margin_without(self, part: _Parted) -> int:
        """The same with a part taken away."""
        mine, other = map(sub, self.mine, part.mine), map(sub, self.other, part.other)
        return max(mine, default=_NOTHING) - max(other, default=_NOTHING)

    def without(self, part: _Parted) -> _Parted:
        """What is left when a part is taken away."""
        return _Parted(tuple(map(sub, self.mine, part.mine)), tuple(map(sub, self.other, part.other)))


def _chosen(weights: ChainWeights, side: Collection[str]) -> tuple[bool, ...]:
    return tuple([state in side for state in weights.states])


def _parted(scores: Scores, chosen: Sequence[bool]) -> _Parted:
    return _Parted(tuple(compress(scores, chosen)), tuple(compress(scores, map(not_, chosen))))


def reasons(
    weights: ChainWeights, way: Chained, place: int, seen: Sequence[str], side: Collection[str]
) -> tuple[str, ...]:
    """Why a line is on its side: what costs the margin most when it is taken away, until half of it is gone.

    Features by name, and `ORDER` for what stands above and below. What is taken away is taken from all states at this
    line, and the rest decided anew, exactly.
    """
    nothing, chosen = (0,) * len(weights.states), _chosen(weights, side)
    parts = {name: _parted(weights.features.get(name, nothing), chosen) for name in seen}
    parts[ORDER] = _parted(tuple(map(sub, way.through[place], way.own[place])), chosen)
    left = _parted(way.through[place], chosen)
    whole = left.margin()
    found: list[str] = []
    while parts and len(found) < _MOST_REASONS:
        least, name = min([(left.margin_without(part), name) for name, part in parts.items()])
        found.append(name)
        left = left.without(parts.pop(name))
        if 2 * least <= whole:
            break
    return tuple(found)
