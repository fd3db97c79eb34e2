"""Marks of a line: which one holds which, and where each id stands."""

from __future__ import annotations

from generator.lexicon.wording import Wording
from generator.pages.datewords import iso_words
from generator.pages.escape import escape
from generator.pages.marks import REPORTED, Mark, marked
from generator.source.settings import Settings
from tests import dossiers

WORDING: Wording = dossiers.LEXICON.wording


def test_two_quotations_that_touch_are_each_marked_as_a_whole() -> None:
    marks = [Mark(0, 5, "w1", "quotes"), Mark(5, 10, "w2", REPORTED), Mark(7, 9, "w3")]
    made = marked("أولى ثانية", marks)
    assert made.count("<mark") == made.count("</mark>") == 3, "the one within the second does not cut it in pieces"


def test_of_two_marks_that_begin_together_both_have_their_id() -> None:
    """The longer goes on behind the shorter."""
    made = marked("سمير الحسن", [Mark(0, 10, "w-long"), Mark(0, 4, "w-short")])
    assert '<span id="w-long"></span>' in made and 'id="w-short">سمير</mark>' in made
    assert made.endswith("> الحسن</mark>")


def test_a_line_end_in_a_value_parts_words() -> None:
    assert {str(escape(f"كلمة{end}أخرى")) for end in ("\n", "\r\n", "\x0b", "\u2028", "\x85")} == {"كلمة أخرى"}


def test_a_day_without_a_year_has_the_dossier_s_digits_too() -> None:
    assert iso_words("--05-03", WORDING, Settings(digits="arabic")) == "٣ مايو"
