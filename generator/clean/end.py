"""Where the article ends: what stands beyond its sure paragraphs and still belongs to it, and what does not.

Invariant: only lines at the very end move in or out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.clean.shape import Shape
from generator.reading.stems import share, touched

_SELDOM = 0.4
_SHORTEST = 4
_NEXT = 2
_LOOKED_AT = 10
_LONGEST_LINE_OF_A_BUTTON = 4
_SAME = 0.3
_LITTLE = 0.25
_FOREIGN = 0.5
_LONGEST_LINK = 36
_STRANGE, STRANGE_AMONG_SENTENCES = 0.1, 0.25


def trim(page: Shape) -> Shape:
    """Moves the end up above headlines that share nothing with the article."""
    if not page.inside:
        return page
    prose = list(page.prose)
    strange = STRANGE_AMONG_SENTENCES if page.often_stops else _STRANGE
    rest = page.counted(prose)
    while len(prose) > 1 and _is_loose(page, prose[-1], prose[-2], rest, strange):
        rest.subtract(page.counted([prose.pop()]))
    return replace(page, last=prose[-1]) if prose else page


def _is_loose(page: Shape, index: int, above: int, rest: Counter[str], strange: float) -> bool:
    view = page.views[index]
    if view.stops or view.speaks or view.inner_stops or view.is_item:
        return False
    if view.size > _LONGEST_LINK or index in page.wrapped:
        return False
    follows = page.views[above].stops or page.views[above].size <= _LONGEST_LINK
    return follows and share(page.views[index].stems, page.elsewhere(index, rest)) <= strange


def resume(page: Shape) -> Shape:
    """Moves the end down over notices and buttons, when sentences follow that surely speak of the same."""
    if not page.inside:
        return page
    counted = page.counted(page.prose)
    last, between, seen = page.last, list[int](), 0
    dropped: set[int] = set()
    for i in page.below(page.last):
        label, seen = page.views[i].label, seen + 1
        if seen > _LOOKED_AT or (label and label.effect in ("closes", "ends", "links")):
            break
        if _is_the_same(page, i, counted):
            counted.update(page.counted([i]))
            dropped.update(between)
            last, between, seen = i, [], 0
        elif page.is_prose(i):
            between.append(i)
    return replace(page, last=last, dropped=page.dropped | dropped)


def _is_the_same(page: Shape, index: int, counted: Counter[str]) -> bool:
    view, own = page.views[index], page.views[index].stems
    if not page.is_prose(index) or not view.stops or view.size <= _LONGEST_LINE_OF_A_BUTTON:
        return False
    central = {s for word in own for s in word if counted[s] > 1}
    return share(own, counted) >= _SAME and touched(own, central) > 1


def extend(page: Shape) -> Shape:
    """Moves the end down while the next line goes on with the article."""
    if not page.inside:
        return page
    seldom_stops = page.stop_rate(page.prose) < _SELDOM
    has_items = sum(page.views[i].is_item for i in page.prose) > 1
    last = page.last
    for i in page.below(page.last):
        has_items = has_items or page.views[last].introduces
        if not page.is_prose(i) or i - last > _NEXT or not _goes_on(page, i, seldom_stops, has_items):
            break
        last = i
    return replace(page, last=last)


def _goes_on(page: Shape, index: int, seldom_stops: bool, has_items: bool) -> bool:
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
    if view.speaks or not seldom_stops:
        return view.speaks
    return view.text.startswith("و") or view.little_share >= _LITTLE or (view.commas > 0 and page.share(index) > 0.0)
