"""What earlier builds made and this one may use again, by the room that made it and a key that says of what.

Invariant: what is made with it equals what is made without; a key names all that a value rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol


class Kept(Protocol):
    """Bytes by room and key; what is not there, or was put there by other code, is made anew."""

    def get(self, room: str, key: str) -> bytes | None:
        """What was kept; None where nothing was."""

    def has(self, room: str, key: str) -> bool:
        """Whether it was kept, without reading it; what was asked for stays for the next build."""

    def put(self, room: str, key: str, value: bytes) -> None:
        """Keep it for the next build."""


class KeptInMemory:
    """Keeps in memory, for as long as it lives."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], bytes] = {}

    def get(self, room: str, key: str) -> bytes | None:
        """What was kept; None where nothing was."""
        return self._values.get((room, key))

    def has(self, room: str, key: str) -> bool:
        """Whether it was kept."""
        return (room, key) in self._values

    def put(self, room: str, key: str, value: bytes) -> None:
        """Keep it."""
        self._values[room, key] = value


class _NothingKept:
    """Keeps nothing: a build without a memory."""

    def get(self, _room: str, _key: str) -> bytes | None:
        """Nothing."""
        return None

    def has(self, _room: str, _key: str) -> bool:
        """No."""
        return False

    def put(self, _room: str, _key: str, _value: bytes) -> None:
        """It is let go."""


NOTHING_KEPT: Kept = _NothingKept()


def made_once(kept: Kept, room: str, parts: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
    """What is made of nothing but some parts: what was kept of the same parts, else made now and kept."""
    told = blake2b(digest_size=16)
    for part in parts:
        told.update(len(part).to_bytes(8, "big") + part)
    key = told.hexdigest()
    found = kept.get(room, key)
    if found is None:
        found = make()
        kept.put(room, key, found)
    return found


class Lineage(Protocol):
    """What of the lexicons has changed since the last build: hashes of all entries then and now, whom it concerns."""

    @property
    def state(self) -> str:
        """A hash of all entries now."""

    @property
    def before(self) -> str:
        """That of the last build."""

    def concerns(self, text: str, /) -> bool:
        """Whether a text may be read otherwise than before."""

    def are_too_many(self, concerned: int, of: int, /) -> bool:
        """Whether so many are concerned that all are to be read again."""


class _NoLineage:
    """Nothing is known of a last build."""

    state = before = ""

    def concerns(self, _text: str, /) -> bool:
        """Every text."""
        return True

    def are_too_many(self, _concerned: int, _of: int, /) -> bool:
        """No."""
        return False


NO_LINEAGE: Lineage = _NoLineage()


@dataclass(frozen=True)
class Memory:
    """What a build has of those before it; fingerprints of the lexicons that it reads with, of all of them and of what
    no `lineage` knows the changes of.
    """

    kept: Kept = NOTHING_KEPT
    lexicon: str = ""
    words: str = ""
    lineage: Lineage = NO_LINEAGE


NO_MEMORY = Memory()
