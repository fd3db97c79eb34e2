"""When an article was published: what its page states, else what the text says of its own time, else its bounds.

Invariant: never a guess. A value is stated, named by the text, or left over by interval arithmetic that closes on a
day, month or year; contradictions are problems, and decide nothing. No date is both the article's and rejected.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.facts.dating.bounds import (
    Interval,
    Step,
    days_around,
    exact,
    intersect,
    known_steps,
    narrow,
    open_iso,
)
from generator.facts.dating.layout import Layout, is_date_line, layout_of
from generator.facts.dating.stated import Choice, choose
from generator.facts.dating.told import ToldDate, told_dates
from generator.facts.dating.writing import Own, own_time, plan_year, text_steps, trusted_days
from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.model import DateFact, DateStep, Evidence, Facts, Problem, RejectedDate
from generator.model.calendar import PartialDate, parse_iso
from generator.reading.line import ReadLine, ReadText

_DAY = dt.timedelta(days=1)
_WHY = {"past": "event-past", "coming": "event-coming", "plan": "plan-year", "none": "text-date"}


@dataclass(frozen=True)
class DateReading:
    """The article's date, the dates that are not it, those of its text, and what a person should look at."""

    date: DateFact
    rejected: tuple[RejectedDate, ...]
    texts: tuple[ToldDate, ...]
    problems: tuple[Problem, ...]


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[DateFact]:
    """The date with its basis, evidence and steps; contradictions as problems."""
    reading = text.once(read_dates, lexicon)
    return Found(reading.date, reading.problems)


def find_rejected(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[RejectedDate, ...]]:
    """Dates on a page that are not the article's, each with its reason: those of the page, then those of the text."""
    return Found(text.once(read_dates, lexicon).rejected)


def read_dates(text: ReadText, lexicon: Lexicon) -> DateReading:
    """Weigh every date of a page together."""
    layout = text.once(layout_of, lexicon)
    choice = _against_text(choose(layout), layout)
    lines = tuple(line for line in text.body if not line.once(is_date_line, lexicon))
    told = tuple(told_dates(lines, lexicon.dates))
    if choice.chosen:
        place = choice.chosen.line.number, choice.chosen.expression.start
        told = tuple(t for t in told if (t.line.number, t.expression.start) != place)
    named = own_time((*_in_title(layout), *told))
    own = trusted_days(named, layout.lines[layout.prose[0]].number if layout.prose else 0, layout.today)
    outside = known_steps(lines, lexicon.dates, lexicon.chronology)
    file, met = text.source.name, [*_faults(text.source.name, choice, told)]
    date = _stated(choice)
    if date is None:
        date, more = _inferred(told, own, lines, outside, lexicon, file)
        met += [*more, *_overruled(file, own, named)]
    else:
        met += _checks(file, date, choice, own, (*text_steps(told), *outside))
    if date.value is None and text.body:
        met.append(_open(file, date))
    return DateReading(date, _rejected(choice, told, date), told, tuple(dict.fromkeys(met)))


def _open(file: str, date: DateFact) -> Problem:
    """That nothing states the day: its bounds, where some are known, as an EDTF interval (ISO 8601-2)."""
    first, last = date.interval
    if not (first or last):
        return Problem("note", file, None, "date-unknown")
    return Problem("note", file, None, "date-bounds", (("bounds", f"{first or '..'}/{last or '..'}"),))


def _in_title(layout: Layout) -> Iterator[ToldDate]:
    """What the headline says of the day of writing: «… اليوم الأحد 3 مايو 2020»."""
    past = layout.words.cues.past
    titles = (line for line in layout.lines if line.verdict == "title" and not past.has(line))
    return (told for told in told_dates(titles, layout.words) if told.expression.said == 0)


def _overruled(file: str, own: Sequence[Own], named: Sequence[Own]) -> list[Problem]:
    """Other days of writing that the page names, as the paragraphs of another story below an article do."""
    if not own or len({one.date for one in named}) < 2 or len({one.date for one in own}) > 1:  # noqa: PLR2004
        return []
    return [_several(file, own[0].line, sorted({one.date.iso for one in named}))]


def _several(file: str, line: int, dates: Iterable[str]) -> Problem:
    """Dates of equal right that contradict each other."""
    return Problem("warning", file, line, "date-contradiction", (("dates", ", ".join(dates)),))


def _against_text(choice: Choice, layout: Layout) -> Choice:
    """A bare date above a text without headline must fall on the day that the text calls today, or on the next."""
    chosen = choice.chosen
    if not chosen or chosen.label or chosen.zone != "above" or not chosen.expression.first:
        return choice
    if not layout.today or (chosen.expression.first.first.isoweekday() - layout.today[0]) % 7 in (0, 1):
        return choice
    return replace(choice, chosen=None, rejected=((chosen, "text-contradiction"), *choice.rejected))


