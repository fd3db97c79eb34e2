"""Figures of the body: numbers with their bounds, and what they count or measure.

Invariant: a figure is an exact piece of one line; dates, names and wishes are none. A vague count has no value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.facts.found import Found
from generator.facts.numbers.amounts import Amount, NumberParser, amount, qualified_after
from generator.facts.numbers.nouns import CountedNoun, counted, symbol_before
from generator.facts.numbers.rejections import is_no_figure
from generator.facts.numbers.separators import Marks, decided, marks_of
from generator.facts.numbers.special import part_after, special
from generator.lexicon import Lexicon
from generator.lexicon.numbers import Numbers
from generator.model import Facts, Figure, Problem
from generator.reading.line import ReadLine, ReadText

_WHOLE = ("count", "duration")  # People, things and days are counted whole: before three digits a sign parts thousands.


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Figure, ...]]:
    """Every figure of the body in order."""
    marks = marks_of(line.text for line in text.body)
    found = tuple(figure for line in text.body for figure in figures(line, lexicon.numbers, marks))
    return Found(found, tuple(_doubt(text.source.name, figure) for figure in found if figure.readings))


def _doubt(file: str, figure: Figure) -> Problem:
    first, second = (f"{reading:,.10g}" for reading in figure.readings)
    values = (("words", figure.text), ("first", first), ("second", second))
    return Problem("note", file, figure.line, "figure-two-readings", values)


def figures(line: ReadLine, numbers: Numbers, marks: Marks) -> Iterator[Figure]:
    """The figures of a line in order, none overlapping another. marks: how its article parts its numerals."""
    row = NumberParser(line.text, decided(line.text, line.items, marks, numbers), numbers)
    at = 0
    while at < len(row.items):
        begins = row.items[at].numeral or row.items[at].word in numbers.starts
        figure, at = _at(row, line.number, at) if begins else (None, at + 1)
        if figure:
            start, end = line.near(figure.start, figure.end)
            yield replace(figure, sentence=line.text[start:end])


def _at(row: NumberParser, line: int, at: int) -> tuple[Figure | None, int]:
    found = special(row, line, at)
    if found:
        return found
    number = row.number(at)
    if number is None:
        return None, at + 1
    read, noun = _with_noun(row, amount(row, number))
    if is_no_figure(row, read) or not _counts(row, read, noun):
        return None, max(read.last, at + 1)
    return _figure(row, line, read, noun), max(noun.last if noun else read.last, at + 1)


def _with_noun(row: NumberParser, found: Amount) -> tuple[Amount, CountedNoun | None]:
    """An amount with the half that stands behind its unit, and with what it counts."""
    noun = counted(row, found.last)
    if noun is None or noun.kind not in ("duration", "measure") or found.value is None:
        return found, noun
    share, last = part_after(row, noun.last)
    if not share:
        return found, noun
    low, high = (None if bound is None else bound + share for bound in (found.low, found.high))
    more = replace(found, value=found.value + share, low=low, high=high)
    return more, replace(noun, last=last, end=row.items[last - 1].end)


def _counts(row: NumberParser, found: Amount, noun: CountedNoun | None) -> bool:
    """Whether a number counts at all: with a noun or unit, or announced, or in words of three and more."""
    at, numeral = found.number.first, found.number.numeral
    if noun or symbol_before(row, at):
        # «واحد» and «أحد» before a noun single one out and count nothing.
        one = found.value == 1 and not numeral and found.scale == 1
        return not (one and (noun is None or noun.kind == "count"))
    if found.first < at:
        return True
    if numeral:
        announced = row.word(at - 1) in row.numbers.cues.announcers and row.joined(at)
        return announced or (row.word(found.last) == "من" and row.word(found.last + 1) in row.numbers.cues.whole)
    several = found.is_range or (found.value or 0) > 1
    # Alone, «ثلاثة» counts people; the short «ثلاث» is a name or a slip without its noun.
    return several and found.scale == 1 and row.word(found.last - 1).endswith(("ه", "ان", "ين", "ون"))


def _figure(row: NumberParser, line: int, read: Amount, noun: CountedNoun | None) -> Figure:
    after = noun.last if noun else read.last
    found, last = qualified_after(row, read, after)
    start, at = row.begin(found.first), found.number.first
    end = noun.end if noun and last == after else row.items[last - 1].end
    sign = symbol_before(row, at)
    if sign:
        start = min(start, row.items[at].start - 1)
    figure = Figure(
        text=row.line[start:end],
        line=line,
        start=start,
        end=end,
        rule="range" if found.is_range else "digits" if found.number.numeral else "words",
        value=found.value,
        low=found.low,
        high=found.high,
        approximate=found.approximate,
    )
    if sign:
        return _doubted(row, read, replace(figure, unit=sign.name, kind="money"))
    named = replace(figure, unit=noun.unit, subject=noun.subject, kind=noun.kind) if noun else figure
    return named if noun and noun.kind in _WHOLE else _doubted(row, read, named)


def _doubted(row: NumberParser, found: Amount, figure: Figure) -> Figure:
    """Without a value where a dot may part thousands or decimals; both readings are told of a single number."""
    unsure = [item for item in row.items[found.number.first : found.last] if item.other is not None]
    if not unsure:
        return figure
    blank = replace(figure, value=None, low=None, high=None)
    other, value = unsure[0].other, unsure[0].value
    if found.is_range or other is None or value is None:
        return blank
    return replace(blank, readings=(value * found.scale, other * found.scale))
