"""How much a line speaks for being a paragraph: the one measure on which the article's extent rests.

The weights are set by hand and were calibrated on composed pages of eight site layouts; a positive worth is prose.
"""

from __future__ import annotations

from generator.clean.view import View

# A label costs by what it says about its surroundings: a promo between two paragraphs must not part them.
LABEL_COST = {"line": -1.0, "outside": -1.0, "begins": -2.0, "links": -2.5, "ends": -5.0, "closes": -9.0}
_WORDS_OF_A_HEADLINE = 15


def worth(view: View, language: str) -> float:
    """About -9 (a copyright line) to +9 (a long paragraph); 0 for a blank line."""
    if view.is_blank:
        return 0.0
    if view.label:
        return LABEL_COST[view.label.effect]
    if not view.words:
        return -0.3
    return _length(view) + _punctuation(view) + _grammar(view) + _strangeness(view, language)


def _length(view: View) -> float:
    return max(-1.0, min(5.0, (view.size - 9) * 0.2))


def _punctuation(view: View) -> float:
    score = min(1.5, 0.4 * view.commas) + min(2.0, float(view.inner_stops))
    if view.stops and view.size > 1:
        score += 1.5
    elif view.introduces and view.size > 3:
        score += 0.5
    elif view.size < _WORDS_OF_A_HEADLINE:
        score -= 0.8
    if view.size > 30 and not view.commas and not view.stops and not view.inner_stops:
        score -= 4.0
    return score


def _grammar(view: View) -> float:
    score = 1.0 if view.speaks and view.size > 4 else 0.0
    if view.size >= 5:
        score += max(-1.0, min(1.2, (view.little_share - 0.14) * 8))
    return score


def _strangeness(view: View, language: str) -> float:
    score = 0.0
    if view.separators >= 2 and not view.stops:
        score -= 1.5 * min(4, view.separators)
    if view.numbers and view.numbers * 3 >= view.size:
        score -= 1.0
    foreign = view.foreign_share if language == "ar" else 1 - view.foreign_share if view.arabic else 0.0
    return score - 8.0 * max(0.0, foreign - 0.4)
