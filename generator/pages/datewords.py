"""Dates and numbers as readers see them: month names and digits by the dossier's settings, never more than is known."""

from __future__ import annotations

from collections.abc import Callable

from babel.dates import get_month_names

from generator.lexicon.wording import Wording
from generator.model import DateFact, DateStep
from generator.model.calendar import PartialDate, parse_iso
from generator.source.settings import Settings

# CLDR keeps the month families of Arabic under the countries that use them.
_LOCALES = {"gulf": "ar_EG", "levant": "ar_SY", "morocco": "ar_MA", "tunisia": "ar_TN", "mauritania": "ar_MR"}
# What Unicode calls the digits that a dossier may write.
DIGITS = {"latin": "latn", "arabic": "arab"}
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def number_words(value: object, settings: Settings) -> str:
    """A number's digits as the dossier writes them."""
    return str(value).translate(_ARABIC_DIGITS) if settings.digits == "arabic" else str(value)


def _month(number: int, wording: Wording, settings: Settings) -> str:
    locale = _LOCALES[settings.months] if wording.language == "ar" else wording.language
    name: str = get_month_names("wide", locale=locale)[number]
    return name


def day_words(date: PartialDate, wording: Wording, settings: Settings) -> str:
    """A date in words, as precise as it is: 2021, مايو 2021, 3 مايو 2021."""
    parts = [str(date.day)] if date.day else []
    if date.month:
        parts.append(_month(date.month, wording, settings))
    return number_words(" ".join([*parts, str(date.year)]), settings)


def iso_words(iso: str, wording: Wording, settings: Settings) -> str:
    """An ISO date in words, a range A/B and a day or month without a year too; what is no date stays as it is."""
    first, slash, last = iso.partition("/")
    if slash:
        begins, ends = iso_words(first, wording, settings), iso_words(last, wording, settings)
        return wording.say("date.range", first=begins, last=ends)
    date = parse_iso(iso)
    if date:
        return day_words(date, wording, settings)
    yearless = parse_iso(f"{_LEAP_YEAR}-{iso.removeprefix('--')}") if iso.startswith("--") else None
    if yearless is None:
        return iso
    day = f"{yearless.day} " if yearless.day else ""
    return number_words(day + _month(yearless.month, wording, settings), settings)


_FIRST_DAY, _LAST_DAY = "-01-01", "-12-31"

# In which every day of every month exists.
_LEAP_YEAR = 2000


def date_words(date: DateFact, wording: Wording, settings: Settings) -> str:
    """An article's date in words: the date, the bounds, or that it is unknown."""
    if date.value:
        return iso_words(date.value, wording, settings)
    first, last = _year_of(date.not_before, _FIRST_DAY), _year_of(date.not_after, _LAST_DAY)
    years = bool(first) == bool(date.not_before) and bool(last) == bool(date.not_after)
    if not years:
        first, last = date.not_before, date.not_after
    begins, ends = (iso_words(x, wording, settings) if x else None for x in (first, last))
    if begins and ends:
        return wording.say("date.between", first=begins, last=ends)
    kind = ".year" if years else ""
    if begins:
        return wording.say(f"date.after{kind}", first=begins)
    return wording.say(f"date.before{kind}", last=ends) if ends else wording.say("date.unknown")


def _year_of(bound: str | None, edge: str) -> str | None:
    """The year of a bound that is the edge of one: its day was never told."""
    return bound.removesuffix(edge) if bound and bound.endswith(edge) else None


def step_words(step: DateStep, wording: Wording, settings: Settings, place: Callable[[int], str] | None = None) -> str:
    """What leads to a date, its days and numbers as the dossier has them; the words of the source stay as they are.

    `place` says where a line of the source stands; by its number, where nothing else is given.
    """
    number = next((int(value) for name, value in step.values if name == "line"), 0)
    told = {"place": place(number) if place else wording.say("evidence.line", line=number_words(number, settings))}
    for name, value in step.values:
        said = iso_words(value, wording, settings) if name in _DAYS else value
        told[name] = value if name == "words" else number_words(said, settings)
    return wording.say(step.message, None, **told)


# The values of a step that are dates.
_DAYS = frozenset({"first", "last", "year"})
