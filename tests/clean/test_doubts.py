"""What a person should look at in a cleaning: a text that is not there, is not Arabic, or is nearly all left out."""

from __future__ import annotations

import pytest

from generator.clean.doubts import problems
from generator.model import Cleaned, Line, Source, Verdict

ARABIC = "وقالت الوزارة إن العمل يبدأ غدا. "


def told(*lines: tuple[Verdict, str], language: str = "ar") -> list[tuple[str, str, int | None]]:
    """The problems of a page of such lines."""
    text = "\n".join(line for _, line in lines)
    made = tuple(Line(at, line, verdict, "x") for at, (verdict, line) in enumerate(lines, start=1))
    found = problems(Cleaned(Source("a.txt", "", "utf-8", text), language, made))
    return [(problem.level, problem.rule, problem.line) for problem in found]


def test_a_page_with_its_article_raises_no_doubt() -> None:
    assert told(("title", "عنوان"), ("body", ARABIC), ("furniture", "إعلان")) == []


def test_an_empty_text_and_one_without_an_article_are_errors() -> None:
    assert told(("blank", ""), ("blank", " ")) == [("error", "seed-empty", 1)]
    assert told(("title", "عنوان"), ("furniture", "إعلان")) == [("error", "seed-without-article", 1)]


def test_another_language_is_told_at_the_first_line_of_the_article() -> None:
    assert told(("furniture", "Menu"), ("body", "The work begins."), language="en") == [
        ("warning", "seed-not-arabic", 2)
    ]


@pytest.mark.parametrize(("words", "doubt"), [(10, False), (100, True)])
def test_an_article_of_less_than_a_fiftieth_of_its_page_is_doubtful(words: int, doubt: bool) -> None:
    lines: list[tuple[Verdict, str]] = [("furniture", "قائمة المواقع")] * words
    assert told(("body", "وصل الوفد أمس."), *lines) == [("warning", "little-left", 1)] * doubt


@pytest.mark.parametrize(
    ("verdict", "line", "doubt"),
    [
        ("furniture", ARABIC * 12, True),
        ("caption", ARABIC * 12, True),
        ("signature", ARABIC * 12, False),
        ("furniture", ARABIC * 6, False),
        ("furniture", "All rights are reserved by the house and its partners. " * 12, False),
    ],
)
def test_a_paragraph_s_worth_of_arabic_that_is_left_out_is_told(verdict: Verdict, line: str, doubt: bool) -> None:
    """Notices in other letters are as long on many pages."""
    assert told(("body", ARABIC * 9), (verdict, line)) == [("note", "long-line-left-out", 2)] * doubt
