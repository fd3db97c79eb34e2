"""Words of a source where they stand in it: as evidence, and in paragraphs that were broken over lines.

Invariant: a broken paragraph is its pieces in order, one space between two, none behind a hyphen; so every span of it
is made of spans of the source's lines.
"""

from __future__ import annotations

import operator
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Annotated

from pydantic import Field

_HYPHENS = ("-", "\u2010", "\u00ad")


@dataclass(frozen=True)
class LinePiece:
    """Some words of a line of the source."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Evidence:
    """The exact words of a source that show a value.

    pieces: where they run over lines at which a paragraph was broken, those of each line; `line`, `start` and `end` are
    the first of them then, `text` is all of them as the paragraph has them.
    """

    line: int
    start: int
    end: int
    text: str
    rule: str
    pieces: Annotated[tuple[LinePiece, ...], Field(exclude_if=operator.not_)] = field(default=(), kw_only=True)

    @property
    def spots(self) -> tuple[LinePiece, ...]:
        """The words line by line, of one line too."""
        return self.pieces or (LinePiece(self.line, self.start, self.end, self.text),)

    @property
    def anchor(self) -> str:
        """The id of the marked words on their article's page."""
        last = f"{self.pieces[-1].line}-{self.pieces[-1].end}" if self.pieces else self.end
        return f"w{self.line}-{self.start}-{last}"


@dataclass(frozen=True)
class Wrap:
    """A paragraph that was broken: what of each of its lines is of it, in order."""

    pieces: tuple[LinePiece, ...]

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """The pieces with the white space behind each."""
        *broken, last = (piece.text for piece in self.pieces)
        return (*(text if _is_hyphened(text) else f"{text} " for text in broken), last)

    @cached_property
    def text(self) -> str:
        """The whole paragraph."""
        return "".join(self._parts)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate(map(len, self._parts[:-1]), initial=0))

    def cut(self, start: int, end: int) -> tuple[LinePiece, ...]:
        """The words of the source's lines that a span of the whole is made of."""
        found = []
        for at in range(bisect_right(self._starts, start) - 1, len(self.pieces)):
            piece, offset = self.pieces[at], self._starts[at]
            if offset >= end:
                break
            first, last = max(start - offset, 0), min(end - offset, len(piece.text))
            if first < last:
                here = piece.start + first, piece.start + last
                found.append(LinePiece(piece.line, *here, piece.text[first:last]))
        return tuple(found)

    def place(self, line: int, at: int) -> int:
        """Where a place of one of the source's lines stands in the whole."""
        number = line - self.pieces[0].line
        return self._starts[number] + at - self.pieces[number].start


def _is_hyphened(text: str) -> bool:
    """True where a hyphen is written to the last word: the next goes on with it."""
    return text.endswith(_HYPHENS) and text[-2:-1].isalnum()
