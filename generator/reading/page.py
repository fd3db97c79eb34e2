"""Where an article stands on its page: its headline, its first and last line, what lies around them.

Cleaning finds it, outlets and dates ask for it; each counts the lines that mean something to it (all of them, those
that hold a word, those that are not blank) and calls a line's number among them its place.

Invariant: rests on order alone; without an article the extent is empty, and ends before it begins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Zone = Literal["header", "above", "under-title", "inside", "below"]


@dataclass(frozen=True, kw_only=True)
class Extent:
    """The places of the headline and of the article's first and last line, both included."""

    title: int | None = None
    first: int = 0
    last: int = -1

    @property
    def inside(self) -> range:
        """The article's places, what stands between its paragraphs included."""
        return range(self.first, self.last + 1)

    @property
    def top(self) -> int:
        """Where the article begins: its headline, else its first line."""
        return self.first if self.title is None else min(self.title, self.first)

    def head(self, above: int, below: int, own: int = 2) -> tuple[int, ...]:
        """The places close round the beginning: so many above it and below it, and the first of the article's own."""
        begin = max(0, self.top - above)
        first = range(self.first, self.first + own)
        return (*range(begin, min(self.first, self.top + below)), *(first if self.inside else ()))

    def tail(self, below: int) -> range:
        """The last place and so many below it."""
        return range(self.last, self.last + 1 + below) if self.inside else range(0)

    def zone(self, at: int) -> Zone:
        """What part of the page a place lies in that is none of the article's own lines."""
        if not self.inside:
            return "header"
        if at > self.last:
            return "below"
        if at > self.first:
            return "inside"
        if self.title is None:
            return "above"
        return "under-title" if at > self.title else "header"


def away(at: int, places: Sequence[int]) -> int:
    """How many places lie between one and the nearest of others, which are in order; -1 on one of them."""
    right = bisect_left(places, at)
    return min(abs(at - place) for place in places[max(0, right - 1) : right + 1]) - 1
