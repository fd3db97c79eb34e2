"""Paragraphs broken at a fixed width: evenly long lines next to each other, with sentences ending inside them."""

from __future__ import annotations

from dataclasses import replace

from generator.clean.page import Page
from generator.clean.runs import held

_NARROWEST, _WIDEST = 40, 150
_FILLED = 0.7
_SHORTEST_RUN = 3
# Evenly long headlines that ask and answer have stops inside them too, but fewer little words.
_HELD = 0.19


def wrapped(page: Page) -> Page:
    """Marks such lines, the short last one of a paragraph included."""
    found: set[int] = set()
    run: list[int] = []
    end = len(page.views)
    for i in range(end + 1):
        if i < end and _continues(page, run, i):
            run.append(i)
            continue
        if len(run) >= _SHORTEST_RUN and _flows(page, run):
            found.update(run)
            if i < end and page.is_prose(i) and page.views[i].stops:
                found.add(i)
        run = [i] if i < end and _may_wrap(page, i) else []
    return replace(page, wrapped=frozenset(found))


def _may_wrap(page: Page, index: int) -> bool:
    return page.is_prose(index) and _NARROWEST <= len(page.views[index].text) <= _WIDEST


def _continues(page: Page, run: list[int], index: int) -> bool:
    if not run or not _may_wrap(page, index):
        return False
    one, other = len(page.views[run[0]].text), len(page.views[index].text)
    return min(one, other) >= _FILLED * max(one, other)


def _flows(page: Page, run: list[int]) -> bool:
    views = [page.views[i] for i in run]
    broken = sum(not v.stops for v in views)
    parted = sum(v.inner_stops + v.commas for v in views)
    return broken * 2 > len(views) and parted * 3 >= len(views) and held(views) >= _HELD
