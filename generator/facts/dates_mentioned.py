"""Every date that an article speaks of, as precise as its words.

Invariant: a word such as «أمس» or «المقبل» gives a value only where the article's own date is known and leaves but one.
"""

from __future__ import annotations

import datetime as dt

from generator.facts.date import read_dates
from generator.facts.dating.expressions import Expression
from generator.facts.dating.told import ToldDate, told_dates
from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.model import DateFact, Facts, MentionedDate
from generator.model.calendar import PartialDate, parse_iso
from generator.reading.line import ReadText

_WEEK = 7


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[MentionedDate, ...]]:
    """The dates of headline and text, in order; --MM-DD where no year is told."""
    titles = (line for line in text.lines if line.verdict == "title")
    told = (*told_dates(titles, lexicon.dates), *text.once(read_dates, lexicon).texts)
    found = [_mentioned(t, facts.date) for t in sorted(told, key=lambda t: (t.line.number, t.expression.start))]
    return Found(tuple(m for m in found if m))


def _mentioned(told: ToldDate, date: DateFact) -> MentionedDate | None:
    value = told.expression.value
    if told.expression.kind in {"yearless", "relative"}:
        value = _resolved(told.expression, date) or value
    return None if value is None else MentionedDate(value, told.evidence("date-in-text"))


def _resolved(found: Expression, date: DateFact) -> str | None:
    """Its value counted from the article's date; from both ends of the bounds, when they agree."""
    first, last = date.interval
    if first is None or last is None:
        return None
    values = {_from(found, dt.date.fromisoformat(day)) for day in (first, last)}
    return values.pop() if len(values) == 1 else None


def _from(found: Expression, day: dt.date) -> str | None:
    if found.kind == "yearless":
        return _next_or_last(found, day)
    if found.said is not None:
        # That of its weekday, when an article is stamped on the day after its writing.
        said = day + dt.timedelta(days=found.said)
        late = (said.isoweekday() - found.weekday) % _WEEK if found.weekday else 0
        return (said - dt.timedelta(days=late)).isoformat() if late <= 1 else None
    if not found.weekday or not found.tense:
        return None
    ahead = (found.weekday - day.isoweekday()) % _WEEK or _WEEK
    behind = (day.isoweekday() - found.weekday) % _WEEK or _WEEK
    return (day + dt.timedelta(days=-behind if found.tense == "past" else ahead)).isoformat()


def _next_or_last(found: Expression, day: dt.date) -> str | None:
    near = (PartialDate(year, found.month, found.day) for year in range(day.year - 1, day.year + 2))
    dates = [date for date in near if parse_iso(date.iso)]
    if found.tense == "past":
        return max((d for d in dates if d.last < day), default=PartialDate(1)).iso
    if found.tense == "coming":
        return min((d for d in dates if d.first > day), default=PartialDate(1)).iso
    return next((d.iso for d in dates if found.tense == "current" and d.year == day.year), None)
