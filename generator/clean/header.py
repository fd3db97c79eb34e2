"""The head of the article: its stated headline, and its first paragraph below.

A headline is known by its words: in its own article most of them come again, in another article next to none. (On
composed pages nine in ten headlines share a seventh or more of their stems with their article; with a foreign one, nine
in ten share less.) Where a headline plays with words, its place decides.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.clean.page import LONGEST_HEADLINE, Page

_LINES_SEEN = 16
_LEAST_SHARE = 0.24
_LEAST_SHARE_NEXT_TO_BODY = 0.12
_SHORTEST_ALONE = 4
_USUAL_LENGTH = 7
_COPY_BONUS = 0.4
_DISTANCE_COST = 0.015
_LONGEST_OPENING = 14


def headline(page: Page) -> Page:
    """Sets the stated title, and lets the article begin below it."""
    if page.first is None or page.last is None:
        return page
    top = _first_prose_below_a_headline(page)
    copies = Counter(view.words for view in page.views if view.size > 2)
    candidates = _candidates(page, top)
    page = replace(page, first=top)
    best = max(candidates, key=lambda i: _score(page, i, top, copies), default=None)
    if best is None or _score(page, best, top, copies) <= 0.0:
        return _without_title(page, top)
    best = _plainest(page, best, candidates)
    return replace(page, title=best, first=_opening(page, best, top))


def _first_prose_below_a_headline(page: Page) -> int:
    """The first line that is surely prose: a headline may have been counted in with the lines below it."""
    asked = False
    for count, i in enumerate(page.prose):
        if not page.has_headline_shape(i) or asked or count > _LINES_SEEN:
            return i
        asked = page.views[i].asks
    return page.inside[0]


def _candidates(page: Page, top: int) -> list[int]:
    seen = []
    for count, i in enumerate(page.above(top)):
        if count >= _LINES_SEEN:
            break
        if _may_be_headline(page, i):
            seen.append(i)
    return seen


def _may_be_headline(page: Page, index: int) -> bool:
    view = page.views[index]
    if view.label and (view.size < 6 or view.label.effect in ("links", "closes", "begins")):
        return False
    return 2 <= view.size <= LONGEST_HEADLINE + 6 and view.separators < 2 and view.numbers * 2 < view.size


def _score(page: Page, index: int, top: int, copies: Counter[tuple[str, ...]]) -> float:
    """How much speaks for a line as headline; not above 0 when too little does."""
    view = page.views[index]
    share = page.share(index)
    near = all(_belongs_to_head(page, i) for i in page.above(top) if i > index)
    repeated = copies[view.words] > 1
    least = _LEAST_SHARE_NEXT_TO_BODY if near or repeated else _LEAST_SHARE
    if view.size < _SHORTEST_ALONE or (view.label is not None):
        least = max(least, 0.5)
    if share < least and not (near and _stands_first(page, index)):
        return 0.0
    distance = sum(1 for i in page.above(top) if i > index)
    score = (0.1 + share) * min(1.0, view.size / _USUAL_LENGTH) + (_COPY_BONUS if repeated else 0.0)
    if view.stops and not view.asks:
        score *= 0.4
    if _is_below_date(page, index) and view.size < _USUAL_LENGTH and not repeated:
        score *= 0.3 if view.size >= 6 else 0.0
    return score - _DISTANCE_COST * distance


def _belongs_to_head(page: Page, index: int) -> bool:
    """A byline, a date, a button: what stands between a headline and its article."""
    view = page.views[index]
    return bool(view.label) or view.size <= _LONGEST_OPENING


def _stands_first(page: Page, index: int) -> bool:
    """Words play in it, or it says little: then it is the headline when nothing but labels stands above."""
    size = page.views[index].size
    return size >= _SHORTEST_ALONE and next(page.above(index), None) is None


def _is_below_date(page: Page, index: int) -> bool:
    above = next(page.above(index), None)
    label = None if above is None else page.views[above].label
    return bool(label and label.effect == "begins")


def _plainest(page: Page, best: int, candidates: list[int]) -> int:
    """Of several copies the last one without a list sign; of headline and dek the upper."""
    words = page.views[best].words
    same = [i for i in candidates if page.views[i].words == words]
    plain = [i for i in same if not page.views[i].has_bullet]
    best = max(plain or same)
    upper = next((i for i in page.above(best) if not page.views[i].label), None)
    if upper in candidates and upper is not None and _is_dek_of(page, upper, best):
        return upper
    return best


def _is_dek_of(page: Page, upper: int, lower: int) -> bool:
    one, other = page.views[upper], page.views[lower]
    if page.share(upper) < _LEAST_SHARE or one.size < _SHORTEST_ALONE or one.has_bullet:
        return False
    return lower - upper <= 3 and (other.size > one.size or other.stops) and page.share(upper) > 0.5 * page.share(lower)


def _opening(page: Page, title: int, top: int) -> int:
    """The first line of the article below its headline: short sentences above the first long one are its own."""
    below = [i for i in page.below(title) if i < top]
    return next((i for i in below if _is_sentence(page, i)), top)


def _without_title(page: Page, top: int) -> Page:
    first = top
    for i in page.above(top):
        if not _is_sentence(page, i):
            break
        first = i
    return replace(page, first=first)


def _is_sentence(page: Page, index: int) -> bool:
    view = page.views[index]
    return page.is_prose(index) and view.size > 1 and (view.stops or view.introduces) and view.separators < 2
