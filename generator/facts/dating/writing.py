"""When a text says that it was written: its day by «أمس الاثنين 4 أيار 2020», its month or year, events that bound it.

Invariant: nothing inside quotation marks counts, and a date that no word tells to be past or to come bounds nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.facts.dating.bounds import Days, Step, Values
from generator.facts.dating.told import ToldDate
from generator.lexicon.chronology import Chronology
from generator.lexicon.dates import Dates
from generator.model import Evidence
from generator.model.calendar import PartialDate
from generator.reading.line import ReadLine

_OF = 8  # letters between a count of years and what they are counted from: « من » and an opening mark


@dataclass(frozen=True)
class Own:
    """The time of writing as a text names it. `told`: what a step says of the outside fact that it needs."""

    date: PartialDate
    evidence: tuple[Evidence, ...]
    told: Values = ()

    @property
    def line(self) -> int:
        """The number of the line that names it."""
        return self.evidence[0].line


def own_time(found: Iterable[ToldDate]) -> tuple[Own, ...]:
    """Every naming of the day, month or year of writing, the most precise first."""
    named = [own for told in found if not told.quoted and (own := _own(told))]
    return tuple(sorted(named, key=lambda own: -len(own.date.iso)))


def trusted_days(named: Sequence[Own], lede: int, today: Sequence[int]) -> tuple[Own, ...]:
    """What to trust of days of writing: pages carry the beginnings of other stories below an article.

    lede: the number of the first paragraph. today: the weekdays that the first ones call today. No day may fall on
    another than the first of these, and a day named further down yields to one of the headline or first paragraph.
    """
    kept = [o for o in named if not o.date.day or not today or o.date.first.isoweekday() == today[0]]
    early = [o for o in kept if o.line <= lede]
    agreed = len({o.date.iso for o in kept if o.date.day}) <= 1
    return tuple(kept if agreed or not early else early)


def _own(told: ToldDate) -> Own | None:
    found, date = told.expression, told.expression.first
    if found.kind != "absolute" or not date or found.fault or found.last:
        return None
    if found.now:
        return Own(date, (told.evidence("this-month" if date.month else "this-year"),))
    if found.said is None or not date.day:
        return None
    day = date.first - dt.timedelta(days=found.said)
    rule = "said-today" if found.said == 0 else "said-yesterday"
    return Own(PartialDate(day.year, day.month, day.day), (told.evidence(rule),))


def plan_year(found: Sequence[ToldDate], lines: Iterable[ReadLine], words: Dates, chronology: Chronology) -> Own | None:
    """The year of a plan that is being discussed, when the years counted since a known event lead to it too."""
    discussed = (told for told in found if _is_discussed(told, words))
    plans = {told.expression.first.year: told for told in reversed([*discussed]) if told.expression.first}
    for line in lines if plans else ():
        for event in chronology.since.find(line.text):
            for count in words.years.find(line.text[: event.start]):
                fact = chronology.by_id[event.payload]
                year = int(fact.days[0][:4]) + count.payload
                if event.start - count.end <= _OF and year in plans:
                    shown = line.evidence(count.start, event.end, "plan-year")
                    told = ("words", shown.text), ("line", str(shown.line)), ("label", fact.label)
                    dates = ("first", fact.days[0]), ("year", str(year))
                    return Own(PartialDate(year), (plans[year].evidence("plan-year"), shown), (*told, *dates))
    return None


def _is_discussed(told: ToldDate, words: Dates) -> bool:
    found = told.expression
    if found.form != "year" or told.told != "plan" or found.last:
        return False
    before = told.line.text[told.sentence[0] : found.start]
    return words.cues.plan.has(before) and words.cues.discussed.has(before)


def text_steps(found: Iterable[ToldDate]) -> tuple[Step, ...]:
    """Bounds by events that the text dates and tells to be past or to come."""
    return tuple(step for told in found if not told.quoted and (step := _step(told)))


def _step(told: ToldDate) -> Step | None:
    found = told.expression
    if not found.is_stated or not found.first or found.fault or told.told not in ("past", "coming"):
        return None
    words = ("words", told.words), ("line", str(told.line.number))
    if told.told == "past":
        first = found.first.first
        days, message, ends = Days(first=first), "step.text-after", ("first", first.isoformat())
    else:
        end = found.last or found.first
        last = end.last - dt.timedelta(days=1 if end.day else 0)
        days, message, ends = Days(last=last), "step.text-before", ("last", last.isoformat())
    return Step((days,), told.evidence(f"{told.told}-date"), message, (*words, ends))
