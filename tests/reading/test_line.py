"""A line is read once: its words, sentences, marks and numerals rest on its text, and its spans are exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Cleaned, Line, Source
from generator.reading.letters import fold
from generator.reading.line import ReadLine, ReadText, read_text

TEXT = st.text(alphabet=st.sampled_from('ابتولأة ًـ\u200f.،؛:«»"()?٣5 xY\t'), max_size=60)


def line(text: str) -> ReadLine:
    return ReadLine(1, text, "body", "case")


def text_of(*lines: str) -> ReadText:
    judged = tuple(Line(number, text, "body", "case") for number, text in enumerate(lines, 1))
    return read_text(Cleaned(Source("case.txt", "0" * 64, "utf-8", "\n".join(lines)), "ar", judged))


@given(TEXT)
def test_spans_are_exact_and_nothing_between_words_is_lost(text: str) -> None:
    """Every word is the piece of the line that its span names; words and gaps together are the line."""
    read = line(text)
    assert all(text[token.start : token.end] == token.text for token in read.tokens)
    pieces = [read.between(at - 1, at) + read.word(at) for at in range(len(read.tokens) + 1)]
    assert "".join(pieces) == text
    assert read.words == tuple(fold(word) for word in read.written)
    assert "" not in read.words


@given(TEXT, st.integers(0, 60), st.integers(0, 3), st.integers(0, 60))
def test_words_beside_a_place_are_those_that_a_walk_finds(text: str, at: int, count: int, edge: int) -> None:
    read = line(text)
    left = [t for t in read.tokens if t.end <= at and t.start >= edge]
    right = [t for t in read.tokens if at <= t.start < edge]
    assert read.before(at, count, edge) == tuple(left[max(0, len(left) - count) :])
    assert read.after(at, count, edge) == tuple(right[:count])
    assert read.words_to(at) == sum(t.start < at for t in read.tokens)


@pytest.mark.parametrize("sign", ["ـ", "ــ", "\u200f", "\u200d", "\ufe7d"])
def test_a_sign_that_stands_alone_is_no_word(sign: str) -> None:
    """A dash of tatweel and a lone mark have no letter: nobody counts them, or finds a name in them."""
    assert line(f"دمشق {sign} وكالات").written == ("دمشق", "وكالات")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("نشر في ٢٣ / ١ / ٢٠٢٥", ("نشر", "في", "#")),
        ("1 2 كلمة 3 كلمة 4 5", ("#", "كلمه", "#", "كلمه", "#")),
        ("ب30 طائرة", ("ب30", "طاءره")),
        ("", ()),
    ],
)
def test_a_label_is_known_whatever_numbers_it_holds(text: str, words: tuple[str, ...]) -> None:
    """A run of numbers is one sign, as the terms of the lists of labels say it; else the words of any finder."""
    assert line(text).labelled == words


def test_a_dash_of_tatweel_ends_a_clause_and_an_initial_does_not() -> None:
    read = line("دمشق ــ قال د. سمير، أمس. وأضاف")
    assert [read.stops(at) for at in range(len(read.tokens))] == [True, True, False, False, False, True]
    assert [at for at in range(len(read.tokens)) if read.comma(at)] == [4]
    assert [at for at in range(len(read.tokens)) if read.close(at)] == [3 - 1]


def test_beyond_either_end_there_is_no_word() -> None:
    read = line("كلمة واحدة")
    assert (read.word(-1), read.word(2), read.folded(-1), read.folded(2)) == ("", "", "", "")
    assert (read.gap(0), read.gap(2)) == ("\n", "\n")


def test_evidence_closes_what_it_opens_and_gives_back_an_article() -> None:
    read = ReadLine(7, "قال للرئيس (سمير الحسن) اليوم", "body", "case")
    shown = read.show(2, 3, "rule")
    assert (shown.line, shown.text) == (7, "سمير الحسن")
    assert read.evidence(11, 22, "rule").text == "(سمير الحسن"
    assert line("اتحاد «نساء سوريا» أعلن").show(0, 2, "rule").text == "اتحاد «نساء سوريا»"
    assert line("قال للرئيس").with_article(1, 1, "ل") == "الرئيس"
    assert line("قال لرئيس").with_article(1, 1, "ل") == "رئيس"


def test_sentences_marks_and_numerals_are_of_the_line() -> None:
    read = line("قال سمير: «نعم». وصل 12 شخصا.")
    assert [read.text[start:end] for start, end in read.sentences] == ["قال سمير: «نعم».", "وصل 12 شخصا."]
    assert [read.text[piece.start : piece.end] for piece in read.marks.pieces] == ["نعم"]
    assert [item.value for item in read.items if item.numeral] == [12]
    assert [read.sentence_of(at) for at in (0, 15, 17, 28)] == [0, 0, 1, 1]
    assert read.sentence(17, 20) == read.near(17, 20) == read.sentences[1]


def test_what_is_made_of_a_line_is_made_once_for_each_lexicon() -> None:
    """A finder that asks again gets the same object; another lexicon, even an equal one, has its own."""
    made: list[str] = []

    def first_of(read: ReadLine, lexicon: list[str]) -> str:
        made.append(read.text)
        return lexicon[0]

    read, one, other = line("نص"), ["أ"], ["أ"]
    assert [read.once(first_of, lexicon) for lexicon in (one, one, other, one)] == ["أ"] * 4
    assert len(made) == 2


def test_every_finder_gets_the_same_lines() -> None:
    read = text_of("عنوان", "سطر أول", "سطر ثان")
    assert read.line(2) is read.lines[1] is read.body[1]
    assert read.line(2).tokens is read.lines[1].tokens
    assert read != text_of("عنوان", "سطر أول", "سطر ثان")
    assert read.once(lambda text, _: len(text.lines), None) == 3
