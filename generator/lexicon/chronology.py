"""Dated public facts: terms of office, meetings, battles. An article that names one as present, past or to come is
bounded by it.

Invariant: every entry says what it rests on; a loose bound stands where the exact day is not certain.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.lexicon.faults import wrong
from generator.lexicon.loading import ITEMS, LexiconError, Record, read_yaml, to_record
from generator.model.calendar import parse_iso
from generator.reading.match import Phrasebook


def _text(value: object) -> object:
    """YAML reads an unquoted day as a date."""
    return value.isoformat() if isinstance(value, dt.date) else value


Iso = Annotated[str, Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$"), BeforeValidator(_text)]
Phrases = Annotated[tuple[str, ...], Field(min_length=1)]


class Fact(Record):
    """A fact with its dates.

    all: groups of phrases; a sentence shows the fact when it holds one phrase of each group. terms: from and to of each
    term of an office, `to` absent while it runs. days: when a meeting or event took place, the one or, of a yearly one,
    each; a month where the day does not matter. day: MM-DD or MM that the sentence itself must name. since: phrases
    after «بعد عامين من …» that mean it.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    kind: Literal["office-term", "meeting", "battle", "event"]
    label: str
    all: Annotated[tuple[Phrases, ...], Field(min_length=1)]
    none: tuple[str, ...] = ()
    terms: tuple[tuple[Iso, Iso | None], ...] = ()
    days: tuple[Iso, ...] = ()
    day: str | None = None
    since: tuple[str, ...] = ()
    source: str
    note: str | None = None

    @model_validator(mode="after")
    def _dated(self) -> Fact:
        if bool(self.terms) == bool(self.days) or (self.kind == "office-term") != bool(self.terms):
            raise wrong("dated", "an office has terms, anything else has days")
        for iso in (*self.days, *(iso for term in self.terms for iso in term if iso)):
            if parse_iso(iso) is None:
                raise wrong("no-such-day", "{day}: no such date", day=iso)
        return self


@dataclass(frozen=True, eq=False)
class Chronology:
    """All facts, and the books that find their phrases; compared by identity."""

    facts: tuple[Fact, ...]

    @cached_property
    def book(self) -> Phrasebook[str]:
        """Finds every phrase of any group."""
        phrases = {p for fact in self.facts for group in (*fact.all, fact.none) for p in group}
        return Phrasebook([(p, p) for p in sorted(phrases)], loose_article=True)

    @cached_property
    def of_phrase(self) -> Mapping[str, frozenset[str]]:
        """The facts, by id, that a phrase belongs to, or speaks against."""
        found: dict[str, set[str]] = {}
        for fact in self.facts:
            for phrase in chain(*fact.all, fact.none):
                found.setdefault(phrase, set()).add(fact.id)
        return {phrase: frozenset(ids) for phrase, ids in found.items()}

    @cached_property
    def since(self) -> Phrasebook[str]:
        """Finds what an event is called after a count of years, by the id of its fact."""
        return Phrasebook([(p, fact.id) for fact in self.facts for p in fact.since], loose_article=True)

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """Facts by their id."""
        return {fact.id: fact for fact in self.facts}


def load_chronology(data: Path) -> Chronology:
    """chronology.yml: a list of facts. Raises LexiconError."""
    path = data / "world/chronology.yml"
    value = read_yaml(path)
    if not isinstance(value, list):
        raise LexiconError(f"{path}: a list of facts is needed")
    facts = tuple(to_record(item, Fact, path, ITEMS, at) for at, item in enumerate(value))
    ids = [fact.id for fact in facts]
    if len(set(ids)) < len(ids):
        raise LexiconError(f"{path}: an id stands twice")
    return Chronology(facts)
