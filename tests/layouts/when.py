"""The dates of a page, written in one of the many forms that sites write them in."""

from __future__ import annotations

import datetime as dt
import re
from random import Random

from hijridate import Gregorian

from tests.layouts.stock import stock

_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_CODE = re.compile("%([A-Za-z])")


def written(moment: dt.datetime, form: str) -> str:
    """The moment in a form of words/dates.yml."""
    text = _CODE.sub(lambda m: _part(moment, m[1]), form.removesuffix("|ar"))
    return text.translate(_EASTERN) if form.endswith("|ar") else text


def months(family: str) -> list[str]:
    """The names of the months in a family of them; two families together for `b`, three letters of each for `x`."""
    names: dict[str, list[str]] = stock("dates")["months"]
    if family == "b":
        return [f"{gulf} ({levant})" for gulf, levant in zip(names["g"], names["l"], strict=True)]
    return [name[:3] for name in names["e"]] if family == "x" else names[family]


def _part(moment: dt.datetime, code: str) -> str:
    if code in "gltrbex":
        return months(code)[moment.month - 1]
    plain = {
        "A": str(stock("dates")["weekdays"][moment.weekday()]),
        "d": str(moment.day),
        "D": f"{moment.day:02}",
        "m": str(moment.month),
        "M": f"{moment.month:02}",
        "Y": str(moment.year),
        "H": f"{moment.hour:02}",
        "I": f"{moment.minute:02}",
        "p": "ص" if moment.hour < 12 else "م",
    }
    return hijri(moment) if code == "h" else plain[code]


def hijri(moment: dt.datetime) -> str:
    """Day, month and year of the Hijri calendar."""
    day = Gregorian(moment.year, moment.month, moment.day).to_hijri()
    return f"{day.day} {months('h')[day.month - 1]} {day.year}"


def moment(rng: Random) -> dt.datetime:
    """A moment of the years that sites keep pages of."""
    return dt.datetime(2006, 1, 1, 6, 0) + dt.timedelta(days=rng.randrange(6900), minutes=rng.randrange(1000))  # noqa: DTZ001


def after(rng: Random, first: dt.datetime, days: int) -> dt.datetime:
    """A later moment, by at least a day."""
    return first + dt.timedelta(days=rng.randint(1, days), minutes=rng.randrange(700))
