"""A word longer than any line gets places to break, and a page stays the text that it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.breaks import breakable

LONG = "ك" * 1_000
JOINED = {
    "arabic": LONG,
    "with marks": "كَ" * 500,
    "farsi": "یک" * 500,
    "syriac": "ܒܓ" * 500,
    "mongolian": "ᠪᠠ" * 500,
    "presentation forms": "ﻛﻠ" * 500,
}


@pytest.mark.parametrize("word", JOINED.values(), ids=JOINED)
def test_no_piece_of_a_long_word_is_longer_than_a_few_lines(word: str) -> None:
    pieces = re.split("<wbr>", breakable(f"<p>{word}</p>").removeprefix("<p>").removesuffix("</p>"))
    assert "".join(pieces) == word
    assert max(map(len, pieces)) < 110


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "كلمة " * 400 + "</p>",
        f"<a href=\"#{LONG}\" title='{LONG}'>x</a>",
        f"<title>{LONG}</title>",
        f'<script type="application/ld+json">{{"headline": "{LONG}"}}</script>',
        f"<style>/* {LONG} */</style>",
        "<p>" + "W" * 1_000 + "</p>",
        "<p>ه" + "\u0651\u0301\u0489" * 400 + "</p>",
        "<p>" + "👩\u200d" * 300 + "</p>",
    ],
    ids=["words", "attributes", "title", "data", "style", "latin", "marks on one letter", "signs that are joined"],
)
def test_anything_else_stays_as_it_is(page: str) -> None:
    assert breakable(page) == page


def test_text_after_what_is_not_shown_gets_its_places() -> None:
    made = breakable(f"<title>{LONG}</title><p>{LONG}</p><script>{LONG}</script><b>{LONG}</b>")
    assert [piece.count("<wbr>") for piece in re.split("</?(?:title|script)>", made)] == [0, 0, 9, 0, 9]


@given(
    st.lists(st.sampled_from(["ك" * 150, "ـَ", "<b>", "</b>", '<a title="', '">', "'", " ", "<script>", "&#60;", "7"]))
)
def test_nothing_but_places_is_added(parts: list[str]) -> None:
    page = "".join(parts)
    assert breakable(page).replace("<wbr>", "") == page
