"""What is a difference between articles, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.catalogue.differences import differences
from generator.catalogue.groups import Entry
from generator.model import DateFact
from tests import dossiers

CASES = Path(__file__).resolve().parents[1] / "cases" / "differences" / "pairs.txt"


class Pair(NamedTuple):
    """Two articles of a sentence each, and whether they differ."""

    name: str
    differ: bool
    entries: tuple[Entry, ...]


def pairs() -> list[Pair]:
    """Every case of the file, in order."""
    found = []
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        head, *rows = [row for row in block.splitlines() if not row.startswith("#")] or [""]
        if head.startswith("= "):
            entries = tuple(entry(number, *row.split(" | ")) for number, row in enumerate(rows))
            found.append(Pair(head, head.startswith("= differ"), entries))
    return found


def entry(number: int, day: str, sentence: str) -> Entry:
    """An article of one sentence, published on a day or without one."""
    made = dossiers.article(f"عنوان لا يدل على شيء\n\n{sentence}\n")
    date = DateFact() if day == "-" else DateFact(day, "day", "stated")
    return Entry(replace(made, facts=replace(made.facts, date=date)), f"/articles/{number}/", None)


def test_what_differs_is_found_and_nothing_else() -> None:
    wrong, missed = [], []
    for pair in pairs():
        found = differences(dossiers.met_in(pair.entries))
        if found and not pair.differ:
            wrong.append(pair.name)
        if pair.differ and not found:
            missed.append(pair.name)
    assert wrong == []
    assert missed == []
