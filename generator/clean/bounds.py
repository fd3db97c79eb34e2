"""Where the article lies: the run of lines with the greatest sum of worths.

Linear in lines. Once a label has said that the article is over, what follows counts for a fraction, so that readers'
comments do not outweigh a short article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from generator.clean.runs import held
from generator.clean.shape import Shape
from generator.clean.worth import worths
from generator.lexicon.furniture import Effect
from generator.reading.stems import share, touched

_ENOUGH_PROSE = 3.0
_AFTER_THE_END: Mapping[Effect, float] = {"ends": 0.7, "notice": 0.15, "closes": 0.15}
_START_BONUS, _HEADED_BONUS = 1.5, 2.0
_HEADLINE_IN_REACH, _FITS, _FEWEST_MET = 4, 0.4, 2
_SHORTEST_VERSE, _USUAL_VERSE, _LONGEST_VERSE = 2, 6, 10
_LEAST_VERSES = 5
_VERSES_SEEN = 40
_HELD_TOGETHER, _FEWEST_WORDS, _HALF = 0.22, 8, 0.5


def bounds(page: Shape) -> Shape:
    """Sets first and last line of the article; both are prose. Leaves the page without an article when no line is."""
    own = worths(page)
    bonuses = [_bonus(page, i) if value > 0 else 0.0 for i, value in enumerate(own)]
    values = _damped(page, own, bonuses)
    found = _heaviest(values, bonuses)
    if found is None or sum(values[found[0] : found[1] + 1]) < _ENOUGH_PROSE:
        verses = _verse(page)
        if verses:
            # Verses are no headlines; the first line is one when something parts it from the rest.
            flowing = verses[1:] if verses[1] - verses[0] > 1 else verses
            return replace(page, first=verses[0], last=verses[-1], wrapped=page.wrapped | set(flowing))
        # The last resort: the longest row of unlabelled lines held together by little words, if longer.
        rows = (row for row in _rows(page) if held([page.views[i] for i in row]) >= _HELD_TOGETHER)
        row = max(rows, key=lambda row: _words(page, row), default=[])
        least = max(_FEWEST_WORDS - 1, _words(page, range(found[0], found[1] + 1)) if found else 0)
        found = (row[0], row[-1]) if _words(page, row) > least else found
    return replace(page, first=found[0], last=found[1]) if found else page


def _rows(page: Shape) -> Iterator[list[int]]:
    row: list[int] = []
    for i, view in enumerate(page.views):
        if page.is_prose(i) and not view.separators and view.foreign_share < _HALF:
            row.append(i)
        elif not view.is_blank and row:
            yield row
            row = []
    if row:
        yield row


def _words(page: Shape, lines: Iterable[int]) -> int:
    return sum(page.views[i].size for i in lines)


def _verse(page: Shape) -> list[int]:
    """Where nothing ends like a sentence: the longest run of short lines held together by little words or a و."""
    runs: list[list[int]] = [[]]
    for i, view in enumerate(page.views):
        if page.is_prose(i) and _SHORTEST_VERSE <= view.size <= _LONGEST_VERSE and not view.separators:
            runs[-1].append(i)
        elif not view.is_blank and (not view.label or view.label.effect != "begins"):
            runs.append([])
    return max((run for run in runs if len(run) >= _LEAST_VERSES and _is_verse(page, run)), key=len, default=[])


def _is_verse(page: Shape, run: list[int]) -> bool:
    views = [page.views[i] for i in run[:_VERSES_SEEN]]
    joined = sum(view.little > 0 or view.text.startswith("و") for view in views)
    return joined * 5 >= len(views) * 3 and sum(view.size for view in views) <= _USUAL_VERSE * len(views)


def weight(page: Shape) -> float:
    """The sum of worths of the article's extent."""
    values = worths(page)
    return sum(values[i] for i in page.inside)


def _heaviest(values: list[float], bonuses: list[float]) -> tuple[int, int] | None:
    best, best_sum = None, 0.0
    start, running = 0, 0.0
    for i, value in enumerate(values):
        if running <= bonuses[i]:
            start, running = i, bonuses[i]
        running += value
        if value > 0 and running > best_sum:
            best, best_sum = (start, i), running
    return best and (next(i for i in range(best[0], best[1] + 1) if values[i] > 0), best[1])


def _bonus(page: Shape, index: int) -> float:
    """What stands above speaks for a beginning: a date or a byline, and a headline in the line's own words."""
    opens = _START_BONUS if page.is_below_date(index) else 0.0
    return opens + (_HEADED_BONUS if _is_headed(page, index) else 0.0)


def _is_headed(page: Shape, index: int) -> bool:
    for i in islice(page.above(index), _HEADLINE_IN_REACH):
        view = page.views[i]
        if view.label and view.label.effect not in ("line", "begins", "outside"):
            return False
        if page.is_prose(i) and page.has_headline_shape(i):
            own, vocabulary = page.views[i].stems, page.counted([index])
            if touched(own, vocabulary) >= _FEWEST_MET:
                return share(own, vocabulary) >= _FITS
    return False


def _damped(page: Shape, values: list[float], bonuses: list[float]) -> list[float]:
    seen, factor, damped = 0.0, 1.0, []
    for view, value, bonus in zip(page.views, values, bonuses, strict=True):
        if view.label and view.label.effect in _AFTER_THE_END and seen >= _ENOUGH_PROSE:
            factor = min(factor, _AFTER_THE_END[view.label.effect])
        seen += max(0.0, value) + bonus
        damped.append(value * factor if value > 0 else value)
    return damped
