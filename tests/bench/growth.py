"""How a cost grows with the size: `cost = fixed + each * size ** exponent`, fitted on what was measured.

With two sizes the fixed part cannot be told from the rest: then it is what the smallest dossier costs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

_EXPONENTS = [step / 200 for step in range(60, 501)]  # .3 to 2.5
_TO_FIT = 3


@dataclass(frozen=True)
class Growth:
    """A fitted law: what a run costs before its first article, what the first costs, and the exponent."""

    fixed: float
    each: float
    exponent: float

    def at(self, size: float) -> float:
        """What a size costs by this law: computed, not measured."""
        return self.fixed + self.each * math.pow(size, self.exponent)


def growth(costs: Mapping[int, float], steepest: float = _EXPONENTS[-1]) -> Growth | None:
    """The law that fits costs by size with the least relative error, no steeper than some exponent; None for fewer than
    two sizes.
    """
    sizes = sorted(costs)
    if len(sizes) < _TO_FIT:
        return _between(sizes[0], sizes[1], costs) if len(sizes) == _TO_FIT - 1 else None
    laws = [law for exponent in _EXPONENTS if exponent <= steepest and (law := _linear(exponent, costs)) is not None]
    return min(laws, key=lambda law: _error(law, costs), default=None)


def _between(small: int, large: int, costs: Mapping[int, float]) -> Growth:
    exponent = math.log(costs[large] / costs[small]) / math.log(large / small)
    return Growth(0.0, round(costs[small] / small**exponent, 6), round(exponent, 3))


def _linear(exponent: float, costs: Mapping[int, float]) -> Growth | None:
    """The fixed and the growing part for an exponent, by least squares of relative errors; neither may be negative."""
    rows = [(1 / cost, size**exponent / cost) for size, cost in costs.items()]
    aa, ab, bb = (sum(x[i] * x[j] for x in rows) for i, j in ((0, 0), (0, 1), (1, 1)))
    a1, b1 = (sum(x[i] for x in rows) for i in (0, 1))
    under = aa * bb - ab * ab
    if not under:
        return None
    fixed, each = (a1 * bb - b1 * ab) / under, (b1 * aa - a1 * ab) / under
    return Growth(fixed, each, exponent) if fixed >= 0 and each > 0 else None


def _error(law: Growth, costs: Mapping[int, float]) -> float:
    return sum((law.at(size) / cost - 1) ** 2 for size, cost in costs.items())
