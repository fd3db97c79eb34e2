"""Every date that an article speaks of, as precise as its words.

Invariant: a word such as «أمس» or «المقبل» gives a value only where the article's own date is known and leaves but one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from generator.facts.dating.expressions import Expression
from generator.facts.dating.reading import read_dates
from generator.facts.dating.tense import Spoken, spoken
from generator.facts.found import Found, evidence
from generator.lexicon import Lexicon
from generator.model import Cleaned, DateFact, Facts, MentionedDate
from generator.model.calendar import PartialDate, parse_iso

_WEEK = 7


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[tuple[MentionedDate, ...]]:
    """The dates of headline and text, in order; --MM-DD where no year is told."""
    titles = tuple(line for line in cleaned.lines if line.verdict == "title")
    texts = (*spoken(titles, lexicon.dates), *read_dates(cleaned, lexicon).texts)
    found = [_mentioned(s, facts.date) for s in sorted(texts, key=lambda s: (s.line.number, s.expression.start))]
    return Found(tuple(m for m in found if m))


def _mentioned(said: Spoken, date: DateFact) -> MentionedDate | None:
    found = said.expression
    value = found.value
    if found.kind in {"yearless", "relative"}:
        value = _resolved(found, date) or value
    if value is None:
        return None
    return MentionedDate(value, evidence(said.line.number, said.line.text, found.start, found.end, "date-in-text"))


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
        return _counted(found, day + dt.timedelta(days=found.said))
    if not found.weekday or not found.tense:
        return None
    ahead = (found.weekday - day.isoweekday()) % _WEEK
    behind = (day.isoweekday() - found.weekday) % _WEEK
    step = -(behind or _WEEK) if found.tense == "past" else ahead or _WEEK
    return (day + dt.timedelta(days=step)).isoformat()


def _counted(found: Expression, day: dt.date) -> str | None:
    """A day counted from the date; that of its weekday, when an article is stamped on the day after its writing."""
    late = (day.isoweekday() - found.weekday) % _WEEK if found.weekday else 0
    return (day - dt.timedelta(days=late)).isoformat() if late <= 1 else None


def _next_or_last(found: Expression, day: dt.date) -> str | None:
    dates = [d for year in range(day.year - 1, day.year + 2) if (d := _real(PartialDate(year, found.month, found.day)))]
    if found.tense == "past":
        return max((d for d in dates if d.last < day), default=PartialDate(1)).iso
    if found.tense == "coming":
        return min((d for d in dates if d.first > day), default=PartialDate(1)).iso
    return next((d.iso for d in dates if found.tense == "current" and d.year == day.year), None)


def _real(date: PartialDate) -> PartialDate | None:
    return replace(date) if parse_iso(date.iso) else None
