"""The lines right below the last sure paragraph that still belong to it: items of a list, a closing line."""

from __future__ import annotations

from dataclasses import replace

from generator.clean.page import Page

_SELDOM = 0.4
_SHORTEST = 4


def extend(page: Page) -> Page:
    """Moves the end down while the next line goes on with the article."""
    if page.last is None:
        return page
    seldom_stops = _stop_rate(page) < _SELDOM
    has_items = sum(page.views[i].is_item for i in page.prose) > 1
    last = page.last
    for i in page.below(page.last):
        if not page.is_prose(i) or i - last > 2 or not _goes_on(page, i, seldom_stops, has_items):
            break
        last = i
    return replace(page, last=last)


def _stop_rate(page: Page) -> float:
    prose = page.prose
    return sum(page.views[i].stops for i in prose) / len(prose) if prose else 1.0


def _goes_on(page: Page, index: int, seldom_stops: bool, has_items: bool) -> bool:
    view = page.views[index]
    if view.separators > 1 or view.foreign_share > 0.5:
        return False
    if view.is_item:
        return has_items
    if view.size < _SHORTEST:
        return False
    return view.speaks or (seldom_stops and view.text.startswith("و") and page.share(index) > 0.0)
