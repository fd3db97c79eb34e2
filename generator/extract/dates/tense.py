"""Whether a date in a text is of something past, to come or planned when the text is written, or names that very time.

Invariant: without a word that tells, a date is of no known tense, and bounds nothing. The word nearest before the date
decides, within its clause; a verb of the future between a word of the past and the date takes its force away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.extract.dates.expressions import Expression, expressions
from generator.lexicon.dates import Dates
from generator.model import Line
from generator.sentences import sentence_span

Told = Literal["past", "coming", "plan", "none"]

_PLAN_REACH = 22  # letters between «بحلول» or «خطة» and its year
_CLAUSE_MARKS = "،,؛;:"
_FUTURE_VERB = re.compile(r"(?:^|\s)[وف]?س[يتن]\w{3,}")
_QUOTES = {"«": "»", "“": "”", "„": "”"}


@dataclass(frozen=True)
class Spoken:
    """A date in the text of an article, its sentence and what is told of it."""

    line: Line
    expression: Expression
    sentence: tuple[int, int]
    told: Told
    quoted: bool

    @property
    def words(self) -> str:
        """The words of the date."""
        return self.line.text[self.expression.start : self.expression.end]


def spoken(lines: tuple[Line, ...], words: Dates) -> Iterator[Spoken]:
    """Every date expression in some lines, clock times left out."""
    for line in lines:
        for found in expressions(line.text, words):
            if found.kind != "clock":
                span = sentence_span(line.text, found.start, found.end)
                told = _told(line.text, span, found, words)
                yield Spoken(line, found, span, told, is_quoted(line.text, found.start))


def is_quoted(text: str, at: int) -> bool:
    """Whether a place of a line lies within quotation marks that a line opens."""
    before = text[:at]
    paired = any(before.count(left) > before.count(right) for left, right in _QUOTES.items())
    return paired or before.count('"') % 2 == 1


def foretells(text: str, words: Dates) -> bool:
    """Whether a text has a verb of the future; words of the past that begin like one («سيطر») are none."""
    for a, b in reversed(words.cue_spans("past", text)):
        text = text[:a] + text[b:]
    return bool(_FUTURE_VERB.search(text))


def _told(text: str, span: tuple[int, int], found: Expression, words: Dates) -> Told:
    if found.said is not None or found.now or found.tense == "current":
        return "none"
    if found.tense:
        return found.tense
    if words.has("unsure", text[span[0] : span[1]]):
        return "none"
    start = _clause(text, span[0], found.start)
    before = text[start : found.start]
    past, coming = (_last_end(words, cue, before) for cue in ("past", "coming"))
    if _is_planned(text, start, found, past, words):
        return "plan"
    if past > coming:
        return "none" if foretells(before[past:], words) else "past"
    return "coming" if coming >= 0 else "none"


def _clause(text: str, start: int, end: int) -> int:
    """Where the clause begins that a date stands in: another clause of the sentence may have another tense."""
    return max(start, 1 + max(text.rfind(mark, start, end) for mark in _CLAUSE_MARKS))


def _is_planned(text: str, start: int, found: Expression, past: int, words: Dates) -> bool:
    """A word of plans stands in the date («لعام 2021») or close before it, with no word of the past as close."""
    near = max(start, found.start - _PLAN_REACH)
    ends = [near + b for _, b in words.cue_spans("future-year", text[near : found.end])]
    return bool(ends) and (ends[-1] > found.start or found.start - start - past > _PLAN_REACH)


def _last_end(words: Dates, cue: str, text: str) -> int:
    return max((b for _, b in words.cue_spans(cue, text)), default=-1)
