"""Pairs the quotation marks of a line, as they occur and not as they should be.

Invariant: pieces are exact spans of the line without their marks, in order of their openings. What a mark does follows
from the characters round it and from what is open, not from its shape alone: ” may open, “ may close, « may meet ".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from generator.reading.clitics import ARTICLE, BEFORE_NOUNS
from generator.reading.letters import INVISIBLE

BULLETS = "•·●○▪■◆►▶▸‣◄◀*-–—|"
"""What stands before the entries of a list, and is no part of their words."""

SIGNS = "«»“”„‟‹›\"'‘’"
"""Quotation marks of one character."""

_MARK = re.compile(rf"''|,,|‘‘|’’|``|\(\(|\)\)|<<|>>|[{SIGNS}]")
_OPENERS = frozenset({"«", "“", "„", "‟", "‹", "((", "<<", ",,", "``"})
_CLOSERS = frozenset({"»", "”", "›", "))", ">>", "’’"})
_NEVER_NESTED = frozenset({"«", "“", "‹", "(("})  # In these a mark that closes opens nothing.
_FAMILY = {
    "«": "»", "“": "”", "„": "“", "‟": "”", "‹": "›", "((": "))", '"': '"', "''": "''", "<<": ">>", ",,": "‘‘",
    "``": "''", "'": "'", "‘": "’", "’": "‘",
}  # fmt: skip
_SINGLE = frozenset("'‘’")  # Apostrophes too: they count only where their surroundings show a pair.
_BEFORE_OPENING = frozenset(' \u00a0\t([{:،,؛;-–—ـ/.…«“„‟‹"')
_AFTER_CLOSING = frozenset(".،,؛;:؟?!…)]}»”›\"'/-–—")
_CLITIC = re.compile(rf"(?:^|[\s«“\"(])[{BEFORE_NOUNS}]{{1,2}}(?:{ARTICLE})?$|(?:^|\s){ARTICLE}$")
_EDGE = re.compile(f"[ \u00a0\t{INVISIBLE}]")
_A_PAIR = 2
_HALTS = "،,.؛"
_STOPS = ".؟!…"
_STOP = re.compile(r"[.؟!](?=\s)")
_AFTER_COLON = re.compile(r":\s?$")
_NEAR = 16  # Characters round a mark that tell what it does.
_AHEAD = 40  # Marks ahead, and marks open, that are looked at: more would cost the square of a hostile line.
_SENTENCE_END = re.compile(r"\s*\.\s*و")
_SHORT_NAME = 25  # Letters: a nested name in mixed marks is shorter, a clause is not.


@dataclass(frozen=True)
class Piece:
    """What stands between two marks, from `start` to `end` without them; `close` is None when nothing closes."""

    open: int
    start: int
    end: int
    close: int | None

    @property
    def closed(self) -> bool:
        """True when a mark closes it."""
        return self.close is not None


@dataclass(frozen=True)
class Marked:
    """The pieces of a line, and where a mark closes what no mark of the line opened."""

    pieces: tuple[Piece, ...]
    stray: int | None = None


@dataclass(frozen=True)
class _Place:
    """A mark in its surroundings."""

    mark: str
    start: int
    end: int
    opens: bool
    closes: bool
    spaced: bool  # a space behind it and a word's letter before it


def pair(line: str) -> Marked:
    """Every piece of a line; one left open runs to the line's end."""
    stack: list[_Place] = []
    pieces: list[Piece] = []
    stray: int | None = None
    places = _places(line)
    for index, place in enumerate(places):
        if place.mark in _SINGLE and not _is_paired(place, stack):
            continue
        if _does_open(place, stack) or (not stack and _opens_late(places, index)):
            stack.append(place)
        elif stack:
            depth = _meant(stack, place, places[index + 1 : index + 1 + _AHEAD])
            pieces.append(_piece(line, stack[depth], place.start, place.end))
            del stack[depth:]
        elif stray is None and not pieces:
            stray = place.start
    end = back(line, len(line.rstrip()), _EDGE)
    left = _still_open(line, stack, pieces)
    ends = (_cut(line, left[0], pieces, end), *(end for _ in left[1:])) if left else ()
    pieces += [_piece(line, opened, stop, None) for opened, stop in zip(left, ends, strict=True)]
    return Marked(tuple(sorted((p for p in pieces if p.end > p.start), key=lambda p: p.open)), stray)


def _opens_late(places: list[_Place], at: int) -> bool:
    """«إن" العمل مستمر"»: a straight mark written to the word before it, which one that closes follows."""
    after = places[at + 1] if at + 1 < len(places) else None
    pair = after is not None and after.mark == places[at].mark == '"' and after.closes and not after.opens
    return pair and places[at].spaced


