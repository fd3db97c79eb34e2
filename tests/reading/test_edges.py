"""What a mark does follows from what stands round it; numbers, sentences and escapes at their edges."""

from __future__ import annotations

import pytest

from generator.reading.letters import adjoining, display, language, same_sound, sound, tokens
from generator.reading.line import ReadLine
from generator.reading.marks import Piece, outermost, pair
from generator.reading.match import Phrasebook
from generator.reading.numerals import items, numeral_value
from generator.reading.sentences import near_span, sentences
from tests import dossiers

READER = dossiers.LEXICON.withholding.reader


def inside(line: str) -> list[str]:
    return [line[piece.start : piece.end] for piece in pair(line).pieces]


@pytest.mark.parametrize(
    ("line", "stray"), [("قال نعم» ثم خرج", 7), ("قال «نعم» ثم خرج».", None), ("قال «نعم» ثم «لا» وخرج", None)]
)
def test_a_mark_closes_what_an_earlier_line_opened_only_where_nothing_was_opened_here(
    line: str, stray: int | None
) -> None:
    """A mark too many at the end of a line does not make a quotation of all before it."""
    assert pair(line).stray == stray


def test_two_pieces_that_touch_lie_in_no_other() -> None:
    pieces = (Piece(0, 1, 4, 5), Piece(5, 6, 9, 10), Piece(7, 8, 9, None))
    assert outermost(pieces) == pieces[:2]


def test_a_name_in_other_marks_does_not_end_what_holds_it() -> None:
    assert max(inside("قال «إن “الهدنة” الجديدة قائمة» ثم خرج"), key=len) == "إن “الهدنة” الجديدة قائمة"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("007", None),
        ("0", 0),
        ("0.5", 0.5),
        ("1234,567", 1234.567),
        ("1,234,567", 1234567),
        ("10.5.2019", None),
        ("1.250.000,5", 1250000.5),
    ],
)
def test_digits_are_a_number_or_none(text: str, value: float | None) -> None:
    assert numeral_value(text) == value


def test_the_number_of_a_list_is_no_sentence_and_an_initial_ends_none() -> None:
    for line in ("1. وصل الوفد صباحا. ثم غادر.", "٢. قال د. سمير ذلك. ثم غادر."):
        assert len(sentences(line)) == 2


def test_only_an_endless_sentence_is_shown_in_part() -> None:
    line = "كلمة " * 200 + "سرها " + "كلمة " * 30
    at = line.index("سرها")
    assert near_span(line, at, at + 4) == (0, len(line.rstrip()))
    first, last = near_span(line * 3, at, at + 4)
    assert at - 200 <= first < at and at + 4 < last <= at + 204


def test_names_that_differ_in_their_last_letter_or_are_short_do_not_sound_alike() -> None:
    assert same_sound("كيري", "كيرري") and not same_sound("كيري", "كير") and not same_sound("كيري", "كيرا")
    assert sound("كير") != sound("كار") and sound("شاناهان") == sound("شناهان")


def test_words_are_beside_each_other_but_for_marks_and_never_over_a_stop() -> None:
    for line, beside in (("سمير «الحسن»", True), ("سمير. الحسن", False), ("سمير، الحسن", False), ("سمير-الحسن", True)):
        assert adjoining(line, *tokens(line)) == beside, line


def test_a_tab_is_shown_as_a_space_and_a_language_is_that_of_most_letters() -> None:
    assert display("أ\tب\x07") == "أ ب"
    assert [language(text) for text in ("the name is سمير here", "قال John ذلك أمس", "12 – 3", "мир")] == [
        "en", "ar", "und", "und",
    ]  # fmt: skip


def test_of_two_phrases_the_longer_is_found_and_nothing_within_it() -> None:
    book = Phrasebook([("واشنطن", "place"), ("واشنطن تايمز", None), ("تايمز", "paper")])
    assert [hit.payload for hit in book.find("كتبت واشنطن تايمز من واشنطن")] == [None, "place"]


def test_evidence_takes_the_mark_that_closes_it_alone_and_words_end_with_their_sentence() -> None:
    line = ReadLine(1, "قال (سمير الحسن) إنه باق. ثم خرج", "body", "x")
    assert (line.show(1, 2, "x").text, line.evidence(5, 15, "x").text) == ("سمير الحسن", "سمير الحسن")
    assert [word.text for word in line.after(16, 9, end=24)] == ["إنه", "باق"]
    assert line.with_article(0, 0, "") == "قال"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("&amp;#1587;مير", "سمير"),
        ("&amp;amp;#1587;مير", "سمير"),
        ("%D3%E3%ED%D1", "سمير"),
        ("سمير2021", "سمير\x012021"),
        ("سمير\n\nالحسن", "سمير\x02الحسن"),
    ],
)
def test_a_name_is_seen_through_escapes_and_apart_from_what_touches_it(text: str, seen: str) -> None:
    assert READER.sight(text).seen[0].letters == seen


def test_words_and_numerals_are_told_apart_wherever_they_touch() -> None:
    """A word of letters alone is taken as it is; what has a figure or a mark in it is looked through."""
    found = [item.text for item in items("قال و25 ألفا، ب30الف 1,000.5 و47ر112 في الـ9 ـ كانَ")]
    assert found == ["قال", "و", "25", "ألفا", "ب", "30", "الف", "1,000.5", "و", "47ر112", "في", "الـ", "9", "كانَ"]
