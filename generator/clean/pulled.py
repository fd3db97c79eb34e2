"""Pulled quotations: short lines that a longer line of the article holds word for word."""

from __future__ import annotations

from generator.clean.page import Marks, Page

_GRAM = 4
_LONGEST = 30
_MUCH_LONGER = 3
# A phrase that many lines hold is no quotation from one; looking at a few keeps the cost linear.
_MOST_HOLDERS = 3


def quotes(page: Page, marks: Marks) -> Marks:
    """Such lines; the longer line keeps the words."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for i in page.prose:
        words = page.views[i].words
        for at in range(len(words) - _GRAM + 1):
            held = holders.setdefault(words[at : at + _GRAM], [])
            if len(held) < _MOST_HOLDERS:
                held.append(i)
    return {i: "pull-quote" for i in page.prose if _is_repeated(page, i, holders)}


def _is_repeated(page: Page, index: int, holders: dict[tuple[str, ...], list[int]]) -> bool:
    view = page.views[index]
    if not _GRAM <= view.size <= _LONGEST:
        return False
    joined = f" {' '.join(view.words)} "
    return any(
        page.views[i].size > view.size + _MUCH_LONGER and joined in f" {' '.join(page.views[i].words)} "
        for i in holders.get(view.words[:_GRAM], ())
        if i != index
    )
