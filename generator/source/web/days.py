"""Days as pages declare them: read by form, no more precise than they are, and which of several is meant.

Invariant: what is no date, what a form leaves open (05/06/2018) and what no article can be of is no day at all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

from generator.model.calendar import PartialDate, parse_iso
from generator.model.declared import Declaration
from generator.reading.letters import digits

_ISO = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?(?:\s*UTC|\s*GMT)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LAST_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T,].*)?")
_MONTHS = 12
# The web's clocks begin and end at these days: a page that names one has lost its own. No article lies far ahead: this
# is no clock, but a page of today that says 2099 says nothing.
_LOST = frozenset({"1970-01-01", "1969-12-31", "1900-01-01", "1899-12-30", "1899-12-31", "1980-01-01", "2038-01-19"})
_YEARS = range(1800, 2040)


@dataclass(frozen=True)
class Day:
    """A day, month or year, and the shift of the clock that it was taken by: None where none is told, UTC at 0."""

    date: PartialDate
    shift: int | None = None

    @property
    def rank(self) -> int:
        """How surely it is the day of the outlet: by its own clock, by one that is not told, by that of Greenwich."""
        return 0 if self.shift else 1 if self.shift is None else 2


def read_day(text: str) -> Day | None:
    """A declared date; None for what is none."""
    plain = digits(text.strip())
    day = _iso(plain) or _by_mail(plain)
    if day is None or day.date.iso in _LOST or day.date.year not in _YEARS:
        return None
    return day


def declared_day(text: str) -> str | None:
    """The same as ISO 8601."""
    day = read_day(text)
    return day.date.iso if day else None


def surest_day(found: Iterable[Declaration]) -> tuple[Declaration, ...]:
    """Declarations of one day as ISO dates, the surest first; after it only those that contradict it.

    Clocks of two zones may name two days for one moment: those are no contradiction.
    """
    read = [(said, day) for said in found if (day := read_day(said.value))]
    if not read:
        return ()
    most = max(read, key=lambda pair: len(pair[1].date.iso))
    alike = [pair for pair in read if _agree(most[1], pair[1])]
    first = min(alike, key=lambda pair: (-len(pair[1].date.iso), pair[1].rank))
    rivals = (pair for pair in read if not _agree(most[1], pair[1]))
    return tuple(replace(said, value=day.date.iso) for said, day in (first, *rivals))


def _agree(one: Day, other: Day) -> bool:
    if one.date.iso.startswith(other.date.iso):
        return True
    near = bool(one.date.day and other.date.day) and abs(one.date.first - other.date.first) <= dt.timedelta(days=1)
    return near and one.shift != other.shift


def _iso(text: str) -> Day | None:
    found = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if found:
        date = parse_iso("-".join(part for part in found.groups()[:3] if part))
        return Day(date, _shift(found)) if date else None
    turned = _LAST_FIRST.fullmatch(text)
    if not turned:
        return None
    one, two, year = (int(part) for part in turned.groups())
    if one > _MONTHS or one == two:
        date = parse_iso(f"{year:04d}-{two:02d}-{one:02d}")
    else:
        date = parse_iso(f"{year:04d}-{one:02d}-{two:02d}") if two > _MONTHS else None
    return Day(date) if date else None


def _shift(found: re.Match[str]) -> int | None:
    said = found[7] if found.re is _ISO else None
    if said is None:
        return None
    if said == "Z":
        return 0
    hours, minutes = int(said[1:3]), int(said[-2:])
    return (hours * 60 + minutes) * (-1 if said[0] == "-" else 1)


def _by_mail(text: str) -> Day | None:
    """«Sun, 12 Mar 2023 14:05:00 +0300», as mail and older sites write it."""
    if not re.match(r"[A-Za-z]{3},? |\d{1,2} [A-Za-z]{3}", text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    shift = moment.utcoffset()
    return Day(PartialDate(moment.year, moment.month, moment.day), int(shift.total_seconds() / 60) if shift else None)
