"""Which words are names: a search says that it has none of a name, and does not take it for a word spelt much like it.

Invariant: a set of hashes, so it may hold a word too many (one in fifty of two thousand names) and never lacks one.
docs/assets/search/names.js reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.reading.letters import plain
from generator.reading.stems import light
from generator.search.packing import hashed, varint

# Two thousand names of the lexicons take three thousand bytes: most gaps fit into one.
_BUCKETS = 1 << 17


@dataclass(frozen=True)
class KnownNames:
    """Words of names: of people, after whose names another name follows, and of everything else."""

    people: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def packed(self) -> bytes:
        """The gaps between their places in order, two for each bucket, the second for words of people."""
        places = sorted({_place(word) for word in self.others} | {_place(word) + 1 for word in self.people})
        return b"".join(varint(place - before) for before, place in pairwise((0, *places)))


def known_names(people: Iterable[str], others: Iterable[str]) -> KnownNames:
    """The words of people's names, and the names of one word of other things: the rest of theirs is everyday words."""
    words = frozenset(word for name in people for word in name.split())
    return KnownNames(words, frozenset(name for name in others if len(name.split()) == 1))


def _place(word: str) -> int:
    return hashed(light(plain(word))) % _BUCKETS * 2
