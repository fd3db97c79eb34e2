"""Measures how well the generator reads: on the five named seeds by a gold of careful reading, on a folder of cases.

    python -m tests.quality [DIR]

DIR/extraction/judge.py is run with several seeds of its composer; its last line is a JSON object of scores. The
figures go to generator/data/language/quality.yml, which the method page prints; one that falls below its floor in
tests/floors.yml is told, and the exit code is 1. Floors may rise; lowering one is a decision to be written down
beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from generator.model import Article
from generator.reading.letters import key
from tests import dossiers, five

GOLD = Path(__file__).parent / "gold" / "five.yml"
FLOORS = Path(__file__).parent / "floors.yml"
REPORT = five.ROOT / "generator" / "data" / "language" / "quality.yml"
COMPOSER_SEEDS = (1, 2, 3, 4, 5)
# Figures of which less is better.
FEWER_IS_BETTER = frozenset({"false-quotes", "false-dates", "traps-taken", "outlets-invented"})


@dataclass(frozen=True)
class Measured:
    """A figure: what it is, how much of how much, on what."""

    id: str
    value: float
    of: str
    data: str


def on_the_five() -> list[Measured]:
    """Every figure that the gold of the five seeds allows."""
    gold = yaml.safe_load(GOLD.read_text(encoding="utf-8"))
    read = [(dossiers.alone(five.SEEDS / name), want) for name, want in gold.items()]
    pairs = [(article, want) for article, want in read if isinstance(article, Article)]
    counts: dict[str, list[tuple[int, int]]] = {}
    for article, want in pairs:
        for name, right, of in _compared(article, want):
            counts.setdefault(name, []).append((right, of))
    return [_share(name, found) for name, found in counts.items()]


def _share(name: str, found: list[tuple[int, int]]) -> Measured:
    right, of = sum(r for r, _ in found), sum(n for _, n in found)
    value = float(right) if name in FEWER_IS_BETTER else round(right / of, 4) if of else 1.0
    return Measured(f"five.{name}", value, f"{right}/{of}", "five")


def _compared(article: Article, want: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    facts, date = article.facts, article.facts.date
    body = [line.number for line in article.cleaned.body]
    title = facts.title
    yield "body-lines", len(set(body) & set(want["body"])), len(set(body) | set(want["body"]))
    yield "titles", int(title is not None and (title.basis, title.line) == (want["title_basis"], want["title_line"])), 1
    expected = want["date"]
    right = (date.value, date.basis, list(date.interval)) == (expected["value"], expected["basis"], expected["bounds"])
    yield "dates", int(right), 1
    rejected = {x.value for x in facts.rejected_dates}
    yield "dates-rejected", len(rejected & set(want.get("rejected", []))), len(want.get("rejected", []))
    yield "outlets", int((facts.outlet.name if facts.outlet else None) in want["outlet"]), 1
    names = [key(person.name).split() for person in facts.people]
    found = sum(any(key(word) in name for name in names) for word in want["people"])
    yield "people", found, max(len(want["people"]), len(names))
    yield from _quotes(article, want["quotes"])
    texts = {line: [key(f.text) for f in facts.figures if f.line == line] for line in want["figures"]}
    wanted = [(line, key(words)) for line, all_of in want["figures"].items() for words in all_of]
    yield "figures", sum(any(words in text.split() for text in texts[line]) for line, words in wanted), len(wanted)


def _quotes(article: Article, want: dict[int, str]) -> Iterator[tuple[str, int, int]]:
    """One quotation is expected in each line named, none elsewhere."""
    by_line = {quote.line: quote for quote in article.facts.quotes}
    yield "quotes", len(set(by_line) & set(want)), len(want)
    yield "false-quotes", len(article.facts.quotes) - len(set(by_line) & set(want)), len(article.facts.quotes)
    spoken = [(by_line[line].speaker, name) for line, name in want.items() if line in by_line]
    yield "speakers", sum(key(name) in key(speaker or "") for speaker, name in spoken), len(want)


_JUDGED = {
    "line_F1": "lines-f1",
    "macro_F1": "lines-f1-macro",
    "body_recall_mean": "body-recall",
    "title_exact": "titles",
    "null_title_ok": "titles-absent",
    "date_ok": "dates",
    "false_dates": "false-dates",
    "traps_taken": "traps-taken",
    "outlet_found": "outlets",
    "outlet_invented": "outlets-invented",
}


def on_cases(folder: Path) -> list[Measured]:
    """The judge's figures, over several seeds of its composer."""
    runs = [_judged(folder / "extraction" / "judge.py", seed) for seed in COMPOSER_SEEDS]
    return [_joined(name, [run[theirs] for run in runs]) for theirs, name in _JUDGED.items()]


def _judged(judge: Path, seed: int) -> dict[str, Any]:
    command = [sys.executable, str(judge), "--python", sys.executable, "--project", str(five.ROOT), "--seed", str(seed)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])["pred"]["all"]
    return scores


def _joined(name: str, values: list[Any]) -> Measured:
    """Shares such as «41/45» add up; other scores are averaged."""
    if isinstance(values[0], str):
        parts = [value.split("/") for value in values]
        right, of = sum(int(r) for r, _ in parts), sum(int(n) for _, n in parts)
        value = float(right) if name in FEWER_IS_BETTER else round(float(Fraction(right, of)), 4) if of else 1.0
        return Measured(f"cases.{name}", value, f"{right}/{of}", "cases")
    return Measured(f"cases.{name}", round(sum(values) / len(values), 4), f"{len(values)} runs", "cases")


def fallen(figures: list[Measured]) -> list[str]:
    """A sentence for each figure that is worse than its floor."""
    floors: dict[str, float] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    worse = []
    for figure in figures:
        floor = floors.get(figure.id)
        fewer = figure.id.split(".")[1] in FEWER_IS_BETTER
        if floor is not None and (figure.value > floor if fewer else figure.value < floor):
            worse.append(f"{figure.id} is {figure.value} ({figure.of}); its floor in {FLOORS.name} is {floor}")
    return worse


def main() -> int:
    """Measure, report, and say what fell."""
    figures = on_the_five()
    if len(sys.argv) > 1:
        figures += on_cases(Path(sys.argv[1]))
        report = {"figures": [asdict(figure) for figure in figures]}
        head = "# Written by `make quality EVAL=DIR`; the method page prints it.\n"
        REPORT.write_text(head + yaml.safe_dump(report, sort_keys=False, allow_unicode=True), encoding="utf-8")
    for figure in figures:
        sys.stdout.write(f"{figure.id:<28} {figure.value:<8} {figure.of}\n")
    worse = fallen(figures)
    for sentence in worse:
        sys.stderr.write(f"{sentence}\n")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
