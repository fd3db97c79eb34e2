"""Headlines of other articles that stand between paragraphs without a label.

A subheading shares words with the article that it divides; a line of a headline's shape that shares none of them, in
a text whose paragraphs end in full stops, was set there by the site.
"""

from __future__ import annotations

from collections import Counter

from generator.clean.page import Marks, Page
from generator.clean.stems import touched
from generator.clean.tail import OFTEN, stop_rate

_SHORTEST = 5
_FEWEST_STEMS = 3
_CHANCE = 0.17


def strange(page: Page, marks: Marks) -> Marks:
    """Such lines; next to another such line or a label, one word in common may be chance."""
    if page.first is None or stop_rate(page) < OFTEN:
        return {}
    counted = Counter(s for i in page.prose for word in page.stems(i) for s in word)
    alone = {i for i in page.prose if _looks_foreign(page, i) and _met(page, i, counted) == 0}
    beside = {i for i in page.prose if i not in alone and _looks_foreign(page, i) and _is_beside(page, i, alone)}
    by_chance = {i for i in beside if _met(page, i, counted) <= max(1, int(_CHANCE * len(page.stems(i))))}
    return dict.fromkeys(alone | by_chance, "strange-headline")


def _looks_foreign(page: Page, index: int) -> bool:
    view = page.views[index]
    if view.size < _SHORTEST or view.speaks or view.is_item or view.stops:
        return False
    return page.has_headline_shape(index) and len(page.stems(index)) >= _FEWEST_STEMS


def _met(page: Page, index: int, counted: Counter[str]) -> int:
    """How many of a line's words other lines of the article know."""
    own = Counter(s for word in page.stems(index) for s in word)
    others = {s for s in own if counted[s] > own[s]}
    return touched(page.stems(index), others)


def _is_beside(page: Page, index: int, alone: set[int]) -> bool:
    near = (next(page.above(index), None), next(page.below(index), None))
    return any(i is not None and (i in alone or page.views[i].label) for i in near)
