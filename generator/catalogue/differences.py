"""Where articles give different numbers of one thing at one time.

Invariant: what may be rounding, a bound, a range that overlaps, a part, another place, day or event is no difference;
in doubt there is none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.catalogue.meeting import Met
from generator.catalogue.tallies import Tally, together
from generator.model import Figure

_ABOUT = 0.2
"""How far «نحو» reaches, of the number."""
_EXACT_BELOW = 100
"""Below, a number that ends in noughts was counted all the same."""


@dataclass(frozen=True)
class Contradiction:
    """Figures of several articles for one thing that cannot all be right, by article in the order of lists."""

    tallies: tuple[Tally, ...]


def differences(found: Met) -> tuple[Contradiction, ...]:
    """Every difference, in the order of the figure that opens it."""
    near = ((one, two) for one, two in found.figures if apart(one.tally.figure, two.tally.figure))
    pairs = [(one.tally, two.tally) for one, two in near if one.meets(two)]
    given = {(sense.tally.entry.address, sense.tally.figure.value) for sense in found.senses}
    plain = [(one, two) for one, two in pairs if not _gives_both(one, two, given)]
    return tuple(map(Contradiction, together(plain)))


def _gives_both(one: Tally, two: Tally, given: set[tuple[str, float | None]]) -> bool:
    """True where one of two articles gives both numbers: it explains itself what they are."""
    return any((x.entry.address, y.figure.value) in given for x, y in ((one, two), (two, one)))


def apart(one: Figure, two: Figure) -> bool:
    """Whether two figures exclude each other, whichever way they are rounded."""
    (low, high), (begins, ends) = _bounds(one), _bounds(two)
    return max(low, begins) - min(high, ends) > _slack(one) + _slack(two)


def _bounds(figure: Figure) -> tuple[float, float]:
    low = -math.inf if figure.low is None else figure.low
    return low, math.inf if figure.high is None else figure.high


def _slack(figure: Figure) -> float:
    """How far what was counted may be from a figure: half of what it seems rounded to, or what «نحو» leaves open."""
    value = max((abs(x) for x in (figure.low, figure.high) if x is not None), default=0.0)
    rounded = _rounding(value) / 2 if value >= _EXACT_BELOW else 0.0
    return max(rounded, _ABOUT * value if figure.approximate else 0.0)


def _rounding(value: float) -> int:
    """The power of ten to which a whole number seems to be rounded."""
    if value != int(value):
        return 1
    power, rest = 1, int(value)
    while rest and rest % 10 == 0:
        power, rest = power * 10, rest // 10
    return power
