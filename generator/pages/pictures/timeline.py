"""When articles were published, as far as it is known, and of which days they speak.

A few articles have a line each, from the earliest day to the latest; many are counted by month or year: how many surely
lie there, and how many may. What has no date stands in words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue.groups import Entry
from generator.pages.datewords import iso_words
from generator.pages.desk import Desk, Link
from generator.pages.pictures.axis import Axis, Period, Span, axis, span_of
from generator.pages.pictures.shapes import (
    LINE,
    Arrow,
    Box,
    Picture,
    Shape,
    Stroke,
    Tabled,
    TableRow,
    Words,
    fitted_words,
    mirrored,
    width_of,
)
from generator.pages.sourcewords import paper

# A line each for more than these, and the picture is longer than a telephone is high, or than its place on the front.
_MOST_LINES = 12
_MOST_LINES_SMALL = 6
_COLUMN = 96
_COLUMN_SMALL = 56
_BAR = 14
_TOP = 4
_LANE = 14


@dataclass(frozen=True)
class _Size:
    """How much a picture may show: how many lines, with titles or without, and how high its columns are."""

    lines: int
    titles: bool
    column: int


_FULL = _Size(_MOST_LINES, titles=True, column=_COLUMN)
_SMALL = _Size(_MOST_LINES_SMALL, titles=False, column=_COLUMN_SMALL)


def timeline(desk: Desk, *, small: bool = False) -> Picture | None:
    """The picture of all listed articles, and a small one for the front; None where no article has a date."""
    size, entries = _SMALL if small else _FULL, desk.catalogue.listed
    dated = [(entry, _days(entry)) for entry in entries if entry.dated]
    few = len(dated) <= size.lines
    drawn = dated if few else [(entry, span) for entry, span in dated if None not in span]
    mentioned = [] if small else list(_mentioned(entries))
    across = axis(desk, [span for _, span in drawn], mentioned if few else ())
    if across is None:
        return None
    seen = [(entry, span) for entry, span in drawn if across.whole.meets(span)]
    shapes, height, told, note = (_lines if few else _columns)(desk, across, seen, mentioned, size)
    left = (
        ("early", len(drawn) - len(seen)),
        ("open", len(dated) - len(drawn)),
        ("undated", len(entries) - len(dated)),
    )
    return Picture(
        kind="timeline",
        name=desk.say("picture.timeline"),
        described=_described(desk, across, [span for _, span in seen]),
        note=" ".join(
            [note, *(desk.say(f"picture.timeline.without.{kind}", count=count) for kind, count in left if count)]
        ),
        height=height,
        shapes=tuple(shapes),
        told=told,
    )


def _days(entry: Entry) -> Span:
    first, last = (dt.date.fromisoformat(day) if day else None for day in entry.article.facts.date.interval)
    return first, last


def _mentioned(entries: Iterable[Entry]) -> Iterator[Span]:
    for entry in entries:
        for date in entry.article.facts.dates_mentioned:
            if span := span_of(date.value):
                yield span


def _described(desk: Desk, across: Axis, spans: Sequence[Span]) -> str:
    """What the picture shows, for whoever does not see it."""
    days = [iso_words(day.isoformat(), desk.lexicon.wording, desk.settings) for day in (across.first, across.last)]
    opened = sum(None in span for span in spans)
    said = desk.say("picture.timeline.described", count=len(spans), first=days[0], last=days[1])
    return f"{said} {desk.say('picture.timeline.open', count=opened)}" if opened else said


_Drawn = tuple[list[Shape], int, Tabled, str]


def _lines(
    desk: Desk, across: Axis, dated: Sequence[tuple[Entry, Span]], mentioned: Sequence[Span], size: _Size
) -> _Drawn:
    """A line for each article below its words, and a lane for the days that articles speak of."""
    rows, y = list[Shape](), _TOP
    begin = mirrored(0, across.direction)
    for entry, span in dated:
        for kind, text in _named(desk, entry, size):
            y += LINE
            rows.append(Words(begin, y, fitted_words(text, 100), "start", kind))
        y += _BAR
        rows += _bar(across, span, y, "estimated" if entry.article.facts.date.is_estimated else "stated")
        y += _BAR
    lane = [span for span in mentioned if _in_sight(across, span)]
    if lane:
        rows.append(Words(begin, y + LINE, desk.say("picture.timeline.mentioned"), "start", "soft"))
        y += LINE + _LANE
        rows += _ticks(across, lane, y)
        y += _LANE
    note = desk.say("picture.timeline.lines" if size.titles else "picture.timeline.lines.small")
    return [*across.drawn(0, y), *rows], y + LINE + _BAR, _told_lines(desk, dated), note


def _named(desk: Desk, entry: Entry, size: _Size) -> Iterator[tuple[str, str]]:
    if size.titles:
        yield "strong", desk.title_of(entry.article)
    article = entry.article
    outlet = paper(desk, article.facts.outlet.name) if article.facts.outlet else ""
    yield "soft", desk.say("list.dot").join(part for part in (desk.date_of(article), outlet) if part)


def _bar(across: Axis, span: Span, y: int, kind: str) -> Iterator[Stroke | Arrow]:
    """A span as a line; where it has no end, or none within the picture, it goes on to the edge, with a point."""
    first, last = span
    begin, end = across.across(first or across.first), across.across(last or across.last)
    yield Stroke(begin, y, end, y, kind)
    rtl = across.direction == "rtl"
    if first is None or first < across.first:
        yield Arrow(begin, y, not rtl, kind)
    if last is None:
        yield Arrow(end, y, rtl, kind)


def _in_sight(across: Axis, span: Span) -> bool:
    first, last = span
    return bool(first and last) and across.whole.holds(span)


def _ticks(across: Axis, spans: Iterable[Span], y: int) -> Iterator[Stroke]:
    """Each day, month or year that is spoken of, once, as long as it may be."""
    for first, last in sorted({(first, last) for first, last in spans if first and last}):
        yield Stroke(across.across(first), y, across.across(last), y, "mentioned")


def _told_lines(desk: Desk, dated: Sequence[tuple[Entry, Span]]) -> Tabled:
    heads = ("picture.article", "picture.first", "picture.last")
    rows = (
        TableRow(Link(desk.title_of(entry.article), entry.address), tuple(_day_words(desk, day) for day in span))
        for entry, span in dated
    )
    return Tabled(desk.say("picture.timeline.table"), tuple(map(desk.say, heads)), tuple(rows))


def _day_words(desk: Desk, day: dt.date | None) -> str:
    return desk.day(day.isoformat()) if day else desk.say("picture.no-bound")


@dataclass(frozen=True)
class _Column:
    """A cell with how many articles surely were published in it, how many may have been, and how many days in it are
    spoken of.
    """

    cell: Period
    sure: int
    possible: int
    mentions: int


def _columns(
    desk: Desk, across: Axis, dated: Sequence[tuple[Entry, Span]], mentioned: Sequence[Span], size: _Size
) -> _Drawn:
    """A column for each month or year: filled as high as articles surely lie there, empty as high as they may."""
    spans = [span for _, span in dated]
    columns = [_column(cell, spans, mentioned) for cell in across.cells]
    highest = max(column.possible for column in columns)
    base = _TOP + LINE + size.column
    shapes = list[Shape](across.drawn(_TOP, base))
    for number, column in enumerate(columns):
        shapes += _upright(desk, across, number, column, base, size.column / highest)
    height = base + LINE + _BAR
    if any(column.mentions for column in columns):
        shapes += _hanging(desk, across, columns, height, size)
        height += LINE + LINE + size.column // 2
    note = desk.say("picture.timeline.columns" if size.titles else "picture.timeline.columns.small")
    return shapes, height, _told_columns(desk, columns), note


def _column(cell: Period, spans: Sequence[Span], mentioned: Sequence[Span]) -> _Column:
    return _Column(cell, sum(map(cell.holds, spans)), sum(map(cell.meets, spans)), sum(map(cell.holds, mentioned)))


def _upright(desk: Desk, across: Axis, number: int, column: _Column, base: int, scale: float) -> Iterator[Box | Words]:
    width = across.cell_width * 0.8
    left = across.middle(number) - width / 2
    for kind, count in (("possible", column.possible), ("sure", column.sure)):
        if count:
            yield Box(left, base - count * scale, width, count * scale, kind)
    label = desk.number(column.sure)
    if column.sure and width_of(label) <= across.cell_width:
        yield Words(across.middle(number), base - column.possible * scale - 4, label, "middle", "count")


def _hanging(
    desk: Desk, across: Axis, columns: Sequence[_Column], top: int, size: _Size
) -> Iterator[Stroke | Box | Words]:
    """How many days are spoken of, hanging from a line of their own."""
    yield Words(mirrored(0, across.direction), top + LINE, desk.say("picture.timeline.mentioned"), "start", "soft")
    line, width = top + LINE + LINE // 2, across.cell_width * 0.8
    scale = size.column / 2 / max(column.mentions for column in columns)
    for number, column in enumerate(columns):
        if column.mentions:
            yield Box(across.middle(number) - width / 2, line, width, column.mentions * scale, "mentions")


def _told_columns(desk: Desk, columns: Sequence[_Column]) -> Tabled:
    heads = ("picture.period", "picture.sure", "picture.possible", "picture.mentions")
    rows = (
        TableRow(
            Link(column.cell.label, ""),
            tuple(desk.number(count) for count in (column.sure, column.possible, column.mentions)),
            linked=False,
        )
        for column in reversed(columns)
        if column.possible or column.mentions
    )
    return Tabled(desk.say("picture.timeline.periods"), tuple(map(desk.say, heads)), tuple(rows))
