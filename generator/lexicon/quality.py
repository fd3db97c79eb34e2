"""How well the generator reads and its search answers, as last measured; absent until someone has measured it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from generator.lexicon.loading import Record, read_record


class Score(Record):
    """A measured figure: its id, its value, what it is a share of, and the data it was measured on; over sites, the
    worst one's value and the bounds between which chance moves the whole.
    """

    id: str
    value: float
    of: str
    data: Literal["articles", "composed", "own"]
    worst: float | None = None
    low: float | None = None
    high: float | None = None


class Trust(Record):
    """How often a value was right that is known in one way: what and how (`date.inferred`), right, of how many."""

    id: str
    right: int
    of: int


class Ranking(Record):
    """How well a set of queries was answered: their number, mean reciprocal rank among ten, share found among ten; and
    the mean reciprocal rank of Lucene's Arabic analyzer on the same queries.
    """

    queries: int
    mrr: float
    found: float
    lucene: float | None = None


class AnswerCost(Record):
    """What the first answer in the box costs over so many articles, on a first visit: requests, KB, and the longest
    chain of requests of which each waits for the one before; and what a word after it costs.
    """

    articles: int
    requests: int
    kb: float
    depth: int
    later_requests: int
    later_kb: float


class Quality(Record):
    """All figures of one measurement; of the search, the figures of each set, what answers cost by the number of
    articles, and the KB of an index of a thousand texts of a hundred words.
    """

    figures: tuple[Score, ...] = ()
    trusted: tuple[Trust, ...] = ()
    sets: Mapping[str, Ranking] = Field(default_factory=dict)
    costs: tuple[AnswerCost, ...] = ()
    index_kb: float | None = None


def load_quality(data: Path) -> Quality:
    """quality.yml, written by `make quality`, and search/measured.yml, by `make bench-search`. Raises LexiconError."""
    folder = data / "language"
    read, ranked = (
        read_record(path, Quality) if path.is_file() else Quality()
        for path in (folder / "quality.yml", folder / "search/measured.yml")
    )
    return read.model_copy(update={name: getattr(ranked, name) for name in ("sets", "costs", "index_kb")})
