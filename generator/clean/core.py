"""Where the article surely lies: the run of lines that weighs most as prose, what stands round it considered.

The model sees lines by this heart, and moves the ends itself. The weights are set by hand; how verdicts move with
them has not been measured.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.clean.view import LONGEST_HEADLINE, View
from generator.lexicon.furniture import Effect

Span = tuple[int, int]

_LABEL_COST: Mapping[Effect, float] = {
    "line": -0.3,
    "outside": -0.8,
    "begins": -1.0,
    "links": -1.0,
    "ends": -3.0,
    "notice": -4.0,
    "closes": -6.0,
}
# How much what stands below such a label counts; labels of comments and rights come after an article, not before it.
_DAMPS: Mapping[Effect, float] = {"ends": 0.7, "closes": 0.4, "notice": 0.7}
_LEAST_DAMP = 0.2
_SHORT, _DROP, _ENOUGH = 4, 8.0, 60.0
_SHORTEST_HEAD, _LONGEST_HEAD = 3, LONGEST_HEADLINE + 4
_LONG_UNSTOPPED, _PARTS_OF_PROSE, _FOREIGN = 15, 2, 0.5
_HEADLINE_IN_REACH, _DATE_IN_REACH, _FITS = 6, 4, 0.35
_DATED, _HEADED, _HEADED_WELL = 2.0, 2.0, 4.0


@dataclass(frozen=True)
class _Stretch:
    first: int
    last: int
    weight: float


def may_head(view: View) -> bool:
    """A line that could be a headline: a phrase without a label, or a sentence or two words that do not go on."""
    if view.label or not 1 < view.size <= _LONGEST_HEAD:
        return False
    return view.is_phrase or not (view.inner_stops or view.goes_on or view.introduces)


def worth(view: View) -> float:
    """How much a line speaks for being a paragraph: about -6 (a label of comments) to +9 (a long paragraph)."""
    if view.label:
        return _LABEL_COST[view.label.effect]
    if view.size < _SHORT:
        return -0.6
    value = min(5.0, (view.size - 9) * 0.2) + min(1.5, 0.4 * view.commas) + min(2.0, float(view.inner_stops))
    value += max(-1.0, min(1.2, (view.little_share - 0.14) * 8)) + view.goes_on
    if view.ends_sentence:
        value += 2.0
    elif view.size < _LONG_UNSTOPPED:
        value -= 0.8
    menu = view.separators > 1 or max(view.gaps, view.clocks) > _PARTS_OF_PROSE
    return value - 4.0 * menu - 3.0 * (view.foreign_share > _FOREIGN)


def heart(views: Sequence[View]) -> Span | None:
    """First and last place of the run that weighs most; None where no line is prose."""
    runs = tuple(_runs([worth(view) for view in views]))
    if len(runs) == 1:
        # As on nearly every page: what stands above it need not be weighed.
        return runs[0].first, runs[0].last
    damps = _dampings(views)
    best = max(runs, key=lambda run: damps[run.first] * (min(run.weight, _ENOUGH) + _headed(views, run)), default=None)
    return (best.first, best.last) if best else None


def _runs(values: Sequence[float]) -> Iterator[_Stretch]:
    """Runs of a positive sum, each from its first good line to where the sum is highest."""
    first, last, total, peak = 0, -1, 0.0, 0.0
    for i, value in enumerate((*values, -float("inf"))):
        if total <= 0:
            first, last, total, peak = i, -1, 0.0, 0.0
        total += value
        if value > 0 and total > peak:
            last, peak = i, total
        if total <= 0 or total < peak - _DROP:
            if last >= 0:
                yield _Stretch(next(k for k in range(first, last + 1) if values[k] > 0), last, peak)
            total = 0.0


def _dampings(views: Sequence[View]) -> list[float]:
    found, factor = [], 1.0
    for view in views:
        found.append(factor)
        if view.label and factor > _LEAST_DAMP:
            factor *= _DAMPS.get(view.label.effect, 1.0)
    return found


def _headed(views: Sequence[View], run: _Stretch) -> float:
    """What speaks for a run from above: a date or byline, and a headline in its own words."""
    own = [view.stems for view in views[run.first : run.last + 1] if not view.label]
    counted = Counter(chain.from_iterable(chain.from_iterable(own)))
    bonus = 0.0
    for place in range(run.first, max(-1, run.first - _HEADLINE_IN_REACH - 1), -1):
        view = views[place]
        if view.label:
            dated = view.label.effect == "begins" and run.first - place <= _DATE_IN_REACH
            bonus = max(bonus, _DATED) if dated else bonus
        elif view.is_phrase and view.size >= _SHORTEST_HEAD and view.stems:
            again = {stem for stem, n in counted.items() if n > 1} if place == run.first else counted.keys()
            share = sum([not again.isdisjoint(word) for word in view.stems]) / len(view.stems)
            bonus = max(bonus, _HEADED + _HEADED_WELL * share) if share >= _FITS else bonus
    return bonus
