"""What a function says of a word, kept for the words of a dossier: each distinct one is asked about once a process.

Invariant: a memo holds so many answers at most, and what it says is what its function says. The words of a dossier have
no end (about 250,000 forms in 20,000 articles), but nearly all that are met are of the few thousand common ones, which
are back at once after a memo that was full is emptied.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

MOST_ANSWERS = 32768


class Memo(dict[K, V]):
    """Answers by what was asked: `memo[word]`, which costs a look in a dict where the word was met before."""

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[K], V], most: int = MOST_ANSWERS) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: K) -> V:
        value = self._make(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
