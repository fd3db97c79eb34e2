"""Where the people and bodies of an article are named, for finding who a noun phrase means.

Invariant: mentions are in order of line and place, a longer one before a shorter at the same place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from generator.model import Entity, Facts
from generator.reading.letters import fold, tokens


@dataclass(frozen=True)
class Mention:
    """Words of a line that name an entity."""

    line: int
    start: int
    end: int
    entity: Entity


@dataclass(frozen=True)
class _Row:
    """The mentions of a line, where they begin, and how far those up to each reach."""

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]


class Mentions:
    """The mentions of some entities, found by their place."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        rows: dict[int, list[Mention]] = {}
        for entity in entities:
            for e in entity.mentions:
                rows.setdefault(e.line, []).append(Mention(e.line, e.start, e.end, entity))
        self._rows = {line: _row(found) for line, found in rows.items()}

    def within(self, line: int, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that begin within a span of a line."""
        row = self._rows.get(line)
        return row.mentions[bisect_left(row.starts, start) : bisect_left(row.starts, end)] if row else ()

    def touching(self, line: int, start: int, end: int) -> Mention | None:
        """The first mention that shares a character with a span of a line."""
        row = self._rows.get(line)
        at = bisect_right(row.reach, start) if row else 0
        return row.mentions[at] if row and at < len(row.mentions) and row.starts[at] < end else None


def _row(found: list[Mention]) -> _Row:
    ordered = tuple(sorted(found, key=lambda m: (m.start, -m.end)))
    reach = tuple(accumulate((m.end for m in ordered), max))
    return _Row(ordered, tuple(m.start for m in ordered), reach)


class Names:
    """The people and bodies of an article where they are named, and the people by the words of their offices."""

    def __init__(self, facts: Facts) -> None:
        self.people = Mentions(facts.people)
        self.bodies = Mentions(facts.organisations)
        self._officers = [(e, _words(e)) for e in sorted(facts.people, key=_last) if e.role and e.mentions]
        self._by_word: dict[str, list[int]] = {}
        for at, (_, office) in enumerate(self._officers):
            for word in dict.fromkeys(office):
                self._by_word.setdefault(word, []).append(at)
        self._asked: dict[tuple[str, ...], Entity | None] = {}

    def holder(self, words: tuple[str, ...]) -> Entity | None:
        """The one person whose office begins with the first of these words and has them all; None where two have."""
        if words not in self._asked:
            rarest = min((self._by_word.get(word, []) for word in words), key=len)
            found = [e for e, office in map(self._officers.__getitem__, rarest) if _holds(office, words)]
            self._asked[words] = found[-1] if len({e.name for e in found}) == 1 else None
        return self._asked[words]


def _last(entity: Entity) -> tuple[int, int]:
    """Where an entity is named last."""
    return max(((e.line, e.start) for e in entity.mentions), default=(0, 0))


def _words(entity: Entity) -> tuple[str, ...]:
    return tuple(fold(token.text) for token in tokens(entity.role or ""))


def _holds(office: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return office[0] == words[0] and all(word in office for word in words)
