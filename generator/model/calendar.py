"""Dates that are no more precise than what is known: a year, a month or a day, and the days each may mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "year"]

_MONTHS = 12
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A year, perhaps a month of it, perhaps a day of that."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> Precision:
        """How much of it is known."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def iso(self) -> str:
        """YYYY, YYYY-MM or YYYY-MM-DD."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def first(self) -> dt.date:
        """The earliest day it may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The latest day it may mean."""
        month = self.month or _MONTHS
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def parse_iso(text: str) -> PartialDate | None:
    """YYYY, YYYY-MM or YYYY-MM-DD as a date; None for anything else, a 31 February included."""
    found = _ISO.fullmatch(text)
    if not found:
        return None
    date = PartialDate(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    if date.month > _MONTHS or (found[2] and not date.month) or (found[3] and not date.day) or not date.year >= 1:
        return None
    if date.day > calendar.monthrange(date.year, date.month or 1)[1]:
        return None
    return date
