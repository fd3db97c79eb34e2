"""What a form found in a line says: the expression made of its day, month and year.

Invariant: a value is a real date, or None with a fault; a number that may be day or month keeps both readings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from hijridate import Hijri

from generator.facts.dating.grammar import Match
from generator.model.calendar import PartialDate, parse_iso

Kind = Literal["absolute", "hijri", "yearless", "relative", "clock"]
Fault = Literal["weekday", "impossible", "hijri", "order"]
Tense = Literal["past", "coming", "current"]

_TENSES: Mapping[str, Tense] = {"r": "past", "f": "coming", "c": "current"}
_MONTHS = 12
_ROUND = 100  # «2000 مقاتل»: a round number before a noun counts it
_COUNTED = ("ا", "ة", "ً")  # how a noun ends that a number counts


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


def make(match: Match) -> Expression | None:
    """The expression of a form; None when its signs make no date after all."""
    made = _MAKERS[match.form](match)
    tense = match.text("tense") or match.text("year_tense")
    return replace(made, tense=_TENSES[tense]) if made and tense else made


def _whole(match: Match, year: int, month: int, day: int, **more: object) -> Expression:
    date = PartialDate(year, month, day)
    weekday = match.value("w")
    if not 1 <= month <= _MONTHS or parse_iso(date.iso) is None:
        return _blank(match, "absolute", weekday=weekday, fault="impossible")
    fault = "weekday" if weekday and day and date.first.isoweekday() != weekday else None
    return replace(_blank(match, "absolute", weekday=weekday, fault=fault), first=date, **more)  # type: ignore[arg-type]


def _blank(match: Match, kind: Kind, **more: object) -> Expression:
    return Expression(kind, match.form, *match.span, **more)  # type: ignore[arg-type]


def _month(match: Match) -> int | None:
    """The month, when its second name, if it has one, agrees."""
    first, second = match.sign("m"), match.sign("m2", "m3")
    return None if first is None or (second and second.value != first.value) else first.value


def _named_day(match: Match) -> Expression | None:
    month, day, year = _month(match), match.value("d"), match.value("y")
    return _whole(match, year, month, day) if month and year and day is not None else None


def _numbers_year_first(match: Match) -> Expression | None:
    first, second, year = match.value("n1"), match.value("n2"), match.value("y")
    if first is None or second is None or year is None:
        return None
    swapped = first > _MONTHS >= second >= 1
    return _numeric(match, year, second, first) if swapped else _numeric(match, year, first, second)


def _numeric(match: Match, year: int, month: int, day: int) -> Expression | None:
    return None if month > _MONTHS or not month or day > 31 or not day else _whole(match, year, month, day)  # noqa: PLR2004


def _numbers(match: Match) -> Expression | None:
    """dd/mm/yyyy, or mm/dd/yyyy where no other reading is left.

    Arabic digits are written day first, and so are dates divided by a dash or dot: the other order has slashes alone.
    """
    first, second, year = match.value("n1"), match.value("n2"), match.value("y")
    if first is None or second is None or year is None:
        return None
    day_first, month_first = _numeric(match, year, second, first), _numeric(match, year, first, second)
    readings = [e for e in (day_first, month_first) if e and e.first]
    fitting = [e for e in readings if not e.fault]
    if first == second or len(readings) <= 1 or (len(fitting) == 1 and match.sign("w")):
        return next(iter(fitting or readings), day_first or month_first)
    if not _is_ascii(match, "n1") or match.text("sep") != "/":
        return day_first
    return replace(readings[0], other=readings[1].first, fault="order")


def _is_ascii(match: Match, name: str) -> bool:
    sign = match.sign(name)
    return sign is None or match.signs.line[sign.start : sign.end].isascii()


def _hijri(match: Match) -> Expression | None:
    year, named = match.value("h"), match.sign("u")
    if year is None:
        return None
    month, day = (named.value, match.value("d")) if named else _hijri_numbers(match)
    date = _from_hijri(year, month or 0, day or 0)
    weekday = match.value("w")
    near = date and (not weekday or (date.first.isoweekday() - weekday) % 7 in (0, 1, 6))
    fault = None if near else "weekday" if date else "impossible"
    return replace(_blank(match, "hijri", weekday=weekday, fault=fault), first=date)


def _hijri_numbers(match: Match) -> tuple[int | None, int | None]:
    first, second = match.value("n1"), match.value("n2")
    return (first, second) if match.form.endswith("year-first") else (second, first)


def _from_hijri(year: int, month: int, day: int) -> PartialDate | None:
    """The day by the Umm al-Qura tables; None outside them or for a day that its month has not."""
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return PartialDate(found.year, found.month, found.day)


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
    last = PartialDate(year, second.value)
    return replace(_blank(match, "absolute"), first=PartialDate(year, first.value), last=last) if divided else None


def _month_year(match: Match) -> Expression | None:
    month, year = _month(match), match.value("y")
    return _whole(match, year, month, 0) if month and year else None


def _day_month(match: Match) -> Expression | None:
    """A day without year. An ordinal needs «من»; after «قوى», «شارع» and the like it is a name."""
    month, day, sign = _month(match), match.value("d"), match.sign("m")
    if not month or not day or not sign or not sign.exact or match.before == "N":
        return None
    if match.text("d") == "O" and not match.text("of"):
        return None
    real = parse_iso(PartialDate(2000, month, day).iso)  # a leap year: 29 February may be
    return _blank(
        match, "yearless", month=month, day=day, weekday=match.value("w"), fault=None if real else "impossible"
    )


def _month_alone(match: Match) -> Expression | None:
    month, sign = _month(match), match.sign("m")
    led = match.text("lead") or match.text("s") or match.text("tense")
    if not month or not sign or not sign.exact or not led or match.before == "N":
        return None
    return _blank(match, "yearless", month=month)


def _year(match: Match) -> Expression | None:
    year = match.value("y")
    return replace(_blank(match, "absolute"), first=PartialDate(year)) if year else None


def _year_alone(match: Match) -> Expression | None:
    """A year after a preposition, unless a noun follows that it counts."""
    following = match.signs.all[match.last : match.last + 1]
    if following and following[0].code == "x" and not match.text("era"):
        word = match.signs.line[following[0].start : following[0].end]
        if word.endswith(_COUNTED) or (match.value("y") or 0) % _ROUND == 0:
            return None
    return _year(match)


def _years(match: Match) -> Expression | None:
    """A range only where «بين», «إلى» or a dash makes one; two years joined by «و» are two years."""
    first, last = match.value("y0"), match.value("y")
    lead, mark = match.text("lead"), match.text("sep")
    if not first or not last or first >= last or not lead or ("&" in mark and "b" not in lead):
        return None
    return replace(_blank(match, "absolute"), first=PartialDate(first), last=PartialDate(last))


def _current_year(match: Match) -> Expression | None:
    made = _year(match)
    return replace(made, now=True) if made else None


def _current_month(match: Match) -> Expression | None:
    made = _month_year(match)
    return replace(made, now=True) if made else None


def _relative(match: Match) -> Expression:
    return _blank(match, "relative", weekday=match.value("w"))


def _clock(match: Match) -> Expression:
    return _blank(match, "clock")


_MAKERS: Mapping[str, Callable[[Match], Expression | None]] = {
    "day-month-year": _named_day,
    "month-day-year": _named_day,
    "year-month-day": _named_day,
    "numbers-year-first": _numbers_year_first,
    "numbers": _numbers,
    "hijri-day": _hijri,
    "hijri-numbers": _hijri,
    "hijri-numbers-year-first": _hijri,
    "days": _days,
    "months": _months,
    "month-year": _month_year,
    "day-month": _day_month,
    "month": _month_alone,
    "year": _year,
    "years": _years,
    "year-next": _year,
    "year-alone": _year_alone,
    "year-bracketed": _year,
    "current-year": _current_year,
    "current-month": _current_month,
    "relative-day": _relative,
    "relative-weekday": _relative,
    "clock": _clock,
}
