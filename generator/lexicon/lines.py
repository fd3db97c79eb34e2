"""The model of lines: what each feature of a line weighs for each state, and why a reader may believe it.

Invariant: weights are integers, so that the best way through a page is the same on every machine; every feature that
weighs has a reason and an example page (a test holds it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import not_, sub
from pathlib import Path
from typing import NamedTuple

from generator.lexicon.loading import Bilingual, Record, read_record

Scores = tuple[int, ...]
"""What is weighed for each state."""
_NOTHING = -(10**12)


class Parted(NamedTuple):
    """What a line, or a part of it, weighs for the states of a side, and for all others."""

    mine: Scores
    other: Scores

    def margin(self) -> int:
        """By how much the heaviest of the side outweighs the heaviest of the others."""
        return max(self.mine, default=_NOTHING) - max(self.other, default=_NOTHING)

    def margin_without(self, part: Parted) -> int:
        """The same with a part taken away."""
        mine, other = map(sub, self.mine, part.mine), map(sub, self.other, part.other)
        return max(mine, default=_NOTHING) - max(other, default=_NOTHING)

    def without(self, part: Parted) -> Parted:
        """What is left when a part is taken away."""
        return Parted(tuple(map(sub, self.mine, part.mine)), tuple(map(sub, self.other, part.other)))


class ChainWeights(Record):
    """What was fitted, on what: rows of `transitions` are states left, columns states entered; a feature's weights are
    in the order of the states.
    """

    fitted_on: str
    states: tuple[str, ...]
    transitions: tuple[tuple[int, ...], ...]
    features: Mapping[str, Scores]

    def parted(self, scores: Scores, side: frozenset[str]) -> Parted:
        """What is weighed for each state, by the side that the state is on."""
        mine = [state in side for state in self.states]
        return Parted(tuple(compress(scores, mine)), tuple(compress(scores, map(not_, mine))))

    def features_parted(self, side: frozenset[str]) -> Mapping[str, Parted]:
        """The same of every feature, made once for each side that is asked for."""
        if side not in self._sides:
            self._sides[side] = {name: self.parted(row, side) for name, row in self.features.items()}
        return self._sides[side]

    @cached_property
    def _sides(self) -> dict[frozenset[str], Mapping[str, Parted]]:
        return {}


class LineReason(Record):
    """Why a line is what it is. `example` is a page; its line `line` has the feature, or stands in the state."""

    reason: Bilingual[str]
    example: str
    line: int


class LineReasons(Record):
    """The reason of each feature, and of each state where its neighbours decide."""

    features: Mapping[str, LineReason]
    order: Mapping[str, LineReason]


@dataclass(frozen=True)
class LineModel:
    """The weights and their reasons."""

    weights: ChainWeights
    reasons: LineReasons


def load_line_model(data: Path) -> LineModel:
    """lines/weights.yml, written by `make calibrate`, and lines/reasons.yml. Raises LexiconError."""
    folder = data / "language/lines"
    weights, reasons = (
        read_record(folder / "weights.yml", ChainWeights),
        read_record(folder / "reasons.yml", LineReasons),
    )
    return LineModel(weights, reasons)
