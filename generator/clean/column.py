"""The lines of a page that show something, one below the other, and where among them the article surely lies.

Invariant: rests on views and order alone; blank lines are counted as gaps; the cost is linear in lines and words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from generator.clean.core import Span, heart, may_head
from generator.clean.view import View
from generator.reading.memo import Lazy

_SHORTEST_COPY = 3
_LONGEST_WORDING = 10
_OPENING, _HOME = 3, 0.2


@dataclass(frozen=True, kw_only=True)
class Column:
    """Views of the lines that are not blank, `at` the index of each in its source, and the article's heart.

    core: first and last place (both included) of the run of prose that weighs most; None where nothing is prose.
    """

    views: tuple[View, ...]
    at: tuple[int, ...]
    core: Span | None

    def around(self, core: Span) -> Column:
        """The same lines about another heart."""
        return Column(views=self.views, at=self.at, core=core)

    def gap(self, place: int) -> int:
        """How many blank lines stand above a place; none above the first."""
        return self.at[place] - self.at[place - 1] - 1 if 0 < place < len(self.at) else 0

    @Lazy
    def usual_gap(self) -> int:
        """How many blank lines mostly stand between two lines of this page."""
        return Counter(map(self.gap, range(1, len(self.at)))).most_common(1)[0][0] if len(self.at) > 1 else 0

    def view(self, place: int) -> View | None:
        """The view at a place, None beyond the ends."""
        return self.views[place] if 0 <= place < len(self.views) else None

    @Lazy
    def copies(self) -> Counter[tuple[str, ...]]:
        """How often each wording of three words and more stands on the page."""
        return Counter(view.words for view in self.views if len(view.words) >= _SHORTEST_COPY)

    @Lazy
    def core_words(self) -> int:
        """The number of words in the heart of the article."""
        return sum(view.size for view in self._own)

    @Lazy
    def _own(self) -> Sequence[View]:
        first, last = self.core or (0, -1)
        return [view for view in self.views[first : last + 1] if not view.label]

    @Lazy
    def fits(self) -> tuple[float, ...]:
        """For each line the share of its words for which the heart of the article has words too, 0 to 1."""
        first, last = self.core or (0, -1)
        lines = Counter(chain.from_iterable([set(chain.from_iterable(view.stems)) for view in self._own]))
        again = {stem for stem, n in lines.items() if n > 1}  # for a line of the heart, what another has
        return tuple(
            [
                fit(view, again if first <= place <= last and not view.label else lines.keys())
                for place, view in enumerate(self.views)
            ]
        )

    @Lazy
    def is_latin(self) -> bool:
        """The heart of the article is written in Latin letters: there Arabic ones are the foreign ones."""
        own = self._own or self.views
        return sum(view.latin for view in own) > sum(view.arabic for view in own)

    @Lazy
    def opening(self) -> Counter[str]:
        """How often each stem comes in the headline and the first paragraphs of the heart."""
        head = [] if self.headline is None else [self.views[self.headline]]
        return stems_of([*head, *(view for view in self._own if view.ends_sentence)][:_OPENING])

    @Lazy
    def opens(self) -> tuple[float, ...]:
        """For each line the share of its words that the opening has, its own part of it taken off, 0 to 1."""
        head = [] if self.headline is None else [self.views[self.headline]]
        opening = {view.words for view in (*head, *self._own[: _OPENING + 2])}
        return tuple(
            [fit(v, _more(self.opening, v) if v.words in opening else self.opening.keys()) for v in self.views]
        )

    @Lazy
    def strayed(self) -> tuple[bool, ...]:
        """For each line whether it stands under a heading that is strange to the opening, and that it fits itself.

        So begins another article on the same page; a line in the opening's own words ends it.
        """
        found, heading, away = [], Counter[str](), False
        for view, opens in zip(self.views, self.opens, strict=True):
            if opens >= _HOME:
                heading, away = Counter(), False
            elif may_head(view) and len(view.stems) > 1 and opens == 0.0:
                heading = stems_of([view])
            elif heading and view.ends_sentence:
                away = away or fit(view, heading.keys()) > 0.0
                heading = Counter()
            found.append(away)
        return tuple(found)

    @Lazy
    def headline(self) -> int | None:
        """The place above the article whose words the article has most of: no heading, if none has enough of them."""
        first = self.core[0] if self.core else -1
        above = [p for p in range(first + 1) if may_head(self.views[p])]
        return max(above, key=lambda p: (self._heads(p), p), default=None)

    def _heads(self, place: int) -> float:
        view = self.views[place]
        twice = 0.15 if self.copies[view.words] > 1 else 0.0
        return self.fits[place] * min(view.size, _LONGEST_WORDING) / _LONGEST_WORDING + twice

    @Lazy
    def headline_stems(self) -> frozenset[str]:
        """The stems of that headline."""
        return frozenset(stems_of([] if self.headline is None else [self.views[self.headline]]))

    @Lazy
    def ended(self) -> tuple[bool, ...]:
        """For each line whether a label above it said that the article, or all of it, is over."""
        found, over = [], False
        for view in self.views:
            found.append(over)
            over = over or bool(view.label and view.label.effect in ("ends", "closes", "notice"))
        return tuple(found)

    @Lazy
    def linked(self) -> tuple[bool, ...]:
        """For each line whether it stands, with phrases alone between, below a label that announces other articles."""
        found, open_ = [], False
        for view in self.views:
            if view.label:
                open_ = view.label.effect == "links" or (open_ and view.label.effect in ("line", "begins"))
            found.append(open_ and not view.label)
            open_ = open_ and (bool(view.label) or view.is_phrase)
        return tuple(found)


def stems_of(views: Iterable[View]) -> Counter[str]:
    """How often each stem comes in some lines."""
    return Counter(chain.from_iterable(chain.from_iterable([view.stems for view in views])))


def _more(counted: Counter[str], view: View) -> AbstractSet[str]:
    """The stems of a line that others have too, where they are counted together."""
    return {stem for stem, n in stems_of([view]).items() if counted[stem] > n}


def fit(view: View, known: AbstractSet[str]) -> float:
    """The share of a line's words of which a stem is known, 0 to 1."""
    if not view.stems:
        return 0.0
    return sum([not known.isdisjoint(word) for word in view.stems]) / len(view.stems)


def column(views: Sequence[View], core: Span | None = None) -> Column:
    """A page's column; its heart is found where none is given."""
    at = tuple(i for i, view in enumerate(views) if not view.is_blank)
    shown = tuple(views[i] for i in at)
    return Column(views=shown, at=at, core=core or heart(shown))
