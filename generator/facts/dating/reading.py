"""A page's dates weighed together: what is stated, else what the text says of its own time, else its bounds.

Invariant: a value is stated, named by the text, or left over by interval arithmetic that closes on a day, month or
year; contradictions are problems, and decide nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from babel.dates import get_month_names

from generator.facts.dating.bounds import Bounds, Span, Step, exact, intersect, narrow, open_iso
from generator.facts.dating.known import known_steps
from generator.facts.dating.layout import Dated, Layout
from generator.facts.dating.said import Own, own_time, plan_year, settled, text_steps
from generator.facts.dating.stated import Choice, choose
from generator.facts.dating.tense import Spoken, spoken
from generator.facts.found import evidence
from generator.lexicon import Lexicon
from generator.model import Cleaned, DateFact, Evidence, Line, Problem, RejectedDate
from generator.model.calendar import PartialDate, parse_iso

_DAY = dt.timedelta(days=1)
_TOLD = {"past": "event-past", "coming": "event-coming", "plan": "plan-year", "none": "text-date"}


@dataclass(frozen=True)
class Reading:
    """The article's date, the dates that are not it, and what a person should look at."""

    date: DateFact
    rejected: tuple[RejectedDate, ...]
    texts: tuple[Spoken, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Held:
    """A lexicon compared by identity, so that a page is read once for the three fields that ask for it."""

    lexicon: Lexicon = field(compare=False)
    number: int


def read_dates(cleaned: Cleaned, lexicon: Lexicon) -> Reading:
    """Weigh every date of a page."""
    return _read(cleaned, _Held(lexicon, id(lexicon)))


@lru_cache(maxsize=4)
def _read(cleaned: Cleaned, held: _Held) -> Reading:
    lexicon = held.lexicon
    layout = Layout(cleaned, lexicon.dates)
    choice = _against_text(choose(layout), layout)
    lines = tuple(line for line in cleaned.body if not layout.is_date_line(line))
    texts = tuple(s for s in spoken(lines, lexicon.dates) if not _is_chosen(s, choice))
    named = own_time((*_in_title(layout), *texts))
    own = settled(named, layout.lines[layout.prose[0]].number if layout.prose else 0, layout.today)
    outside = known_steps(lines, lexicon.dates, lexicon.chronology)
    file = cleaned.source.name
    met = list(_faults(file, choice, texts))
    date = _stated(choice)
    if date is None:
        date, more = _inferred(texts, own, lines, outside, lexicon, file)
        met += [*more, *_overruled(file, own, named)]
    else:
        met += _checks(file, date, choice, own, (*text_steps(texts), *outside))
    if date.value is None and cleaned.body:
        met.append(Problem("note", file, None, "date-unknown"))
    return Reading(date, _rejected(choice, texts, date), texts, tuple(dict.fromkeys(met)))


def _in_title(layout: Layout) -> tuple[Spoken, ...]:
    """What the headline says of the day of writing: «… اليوم الأحد 3 مايو 2020»."""
    titles = tuple(x for x in layout.lines if x.verdict == "title" and not layout.words.cues.past.has(x.text))
    return tuple(said for said in spoken(titles, layout.words) if said.expression.said == 0)


def _overruled(file: str, own: Sequence[Own], named: Sequence[Own]) -> list[Problem]:
    """Other days of writing that the page names, as the paragraphs of another story below an article do."""
    days = {other.date.iso for other in named}
    if not own or len(days) < 2 or len({one.date.iso for one in own}) > 1:  # noqa: PLR2004
        return []
    return [Problem("warning", file, own[0].evidence[0].line, "date-contradiction", _dates_of(named))]


def _is_chosen(said: Spoken, choice: Choice) -> bool:
    chosen = choice.chosen
    return bool(chosen and chosen.line is said.line and chosen.expression.start == said.expression.start)


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
    shown = (_evidence(chosen, choice.rule),)
    if other:
        early, late = sorted((first.iso, other.iso))
        return DateFact(None, None, "stated", "probable", early, late, shown)
    return DateFact(first.iso, first.precision, "stated", choice.certainty, evidence=shown)


def _evidence(dated: Dated, rule: str) -> Evidence:
    return evidence(dated.line.number, dated.line.text, dated.expression.start, dated.expression.end, rule)


def _inferred(
    texts: Sequence[Spoken],
    own: Sequence[Own],
    lines: Sequence[Line],
    outside: tuple[Step, ...],
    lexicon: Lexicon,
    file: str,
) -> tuple[DateFact, list[Problem]]:
    steps = text_steps(texts)
    if own and all(own[0].date.iso.startswith(other.date.iso) for other in own):
        late = [s for s in steps if not intersect((_around(own[0].date),), s.spans)]
        if not late:
            return _named(own[0], lexicon), _clashes(file, own[0].date, outside)
        return DateFact(), [_against(file, step.evidence, own[0].date) for step in late]
    problems = [Problem("warning", file, own[0].evidence[0].line, "date-contradiction", _dates_of(own))] if own else []
    planned = plan_year(texts, lines, lexicon.dates, lexicon.chronology)
    if planned:
        return _named(planned, lexicon), problems + _clashes(file, planned.date, outside)
    bounds = narrow(steps)
    told = narrow(outside, bounds) if not bounds.clash else bounds
    if told.clash:
        words = lexicon.wording.say("list.comma").join(step.evidence.text for step in told.clash)
        line = told.clash[-1].evidence.line
        problems.append(Problem("warning", file, line, "date-chronology", (("text", words),)))
    return _bounded(told, lexicon), problems


def _dates_of(own: Sequence[Own]) -> tuple[tuple[str, str], ...]:
    return (("dates", ", ".join(sorted({o.date.iso for o in own}))),)


def _named(own: Own, lexicon: Lexicon) -> DateFact:
    steps = (_say("step.anniversary", own.told, lexicon),) if own.told else ()
    return DateFact(own.date.iso, own.date.precision, "inferred", "probable", evidence=own.evidence, steps=steps)


def _bounded(bounds: Bounds, lexicon: Lexicon) -> DateFact:
    if not bounds.steps:
        return DateFact()
    value = exact(bounds.span)
    outside = any(step.outside for step in bounds.steps)
    first, last = open_iso(bounds.span)
    return DateFact(
        value.iso if value else None,
        value.precision if value else None,
        "chronology" if outside else "inferred",
        "probable",
        first,
        last,
        tuple(step.evidence for step in bounds.steps),
        tuple(_say(step.message, step.values, lexicon) for step in bounds.steps),
    )


def _say(message: str, values: tuple[tuple[str, str], ...], lexicon: Lexicon) -> str:
    """A step in words, its dates too."""
    filled = {name: _date_words(value) if name in ("first", "last") else value for name, value in values}
    return lexicon.wording.say(message, None, **filled)


def _date_words(iso: str) -> str:
    """An ISO date in Arabic, with the month names that most readers know."""
    date = parse_iso(iso)
    if date is None:
        return iso
    names = [get_month_names("wide", locale="ar_EG")[date.month]] if date.month else []
    return " ".join([*([str(date.day)] if date.day else []), *names, str(date.year)])


def _checks(file: str, date: DateFact, choice: Choice, own: Sequence[Own], steps: Sequence[Step]) -> Iterator[Problem]:
    """A stated date against the page's clock, the text and the chronology."""
    value = parse_iso(date.value) if date.value else None
    if value is None:
        return
    line = date.evidence[0].line
    clocks = [d.expression.first for d, why in choice.rejected if why == "page-clock" and d.expression.first]
    late = [c for c in clocks if c.day and value.day and value.first - c.first > _DAY]
    if late:
        yield Problem("warning", file, line, "date-after-clock", (("date", value.iso), ("clock", late[0].iso)))
    for other in own:
        if not intersect((_around(value),), (_around(other.date),)):
            yield _against(file, other.evidence[0], value)
    for step in steps:
        if not step.outside and not intersect((_around(value),), step.spans):
            yield _against(file, step.evidence, value)
    yield from _clashes(file, value, steps)


def _against(file: str, shown: Evidence, value: PartialDate) -> Problem:
    return Problem("warning", file, shown.line, "date-against-text", (("text", shown.text), ("date", value.iso)))


def _around(value: PartialDate) -> Span:
    return Span(value.first - _DAY, value.last + _DAY)


def _clashes(file: str, value: PartialDate, steps: Sequence[Step]) -> list[Problem]:
    return [
        Problem("warning", file, step.evidence.line, "date-chronology", (("text", step.evidence.text),))
        for step in steps
        if step.outside and not intersect((_around(value),), step.spans)
    ]


def _faults(file: str, choice: Choice, texts: Sequence[Spoken]) -> Iterator[Problem]:
    """Dates that cannot be, where they count: beside the article and in its text."""
    beside = [(d.line.number, d.words, d.expression.fault) for d in choice.doubted]
    inside = [(s.line.number, s.words, s.expression.fault) for s in texts]
    for number, text, fault in beside + inside:
        if fault in ("weekday", "impossible", "hijri"):
            yield Problem("warning", file, number, f"date-{fault}", (("text", text),))
    if choice.chosen and choice.chosen.expression.fault == "order":
        undecided = (("text", choice.chosen.words),)
        yield Problem("note", file, choice.chosen.line.number, "date-order", undecided)
    if choice.contradiction:
        dates = ", ".join(d.expression.first.iso for d in choice.contradiction if d.expression.first)
        line = choice.contradiction[0].line.number
        yield Problem("warning", file, line, "date-contradiction", (("dates", dates),))


def _rejected(choice: Choice, texts: Sequence[Spoken], date: DateFact) -> tuple[RejectedDate, ...]:
    page = [
        RejectedDate(d.expression.value or d.expression.first.iso, why, _evidence(d, "date-on-page"))
        for d, why in choice.rejected
        if d.expression.first
    ]
    shown = {(e.line, e.start) for e in date.evidence if date.value}
    page = [r for r in page if (r.evidence.line, r.evidence.start) not in shown]
    if date.basis != "stated":
        page += [r for s in texts if (r := _rejected_text(s)) and (r.evidence.line, r.evidence.start) not in shown]
    return tuple(page)


def _rejected_text(said: Spoken) -> RejectedDate | None:
    found = said.expression
    if found.kind not in ("absolute", "hijri") or found.value is None or found.said is not None:
        return None
    shown = evidence(said.line.number, said.line.text, found.start, found.end, "date-in-text")
    return RejectedDate(found.value, _TOLD[said.told], shown)
