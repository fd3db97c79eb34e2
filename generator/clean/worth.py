"""How much a line speaks for being a paragraph: the one measure on which it rests where the article lies.

The weights are set by hand and were calibrated on composed pages of eight site layouts; a positive worth is prose.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.clean.shape import Shape
from generator.clean.view import View
from generator.lexicon.furniture import Effect
from generator.reading.letters import NUMBER

# A label costs by what it says about its surroundings: a promo between two paragraphs must not part them.
LABEL_COST: Mapping[Effect, float] = {
    "line": -0.15,
    "outside": -0.8,
    "begins": -1.5,
    "links": -0.6,
    "ends": -3.0,
    "notice": -6.0,
    "closes": -9.0,
}
_LINK_COST, _FLASH = -0.3, 0.5
_SIGNS_COST = -0.3
_WRAPPED_BONUS = 2.0
_ITEM_FLOOR = -0.4
_SHORTEST_ITEM, _SHORTEST_SENTENCE = 3, 5
# So many words without a comma or a stop are headlines run together, unless little words and joining ones show prose:
# headlines run together have a seventh to a sixth of them, paragraphs a fifth and more.
_BREATHLESS, _BREATH_OF_PROSE = 30, 0.19
_WORDS_OF_A_HEADLINE = 15
# A few words in other letters are a name or a button, and part nothing; a sentence is of another text.
_SHORT_FOREIGN = 8
_WORD_AND_NUMBER = 2
_MOST_GAPS, _MOST_CLOCKS, _TICKER_COST = 2, 2, 9.0


def worths(page: Shape) -> list[float]:
    """The worth of each line of a page, with what its neighbours say of it."""
    found = []
    for i, view in enumerate(page.views):
        value = _LINK_COST if i in page.links else worth(view, page.language)
        value = min(value, _LINK_COST) if i in page.listed else value
        found.append(value + _WRAPPED_BONUS if i in page.wrapped else value)
    return found


def worth(view: View, language: str) -> float:
    """About -9 (a copyright line) to +9 (a long paragraph); 0 for a blank line."""
    if view.is_blank:
        return 0.0
    if view.label:
        return LABEL_COST[view.label.effect]
    if view.numbers == view.size:
        return _SIGNS_COST
    if view.flashes:
        return _FLASH
    length = max(-1.0, min(5.0, (view.size - 9) * 0.2))
    value = length + _punctuation(view) + _grammar(view) + _strangeness(view, language)
    return max(value, _ITEM_FLOOR) if view.is_item and view.size > 1 and not view.separators else value


def _punctuation(view: View) -> float:
    score = min(1.5, 0.4 * view.commas) + min(2.0, float(view.inner_stops))
    if view.stops:
        score += 2.0 if view.size > 1 else 0.5
    elif view.introduces and view.size >= _SHORTEST_ITEM:
        score += 0.6
    elif view.size < _WORDS_OF_A_HEADLINE:
        score -= 0.8
    breathless = view.size > _BREATHLESS and not (view.commas or view.stops or view.inner_stops)
    return score - 4.0 if breathless and view.little_share + view.joined_share < _BREATH_OF_PROSE else score


def _grammar(view: View) -> float:
    if view.size < _SHORTEST_SENTENCE:
        return 0.0
    # A sentence that has its full stop may do without little words.
    return float(view.goes_on) + max(-0.3 if view.stops else -1.0, min(1.2, (view.little_share - 0.14) * 8))


def _strangeness(view: View, language: str) -> float:
    score = 0.0
    if view.separators > 1 and not view.stops:
        score -= 1.5 * min(4, view.separators)
    parts = max(view.gaps - _MOST_GAPS, view.clocks - _MOST_CLOCKS)
    if parts > 0 and max(view.gaps, view.clocks) * 20 > view.size:
        score -= _TICKER_COST
    # A word and a number head the articles of a law.
    if view.numbers * 3 >= view.size and not (view.size == _WORD_AND_NUMBER and view.words[1] == NUMBER):
        score -= 1.0
    foreign = view.foreign_share if language == "ar" else 1 - view.foreign_share if view.arabic else 0.0
    cost = 14.0 * max(0.0, foreign - 0.4)
    return score - (min(cost, 0.5) if view.size <= _SHORT_FOREIGN else cost)
