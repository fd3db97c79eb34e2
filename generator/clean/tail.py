"""The ends of the article: what stands beyond its sure paragraphs and still belongs to it, and what does not.

Invariant: only lines at the very ends move in or out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.clean.page import Page
from generator.clean.stems import share, touched

_SELDOM = 0.4
_SHORTEST = 4
_NEXT = 2
_LOOKED_AT = 10
_LONGEST_LINE_OF_A_BUTTON = 4
_SAME = 0.3
_LITTLE = 0.25
_FOREIGN = 0.5
_LONGEST_LINK, _LONGEST_TICKER_LINE = 36, 24
# Where all else ends in a full stop, a line without one has to show that it belongs.
OFTEN = 0.6
_STRANGE, _STRANGE_AMONG_SENTENCES = 0.1, 0.25


def behead(page: Page) -> Page:
    """Moves the beginning down below headlines that run without a label into an article of whole sentences."""
    prose = list(page.prose)
    sure = next((at for at, i in enumerate(prose) if page.views[i].stops and not page.views[i].asks), len(prose))
    if stop_rate(page, prose[sure:]) < OFTEN:
        return page
    known = {s for i in prose[sure:] for word in page.stems(i) for s in word}
    for i in prose[: sure + 1]:
        if not _is_ticker_line(page, i) or share(page.stems(i), known) > _STRANGE_AMONG_SENTENCES:
            return replace(page, first=i)
    return page


def _is_ticker_line(page: Page, index: int) -> bool:
    view = page.views[index]
    if (view.stops and not view.asks) or view.runs_on:
        return False
    return view.size <= _LONGEST_TICKER_LINE and not (view.speaks or view.is_item or index in page.wrapped)


def trim(page: Page) -> Page:
    """Moves the end up above headlines that share nothing with the article."""
    if page.first is None or page.last is None:
        return page
    prose = list(page.prose)
    strange = _STRANGE_AMONG_SENTENCES if stop_rate(page) >= OFTEN else _STRANGE
    rest = Counter(s for i in prose for word in page.stems(i) for s in word)
    while len(prose) > 1:
        _forget(rest, page, prose[-1])
        if not _is_loose(page, prose[-1], prose[-2], rest, strange):
            break
        prose.pop()
    return replace(page, last=prose[-1]) if prose else page


def _forget(counted: Counter[str], page: Page, index: int) -> None:
    """Takes a line's stems out of a count; one that is left nowhere is no longer in it."""
    for stem in (s for word in page.stems(index) for s in word):
        counted[stem] -= 1
        if not counted[stem]:
            del counted[stem]


def _is_loose(page: Page, index: int, above: int, rest: Counter[str], strange: float) -> bool:
    view = page.views[index]
    if view.stops or view.speaks or view.inner_stops or view.is_item:
        return False
    if view.size > _LONGEST_LINK or index in page.wrapped:
        return False
    follows = page.views[above].stops or page.views[above].size <= _LONGEST_LINK
    return follows and share(page.stems(index), rest) <= strange


def resume(page: Page) -> Page:
    """Moves the end down over notices and buttons, when sentences follow that surely speak of the same."""
    if page.last is None:
        return page
    counted = Counter(s for i in page.prose for word in page.stems(i) for s in word)
    last, between, seen = page.last, list[int](), 0
    dropped: set[int] = set()
    for i in page.below(page.last):
        label, seen = page.views[i].label, seen + 1
        if seen > _LOOKED_AT or (label and label.effect in ("closes", "ends", "links")):
            break
        if _is_the_same(page, i, counted):
            counted.update(s for word in page.stems(i) for s in word)
            dropped.update(between)
            last, between, seen = i, [], 0
        elif page.is_prose(i):
            between.append(i)
    return replace(page, last=last, dropped=page.dropped | dropped)


def _is_the_same(page: Page, index: int, counted: Counter[str]) -> bool:
    view, own = page.views[index], page.stems(index)
    if not page.is_prose(index) or not view.stops or view.size <= _LONGEST_LINE_OF_A_BUTTON:
        return False
    central = {s for word in own for s in word if counted[s] > 1}
    return share(own, counted) >= _SAME and touched(own, central) > 1


def extend(page: Page) -> Page:
    """Moves the end down while the next line goes on with the article."""
    if page.last is None:
        return page
    seldom_stops = stop_rate(page) < _SELDOM
    has_items = sum(page.views[i].is_item for i in page.prose) > 1
    last = page.last
    for i in page.below(page.last):
        has_items = has_items or page.views[last].introduces
        if not page.is_prose(i) or i - last > _NEXT or not _goes_on(page, i, seldom_stops, has_items):
            break
        last = i
    return replace(page, last=last)


def stop_rate(page: Page, lines: Sequence[int] | None = None) -> float:
    """The share of the article's words, or of some lines', that stand in lines with a full stop at their end."""
    views = [page.views[i] for i in (page.prose if lines is None else lines)]
    written = sum(view.size for view in views)
    return sum(view.size for view in views if view.stops) / written if written else 1.0


def _goes_on(page: Page, index: int, seldom_stops: bool, has_items: bool) -> bool:
    view = page.views[index]
    if view.separators > 1 or view.foreign_share > _FOREIGN:
        return False
    if view.is_item:
        return has_items
    if view.introduces:
        below = next(page.below(index), None)
        return below is not None and page.views[below].is_item
    if view.size < _SHORTEST and not (view.little and page.last in page.wrapped and index - 1 in page.wrapped):
        return False
    return view.speaks or (seldom_stops and _sounds_like_a_sentence(page, index))


def _sounds_like_a_sentence(page: Page, index: int) -> bool:
    view = page.views[index]
    return view.text.startswith("و") or view.little_share >= _LITTLE or (view.commas > 0 and page.share(index) > 0.0)
