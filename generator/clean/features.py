"""What is seen of a line, as names: the features of the model of lines.

Invariant: a feature is true or false and holds no word of a site; lists of phrases count by what they say of the lines
round them. Each has a reason and an example in data/language/cleaning/features.yml.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar, get_args

from generator.clean.column import Column
from generator.clean.view import View
from generator.lexicon.furniture import Effect
from generator.reading.memo import Lazy
from generator.reading.stems import touched

Seen = tuple[str, ...]

_ADDRESS = re.compile(r"www\.|https?:|\.(?:com|net|org|info|tv)\b|@\w", re.IGNORECASE)
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b14\d\d\b|[٠-٩]{4}|\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,4}")
_RIGHTS = re.compile(r"[©®]|\(c\)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_HASHTAG = re.compile(r"#\w")
_MARKS = re.compile(r"[«»“”\"]")
_BEGINNING, _SEEN_OF_LINE = 40, 400
T = TypeVar("T")


class Steps(Generic[T]):
    """A measure with a feature for each bound that it reaches."""

    def __init__(self, name: str, value: Callable[[T], float], *bounds: int) -> None:
        self.names = tuple(f"{name}-{bound}" for bound in bounds)
        self._value = value
        self._bounds = bounds

    def reached(self, asked: T) -> Seen:
        """The features of the bounds that it reaches."""
        return self.names[: bisect_right(self._bounds, self._value(asked))]


@dataclass(frozen=True)
class Features(Generic[T]):
    """What is asked of one thing: tests, and measures in steps."""

    tests: Mapping[str, Callable[[T], object]]
    steps: tuple[Steps[T], ...]

    @property
    def names(self) -> Seen:
        """Every feature that it may give."""
        return (*self.tests, *chain.from_iterable(step.names for step in self.steps))

    def seen(self, asked: T) -> Seen:
        """The features that a thing has."""
        reached = chain.from_iterable([step.reached(asked) for step in self.steps])
        return (*[name for name, test in self.tests.items() if test(asked)], *reached)


def _labelled(effect: str) -> Callable[[View], object]:
    return lambda view: view.label is not None and view.label.effect == effect


Test = Callable[[View], object]
_LONG_ENOUGH = 5

# Of the line alone.
_MEASURES_OF_A_LINE: tuple[Steps[View], ...] = (
    Steps("words", lambda v: v.size, 2, 3, 5, 8, 12, 18, 28, 45),
    Steps("inner-stops", lambda v: v.inner_stops, 1, 3),
    Steps("commas", lambda v: v.commas, 1, 3),
    Steps("little", lambda v: 100 * v.little_share if v.size >= _LONG_ENOUGH else 0, 8, 15, 22, 30),
    Steps("joined", lambda v: 100 * v.joined_share if v.size >= _LONG_ENOUGH else 0, 1, 8),
    Steps("separators", lambda v: v.separators, 1, 2),
    Steps("clocks", lambda v: v.clocks, 1, 2),
)
_TESTS_OF_A_LINE: Mapping[str, Test] = {
    "statement": lambda v: v.ends_sentence,
    "question": lambda v: v.asks,
    "exclamation": lambda v: v.text[-1:] == "!",
    "trails-off": lambda v: v.trails_off,
    "introduces": lambda v: v.introduces,
    "ends-in-comma": lambda v: v.ends_in_comma,
    "goes-on": lambda v: v.goes_on,
    "narrates": lambda v: v.narrates,
    "marks": lambda v: _MARKS.search(v.text[:_SEEN_OF_LINE]),
    "half-marked": lambda v: v.is_cut,
    "item": lambda v: v.is_item,
    "gaps": lambda v: v.gaps > 1,
    "cells": lambda v: v.has_cells,
    "halves": lambda v: v.has_halves,
    "number": lambda v: v.numbers,
    "numbers-third": lambda v: v.numbers and v.numbers * 3 >= v.size,
    "numbers-alone": lambda v: v.numbers == v.size,
    "number-first": lambda v: v.words and v.words[0] == "#",
    "address": lambda v: _ADDRESS.search(v.text[:_SEEN_OF_LINE]),
    "date": lambda v: _DIGIT.search(v.text[:_SEEN_OF_LINE]) and _DATE.search(v.text[:_SEEN_OF_LINE]),
    "rights": lambda v: _RIGHTS.search(v.text[:_SEEN_OF_LINE]),
    "hashtag": lambda v: _HASHTAG.search(v.text[:_SEEN_OF_LINE]),
    "credit": lambda v: v.is_credit,
    "turn": lambda v: v.is_turn or v.speaker,
    "result": lambda v: v.is_result,
    "flash": lambda v: v.flashes,
    "opening": lambda v: v.opens,
    "phrase": lambda v: v.is_phrase,
    "bracketed": lambda v: v.text[:1] == "(" or v.text[-1:] == ")",
    "early-colon": lambda v: ":" in v.text[:_BEGINNING] and not v.introduces,
    "hanging": lambda v: v.hangs,
    **{f"label-{effect}": _labelled(effect) for effect in get_args(Effect)},
}
OF_A_LINE = Features(_TESTS_OF_A_LINE, _MEASURES_OF_A_LINE)

# Of a neighbour.
_SENTENCE, _PARAGRAPH, _SHORT, _HEADING = 8, 25, 3, 4
OF_A_NEIGHBOUR: Mapping[str, Test] = {
    "sentence": lambda v: v.ends_sentence and v.size >= _SENTENCE and not v.label,
    "unstopped": lambda v: not v.stops and v.size >= _SENTENCE and not v.label,
    "paragraph": lambda v: v.size >= _PARAGRAPH and not v.label,
    "short": lambda v: v.size <= _SHORT,
    "phrase": lambda v: v.is_phrase and v.size >= _HEADING and not v.label,
    "introduces": lambda v: v.introduces,
    "begins": lambda v: v.label is not None and v.label.effect == "begins",
    "links": lambda v: v.label is not None and v.label.effect == "links",
    "over": lambda v: v.label is not None and v.label.effect in ("ends", "closes", "notice"),
    "label": lambda v: v.label is not None,
}

_AROUND = 4
_FEW_STEMS, _MANY_STEMS, _LONG_CORE = 4, 6, 90
_ALIEN, _ALIEN_TO_LONG = 10, 20
_CLOSE_ABOVE, _CLOSE_BELOW = 4, 2


@dataclass(frozen=True)
class LinePlace:
    """A line of a column, for the questions that need more than the line; `beside`: what each is to its neighbours."""

    column: Column
    place: int
    beside: Sequence[Collection[str]]

    @Lazy
    def view(self) -> View:
        """The line itself."""
        return self.column.views[self.place]

    @property
    def tells(self) -> bool:
        """It has words enough that to share none is no chance."""
        return len(self.view.stems) >= _MANY_STEMS

    @Lazy
    def fits(self) -> float:
        """How many of a hundred of its words the heart has; all where it has too few words to tell."""
        return 100 * self.column.fits[self.place] if self.column.core and len(self.view.stems) > 1 else 100.0

    @Lazy
    def opens(self) -> float:
        """How many of a hundred of its words the headline and first paragraphs have; all where too few can tell."""
        return 100 * self.column.opens[self.place] if self.column.core and len(self.view.stems) > 1 else 100.0

    @property
    def foreign(self) -> float:
        """How many of a hundred of its letters are of another script than the article."""
        share, none = self.view.foreign_share, not (self.view.latin or self.view.arabic)
        return 0.0 if none else 100 * (1 - share if self.column.is_latin else share)

    @property
    def prose_near(self) -> float:
        """How many of a hundred lines near by are sentences."""
        return self._near("sentence")

    @property
    def labels_near(self) -> float:
        """How many of a hundred lines near by are such as sites have."""
        return self._near("label")

    @property
    def short_near(self) -> float:
        """How many of a hundred lines near by are short."""
        return self._near("short")

    @Lazy
    def _round(self) -> Sequence[Collection[str]]:
        at, behind = self.place, self.place + 1
        return [*self.beside[max(0, at - _AROUND) : at], *self.beside[behind : behind + _AROUND]]

    def _near(self, name: str) -> float:
        return 100 * sum([name in names for names in self._round]) / len(self._round) if self._round else 0.0

    @Lazy
    def above_core(self) -> int:
        """How many places above the heart; 0 or less inside and below, and where there is no heart."""
        return self.column.core[0] - self.place if self.column.core else 0

    @Lazy
    def below_core(self) -> int:
        """How many places below the heart."""
        return self.place - self.column.core[1] if self.column.core else 0

    @Lazy
    def below_headline(self) -> int:
        """How many places below the line that is most like a headline; 0 where there is none."""
        return self.place - self.column.headline if self.column.headline is not None else 0

    @Lazy
    def met(self) -> int:
        """How many words it shares with that line."""
        return touched(self.view.stems, self.column.headline_stems)

    def like(self, step: int) -> bool:
        """As long as its neighbour, within an eighth, and neither ends a sentence: broken at one width, or verse."""
        other = self.column.view(self.place + step)
        if other is None or other.ends_sentence or self.view.ends_sentence:
            return False
        one, two = len(self.view.text), len(other.text)
        return _NARROWEST <= max(one, two) <= _WIDEST and min(one, two) * 8 >= max(one, two) * 7


_NARROWEST, _WIDEST = 25, 120
Question = Callable[[LinePlace], object]


def _among_phrases(x: LinePlace) -> bool:
    near = (x.column.view(x.place - 1), x.view, x.column.view(x.place + 1))
    return all(v is not None and v.is_phrase and not v.label for v in near)


# Of the line among others.
_TESTS_OF_A_PLACE: Mapping[str, Question] = {
    "first": lambda x: x.place == 0,
    "last": lambda x: x.place == len(x.column.views) - 1,
    "gap-above": lambda x: x.column.gap(x.place) > x.column.usual_gap,
    "gap-below": lambda x: x.column.gap(x.place + 1) > x.column.usual_gap,
    "among-phrases": _among_phrases,
    "copied": lambda x: x.column.copies[x.view.words] > 1,
    "like-above": lambda x: x.like(-1),
    "like-below": lambda x: x.like(1),
    "no-core": lambda x: x.column.core is None,
    "above-core": lambda x: x.above_core > 0,
    "right-above-core": lambda x: x.above_core == 1,
    "close-above-core": lambda x: 1 <= x.above_core <= _CLOSE_ABOVE,
    "below-core": lambda x: x.below_core > 0,
    "close-below-core": lambda x: 1 <= x.below_core <= _CLOSE_BELOW,
    "core-first": lambda x: x.column.core and x.place == x.column.core[0],
    "core-last": lambda x: x.column.core and x.place == x.column.core[1],
    "strange": lambda x: x.fits == 0.0 and len(x.view.stems) >= _FEW_STEMS,
    "alien": lambda x: x.fits < _ALIEN and x.tells,
    "alien-to-long": lambda x: x.fits < _ALIEN_TO_LONG and x.tells and x.column.core_words >= _LONG_CORE,
    "headline": lambda x: x.place == x.column.headline,
    "above-headline": lambda x: x.below_headline < 0,
    "close-below-headline": lambda x: 1 <= x.below_headline <= _CLOSE_BELOW,
    "meets-headline": lambda x: x.below_headline != 0 and x.met > 1,
    "misses-headline": lambda x: x.below_headline != 0 and x.met == 0 and len(x.view.stems) >= _FEW_STEMS,
    "after-end": lambda x: x.column.ended[x.place] and x.above_core < 0,
    "before-core-after-end": lambda x: x.column.ended[x.place] and x.above_core > 0,
    "strange-to-opening": lambda x: x.opens == 0.0 and len(x.view.stems) >= _FEW_STEMS,
    "strayed": lambda x: x.column.strayed[x.place],
    "linked": lambda x: x.column.linked[x.place],
}
_MEASURES_OF_A_PLACE: tuple[Steps[LinePlace], ...] = (
    Steps("prose-near", lambda x: x.prose_near, 15, 35, 60),
    Steps("labels-near", lambda x: x.labels_near, 15, 35),
    Steps("short-near", lambda x: x.short_near, 25, 50, 75),
    Steps("fits", lambda x: x.fits if x.column.core else 0, 5, 15, 30, 50, 75),
    Steps("foreign", lambda x: x.foreign, 20, 80),
    Steps("opens", lambda x: x.opens, 10, 25),
)
OF_A_PLACE = Features(_TESTS_OF_A_PLACE, _MEASURES_OF_A_PLACE)


def features(column: Column) -> tuple[Seen, ...]:
    """For each line of a column the names of the features that it has."""
    of_view: dict[int, tuple[Seen, Seen]] = {}
    for view in column.views:
        if id(view) not in of_view:
            beside = tuple([name for name, test in OF_A_NEIGHBOUR.items() if test(view)])
            of_view[id(view)] = OF_A_LINE.seen(view), beside
    alone, besides = zip(*(of_view[id(view)] for view in column.views), strict=True) if column.views else ((), ())
    found = []
    for i, own in enumerate(alone):
        above = [f"above-{name}" for name in besides[i - 1]] if i else ()
        below = [f"below-{name}" for name in besides[i + 1]] if i + 1 < len(besides) else ()
        found.append((*own, *above, *below, *OF_A_PLACE.seen(LinePlace(column, i, besides))))
    return tuple(found)
