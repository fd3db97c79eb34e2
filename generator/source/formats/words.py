"""Which letters of a row are one word: told by the gaps between them, where their own signs are drawn in their name.

A font may draw a letter as two signs, and a file name only that of its dots or of its mark: how wide such a letter is
follows from its kind, and from whether a word ends with it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.source.formats.visual import is_from_right

# Shares of a letter's size: what parts words that the file parts too, what parts them anyhow, what parts cells.
_SPACE, _SURE_SPACE, _CELL = 0.13, 0.2, 1.4
# Dots are no higher.
_DOTS = 0.28
# How wide letters are, as shares of their size: within a word, and where one ends. Measured in Noto Naskh and DejaVu.
_WIDTHS = (
    ("\u0628 \u062a \u062b \u0646 \u064a \u0626", 0.22, 0.6),
    ("\u0633 \u0634", 0.6, 0.9),
    ("\u0635 \u0636", 0.65, 0.95),
    ("\u0641 \u0642", 0.33, 0.6),
    ("\u062c \u062d \u062e \u0637 \u0638", 0.6, 0.65),
    ("\u0639 \u063a", 0.35, 0.45),
    ("\u0630 \u0632 \u062f \u0631 \u0648", 0.5, 0.5),
    ("\u0629", 0.35, 0.35),
    ("\u0627 \u0623 \u0625 \u0622", 0.28, 0.28),
)
_WIDTH = {letter: (within, last) for letters, within, last in _WIDTHS for letter in letters.split()}
_OTHER = (0.3, 0.5)
# Teh marbuta ends a word and never begins one.
_ENDS = "\u0629"
# The one letter that may stand alone.
_ALONE = "\u0648"


@dataclass(frozen=True)
class Glyph:
    """A letter: its sides, the height of what is drawn, its size, where its sign begins, the number of its word in the
    file, and whether the sides are its own or those of its dots or mark.
    """

    letter: str
    left: float
    right: float
    height: float
    size: float
    origin: tuple[float, float]
    word: int
    is_whole: bool = True

    @property
    def centre(self) -> float:
        """Its middle, from the left."""
        return (self.left + self.right) / 2

    @property
    def is_mark(self) -> bool:
        """True for a sign that is written on another letter."""
        return unicodedata.category(self.letter) == "Mn"

    def sides(self, ends: bool) -> tuple[float, float]:
        """Where it begins and ends from the left, if a word does or does not end with it."""
        if self.is_whole:
            return self.left, self.right
        half = self.size * _WIDTH.get(self.letter, _OTHER)[ends] / 2
        return self.centre - half, self.centre + half


def signs_between(letters: Sequence[Glyph], size: float) -> list[str]:
    """What stands after each letter but the last, in reading order: nothing, a space, or a tab between cells."""
    found, ends = list[str](), True
    for at in range(len(letters) - 1, 0, -1):
        sign = _sign(letters[at - 1], letters[at], size, ends=ends)
        found.append(sign)
        ends = bool(sign) or not letters[at].letter.isalpha()
    return found[::-1]


def _sign(one: Glyph, other: Glyph, size: float, *, ends: bool) -> str:
    """What stands between two letters; `ends` tells whether a word ends with the second."""
    (left, right), (start, end) = one.sides(ends=False), other.sides(ends)
    gap = max(start - right, left - end) / size
    if gap > _CELL:
        return "\t"
    if is_from_right(one.letter) and is_from_right(other.letter) and _ENDS in (one.letter, other.letter):
        return " " if one.letter == _ENDS else ""
    if ends and other.letter != _ALONE and not (one.is_whole and other.is_whole):
        return ""  # no other letter is a word
    return " " if gap > (_SPACE if one.word != other.word else _SURE_SPACE) else ""


def as_drawn(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The letters, each with what is drawn of it: the sign of a mark or of dots may stand for its letter too, that
    lies under its middle.
    """
    signs: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:
        signs.setdefault(glyph.origin, []).append(glyph)
    for sign in signs.values():
        marked = len(sign) > 1 and any(glyph.is_mark for glyph in sign)
        left, right = min(glyph.left for glyph in sign), max(glyph.right for glyph in sign)
        for glyph in sign:
            if marked:
                yield replace(glyph, left=left, right=right, is_whole=False)
            else:
                dots = glyph.height < glyph.size * _DOTS and is_from_right(glyph.letter)
                yield replace(glyph, is_whole=not dots)


def with_marks(every: Sequence[Glyph]) -> list[tuple[Glyph, str]]:
    """Each letter with the marks on it: those whose middle is nearest to its own."""
    letters = sorted((g for g in every if not g.is_mark), key=lambda g: g.centre)
    marks: dict[int, str] = {}
    at = 0
    for mark in sorted((g for g in every if g.is_mark), key=lambda g: g.centre):
        while at + 1 < len(letters) and _away(letters[at + 1], mark) <= _away(letters[at], mark):
            at += 1
        marks[at] = marks.get(at, "") + mark.letter
    if not letters:
        return [(glyph, glyph.letter) for glyph in every]
    return [(glyph, glyph.letter + marks.get(at, "")) for at, glyph in enumerate(letters)]


def _away(letter: Glyph, mark: Glyph) -> float:
    return abs(letter.centre - mark.centre)
