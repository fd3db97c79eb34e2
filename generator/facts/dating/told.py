"""What a text tells of its dates: whether each is past, to come or planned, or names the very time of writing.

Invariant: without a word that tells, a date is of no known tense, and bounds nothing. The word nearest before the date
decides, within its clause; a verb of the future between a word of the past and the date takes its force away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.facts.dating.expressions import Expression, LineDate, dates_of
from generator.lexicon.dates import Dates
from generator.reading.line import ReadLine, Span

Told = Literal["past", "coming", "plan", "none"]

_PLAN_REACH = 22  # letters between «بحلول» or «خطة» and its year
_TENSE_REACH = 80  # words before a date in which a word may tell its tense; a clause without a comma is shorter
_CLAUSE_MARKS = "،,؛;:"
_FUTURE_VERB = re.compile(r"(?:^|\s)[وف]?س[يتن]\w{3,}")
_QUOTES = {"«": "»", "“": "”", "„": "”"}


@dataclass(frozen=True)
class ToldDate(LineDate):
    """A date in the text of an article, its sentence and what is told of it."""

    sentence: Span
    told: Told
    quoted: bool


def told_dates(lines: Iterable[ReadLine], words: Dates) -> Iterator[ToldDate]:
    """Every date expression in some lines, clock times left out."""
    for line in lines:
        unsure: dict[Span, bool] = {}
        for found in dates_of(line, words):
            if found.kind != "clock":
                span = line.sentence(found.start, found.end)
                if span not in unsure:
                    unsure[span] = words.cues.unsure.has(line.text[slice(*span)])
                told = _told(line, span, found, words, unsure=unsure[span])
                yield ToldDate(line, found, span, told, is_quoted(line.text, found.start))


def is_quoted(text: str, at: int) -> bool:
    """Whether a place of a line lies within quotation marks that a line opens."""
    before = {mark: bisect_left(found, at) for mark, found in _quotes(text).items()}
    return before['"'] % 2 == 1 or any(before[left] > before[right] for left, right in _QUOTES.items())


@lru_cache(maxsize=64)
def _quotes(text: str) -> dict[str, tuple[int, ...]]:
    """Where each mark stands in a line."""
    marks = (*_QUOTES, *_QUOTES.values(), '"')
    return {mark: tuple(at for at, c in enumerate(text) if c == mark) if mark in text else () for mark in marks}


def foretells(text: str, words: Dates) -> bool:
    """Whether a text has a verb of the future; words of the past that begin like one («سيطر») are none."""
    kept, at = list[str](), 0
    for a, b in words.cues.past.spans(text):
        kept.append(text[at:a])
        at = b
    return bool(_FUTURE_VERB.search("".join((*kept, text[at:]))))


def _told(line: ReadLine, span: Span, found: Expression, words: Dates, *, unsure: bool) -> Told:
    if found.tense and found.tense != "current" and found.said is None and not found.now:
        return found.tense
    if unsure or found.tense or found.said is not None or found.now:
        return "none"
    near = line.before(found.start, _TENSE_REACH, span[0])
    first = near[0].start if len(near) == _TENSE_REACH else span[0]
    # Another clause of the sentence may have another tense.
    start = max(first, 1 + max(line.text.rfind(mark, first, found.start) for mark in _CLAUSE_MARKS))
    before = line.text[start : found.start]
    past, coming = (max((b for _, b in cue.spans(before)), default=-1) for cue in (words.cues.past, words.cues.coming))
    if _is_planned(line.text, start, found, past, words):
        return "plan"
    if past > coming:
        return "none" if foretells(before[past:], words) else "past"
    return "coming" if coming >= 0 else "none"


def _is_planned(text: str, start: int, found: Expression, past: int, words: Dates) -> bool:
    """A word of plans stands in the date («لعام 2021») or close before it, with no word of the past as close."""
    near = max(start, found.start - _PLAN_REACH)
    ends = [near + b for _, b in words.cues.future_year.spans(text[near : found.end])]
    return bool(ends) and (ends[-1] > found.start or found.start - start - past > _PLAN_REACH)