def _cut(line: str, opened: _Place, pieces: list[Piece], end: int) -> int:
    """Where a piece that nothing closes ends: with its sentence, if a colon and a closed piece come after that."""
    later = (
        p.open
        for p in pieces
        if p.closed and p.open > opened.start and _AFTER_COLON.search(line[max(0, p.open - 2) : p.open])
    )
    first = min(later, default=None)
    stop = _STOP.search(line, opened.end, first) if first is not None else None
    return stop.end() if stop else end


def back(text: str, at: int, passed: re.Pattern[str], least: int = 0) -> int:
    """The place without the characters before it that may be passed over."""
    while at > least and passed.match(text, at - 1):
        at -= 1
    return at


def _places(line: str) -> list[_Place]:
    found = []
    for m in _MARK.finditer(line):
        before = line[max(0, m.start() - _NEAR) : m.start()].rstrip(INVISIBLE)
        after = line[m.end() : m.end() + _NEAR].lstrip(INVISIBLE)
        head, tail = before[-1:] or " ", after[:1] or " "
        after_space = head in _BEFORE_OPENING or _CLITIC.search(before[-4:]) is not None
        before_space = tail.isspace() or tail in _AFTER_CLOSING
        hangs = after_space and before_space and head.isspace() and tail in _HALTS  # «… العراق “، مؤكدة»
        ends = before_space and tail.isspace() and head in _STOPS  # «… المجتمع." لكن»
        closes = (before_space and not after_space) or hangs or ends
        spaced = tail.isspace() and head.isalpha()
        found.append(_Place(m.group(), m.start(), m.end(), after_space and not before_space, closes, spaced))
    return found


def _is_paired(place: _Place, stack: list[_Place]) -> bool:
    """A single mark opens before a word, and closes only what another single mark opened."""
    return place.opens or (place.closes and any(o.mark in _SINGLE for o in stack[-_AHEAD:]))


def _does_open(place: _Place, stack: list[_Place]) -> bool:
    if not stack or place.mark in _OPENERS:
        return not place.closes
    return place.opens and not (place.mark in _CLOSERS and stack[-1].mark in _NEVER_NESTED)


def _meant(stack: list[_Place], place: _Place, rest: list[_Place]) -> int:
    """The depth of what a mark closes: the last of its own family, unless a later one closes that and this a name."""
    top = len(stack) - 1
    first = max(0, len(stack) - _AHEAD)
    own = [i for i, o in enumerate(stack[first:], first) if _FAMILY.get(o.mark) == place.mark]
    if not own or own[-1] == top:
        return top
    more = sum(p.mark == place.mark and not p.opens for p in rest)
    again = sum(p.mark == stack[own[-1]].mark and p.mark != place.mark for p in rest)
    short = place.start - stack[top].end <= _SHORT_NAME
    return top if short and more > again else own[-1]


def _still_open(line: str, stack: list[_Place], pieces: list[Piece]) -> list[_Place]:
    """The marks left open; a long piece nested in one that ends a sentence ended both: «… «… …». وقال»."""
    left = [o for o in stack if o.mark not in _SINGLE]
    if len(left) != 1:
        return left
    ends = (p for p in pieces if p.open > left[0].start and p.close is not None and p.end - p.start > _SHORT_NAME)
    last = next((p for p in sorted(ends, key=lambda p: p.open) if _SENTENCE_END.match(line, (p.close or 0) + 1)), None)
    own = last is not None and line[last.open : last.open + 1] == left[0].mark
    if last is None or last.close is None or not own:
        return left
    pieces.append(_piece(line, left[0], last.close, last.close))
    return []


def _piece(line: str, opened: _Place, end: int, close: int | None) -> Piece:
    start = opened.end
    while start < end and _EDGE.match(line, start):
        start += 1
    end = back(line, end, _EDGE, start)
    # A second pair of marks directly inside the first is none of the words.
    marks = list(islice(_MARK.finditer(line, start, end), _A_PAIR + 1)) if _MARK.match(line, start, end) else []
    if len(marks) == _A_PAIR and marks[1].end() == end:
        start, end = marks[0].end(), marks[1].start()
    return Piece(opened.start, start, end, close)


def outermost(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces that lie in no other."""
    found: list[Piece] = []
    for piece in pieces:
        if not found or piece.open >= (found[-1].close or found[-1].end):
            found.append(piece)
    return tuple(found)
