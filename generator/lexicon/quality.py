"""How well the generator reads and its search answers, as last measured; absent until someone has measured it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from generator.lexicon.loading import Record, read_record


class Score(Record):
    """A measured figure: its id, its value, what it is a share of, and the data it was measured on."""

    id: str
    value: float
    of: str
    data: Literal["five", "cases"]


class Ranking(Record):
    """How well a set of queries was answered: their number, mean reciprocal rank among ten, share found among ten; and
    the mean reciprocal rank of Lucene's Arabic analyzer on the same queries.
    """

    queries: int
    mrr: float
    found: float
    lucene: float | None = None


class Quality(Record):
    """All figures of one measurement; of the search, the figures of each set."""

    figures: tuple[Score, ...] = ()
    sets: Mapping[str, Ranking] = Field(default_factory=dict)


def load_quality(data: Path) -> Quality:
    """quality.yml, written by `make quality`, and search/measured.yml, by `make bench-search`. Raises LexiconError."""
    folder = data / "language"
    read, ranked = (
        read_record(path, Quality) if path.is_file() else Quality()
        for path in (folder / "quality.yml", folder / "search/measured.yml")
    )
    return read.model_copy(update={"sets": ranked.sets})
