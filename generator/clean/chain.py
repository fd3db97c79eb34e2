"""The best way through a page: a state for each line, by a linear chain of weights (Lafferty, McCallum, Pereira 2001).

Invariant: sums of integers, decided exactly (Viterbi 1967); where two ways weigh the same, the state named first wins.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import add, sub

from generator.lexicon.lines import ChainWeights, Scores

ORDER = "order"
"""The reason that is no feature: what stands above and below."""

_MOST_REASONS = 4


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
        come = scores if before is None else [max(map(add, before, row)) for row in into]
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
    return weights.parted(way.through[place], frozenset(side)).margin()


def reasons(
    weights: ChainWeights, way: Chained, place: int, seen: Sequence[str], side: Collection[str]
) -> tuple[str, ...]:
    """Why a line is on its side: what costs the margin most when it is taken away, until half of it is gone.

    Features by name, and `ORDER` for what stands above and below. What is taken away is taken from all states at this
    line, and the rest decided anew, exactly.
    """
    mine = frozenset(side)
    known, nothing = weights.features_parted(mine), weights.parted((0,) * len(weights.states), mine)
    parts = {name: known[name] for name in seen if name in known}
    silent = sorted(name for name in seen if name not in known)  # to take one of them away changes nothing
    parts |= dict.fromkeys(silent[:_MOST_REASONS], nothing)
    parts[ORDER] = weights.parted(tuple(map(sub, way.through[place], way.own[place])), mine)
    left = weights.parted(way.through[place], mine)
    whole = left.margin()
    found: list[str] = []
    while parts and len(found) < _MOST_REASONS:
        least, name = min([(left.margin_without(part), name) for name, part in parts.items()])
        found.append(name)
        left = left.without(parts.pop(name))
        if 2 * least <= whole:
            break
    return tuple(found)
