"""What is known of a page's shape so far: how each of its lines looks, and how far the article reaches among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from generator.clean.view import View
from generator.reading.page import Extent
from generator.reading.stems import share

OFTEN = 0.6


@dataclass(frozen=True, kw_only=True)
class Shape(Extent):
    """Views by index (line number less one), and how far the article is known to reach among them.

    `links` are headlines below a label that announces other articles, `wrapped` lines of paragraphs broken at a fixed
    width or at their clauses, `listed` headlines one below the other without a label, `dropped` lines of other articles
    between first and last.
    """

    views: tuple[View, ...]
    language: str
    links: frozenset[int] = frozenset()
    wrapped: frozenset[int] = frozenset()
    listed: frozenset[int] = frozenset()
    dropped: frozenset[int] = frozenset()

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """The indexes of the article's own lines: neither blank, nor labels, nor of other articles."""
        return tuple(i for i in self.inside if self.is_prose(i))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of the article's own lines."""
        return frozenset(self.counted(self.prose))

    def counted(self, lines: Iterable[int]) -> Counter[str]:
        """How often each stem comes in some lines."""
        return Counter(chain.from_iterable(chain.from_iterable(self.views[i].stems for i in lines)))

    def elsewhere(self, index: int, counted: Counter[str]) -> set[str]:
        """The stems of a line that come in other lines too, of those that are counted together with it."""
        return {s for s, times in self.counted([index]).items() if counted[s] > times}

    def stop_rate(self, lines: Iterable[int]) -> float:
        """The share of the words of some lines that stand in lines with a full stop at their end."""
        views = [self.views[i] for i in lines]
        written = sum(view.size for view in views)
        return sum(view.size for view in views if view.stops) / written if written else 1.0

    @cached_property
    def often_stops(self) -> bool:
        """Where all else ends in a full stop, a line without one has to show that it belongs."""
        return self.stop_rate(self.prose) >= OFTEN

    def is_prose(self, index: int) -> bool:
        """A line that may be the article's own."""
        view = self.views[index]
        return bool(view.words) and not view.label and index not in self.links and index not in self.dropped

    def share(self, index: int) -> float:
        """How much of a line's meaning the article has words for, 0 to 1."""
        return share(self.views[index].stems, self.vocabulary)

    def above(self, index: int) -> Iterator[int]:
        """Indexes of the lines above that are not blank, nearest first."""
        return (i for i in range(index - 1, -1, -1) if not self.views[i].is_blank)

    def below(self, index: int) -> Iterator[int]:
        """Indexes of the lines below that are not blank, nearest first."""
        return (i for i in range(index + 1, len(self.views)) if not self.views[i].is_blank)

    def beside(self, index: int) -> list[int]:
        """Indexes of the next lines above and below that are not blank."""
        return [*islice(self.above(index), 1), *islice(self.below(index), 1)]

    def between(self, above: int, below: int) -> list[int]:
        """Indexes of the lines between two lines that are not blank, nearest to the lower one first."""
        return [i for i in range(below - 1, above, -1) if not self.views[i].is_blank]

    def is_below_date(self, index: int) -> bool:
        """The next line above is a date or a byline."""
        labels = (self.views[i].label for i in islice(self.above(index), 1))
        return any(label and label.effect == "begins" for label in labels)

    @cached_property
    def speakers(self) -> Counter[str]:
        """How many sentences each begins with a name and a colon."""
        return Counter(view.speaker for view in self.views if view.speaker)

    def is_turn(self, index: int) -> bool:
        """A turn of a talk: a letter for the speaker, or a name that comes again."""
        view = self.views[index]
        return view.is_turn or (view.speaker is not None and self.speakers[view.speaker] > 1)

    @cached_property
    def bullets(self) -> Counter[str]:
        """How many of the article's own lines begin with each list sign."""
        return Counter(self.views[i].bullet for i in self.prose)

    def is_listed(self, index: int) -> bool:
        """Begins with the list sign with which lines of the article begin: one of its points, not its headline."""
        bullet = self.views[index].bullet
        return bool(bullet) and self.bullets[bullet] > 0

    def is_parted(self, index: int) -> bool:
        """A piece of a sentence that a link cut up: a quotation only begins or ends in it, or in the line above it."""
        view = self.views[index]
        above = self.views[index - 1] if index else view
        return view.is_cut or (above.is_cut and bool(above.words) and not above.label)

    def has_headline_shape(self, index: int) -> bool:
        """A phrase that is no line of a broken paragraph and no turn of a talk."""
        return self.views[index].is_phrase and index not in self.wrapped and not self.is_turn(index)
