"""From letters with their places on pages to lines of text: rows in reading order, rows of a paragraph joined, what
each page repeats left once.

Places are in points from the lower left corner, as PDF has them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.source.formats.visual import from_left, from_right, is_from_right
from generator.source.formats.words import Glyph, as_drawn, signs_between, with_marks

# How far a row may begin from where its column does; how much more room than usual parts paragraphs.
_INDENT, _APART, _LEAST_SPACE = 0.8, 1.25, 0.2
_SAME_SIZE = 0.08
# How many rows at each end of a page may be what every page has.
_HEAD = 2
_DIGITS = re.compile(r"\d+")
_ENDED = re.compile('[.!؟?:»"”]\\s*$')
_BROKEN_WORD = re.compile("[a-z]-$")


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
    size = max(glyph.size for glyph in glyphs)
    found = sorted(with_marks(list(as_drawn(glyphs))), key=lambda pair: pair[0].centre)
    rightward = not is_from_right("".join(text for _, text in found))
    if not rightward:
        found.reverse()
    letters = [glyph for glyph, _ in found]
    signs = [*signs_between(letters, size), ""]
    made = "".join(text + sign for (_, text), sign in zip(found, signs, strict=True))
    left, right = min(x.left for x in letters), max(x.right for x in letters)
    begin, end = (left, right) if rightward else (-right, -left)
    last = letters[next((at for at, sign in enumerate(signs) if sign), -1)]
    first = max(last.right - letters[0].left, letters[0].right - last.left)
    text = from_left(made) if rightward else from_right(made)
    return Row(unicodedata.normalize("NFC", text), size, median(x.origin[1] for x in glyphs), begin, end, first)


def flowing(pages: Sequence[Sequence[Row]]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The text of pages, a paragraph a line, and what was done for that."""
    head, kept, foot = _without_repeated(pages)
    usual = _pitch(kept)
    paragraphs = list[list[str]]()
    last: tuple[int, Row] | None = None
    for number, page in enumerate(kept):
        for row in page:
            if last and _goes_on(last[1], row, kept[last[0]], usual, same=last[0] == number):
                paragraphs[-1].append(row.text)
            else:
                paragraphs.append([row.text])
            last = number, row
    repeated = sum(map(len, pages)) - sum(map(len, (head, *kept, foot)))
    done = (("page-furniture", repeated), ("joined-lines", sum(map(len, paragraphs)) - len(paragraphs)))
    lines = (*(x.text for x in head), *map(_together, paragraphs), *(x.text for x in foot))
    return "\n".join(lines), tuple(x for x in done if x[1])


def _together(rows: Sequence[str]) -> str:
    """The rows of a paragraph as one line, with words whole that a row's end broke."""
    made = [rows[0]]
    for one, other in pairwise(rows):
        if _BROKEN_WORD.search(one) and other[:1].islower():
            made[-1] = made[-1][:-1] + other
        else:
            made += [" ", other]
    return "".join(made)


def _goes_on(row: Row, following: Row, page: Sequence[Row], usual: float, *, same: bool) -> bool:
    """True where a row goes on in the next: no room was left for its first word, and nothing sets it apart."""
    if "\t" in row.text + following.text or abs(row.size - following.size) > row.size * _SAME_SIZE:
        return False
    column = [x for x in page if _is_beside(x, row)]
    begin, end = min(x.begin for x in column), max(x.end for x in column)
    if following.begin - begin > row.size * _INDENT or end - row.end > following.first + row.size * _LEAST_SPACE:
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
