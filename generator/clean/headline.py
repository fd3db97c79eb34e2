"""Finds the article's own headline above its first paragraph.

A headline is a line of a headline's shape that shares words with the article or stands twice on the page.
"""

from __future__ import annotations

from generator.clean.page import Page
from generator.clean.view import View

_LINES_ABOVE = 12


def find(page: Page) -> int | None:
    """The index of the stated title: of several copies the plainest, the last of them; None without one."""
    if page.first is None:
        return None
    best, best_score = None, 0.0
    vocabulary = {w for i in page.inside for w in page.views[i].words if len(w) > 3}
    for distance, i in enumerate(page.before(page.first)):
        if distance > _LINES_ABOVE:
            break
        score = _score(page.views[i], vocabulary) - 0.02 * distance
        if score > best_score:
            best, best_score = i, score
    return best


def _score(view: View, vocabulary: set[str]) -> float:
    if view.label or not 3 <= view.size <= 30 or view.separators > 1 or view.has_bullet:
        return 0.0
    content = [w for w in view.words if len(w) > 3]
    shared = sum(w in vocabulary for w in content)
    return shared / len(content) if shared >= 2 or (shared and view.size < 6) else 0.0
