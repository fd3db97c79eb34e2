"""The people, organisations and places that an article names, each with the words that name it, by first mention.

The body is read and a stated title; the three are found together, for no two of their names overlap.
"""

from __future__ import annotations

from generator.facts.found import Found
from generator.facts.names.survey import survey
from generator.lexicon import Lexicon
from generator.model import Entity, EntityKind, Facts, Problem
from generator.reading.line import ReadText


def _of_kind(text: ReadText, lexicon: Lexicon, kind: EntityKind) -> tuple[Entity, ...]:
    return tuple(entity for entity in text.once(survey, lexicon) if entity.kind == kind)


def people(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Entity, ...]]:
    """Those with a public role, and a note for each probable one."""
    found = _of_kind(text, lexicon, "person")
    doubted = ((x.mentions[0].line, x.name) for x in found if x.certainty == "probable")
    file = text.source.name
    return Found(found, tuple(Problem("note", file, at, "person-probable", (("name", name),)) for at, name in doubted))


def organisations(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Entity, ...]]:
    """Groups, authorities, bodies and companies."""
    return Found(_of_kind(text, lexicon, "organisation"))


def places(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Entity, ...]]:
    """States, towns, regions and the like."""
    return Found(_of_kind(text, lexicon, "place"))
