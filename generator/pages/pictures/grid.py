"""Two kinds of things against each other: a disc where they meet, whose area says how often.

The commonest stand by their names, the others together, each thing counted once; what is not known stands last.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.pages.desk import Desk, Link
from generator.pages.pictures.shapes import (
    LINE,
    Disc,
    Picture,
    Shape,
    Stroke,
    Tabled,
    TableRow,
    Words,
    fitted_words,
    mirrored,
    over_lines,
)

# More rows are longer than a telephone is high; more columns leave a name of eight letters no room.
MOST_ROWS = 12
MOST_COLUMNS = 5
_LARGEST = 12
_SMALLEST = 2
_ROW = 2 * _LARGEST + 4
_HEAD_LINES = 3


@dataclass(frozen=True)
class Track:
    """A row or a column: what tells it from the others, its name, where it leads, and whether it is the unknown."""

    id: str
    name: str
    address: str | None = None
    unknown: bool = False


@dataclass(frozen=True)
class Meeting:
    """One thing that is of a row and of a column."""

    row: Track
    column: Track
    thing: Hashable


@dataclass(frozen=True)
class Grid:
    """The names of rows and columns, the largest first, and how many things are of both."""

    rows: tuple[Track, ...]
    columns: tuple[Track, ...]
    counts: Mapping[tuple[Track, Track], int]

    @property
    def largest(self) -> tuple[Track, Track]:
        """Where most meet, the first of several."""
        return max(((row, column) for row in self.rows for column in self.columns), key=lambda at: self.counts[at])


def gridded(meetings: Iterable[Meeting], others: str) -> Grid | None:
    """What meets in rows and columns; None where there are no two of both that are known, for that is a list."""
    things: dict[tuple[Track, Track], set[Hashable]] = defaultdict(set)
    for each in meetings:
        things[each.row, each.column].add(each.thing)
    rows, columns = (_shown(things, side, most, others) for side, most in ((0, MOST_ROWS), (1, MOST_COLUMNS)))
    if min(sum(not each.unknown for each in {*names.values()}) for names in (rows, columns)) < len(("one", "other")):
        return None
    met: dict[tuple[Track, Track], set[Hashable]] = defaultdict(set)
    for (row, column), found in things.items():
        met[rows[row], columns[column]] |= found
    counts = defaultdict(int, {at: len(found) for at, found in met.items()})
    return Grid(tuple(dict.fromkeys(rows.values())), tuple(dict.fromkeys(columns.values())), counts)


def _shown(
    things: Mapping[tuple[Track, Track], set[Hashable]], side: int, most: int, others: str
) -> dict[Track, Track]:
    """As what each row or column is shown, in their order: itself, or one of the others."""
    all_of: dict[Track, set[Hashable]] = defaultdict(set)
    for at, found in things.items():
        all_of[at[side]] |= found
    ordered = sorted(all_of, key=lambda name: (name.unknown, -len(all_of[name]), name.name, name.id))
    known = [name for name in ordered if not name.unknown]
    room = most - (len(ordered) - len(known))
    rest = Track("", others)
    kept = known if len(known) <= room else known[: room - 1]
    return {name: name if name in kept or name.unknown else rest for name in ordered}


def drawn(desk: Desk, grid: Grid, kind: str, note: str) -> Picture:
    """A grid as a picture; its messages are picture.KIND and what follows that."""
    shapes = [*_heads(desk, grid)]
    top = _HEAD_LINES * LINE + LINE // 2
    highest = grid.counts[grid.largest]
    for number, row in enumerate(grid.rows):
        y = top + number * (LINE + _ROW) + LINE
        shapes.append(Words(mirrored(0, _direction(desk)), y, fitted_words(row.name, 100), "start", "soft"))
        shapes += _discs(desk, grid, row, y + _ROW // 2 + 2, highest)
    row, column = grid.largest
    height = top + len(grid.rows) * (LINE + _ROW)
    lines = [Stroke(x := _across(desk, grid, at), top, x, height, "line") for at in range(len(grid.columns))]
    return Picture(
        kind="grid",
        name=desk.say(f"picture.{kind}"),
        described=desk.say(f"picture.{kind}.described", highest, row=row.name, column=column.name),
        note=note,
        height=height,
        shapes=(*lines, *shapes),
        told=_told(desk, grid, kind),
    )


def _direction(desk: Desk) -> str:
    return desk.lexicon.wording.direction


def _across(desk: Desk, grid: Grid, number: int) -> float:
    return round(mirrored((number + 0.5) * 100 / len(grid.columns), _direction(desk)), 2)


def _heads(desk: Desk, grid: Grid) -> Iterator[Shape]:
    """The names of columns over some lines, the last of each on one height."""
    room = 100 / len(grid.columns)
    for number, column in enumerate(grid.columns):
        lines = over_lines(column.name, room, _HEAD_LINES)
        for at, text in enumerate(lines, start=_HEAD_LINES - len(lines) + 1):
            yield Words(_across(desk, grid, number), at * LINE - LINE // 4, text, "middle", "strong")


def _discs(desk: Desk, grid: Grid, row: Track, y: int, highest: int) -> Iterator[Shape]:
    """A disc for each column, and its number behind it."""
    for number, column in enumerate(grid.columns):
        count, x = grid.counts[row, column], _across(desk, grid, number)
        if count:
            radius = round(max(_SMALLEST, _LARGEST * math.sqrt(count / highest)), 1)
            beside = radius + LINE // 4
            yield Disc(x, y, radius, "sure")
            yield Words(x, y + LINE // 4, desk.number(count), "start", "count", _behind(beside, desk))


def _behind(pixels: float, desk: Desk) -> float:
    """So many pixels in the direction of reading."""
    return -pixels if _direction(desk) == "rtl" else pixels


def _told(desk: Desk, grid: Grid, kind: str) -> Tabled:
    heads: Sequence[str] = (desk.say(f"picture.{kind}.rows"), *(column.name for column in grid.columns))
    rows = (
        TableRow(
            Link(row.name, row.address or ""),
            tuple(desk.number(grid.counts[row, column]) for column in grid.columns),
            linked=bool(row.address),
        )
        for row in grid.rows
    )
    return Tabled(desk.say(f"picture.{kind}"), tuple(heads), tuple(rows))
