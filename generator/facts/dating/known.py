"""What dated public facts say of an article that names them: spans of days, each with the words that show the fact.

Invariant: an office counts only where its holder speaks in the article's present; an event only in a sentence that has
no other year and no verb of the future, unless the event itself is told to be still to come.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from generator.facts.dating.bounds import Span, Step
from generator.facts.dating.expressions import Expression, expressions
from generator.facts.dating.tense import foretells
from generator.facts.found import evidence
from generator.lexicon.chronology import Chronology, Fact
from generator.lexicon.dates import Dates
from generator.model import Line
from generator.model.calendar import PartialDate, parse_iso
from generator.reading.letters import tokens, words_after
from generator.reading.match import Hit
from generator.reading.sentences import sentences

_YEAR = dt.timedelta(days=365)  # a meeting is announced within a year of it
_TITLE_WORDS = 12  # «وزير الدفاع الأمريكي بالوكالة باتريك شاناهان»
_GAP_WORDS = 3  # «وقالت السيدة كاثرين …»
_DAY = dt.timedelta(days=1)


def known_steps(lines: Iterable[Line], words: Dates, chronology: Chronology) -> tuple[Step, ...]:
    """A step for every fact that a sentence shows, each fact once."""
    found: dict[str, Step] = {}
    for line in lines:
        for start, end in sentences(line.text):
            for fact, hits in _shown(line.text[start:end], chronology):
                step = _step(fact, line, (start, end), hits, words)
                if step:
                    found.setdefault(fact.id, step)
    return tuple(found.values())


def _shown(sentence: str, chronology: Chronology) -> Iterator[tuple[Fact, tuple[Hit[str], ...]]]:
    hits = chronology.book.find_all(sentence)
    by_phrase = {hit.payload: hit for hit in reversed(hits)}
    for fact in chronology.facts if hits else ():
        groups = [[by_phrase[p] for p in group if p in by_phrase] for group in fact.all]
        if all(groups) and not any(p in by_phrase for p in fact.none):
            yield fact, tuple(group[0] for group in groups)


def _step(fact: Fact, line: Line, span: tuple[int, int], hits: tuple[Hit[str], ...], words: Dates) -> Step | None:
    sentence = line.text[span[0] : span[1]]
    every = expressions(line.text, words)
    first, last = (bisect_left(every, place, key=lambda e: e.start) for place in span)
    dates = list(every[first:last])
    if any(e.kind in ("absolute", "hijri") for e in dates):
        return None
    at = min(h.start for h in hits), max(h.end for h in hits)
    told = _office(fact, sentence, at, words) if fact.terms else _event(fact, sentence, dates, words)
    if not told:
        return None
    message, spans, shown = told
    proof = evidence(line.number, line.text, span[0] + at[0], span[0] + at[1], "chronology")
    values = ("words", proof.text), ("line", str(line.number)), ("label", fact.label), *shown
    return Step(spans, proof, message, values, outside=True)


_Told = tuple[str, tuple[Span, ...], tuple[tuple[str, str], ...]]


def _office(fact: Fact, sentence: str, at: tuple[int, int], words: Dates) -> _Told | None:
    if words.cues.former.has(sentence) or not _speaks(sentence, at, words):
        return None
    spans = tuple(Span(_date(a).first, _date(b).last if b else dt.date.max) for a, b in fact.terms)
    first, last = fact.terms[0][0], fact.terms[-1][1]
    return ("step.during" if last else "step.during-open"), spans, (("first", first), ("last", last or ""))


def _speaks(sentence: str, at: tuple[int, int], words: Dates) -> bool:
    """Office and name stand together, with a verb of speech right before or after them."""
    if len(tokens(sentence[at[0] : at[1]])) > _TITLE_WORDS:
        return False
    spans = words.cues.speech.spans(sentence)
    gaps = ((b, at[0]) if b <= at[0] else (at[1], a) for a, b in spans)
    near = (sentence[a:b] for a, b in gaps if len(words_after(sentence, a, _GAP_WORDS + 1, b)) <= _GAP_WORDS)
    return any(not words.cues.that.has(gap) for gap in near)


def _event(fact: Fact, sentence: str, dates: list[Expression], words: Dates) -> _Told | None:
    named = [e for e in dates if e.kind == "yearless"]
    days = [_date(iso) for iso in fact.days]
    months = [d for d in days if any(_fits(d, e) for e in named)]
    if not months and (fact.day or (fact.kind == "meeting" and named)):
        return None  # the sentence names another month: another meeting
    if fact.kind == "meeting" and (any(e.tense == "coming" for e in named) or words.cues.coming.has(sentence)):
        return _before(months or days)
    if foretells(sentence, words) or (fact.kind == "meeting" and not words.cues.past.has(sentence)):
        return None
    return _after(months or days)


def _fits(day: PartialDate, named: Expression) -> bool:
    return day.month == named.month and (not day.day or not named.day or day.day == named.day)


def _before(days: list[PartialDate]) -> _Told:
    spans = tuple(Span(d.first - _YEAR, d.last - (_DAY if d.day else dt.timedelta(0))) for d in days)
    return "step.before", spans, (("last", days[-1].iso),)


def _after(days: list[PartialDate]) -> _Told:
    return "step.after", (Span(first=days[0].first),), (("first", days[0].iso),)


def _date(iso: str) -> PartialDate:
    found = parse_iso(iso)
    if found is None:
        raise ValueError(iso)
    return found
