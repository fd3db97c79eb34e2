"""Measures the search: how well sets of queries are answered, and what the first answer in the box costs.

    python -m tests.bench_search DIR [--write] [--sets]

DIR/search holds docs.jsonl ({"id", "title"?, "text"}) and queries.jsonl ({"id", "set", "q", "rel": [ids]}); of these
more sets are made: slips of the hand, another keyboard, pasted headlines. The costs are measured in Chromium on made-up
articles; `--sets` leaves them out. `--write` records the figures in generator/data/language/search/measured.yml;
without it a figure worse than the record ends with exit code 1: a mean reciprocal rank by more than a hundredth,
requests or depth by one, bytes by more than three in a hundred.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.lexicon import load_lexicon
from generator.search import Aids, index
from generator.search.jsonlines import index_lines
from tests import first_answer, five, madeup, node
from tests.slips import slips
from tests.slow_line import KB

RECORD = five.ROOT / "generator" / "data" / "language" / "search" / "measured.yml"
ENGINE = five.ROOT / "docs" / "assets" / "search" / "query.mjs"
_SEEN = 10
_FALL = 0.01
_GROWTH = 1.03
# What is recorded of the index itself: so many texts of so many words, as paragraphs of an encyclopaedia are.
_TEXTS, _WORDS = 1_000, 100


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


def fallen(measured: Mapping[str, Row], recorded: Mapping[str, Any]) -> Iterator[str]:
    """The sets that lost more than a hundredth against the record."""
    for name, row in measured.items():
        if name in recorded and row.mrr < recorded[name]["mrr"] - _FALL:
            yield f"{name}: {row.mrr} was {recorded[name]['mrr']}"


def dearer(measured: Iterable[Mapping[str, float]], recorded: Iterable[Mapping[str, float]]) -> Iterator[str]:
    """The costs that are above the record: of requests and round trips any, of bytes more than three in a hundred."""
    before = {row["articles"]: row for row in recorded}
    for row in measured:
        for name, value in row.items():
            was = before.get(row["articles"], {}).get(name)
            if was is not None and value > (was * _GROWTH if name.endswith("kb") else was):
                yield f"{row['articles']} articles, {name}: {value} was {was}"


def set_rows(measured: Mapping[str, Row], lucene: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """The sets as they are recorded."""
    return {
        name: {"queries": row.queries, "mrr": row.mrr, "found": row.found}
        | ({"lucene": lucene[name]} if name in lucene else {})
        for name, row in measured.items()
    }


def record(recorded: Mapping[str, Any]) -> str:
    """The measurement as the method page reads it."""
    said = "# Written by `make bench-search EVAL=DIR WRITE=1`; the method page prints it.\n"
    return said + yaml.safe_dump(dict(recorded), sort_keys=False)


def _lucene(folder: Path) -> dict[str, float]:
    """What Lucene's Arabic analyzer reached on the same queries, where the folder says it."""
    path = folder / "references.json"
    found: dict[str, float] = json.loads(path.read_text())["lucene-arabic"] if path.is_file() else {}
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def sets(folder: Path) -> dict[str, Row]:
    """The figures of each set, told as well."""
    documents, asked = _lines(folder / "docs.jsonl"), _lines(folder / "queries.jsonl")
    queries = [*asked, *slips(asked, documents)]
    with tempfile.TemporaryDirectory() as made:
        index_lines(folder / "docs.jsonl", Path(made), load_lexicon().search)
        answers = answered(Path(made), queries)
    measured = rows(queries, {answer["id"]: answer["hits"] for answer in answers})
    times = sorted(answer["ms"] for answer in answers)
    for name, row in measured.items():
        _say(f"{name:16} {row.queries:5} MRR@10 {row.mrr:.3f}  found {row.found:.3f}  empty {row.empty}")
    _say(f"an answer in Node: ms p50 {times[len(times) // 2]}, p95 {times[len(times) * 95 // 100]}")
    return measured


def costs() -> list[dict[str, float]]:
    """What answers cost at each size of dossier, told as well."""
    found = []
    with tempfile.TemporaryDirectory() as home:
        for dossier, cost, opening in first_answer.measured(Path(home)):
            _say(f"{dossier.articles} articles: {dossier.kb:,} KB of index, {dossier.seconds} s, {dossier.peak_mb} MB")
            for name, each in asdict(cost).items():
                _say(f"  {name:6} " + ", ".join(f"{what} {figure}" for what, figure in each.items()))
            _say(f"  opened for {opening} s of processor")
            first, later = cost.first, cost.later
            found.append(
                {"articles": dossier.articles, "requests": first.requests, "kb": first.kb, "depth": first.depth}
                | {"later_requests": later.requests, "later_kb": later.kb}
            )
    return found


def size() -> float:
    """KB of the index of a thousand texts of a hundred words."""
    files = index(madeup.bodies(_TEXTS, _WORDS), Aids(load_lexicon().search))
    found = round(sum(map(len, files.values())) / KB, 1)
    _say(f"{_TEXTS:,} texts of {_WORDS} words: {found} KB of index")
    return found


def main(folder: Path, *, write: bool, only_sets: bool) -> int:
    """Measure, print, record or compare; the exit code."""
    before = yaml.safe_load(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    measured = sets(folder)
    now: dict[str, Any] = {**before, "sets": set_rows(measured, _lucene(folder))}
    if not only_sets:
        now |= {"costs": costs(), "index_kb": size()}
    if write:
        RECORD.write_text(record(now), encoding="utf-8")
        return 0
    faults = [*fallen(measured, before.get("sets", {})), *dearer(now.get("costs", ()), before.get("costs", ()))]
    if now.get("index_kb", 0) > before.get("index_kb", float("inf")) * _GROWTH:
        faults.append(f"index_kb: {now['index_kb']} was {before['index_kb']}")
    _say("\n".join(faults) or "nothing fell")
    return 1 if faults else 0


if __name__ == "__main__":
    flags: Sequence[str] = sys.argv[2:]
    sys.exit(main(Path(sys.argv[1]) / "search", write="--write" in flags, only_sets="--sets" in flags))
