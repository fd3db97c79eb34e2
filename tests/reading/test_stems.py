"""Forms of one word meet under a key, and words that are strangers do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.letters import fold, plain, unified
from generator.reading.stems import ROOT, light, light_stems, meanings, share, touched, without_article

WORD = st.text(alphabet=st.sampled_from("وفبكلسالهيةتنمدرآإأى"), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [("والسجون", "سجون"), ("باحث", "الباحثون"), ("للمدينة", "مدينة"), ("سلحفاة", "السلحفاة"), ("كتابها", "كتاب")],
)
def test_forms_of_a_word_touch(one: str, other: str) -> None:
    """What is written before and behind a word does not part it from itself, whichever letters are its own."""
    assert light_stems(fold(one)) & light_stems(fold(other))


def test_strangers_do_not_touch() -> None:
    assert not light_stems(fold("سجون")) & light_stems(fold("مدرسة"))
    assert light_stems("prisons") == light_stems("prison") != light_stems("press")


@given(WORD)
def test_a_stem_keeps_three_letters_or_the_word(word: str) -> None:
    """Nothing is cut down to fewer letters than a root has."""
    stem = light(plain(word))
    assert len(stem) >= ROOT or stem in unified(plain(word))
    assert all(len(found) >= ROOT for found in light_stems(fold(word)))


def test_light_takes_the_article_off_letters_as_written() -> None:
    """«آلاف» keeps its head: it has no article."""
    assert light(plain("آلاف")) == "الاف"
    assert light(plain("والمدارس")) == "مدارس"


def test_little_words_numbers_and_short_words_mean_nothing() -> None:
    own = meanings(("في", "#", "الذي", "السجون", "المدينه"), frozenset({"الذي"}))
    assert len(own) == 2
    known = {stem for word in meanings(("سجون",), ()) for stem in word}
    assert (touched(own, known), share(own, known), share(frozenset(), known)) == (1, 0.5, 0.0)


def test_an_article_may_stand_behind_other_letters() -> None:
    assert {without_article(word) for word in ("الرصيف", "والرصيف", "بالرصيف", "رصيف")} == {"رصيف"}
