"""Which lines of a text are one paragraph that was broken at a fixed width, as in mail, PDF and printed pages.

Three things are true of such lines and of few others: none is wider than the text's measure; a line ends only where the
next word would not have fitted in, wherever the sentence stands then; and one that ends before that closes a paragraph.
Headlines, verse, lists and clauses on lines of their own are as long as they happen to be, and end where a phrase does.

Invariant: rests on the lines alone; a paragraph is lines that follow each other, none blank, none of several columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

from generator.model import Source
from generator.model.words import LinePiece, Wrap
from generator.reading.setting import NOTHING, SetLine, own_text, set_lines

_NARROWEST, _WIDEST = 28, 160
_MOST_MEASURES = 4
# Each is looked for through all of a text, and few have more than the parts of a mail that answers another.
_MOST_REGIONS = 12
# A region is taken for broken where its lines say so much, a hundred being a natural logarithm, and so many go on.
_ENOUGH, _FEWEST = 500, 3
# What the words of its lines say must come to this on average: they say 85 of broken lines, -53 of headlines.
_HELD, _SPEAKING = -25, 25
# Of so many lines that all fill a measure, each with a first word of its own, none does so by chance.
_MANY, _DIFFERENT = 8, 0.7
# By an exact measure so much is never said of lists: each line that is shorter would speak against it.
_SURE = 1200
# Lines that rhyme are verse; in prose no letter ends more than every fifth word.
_RHYMED = 0.7
# Of broken paragraphs five in six end in a full stop, of headlines none.
_ENDED = 0.5
# Room before a paragraph's first line that a copy may have lost.
_LOST_INDENT = 6


@dataclass(frozen=True)
class _Way:
    """How strictly a measure holds, and what it says of a text's being broken that a line fills it, ends a sentence
    there, is shorter and ends one as the last of a paragraph does, is shorter and ends none, is wider.
    """

    slack: float
    tries: tuple[float, ...]
    full: int
    short: int
    full_stop: int = -150
    last: int = 20
    wider: int = -400


# Letters all of one width, as in mail; and letters as wide as they are, counted all the same: the widest and narrowest
# of 100 such lines differ by 14 in 100 from the measure.
_WAYS = (_Way(0.0, (1.0,), full=150, short=-250), _Way(0.14, (0.97, 1.0, 1.03, 1.06), full=120, short=-160))


@dataclass(frozen=True)
class _Region:
    """Lines that were broken at one measure, and how much speaks for it."""

    lines: range
    measure: float
    way: _Way
    worth: int = 0

    @cached_property
    def widest(self) -> float:
        """What no line of it is wider than."""
        return self.measure * (1 + self.way.slack)

    def joins(self, line: SetLine, following: SetLine, opens: bool) -> bool:
        """Whether a line goes on in the next, which would not have fitted in; `opens`: it is a paragraph's first."""
        if max(line.width, following.width) > self.widest or following.indent > line.indent:
            return False
        lost = _LOST_INDENT if opens and not line.indent else 0
        slack = self.way.slack * self.measure + lost
        if line.width + following.needed <= self.measure - slack or not _may_go_on(line, following):
            return False
        return not line.stops or line.width + following.needed > self.measure

    def says(self, line: SetLine, following: SetLine, joined: bool) -> int:
        """How much a line speaks for the region."""
        if joined:
            return self.way.full_stop if line.stops else self.way.full + line.held
        if line.width > self.widest:
            return self.way.wider
        if not _may_go_on(line, following):
            return 0
        return self.way.last if line.stops or following.indent > line.indent else self.way.short


def _may_go_on(line: SetLine, following: SetLine) -> bool:
    if not line.width or not following.width or line.depth != following.depth or following.is_item:
        return False
    return line.is_text and following.is_text


def wraps(texts: Sequence[str]) -> tuple[Wrap, ...]:
    """The paragraphs of a text that were broken over its lines, which count from 1."""
    return tuple(Wrap(tuple(_piece(texts[at], at + 1) for at in lines)) for lines in wrapped(texts))


def _piece(text: str, number: int) -> LinePiece:
    start, end = own_text(text)
    return LinePiece(number, start, end, text[start:end])


def whole_lines(source: Source, broken: Sequence[Wrap]) -> tuple[Source, Sequence[int]]:
    """A source with each broken paragraph as one line, and the place there of each of its own lines."""
    if not broken:
        return source, range(len(source.lines))
    texts, places = list[str](), list[int]()
    starts = {wrap.pieces[0].line: wrap for wrap in broken}
    within = {piece.line for wrap in broken for piece in wrap.pieces[1:]}
    for number, text in enumerate(source.lines, start=1):
        if number not in within:
            texts.append(starts[number].text if number in starts else text)
        places.append(len(texts) - 1)
    return replace(source, text="\n".join(texts)), places


def wrapped(texts: Sequence[str]) -> tuple[range, ...]:
    """The lines of each paragraph that was broken, by their places from 0; one of a single line is none of them."""
    lines = set_lines(texts)
    found: list[range] = []
    for _ in range(_MOST_REGIONS):
        best = _best(lines)
        if best is None:
            break
        found += _paragraphs(lines, best)
        for at in best.lines:
            lines[at] = NOTHING
    return tuple(sorted(found, key=lambda lines: lines.start))


