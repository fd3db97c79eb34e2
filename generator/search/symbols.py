"""A text as words and what stands between them, and the dictionary that numbers the frequent of both.

Invariant: joining a text's symbols gives the text back, code point for code point; a single space between two words
is no symbol. Frequent symbols have small numbers: the first 4, the next 16, the next 64 and so on are bands of like
frequency, and a number is its band and its place there, in few more bits than the entropy of the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from generator.reading.letters import runs
from generator.search.bits import Bits
from generator.search.spelling import Spelling, spelling

BAND_BITS = 3
LAST = (1 << BAND_BITS) - 1
# Bands of 4, 16, 64 … symbols, and the rest. Twice as many bands make the dictionary larger by what they save in texts:
# it is front-coded within each.
_BAND_SIZES = tuple(4**power for power in range(1, LAST + 1))
# Of texts that come in pieces so many symbols are numbered, six bands: a reader loads them before anything else.
NUMBERED = sum(_BAND_SIZES[:6])


def symbols(text: str) -> tuple[str, ...]:
    """The words of a text and the separators between them that are not one space, in order."""
    found: list[str] = []
    at = 0
    for token in runs(text):
        between = text[at : token.start]
        if between and (between != " " or not found):
            found.append(between)
        found.append(token.text)
        at = token.end
    if at < len(text):
        found.append(text[at:])
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def is_word(symbol: str) -> bool:
    """True for a word, False for a separator."""
    return bool(runs(symbol[:1]))


class Dictionary:
    """The numbered symbols in their bands, and the bits of any symbol: a number, or its letters in the last band."""

    def __init__(self, ordered: Iterable[str]) -> None:
        """Of symbols by how often they stand the most frequent."""
        known = tuple(ordered)
        self.bands = banded(known[:NUMBERED])
        self.spelling: Spelling = spelling(known)
        self._codes = {
            symbol: f"{band:0{BAND_BITS}b}{place:0{2 * band + 2}b}"
            for band, group in enumerate(self.bands)
            for place, symbol in enumerate(group)
        }

    def code(self, symbol: str) -> str:
        """A symbol in zeros and ones."""
        code = self._codes.get(symbol)
        if code is None:
            code = self._codes[symbol] = f"{LAST:0{BAND_BITS}b}{self.spelling.code(symbol)}"
        return code

    def packed(self) -> bytes:
        """The spelling, then of each band how many symbols it has (gamma of one more) and these, front-coded."""
        out = Bits()
        for group in self.bands:
            out.gamma(len(group) + 1)
            for run in self.spelling.front_coded(group):
                out.run(run)
        return self.spelling.packed + out.packed()


def banded(ordered: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Symbols by how often they stand in bands of 4, 16, 64 …, seven at most, each by code point."""
    bounds = accumulate(_BAND_SIZES, initial=0)
    return tuple(tuple(sorted(ordered[start:end])) for start, end in pairwise(bounds))


def by_frequency(counts: Mapping[str, int]) -> list[str]:
    """Symbols by how often they stand, then by code point."""
    return sorted(counts, key=lambda symbol: (-counts[symbol], symbol))
