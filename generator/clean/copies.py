"""The headline, and its copies elsewhere on the page."""

from __future__ import annotations

from generator.clean.page import Marks, Page

# An outlet's name or a path beside a copy.
_MOST_BESIDE = 8


def title(page: Page, marks: Marks) -> Marks:
    """The headline and its copies; with an outlet or a path beside it, too."""
    if page.title is None:
        return {}
    words = page.views[page.title].words
    found = {i: "repeated-title" for i in range(len(page.views)) if _is_copy(page, i, words)}
    return {**found, page.title: "title-line"}


def _is_copy(page: Page, index: int, words: tuple[str, ...]) -> bool:
    view, size = page.views[index], len(words)
    if view.words == words:
        return True
    beside = 0 < view.size - size <= _MOST_BESIDE and index not in page.inside
    return beside and words in (view.words[:size], view.words[-size:])
