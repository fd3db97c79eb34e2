"""Which line is the headline: the lines that may be one, and how much speaks for each.

A headline is known by its words: in its own article most of them come again, in another article next to none. (On
composed pages nine in ten headlines share a seventh or more of their stems with their article; with a foreign one, nine
in ten share less.) Where a headline plays with words, its place decides.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from generator.clean.shape import Shape
from generator.clean.view import LONGEST_HEADLINE

_LINES_SEEN = 16
LEAST_SHARE = 0.24
_LEAST_SHARE_NEXT_TO_BODY = 0.12
_LEAST_SHARE_RIGHT_ABOVE = 0.3
SHORTEST_ALONE = 4
USUAL_LENGTH = 5
_SURE_LENGTH = 7
LONGEST = LONGEST_HEADLINE + 6
SHORTEST_COPY = 3
CLEAR_SHARE = 0.5
_STOPPED = 0.4
_BELOW_DATE = 0.3
_MOST_BETWEEN = 4
_MOST_BELOW_PLAYFUL = 3
COPY_FACTOR = 1.5
_TWICE = 2
_DISTANCE_COST = 0.015


def candidates(page: Shape, top: int) -> list[int]:
    """The lines above the first paragraph, nearest first, that may be the headline."""
    return [i for i in islice(page.above(top), _LINES_SEEN) if may_be_headline(page, i)]


def without_captions(page: Shape, candidates: list[int]) -> list[int]:
    """A line that stands twice in a row tells what a photo shows, where another line can be the headline."""
    views = page.views
    twice = {i for i in candidates for near in (i - 1, i + 1) if near >= 0 and views[near].words == views[i].words}
    others = [i for i in candidates if i not in twice]
    words = {views[i].words for i in others if views[i].size >= USUAL_LENGTH and page.share(i) >= LEAST_SHARE}
    return [i for i in others if views[i].words not in {views[j].words for j in twice} - words] if words else candidates


def may_be_headline(page: Shape, index: int) -> bool:
    """Neither label, credit, result, list item, menu nor a sentence that goes on."""
    view = page.views[index]
    if view.label and (view.size <= USUAL_LENGTH or view.label.effect in ("links", "closes", "begins")):
        return False
    if view.introduces or view.is_credit or view.is_result or page.is_listed(index):
        return False
    if (view.narrates and not view.asks) or (view.size < USUAL_LENGTH and page.is_parted(index)):
        return False
    return 1 < view.size <= LONGEST and view.separators <= 1 and view.numbers * 2 < view.size


def score(page: Shape, index: int, top: int, copies: Counter[tuple[str, ...]]) -> float:
    """How much speaks for a line as headline; not above 0 when too little does."""
    view = page.views[index]
    repeated = copies[view.words] > 1
    share = page.share(index)
    often = copies[view.words] > _TWICE and share >= LEAST_SHARE
    if not often and not _is_of_the_article(page, index, top, share):
        return 0.0
    score = (0.1 + share) * min(1.0, view.size / USUAL_LENGTH) * (COPY_FACTOR if repeated else 1.0)
    if view.stops and not view.asks:
        score *= _STOPPED
    if page.is_below_date(index) and view.size < _SURE_LENGTH and not repeated:
        score *= _BELOW_DATE if view.size > USUAL_LENGTH else 0.0
    return score - _DISTANCE_COST * len(page.between(index, top))


def _is_of_the_article(page: Shape, index: int, top: int, share: float) -> bool:
    """Enough of its words return in the article; fewer are enough the nearer it stands."""
    view = page.views[index]
    between = page.between(index, top)
    if view.size < SHORTEST_ALONE or view.label:
        if page.views[top].words[: view.size] == view.words:
            return False  # The first words of the first paragraph, cut off by the page: no headline was stated.
        framed = view.size >= SHORTEST_COPY and _is_framed(page, between)
        clear = share >= CLEAR_SHARE if view.size >= SHORTEST_COPY else share > CLEAR_SHARE
        return clear or (framed and _stands_first(page, index))
    if _stands_first(page, index) and len(between) <= _MOST_BELOW_PLAYFUL:
        return True
    met = round(share * len(page.views[index].stems))
    if met >= 1 and _is_framed(page, between):
        return share >= _LEAST_SHARE_NEXT_TO_BODY
    if not between and met >= 1 and share >= _LEAST_SHARE_RIGHT_ABOVE:
        return True
    near = sum(not page.views[i].label for i in between) <= _MOST_BETWEEN
    return share >= (LEAST_SHARE if near else 2 * LEAST_SHARE) and (met > 1 or share >= CLEAR_SHARE)


def _is_framed(page: Shape, between: list[int]) -> bool:
    """Nothing but one byline and one date between a headline and its article, and one of them surely is."""
    labels = [page.views[i].label for i in between]
    return len(between) <= _MOST_BELOW_PLAYFUL and any(label and label.effect == "begins" for label in labels)


def _stands_first(page: Shape, index: int) -> bool:
    """Words play in it, or it says little: then it is the headline when nothing at all stands above."""
    return index not in page.listed and all(page.views[i].label for i in page.above(index))
