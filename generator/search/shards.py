"""The words of a large index with their postings, in files that each hold a range of words by a key of consonants.

Forms of one word have one key, so a query asks for one file a word; words that begin alike lie in one file or the next,
so a word that is being typed asks for no other. Invariant: `shard_key` gives what docs/assets/search/stems.js gives.
A poor key costs a request, never a result.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from generator.lexicon.search import SearchWords
from generator.search.bits import byte_bits, gamma, packed
from generator.search.corpus import Corpus
from generator.search.joined import joined, phrase_words
from generator.search.packing import crc, file_name, varint
from generator.search.postings import Postings
from generator.search.spelling import Spelling
from generator.search.vocabulary import shard_key

# A question fetches a file a word.
_FILE = 12_000 * 8
# A word that says nothing has a file of its own where it is so heavy: seldom asked for, it would weigh on all that
# share one with it. Any other has one only beyond the size of a file: a question needs most words of a key.
_HEAVY = 2_000 * 8
_BYTE = 8
# What the letters of a word weigh in its file, about.
_CODED = 3
_ASCII, _ARABIC, _BLOCK = 0x80, 0x600, 0x7F
_ESCAPE = 0xFF


@dataclass(frozen=True)
class Shards:
    """The files of words by name, those of single words by name, and what the root says of the first."""

    files: dict[str, bytes]
    listed: bytes


def sort_key(key: str) -> bytes:
    """Keys are ordered as a browser compares strings."""
    return key.encode("utf-16-be", "surrogatepass")


def shards(corpus: Corpus, spelling: Spelling, known: SearchWords) -> Shards:
    """All words in files, and phrases of one meaning; in the root of each its first key and the CRC-32 in its name."""
    by_key: dict[str, list[str]] = _by_key(corpus)
    phrases: dict[str, array[int]] = {}
    for phrase, steps, firsts in joined(corpus, known.variants):
        phrases[" ".join(phrase)] = steps
        for key in {shard_key(first) for first in firsts}:
            by_key[key].append(" ".join(phrase))
    entries = _Entries(corpus, phrases, {word for phrase in known.stop for word in phrase_words(phrase)})
    files: dict[str, bytes] = {}
    listed = list[bytes]()
    for number, (first, held) in enumerate(_ranges(by_key, entries)):
        data = _file(held, spelling)
        files[file_name("words", data, number)] = data
        listed.append(_bound(first) + crc(data))
    return Shards(files | entries.own, varint(len(listed)) + b"".join(listed))


def _by_key(corpus: Corpus) -> dict[str, list[str]]:
    """The words that stand anywhere, by where they are looked for."""
    found: dict[str, list[str]] = defaultdict(list)
    vocabulary = corpus.vocabulary
    for word, keys, postings in zip(vocabulary.words, vocabulary.keys, corpus.postings, strict=True):
        if postings:
            for key in keys:
                found[key].append(word)
    return found


class _Entries:
    """The bits of each word's entry: zero and its postings, or one and the CRC-32 of a file that they have for
    themselves, which comes to `own` by its name.
    """

    def __init__(self, corpus: Corpus, phrases: dict[str, array[int]], silent: Collection[str]) -> None:
        self.own: dict[str, bytes] = {}
        self._steps = dict(zip(corpus.vocabulary.words, corpus.postings, strict=True)) | phrases
        self._postings = Postings(len(corpus.documents))
        self._silent = silent

    def entry(self, word: str) -> str:
        """A word's entry."""
        bits = self._postings.bits(self._steps[word])
        if len(bits) <= (_HEAVY if word in self._silent else _FILE):
            return f"0{bits}"
        data = packed(bits)
        self.own[file_name("many", data)] = data
        return "1" + byte_bits(crc(data))


def _ranges(by_key: Mapping[str, Sequence[str]], entries: _Entries) -> Iterator[tuple[str, dict[str, str]]]:
    """The words of each file with their entries and the first key of its range; words of one key are in one file."""
    first, held, size = "", dict[str, str](), 0
    for key in sorted(by_key, key=sort_key):
        own = {word: entries.entry(word) for word in by_key[key]}
        weight = sum(_BYTE * (len(bits) // _BYTE + 1 + _CODED) for bits in own.values())
        if held and size + weight > _FILE:
            yield first, held
            first, held, size = key, {}, 0
        held |= own
        size += weight
    if held:
        yield first, held


def _file(entries: Mapping[str, str], spelling: Spelling) -> bytes:
    """Gamma of one more than the number of words; each front-coded, with its entry."""
    ordered = sorted(entries)
    rows = map(add, spelling.front_coded(ordered), map(entries.__getitem__, ordered))
    return packed(gamma(len(ordered) + 1) + "".join(rows))


def _bound(key: str) -> bytes:
    """A key as the number of its bytes and these: letters of ASCII, of the Arabic block, any other after an escape."""
    out = bytearray()
    for unit in _units(key):
        if unit < _ASCII:
            out.append(unit)
        elif _ARABIC <= unit < _ARABIC + _BLOCK:
            out.append(unit - _ARABIC + _ASCII)
        else:
            out += bytes((_ESCAPE, unit >> _BYTE, unit & 0xFF))
    return varint(len(out)) + bytes(out)


def _units(key: str) -> Sequence[int]:
    data = sort_key(key)
    return [data[at] << _BYTE | data[at + 1] for at in range(0, len(data), 2)]
