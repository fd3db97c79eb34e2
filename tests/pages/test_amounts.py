"""Values of figures set anew: in digits, the noun in the form that the number asks for, else not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue.gather import Catalogue
from generator.lexicon.counted import Noun, number_form
from generator.model import Figure
from generator.pages.amounts import amount_note, set_anew
from generator.pages.desk import Desk
from generator.source.settings import Settings
from tests import dossiers, figurecases

CASES = Path(__file__).resolve().parents[1] / "cases" / "amounts" / "known.txt"
DESK = Desk(Catalogue(()), dossiers.LEXICON, Settings(), {})


def test_a_value_set_anew_is_correct_arabic_or_is_not_set_at_all() -> None:
    rows = (row for row in CASES.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#"))
    for sentence, _, expected in (row.partition(" | ") for row in rows):
        found = figurecases.run(figurecases.Case(sentence))
        assert [set_anew(DESK, figure) or "-" for figure in found] == [expected], (sentence, found)


def test_a_note_repeats_no_digits_of_the_text() -> None:
    told = [amount_note(DESK, x) for text in ("79 عضوا", "ثمانية فروع", "عامين") for x in _found(f"بلغ {text}")]
    assert told == [None, "8 فروع", None]


def _found(text: str) -> tuple[Figure, ...]:
    return figurecases.run(figurecases.Case(text))


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other"), (101, "other"),
        (102, "other"), (103, "few"), (111, "many"), (2.5, "other"), (1000, "other"),
    ],
)  # fmt: skip
def test_a_number_asks_for_the_form_that_the_language_has(number: float, form: str) -> None:
    assert number_form(number) == form


def test_the_adjective_of_a_unit_agrees_with_it() -> None:
    square, degree = Noun("كيلومتر", "كيلومترات", "مربع"), Noun("درجة", "درجات", "مئوي")
    said = [noun.in_form(form) for noun in (square, degree) for form in ("one", "two", "few", "many", "other")]
    assert said == [
        "كيلومتر مربع واحد", "كيلومتران مربعان", "كيلومترات مربعة", "كيلومترًا مربعًا", "كيلومتر مربع",
        "درجة مئوية واحدة", "درجتان مئويتان", "درجات مئوية", "درجة مئوية", "درجة مئوية",
    ]  # fmt: skip
