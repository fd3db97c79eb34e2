"""All names of an article in one reading: people, organisations and places do not overlap, so they are found together.

Invariant: only body lines and a stated title are read; no two mentions share a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.names.bodies import built, state_bodies
from generator.facts.names.clubs import with_clubs
from generator.facts.names.known import known
from generator.facts.names.later import joined_mentions
from generator.facts.names.named_after import without_namesakes
from generator.facts.names.persons import persons
from generator.facts.names.settlements import joined_places, settlements
from generator.facts.names.whose import identified
from generator.facts.names.words import NameSpan, in_order, words_covered
from generator.lexicon import Lexicon
from generator.model import Entity, EntityKind, Told
from generator.reading.letters import key
from generator.reading.line import ReadLine, ReadText


def survey(text: ReadText, lexicon: Lexicon) -> tuple[Entity, ...]:
    """Every person, organisation and place of an article, each with its mentions, in order of first mention."""
    entities, names = lexicon.entities, lexicon.names
    lines = [x for x in text.lines if x.is_body or x.verdict == "title"]
    gazetteer, contested = known(lines, entities, names)
    spans = [_with_more(line, found, lexicon) for line, found in zip(lines, gazetteer, strict=True)]
    spans = with_clubs(lines, spans, entities, names)
    spans = identified(lines, spans, contested, entities, names)
    spans = joined_mentions(lines, spans, contested, entities, names)
    mentions: dict[tuple[EntityKind, str], list[tuple[ReadLine, NameSpan]]] = {}
    for line, found in zip(lines, spans, strict=True):
        for x in found:
            if x.kind and _told(x, line, text.source.told):
                mentions.setdefault((x.kind, x.id or key(x.name)), []).append((line, x))
    return tuple(_entity(kind, of_one) for (kind, _), of_one in mentions.items())


def _told(x: NameSpan, line: ReadLine, told: frozenset[Told] | None) -> bool:
    """True but for a person whom only what masks leave would name."""
    words = line.show(x.first, x.last, x.rule)
    shown = line.shows(words.start, words.end, x.rule)
    return x.kind != "person" or told is None or (shown.line, shown.start, shown.end, x.id or key(x.name)) in told


def _with_more(line: ReadLine, spans: list[NameSpan], lexicon: Lexicon) -> list[NameSpan]:
    """The known names of a line and those that rules find around them."""
    entities, names = lexicon.entities, lexicon.names
    spans = without_namesakes(line, spans, names)
    bodies = list(state_bodies(line, spans, entities, names))
    taken = words_covered(bodies)
    spans = [*(x for x in spans if taken.isdisjoint(range(x.first, x.last + 1))), *bodies]
    wholes = list(built(line, spans, entities, names))
    within = words_covered(whole for whole in wholes if not whole.prefix or whole.last > whole.first)
    spans = in_order((*(x for x in spans if x.kind != "place" or x.first not in within), *wholes))
    spans = in_order((*spans, *settlements(line, spans, names)))
    spans = in_order((*spans, *joined_places(line, spans, names)))
    # «#موسم_الرياض» is of a season: a place inside a hashtag is part of a name that nobody knows.
    spans = [x for x in spans if x.kind != "place" or not line.tied(x.first, x.last)]
    return persons(line, spans, entities, names)


def _entity(kind: EntityKind, found: Sequence[tuple[ReadLine, NameSpan]]) -> Entity:
    """The fullest office that the text gives is the role; all of them are its evidence."""
    first, roles = found[0][1], [(x, x.role) for _, x in found if x.role]
    return Entity(
        kind,
        first.id,
        first.name,
        role=max((x.office or role.text for x, role in roles), key=lambda text: len(text.split()), default=None),
        mentions=tuple(line.show(x.first, x.last, x.rule) for line, x in found),
        role_evidence=tuple(role for _, role in roles),
        certainty="certain" if any(x.certainty == "certain" for _, x in found) else "probable",
    )
