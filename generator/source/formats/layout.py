"""From letters with their places on pages to lines of text: rows in reading order, rows of a paragraph joined, what
each page repeats left once.

Places are in points from the lower left corner, as PDF has them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from generator.source.formats.visual import from_left, from_right, is_from_right

# Shares of a letter's height: what parts words that the file parts too, what parts them anyhow, what parts cells.
_SPACE, _SURE_SPACE, _CELL = 0.15, 0.25, 1.2
# How far a row may begin from where its column does; how much more room than usual parts paragraphs.
_INDENT, _APART = 0.8, 1.25
_SAME_SIZE = 0.08
# How wide a letter usually is, as a share of its height.
_USUAL = 0.4
# How many rows at each end of a page may be what every page has.
_HEAD = 2
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile('[.!؟?:»"”]\\s*$')
_BROKEN_WORD = re.compile(r"[a-z]-$")


@dataclass(frozen=True)
class Glyph:
    """A letter: its sides, the height it takes, where its sign begins, and the number of its word in the file."""

    letter: str
    left: float
    right: float
    height: float
    origin: tuple[float, float]
    word: int

    @property
    def centre(self) -> float:
        """Its middle, from the left."""
        return (self.left + self.right) / 2

    @property
    def is_mark(self) -> bool:
        """True for a sign that is written on another letter."""
        return unicodedata.category(self.letter) == "Mn"


@dataclass(frozen=True)
class Row:
    """A row of a page: its text, how tall its letters are, where it stands, and the width of its first word.

    begin and end grow in reading direction, whichever that is.
    """

    text: str
    size: float
    y: float
    begin: float
    end: float
    first: float


def row_of(glyphs: Sequence[Glyph]) -> Row:
    """Letters of one row, in whatever order, as they are read."""
    size = max(glyph.height for glyph in glyphs)
    letters = sorted(_marked(list(_sized(glyphs, size))), key=lambda pair: pair[0].centre)
    rightward = not is_from_right("".join(text for _, text in letters))
    if not rightward:
        letters.reverse()
    words, first = [letters[0][1]], 0.0
    for (one, _), (other, following) in pairwise(letters):
        gap = max(other.left - one.right, one.left - other.right) / size
        if gap > (_SPACE if one.word != other.word else _SURE_SPACE):
            first = first or max(one.right - letters[0][0].left, letters[0][0].right - one.left)
            words.append("\t" if gap > _CELL else " ")
        words.append(following)
    made = "".join(words)
    left, right = min(g.left for g, _ in letters), max(g.right for g, _ in letters)
    begin, end = (left, right) if rightward else (-right, -left)
    text = from_left(made) if rightward else from_right(made)
    return Row(unicodedata.normalize("NFC", text), size, glyphs[0].origin[1], begin, end, first or end - begin)


def _sized(glyphs: Sequence[Glyph], size: float) -> Iterator[Glyph]:
    """The letters, each as wide as it is: a mark's sign may stand for its letter too, which has no place of its own.

    Such a letter begins where the sign does, and is as wide as the same letter is elsewhere in the row.
    """
    widths: dict[str, list[float]] = {}
    for origin, held in groupby(glyphs, key=lambda glyph: glyph.origin):
        sign = list(held)
        if len(sign) == 1 or not any(glyph.is_mark for glyph in sign):
            for glyph in sign:
                widths.setdefault(glyph.letter, []).append(glyph.right - glyph.left)
        for glyph in sign:
            known = widths.get(glyph.letter, [size * _USUAL])
            unsure = len(sign) > 1 and any(other.is_mark for other in sign) and not glyph.is_mark
            yield replace(glyph, left=origin[0], right=origin[0] + median(known)) if unsure else glyph


def _marked(every: Sequence[Glyph]) -> list[tuple[Glyph, str]]:
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


def flowing(pages: Sequence[Sequence[Row]]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The text of pages, a paragraph a line, and what was done for that."""
    head, kept, foot = _without_repeated(pages)
    usual = _pitch(kept)
    lines, joined = list[str](), 0
    last: tuple[int, Row] | None = None
    for number, page in enumerate(kept):
        for row in page:
            if last and _goes_on(last[1], row, kept[last[0]], usual, same=last[0] == number):
                joined += 1
                lines[-1] = _together(lines[-1], row.text)
            else:
                lines.append(row.text)
            last = number, row
    repeated = sum(map(len, pages)) - sum(map(len, (head, *kept, foot)))
    done = (("page-furniture", repeated), ("joined-lines", joined))
    return "\n".join([*(x.text for x in head), *lines, *(x.text for x in foot)]), tuple(x for x in done if x[1])


def _together(line: str, more: str) -> str:
    return line[:-1] + more if _BROKEN_WORD.search(line) and more[:1].islower() else f"{line} {more}"


def _goes_on(row: Row, following: Row, page: Sequence[Row], usual: float, *, same: bool) -> bool:
    """True where a row goes on in the next: no room was left for its first word, and nothing sets it apart."""
    if "\t" in row.text + following.text or abs(row.size - following.size) > row.size * _SAME_SIZE:
        return False
    column = [x for x in page if _is_beside(x, row)]
    begin, end = min(x.begin for x in column), max(x.end for x in column)
    if following.begin - begin > row.size * _INDENT or end - row.end > following.first + row.size * _SURE_SPACE:
        return False
    if not same:
        return not _ENDED.search(row.text)
    return 0 < row.y - following.y <= usual * _APART


def _is_beside(row: Row, other: Row) -> bool:
    """True for rows that may be of one column: they begin where the other does, in letters of its size."""
    return abs(row.begin - other.begin) <= other.size * 2 and abs(row.size - other.size) <= other.size * _SAME_SIZE


def _pitch(pages: Sequence[Sequence[Row]]) -> float:
    """How far apart rows usually stand."""
    steps = [one.y - other.y for page in pages for one, other in pairwise(page) if one.y > other.y]
    return median(steps) if steps else 0.0


def _without_repeated(pages: Sequence[Sequence[Row]]) -> tuple[list[Row], list[list[Row]], list[Row]]:
    """What stands at the head of most pages, the pages without that, and what stands at their foot."""
    ends = [(*_ends(page, top=True), *_ends(page, top=False)) for page in pages]
    counts = Counter(_form(row) for rows in ends for row in rows)
    most = {form for form, count in counts.items() if count >= _HEAD and count > len(pages) / 2}
    if not most:
        return [], [list(page) for page in pages], []
    out = {id(row) for rows in ends for row in rows if _form(row) in most}
    head = [row for row in _ends(pages[0], top=True) if id(row) in out]
    foot = [row for row in _ends(pages[-1], top=False) if id(row) in out]
    return head, [[row for row in page if id(row) not in out] for page in pages], foot


def _ends(page: Sequence[Row], *, top: bool) -> list[Row]:
    """The rows at one end of a page."""
    if len(page) <= _HEAD * 2:
        return []
    return sorted(page, key=lambda row: row.y, reverse=top)[:_HEAD]


def _form(row: Row) -> tuple[str, int]:
    """A row without what counts pages, and its place on them."""
    return _DIGITS.sub("0", row.text), round(row.y)
