"""What a sentence is worth in a summary, in points.

The signs are those of Edmundson (New methods in automatic extracting, 1969): place, words of the headline, words that
tell (cause, consequence, measure) and words that speak against (thanks, farewells, another subject); and the share of
a sentence's words that other sentences hold, as the degree of LexRank (Erkan and Radev, 2004) counts it, by words
instead of pairs, so that it costs in step with the text. Figures and names that are new tell who and how many.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.facts.summing.sentence import Cue, Sentence, cued
from generator.lexicon.summary import SummaryCues
from generator.model import Facts
from generator.reading.clitics import AND

_HUNDRED = 100
_WORDS = 8
"""A sentence of fewer words that carry meaning is no more central for being short."""
_FULL, _STEP = 40, 15
"""Words that cost nothing, a third more than half of all sentences of news have; each 15 more cost a point."""


@dataclass(frozen=True)
class Points:
    """How much each sign counts; of figures, names and words of the headline, at most how many.

    Set by reading 160 summaries of 500 news texts. A point more or less for figures, the headline or what tells changes
    7 to 13 of the 500, for names 26 to 55, for what is central or follows 34 to 79.
    """

    figure: int = 2
    figures: int = 2
    name: int = 1
    names: int = 2
    headline: int = 2
    headlines: int = 2
    central: int = 3
    telling: int = 1
    following: int = 2
    thanks: int = -3
    farewell: int = -8
    turning: int = -4
    opening: int = 6


POINTS = Points()


class Worth:
    """An article's sentences with what each is worth."""

    def __init__(self, every: Sequence[Sentence], title: frozenset[str], facts: Facts, cues: SummaryCues) -> None:
        self.every, self.title, self.facts, self.cues = every, title, facts, cues

    def opening(self, one: Sentence) -> int:
        """What it is worth as the first sentence of a summary."""
        place = POINTS.opening if one.order == 0 else -2 * one.order - 2 * one.line.words[one.first].startswith(AND)
        about = POINTS.headline * min(len(one.content & self.title), 2 * POINTS.headlines)
        closing = POINTS.farewell * one.has(self._cued(one, "closing"))
        return place + about + closing + self._central(one) - _length(one)

    def adds(self, one: Sentence, chosen: Sequence[Sentence]) -> int:
        """What it is worth beside sentences that are chosen already."""
        return self._signs(one) + self._new(one, chosen) + self._place(one, chosen) + self._central(one) - _length(one)

    def holds(self, words: Iterable[str], after: int, before: int) -> bool:
        """Whether a sentence between two others has one of some words that carry meaning."""
        found = (self._orders.get(word, []) for word in words)
        return any(bisect_right(orders, after) < bisect_left(orders, before) for orders in found)

    def _signs(self, one: Sentence) -> int:
        """What its words say for and against it."""
        farewell = one.has(self._cued(one, "closing")) or one.text.endswith("!")
        return (
            POINTS.telling * one.has(self._cued(one, "telling"))
            + POINTS.thanks * one.has(self._cued(one, "thanking"))
            + POINTS.farewell * farewell
            + POINTS.turning * one.opens(self._cued(one, "turning"))
        )

    def _cued(self, one: Sentence, cue: Cue) -> Sequence[int]:
        return cued(one.line, cue, self.cues)

    def _new(self, one: Sentence, chosen: Sequence[Sentence]) -> int:
        """Figures, names and words of the headline that the others lack."""
        figures = sum(one.span[0] <= start < one.span[1] for start in self._figures.get(one.order, ()))
        names = self._names.get(one.order, frozenset()).difference(*(self._names.get(s.order, ()) for s in chosen))
        headline = (one.content & self.title).difference(*(s.content for s in chosen))
        return (
            POINTS.figure * min(figures, POINTS.figures)
            + POINTS.name * min(len(names), POINTS.names)
            + POINTS.headline * min(len(headline), POINTS.headlines)
        )

    def _place(self, one: Sentence, chosen: Sequence[Sentence]) -> int:
        """For following one that is chosen; against standing far behind them."""
        orders = [s.order for s in chosen]
        return POINTS.following * (one.order - 1 in orders) - max(one.order - max(orders) - 1, 0)

    @cached_property
    def _figures(self) -> Mapping[int, list[int]]:
        """Where the figures of each sentence begin."""
        return self._within((figure.line, figure.start, figure.start) for figure in self.facts.figures)

    @cached_property
    def _names(self) -> Mapping[int, frozenset[int]]:
        """Who and what each sentence names."""
        named = enumerate((*self.facts.people, *self.facts.organisations, *self.facts.places))
        found = self._within((words.line, words.start, at) for at, x in named for words in x.mentions)
        return {order: frozenset(names) for order, names in found.items()}

    def _within(self, places: Iterable[tuple[int, int, int]]) -> Mapping[int, list[int]]:
        """What lies at places, line and start, by the order of the sentence that holds it."""
        ends, found = [(s.line.number, s.span[1]) for s in self.every], defaultdict[int, list[int]](list)
        for line, start, thing in places:
            at = bisect_right(ends, (line, start))
            if at < len(ends) and self.every[at].line.number == line:
                found[self.every[at].order].append(thing)
        return found

    @cached_property
    def _orders(self) -> Mapping[str, list[int]]:
        """In which sentences each word is, by their order."""
        found = defaultdict[str, list[int]](list)
        for one in self.every:
            for word in one.content:
                found[word].append(one.order)
        return found

    @cached_property
    def _shared(self) -> Mapping[int, int]:
        """How many other sentences hold a word of each, on average, in hundredths."""
        shared = {s.order: sum(len(self._orders[word]) - 1 for word in s.content) for s in self.every}
        return {s.order: _HUNDRED * shared[s.order] // max(len(s.content), _WORDS) for s in self.every}

    @cached_property
    def _most_shared(self) -> int:
        return max(self._shared.values()) or 1

    def _central(self, one: Sentence) -> int:
        return POINTS.central * self._shared[one.order] // self._most_shared


def _length(one: Sentence) -> int:
    """What its length costs."""
    return max(0, one.length - _FULL) // _STEP
