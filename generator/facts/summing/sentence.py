"""The sentences of an article, each with the words that carry its meaning.

Invariant: in the order of the text; each is a piece of one line that begins and ends where sentences do, but for a
dateline or bullet before it. A dot inside a name («إل. في. إم.») ends none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

from generator.facts.signing.datelines import Dateline, dateline_of
from generator.lexicon import Lexicon
from generator.lexicon.loading import WordList
from generator.lexicon.summary import SummaryCues
from generator.reading.clitics import analyses
from generator.reading.line import ReadLine, ReadText, Span
from generator.reading.marks import BULLETS, outermost
from generator.reading.memo import Memo

_NO_PROSE = frozenset({"subheading", "table"})
_ALL = object()
Cue = Literal["leaning", "subordinate", "hanging", "turning", "closing", "thanking", "telling"]
_SHORTEST = 3
"""Letters of a content word."""
_FRAGMENT, _NAME_LETTERS = 3, 30
"""Words of what a dot cuts off a name, and letters that a marked name goes on for."""
_PARTING = re.compile(r"[-–—ـ:/|]")
_BULLET = re.compile(rf"[\sـ{re.escape(BULLETS)}]*")


@dataclass(frozen=True)
class Sentence:
    """A piece of a line; `first` to `last` are its words, the last excluded, `content` those with a meaning."""

    order: int
    line: ReadLine
    span: Span
    first: int
    last: int
    content: frozenset[str]

    @property
    def text(self) -> str:
        """As written."""
        return self.line.text[slice(*self.span)]

    @property
    def length(self) -> int:
        """How many words it has."""
        return self.last - self.first

    def holds(self, line: int, start: int) -> bool:
        """Whether a place lies in it."""
        return line == self.line.number and self.span[0] <= start < self.span[1]

    def has(self, places: Sequence[int]) -> bool:
        """Whether one of some places of its line, which are in order, lies in it."""
        return bisect_left(places, self.span[0]) < bisect_left(places, self.span[1])

    def opens(self, places: Sequence[int]) -> bool:
        """Whether it begins at one of them."""
        return begins(places, self.span[0])


def cut_sentence(order: int, line: ReadLine, span: Span, stops: WordList) -> Sentence:
    """A piece of a line with its words."""
    first, last = map(line.words_to, span)
    return Sentence(order, line, span, first, last, content(line, first, last, stops))


def divided(text: ReadText, lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences of an article's paragraphs, without the dateline or byline before the first."""
    order, stops = 0, lexicon.summary.stops
    for line in text.body:
        head = line.once(dateline_of, lexicon) if order == 0 else None
        if line.verdict in _NO_PROSE or (head and head.whole and head.pieces):
            continue
        for start, end in _joined(line):
            begin = max(start, _behind(head)) if head and order == 0 else start
            bullet = _BULLET.match(line.text, begin, end)
            yield cut_sentence(order, line, (bullet.end() if bullet else begin, end), stops)
            order += 1


def content(line: ReadLine, first: int, last: int, stops: WordList) -> frozenset[str]:
    """The words that carry meaning, each by its shortest reading, so that «والقوات» and «قوات» are one."""
    words, little = zip(line.written[first:last], line.words[first:last], strict=True), stops.forms
    kept = {written for written, word in words if word not in little and not word.isdecimal()}
    return frozenset([word for word in map(_SHORTEST_READING.__getitem__, kept) if len(word) >= _SHORTEST])


def cued(line: ReadLine, cue: Cue, cues: SummaryCues) -> Sequence[int]:
    """Where the words of a list begin in a line, in order; in marks none closes, for they are not the writer's."""
    return line.once(_CUED[cue], cues)


def _begin(cue: Cue, line: ReadLine, cues: SummaryCues) -> tuple[int, ...]:
    words: WordList = getattr(cues, cue)
    own = cue != "closing"
    return tuple([hit.start for hit in words.find(line) if own or not _is_marked(line, hit.start)])


_CUED = {cue: partial(_begin, cue) for cue in get_args(Cue)}


def begins(places: Sequence[int], at: int) -> bool:
    """Whether a place is one of others, which are in order."""
    return bisect_left(places, at) < bisect_left(places, at + 1)


def outer_marks(line: ReadLine) -> tuple[Span, ...]:
    """Where the outermost marks of a line open and close."""
    return line.once(_pairs, _ALL)


def _pairs(line: ReadLine, _: object) -> tuple[Span, ...]:
    return tuple((x.open, x.close) for x in outermost(line.marks.pieces) if x.close is not None)


def _is_marked(line: ReadLine, at: int) -> bool:
    pieces = outer_marks(line)
    before = bisect_left(pieces, (at, 0)) - 1
    return before >= 0 and at <= pieces[before][1]


def _shortest(word: str) -> str:
    return min([r.stem for r in analyses(word)], key=lambda stem: (len(stem) < _SHORTEST, len(stem), stem))


_SHORTEST_READING = Memo(_shortest)


def _behind(head: Dateline) -> int:
    """Where a sentence begins behind known places, agencies and dates that a dash or colon parts from it."""
    known = len(head.of("place", "house", "wire", "desk", "date")) == len(head.pieces)
    parted = head.is_parted and known and _PARTING.search(head.pieces[-1].after)
    return head.end + len(head.pieces[-1].after) if parted else 0


def _joined(line: ReadLine) -> Iterator[Span]:
    """The spans of a line's sentences."""
    start: int | None = None
    for first, end in line.sentences:
        start = first if start is None else start
        if not _in_name(line, first, end):
            yield start, end
            start = None
    if start is not None:
        yield start, line.sentences[-1][1]


def _in_name(line: ReadLine, first: int, end: int) -> bool:
    """Whether the dot at the end of a piece stands in a name: behind a word or two, or between marks close by."""
    pieces = outer_marks(line)
    before = bisect_left(pieces, (end, 0)) - 1
    if before >= 0 and end <= pieces[before][1] < end + _NAME_LETTERS:
        return True
    alone = line.text[end - 1] == "." and line.text[end - 2 : end] != ".." and end < len(line.text.rstrip())
    return alone and line.words_to(end) - line.words_to(first) <= _FRAGMENT
