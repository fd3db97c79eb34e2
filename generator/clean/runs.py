"""Runs of short lines without a full stop: clauses of a text, or headlines one below the other.

Clauses go on: some begin with a joining و or a verb of speech, and little words hold them together. Headlines do not.
(Of 375 runs of headlines on composed and real pages four have more than a tenth of lines that go on, and one has
three little or joined words in ten; of 159 runs of clauses six in seven have one or the other.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.clean.page import Page
from generator.clean.stems import share
from generator.clean.view import View

_SHORTEST_RUN, _SHORTEST_LINE = 3, 4
_GO_ON, _HARDLY = 0.15, 0.1
_HELD, _LOOSE = 0.28, 0.25
_OF_ONE_THING = 0.3
_SEEN = 400


def runs(page: Page) -> Page:
    """Marks both: clauses as lines of broken paragraphs, headlines as such."""
    wrapped, listed = set(page.wrapped), set[int]()
    for run in _runs(page):
        views = [page.views[i] for i in run[:_SEEN]]
        if _flows(views):
            wrapped.update(run if views[0].goes_on or _is_one_of_them(page, run) else run[1:])
        elif _is_list(views):
            listed.update(run)
    return replace(page, wrapped=frozenset(wrapped), listed=frozenset(listed))


def _runs(page: Page) -> Iterator[list[int]]:
    """Lines in a row; a date or byline between two of them parts nothing, below several it opens an article."""
    run: list[int] = []
    unbroken = 0
    for i, view in enumerate(page.views):
        if view.is_blank:
            continue
        if page.is_prose(i) and view.size >= _SHORTEST_LINE and page.has_headline_shape(i):
            run.append(i)
            unbroken += 1
            continue
        dated = view.label is not None and view.label.effect in ("begins", "line")
        if not dated or unbroken >= _SHORTEST_RUN:
            if len(run) >= _SHORTEST_RUN:
                yield run
            run = []
        unbroken = 0
    if len(run) >= _SHORTEST_RUN:
        yield run


def _is_one_of_them(page: Page, run: list[int]) -> bool:
    """The first line may be the headline, unless no gap parts it from the second and one does from what is above."""
    above = next(page.above(run[0]), None)
    close = run[1] - run[0] <= run[2] - run[1] and (above is None or run[0] - above > run[1] - run[0])
    return close and any(page.is_prose(i) and page.views[i].size > 1 for i in page.above(run[0]))


def _flows(views: list[View]) -> bool:
    return _going_on(views) > _GO_ON or held(views) >= _HELD


def _is_list(views: list[View]) -> bool:
    if _going_on(views) > _HARDLY or held(views) >= _LOOSE or any(view.is_item for view in views):
        return False
    met = [share(one.stems, {s for word in other.stems for s in word}) for one, other in pairwise(views)]
    return sum(met) < _OF_ONE_THING * len(met)


def _going_on(views: list[View]) -> float:
    return sum(view.goes_on for view in views) / len(views)


def held(views: Sequence[View]) -> float:
    """The share of little words and joined ones among all words of the lines."""
    held_words = sum(view.little + view.joined_share * view.size for view in views)
    return held_words / sum(view.size for view in views)
