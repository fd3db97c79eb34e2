"""All names of an article in one reading: people, organisations and places do not overlap, so they are found together.

Invariant: only body lines and a stated title are read; no two mentions share a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.extract.names.bodies import built, state_bodies
from generator.extract.names.identity import identified
from generator.extract.names.known import known
from generator.extract.names.persons import persons
from generator.extract.names.settlements import joined as joined_places
from generator.extract.names.settlements import settlements
from generator.extract.names.short import joined
from generator.extract.names.words import Span, Words, covered, words_of
from generator.lexicon.entities import Entities
from generator.lexicon.names import Names
from generator.model import Certainty, Cleaned, Entity, EntityKind, Evidence
from generator.text import key


@lru_cache(maxsize=8)
def survey(cleaned: Cleaned, entities: Entities, names: Names) -> tuple[Entity, ...]:
    """Every person, organisation and place of an article, each with its mentions, in order of first mention."""
    lines = [words_of(x.number, x.text) for x in cleaned.lines if x.is_body or x.verdict == "title"]
    gazetteer = known(lines, entities, names)
    spans = [_with_more(words, found, entities, names) for words, found in zip(lines, gazetteer.spans, strict=True)]
    spans = identified(lines, spans, gazetteer.contested, entities, names)
    return _entities(lines, joined(lines, spans, entities, names))


def _with_more(words: Words, spans: list[Span], entities: Entities, names: Names) -> list[Span]:
    """The known names of a line and those that rules find around them."""
    bodies = list(state_bodies(words, spans, entities, names))
    taken = covered(bodies)
    spans = [*(x for x in spans if taken.isdisjoint(range(x.first, x.last + 1))), *bodies]
    wholes = list(built(words, spans, entities, names))
    within = covered([whole for whole in wholes if not whole.prefix or whole.last > whole.first])
    spans = _in_order((*(x for x in spans if x.kind != "place" or x.first not in within), *wholes))
    spans = _in_order((*spans, *settlements(words, spans, names)))
    spans = _in_order((*spans, *joined_places(words, spans, names)))
    return persons(words, spans, entities, names)


def _in_order(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: span.first)


def _entities(lines: Sequence[Words], spans: Sequence[list[Span]]) -> tuple[Entity, ...]:
    found: dict[tuple[EntityKind, str], Entity] = {}
    for words, line in zip(lines, spans, strict=True):
        for span in line:
            if span.kind:
                key_ = (span.kind, span.id or key(span.name))
                entity = found.get(key_) or Entity(span.kind, span.id, span.name, certainty=span.certainty)
                found[key_] = _with_mention(entity, words, span)
    return tuple(found.values())


def _with_mention(entity: Entity, words: Words, span: Span) -> Entity:
    mention = words.show(span.first, span.last, span.rule)
    certainty: Certainty = "certain" if "certain" in (entity.certainty, span.certainty) else "probable"
    entity = replace(entity, mentions=(*entity.mentions, mention), certainty=certainty)
    return _with_role(entity, span.role) if span.role else entity


def _with_role(entity: Entity, role: Evidence) -> Entity:
    """The fullest office that the text gives is the role; all of them are its evidence."""
    fullest = max((entity.role or "", role.text), key=lambda text: len(text.split()))
    return replace(entity, role=fullest, role_evidence=(*entity.role_evidence, role))


def of_kind(found: Iterable[Entity], kind: EntityKind) -> tuple[Entity, ...]:
    """The entities of one kind, in order."""
    return tuple(entity for entity in found if entity.kind == kind)
