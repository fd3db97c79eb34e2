"""Where the people and bodies of an article are named, for finding who a noun phrase means.

Invariant: mentions are in order of place in each line, a longer one before a shorter at the same place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from generator.model import Entity, Facts
from generator.reading.letters import key


@dataclass(frozen=True)
class Mention:
    """Words of a line that name an entity."""

    start: int
    end: int
    entity: Entity


class Mentions:
    """The mentions of some entities, found by their place."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        rows: dict[int, list[Mention]] = {}
        for entity in entities:
            for e in entity.mentions:
                rows.setdefault(e.line, []).append(Mention(e.start, e.end, entity))
        self._rows = {line: sorted(found, key=lambda m: (m.start, -m.end)) for line, found in rows.items()}
        # How far the mentions up to each one reach.
        self._reach = {line: tuple(accumulate((m.end for m in row), max)) for line, row in self._rows.items()}

    def within(self, line: int, start: int, end: int) -> list[Mention]:
        """Mentions that begin within a span of a line."""
        row = self._rows.get(line, [])
        return row[bisect_left(row, start, key=lambda m: m.start) : bisect_left(row, end, key=lambda m: m.start)]

    def touching(self, line: int, start: int, end: int) -> Mention | None:
        """The first mention that shares a character with a span of a line."""
        row = self._rows.get(line, [])
        at = bisect_right(self._reach.get(line, ()), start)
        return row[at] if at < len(row) and row[at].start < end else None


class Mentioned:
    """The people and bodies of an article where they are named, and the people by the words of their offices."""

    def __init__(self, facts: Facts) -> None:
        self.people = Mentions(facts.people)
        self.bodies = Mentions(facts.organisations)
        officers = (e for e in facts.people if e.role and e.mentions)
        ordered = sorted(officers, key=lambda e: max((m.line, m.start) for m in e.mentions))
        self._officers = [(entity, key(entity.role or "").split()) for entity in ordered]
        self._by_word: dict[str, list[int]] = {}
        for at, (_, office) in enumerate(self._officers):
            for word in dict.fromkeys(office):
                self._by_word.setdefault(word, []).append(at)
        self._asked: dict[tuple[str, ...], Entity | None] = {}

    def holder(self, words: tuple[str, ...]) -> Entity | None:
        """The one person whose office begins with the first of these words and has them all; None where two have."""
        if words not in self._asked:
            rarest = min((self._by_word.get(word, []) for word in words), key=len)
            held = (self._officers[at] for at in rarest)
            found = [e for e, office in held if office[0] == words[0] and all(word in office for word in words)]
            self._asked[words] = found[-1] if len({e.name for e in found}) == 1 else None
        return self._asked[words]
