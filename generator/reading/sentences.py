"""Splits a line into sentences whose spans are exact: they cover every character but the white space between them.

A full stop ends a sentence when white space, the line's end or a new Arabic word follows; not after a single letter
(«د. سمير», «أ.ف.ب»), after a digit before a digit, or inside a Latin word (an address).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from generator.reading.clitics import BEFORE_NOUNS

_CLOSERS = "\"'»“”’)\\]"
_END = re.compile(rf"(?:[!?؟…]+[.!?؟…]*|\.+)[{_CLOSERS}]*(?=\s|$|[\u0620-\u064a«“\"(])")
_LETTER = re.compile(rf"(?:^|[\s.(«\"“])[{BEFORE_NOUNS}]?[^\W\d_]\u0640?$")
# Characters of a sentence shown whole beside the words that prove something; of 9,540 sentences of news 6 were longer.
# Where one has no end and is full of figures, to show it whole beside each would make the pages as long as the square
# of the text.
_WHOLE, _BESIDE = 1200, 200
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]{2,4}\.){2,3}[^\W\d_]{2,4}(?!\w)")
_LONGEST_NAME = 14  # characters of «ايه.تي.في» on either side of a dot
_LONGEST_LETTER = 4  # Characters of which a lone letter, what is written to it and what stands before it take three.
_NUMBER = re.compile(r"\s*\d+\s*")
_SPACES = re.compile(r"\s*")


@lru_cache(maxsize=256)
def sentences(line: str) -> tuple[tuple[int, int], ...]:
    """Spans (start, end) of the sentences of a line, in order; none for a blank line."""
    found: list[tuple[int, int]] = []
    start = _skip(line, 0)
    for match in _END.finditer(line):
        if match.end() > start and not _abbreviates(line, start, match):
            found.append((start, match.end()))
            start = _skip(line, match.end())
    if start < len(line.rstrip()):
        found.append((start, len(line.rstrip())))
    return tuple(found)


def sentence_span(line_text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence around a piece of a line; of all its sentences when it runs over several."""
    spans = sentences(line_text)
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, end, key=lambda span: span[0])
    return (spans[first][0], spans[last - 1][1]) if first < last else (start, end)


def near_span(line_text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence around a piece of a line; of an endless one, the words close on either side."""
    first, last = sentence_span(line_text, start, end)
    if last - first <= _WHOLE:
        return first, last
    if start - first > _BESIDE:
        first = line_text.find(" ", start - _BESIDE, start) + 1 or start
    if last - end > _BESIDE:
        space = line_text.rfind(" ", end, end + _BESIDE)
        last = space if space >= 0 else end
    return first, last


def _skip(line: str, at: int) -> int:
    space = _SPACES.match(line, at)
    return space.end() if space else at


def _abbreviates(line: str, start: int, match: re.Match[str]) -> bool:
    """A lone dot after one letter, in «بي.بي.سي», or after a list number at the beginning of a sentence."""
    if match.group().rstrip("\"'»“”’)]") != ".":
        return False
    if _DOTTED.search(line[max(start, match.start() - _LONGEST_NAME) : match.end() + _LONGEST_NAME]):
        return not line[match.end() : match.end() + 1].isspace()
    near = max(start, match.start() - _LONGEST_LETTER)
    return bool(_LETTER.search(line[near : match.start()])) or bool(_NUMBER.fullmatch(line, start, match.start()))
