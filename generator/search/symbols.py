"""A text as words and what stands between them, and the dictionary that numbers the frequent of both.

Invariant: joining a text's symbols gives the text back, code point for code point; a single space between two words
is no symbol. Frequent symbols have small numbers: the first 4, the next 16, the next 64 and so on are bands of like
frequency, and a number is its band and its place there, in few more bits than the entropy of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

from generator.reading.letters import runs, runs_between
from generator.search.bits import fixed, gamma, packed
from generator.search.spelling import Spelling, spelling

BAND_BITS = 3
LAST = (1 << BAND_BITS) - 1
_SPELLED = fixed(LAST, BAND_BITS)
# Bands of 4, 16, 64 … symbols, and the rest. Twice as many bands make the dictionary larger by what they save in texts:
# it is front-coded within each.
_BAND_SIZES = tuple(4**power for power in range(1, LAST + 1))
# Of texts that come in pieces so many symbols are numbered, six bands: a reader loads them before anything else.
NUMBERED = sum(_BAND_SIZES[:6])


def symbols(text: str) -> tuple[str, ...]:
    """The words of a text and the separators between them that are not one space, in order."""
    parts = runs_between(text)
    found = [part for part in parts if part and part != " "]
    if parts[0] == " ":
        found.insert(0, " ")
    if parts[-1] == " " and len(parts) > 1:
        found.append(" ")
    return tuple(found)


def is_word(symbol: str) -> bool:
    """True for a word, False for a separator."""
    return symbol[:1].isalnum() or bool(runs(symbol[:1]))


class Dictionary:
    """The numbered symbols in their bands, and the bits of any symbol: a number, or its letters in the last band."""

    def __init__(self, frequent: Sequence[str], spelled: Iterable[str]) -> None:
        """Of symbols by how often they stand the most frequent; what the letters' code is to suit."""
        self.bands = banded(frequent[:NUMBERED])
        self.spelling: Spelling = spelling(spelled)
        self._codes = {
            symbol: fixed(band, BAND_BITS) + fixed(place, 2 * band + 2)
            for band, group in enumerate(self.bands)
            for place, symbol in enumerate(group)
        }

    def code(self, symbol: str) -> str:
        """A symbol in zeros and ones."""
        code = self._codes.get(symbol)
        if code is None:
            code = _SPELLED + self.spelling.code(symbol)
        return code

    def packed(self) -> bytes:
        """The spelling, then of each band how many symbols it has (gamma of one more) and these, front-coded."""
        bands = (gamma(len(group) + 1) + "".join(self.spelling.front_coded(group)) for group in self.bands)
        return self.spelling.packed + packed("".join(bands))


def banded(ordered: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Symbols by how often they stand in bands of 4, 16, 64 …, seven at most, each by code point."""
    bounds = accumulate(_BAND_SIZES, initial=0)
    return tuple(tuple(sorted(ordered[start:end])) for start, end in pairwise(bounds))


def by_frequency(counts: Mapping[str, int]) -> list[str]:
    """Symbols by how often they stand, then by code point."""
    return sorted(sorted(counts), key=counts.__getitem__, reverse=True)


def most_frequent(counts: Mapping[str, int], most: int = NUMBERED) -> list[str]:
    """The first of them: those that stand once too often to be among them are not put in order."""
    least = sorted(counts.values(), reverse=True)[:most][-1:]
    return by_frequency({symbol: count for symbol, count in counts.items() if count >= least[0]})[:most]
