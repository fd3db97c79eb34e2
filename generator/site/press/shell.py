"""A shell: a page as the engine renders it, cut where a sample's own words stand.

How a place is written (as it is, escaped for HTML, as a string of JSON) is read off the sample, whose words hold the
signs that tell. Invariant: a shell whose places are filled with the words that it was cut at is the page that it was
cut from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import escape

from generator.site.press.frame import Row

BODY = "body"
# The signs by which the ways of writing differ; every sample's words end in them.
TELLING = "<&\"'"


def _as_json(text: str) -> str:
    """As a string within what Jinja's `tojson` prints."""
    plain = json.dumps(text)[1:-1]
    return plain.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("'", "\\u0027")


def _as_it_is(text: str) -> str:
    return text


def _escaped(text: str) -> str:
    return str(escape(text))


WRITINGS: tuple[Callable[[str], str], ...] = (_as_it_is, _escaped, _as_json)


@dataclass(frozen=True)
class Gap:
    """Where words of a page go, and which way of writing they go in."""

    name: str
    writing: int = 0

    def filled(self, values: Mapping[str, str | Sequence[Row]]) -> str:
        """What stands there for a page. Raises KeyError where it has no such words."""
        value = values[self.name]
        return WRITINGS[self.writing](value) if isinstance(value, str) else ""


@dataclass(frozen=True)
class Rows:
    """Where rows of words go: what stands between two cells of a row, and between two rows."""

    name: str
    between: tuple[str, ...]
    joiner: str
    writings: tuple[int, ...]

    def filled(self, values: Mapping[str, str | Sequence[Row]]) -> str:
        """What stands there for a page. Raises KeyError where it has no such rows."""
        rows = values[self.name]
        return self.joiner.join(self._row(row) for row in rows if not isinstance(row, str))

    def _row(self, row: Row) -> str:
        cells = [WRITINGS[way](cell) for cell, way in zip(row, self.writings, strict=True)]
        return "".join(text for pair in zip(cells, (*self.between, ""), strict=True) for text in pair)


Piece = str | Gap | Rows


@dataclass(frozen=True)
class Shell:
    """A page's frame, literal pieces and places in turn."""

    parts: tuple[Piece, ...]

    def filled(self, values: Mapping[str, str | Sequence[Row]]) -> str:
        """The page of these words. Raises KeyError where one is missing."""
        return "".join(piece if isinstance(piece, str) else piece.filled(values) for piece in self.parts)


@dataclass(frozen=True)
class _Occurrence:
    """A sample's words as they stand on its page."""

    start: int
    end: int
    name: str
    writing: int
    row: int = -1
    cell: int = -1


def cut_at_words(page: str, values: Mapping[str, str | Sequence[Row]]) -> Shell | None:
    """The shell of a sample's page; None where its rows do not stand as rows."""
    met = list(_found(page, dict(_written(values))))
    pieces, end, at = list[Piece](), 0, 0
    while at < len(met):
        first = met[at]
        group = [first]
        if first.row >= 0:
            rows = values[first.name]
            count = len(rows) * len(rows[0])
            group = met[at : at + count]
        piece = _piece(page, group, values)
        if piece is None:
            return None
        pieces += [page[end : first.start], piece]
        end, at = group[-1].end, at + len(group)
    return Shell((*pieces, page[end:]))


def _written(values: Mapping[str, str | Sequence[Row]]) -> Iterator[tuple[str, tuple[str, int, int, int]]]:
    """Each way in which a sample's words may be written, the plainest last, for it is the one where all are alike."""
    for name, value in values.items():
        cells = (
            [(value, -1, -1)]
            if isinstance(value, str)
            else [(cell, at, x) for at, row in enumerate(value) for x, cell in enumerate(row)]
        )
        for text, row, cell in cells:
            for way in reversed(range(len(WRITINGS))):
                yield WRITINGS[way](text), (name, way, row, cell)


def _found(page: str, written: Mapping[str, tuple[str, int, int, int]]) -> Iterator[_Occurrence]:
    """Where a sample's words stand, each way of writing looked for by itself: to compile one pattern takes longer."""
    met = sorted((at, -len(text), text) for text in written for at in _places(page, text))
    end = 0
    for at, _, text in met:
        if at >= end:
            end = at + len(text)
            yield _Occurrence(at, end, *written[text])


def _places(page: str, text: str) -> Iterator[int]:
    at = page.find(text)
    while at >= 0:
        yield at
        at = page.find(text, at + len(text))


def _piece(page: str, group: list[_Occurrence], values: Mapping[str, str | Sequence[Row]]) -> Gap | Rows | None:
    first = group[0]
    if first.row < 0:
        return Gap(first.name, first.writing)
    width = len(values[first.name][0])
    if [(m.name, m.row, m.cell) for m in group] != [(first.name, x // width, x % width) for x in range(len(group))]:
        return None
    gaps = [page[one.end : two.start] for one, two in pairwise(group)]
    rows = [gaps[at : at + width - 1] for at in range(0, len(gaps), width)]
    joiners = set(gaps[width - 1 :: width])
    writings = tuple(m.writing for m in group[:width])
    if len(joiners) != 1 or any(row != rows[0] for row in rows):
        return None
    return Rows(first.name, tuple(rows[0]), joiners.pop(), writings)
