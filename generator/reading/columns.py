"""Lines that are set in columns: rows of a table, cells on lines of their own, verses in two halves.

Invariant: rests on the texts alone; every character but white space and the signs between cells lies in one cell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]

_BETWEEN_CELLS = re.compile(r"\s*\t\s*|\s*\|\s*|[ \u00a0]{3,}")
_BETWEEN_HALVES = re.compile(r"\s*\t\s*|\s+(?:\*{1,3}|\.{3,}|…|//?)\s+|[ \u00a0]{3,}")
_NUMBER = re.compile(r"[\W_]*\d[\d\W_]*")
_MOST_COLUMNS = 12
# Of two half verses the longer has seldom half as many letters again; few verses have more words than these.
_HALVES_APART, _MOST_WORDS = 1.6, 9
_FEWEST_RHYMED, _RHYMED, _MOST_LETTERS = 4, 0.75, 64
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670]|\\W+$")
_STOPS = re.compile(r"[.؟?]\W*$")


@dataclass(frozen=True)
class Cell:
    """Words of a cell: the place of its line among those given, from where to where, and whether they are a number."""

    at: int
    start: int
    end: int
    is_number: bool


def table_rows(texts: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table's lines: cells between tabs, bars or wide gaps; else, of cells a line each, as many to a row
    as make the same columns all the way down.
    """
    rows = [tuple(_cells(at, text)) for at, text in enumerate(texts) if text.strip()]
    if any(len(row) > 1 for row in rows):
        return tuple(rows)
    cells = [cell for row in rows for cell in row]
    size = next((n for n in range(2, _MOST_COLUMNS + 1) if _fits(cells, n)), 1)
    return tuple(tuple(cells[at : at + size]) for at in range(0, len(cells), size))


def has_head(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row says what stands in the columns: words over numbers."""
    return len(rows) > 1 and not any(c.is_number for c in rows[0]) and any(c.is_number for row in rows[1:] for c in row)


def _cells(at: int, text: str) -> Iterator[Cell]:
    for start, end in _parts(text, _BETWEEN_CELLS):
        yield Cell(at, start, end, bool(_NUMBER.fullmatch(text, start, end)))


def _parts(text: str, between: re.Pattern[str]) -> Iterator[Span]:
    """The spans between signs of a kind, those without a character left out."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    found = [m.span() for m in between.finditer(text, first, last)]
    for start, end in zip((first, *(e for _, e in found)), (*(s for s, _ in found), last), strict=True):
        if start < end:
            yield start, end


def _fits(cells: Sequence[Cell], size: int) -> bool:
    """Whether so many to a row make columns: below the first row each has numbers alone or words alone, and not all
    the same.
    """
    if len(cells) % size or len(cells) < 2 * size:
        return False
    kinds = [{cell.is_number for cell in cells[size + column :: size]} for column in range(size)]
    return all(len(kind) == 1 for kind in kinds) and kinds[0] == {False} and {True} in kinds


def half_verses(text: str) -> tuple[Span, Span] | None:
    """The two halves of a verse, where something stands between them and they are about as long."""
    found = list(_parts(text, _BETWEEN_HALVES))
    if len(found) != 2:  # noqa: PLR2004  a verse has two halves
        return None
    shorter, longer = sorted(end - start for start, end in found)
    most = max(len(text[start:end].split()) for start, end in found)
    alike = longer <= _HALVES_APART * shorter and 1 < most <= _MOST_WORDS
    return (found[0], found[1]) if alike and not _NUMBER.search(text) else None


def verses(texts: Sequence[str]) -> tuple[range, ...]:
    """The lines of each poem: of two halves each, or short, without full stops, and with one rhyme."""
    parted = [half_verses(text) is not None for text in texts]
    found = [run for run in _runs(parted) if len(run) > 1 or _is_sure(texts[run.start])]
    taken = {at for run in found for at in run}
    short = [at not in taken and _may_be_verse(text) for at, text in enumerate(texts)]
    return tuple(sorted((*found, *(run for run in _runs(short) if _rhymes(texts, run))), key=lambda run: run.start))


def _is_sure(text: str) -> bool:
    return "***" in text


def _may_be_verse(text: str) -> bool:
    return len(text.split()) > 1 and len(text) <= _MOST_LETTERS and not _STOPS.search(text) and not _NUMBER.search(text)


def _rhymes(texts: Sequence[str], run: range) -> bool:
    """Whether the same letter ends most lines, or most of every second."""
    if len(run) < _FEWEST_RHYMED:
        return False
    ends = [_MARKS.sub("", texts[at])[-1:] for at in run]
    return any(_same(part) for part in (ends, ends[::2], ends[1::2]))


def _same(ends: Sequence[str]) -> bool:
    most = Counter(ends).most_common(1)[0][1]
    return len(ends) >= _FEWEST_RHYMED and most >= _RHYMED * len(ends)


def _runs(marked: Sequence[bool]) -> list[range]:
    """The stretches of places that are marked."""
    edges = [at for at, (left, right) in enumerate(pairwise((False, *marked, False))) if left != right]
    return [range(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]
