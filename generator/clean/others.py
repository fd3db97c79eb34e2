"""Which lines inside are of other articles: those behind a label or a headline that share next to nothing with it.

The heaviest stretch between two breaks is surely the article; its neighbours join it, outwards, unless they are
foreign. Where no label stands between, a stretch goes only when the headline that opens it fits it and neither fits
the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.clean.shape import Shape
from generator.lexicon.furniture import Effect
from generator.reading.stems import Stems, share, touched

_LEAST_SHARE = 0.1
_LEAST_SHARE_BEHIND_LABEL = 0.12
_LEAST_SHARE_BEHIND_HEADLINE = 0.18
_WORDS_FOR_A_CHANCE_TOUCH = 30
_FITS = 0.25
# Sections of a guide share few words with each other: more of them than this are no other articles.
_MOST_ARTICLES_WITHOUT_LABEL = 2
_SHORTEST_HEADLINE = 5
_Kind = Effect | Literal["headline", "start"]
_BEHIND: Mapping[_Kind, float] = {"closes": 0.05, "notice": 0.05, "ends": 0.3, "links": 0.3}
_ORDER: tuple[_Kind, ...] = ("closes", "notice", "ends", "links", "headline", "start")


@dataclass(frozen=True)
class _Stretch:
    """Lines between two breaks: the break's own lines first, then prose. `kind` is the strongest break."""

    opening: tuple[int, ...]
    prose: tuple[int, ...]
    kind: _Kind


class _Kept:
    """The article's lines as they are found, with how often each stem comes in them: counted once, at linear cost."""

    def __init__(self, page: Shape) -> None:
        self._page = page
        self.lines: list[int] = []
        self.counted: Counter[str] = Counter()

    def add(self, lines: Iterable[int]) -> None:
        """Takes lines in."""
        added = list(lines)
        self.lines += added
        self.counted.update(self._page.counted(added))


def prune(page: Shape) -> Shape:
    """Drops what belongs to other articles; first and last are prose of the article again."""
    stretches = tuple(_stretches(page))
    if not any(s.prose for s in stretches):
        return page
    heart = _heart(page, stretches)
    kept = _Kept(page)
    kept.add(stretches[heart].prose)
    nearest = stretches[heart]
    for stretch in reversed(stretches[:heart]):
        if not _is_foreign_above(page, stretch, nearest, kept.counted):
            kept.add(_own_lines(page, stretch))
            nearest = stretch
    # The headline lines above the heart are subheadings when text above them stayed.
    opening = [i for i in stretches[heart].opening if page.is_prose(i)]
    if opening and min(kept.lines) < opening[0]:
        kept.add(opening)
    _add_below(page, stretches[heart + 1 :], kept)
    own = frozenset(kept.lines)
    first, last = min(own), max(own)
    dropped = frozenset(i for i in range(first, last) if page.is_prose(i) and i not in own)
    return replace(page, first=first, last=last, dropped=dropped)


def _add_below(page: Shape, stretches: tuple[_Stretch, ...], kept: _Kept) -> None:
    unlabelled = list[_Stretch]()
    for stretch in stretches:
        if stretch.kind in ("closes", "notice"):
            break
        if not _is_foreign(page, stretch, kept.counted):
            kept.add(_own_lines(page, stretch))
        elif stretch.kind == "headline" and stretch.prose:
            unlabelled.append(stretch)
    if len(unlabelled) > _MOST_ARTICLES_WITHOUT_LABEL:
        kept.add(i for stretch in unlabelled for i in _own_lines(page, stretch))


def _heart(page: Shape, stretches: tuple[_Stretch, ...]) -> int:
    """The heaviest stretch, weighed the less the more labels announced other articles above it."""
    weights: list[float] = []
    factor = 1.0
    for stretch in stretches:
        factor *= _BEHIND.get(stretch.kind, 1.0) if weights else 1.0
        weights.append(factor * sum(page.views[i].size for i in stretch.prose))
    return max(range(len(stretches)), key=weights.__getitem__)


def _own_lines(page: Shape, stretch: _Stretch) -> tuple[int, ...]:
    return (*(i for i in stretch.opening if page.is_prose(i)), *stretch.prose)


def _stretches(page: Shape) -> Iterator[_Stretch]:
    opening: list[int] = []
    prose: list[int] = []
    kind: _Kind = "start"
    for i in page.inside:
        broken = _break(page, i)
        if not broken:
            if page.is_prose(i):
                prose.append(i)
        elif prose:
            yield _Stretch(tuple(opening), tuple(prose), kind)
            opening, prose, kind = [i], [], broken
        else:
            opening.append(i)
            kind = min(kind, broken, key=_ORDER.index)
    yield _Stretch(tuple(opening), tuple(prose), kind)


def _break(page: Shape, index: int) -> _Kind | None:
    view = page.views[index]
    if view.label:
        return view.label.effect if view.label.effect in _ORDER else None
    if index in page.links:
        return "links"
    if page.is_prose(index) and page.has_headline_shape(index) and not (view.stops or view.speaks or view.is_item):
        return "headline"
    return None


def _is_foreign(page: Shape, stretch: _Stretch, counted: Counter[str]) -> bool:
    if not stretch.prose:
        return stretch.kind != "headline"
    own = _words(page, stretch.prose)
    head = next((i for i in reversed(stretch.opening) if not page.views[i].label), None)
    fits = head is not None and share(page.views[head].stems, page.counted(stretch.prose)) >= _FITS
    if stretch.kind == "headline":
        if not fits or head is None or page.views[head].size < _SHORTEST_HEADLINE:
            return False
        return _is_strange(own | page.views[head].stems, counted, _LEAST_SHARE)
    if stretch.kind == "links" and head is not None and not fits:
        return False
    return _is_strange(own, counted, _LEAST_SHARE_BEHIND_HEADLINE if fits else _LEAST_SHARE_BEHIND_LABEL)


def _is_foreign_above(page: Shape, stretch: _Stretch, below: _Stretch, counted: Counter[str]) -> bool:
    """A teaser above the article: strange to it, and the article has a headline or a label of its own between."""
    if not stretch.prose:
        return stretch.kind != "headline"
    heads = [i for i in below.opening if not page.views[i].label and page.views[i].size >= _SHORTEST_HEADLINE]
    if below.kind == "headline" and not (heads and share(page.views[heads[-1]].stems, counted) >= _FITS):
        return False
    return _is_strange(_words(page, stretch.prose), counted, _LEAST_SHARE)


def _is_strange(own: frozenset[Stems], counted: Counter[str], least: float) -> bool:
    """Shares fewer words than that with what is kept, and none that returns there, but by chance."""
    central = {s for word in own for s in word if counted[s] > 1}
    chance = len(own) // _WORDS_FOR_A_CHANCE_TOUCH
    return bool(own) and share(own, counted) < least and touched(own, central) <= chance


def _words(page: Shape, indexes: Iterable[int]) -> frozenset[Stems]:
    return frozenset(word for i in indexes for word in page.views[i].stems)
