"""The text of an article as its page shows it: paragraphs, tables and verse, in the order of the text.

Invariant: each line keeps its id and its marks, wherever on the page its words stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal

from markupsafe import Markup

from generator.model import Line
from generator.pages.marks import Mark, marked
from generator.reading.columns import Cell, Span, half_verses, has_head, table_rows, verses

_ONE_BLANK = 2
Marks = Mapping[int, tuple[Mark, ...]]


@dataclass(frozen=True)
class ShownLine:
    """A line, or the words of one in a cell; its number is there where it begins. parts: the halves of a verse."""

    line: int | None
    verdict: str
    html: Markup
    parts: tuple[Markup, ...] = ()


@dataclass(frozen=True)
class Block:
    """A paragraph or heading, the lines of some verse, or a table: its rows, and above them what stands below each of
    its words; or lines that are shown to whoever asks for them.
    """

    kind: Literal["text", "verse", "table", "folded"]
    lines: tuple[ShownLine, ...] = ()
    head: tuple[ShownLine, ...] = ()
    rows: tuple[tuple[ShownLine, ...], ...] = ()


def blocks(lines: Sequence[Line], marks: Marks) -> Iterator[Block]:
    """The body of an article, block by block."""
    for (access, is_table), group in groupby(lines, key=lambda line: (line.access, line.verdict == "table")):
        if access == "folded":
            yield Block("folded", tuple(_whole(line, marks) for line in group))
        elif is_table:
            yield from (_table(part, marks) for part in _apart(tuple(group)))
        else:
            yield from _with_verse(tuple(group), marks)


def _apart(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of each table: a blank one may part rows, anything else parts tables."""
    edges = [at for at, (one, other) in enumerate(pairwise(lines), start=1) if other.number - one.number > _ONE_BLANK]
    yield from (lines[start:end] for start, end in pairwise((0, *edges, len(lines))))


def _with_verse(lines: Sequence[Line], marks: Marks) -> Iterator[Block]:
    poems = {run.start: run for run in verses([line.text for line in lines])}
    within = {at for run in poems.values() for at in run[1:]}
    for at, line in enumerate(lines):
        if at in poems:
            yield Block("verse", tuple(_verse(lines[each], marks) for each in poems[at]))
        elif at not in within:
            yield Block("text", (_whole(line, marks),))


def _whole(line: Line, marks: Marks) -> ShownLine:
    return ShownLine(line.number, line.verdict, marked(line.text, marks.get(line.number, ())))


def _verse(line: Line, marks: Marks) -> ShownLine:
    """A verse with its halves; a sign that its writer set between them stays."""
    found, whole = half_verses(line.text), _whole(line, marks)
    if found is None or line.text[found[0][1] : found[1][0]].strip():
        return whole
    return replace(whole, parts=tuple(_cut(line, span, marks) for span in found))


def _table(lines: Sequence[Line], marks: Marks) -> Block:
    found = table_rows([line.text for line in lines])
    begun: set[int] = set()
    rows = tuple(tuple(_cell(lines[cell.at], cell, marks, begun) for cell in row) for row in found)
    return Block("table", head=rows[0], rows=rows[1:]) if has_head(found) else Block("table", rows=rows)


def _cell(line: Line, cell: Cell, marks: Marks, begun: set[int]) -> ShownLine:
    number = None if line.number in begun else line.number
    begun.add(line.number)
    return ShownLine(number, line.verdict, _cut(line, (cell.start, cell.end), marks))


def _cut(line: Line, span: Span, marks: Marks) -> Markup:
    """Some words of a line with the marks on them; one that began before them goes on without its id."""
    start, end = span
    met = (m for m in marks.get(line.number, ()) if m.start < end and m.end > start)
    return marked(line.text[start:end], (_within(mark, start, end) for mark in met))


def _within(mark: Mark, start: int, end: int) -> Mark:
    id_ = mark.id if mark.start >= start else f"{mark.id}-{start}"
    return replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start, id=id_)
