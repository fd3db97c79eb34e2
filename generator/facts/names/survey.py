"""All names of an article in one reading: people, organisations and places do not overlap, so they are found together.

Invariant: only body lines and a stated title are read; no two mentions share a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.facts.names.bodies import built, state_bodies
from generator.facts.names.identity import identified
from generator.facts.names.institutions import without_institutions
from generator.facts.names.known import known
from generator.facts.names.persons import persons
from generator.facts.names.settlements import joined as joined_places
from generator.facts.names.settlements import settlements
from generator.facts.names.short import joined
from generator.facts.names.words import Span, covered
from generator.lexicon import Lexicon
from generator.lexicon.entities import Entities
from generator.lexicon.names import Names
from generator.model import Certainty, Entity, EntityKind
from generator.reading.letters import key
from generator.reading.line import ReadLine, ReadText


def survey(text: ReadText, lexicon: Lexicon) -> tuple[Entity, ...]:
    """Every person, organisation and place of an article, each with its mentions, in order of first mention."""
    entities, names = lexicon.entities, lexicon.names
    lines = [x for x in text.lines if x.is_body or x.verdict == "title"]
    gazetteer = known(lines, entities, names)
    found = [without_institutions(words, x, names) for words, x in zip(lines, gazetteer.spans, strict=True)]
    spans = [_with_more(words, x, entities, names) for words, x in zip(lines, found, strict=True)]
    spans = identified(lines, spans, gazetteer.contested, entities, names)
    return _entities(lines, joined(lines, spans, gazetteer.contested, entities, names))


def _with_more(words: ReadLine, spans: list[Span], entities: Entities, names: Names) -> list[Span]:
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


def _entities(lines: Sequence[ReadLine], spans: Sequence[list[Span]]) -> tuple[Entity, ...]:
    found: dict[tuple[EntityKind, str], list[tuple[ReadLine, Span]]] = {}
    for words, line in zip(lines, spans, strict=True):
        for span in line:
            if span.kind:
                found.setdefault((span.kind, span.id or key(span.name)), []).append((words, span))
    return tuple(_entity(kind, mentions) for (kind, _), mentions in found.items())


def _entity(kind: EntityKind, found: Sequence[tuple[ReadLine, Span]]) -> Entity:
    """The fullest office that the text gives is the role; all of them are its evidence."""
    first = found[0][1]
    roles = tuple(span.role for _, span in found if span.role)
    offices = [span.office or span.role.text for _, span in found if span.role]
    certainty: Certainty = "certain" if any(span.certainty == "certain" for _, span in found) else "probable"
    return Entity(
        kind,
        first.id,
        first.name,
        role=max(offices, key=lambda text: len(text.split()), default=None),
        mentions=tuple(words.show(span.first, span.last, span.rule) for words, span in found),
        role_evidence=roles,
        certainty=certainty,
    )


def of_kind(found: Iterable[Entity], kind: EntityKind) -> tuple[Entity, ...]:
    """The entities of one kind, in order."""
    return tuple(entity for entity in found if entity.kind == kind)
