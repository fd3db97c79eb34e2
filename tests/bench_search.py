"""Measures the search engine on documents and queries with right answers: quality by set, size, time.

    python -m tests.bench_search DIR [--write]

DIR/search holds docs.jsonl ({"id", "title"?, "text"}) and queries.jsonl ({"id", "set", "q", "rel": [ids]}).
`--write` records the figures in generator/data/language/search/measured.yml; without it a mean reciprocal rank more
than a hundredth below the recorded one ends with exit code 1.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.lexicon import load_lexicon
from generator.search.jsonlines import index_lines
from tests import five, node

RECORD = five.ROOT / "generator" / "data" / "language" / "search" / "measured.yml"
ENGINE = five.ROOT / "docs" / "assets" / "search" / "query.mjs"
_SEEN = 10
_FALL = 0.01


@dataclass(frozen=True)
class Row:
    """A set of queries: how many, mean reciprocal rank among ten, share found among ten, queries without a result."""

    queries: int
    mrr: float
    found: float
    empty: int


def rows(queries: Iterable[Mapping[str, Any]], hits: Mapping[str, list[Any]]) -> dict[str, Row]:
    """The figures of each set, from the hits of each query."""
    ranks: dict[str, list[float]] = defaultdict(list)
    empty: dict[str, int] = defaultdict(int)
    for query in queries:
        shown = hits[query["id"]][:_SEEN]
        rank = next((at for at, hit in enumerate(shown, start=1) if hit in query["rel"]), None)
        ranks[query["set"]].append(1 / rank if rank else 0.0)
        empty[query["set"]] += not shown
    return {
        name: Row(len(of), round(sum(of) / len(of), 3), round(sum(map(bool, of)) / len(of), 3), empty[name])
        for name, of in ranks.items()
    }


def answered(folder: Path, queries: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What the engine answers to each query on an index."""
    asked = "".join(json.dumps({"id": q["id"], "q": q["q"]}) + "\n" for q in queries)
    done = node.run(ENGINE, folder, said=asked)
    done.check_returncode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def fallen(measured: Mapping[str, Row], recorded: Mapping[str, Any]) -> list[str]:
    """The sets that lost more than a hundredth against the record."""
    return [
        f"{name}: {row.mrr} was {recorded[name]['mrr']}"
        for name, row in measured.items()
        if name in recorded and row.mrr < recorded[name]["mrr"] - _FALL
    ]


def record(measured: Mapping[str, Row], lucene: Mapping[str, float]) -> str:
    """The measurement as the method page reads it."""
    sets = {
        name: {"queries": row.queries, "mrr": row.mrr, "found": row.found}
        | ({"lucene": lucene[name]} if name in lucene else {})
        for name, row in measured.items()
    }
    said = "# Written by `make bench-search EVAL=DIR WRITE=1`; the method page prints it.\n"
    return said + yaml.safe_dump({"sets": sets}, sort_keys=False)


def _lucene(folder: Path) -> dict[str, float]:
    """What Lucene's Arabic analyzer reached on the same queries, where the folder says it."""
    path = folder / "references.json"
    found: dict[str, float] = json.loads(path.read_text())["lucene-arabic"] if path.is_file() else {}
    return found


def main(folder: Path, write: bool) -> int:
    """Measure, print, record or compare; the exit code."""
    queries = [json.loads(line) for line in (folder / "queries.jsonl").open(encoding="utf-8")]
    with tempfile.TemporaryDirectory() as made:
        index_lines(folder / "docs.jsonl", Path(made), load_lexicon().search)
        size = sum(len(gzip.compress(file.read_bytes())) for file in Path(made).iterdir())
        answers = answered(Path(made), queries)
    measured = rows(queries, {answer["id"]: answer["hits"] for answer in answers})
    times = sorted(answer["ms"] for answer in answers)
    for name, row in measured.items():
        print(f"{name:14} {row.queries:5} MRR@10 {row.mrr:.3f}  found {row.found:.3f}  empty {row.empty}")  # noqa: T201
    print(f"{size:,} bytes compressed; ms p50 {times[len(times) // 2]}, p95 {times[len(times) * 95 // 100]}")  # noqa: T201
    if write:
        RECORD.write_text(record(measured, _lucene(folder)), encoding="utf-8")
        return 0
    faults = fallen(measured, yaml.safe_load(RECORD.read_text(encoding="utf-8"))["sets"] if RECORD.is_file() else {})
    print("\n".join(faults) or "nothing fell")  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) / "search", "--write" in sys.argv))
