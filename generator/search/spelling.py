"""Words as bits, letter by letter: after each letter the likelier ones have shorter codes (Huffman, canonical).

What follows a letter in Arabic is far from any letter: a word takes three and a half bits a letter so, not eight.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from generator.search.bits import Bits
from generator.search.packing import string

# Letters with a code, and those after which a table of its own tells what follows: the most frequent ones.
_LETTERS = 48
_TABLES = 36
# The longest code that a nibble can say.
_LONGEST = 15
_CODE_POINT = 21
_SHARED_BITS = 3
_MOST_SHARED = 7
_END, _OTHER = "", "other"

Lengths = Mapping[str, int]


class Spelling:
    """A code for the letters of words, and the bits of any word in it.

    Its tables are by the letter before: the first for a word's beginning, one for each frequent letter, the last for
    all others. A table says for the end of the word, for a letter without a code (its code point follows in 21 bits)
    and for each letter of the alphabet how long its code is, 0 for none.
    """

    def __init__(self, alphabet: str, tables: Sequence[Lengths]) -> None:
        self.alphabet = alphabet
        self._tables = tables
        self._place = {letter: at for at, letter in enumerate(alphabet[:_TABLES], start=1)}
        self.codes = [_canonical((_END, _OTHER, *alphabet), lengths) for lengths in tables]

    @cached_property
    def packed(self) -> bytes:
        """The alphabet as a string, then a nibble for each length, table by table."""
        signs = (_END, _OTHER, *self.alphabet)
        nibbles = [lengths.get(sign, 0) for lengths in self._tables for sign in signs]
        pairs = zip(nibbles[::2], [*nibbles[1::2], 0], strict=False)
        return string(self.alphabet) + bytes(high << 4 | low for high, low in pairs)

    def code(self, word: str, shared: int = 0) -> str:
        """The bits of a word behind its first letters, which a reader knows, and those of its end."""
        table = self.codes[self._table(word[shared - 1]) if shared else 0]
        out = []
        for letter in word[shared:]:
            code = table.get(letter)
            out.append(code if code is not None else f"{table[_OTHER]}{ord(letter):0{_CODE_POINT}b}")
            table = self.codes[self._table(letter)]
        return "".join((*out, table[_END]))

    def front_coded(self, words: Iterable[str]) -> Iterable[str]:
        """The bits of words in order: how many letters each shares with the one before in three bits (seven: gamma of
        one more than what exceeds it follows), and the rest.
        """
        for before, word in pairwise(("", *words)):
            shared = _shared(before, word)
            head = Bits()
            head.put(min(shared, _MOST_SHARED), _SHARED_BITS)
            if shared >= _MOST_SHARED:
                head.gamma(shared - _MOST_SHARED + 1)
            yield str(head) + self.code(word, shared)

    def _table(self, letter: str) -> int:
        return self._place.get(letter, len(self._tables) - 1)


def spelling(words: Iterable[str]) -> Spelling:
    """The code that suits some words, each of which counts once."""
    follows: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        for letter, after in pairwise(("", *word, _END)):
            follows[letter][after] += 1
    counts = sum(follows.values(), Counter[str]())
    letters = (sign for sign in counts if sign and not "\ud800" <= sign <= "\udfff")
    alphabet = "".join(sorted(letters, key=lambda sign: (-counts[sign], sign))[:_LETTERS])
    own = ("", *alphabet[:_TABLES])
    rest = sum((count for letter, count in follows.items() if letter not in own), Counter[str]())
    tables = (*(follows[letter] for letter in own), rest)
    return Spelling(alphabet, [_lengths(table, alphabet) for table in tables])


def _lengths(counts: Counter[str], alphabet: str) -> Lengths:
    """How long the code of each sign is that follows; end and other letters always have one."""
    known = {sign: counts[sign] for sign in alphabet if counts[sign]}
    other = sum(count for sign, count in counts.items() if sign and sign not in known)
    weights = known | {_END: max(1, counts[_END]), _OTHER: max(1, other)}
    while True:
        found = _huffman(weights)
        if max(found.values()) <= _LONGEST:
            return found
        weights = {sign: -(-weight // 2) for sign, weight in weights.items()}


def _huffman(weights: Mapping[str, int]) -> dict[str, int]:
    heap: list[tuple[int, int, tuple[str, ...]]] = [
        (weight, at, (sign,)) for at, (sign, weight) in enumerate(sorted(weights.items()))
    ]
    heapq.heapify(heap)
    lengths = dict.fromkeys(weights, 0)
    for number in range(len(heap), 2 * len(heap) - 1):
        (light, _, some), (heavy, _, others) = heapq.heappop(heap), heapq.heappop(heap)
        for sign in (*some, *others):
            lengths[sign] += 1
        heapq.heappush(heap, (light + heavy, number, (*some, *others)))
    return lengths


def _canonical(signs: Sequence[str], lengths: Lengths) -> dict[str, str]:
    """Codes in the order of their lengths, among those of one length in the order of the signs."""
    codes: dict[str, str] = {}
    code = before = 0
    for sign in sorted((sign for sign in signs if lengths.get(sign)), key=lambda sign: lengths[sign]):
        code <<= lengths[sign] - before
        before = lengths[sign]
        codes[sign] = f"{code:0{before}b}"
        code += 1
    return codes


def _shared(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
