"""What a function says of a word, kept for the words of a dossier: each distinct one is asked about once a process.

Invariant: a memo holds so many answers at most, and what it says is what its function says. The words of a dossier have
no end (about 250,000 forms in 20,000 articles), but nearly all that are met are of the few thousand common ones, which
are back at once after a memo that was full is emptied.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
H = TypeVar("H")

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


class Lazy(Generic[H, V]):
    """A view of a thing, made when it is first asked for and kept on it; as `cached_property`, without its lock.

    Until Python 3.12 that takes a lock for each view of each thing: a fiftieth of the time that a text took to be read.
    """

    def __init__(self, make: Callable[[H], V]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, _holder: type[H], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, thing: None, holder: type[H]) -> Self: ...
    @overload
    def __get__(self, thing: H, holder: type[H]) -> V: ...
    def __get__(self, thing: H | None, holder: type[H]) -> Self | V:
        if thing is None:
            return self
        # Found there before this is asked again.
        value = thing.__dict__[self._name] = self._make(thing)
        return value
