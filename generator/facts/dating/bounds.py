"""Interval arithmetic over days: what each statement leaves possible, and what all of them leave together.

Invariant: a bound is only ever narrowed by a step that says why; steps that leave nothing in common narrow nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Evidence
from generator.model.calendar import PartialDate

_EARLIEST, _LATEST = dt.date.min, dt.date.max


@dataclass(frozen=True, order=True)
class Span:
    """Days from first to last, both included; the ends of the calendar stand for open."""

    first: dt.date = _EARLIEST
    last: dt.date = _LATEST


@dataclass(frozen=True)
class Step:
    """A statement that bounds an article: the spans it leaves, the words that show it, and how to tell it.

    message: the key of its wording; values fill it.
    """

    spans: tuple[Span, ...]
    evidence: Evidence
    message: str
    values: tuple[tuple[str, str], ...] = ()
    outside: bool = False

    @property
    def days(self) -> int:
        """How much it leaves: the fewer days, the sooner it is told."""
        return sum((span.last - span.first).days for span in self.spans)


@dataclass(frozen=True)
class Bounds:
    """What is left, and the steps that narrowed it; `clash` holds the steps that contradict each other."""

    span: Span = Span()
    steps: tuple[Step, ...] = ()
    clash: tuple[Step, ...] = ()


def narrow(steps: Sequence[Step], start: Bounds | None = None) -> Bounds:
    """Intersect all steps, those that leave least first. Nothing in common: what stood at the start, and the clash."""
    begin = start or Bounds()
    left: tuple[Span, ...] = (begin.span,)
    told: list[Step] = []
    for step in sorted(steps, key=lambda s: (s.days, s.evidence.line, s.evidence.start)):
        common = intersect(left, step.spans)
        if not common:
            return Bounds(begin.span, begin.steps, (*told, step))
        if hull(common) != hull(left):
            told.append(step)
        left = common
    return Bounds(hull(left), (*begin.steps, *told))


def intersect(ones: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """The days that lie in a span of both."""
    pairs = (Span(max(a.first, b.first), min(a.last, b.last)) for a in ones for b in others)
    return tuple(sorted({span for span in pairs if span.first <= span.last}))


def hull(spans: Sequence[Span]) -> Span:
    """From the first to the last day of some spans."""
    return Span(min(s.first for s in spans), max(s.last for s in spans))


def open_iso(span: Span) -> tuple[str | None, str | None]:
    """Both ends as ISO days, None where open."""
    first = None if span.first == _EARLIEST else span.first.isoformat()
    return first, None if span.last == _LATEST else span.last.isoformat()


def exact(span: Span) -> PartialDate | None:
    """The day, month or year that a span is; None for any other."""
    if span.first == _EARLIEST or span.last == _LATEST:
        return None
    first = span.first
    forms = (
        PartialDate(first.year, first.month, first.day),
        PartialDate(first.year, first.month),
        PartialDate(first.year),
    )
    return next((d for d in forms if (d.first, d.last) == (span.first, span.last)), None)
