"""Where the people and bodies of an article are named, for finding who a noun phrase means.

Invariant: mentions are in order of place in each line, a longer one before a shorter at the same place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from generator.facts.quoting.others import Others
from generator.model import Entity, Facts
from generator.reading.letters import key
from generator.reading.line import ReadLine

_NOBODY = Others()


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

    def starts(self, line: int) -> tuple[int, ...]:
        """Where the mentions of a line begin."""
        return tuple(mention.start for mention in self._rows.get(line, ()))

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
    """The people and bodies of an article where they are named, and the people by offices and family names."""

    def __init__(self, facts: Facts, others: Others = _NOBODY) -> None:
        self.people = Mentions((*facts.people, *others.people))
        self.bodies = Mentions(facts.organisations)
        self._entities = frozenset(map(id, facts.people))
        self.sheltered = others.sheltered
        families: dict[str, dict[str, Entity]] = {}
        for person in (*others.people, *facts.people):
            given, *rest = key(person.name).split() or ("",)
            for word in rest:
                families.setdefault(word, {})[given] = person
        self._families = {word: next(iter(who.values())) for word, who in families.items() if len(who) == 1}
        officers = (e for e in facts.people if e.role and e.mentions)
        ordered = sorted(officers, key=lambda e: max((m.line, m.start) for m in e.mentions))
        self._officers = [(entity, key(entity.role or "").split()) for entity in ordered]
        self._by_word: dict[str, list[int]] = {}
        for at, (_, office) in enumerate(self._officers):
            for word in dict.fromkeys(office):
                self._by_word.setdefault(word, []).append(at)
        self._asked: dict[tuple[str, ...], Entity | None] = {}

    def starts(self, line: ReadLine) -> frozenset[int]:
        """The words of a line at which somebody or some body is named."""
        places = (*self.people.starts(line.number), *self.bodies.starts(line.number))
        return frozenset(line.words_to(start + 1) - 1 for start in places)

    def is_entity(self, person: Entity) -> bool:
        """True for somebody with a public role; the others are words of the text."""
        return id(person) in self._entities

    def is_sheltered(self, person: Entity) -> bool:
        """True for one whom the text calls a private person somewhere."""
        return key(person.name) in self.sheltered

    def of_family(self, word: str) -> Entity | None:
        """The one person of the article whose name goes on with a word; None where two have it."""
        return self._families.get(word)

    def holder(self, words: tuple[str, ...]) -> Entity | None:
        """The one person whose office begins with the first of these words and has them all; None where two have."""
        if words not in self._asked:
            rarest = min((self._by_word.get(word, []) for word in words), key=len)
            held = (self._officers[at] for at in rarest)
            found = [e for e, office in held if office[0] == words[0] and all(word in office for word in words)]
            self._asked[words] = found[-1] if len({e.name for e in found}) == 1 else None
        return self._asked[words]
