"""What breaks a law is told as an error, however small the breach."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.check.laws import check
from generator.model import Article, Cleaned, Evidence, Facts, Line, Source

TEXT = "وقالت الوزارة  إن العمل يبدأ غدًا.\n\nوأضافت أن لجانًا ستراقبه."
LINES = tuple(
    Line(at, text, "body" if text else "blank", "paragraph") for at, text in enumerate(TEXT.split("\n"), start=1)
)


def article(*lines: Line, facts: Facts | None = None) -> Article:
    return Article(Cleaned(Source("a.txt", "", "utf-8", TEXT), "ar", lines or LINES), facts or Facts())


def told(found: Article) -> list[tuple[str, str, int | None]]:
    return [(problem.level, problem.rule, problem.line) for problem in check(found)]


def test_an_article_that_keeps_the_laws_has_nothing_told_of_it() -> None:
    shown = (Evidence(1, 0, 5, TEXT[:5], "x"), Evidence(3, 0, 6, LINES[2].text[:6], "x"))
    assert told(article(facts=Facts(summary=shown))) == []


@pytest.mark.parametrize("lines", [LINES[:2], (*LINES, LINES[2]), (LINES[1], LINES[0], LINES[2]), LINES[::-1]])
def test_a_line_without_a_verdict_or_with_two_or_out_of_order_is_told(lines: tuple[Line, ...]) -> None:
    assert told(article(*lines)) == [("error", "law-verdicts", None)]


@pytest.mark.parametrize("text", [" ".join(LINES[0].text.split()), f"{LINES[0].text} ", LINES[0].text.replace("ً", "")])
def test_a_line_that_is_not_letter_for_letter_the_source_s_is_told(text: str) -> None:
    assert told(article(replace(LINES[0], text=text), *LINES[1:])) == [("error", "law-text", None)]


@pytest.mark.parametrize("line", [0, -1, 4])
def test_words_of_a_line_that_the_source_does_not_have_are_told(line: int) -> None:
    """Counted from the end there is a line 0, and it would prove them."""
    shown = Evidence(line, 0, 6, LINES[2].text[:6], "x")
    assert told(article(facts=Facts(slips=(shown,)))) == [("error", "law-evidence", line)]


def test_no_words_at_all_prove_nothing() -> None:
    assert told(article(facts=Facts(slips=(Evidence(1, 2, 2, "", "x"),)))) == [("error", "law-evidence", 1)]


def test_what_a_field_holds_that_no_stage_reads_is_held_against_the_source_too() -> None:
    wrong = Evidence(1, 0, 3, "غير", "x")
    for value in (wrong, [wrong], {"by": (wrong,)}):
        assert told(article(facts=Facts(more={"toy": value}))) == [("error", "law-evidence", 1)]
