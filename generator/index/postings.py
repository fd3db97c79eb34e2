"""Which documents hold a word, how often and in which fields, packed into files of some kilobytes.

Only a split index has these files; of a whole one the reader's browser makes them from the texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.index.document import Field
from generator.index.packing import varint
from generator.index.stems import shard_of
from generator.index.symbols import Vocabulary
from generator.index.texts import Coded

# A question fetches one file a word, so a file is small; a word of many documents has a file of its own.
_SHARD = 3_000
_HEAVY = 2_000
_COUNT_AT_MOST = 7
_COUNT_SHIFT = 5
# So many first words of a body are its lede.
_LEDE = 20
_ONCE = 1 << Field.BODY | 1 << _COUNT_SHIFT
_USUAL = {_ONCE: 0, _ONCE | 1 << Field.LEDE: 1, _ONCE + (1 << _COUNT_SHIFT): 2}
_UNUSUAL = 3

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


def packed(entries: Sequence[tuple[int, int]]) -> bytes:
    """Gaps between documents, times four, the usual ways to stand there in the low bits; 3 means a byte follows."""
    out = bytearray()
    before = 0
    for number, how in entries:
        usual = _USUAL.get(how)
        out += varint(number - before << 2 | (_UNUSUAL if usual is None else usual))
        if usual is None:
            out.append(how)
        before = number
    return bytes(out)


def posting_shards(texts: Sequence[Coded], words: Vocabulary) -> tuple[list[bytes], dict[int, bytes]]:
    """The shared files, and by word number those of words that need one of their own.

    In a shared file: number of words; of each the gap to its number, the length of its postings, the postings.
    """
    found = occurrences(texts, words)
    lists = {symbol: packed(entries) for symbol, entries in sorted(found.items())}
    heavy = {symbol: data for symbol, data in lists.items() if len(data) > _HEAVY}
    light = {symbol: data for symbol, data in lists.items() if symbol not in heavy}
    names = [symbol for group in words.groups for symbol in group]
    count = max(1, -(-sum(len(data) + 3 for data in light.values()) // _SHARD))
    shards: list[list[int]] = [[] for _ in range(count)]
    for symbol in light:
        shards[shard_of(names[symbol], count)].append(symbol)
    return [_shard(symbols, light) for symbols in shards], heavy


def _shard(symbols: Sequence[int], lists: dict[int, bytes]) -> bytes:
    out = bytearray(varint(len(symbols)))
    before = 0
    for symbol in symbols:
        out += varint(symbol - before) + varint(len(lists[symbol])) + lists[symbol]
        before = symbol
    return bytes(out)
