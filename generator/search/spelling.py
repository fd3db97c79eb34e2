"""Words as bits, letter by letter: after each letter the likelier ones have shorter codes (Huffman, canonical).

What follows a letter in Arabic is far from any letter: a word takes three and a half bits a letter so, not eight.
"""

from __future__ import annotations

import heapq
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from generator.search.bits import fixed, gamma
from generator.search.packing import string

# Letters with a code, and those after which a table of its own tells what follows: the most frequent ones.
_LETTERS = 48
_TABLES = 36
# The longest code that a nibble can say.
_LONGEST = 15
_CODE_POINT = 21
_SHARED_BITS = 3
_MOST_SHARED = 7
_BEGINNING, _END, _OTHER = "", "", "other"

Lengths = Mapping[str, int]


class _LetterCodes(dict[tuple[str, str], str]):
    """The bits of a letter, or of a word's end, behind the letter before: words are made of a few hundred pairs."""

    def __init__(self, find: Callable[[str, str], str]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, pair: tuple[str, str]) -> str:
        code = self[pair] = self._find(*pair)
        return code


class Spelling:
    """A code for the letters of words, and the bits of any word in it.

    Its tables are by the letter before: the first for a word's beginning, one for each frequent letter, the last for
    all others. A table says for the end of the word, for a letter without a code (its code point follows in 21 bits)
    and for each letter of the alphabet how long its code is, 0 for none.
    """

    def __init__(self, alphabet: str, tables: Sequence[Lengths]) -> None:
        self.alphabet = alphabet
        self._tables = tables
        self._place = {_BEGINNING: 0} | {letter: at for at, letter in enumerate(alphabet[:_TABLES], start=1)}
        self._canonical = [_canonical((_END, _OTHER, *alphabet), lengths) for lengths in tables]
        self._codes = _LetterCodes(self._code)
        self._tails: dict[str, str] = {}

    @cached_property
    def packed(self) -> bytes:
        """The alphabet as a string, then a nibble for each length, table by table."""
        signs = (_END, _OTHER, *self.alphabet)
        nibbles = [lengths.get(sign, 0) for lengths in self._tables for sign in signs]
        pairs = zip(nibbles[::2], [*nibbles[1::2], 0], strict=False)
        return string(self.alphabet) + bytes(high << 4 | low for high, low in pairs)

    def code(self, word: str, shared: int = 0) -> str:
        """The bits of a word behind its first letters, which a reader knows, and those of its end."""
        rest = word[shared - 1 :] if shared else (_BEGINNING, *word)
        return "".join(map(self._codes.__getitem__, pairwise((*rest, _END))))

    def front_coded(self, words: Iterable[str]) -> Iterator[str]:
        """The bits of words in order: how many letters each shares with the one before in three bits (seven: gamma of
        one more than what exceeds it follows), and the rest.
        """
        before = ""
        for word in words:
            shared = 0
            for one, other in zip(before, word, strict=False):
                if one != other:
                    break
                shared += 1
            yield _HEADS[shared] + self._behind(word, shared)
            before = word

    def _behind(self, word: str, shared: int) -> str:
        """The bits of a word behind its first letters: words that end alike are many, so ends are kept."""
        if not shared:
            return self.code(word)
        tail = word[shared - 1 :]
        code = self._tails.get(tail)
        if code is None:
            code = self._tails[tail] = self.code(word, shared)
        return code

    def _code(self, before: str, letter: str) -> str:
        table = self._canonical[self._place.get(before, len(self._tables) - 1)]
        code = table.get(letter)
        return code if code is not None else table[_OTHER] + fixed(ord(letter), _CODE_POINT)


class _SharedHeads(dict[int, str]):
    """How many letters a word shares with the one before."""

    def __missing__(self, shared: int) -> str:
        few = fixed(min(shared, _MOST_SHARED), _SHARED_BITS)
        head = self[shared] = few + gamma(shared - _MOST_SHARED + 1) if shared >= _MOST_SHARED else few
        return head


_HEADS = _SharedHeads()


def spelling(words: Iterable[str]) -> Spelling:
    """The code that suits some words, each of which counts once."""
    follows: dict[str, Counter[str]] = defaultdict(Counter)
    for (letter, after), count in _pairs(list(words)).items():
        follows[letter][after] = count
    counts = sum(follows.values(), Counter[str]())
    letters = (sign for sign in counts if sign and not "\ud800" <= sign <= "\udfff")
    alphabet = "".join(sorted(letters, key=lambda sign: (-counts[sign], sign))[:_LETTERS])
    own = ("", *alphabet[:_TABLES])
    rest = sum((count for letter, count in follows.items() if letter not in own), Counter[str]())
    tables = (*(follows[letter] for letter in own), rest)
    return Spelling(alphabet, [_lengths(table, alphabet) for table in tables])


def _pairs(words: Sequence[str]) -> dict[tuple[str, str], int]:
    """How often a letter stands behind another, or at a word's beginning or end."""
    letters = set().union(*words)
    bound = next(letter for letter in map(chr, range(sys.maxunicode, 0, -1)) if letter not in letters)
    run = bound.join(("", *words, ""))
    counted = Counter(pairwise(run))
    return {(one.replace(bound, ""), other.replace(bound, "")): count for (one, other), count in counted.items()}


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
