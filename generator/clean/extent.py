"""Where the article begins and ends: the run of lines with the greatest sum of worths.

Invariant: both ends are lines of positive worth; linear in lines. Once a label has said that the article is over, what
follows counts for a fraction, so that readers' comments do not outweigh a short article.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.clean.page import Page
from generator.clean.prose import worth

_ENOUGH_PROSE = 4.0
_AFTER_THE_END = {"ends": 0.5, "closes": 0.2}
_START_BONUS = 1.5
_LONGEST_HEADLINE = 22


def find(page: Page) -> tuple[int, int] | None:
    """First and last index of the article, or None when no line is prose."""
    worths = _damped(page, [worth(view, page.language) for view in page.views])
    best, best_sum = None, 0.0
    start, running = 0, 0.0
    for i, value in enumerate(worths):
        if running <= 0.0:
            start, running = i, _START_BONUS if _opens(page, i) else 0.0
        running += value
        if value > 0 and running > best_sum:
            best, best_sum = (start, i), running
    return None if best is None else (_first_sentence(page, worths, *best), best[1])


def _first_sentence(page: Page, worths: Sequence[float], start: int, end: int) -> int:
    """An article opens with a sentence: a headline above it is not its first paragraph."""
    positive = [i for i in range(start, end + 1) if worths[i] > 0]
    views = page.views
    return next((i for i in positive if views[i].stops or views[i].size > _LONGEST_HEADLINE), positive[0])


def _opens(page: Page, index: int) -> bool:
    above = next(page.before(index), None)
    label = None if above is None else page.views[above].label
    return bool(label and label.effect == "begins")


def _damped(page: Page, worths: list[float]) -> list[float]:
    seen, factor, damped = 0.0, 1.0, []
    for view, value in zip(page.views, worths, strict=True):
        if view.label and view.label.effect in _AFTER_THE_END and seen >= _ENOUGH_PROSE:
            factor = min(factor, _AFTER_THE_END[view.label.effect])
        seen += max(0.0, value)
        damped.append(value * factor if value > 0 else value)
    return damped
