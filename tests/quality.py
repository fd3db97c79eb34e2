"""Measures how well the generator reads, on data that nothing in it was made from.

    python -m tests.quality [DIR]

Always: the five named texts and 40 articles, each with what careful reading finds in it, and our own random layouts.
DIR/extraction/compose.py adds pages composed of other layouts. Whatever is fitted is fitted anew for each part of the
sites that is left out. The figures go to generator/data/language/quality.yml, which the method page prints; one that
falls below its floor in tests/floors.yml is told, and the exit code is 1. Floors may rise; lowering one is a decision
to be written down beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from generator.lexicon import load_lexicon
from generator.model import Article
from generator.reading.letters import key
from tests import dossiers, five, read_by_hand, truth
from tests.learning import learner
from tests.leaving_out import scores
from tests.scoring import FEWER_IS_BETTER, Measured, Scored, figures, trusted

GOLD = Path(__file__).parent / "gold" / "five.yml"
FLOORS = Path(__file__).parent / "floors.yml"
REPORT = five.ROOT / "generator" / "data" / "language" / "quality.yml"
COMPOSED, PER_SITE = (1, 2, 3), 6
OWN, PER_FAMILY = 1, 6


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
    """One direct quotation is expected in each line named, none elsewhere."""
    direct = [quote for quote in article.facts.quotes if not quote.is_reported]
    by_line = {quote.line: quote for quote in direct}
    yield "quotes", len(set(by_line) & set(want)), len(want)
    yield "false-quotes", len(direct) - len(set(by_line) & set(want)), len(direct)
    spoken = [(by_line[line].speaker, name) for line, name in want.items() if line in by_line]
    yield "speakers", sum(key(name) in key(speaker or "") for speaker, name in spoken), len(want)


def on_pages(folder: Path | None) -> list[Scored]:
    """The score of each page of sites left out."""
    composed = truth.composed(folder, COMPOSED, PER_SITE) if folder is not None else ()
    return scores([*composed, *truth.own(OWN, PER_FAMILY)], learner(folder))


def on_articles() -> list[Scored]:
    """The scores of the articles written for this."""
    return read_by_hand.scores(load_lexicon())


def fallen(measured: Sequence[Measured]) -> list[str]:
    """A sentence for each figure that is worse than its floor."""
    floors: dict[str, float] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    worse = []
    for figure in measured:
        floor = floors.get(figure.id)
        fewer = figure.id.split(".")[1] in FEWER_IS_BETTER
        if floor is not None and (figure.value > floor if fewer else figure.value < floor):
            worse.append(f"{figure.id} is {figure.value} ({figure.of}); its floor in {FLOORS.name} is {floor}")
    return worse


def main() -> int:
    """Measure, report, and say what fell."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    rows = [*on_pages(folder), *on_articles()]
    unseen = figures(rows)
    if folder is not None:
        _report(unseen, rows)
    measured = [*on_the_five(), *unseen]
    for figure in measured:
        bounds = "" if figure.low is None else f"{figure.low}-{figure.high}, worst site {figure.worst}"
        sys.stdout.write(f"{figure.id:<28} {figure.value:<8} {figure.of:<10} {bounds}\n")
    for way, (right, of) in trusted(rows).items():
        sys.stdout.write(f"{way:<28} {right}/{of}\n")
    worse = fallen(measured)
    for sentence in worse:
        sys.stderr.write(f"{sentence}\n")
    return 1 if worse else 0


def _report(measured: Sequence[Measured], rows: Sequence[Scored]) -> None:
    """What the method page prints."""
    ways = [{"id": way, "right": right, "of": of} for way, (right, of) in trusted(rows).items()]
    report = {"figures": [asdict(figure) for figure in measured], "trusted": ways}
    head = "# Written by `make quality EVAL=DIR`; the method page prints it.\n"
    REPORT.write_text(head + yaml.safe_dump(report, sort_keys=False, allow_unicode=True), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
