"""A text as words and what stands between them, and the vocabulary that numbers both.

Invariant: joining a text's symbols gives the text back, code point for code point; a single space between two words
is no symbol. Frequent symbols have small numbers: the first 4, the next 16, the next 64 and so on are bands of like
frequency, and a number is its band and its place there, in few more bits than the entropy of the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import Protocol

from generator.reading.letters import runs
from generator.search.packing import string, varint

_BAND_BITS = 3
# Bands of 4, 16, 64 … symbols; all the rest are the last. Twice as many bands make the vocabulary larger by what
# they save in texts: it is front-coded within each.
_BAND_SIZES = tuple(4**power for power in range(1, 1 << _BAND_BITS))
_LETTERS = 224
_ESCAPE = 255
_NIBBLE = 15


class Streamed(Protocol):
    """Anything made of symbols."""

    @property
    def symbols(self) -> Iterator[str]: ...


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


@lru_cache(maxsize=1 << 18)
def is_word(symbol: str) -> bool:
    """True for a word, False for a separator."""
    return bool(runs(symbol[:1]))


@dataclass(frozen=True)
class Vocabulary:
    """Every symbol of an index with its number; `groups` hold the symbols in the order of their numbers."""

    groups: tuple[tuple[str, ...], ...]
    numbers: Mapping[str, int]

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Each symbol's number as it stands in a text, in zeros and ones."""
        rest = max(0, len(self.numbers) - sum(_BAND_SIZES) - 1).bit_length()
        widths = (*((size - 1).bit_length() for size in _BAND_SIZES), rest)
        return {
            symbol: f"{band:0{_BAND_BITS}b}" + (f"{place:0{widths[band]}b}" if widths[band] else "")
            for band, group in enumerate(self.groups)
            for place, symbol in enumerate(group)
        }

    def packed(self) -> bytes:
        """The alphabet, then each group front-coded: shared and own length in a byte, own letters a byte each."""
        alphabet = _alphabet(self.numbers)
        letters = {letter: at for at, letter in enumerate(alphabet)}
        out = bytearray(string("".join(alphabet)))
        for group in self.groups:
            out += varint(len(group))
            for before, symbol in pairwise(("", *group)):
                out += _front_coded(before, symbol, letters)
        return bytes(out)


def vocabulary(texts: Sequence[Streamed]) -> Vocabulary:
    """The vocabulary of all texts: by how often a symbol stands, in each band by code point."""
    counts = Counter(symbol for text in texts for symbol in text.symbols)
    ordered = sorted(counts, key=lambda s: (-counts[s], s))
    bounds = (*accumulate(_BAND_SIZES, initial=0), len(ordered))
    groups = tuple(tuple(sorted(ordered[start:end])) for start, end in pairwise(bounds))
    numbers = {symbol: at for at, symbol in enumerate(s for group in groups for s in group)}
    return Vocabulary(groups, numbers)


def _alphabet(found: Iterable[str]) -> list[str]:
    counts = Counter(letter for symbol in found for letter in symbol if not "\ud800" <= letter <= "\udfff")
    return sorted(counts, key=lambda c: (-counts[c], c))[:_LETTERS]


def _front_coded(before: str, symbol: str, letters: Mapping[str, int]) -> bytes:
    shared = _shared(before, symbol)
    own = symbol[shared:]
    out = bytearray((min(shared, _NIBBLE) << 4 | min(len(own), _NIBBLE),))
    out += varint(shared - _NIBBLE) if shared >= _NIBBLE else b""
    out += varint(len(own) - _NIBBLE) if len(own) >= _NIBBLE else b""
    for letter in own:
        at = letters.get(letter)
        out += bytes((at,)) if at is not None else bytes((_ESCAPE,)) + varint(ord(letter))
    return bytes(out)


def _shared(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