def _stated(choice: Choice) -> DateFact | None:
    chosen = choice.chosen
    if not chosen or not chosen.expression.first:
        return None
    first, other = chosen.expression.first, chosen.expression.other
    shown = (chosen.evidence(choice.rule),)
    if other:
        early, late = sorted((first.iso, other.iso))
        return DateFact(None, None, "stated", "probable", early, late, shown)
    return DateFact(first.iso, first.precision, "stated", choice.certainty, evidence=shown)


def _inferred(
    told: Sequence[ToldDate],
    own: Sequence[Own],
    lines: Sequence[ReadLine],
    outside: tuple[Step, ...],
    lexicon: Lexicon,
    file: str,
) -> tuple[DateFact, list[Problem]]:
    steps = text_steps(told)
    if own and all(own[0].date.iso.startswith(other.date.iso) for other in own):
        late = [_against(file, step.evidence, own[0].date) for step in steps if not step.allows(own[0].date)]
        return (DateFact(), late) if late else (_named(own[0]), _clashes(file, own[0].date, outside))
    problems = [_several(file, own[0].line, sorted({o.date.iso for o in own}))] if own else []
    planned = plan_year(told, lines, lexicon.dates, lexicon.chronology)
    if planned:
        return _named(planned), problems + _clashes(file, planned.date, outside)
    bounds = narrow(steps)
    left = bounds if bounds.clash else narrow(outside, bounds)
    if left.clash:
        words = lexicon.wording.say("list.comma").join(step.evidence.text for step in left.clash)
        problems.append(_clash(file, left.clash[-1].evidence.line, words))
    return _bounded(left), problems


def _named(own: Own) -> DateFact:
    steps = (DateStep("step.anniversary", own.told),) if own.told else ()
    return DateFact(own.date.iso, own.date.precision, "inferred", "probable", evidence=own.evidence, steps=steps)


def _bounded(bounds: Interval) -> DateFact:
    if not bounds.steps:
        return DateFact()
    value = exact(bounds.span)
    return DateFact(
        value.iso if value else None,
        value.precision if value else None,
        "chronology" if any(step.outside for step in bounds.steps) else "inferred",
        "probable",
        *open_iso(bounds.span),
        tuple(step.evidence for step in bounds.steps),
        tuple(DateStep(step.message, step.values) for step in bounds.steps),
    )


def _checks(file: str, date: DateFact, choice: Choice, own: Sequence[Own], steps: Sequence[Step]) -> Iterator[Problem]:
    """A stated date against the page's clock, the text and the chronology."""
    value = parse_iso(date.value) if date.value else None
    if value is None:
        return
    clocks = [d.expression.first for d, why in choice.rejected if why == "page-clock" and d.expression.first]
    late = [c for c in clocks if c.day and value.day and value.first - c.first > _DAY]
    if late:
        told = ("date", value.iso), ("clock", late[0].iso)
        yield Problem("warning", file, date.evidence[0].line, "date-after-clock", told)
    against = [other.evidence[0] for other in own if not intersect((days_around(value),), (days_around(other.date),))]
    against += [step.evidence for step in steps if not step.outside and not step.allows(value)]
    yield from (_against(file, shown, value) for shown in against)
    yield from _clashes(file, value, steps)


def _against(file: str, shown: Evidence, value: PartialDate) -> Problem:
    return Problem("warning", file, shown.line, "date-against-text", (("text", shown.text), ("date", value.iso)))


def _clashes(file: str, value: PartialDate, steps: Sequence[Step]) -> list[Problem]:
    clashing = (step.evidence for step in steps if step.outside and not step.allows(value))
    return [_clash(file, shown.line, shown.text) for shown in clashing]


def _clash(file: str, line: int, words: str) -> Problem:
    return Problem("warning", file, line, "date-chronology", (("text", words),))


def _faults(file: str, choice: Choice, told: Sequence[ToldDate]) -> Iterator[Problem]:
    """Dates that cannot be, where they count: beside the article and in its text."""
    for dated in (*choice.doubted, *told):
        if dated.expression.fault in ("weekday", "impossible", "hijri"):
            words = (("text", dated.words),)
            yield Problem("warning", file, dated.line.number, f"date-{dated.expression.fault}", words)
    if choice.chosen and choice.chosen.expression.fault == "order":
        yield Problem("note", file, choice.chosen.line.number, "date-order", (("text", choice.chosen.words),))
    if choice.contradiction:
        dates = [d.expression.first.iso for d in choice.contradiction if d.expression.first]
        yield _several(file, choice.contradiction[0].line.number, dates)


def _rejected(choice: Choice, told: Sequence[ToldDate], date: DateFact) -> tuple[RejectedDate, ...]:
    page = [
        RejectedDate(d.expression.value or d.expression.first.iso, why, d.evidence("date-on-page"))
        for d, why in choice.rejected
        if d.expression.first
    ]
    text = [
        RejectedDate(t.expression.value, _WHY[t.told], t.evidence("date-in-text"))
        for t in told
        if t.expression.is_stated and t.expression.value and t.expression.said is None
    ]
    shown = {(e.line, e.start) for e in date.evidence if date.value}
    found = page if date.basis == "stated" else page + text
    return tuple(r for r in found if (r.evidence.line, r.evidence.start) not in shown)
