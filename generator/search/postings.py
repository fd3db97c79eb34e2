"""Which documents hold a word, how often and in which fields, packed into files of some kilobytes.

Only a split index has these files; of a whole one the reader's browser makes them from the texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.search.bits import Bits, low_bits
from generator.search.document import Field
from generator.search.shards import shard_of
from generator.search.symbols import Vocabulary
from generator.search.texts import Coded

# A question fetches one file a word, so a file is small; a word of many documents has a file of its own.
_SHARD = 3_000
_HEAVY = 2_000
_COUNT_AT_MOST = 7
_COUNT_SHIFT = 5
# So many first words of a body are its lede.
_LEDE = 20
_ONCE = 1 << Field.BODY | 1 << _COUNT_SHIFT
# Ways to stand in a document with the bits that say them; after those of any other follow its eight.
_USUAL = {_ONCE: (0b0, 1), _ONCE | 1 << Field.LEDE: (0b10, 2), _ONCE + (1 << _COUNT_SHIFT): (0b110, 3)}
_UNUSUAL = (0b111, 3)
_BYTE = 8

Occurrences = dict[int, list[tuple[int, int]]]


def occurrences(texts: Sequence[Coded], words: Vocabulary) -> Occurrences:
    """For each word's number the documents that hold it, with a byte of fields (low 5 bits) and count in body (3)."""
    found: Occurrences = defaultdict(list)
    for number, text in enumerate(texts):
        for word, how in _in_document(text).items():
            found[words.numbers[word]].append((number, how))
    return found


def _in_document(text: Coded) -> dict[str, int]:
    fields: dict[str, int] = defaultdict(int)
    body: list[str] = []
    for field, words in text.words:
        for word in words:
            fields[word] |= 1 << field
        body += words if field is Field.BODY else ()
    for word in body[:_LEDE]:
        fields[word] |= 1 << Field.LEDE
    counts = Counter(body)
    return {word: mask | min(counts[word], _COUNT_AT_MOST) << _COUNT_SHIFT for word, mask in fields.items()}


def packed(entries: Sequence[tuple[int, int]], total: int) -> Bits:
    """How many documents, then of each the gap to the one before and the way in which the word stands there."""
    out = Bits()
    out.gamma(len(entries))
    low = low_bits(total, len(entries))
    before = -1
    for number, how in entries:
        out.rice(number - before - 1, low)
        out.put(*_USUAL.get(how, _UNUSUAL))
        if how not in _USUAL:
            out.put(how, _BYTE)
        before = number
    return out


def posting_shards(texts: Sequence[Coded], words: Vocabulary) -> tuple[list[bytes], dict[int, bytes]]:
    """The shared files, and by word number those of words that need one of their own.

    In a shared file: number of words; low bits of the gaps; of each word the gap to its number, then its postings.
    """
    found = occurrences(texts, words)
    lists = {symbol: packed(entries, len(texts)) for symbol, entries in sorted(found.items())}
    heavy = {symbol: bits.packed() for symbol, bits in lists.items() if bits.length > _HEAVY * _BYTE}
    light = {symbol: bits for symbol, bits in lists.items() if symbol not in heavy}
    names = [symbol for group in words.groups for symbol in group]
    count = max(1, -(-sum(bits.length + _BYTE for bits in light.values()) // (_SHARD * _BYTE)))
    shards: list[list[int]] = [[] for _ in range(count)]
    for symbol in light:
        shards[shard_of(names[symbol], count)].append(symbol)
    return [_shard(symbols, light, len(names)) for symbols in shards], heavy


def _shard(symbols: Sequence[int], lists: dict[int, Bits], words: int) -> bytes:
    out = Bits()
    out.gamma(len(symbols) + 1)
    low = low_bits(words, max(1, len(symbols)))
    out.gamma(low + 1)
    before = -1
    for symbol in symbols:
        out.rice(symbol - before - 1, low)
        out.append(lists[symbol])
        before = symbol
    return out.packed()
