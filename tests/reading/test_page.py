"""Where an article stands on its page follows from the order of lines alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.page import Extent, away


@pytest.mark.parametrize(
    ("at", "titled", "untitled"),
    [(0, "header", "above"), (3, "under-title", "above"), (6, "inside", "inside"), (9, "below", "below")],
)
def test_a_zone_is_what_lies_above_and_below(at: int, titled: str, untitled: str) -> None:
    """The headline at 2, the article from 5 to 8; without a headline all above the article is one zone."""
    assert Extent(title=2, first=5, last=8).zone(at) == titled
    assert Extent(first=5, last=8).zone(at) == untitled


def test_without_an_article_nothing_is_inside_and_all_is_header() -> None:
    none = Extent(title=1, first=9, last=8)
    assert (list(none.inside), list(none.tail(3)), none.zone(4), none.top) == ([], [], "header", 1)
    assert none.head(1, 3) == (0, 1, 2, 3)
    assert list(Extent().inside) == []


def test_the_head_holds_lines_about_the_beginning_and_the_first_own() -> None:
    """Far below its headline an article's first lines are of the head all the same, what stands between is not."""
    assert Extent(title=2, first=5, last=8).head(3, 8) == (0, 1, 2, 3, 4, 5, 6)
    assert Extent(title=2, first=50, last=80).head(1, 3) == (1, 2, 3, 4, 50, 51)
    assert list(Extent(first=5, last=8).tail(3)) == [8, 9, 10, 11]


def test_a_headline_below_its_text_does_not_begin_the_article() -> None:
    assert Extent(title=9, first=5, last=8).top == 5


@given(st.integers(0, 40), st.sets(st.integers(0, 40), min_size=1))
def test_the_way_to_the_nearest_place_is_the_shortest(at: int, places: set[int]) -> None:
    assert away(at, sorted(places)) == min(abs(at - place) for place in places) - 1
