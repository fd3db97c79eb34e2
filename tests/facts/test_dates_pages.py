"""The cases of tests/cases/dates: what date a page has, and which of its dates are not the article's."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from generator.facts.date import DateReading, read_dates
from generator.lexicon import load_lexicon
from generator.model import Cleaned, Line, Source, Verdict
from generator.reading.line import ReadText, read_text

FOLDER = Path(__file__).parents[1] / "cases" / "dates"
NAMES = ("title", "dek", "subheading", "body", "caption", "related", "signature", "furniture")
VERDICTS = dict(zip("TDSBCRGF", NAMES, strict=True))


@dataclass
class Case:
    name: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    expected: list[tuple[str, ...]] = field(default_factory=list)


def cases(file: str) -> list[Case]:
    found: list[Case] = []
    for raw in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        if raw.startswith("=== "):
            found.append(Case(raw[4:]))
        elif raw.startswith("> "):
            found[-1].expected.append(tuple(raw[2:].split()))
        elif raw.strip() and not raw.startswith("#"):
            found[-1].lines.append((raw[0], raw[2:]))
    return found


def cleaned(lines: list[tuple[str, str]]) -> ReadText:
    text = "\n".join(text for _, text in lines)
    made = (Line(i, text, cast(Verdict, VERDICTS[v]), "test") for i, (v, text) in enumerate(lines, start=1))
    return read_text(Cleaned(Source("case.txt", "", "utf-8", text), "ar", tuple(made)))


def holds(reading: DateReading, kind: str, *values: str) -> bool:
    date = reading.date
    if kind == "date":
        return [date.value, date.basis] == list(values) if values != ("none",) else date.value is None
    if kind == "not":
        return values in {(r.value, r.why) for r in reading.rejected}
    if kind == "problem":
        return values[0] in {p.rule for p in reading.problems}
    return values[0] == str({"from": date.not_before, "to": date.not_after}[kind])


ALL = cases("pages.txt") + cases("held-out-pages.txt") + cases("datelines.txt")


@pytest.mark.parametrize("case", ALL, ids=lambda c: c.name)
def test_a_page_case_gives_its_date_and_rejects_the_others(case: Case) -> None:
    """Every expectation of a case holds, and no date is both the article's and rejected."""
    reading = read_dates(cleaned(case.lines), load_lexicon())
    failed = [" ".join(e) for e in case.expected if not holds(reading, e[0], *e[1:])]
    assert not failed, (failed, reading.date, reading.rejected, [p.rule for p in reading.problems])
    assert any(e[0] == "date" for e in case.expected), "a case says what the date is"
    assert reading.date.value not in {r.value for r in reading.rejected}
    for shown in (*reading.date.evidence, *(r.evidence for r in reading.rejected)):
        assert case.lines[shown.line - 1][1][shown.start : shown.end] == shown.text
