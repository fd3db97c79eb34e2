"""Date expressions of a line, in order.

Invariant: none overlaps another, and each span is exact over the raw line. Linear in the length of the line.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import replace
from functools import lru_cache

from generator.facts.dating.grammar import Match, candidates
from generator.facts.dating.making import Expression, make
from generator.facts.dating.signs import read_signs
from generator.lexicon.dates import Dates

__all__ = ["Expression", "expressions"]

_TWIN_DAYS = 2  # calendars of neighbouring countries begin a Hijri month up to two days apart
_SAID = re.compile(r"R(?:\(W\))?[,(:\-]{0,2}(?:v[,:(]?)?$")  # «أمس (الاثنين) 4 أيار», «اليوم، 3 مايو»
_SAID_REACH = 8  # signs


@lru_cache(maxsize=8192)
def expressions(line: str, words: Dates) -> tuple[Expression, ...]:
    """Every date expression of a line, in order, none overlapping another."""
    signs = read_signs(line, words)
    found: list[Expression] = []
    at = 0
    while at < len(signs.all):
        match, made = next(((m, e) for m in candidates(signs, at) if (e := make(m))), (None, None))
        if match and made:
            found.append(replace(made, said=_said(match), start=match.span[0], end=match.span[1]))
        at = match.last if match else at + 1
    return _twins(found)


def _said(match: Match) -> int | None:
    """Days from the day of writing, when a word for one stands right before the date or begins it."""
    if match.form == "relative-day":
        return match.value("r")
    start = max(0, match.first - _SAID_REACH)
    word = _SAID.search(match.signs.codes[start : match.first])
    return match.signs.all[start + word.start()].value if word else None


def _twins(found: list[Expression]) -> tuple[Expression, ...]:
    """A Hijri day beside a Gregorian one must fall on it."""
    checked = list(found)
    for at, (one, two) in enumerate(itertools.pairwise(found)):
        pair = {one.kind: one, two.kind: two}
        hijri, common = pair.get("hijri"), pair.get("absolute")
        if hijri and common and hijri.first and common.first and common.first.day and two.start - one.end < 20:  # noqa: PLR2004
            apart = abs(hijri.first.first - common.first.first)
            if apart > dt.timedelta(days=_TWIN_DAYS):
                checked[at + (two is hijri)] = replace(hijri, fault="hijri")
    return tuple(checked)
