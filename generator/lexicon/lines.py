"""The model of lines: what each feature of a line weighs for each state, and why a reader may believe it.

Invariant: weights are integers, so that the best way through a page is the same on every machine; every feature that
weighs has a reason and an example page (a test holds it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.lexicon.loading import Bilingual, Record, read_record


class ChainWeights(Record):
    """What was fitted, on what: rows of `transitions` are states left, columns states entered; a feature's weights are
    in the order of the states.
    """

    fitted_on: str
    states: tuple[str, ...]
    transitions: tuple[tuple[int, ...], ...]
    features: Mapping[str, tuple[int, ...]]


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
