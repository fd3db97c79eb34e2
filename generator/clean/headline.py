"""Where the article begins: below which headline, and at which paragraph."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise, takewhile

from generator.clean.candidates import (
    CLEAR_SHARE,
    COPY_FACTOR,
    LEAST_SHARE,
    LONGEST,
    SHORTEST_ALONE,
    SHORTEST_COPY,
    USUAL_LENGTH,
    candidates,
    may_be_headline,
    score,
    without_captions,
)
from generator.clean.end import STRANGE_AMONG_SENTENCES
from generator.clean.shape import OFTEN, Shape
from generator.clean.view import LONGEST_HEADLINE
from generator.reading.stems import share

_CLOSE = 3
_LONGEST_TICKER_LINE = 24
_MOST_HEADLINES = 3
_MOST_ABOVE_A_CLAUSE = 2
_MOST_LISTED = 200
_MOST_ABOVE_A_COPY = 2
_SAID_AGAIN = 0.8
_NEARLY = 0.85
_OPEN_ENDS = ("،", ",", "؛", ";")


def behead(page: Shape) -> Shape:
    """Moves the beginning down below headlines that run without a label into an article of whole sentences."""
    prose = page.prose
    sure = next((at for at, i in enumerate(prose) if page.views[i].stops and not page.views[i].asks), len(prose))
    if page.stop_rate(prose[sure:]) < OFTEN:
        return page
    known = page.counted(prose[sure:])
    for i in prose[: sure + 1]:
        if not _is_ticker_line(page, i) or share(page.views[i].stems, known) > STRANGE_AMONG_SENTENCES:
            return replace(page, first=i)
    return page


def _is_ticker_line(page: Shape, index: int) -> bool:
    view = page.views[index]
    if (view.stops and not view.asks) or view.runs_on:
        return False
    return view.size <= _LONGEST_TICKER_LINE and not (view.speaks or view.is_item or index in page.wrapped)


def headline(page: Shape) -> Shape:
    """Sets the stated title, and lets the article begin below it."""
    if not page.inside:
        return page
    copies = Counter(view.words for view in page.views if SHORTEST_COPY <= view.size <= LONGEST)
    top = _below_copies(page, _first_prose_below_a_headline(page), copies)
    possible = without_captions(page, candidates(page, top))
    page = replace(page, first=top)
    best = max(possible, key=lambda i: score(page, i, top, copies), default=None)
    if best is None or score(page, best, top, copies) <= 0.0:
        own = takewhile(lambda i: _is_sentence(page, i), page.above(top))
        return _from_first_line(page) or _from_below(replace(page, first=min(own, default=top)))
    best = _plainest(page, _uppermost(page, best, top, copies), possible)
    # Short sentences above the first long one are the article's own.
    first = next((i for i in reversed(page.between(best, top)) if _is_sentence(page, i)), top)
    # Below its own headline a page lists no others, whatever label stands above both.
    return replace(page, title=best, first=first, links=page.links.difference(range(best, first)))


def _first_prose_below_a_headline(page: Shape) -> int:
    """The first line that is surely prose: a headline may have been counted in with the lines below it."""
    heads: list[int] = []
    loose = not page.often_stops
    for i in page.prose:
        view = page.views[i]
        # Where full stops are rare, a comma and a little word tell a sentence.
        clause = loose and (view.speaks or (view.commas > 0 and view.little > 0))
        if not page.has_headline_shape(i) or clause or (heads and page.views[heads[-1]].asks):
            return heads[1] if loose and len(heads) > _MOST_ABOVE_A_CLAUSE else i
        heads.append(i)
        if len(heads) > (_MOST_HEADLINES if loose else _MOST_LISTED):
            break
    # Above lines that are all short, as verse is, a headline is known by the gap below it.
    gaps = [below - above for above, below in pairwise(heads)]
    return heads[1] if len(gaps) > 1 and gaps[0] > max(gaps[1:]) else page.inside[0]


def _from_first_line(page: Shape) -> Shape | None:
    """The article's first line is its headline after all: it alone lacks the full stop, or the second says it again."""
    first, *others = page.prose
    view = page.views[first]
    if view.size > LONGEST_HEADLINE or view.size < USUAL_LENGTH or view.inner_stops or view.introduces:
        return None
    if not others or view.is_item or view.text.endswith(_OPEN_ENDS) or first in page.wrapped or view.narrates:
        return None
    if view.stops:
        again = page.views[others[0]].size > COPY_FACTOR * view.size
        again = again and share(view.stems, page.counted(others[:1])) >= _SAID_AGAIN
        return replace(page, title=first, first=others[0]) if again else None
    long_ones = [i for i in others if page.views[i].size > USUAL_LENGTH]
    stopped = len(long_ones) > 1 and all(page.views[i].stops for i in long_ones)
    return replace(page, title=first, first=long_ones[0]) if stopped and page.share(first) >= CLEAR_SHARE else None


