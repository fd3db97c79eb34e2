"""Which lines go together: headlines below a label, paragraphs broken at a fixed width, clauses, headlines in a row.

Clauses go on: some begin with a joining و or a verb of speech, and little words hold them together. Headlines do not.
(Of 375 runs of headlines on composed and real pages four have more than a tenth of lines that go on, and one has
three little or joined words in ten; of 159 runs of clauses six in seven have one or the other.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.clean.shape import Shape
from generator.clean.view import View
from generator.reading.stems import share

_NARROWEST, _WIDEST = 40, 150
_FILLED = 0.7
# Evenly long headlines that ask and answer have stops inside them too, but fewer little words.
_HELD_WRAPPED = 0.19
_SHORTEST_RUN, _SHORTEST_LINE = 3, 4
_GO_ON, _HARDLY = 0.15, 0.1
_HELD, _LOOSE = 0.28, 0.25
_OF_ONE_THING = 0.3
_SEEN = 400


def mark_links(page: Shape) -> Shape:
    """Marks the headlines below a label that announces other articles, down to the next line of prose or label."""
    found, open_ = set(), False
    for i, view in enumerate(page.views):
        if view.label:
            open_ = view.label.effect == "links" or (open_ and view.label.effect in ("line", "begins"))
        elif not view.is_blank and open_:
            open_ = not view.words or (page.has_headline_shape(i) and not view.speaks)
            if open_:
                found.add(i)
    return replace(page, links=frozenset(found))


def mark_wrapped(page: Shape) -> Shape:
    """Marks evenly long lines with sentences ending inside them, the short last one of a paragraph included."""
    found: set[int] = set()
    run: list[int] = []
    end = len(page.views)
    for i in range(end + 1):
        size = len(page.views[i].text) if i < end and page.is_prose(i) else 0
        may_wrap = _NARROWEST <= size <= _WIDEST
        sizes = (size, len(page.views[run[0]].text) if run else 0)
        if may_wrap and min(sizes) >= _FILLED * max(sizes):
            run.append(i)
            continue
        if len(run) >= _SHORTEST_RUN and _is_wrapped([page.views[at] for at in run]):
            found.update(run)
            if i < end and page.is_prose(i) and page.views[i].stops:
                found.add(i)
        run = [i] if may_wrap else []
    return replace(page, wrapped=frozenset(found))


def _is_wrapped(views: list[View]) -> bool:
    broken = sum(not v.stops for v in views)
    parted = sum(v.inner_stops + v.commas for v in views)
    return broken * 2 > len(views) and parted * 3 >= len(views) and held(views) >= _HELD_WRAPPED


def mark_runs(page: Shape) -> Shape:
    """Marks short lines without a full stop: clauses as lines of broken paragraphs, headlines as such."""
    wrapped, listed = set(page.wrapped), set[int]()
    for run in _runs(page):
        views = [page.views[i] for i in run[:_SEEN]]
        going_on = sum(view.goes_on for view in views) / len(views)
        if going_on > _GO_ON or held(views) >= _HELD:
            wrapped.update(run if views[0].goes_on or _is_one_of_them(page, run) else run[1:])
        elif going_on <= _HARDLY and held(views) < _LOOSE and _is_list(views):
            listed.update(run)
    return replace(page, wrapped=frozenset(wrapped), listed=frozenset(listed))


def _runs(page: Shape) -> Iterator[list[int]]:
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


def _is_one_of_them(page: Shape, run: list[int]) -> bool:
    """The first line may be the headline, unless no gap parts it from the second and one does from what is above."""
    above = next(page.above(run[0]), None)
    close = run[1] - run[0] <= run[2] - run[1] and (above is None or run[0] - above > run[1] - run[0])
    return close and any(page.is_prose(i) and page.views[i].size > 1 for i in page.above(run[0]))


def _is_list(views: list[View]) -> bool:
    met = [share(one.stems, {s for word in other.stems for s in word}) for one, other in pairwise(views)]
    return not any(view.is_item for view in views) and sum(met) < _OF_ONE_THING * len(met)


def held(views: Sequence[View]) -> float:
    """The share of little words and joined ones among all words of the lines."""
    held_words = sum(view.little + view.joined_share * view.size for view in views)
    return held_words / sum(view.size for view in views)
