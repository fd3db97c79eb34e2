"""How well the generator reads, as it was last measured; absent until someone has measured it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from generator.lexicon.loading import Record, read_record


class Figure(Record):
    """A measured figure: its id, its value, what it is a share of, and the data it was measured on."""

    id: str
    value: float
    of: str
    data: Literal["five", "cases"]


class Quality(Record):
    """All figures of one measurement, and the version that was measured."""

    version: str = ""
    figures: tuple[Figure, ...] = ()


def load_quality(data: Path) -> Quality:
    """quality.yml, written by `make quality`. Raises LexiconError."""
    path = data / "language/quality.yml"
    return read_record(path, Quality) if path.is_file() else Quality()
