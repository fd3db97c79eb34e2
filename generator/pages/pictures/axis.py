"""The axis of time: cells of months or years from the first to the last day of a picture.

Time runs as the interface is read: from right to left in Arabic, the earliest day where a line begins.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.model.calendar import PartialDate, parse_iso
from generator.pages.datewords import day_words
from generator.pages.desk import Desk
from generator.pages.pictures.shapes import LINE, Stroke, Words, mirrored, width_of

# A cell of a phone is then twelve pixels wide, in which a column can still be told from its neighbours.
MOST_CELLS = 24
# How many months a cell may hold.
_UNITS = (1, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
_YEAR = 12
# What stays free at both ends, for arrows.
_MARGIN = 4.0
_GAP = 8 / 288 * 100

Span = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class Period:
    """A month, a year, or several, from its first day to its last."""

    first: dt.date
    last: dt.date
    label: str

    def holds(self, span: Span) -> bool:
        """Whether a span surely lies in it."""
        first, last = span
        return first is not None and last is not None and self.first <= first and last <= self.last

    def meets(self, span: Span) -> bool:
        """Whether a span may lie in it."""
        first, last = span
        return (first is None or first <= self.last) and (last is None or self.first <= last)


@dataclass(frozen=True)
class Axis:
    """Cells side by side."""

    cells: tuple[Period, ...]
    direction: str

    @property
    def first(self) -> dt.date:
        return self.cells[0].first

    @property
    def last(self) -> dt.date:
        return self.cells[-1].last

    @property
    def whole(self) -> Period:
        """All of it as one cell."""
        return Period(self.first, self.last, "")

    def across(self, day: dt.date) -> float:
        """Where a day lies, in parts of a hundred; one before or after all at the end that is nearer to it."""
        days = (self.last - self.first).days + 1
        part = min(max((day - self.first).days, 0), days) / days
        return round(mirrored(_MARGIN + part * (100 - 2 * _MARGIN), self.direction), 2)

    @property
    def cell_width(self) -> float:
        return (100 - 2 * _MARGIN) / len(self.cells)

    def middle(self, number: int) -> float:
        """The middle of a cell."""
        return mirrored(_MARGIN + (number + 0.5) * self.cell_width, self.direction)

    def drawn(self, top: int, bottom: int) -> Iterator[Stroke | Words]:
        """A line between cells, and below the names of as many as have room."""
        step = self._step
        for number, cell in enumerate(self.cells):
            if number % step == 0:
                yield Stroke(x := self.across(cell.first), top, x, bottom, "line")
        yield Stroke(_MARGIN, bottom, 100 - _MARGIN, bottom, "base")
        for number in range(self._first_named, len(self.cells), step):
            label = self.cells[number].label
            if self._has_room(number):
                yield Words(self.middle(number), bottom + LINE, label, "middle", "soft")

    @property
    def _widest(self) -> float:
        return max(width_of(cell.label) for cell in self.cells)

    @property
    def _step(self) -> int:
        """How many cells it takes to have room for a name."""
        return max(1, int(-(-(self._widest + _GAP) // self.cell_width)))

    @property
    def _first_named(self) -> int:
        return len(tuple(takewhile(lambda number: not self._has_room(number), range(len(self.cells) - 1))))

    def _has_room(self, number: int) -> bool:
        half = width_of(self.cells[number].label) / 2
        return half <= self.middle(number) <= 100 - half


def span_of(value: str) -> Span | None:
    """A date as it is mentioned, or a range A/B, as days; None for one without a year."""
    first, _, last = value.partition("/")
    begins, ends = parse_iso(first), parse_iso(last or first)
    return (begins.first, ends.last) if begins and ends else None


def axis(desk: Desk, spans: Sequence[Span], mentioned: Iterable[Span] = ()) -> Axis | None:
    """An axis on which spans lie, and of what is mentioned as much as doubles it at most; None without a known day.

    Days long before the others are left out, for with them no month could be told from the next.
    """
    known = sorted(day for span in spans for day in span if day)
    if not known:
        return None
    last = known[-1]
    first = next(day for day in known if day.year > last.year - MOST_CELLS)
    length = max(1, last.year - first.year + 1)
    near = [day for span in mentioned for day in span if day and abs(day.year - first.year) <= length]
    near = [day for day in near if day.year <= last.year]
    begins = min((first, *near))
    opened = any(end is None for _, end in spans)
    return Axis(tuple(_cells(desk, begins, last, opened)), desk.lexicon.wording.direction)


def _cells(desk: Desk, first: dt.date, last: dt.date, opened: bool) -> Iterator[Period]:
    """Cells from a day to another, one more where a span has no end, of the shortest kind of which there are few."""
    begin, end = _month(first), _month(last)
    unit = next(unit for unit in _UNITS if end // unit - begin // unit + opened < MOST_CELLS)
    for number in range(begin // unit, end // unit + opened + 1):
        yield _cell(desk, number * unit, (number + 1) * unit)


def _cell(desk: Desk, begin: int, end: int) -> Period:
    """The months from one to another, that not included, counted from the beginning of years."""
    first, last = _day(begin), _day(end - 1)
    last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
    if end - begin < _YEAR:
        label = day_words(PartialDate(first.year, first.month), desk.lexicon.wording, desk.settings)
    elif end - begin == _YEAR:
        label = desk.number(first.year)
    else:
        label = desk.say("picture.years", first=first.year, last=last.year)
    return Period(first, last, label)


def _month(day: dt.date) -> int:
    return day.year * _YEAR + day.month - 1


def _day(month: int) -> dt.date:
    year = min(max(month // _YEAR, dt.MINYEAR), dt.MAXYEAR)
    return dt.date(year, month % _YEAR + 1, 1)
