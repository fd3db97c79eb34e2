"""Date expressions of a line, in order: what each form says by its day, month and year.

Invariant: none overlaps another, and each span is exact over the raw line. A value is a real date, or None with a
fault; a number that may be day or month keeps both readings. Linear in the length of the line.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from hijridate import Hijri

from generator.facts.dating.signs import Match, forms_at, may_hold_a_date, next_form, read_signs
from generator.lexicon.dates import Dates
from generator.model import Evidence
from generator.model.calendar import PartialDate, parse_iso
from generator.reading.line import ReadLine

Kind = Literal["absolute", "hijri", "yearless", "relative", "clock"]
Fault = Literal["weekday", "impossible", "hijri", "order"]
Tense = Literal["past", "coming", "current"]

_TENSES: Mapping[str, Tense] = {"r": "past", "f": "coming", "c": "current"}
_MONTHS, _LAST_DAY = 12, 31
_ROUND = 100  # «2000 مقاتل»: a round number before a noun counts it
_COUNTED = ("ا", "ة", "ً")  # how a noun ends that a number counts
_TWIN_DAYS = 2  # calendars of neighbouring countries begin a Hijri month up to two days apart
_TWIN_REACH = 20  # letters between two dates of one day
_SAID = re.compile(r"R(?:\(W\))?[,(:\-]{0,2}(?:v[,:(]?)?$")  # «أمس (الاثنين) 4 أيار», «اليوم، 3 مايو»
_SAID_REACH = 8  # signs


@dataclass(frozen=True)
class Expression:
    """A date expression. `first` to `last` is a range when `last` is set. `other`: the second reading of 05/06/2018.

    month, day: those of a date without year. said: days from the day of writing, by a word such as «أمس» before it.
    now: it names the month or year of writing.
    """

    kind: Kind
    form: str
    start: int
    end: int
    first: PartialDate | None = None
    last: PartialDate | None = None
    other: PartialDate | None = None
    month: int = 0
    day: int = 0
    weekday: int | None = None
    said: int | None = None
    now: bool = False
    tense: Tense | None = None
    fault: Fault | None = None

    @property
    def value(self) -> str | None:
        """ISO 8601: a date, a range A/B, or --MM-DD without a year; None for what is no date by itself."""
        if self.first and not self.fault:
            return f"{self.first.iso}/{self.last.iso}" if self.last else self.first.iso
        if self.kind == "yearless" and not self.fault:
            return f"--{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        return None

    @property
    def is_stated(self) -> bool:
        """Whether it names a day, month or year by itself."""
        return self.kind in ("absolute", "hijri")


@dataclass(frozen=True)
class LineDate:
    """A date expression in its line."""

    line: ReadLine
    expression: Expression

    @property
    def words(self) -> str:
        """Its words as they stand in the line."""
        return self.line.text[self.expression.start : self.expression.end]

    def evidence(self, rule: str) -> Evidence:
        """Those words as evidence by a rule."""
        return self.line.evidence(self.expression.start, self.expression.end, rule)


def dates_of(line: ReadLine, words: Dates) -> tuple[Expression, ...]:
    """Every date expression of a line as read."""
    return line.once(_dates_of, words)


def _dates_of(line: ReadLine, words: Dates) -> tuple[Expression, ...]:
    return expressions(line.text, words) if may_hold_a_date(line, words) else ()


def expressions(text: str, words: Dates) -> tuple[Expression, ...]:
    """Every date expression of a text, in order, none overlapping another."""
    signs = read_signs(text, words)
    found: list[Expression] = []
    at = 0
    while (first := next_form(signs, at)) is not None:
        at = first
        match, made = next(((m, e) for m in forms_at(signs, at) if (e := _MAKERS[m.form](m))), (None, None))
        if match and made:
            tense = _TENSES.get(match.text("tense") or match.text("year_tense"))
            now = match.form.startswith("current-")
            start, end = match.span
            found.append(replace(made, tense=tense, now=now, said=_said(match), start=start, end=end))
        at = match.last if match else at + 1
    return _twins(found)


def _said(match: Match) -> int | None:
    """Days from the day of writing, when a word for one stands right before the date or begins it."""
    if match.form == "relative-day":
        return match.value("r")
    start = max(0, match.first - _SAID_REACH)
    word = _SAID.search(match.signs.codes[start : match.first])
    return match.signs.all[start + word.start()].value if word else None


def _twins(found: list[Expression]) -> tuple[Expression, ...]:
    """A Hijri day beside a Gregorian one must fall on it."""
    checked = list(found)
    for at, (one, two) in enumerate(itertools.pairwise(found)):
        pair = {one.kind: one.first, two.kind: two.first}
        hijri, common = pair.get("hijri"), pair.get("absolute")
        near = hijri and common and common.day and two.start - one.end < _TWIN_REACH
        if near and hijri and common and abs(hijri.first - common.first) > dt.timedelta(days=_TWIN_DAYS):
            place = at + (two.kind == "hijri")
            checked[place] = replace(found[place], fault="hijri")
    return tuple(checked)


def _made(match: Match, kind: Kind, **more: object) -> Expression:
    return Expression(kind, match.form, *match.span, weekday=match.value("w"), **more)  # type: ignore[arg-type]


def _whole(match: Match, year: int, month: int, day: int) -> Expression:
    date = PartialDate(year, month, day)
    if not 1 <= month <= _MONTHS or parse_iso(date.iso) is None:
        return _made(match, "absolute", fault="impossible")
    weekday = match.value("w")
    fault = "weekday" if weekday and day and date.first.isoweekday() != weekday else None
    return _made(match, "absolute", first=date, fault=fault)


def _month(match: Match) -> int | None:
    """The month, when its second name, if it has one, agrees."""
    first, second = match.sign("m"), match.sign("m2", "m3")
    return None if first is None or (second and second.value != first.value) else first.value


def _named(match: Match) -> Expression | None:
    """A month and year, perhaps with a day."""
    month, year = _month(match), match.value("y")
    return _whole(match, year, month, match.value("d") or 0) if month and year else None


def _numeric(match: Match, month: int, day: int) -> Expression | None:
    year = match.value("y")
    return _whole(match, year, month, day) if year and 1 <= month <= _MONTHS and 1 <= day <= _LAST_DAY else None


def _numbers(match: Match) -> Expression | None:
    """dd/mm/yyyy, or mm/dd/yyyy where no other reading is left; yyyy/mm/dd, and yyyy/dd/mm for no other can be.

    Arabic digits are written day first, and so are dates divided by a dash or dot: the other order has slashes alone.
    """
    one, two = match.value("n1") or 0, match.value("n2") or 0
    if match.form == "numbers-year-first":
        return _numeric(match, two, one) if one > _MONTHS >= two >= 1 else _numeric(match, one, two)
    day_first, month_first = _numeric(match, two, one), _numeric(match, one, two)
    readings = [e for e in (day_first, month_first) if e and e.first]
    fitting = [e for e in readings if not e.fault]
    if one == two or len(readings) <= 1 or (len(fitting) == 1 and match.sign("w")):
        return next(iter(fitting or readings), day_first or month_first)
    sign = match.sign("n1")
    if match.text("sep") != "/" or (sign and not match.signs.line[sign.start : sign.end].isascii()):
        return day_first
    return replace(readings[0], other=readings[1].first, fault="order")


def _hijri(match: Match) -> Expression | None:
    """The day by the Umm al-Qura tables; impossible outside them or for a day that its month has not."""
    day, month = match.value("d", "n1"), match.value("u", "n2")
    if match.form.endswith("year-first"):
        day, month = month, day
    try:
        found = Hijri(match.value("h") or 0, month or 0, day or 0).to_gregorian()
    except (ValueError, OverflowError):
        return _made(match, "hijri", fault="impossible")
    weekday, date = match.value("w"), PartialDate(found.year, found.month, found.day)
    near = not weekday or (found.isoweekday() - weekday) % 7 in (0, 1, 6)
    return _made(match, "hijri", first=date, fault=None if near else "weekday")


def _days(match: Match) -> Expression | None:
    """3–5 مايو 2020; not the end of a clock time before a date, 10:03 - 5 مايو."""
    month, last_day, first_day = _month(match), match.value("d"), match.value("d0")
    if not month or last_day is None or first_day is None or match.before == ":":
        return None
    year, first_month = match.value("y"), match.value("m0") or month
    if (first_month, first_day) >= (month, last_day) or not year:
        return None
    first, last = _whole(match, year, first_month, first_day), _whole(match, year, month, last_day)
    return first if first.fault or not last.first else replace(last, first=first.first, last=last.first)


def _months(match: Match) -> Expression | None:
    first, second, year = match.sign("m0"), match.sign("m"), match.value("y")
    if not (first and second and year) or first.value >= second.value:
        return None
    divided = second.joined or (second.start - first.end > 0 and match.last - match.first > 3)  # noqa: PLR2004
    ends = PartialDate(year, first.value), PartialDate(year, second.value)
    return _made(match, "absolute", first=ends[0], last=ends[1]) if divided else None


def _yearless(match: Match) -> Expression | None:
    """A month without year, with its day or something that leads it. After «قوى», «شارع» and the like it is a name.

    An ordinal needs «من».
    """
    month, day, sign = _month(match), match.value("d"), match.sign("m")
    if not month or not sign or not sign.exact or match.before == "N":
        return None
    if match.form == "month":
        led = match.text("lead") or match.text("s") or match.text("tense")
        return _made(match, "yearless", month=month) if led else None
    if not day or (match.text("d") == "O" and not match.text("of")):
        return None
    real = parse_iso(PartialDate(2000, month, day).iso)  # a leap year: 29 February may be
    return _made(match, "yearless", month=month, day=day, fault=None if real else "impossible")


def _year(match: Match) -> Expression | None:
    """A year; after a preposition alone, unless a noun follows that it counts."""
    year = match.value("y")
    following = match.signs.all[match.last : match.last + 1]
    if match.form == "year-alone" and following and following[0].code == "x" and not match.text("era"):
        word = match.signs.line[following[0].start : following[0].end]
        if word.endswith(_COUNTED) or (year or 0) % _ROUND == 0:
            return None
    return _made(match, "absolute", first=PartialDate(year)) if year else None


def _years(match: Match) -> Expression | None:
    """A range only where «بين», «إلى» or a dash makes one; two years joined by «و» are two years."""
    first, last = match.value("y0"), match.value("y")
    lead, mark = match.text("lead"), match.text("sep")
    if not first or not last or first >= last or not lead or ("&" in mark and "b" not in lead):
        return None
    return _made(match, "absolute", first=PartialDate(first), last=PartialDate(last))


_MAKERS: Mapping[str, Callable[[Match], Expression | None]] = {
    "day-month-year": _named,
    "month-day-year": _named,
    "year-month-day": _named,
    "numbers-year-first": _numbers,
    "numbers": _numbers,
    "hijri-day": _hijri,
    "hijri-numbers": _hijri,
    "hijri-numbers-year-first": _hijri,
    "days": _days,
    "months": _months,
    "month-year": _named,
    "day-month": _yearless,
    "month": _yearless,
    "year": _year,
    "years": _years,
    "year-next": _year,
    "year-alone": _year,
    "year-bracketed": _year,
    "current-year": _year,
    "current-month": _named,
    "relative-day": lambda match: _made(match, "relative"),
    "relative-weekday": lambda match: _made(match, "relative"),
    "clock": lambda match: _made(match, "clock"),
}
