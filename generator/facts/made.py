"""What an editor adds to an article: a fact by his word, with the words that show it where the text has them.

Invariant: quotations, figures and dates are pieces of the text letter for letter, or they are not made.
"""

from __future__ import annotations

from functools import partial

from generator.model import Cleaned, Entity, EntityKind, Evidence, Figure, MentionedDate, Named, Quote
from generator.model.calendar import parse_iso
from generator.model.corrections import Correction
from generator.reading.letters import tokens
from generator.reading.match import Phrasebook

RULE = "sidecar"


def places_of(cleaned: Cleaned, words: str) -> tuple[Evidence, ...]:
    """Where some words stand in the body, as they are or with clitics before them."""
    if not tokens(words):
        return ()
    book = Phrasebook([(words, True)])
    found = ((line, hit) for line in cleaned.paragraphs for hit in book.find(line.text))
    return tuple(line.shows(hit.start, hit.end, RULE) for line, hit in found)


def _exactly(cleaned: Cleaned, words: str) -> Evidence | None:
    """Where some words stand in the body, letter for letter."""
    for line in cleaned.paragraphs:
        at = line.text.find(words)
        if at >= 0:
            return line.shows(at, at + len(words), RULE)
    return None


def _entity(kind: EntityKind, cleaned: Cleaned, said: Correction) -> Entity:
    name = said.name or said.target
    return Entity(kind, None, name, said.role, places_of(cleaned, said.target), basis="editorial")


person, organisation, place = (partial(_entity, kind) for kind in ("person", "organisation", "place"))


def named(cleaned: Cleaned, said: Correction) -> Named:
    """An outlet or a person who wrote."""
    return Named(said.name or said.target, places_of(cleaned, said.target), basis="editorial")


def quote(cleaned: Cleaned, said: Correction) -> Quote | None:
    """A quotation without marks."""
    found = _exactly(cleaned, said.target)
    return Quote(**vars(found), speaker=said.speaker, marks="none", basis="editorial") if found else None


def figure(cleaned: Cleaned, said: Correction) -> Figure | None:
    """A figure that amounts to what the editor says."""
    found = _exactly(cleaned, said.target)
    if found is None:
        return None
    amount = {name: getattr(said, name) for name in ("value", "low", "high", "unit", "subject")}
    return Figure(**vars(found), **amount, basis="editorial")


def date(cleaned: Cleaned, said: Correction) -> MentionedDate | None:
    """A date that the text speaks of; its name is the date itself."""
    found, value = _exactly(cleaned, said.target), parse_iso(said.name or "")
    return MentionedDate(value.iso, found) if found and value else None
