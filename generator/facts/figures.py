"""Figures of the body: numbers with their bounds, and what they count or measure.

Invariant: a figure is an exact piece of one line; dates, names and wishes are none. A vague count has no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.facts.found import Found
from generator.facts.numbers.bounds import Amount, amount, qualified_after
from generator.facts.numbers.nouns import Counted, counted, symbol_before
from generator.facts.numbers.parse import Row, beginning
from generator.facts.numbers.reject import is_no_figure
from generator.facts.numbers.separators import Marks, decided, marks_of
from generator.facts.numbers.special import part_after, special
from generator.lexicon import Lexicon
from generator.lexicon.numbers import Numbers
from generator.model import Cleaned, Facts, Figure, Line, Problem
from generator.reading.numerals import items
from generator.reading.sentences import near_span


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[tuple[Figure, ...]]:
    """Every figure of the body in order."""
    marks = marks_of(line.text for line in cleaned.body)
    found = tuple(figure for line in cleaned.body for figure in figures(line, lexicon.numbers, marks))
    return Found(found, tuple(_doubt(cleaned.source.name, figure) for figure in found if figure.readings))


def _doubt(file: str, figure: Figure) -> Problem:
    first, second = (f"{reading:,.10g}" for reading in figure.readings)
    values = (("words", figure.text), ("first", first), ("second", second))
    return Problem("note", file, figure.line, "figure-two-readings", values)


def figures(line: Line, numbers: Numbers, marks: Marks) -> Iterator[Figure]:
    """The figures of a line in order, none overlapping another. marks: how its article parts its numerals."""
    row = Row(line.text, decided(line.text, items(line.text), marks, numbers), numbers)
    at = 0
    while at < len(row.items):
        figure, at = _at(row, line, at)
        if figure:
            start, end = near_span(line.text, figure.start, figure.end)
            yield replace(figure, sentence=line.text[start:end])


_WHOLE = ("count", "duration")  # People, things and days are counted whole: before three digits a sign parts thousands.


@dataclass(frozen=True)
class _Read:
    amount: Amount
    counted: Counted | None


def _at(row: Row, line: Line, at: int) -> tuple[Figure | None, int]:
    if not row.items[at].numeral and row.word(at) not in row.numbers.starts:
        return None, at + 1
    found = special(row, line.number, at)
    if found:
        return found
    number = row.number(at)
    if number is None:
        return None, at + 1
    read = _read(row, amount(row, number))
    last = read.counted.last if read.counted else read.amount.last
    if is_no_figure(row, read.amount) or not _counts(row, read):
        return None, max(read.amount.last, at + 1)
    return _figure(row, line.number, read), max(last, at + 1)


def _read(row: Row, found: Amount) -> _Read:
    noun = counted(row, found.last)
    if noun is None or noun.kind not in ("duration", "measure") or found.value is None:
        return _Read(found, noun)
    share, last = part_after(row, noun.last)
    if not share:
        return _Read(found, noun)
    more = replace(
        found,
        value=found.value + share,
        low=None if found.low is None else found.low + share,
        high=None if found.high is None else found.high + share,
    )
    return _Read(more, replace(noun, last=last, end=row.items[last - 1].end))


def _counts(row: Row, read: _Read) -> bool:
    """Whether a number counts at all: with a noun or unit, or announced, or in words of three and more."""
    if read.counted or symbol_before(row, read.amount.number_at):
        return not _is_single(read)
    found = read.amount
    if found.first < found.number_at:
        return True
    if found.numeral:
        announced = row.word(found.number_at - 1) in row.numbers.cues.announcers and row.joined(found.number_at)
        return announced or (row.word(found.last) == "من" and row.word(found.last + 1) in row.numbers.cues.whole)
    several = found.is_range or (found.value or 0) > 1
    return several and found.scale == 1 and _is_long_form(row, found)


def _is_single(read: _Read) -> bool:
    """«واحد» and «أحد» before a noun single one out and count nothing."""
    found = read.amount
    counts = read.counted is None or read.counted.kind == "count"
    return found.value == 1 and not found.numeral and found.scale == 1 and counts


def _is_long_form(row: Row, found: Amount) -> bool:
    """Alone, «ثلاثة» counts people; the short «ثلاث» is a name or a slip without its noun."""
    last = row.word(found.last - 1)
    return last.endswith(("ه", "ان", "ين", "ون"))


def _figure(row: Row, line: int, read: _Read) -> Figure:
    found, noun = read.amount, read.counted
    start = beginning(row, found.first)
    end = noun.end if noun else row.items[found.last - 1].end
    found, last = qualified_after(row, found, noun.last if noun else found.last)
    if last > (noun.last if noun else found.last):
        end = row.items[last - 1].end
    sign = symbol_before(row, found.number_at)
    if sign:
        start = min(start, row.items[found.number_at].start - 1)
    figure = Figure(
        text=row.line[start:end],
        line=line,
        start=start,
        end=end,
        rule="range" if found.is_range else "digits" if found.numeral else "words",
        value=found.value,
        low=found.low,
        high=found.high,
        approximate=found.approximate,
    )
    if sign:
        return _doubted(row, read, replace(figure, unit=sign.name, kind="money"))
    named = replace(figure, unit=noun.unit, subject=noun.subject, kind=noun.kind) if noun else figure
    return named if noun and noun.kind in _WHOLE else _doubted(row, read, named)


def _doubted(row: Row, read: _Read, figure: Figure) -> Figure:
    """Without a value where a dot may part thousands or decimals; both readings are told of a single number."""
    found = read.amount
    unsure = [item for item in row.items[found.number_at : found.last] if item.other is not None]
    if not unsure:
        return figure
    blank = replace(figure, value=None, low=None, high=None)
    other, value = unsure[0].other, unsure[0].value
    if found.is_range or other is None or value is None:
        return blank
    return replace(blank, readings=(value * found.scale, other * found.scale))
