"""What the numerals of an article show of its marks, and pairs that are no figures."""

from __future__ import annotations

import pytest

from generator.facts import figures
from generator.facts.numbers.separators import Marks, marks_of
from generator.lexicon import load_lexicon
from generator.model import Cleaned, Facts, Line, Source
from generator.reading.line import read_text


def found(line: str) -> list[str]:
    cleaned = Cleaned(Source("a.txt", "", "utf-8", line), "ar", (Line(1, line, "body", "x"),))
    return [x.text for x in figures.find(read_text(cleaned), load_lexicon(), Facts()).value]


@pytest.mark.parametrize(
    ("numeral", "marks"),
    [
        ("0.125", Marks(decimal=frozenset("."))),
        ("3,5", Marks(decimal=frozenset(","))),
        ("12.500.000", Marks(thousands=frozenset("."))),
        ("1,250.75", Marks(frozenset("."), frozenset(","))),
        ("1.250", Marks()),
        ("10.5.2019", Marks()),
    ],
)
def test_a_numeral_that_can_be_read_in_one_way_shows_what_its_marks_part(numeral: str, marks: Marks) -> None:
    """Nobody writes a nought before a thousand."""
    assert marks_of([f"بلغ {numeral} طن"]) == marks


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("وصل الشخصين إلى البلاد.", []),
        ("أنفق الدولارين على ذلك.", []),
        ("مضى العامين على ذلك.", ["العامين"]),
        ("وصل شخصان إلى البلاد.", ["شخصان"]),
    ],
)
def test_a_pair_that_is_known_already_is_no_figure_but_one_of_time_is(line: str, counted: list[str]) -> None:
    assert found(line) == counted


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("تتمنى الوزارة بناء 20 مدرسة في البلاد.", []),
        ("تتمنى الوزارة ذلك. وبنت 20 مدرسة في البلاد.", ["20 مدرسة"]),
        ("تتمنى الوزارة ذلك، وبنت 20 مدرسة في البلاد.", ["20 مدرسة"]),
    ],
)
def test_what_is_wished_for_is_no_figure_and_a_wish_ends_with_its_clause(line: str, counted: list[str]) -> None:
    assert found(line) == counted
