"""Words cut down far enough to see that two lines speak of the same things.

A word has several light stems, for a first letter may be a particle or its own («باحث», «سلحفاة»): joined particles,
the article and common endings off, on the match form. Two words touch when they share a stem. This errs on the side
of joining words; it serves to compare lines of one page, and is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from generator.lexicon.furniture import NUMBER

Stems = frozenset[str]

_JOINED = re.compile("^(?:[وف]?[بك]?ال|[وف]?لل)")
_LETTER = re.compile("^[وفبكلس]")
_AFTER = re.compile("(?:يات|ات|ون|ين|ان|وا|ها|هم|يه|ه|ي|نا|ا|ت)$")
_ENGLISH_AFTER = re.compile("(?:ing|ed|es|s|ly)$")
_SHORTEST = 3


@lru_cache(maxsize=65536)
def stem(word: str) -> Stems:
    """The light stems of a word in match form."""
    if word.isascii():
        return frozenset({_ENGLISH_AFTER.sub("", word) if len(word) > _SHORTEST + 1 else word})
    rests = {word, _JOINED.sub("", word, count=1), _LETTER.sub("", word, count=1)}
    return frozenset(_bare_end(rest) for rest in rests if len(rest) >= _SHORTEST)


def _bare_end(word: str) -> str:
    cut = _AFTER.sub("", word)
    return cut if len(cut) >= _SHORTEST else word


def stems(words: Iterable[str], little: Collection[str]) -> frozenset[Stems]:
    """The words that carry meaning, as their stems: no number, no little word, none of one or two letters."""
    return frozenset(stem(w) for w in words if len(w) >= _SHORTEST and w != NUMBER and w not in little)


def share(own: Collection[Stems], vocabulary: Collection[str]) -> float:
    """How many of a line's words a vocabulary of stems touches, 0 to 1."""
    return touched(own, vocabulary) / len(own) if own else 0.0


def touched(own: Collection[Stems], vocabulary: Collection[str]) -> int:
    """The number of words that a vocabulary touches."""
    return sum(any(s in vocabulary for s in word) for word in own)
