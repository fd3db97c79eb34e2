"""A line as it was set: how wide, behind how much room, and what it looks like to have been cut out of.

Invariant: rests on the lines alone; to look at one costs no more than a few hundred characters do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.reading.marks import BULLETS

# A line of more characters was never broken at a width that anybody reads.
_LONGEST = 320
_SEEN_OF_END = 8
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_CLOSERS = r"[\s\"'»”’)\]›*]*$"
_STOP = re.compile(rf"[.؟?!…۔]{_CLOSERS}")
_FULL_STOP = re.compile(rf"(?<!\.)[.۔]{_CLOSERS}")
_INNER_STOP = re.compile(r"[^\W\d_]{2}[.؟?!…][\"»”)]?\s+[\"«“(]?[^\W\d_]")
_COMMA = re.compile(r"[،,؛;].")
_SHORT_END = re.compile(r"(?:^|[^\w])[^\W\d_]{1,3}$")
_ITEM = re.compile(rf"[{re.escape(BULLETS)}]\s|[(\[]?\d{{1,2}}\s?[-–.)\]/]\s")
_SIGN_BETWEEN = re.compile(r"\S\t+\S|\s\|\s|\s\*{1,3}\s|\s\.{3,}\s|\s…\s")
_GAP = re.compile(r"(?<=\S)[ \u00a0]+(?=\S)")
_WIDE, _FEW_GAPS = "   ", 2
_PAIRS = ("«»", "“”", "()", "[]")
_MOSTLY = 0.5

# Natural logarithms, in hundredths, of how much oftener each was counted among lines of broken paragraphs (10,060, of
# 500 news texts set 40 to 110 wide) than among 1,584 headlines and notices as long: a mark inside the line .46 to .06,
# a last word of three letters or fewer .26 to .06, a bracket or quotation that does not end with the line .05 to .01.
_MARKED, _UNMARKED, _CUT_SHORT, _NOT_CUT, _OPEN = 200, -55, 150, -20, 190


@dataclass(frozen=True)
class SetLine:
    """A line as it was set; its width is in characters, with the room before it.

    depth: how often a mail quotes it. text: its words, without that room and the marks of a mail.
    """

    width: int = 0
    indent: int = 0
    depth: int = 0
    text: str = ""
    is_item: bool = False

    @cached_property
    def first(self) -> str:
        """Its first word."""
        return self.text[:_LONGEST].split(None, 1)[0] if self.text else ""

    @cached_property
    def needed(self) -> int:
        """The room that its first word would have taken on the line before."""
        return 1 + len(self.first)

    @cached_property
    def is_text(self) -> bool:
        """Words, and not in columns."""
        return bool(self.text) and (len(self.text) >= _LONGEST or not _has_columns(self.text))

    @cached_property
    def stops(self) -> bool:
        """A sentence ends with it."""
        return bool(_STOP.search(self.text[-_SEEN_OF_END:]))

    @cached_property
    def closes(self) -> bool:
        """A sentence ends with it, in one full stop."""
        return bool(_FULL_STOP.search(self.text[-_SEEN_OF_END:]))

    @cached_property
    def inner_stops(self) -> int:
        """How many sentences end before it does."""
        return len(_INNER_STOP.findall(self.text[:_LONGEST]))

    @cached_property
    def held(self) -> int:
        """How much it looks cut out of the middle of a text."""
        text = self.text[:_LONGEST]
        worth = _MARKED if self.inner_stops or _COMMA.search(text) else _UNMARKED
        worth += _CUT_SHORT if _SHORT_END.search(text) else _NOT_CUT
        opened = text.count('"') % 2 == 1 or any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)
        return worth + _OPEN if opened else worth


NOTHING = SetLine()


def set_lines(texts: Sequence[str]) -> list[SetLine]:
    """The lines of a text as they were set. Where most stand behind some room, it is the margin and counts nothing."""
    lines = [_set(text) for text in texts]
    if sum(line.is_item for line in lines) == 1:  # a dash between words that came to begin a line
        lines = [replace(line, is_item=False) if line.is_item else line for line in lines]
    if sum(line.indent > 0 for line in lines) > _MOSTLY * sum(line.width > 0 for line in lines):
        lines = [replace(line, width=line.width - line.indent, indent=0) if line.indent else line for line in lines]
    return lines


def own_text(text: str) -> tuple[int, int]:
    """Where the words of a line begin and end, without the signs by which a mail quotes it."""
    start, end = _quoted(text), len(text.rstrip())
    return min(end, len(text) - len(text[start:].lstrip())), end


def _quoted(text: str) -> int:
    found = _QUOTED.match(text) if text.startswith(">") else None
    return found.end() if found else 0


def _set(text: str) -> SetLine:
    start, end = own_text(text)
    if start == end:
        return NOTHING
    outer, own = _quoted(text), text[start:end]
    return SetLine(end - outer, start - outer, text.count(">", 0, outer), own, bool(_ITEM.match(own)))


def _has_columns(text: str) -> bool:
    """Cells, or half verses: a tab, a sign or a wide gap between them. The gaps of a justified line are all alike."""
    if _SIGN_BETWEEN.search(text):
        return True
    gaps = [len(gap) for gap in _GAP.findall(text)] if _WIDE in text else []
    return bool(gaps) and (max(gaps) - min(gaps) > 1 or len(gaps) <= _FEW_GAPS)
