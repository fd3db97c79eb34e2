"""Words, clitics and folding: the one place where word edges are decided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.clitics import analyses, readings
from generator.reading.letters import bare, digits, display, fold, same_sound, sound, squeeze, tokens

ARABIC = st.text(alphabet=st.characters(min_codepoint=0x0621, max_codepoint=0x064A), min_size=1, max_size=12)


def stems(word: str) -> set[tuple[str, bool, str]]:
    return {(r.prefix, r.definite, r.exact) for r in analyses(word)}


@pytest.mark.parametrize(
    ("word", "prefix", "definite", "stem"),
    [
        ("للجنة", "ل", True, "لجنة"),
        ("للجنة", "ل", False, "لجنة"),
        ("للاجئين", "ل", True, "لاجئين"),
        ("لليبيا", "ل", False, "ليبيا"),
        ("للعراق", "ل", True, "عراق"),
        ("وبالعراق", "وب", True, "عراق"),
        ("فللتحالف", "فل", True, "تحالف"),
        ("كالأردن", "ك", True, "أردن"),
        ("وسوريا", "و", False, "سوريا"),
        ("ألمانيا", "", False, "ألمانيا"),
        ("المانيا", "", False, "المانيا"),
        ("سيقول", "س", False, "يقول"),
    ],
)
def test_a_word_is_read_as(word: str, prefix: str, definite: bool, stem: str) -> None:
    """Each reading that a lexicon may need is among the candidates."""
    assert (prefix, definite, stem) in stems(word)


def test_the_article_is_taken_off_before_letters_are_folded() -> None:
    """«آلاف» is not ال + اف, and «أليس» is not ال + يس."""
    assert not any(definite for _, definite, _ in stems("آلاف"))
    assert not any(definite and not prefix for prefix, definite, _ in stems("أليس"))


def test_the_word_as_it_stands_comes_first() -> None:
    """«التزام» and «بلد» are words of their own before they are anything else."""
    for word in ("التزام", "بلد", "للجنة", "كاتب"):
        first = analyses(word)[0]
        assert (first.prefix, first.definite, first.exact) == ("", False, word)


def test_pronouns() -> None:
    """«معتقلوه» and «ولايتنا» give their nouns, ت before a pronoun standing for ة."""
    assert "معتقلو" in {r.exact for r in readings("معتقلوه")}
    assert "ولاية" in {r.exact for r in readings("ولايتنا")}


def test_folding() -> None:
    """Hamza seats, ta marbuta, Farsi letters, marks and digits fold; the two spellings of an official meet."""
    assert fold("مسؤول") == fold("مسئول")
    assert fold("إيران") == fold("ایران") == fold("إِيران")
    assert fold("٢٠٢١") == fold("۲۰۲۱") == "2021"
    assert fold("داعـــش") == fold("داعش")
    assert bare("المصرى") != bare("المصري")


@given(ARABIC)
def test_folding_is_done_once(word: str) -> None:
    """Folding a folded word changes nothing, and keeps no mark."""
    assert fold(fold(word)) == fold(word)


@given(st.text(max_size=80))
def test_tokens_are_pieces_of_their_line(line: str) -> None:
    """Every token is the text of its span, in order, and none is empty."""
    at = 0
    for token in tokens(line):
        assert token.text == line[token.start : token.end] != ""
        assert token.start >= at
        at = token.end


@given(ARABIC)
def test_every_reading_puts_the_word_together(word: str) -> None:
    """A reading never invents letters: its stem ends the bare word."""
    assert all(bare(word).endswith(r.exact) for r in analyses(word))


def test_foreign_names_by_sound() -> None:
    """ج غ ق ك are one letter, long vowels inside do not count; shorter words keep their vowels."""
    assert sound(fold("جودفري")) == sound(fold("غودفري"))
    assert sound(fold("البنتاجون")) == sound(fold("البنتاغون"))
    assert sound(fold("شاناهان")) == sound(fold("شانهان"))
    assert sound(fold("بايدن")) != sound(fold("بدون"))


def test_single_words_need_more_than_sound() -> None:
    """One long vowel more or less inside, and nothing else: «أغاني» is no general, «سليمان» no «سليماني»."""
    assert same_sound("ماكونيل", "مكونيل")
    assert same_sound("بومبيو", "بومبييو")
    assert not same_sound("سليمان", "سليماني")
    assert not same_sound("اغاني", "قااني")
    assert not same_sound("غيرهم", "غراهام")


def test_small_ones() -> None:
    """Display keeps letters and drops controls; squeeze and digits do what their names say."""
    assert display("a\x00b\u202ec") == "abc"
    assert squeeze("  a \u00a0 b\n") == "a b"
    assert digits("٣ و4") == "3 و4"
