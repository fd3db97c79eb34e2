"""What leaves which days possible: interval arithmetic, and the dated public facts that a text names.

Invariant: a bound is only ever narrowed by a step that says why; steps that leave nothing in common narrow nothing. An
office counts only where its holder speaks in the article's present; an event only in a sentence that has no other year
and no verb of the future, unless the event itself is told to be still to come.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.facts.dating.expressions import Expression, dates_of
from generator.facts.dating.told import foretells
from generator.lexicon.chronology import Chronology, Fact
from generator.lexicon.dates import Dates
from generator.model import Evidence
from generator.model.calendar import PartialDate, parse_iso
from generator.reading.letters import tokens
from generator.reading.line import ReadLine, Span
from generator.reading.match import Hit

_EARLIEST, _LATEST = dt.date.min, dt.date.max
_YEAR = dt.timedelta(days=365)  # a meeting is announced within a year of it
_TITLE_WORDS = 12  # «وزير الدفاع الأمريكي بالوكالة باتريك شاناهان»
_GAP_WORDS = 3  # «وقالت السيدة كاثرين …»
_DAY = dt.timedelta(days=1)
Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, order=True)
class Days:
    """Days from first to last, both included; the ends of the calendar stand for open."""

    first: dt.date = _EARLIEST
    last: dt.date = _LATEST


@dataclass(frozen=True)
class Step:
    """A statement that bounds an article: the days it leaves, the words that show it, and how to tell it.

    message: the key of its wording; values fill it.
    """

    spans: tuple[Days, ...]
    evidence: Evidence
    message: str
    values: Values = ()
    outside: bool = False

    @property
    def days(self) -> int:
        """How much it leaves: the fewer days, the sooner it is told."""
        return sum((span.last - span.first).days for span in self.spans)

    def allows(self, value: PartialDate) -> bool:
        """Whether it leaves a date, or the day before or after it."""
        return bool(intersect((days_around(value),), self.spans))


@dataclass(frozen=True)
class Interval:
    """What is left, and the steps that narrowed it; `clash` holds the steps that contradict each other."""

    span: Days = Days()
    steps: tuple[Step, ...] = ()
    clash: tuple[Step, ...] = ()


def narrow(steps: Sequence[Step], start: Interval | None = None) -> Interval:
    """Intersect all steps, those that leave least first. Nothing in common: what stood at the start, and the clash."""
    begin = start or Interval()
    left: tuple[Days, ...] = (begin.span,)
    told: list[Step] = []
    for step in sorted(steps, key=lambda s: (s.days, s.evidence.line, s.evidence.start)):
        common = intersect(left, step.spans)
        if not common:
            return Interval(begin.span, begin.steps, (*told, step))
        if hull(common) != hull(left):
            told.append(step)
        left = common
    return Interval(hull(left), (*begin.steps, *told))


def intersect(ones: Sequence[Days], others: Sequence[Days]) -> tuple[Days, ...]:
    """The days that lie in a span of both."""
    pairs = (Days(max(a.first, b.first), min(a.last, b.last)) for a in ones for b in others)
    return tuple(sorted({span for span in pairs if span.first <= span.last}))


def hull(spans: Sequence[Days]) -> Days:
    """From the first to the last day of some spans."""
    return Days(min(s.first for s in spans), max(s.last for s in spans))


def days_around(value: PartialDate) -> Days:
    """The days of a date, and one on either side."""
    return Days(value.first - _DAY, value.last + _DAY)


def open_iso(span: Days) -> tuple[str | None, str | None]:
    """Both ends as ISO days, None where open."""
    first = None if span.first == _EARLIEST else span.first.isoformat()
    return first, None if span.last == _LATEST else span.last.isoformat()


def exact(span: Days) -> PartialDate | None:
    """The day, month or year that a span is; None for any other."""
    first = span.first
    forms = (
        PartialDate(first.year, first.month, first.day),
        PartialDate(first.year, first.month),
        PartialDate(first.year),
    )
    whole = (d for d in forms if (d.first, d.last) == (span.first, span.last))
    return None if span.first == _EARLIEST or span.last == _LATEST else next(whole, None)


def known_steps(lines: Iterable[ReadLine], words: Dates, chronology: Chronology) -> tuple[Step, ...]:
    """A step for every fact that a sentence shows, each fact once."""
    found: dict[str, Step] = {}
    for line in lines:
        met = chronology.book.find_all(line)
        for span in (span for span in line.sentences if any(span[0] <= h.start and h.end <= span[1] for h in met)):
            for fact, hits in _shown(line.text[slice(*span)], chronology):
                step = _step(fact, line, span, hits, words)
                if step:
                    found.setdefault(fact.id, step)
    return tuple(found.values())


def _shown(sentence: str, chronology: Chronology) -> Iterator[tuple[Fact, tuple[Hit[str], ...]]]:
    hits = chronology.book.find_all(sentence)
    by_phrase = {hit.payload: hit for hit in reversed(hits)}
    near = {id_ for phrase in by_phrase for id_ in chronology.of_phrase[phrase]}
    for fact in (fact for fact in chronology.facts if fact.id in near):
        groups = [[by_phrase[p] for p in group if p in by_phrase] for group in fact.all]
        if all(groups) and by_phrase.keys().isdisjoint(fact.none):
            yield fact, tuple(group[0] for group in groups)


_Told = tuple[str, tuple[Days, ...], Values]


def _step(fact: Fact, line: ReadLine, span: Span, hits: tuple[Hit[str], ...], words: Dates) -> Step | None:
    sentence, every = line.text[slice(*span)], dates_of(line, words)
    first, last = (bisect_left(every, place, key=lambda e: e.start) for place in span)
    dates = every[first:last]
    if any(e.is_stated for e in dates):
        return None
    at = min(h.start for h in hits), max(h.end for h in hits)
    told = _office(fact, sentence, at, words) if fact.terms else _event(fact, sentence, dates, words)
    if not told:
        return None
    message, spans, shown = told
    proof = line.evidence(span[0] + at[0], span[0] + at[1], "chronology")
    values = ("words", proof.text), ("line", str(line.number)), ("label", fact.label), *shown
    return Step(spans, proof, message, values, outside=True)


def _office(fact: Fact, sentence: str, at: Span, words: Dates) -> _Told | None:
    """Office and name stand together, with a verb of speech right before or after them."""
    if words.cues.former.has(sentence) or len(tokens(sentence[slice(*at)])) > _TITLE_WORDS:
        return None
    speech = words.cues.speech.spans(sentence)
    gaps = (sentence[b : at[0]] if b <= at[0] else sentence[at[1] : a] for a, b in speech)
    if all(words.cues.that.has(gap) for gap in gaps if len(tokens(gap)) <= _GAP_WORDS):
        return None
    spans = tuple(Days(_date(a).first, _date(b).last if b else _LATEST) for a, b in fact.terms)
    first, last = fact.terms[0][0], fact.terms[-1][1]
    return ("step.during" if last else "step.during-open"), spans, (("first", first), ("last", last or ""))


def _event(fact: Fact, sentence: str, dates: Sequence[Expression], words: Dates) -> _Told | None:
    named, meeting = [e for e in dates if e.kind == "yearless"], fact.kind == "meeting"
    days = [_date(iso) for iso in fact.days]
    months = [day for day in days if any(_fits(day, e) for e in named)]
    if not months and (fact.day or (meeting and named)):
        return None  # the sentence names another month: another meeting
    days = months or days
    if meeting and (any(e.tense == "coming" for e in named) or words.cues.coming.has(sentence)):
        spans = tuple(Days(d.first - _YEAR, d.last - (_DAY if d.day else dt.timedelta(0))) for d in days)
        return "step.before", spans, (("last", days[-1].iso),)
    if foretells(sentence, words) or (meeting and not words.cues.past.has(sentence)):
        return None
    return "step.after", (Days(first=days[0].first),), (("first", days[0].iso),)


def _fits(day: PartialDate, named: Expression) -> bool:
    return day.month == named.month and (not day.day or not named.day or day.day == named.day)


def _date(iso: str) -> PartialDate:
    found = parse_iso(iso)
    if found is None:
        raise ValueError(iso)
    return found
