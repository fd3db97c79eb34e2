"""Where the people and bodies of an article are named, for finding who a noun phrase means.

Invariant: mentions are in order of line and place, a longer one before a shorter at the same place.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Entity, Facts


@dataclass(frozen=True)
class Mention:
    """Words of a line that name an entity."""

    line: int
    start: int
    end: int
    entity: Entity


class Names:
    """The mentions of people and bodies of an article, by line."""

    def __init__(self, facts: Facts) -> None:
        self.people = _mentions(facts.people)
        self.bodies = _mentions(facts.organisations)

    def of(self, kind: tuple[Mention, ...], line: int, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that begin within a span of a line."""
        return tuple(m for m in kind if m.line == line and start <= m.start < end)


def _mentions(entities: tuple[Entity, ...]) -> tuple[Mention, ...]:
    found = [Mention(e.line, e.start, e.end, entity) for entity in entities for e in entity.mentions]
    return tuple(sorted(found, key=lambda m: (m.line, m.start, -m.end)))
