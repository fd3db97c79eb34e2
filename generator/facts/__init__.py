"""Lines to facts: one field a file, applied in the order of FIELDS.

Each field sees the cleaned text, the lexicon and the facts found before it, and returns its value with problems; a
model could stand in for any of them by taking a place in the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from generator.facts import (
    attribution,
    author,
    cited_outlets,
    date,
    dates_mentioned,
    figures,
    organisations,
    outlet,
    people,
    places,
    quotes,
    rejected_dates,
    related,
    summary,
    title,
)
from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.model import Cleaned, Facts, Problem

Finder = Callable[[Cleaned, Lexicon, Facts], Found[Any]]


@dataclass(frozen=True)
class Field:
    """A field of `Facts` and what finds it."""

    name: str
    find: Finder


FIELDS: tuple[Field, ...] = (
    Field("title", title.find),
    Field("places", places.find),
    Field("organisations", organisations.find),
    Field("people", people.find),
    Field("outlet", outlet.find),
    Field("cited_outlets", cited_outlets.find),
    Field("author", author.find),
    Field("date", date.find),
    Field("rejected_dates", rejected_dates.find),
    Field("dates_mentioned", dates_mentioned.find),
    Field("quotes", quotes.find),
    Field("figures", figures.find),
    Field("attribution", attribution.find),
    Field("summary", summary.find),
    Field("related", related.find),
)


def extract(cleaned: Cleaned, lexicon: Lexicon) -> tuple[Facts, tuple[Problem, ...]]:
    """All facts of a cleaned text, with the problems met on the way."""
    facts, problems = Facts(), list[Problem]()
    for field in FIELDS:
        found = field.find(cleaned, lexicon, facts)
        facts = replace(facts, **{field.name: found.value})
        problems += found.problems
    return facts, tuple(problems)
