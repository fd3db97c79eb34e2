"""What a text says of its own time: its day by «أمس الاثنين 4 أيار 2020», its month or year, and events that bound it.

Invariant: nothing inside quotation marks counts, and a date that no word tells to be past or to come bounds nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.facts.dating.bounds import Span, Step
from generator.facts.dating.tense import Spoken
from generator.facts.found import evidence
from generator.lexicon.chronology import Chronology, Fact
from generator.lexicon.dates import Dates
from generator.model import Evidence, Line
from generator.model.calendar import PartialDate

_DAY = dt.timedelta(days=1)
_OF = 8  # letters between a count of years and what they are counted from: « من » and an opening mark


@dataclass(frozen=True)
class Own:
    """The time of writing as a text names it. `told`: what a step says of the outside fact that it needs."""

    date: PartialDate
    evidence: tuple[Evidence, ...]
    rule: str
    told: tuple[tuple[str, str], ...] = ()


def own_time(found: Sequence[Spoken]) -> tuple[Own, ...]:
    """Every naming of the day, month or year of writing, the most precise first."""
    named = [own for spoken in found if not spoken.quoted and (own := _own(spoken))]
    return tuple(sorted(named, key=lambda own: -len(own.date.iso)))


def settled(named: Sequence[Own], lede: int, today: Sequence[int]) -> tuple[Own, ...]:
    """What to trust of days of writing: pages carry the beginnings of other stories below an article.

    lede: the number of the first paragraph. today: the weekdays that the first ones call today. No day may fall on
    another than the first of these, and a day named further down yields to one of the headline or first paragraph.
    """
    kept = [o for o in named if not o.date.day or not today or o.date.first.isoweekday() == today[0]]
    early = [o for o in kept if _line(o) <= lede]
    agreed = len({o.date.iso for o in kept if o.date.day}) <= 1
    return tuple(kept if agreed or not early else early)


def _line(own: Own) -> int:
    return own.evidence[0].line


def _own(spoken: Spoken) -> Own | None:
    found = spoken.expression
    if found.kind != "absolute" or not found.first or found.fault or found.last:
        return None
    if found.now:
        rule = "this-month" if found.first.month else "this-year"
        return Own(found.first, (_shown(spoken, rule),), rule)
    if found.said is None or not found.first.day:
        return None
    day = found.first.first - dt.timedelta(days=found.said)
    rule = "said-today" if found.said == 0 else "said-yesterday"
    return Own(PartialDate(day.year, day.month, day.day), (_shown(spoken, rule),), rule)


def _shown(spoken: Spoken, rule: str) -> Evidence:
    return evidence(spoken.line.number, spoken.line.text, spoken.expression.start, spoken.expression.end, rule)


def plan_year(found: Sequence[Spoken], lines: Iterable[Line], words: Dates, chronology: Chronology) -> Own | None:
    """The year of a plan that is being discussed, when the years counted since a known event lead to it too."""
    plans = [s for s in found if _is_discussed(s, words)]
    if not plans:
        return None
    for year, shown, fact in _counted(lines, words, chronology):
        plan = next((s for s in plans if s.expression.first and s.expression.first.year == year), None)
        if plan:
            told = ("words", shown.text), ("line", str(shown.line)), ("label", fact.label), ("first", fact.days[0])
            return Own(PartialDate(year), (_shown(plan, "plan-year"), shown), "plan-year", (*told, ("year", str(year))))
    return None


def _is_discussed(spoken: Spoken, words: Dates) -> bool:
    found = spoken.expression
    if found.form != "year" or spoken.told != "plan" or found.last:
        return False
    before = spoken.line.text[spoken.sentence[0] : found.start]
    return words.cues.plan.has(before) and words.cues.discussed.has(before)


def _counted(lines: Iterable[Line], words: Dates, chronology: Chronology) -> Iterable[tuple[int, Evidence, Fact]]:
    for line in lines:
        for event in chronology.since.find(line.text):
            for count in words.years.find(line.text[: event.start]):
                if event.start - count.end <= _OF:
                    fact = chronology.by_id[event.payload]
                    shown = evidence(line.number, line.text, count.start, event.end, "plan-year")
                    yield int(fact.days[0][:4]) + count.payload, shown, fact


def text_steps(found: Sequence[Spoken]) -> tuple[Step, ...]:
    """Bounds by events that the text dates and tells to be past or to come."""
    steps = [step for spoken in found if not spoken.quoted and (step := _step(spoken))]
    return tuple(steps)


def _step(spoken: Spoken) -> Step | None:
    found = spoken.expression
    if found.kind not in ("absolute", "hijri") or not found.first or found.fault:
        return None
    words = ("words", spoken.words), ("line", str(spoken.line.number))
    if spoken.told == "past":
        first = found.first.first
        return Step(
            (Span(first=first),), _shown(spoken, "past-date"), "step.text-after", (*words, ("first", first.isoformat()))
        )
    if spoken.told == "coming":
        last = (found.last or found.first).last
        last -= _DAY if (found.last or found.first).day else dt.timedelta(0)
        return Step(
            (Span(last=last),), _shown(spoken, "coming-date"), "step.text-before", (*words, ("last", last.isoformat()))
        )
    return None