def _best(lines: list[SetLine]) -> _Region | None:
    """The region of which most speaks for its having been broken; None where nothing is left that was."""
    regions = (_region(lines, measure, way) for way in _WAYS for measure in _measures(lines, way))
    likely = sorted((x for x in regions if x.worth >= _ENOUGH), key=lambda x: -x.worth)
    return next((_extended(lines, region) for region in likely if _is_prose(lines, region)), None)


def _measures(lines: list[SetLine], way: _Way) -> list[float]:
    """The measures for which most may speak: where the lines that fill them lie closest."""
    change, whole = [0] * (2 * _WIDEST), 0
    for line, following in pairwise(lines):
        fits = _NARROWEST <= line.width <= _WIDEST and following.width and not line.stops
        worth = way.full + line.held if fits and _may_go_on(line, following) else 0
        if worth > 0:
            whole += worth
            change[_up(line.width / (1 + way.slack))] += worth
            change[min(_up((line.width + following.needed) / (1 - way.slack)), len(change) - 1)] -= worth
    if whole < _ENOUGH:
        return []
    speaking = [0, *accumulate(change), 0]
    rising = (at for at in range(1, len(change)) if speaking[at - 1] < speaking[at] >= speaking[at + 1])
    highest = sorted((at for at in rising if speaking[at] >= _ENOUGH), key=lambda at: -speaking[at])[:_MOST_MEASURES]
    return [(at - 1) * share for at in highest for share in way.tries]


def _up(width: float) -> int:
    return -int(-width // 1)


def _region(lines: list[SetLine], measure: float, way: _Way) -> _Region:
    """The lines that follow each other of which most speaks for their having been broken at a measure."""
    region = _Region(range(0), measure, way)
    best, worth, start, opens = region, 0, 0, True
    for at, (line, following) in enumerate(pairwise((*lines, NOTHING))):
        joined = region.joins(line, following, opens)
        worth += region.says(line, following, joined)
        opens = not joined
        if worth <= 0:
            worth, start = 0, at + 1
        elif worth > best.worth:
            best = replace(region, lines=range(start, min(at + 2, len(lines))), worth=worth)
    return best


def _is_prose(lines: list[SetLine], region: _Region) -> bool:
    """Whether sentences run over the ends of the lines, and paragraphs end where sentences do."""
    joined = frozenset(_joined(lines, region))
    full = [lines[at] for at in sorted(joined)]
    if len(full) < _FEWEST or _rhymes(full):
        return False
    ends = [lines[at + 1] for at in joined if at + 1 not in joined]
    if not region.way.slack and region.worth >= _SURE and any(line.stops for line in ends) and _differ(full):
        return True
    held, even = sum(line.held for line in full), _is_even(lines, region, full)
    closing = sum(line.closes or (line.stops and held >= _SPEAKING * len(full)) for line in ends)
    if closing < _ENDED * len(ends):
        return even and held >= _HELD * len(full)
    return even or held >= _HELD * len(full)


def _rhymes(full: list[SetLine]) -> bool:
    return len(full) > _FEWEST and max(Counter(line.text[-1] for line in full).values()) >= _RHYMED * len(full)


def _differ(full: list[SetLine]) -> bool:
    return len({line.first for line in full}) >= _DIFFERENT * len(full)


def _is_even(lines: list[SetLine], region: _Region, full: list[SetLine]) -> bool:
    """Whether many lines fill one exact measure, and none without ending a sentence is shorter."""
    if region.way.slack or len(full) < _MANY or not _differ(full):
        return False
    return not any(_is_short(lines, region, at) for at in region.lines)


def _is_short(lines: list[SetLine], region: _Region, at: int) -> bool:
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else NOTHING
    return region.says(line, following, region.joins(line, following, opens=False)) == region.way.short


def _joined(lines: list[SetLine], region: _Region) -> Iterator[int]:
    """The places of lines that go on in the next."""
    opens = True
    for at in region.lines[:-1]:
        opens = not region.joins(lines[at], lines[at + 1], opens)
        if not opens:
            yield at


def _extended(lines: list[SetLine], region: _Region) -> _Region:
    """A region with the lines beside it that are set like its own, whatever their words."""
    first, last = region.lines.start, region.lines.stop
    while first and lines[first - 1].width <= region.widest and not _is_short(lines, region, first - 1):
        first -= 1
    while last < len(lines) and lines[last].width <= region.widest and not _is_short(lines, region, last - 1):
        last += 1
    return replace(region, lines=range(first, last))


def _paragraphs(lines: list[SetLine], region: _Region) -> Iterator[range]:
    """The lines of each paragraph of a region.

    A sentence that ends with a full line ends its paragraph where more of them end paragraphs than go on, and no room
    before its first line shows where one begins.
    """
    joined = frozenset(_joined(lines, region))
    stopping = [at for at in region.lines[:-1] if lines[at].stops and _may_go_on(lines[at], lines[at + 1])]
    ends, inner = sum(at not in joined for at in stopping), sum(lines[at].inner_stops for at in region.lines)
    shown = any(lines[at].indent for at in region.lines)
    closing = frozenset(stopping) if ends >= max(inner, 1) and not shown else frozenset[int]()
    start = region.lines.start
    for at in region.lines:
        if at not in joined or at in closing:
            if at > start:
                yield range(start, at + 1)
            start = at + 1