def _from_below(page: Shape) -> Shape:
    """On some pages the headline follows its text: the very next line, in the text's own words."""
    below = next(page.below(page.inside[-1]), None)
    if below is None or not may_be_headline(page, below) or not page.has_headline_shape(below):
        return page
    fits = page.views[below].size >= SHORTEST_ALONE and page.share(below) >= _SAID_AGAIN
    return replace(page, title=below) if fits and page.is_prose(below) else page


def _below_copies(page: Shape, top: int, copies: Counter[tuple[str, ...]]) -> int:
    """Below the last copy of a headline that stands above: between two copies runs a ticker, not the article."""
    above = {page.views[i].words for i in candidates(page, top) if copies[page.views[i].words] > 1}
    last, passed = None, 0
    for i in page.inside if above else ():
        passed += page.is_prose(i) and not page.has_headline_shape(i)
        if passed > _MOST_ABOVE_A_COPY:
            break
        last = i if page.views[i].words in above else last
    return top if last is None else next((i for i in page.prose if i > last), top)


def _uppermost(page: Shape, best: int, top: int, copies: Counter[tuple[str, ...]]) -> int:
    """Of lines that fit an article nearly as well the upper one: deks, points and captions stand below a headline."""
    least = _NEARLY * score(page, best, top, copies)
    if copies[page.views[best].words] > 1:
        return best
    for i in page.above(best):
        view = page.views[i]
        if view.label and view.label.effect not in ("line", "begins"):
            break
        if view.size >= USUAL_LENGTH and may_be_headline(page, i) and score(page, i, top, copies) >= least:
            best = i
    return best


def _plainest(page: Shape, best: int, possible: list[int]) -> int:
    """Of several copies the last one without a list sign or a section before it; of headline and dek the upper."""
    words = page.views[best].words
    copies = (i for i in possible if page.views[i].size >= SHORTEST_COPY)
    same = [i for i in copies if words[-page.views[i].size :] == page.views[i].words]
    shortest = min((page.views[i].size for i in same), default=0)
    same = [i for i in same if page.views[i].size == shortest] or [best]
    plain = [i for i in same if not page.views[i].bullet]
    best = max(plain or same)
    upper = next((i for i in page.above(best) if not page.views[i].label), None)
    repeated = sum(page.views[i].words == words for i in possible) > 1
    if upper is None or upper not in possible or repeated:
        return best
    # Below a headline and its date, a few words of the same article tell what a photo shows.
    own = best - upper <= _CLOSE and page.share(upper) >= LEAST_SHARE
    return upper if _is_dek_of(page, upper, best) or (own and page.is_below_date(best)) else best


def _is_dek_of(page: Shape, upper: int, lower: int) -> bool:
    one, other = page.views[upper], page.views[lower]
    if page.share(upper) < LEAST_SHARE or one.size < SHORTEST_ALONE or one.bullet:
        return False
    longer = other.size > one.size or other.stops
    close = lower - upper <= _CLOSE or len(page.between(upper, lower)) <= 1
    return close and longer and page.share(upper) * 2 > page.share(lower)


def _is_sentence(page: Shape, index: int) -> bool:
    view = page.views[index]
    if page.is_prose(index) and (page.is_listed(index) or view.is_result):
        return True
    ends = view.stops or view.introduces or page.is_parted(index) or view.text.endswith(_OPEN_ENDS)
    long_enough = view.size > 1 or page.is_parted(index)
    return page.is_prose(index) and long_enough and (ends or view.narrates) and view.separators <= 1
