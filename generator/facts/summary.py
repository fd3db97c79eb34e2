"""A summary of one to three pieces of the article, taken unchanged and in its order.

The first is the article's first sentence, unless that is a question, a fragment or leans on nothing; to it come, of the
sentences that stand by themselves or right behind the one on which they lean, those that add the most.

Invariant: each piece is a sentence or the main clause of one; none opens with words whose speaker it does not name, and
none cuts a quotation in two. An article with a sentence has a summary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.facts.dating.layout import is_date_line
from generator.facts.found import Found
from generator.facts.summing.sentence import Sentence, content, divided
from generator.facts.summing.shortening import shortened
from generator.facts.summing.standing import FEWEST, Spoken, is_owned, is_unbroken, leans, subject
from generator.facts.summing.worth import Worth
from generator.lexicon import Lexicon
from generator.model import Evidence, Facts
from generator.reading.line import ReadText, read_line

_MOST, _MOST_WORDS = 3, 100
_SAYS_ENOUGH, _MOST_OF_ALL = 33, 90
"""Words of a first sentence that two readers would have alone, and of a hundred words of an article those that a
summary may have: of 40 pairs that they read, 14 of the 17 in which they missed the first sentence alone break one.
"""
_LONGEST_OTHER = 60
"""Words of a sentence that may stand for the first one."""
_SOON, _ABOUT = 3, 2
"""One so near the beginning may, or one with so many words of the headline."""
_ENOUGH = (4, 5)
"""Points that a second sentence must have, and a third."""
_TOO_ALIKE = 50
"""Of a hundred words of the shorter of two sentences, those that the longer has too."""


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Evidence, ...]]:
    """The opening sentence and up to two that add to it, in the order of the text."""
    stops = lexicon.summary.stops
    every = [s for s in divided(text, lexicon) if not s.line.once(is_date_line, lexicon)]
    if not every:
        return Found(())
    called = facts.title is not None and facts.title.basis in ("stated", "metadata")
    headline = read_line(facts.title.text if facts.title and called else "")
    worth = Worth(every, content(headline, 0, len(headline.words), stops), facts, lexicon.summary)
    chosen = _chosen(tuple(_told(worth, lexicon)), worth, lexicon)
    rules = ("summary-lede", *("summary-adds" for _ in chosen))
    return Found(tuple(s.line.evidence(*s.span, rule) for s, rule in zip(chosen, rules, strict=False)))


def _told(worth: Worth, lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences that say something and are not too long, those that can be shortened so."""
    spoken = Spoken(worth.facts.quotes)
    for one in worth.every:
        if one.length >= FEWEST and is_unbroken(one) and not spoken.all_of(one):
            shorter = shortened(one, lexicon, worth.facts, worth.title)
            if one.order == 0 or shorter.length <= _MOST_WORDS:
                yield shorter


def _chosen(told: Sequence[Sentence], worth: Worth, lexicon: Lexicon) -> list[Sentence]:
    """The sentences of the summary, in order."""
    leaning = frozenset(s.order for s in told if leans(s, lexicon))
    chosen = [_opening([s for s in told if s.order not in leaning], worth)]
    room = min(_MOST_WORDS, _MOST_OF_ALL * sum(s.length for s in worth.every) // 100)
    for enough in _ENOUGH if chosen[0].length < _SAYS_ENOUGH else ():
        fit = [s for s in told if _fits(s, chosen, room) and _stands(s, chosen, worth, leaning)]
        best = max(fit, key=lambda s: (worth.adds(s, chosen), -s.order), default=None)
        if best is None or worth.adds(best, chosen) < enough:
            break
        chosen = sorted((*chosen, best), key=lambda s: s.order)
    return chosen


def _opening(standing: Sequence[Sentence], worth: Worth) -> Sentence:
    """The sentence that a summary opens with; where none can, the first that is no fragment, else the first."""
    fit = [s for s in standing if s.order == 0 or (s.length <= _LONGEST_OTHER and _is_near(s, worth.title))]
    if fit:
        return max(fit, key=lambda s: (worth.opening(s), -s.order))
    return next((s for s in worth.every if s.length >= FEWEST), worth.every[0])


def _is_near(one: Sentence, title: frozenset[str]) -> bool:
    """Near the beginning, or to what the headline says."""
    return one.order < _SOON or len(one.content & title) >= _ABOUT


def _fits(one: Sentence, chosen: Sequence[Sentence], room: int) -> bool:
    """Whether it is behind the first of those that are chosen, short enough beside them and not too alike."""
    if one.order <= chosen[0].order or one.order in [s.order for s in chosen]:
        return False
    return one.length + sum(s.length for s in chosen) <= room and not any(_are_alike(one, s) for s in chosen)


def _stands(one: Sentence, chosen: Sequence[Sentence], worth: Worth, leaning: frozenset[int]) -> bool:
    """Whether it can be read behind the others: right after one, or joined by a word, with nobody in it left out."""
    last = max(s.order for s in chosen if s.order < one.order)
    if last == one.order - 1:
        return True
    apart = all(one.content.isdisjoint(s.content) for s in chosen)
    if apart or one.order in leaning or is_owned(one, worth.cues, one.length):
        return False
    named = subject(one, worth.cues.stops)
    unknown = named.difference(*(s.content for s in chosen))
    return not (worth.holds(named, last, one.order) or worth.holds(unknown, -1, one.order))


def _are_alike(one: Sentence, other: Sentence) -> bool:
    """Whether the shorter one's words are for the most part in both."""
    fewer = min(len(one.content), len(other.content)) or 1
    return 100 * len(one.content & other.content) >= _TOO_ALIKE * fewer
