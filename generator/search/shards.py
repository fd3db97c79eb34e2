"""The words of a large index with their postings, in files that each hold a range of words by a key of consonants.

Forms of one word have one key, so a query asks for one file a word; words that begin alike lie in one file or the next,
so a word that is being typed asks for no other. Invariant: `shard_key` gives what docs/assets/search/stems.js gives.
A poor key costs a request, never a result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.lexicon.search import SearchWords
from generator.reading.clitics import BEFORE_ANY
from generator.reading.stems import ROOT, hidden, light, skeleton
from generator.search.bits import Bits
from generator.search.corpus import Corpus
from generator.search.joined import joined, phrase_words
from generator.search.packing import crc, file_name, varint
from generator.search.postings import packed, room
from generator.search.spelling import Spelling

# A question fetches a file a word.
_FILE = 12_000 * 8
# A word that says nothing has a file of its own where it is so heavy: seldom asked for, it would weigh on all that
# share one with it. Any other has one only beyond the size of a file: a question needs most words of a key.
_HEAVY = 2_000 * 8
_BYTE = 8
_CRC_BITS = 16
# A key's first letters tell where it lies.
_KEY = 6
# Letters that Arabic papers exchange in foreign names, as in stems.js.
_SOUNDS = str.maketrans("جگچڤپطص", "غغغفبتس")
_ASCII, _ARABIC, _BLOCK = 0x80, 0x600, 0x7F
_ESCAPE = 0xFF


@dataclass(frozen=True)
class Shards:
    """The files of words by name, those of single words by name, and what the root says of the first."""

    files: dict[str, bytes]
    listed: bytes


def shard_key(word: str) -> str:
    """The consonants of a word in match form after its one-letter proclitics, as far as three remain, as they sound."""
    return _place(skeleton(light(word)))


def _place(key: str) -> str:
    while len(key) > ROOT and key[0] in BEFORE_ANY:
        key = key[1:]
    return key.translate(_SOUNDS)[:_KEY]


def _keys(word: str) -> set[str]:
    """Where a word is looked for: by its own key, and a plural such as «أحزاب» by that of its singular too."""
    return {shard_key(word), *(_place(skeleton(one)) for one in hidden(light(word)))}


def sort_key(key: str) -> bytes:
    """Keys are ordered as a browser compares strings."""
    return key.encode("utf-16-be", "surrogatepass")


def shards(corpus: Corpus, spelled: Spelling, known: SearchWords) -> Shards:
    """All words in files, and phrases of one meaning; in the root of each its first key and the CRC-32 in its name."""
    total = room(len(corpus.documents))
    silent = {word for phrase in known.stop for word in phrase_words(phrase)}
    files: dict[str, bytes] = {}
    entries: dict[str, bytes] = {}
    by_key: dict[str, list[str]] = defaultdict(list)

    def put(word: str, postings: Sequence[int], keys: Iterable[str], heavy: int) -> None:
        entries[word] = _entry(packed(postings, total), heavy, files)
        for key in keys:
            by_key[key].append(word)

    for number in sorted(filter(corpus.postings.__getitem__, range(len(corpus.words))), key=corpus.words.__getitem__):
        word = corpus.words[number]
        put(word, corpus.postings[number], _keys(word), _HEAVY if word in silent else _FILE)
    for phrase, postings, firsts in joined(corpus, known.variants):
        put(" ".join(phrase), postings, {shard_key(first) for first in firsts}, _FILE)
    found = list(_ranges(by_key, entries))
    listed = bytearray(varint(len(found)))
    for number, (first, words) in enumerate(found):
        data = _file(words, entries, spelled)
        files[file_name("words", data, number)] = data
        listed += _bound(first) + crc(data)
    return Shards(files, bytes(listed))


def _entry(postings: Bits, heavy: int, files: dict[str, bytes]) -> bytes:
    """Zero and the postings of a word, or one and the CRC-32 of the file that they have for themselves; as `_kept`."""
    if postings.length <= heavy:
        return _kept(f"0{postings}")
    data = postings.packed()
    files[file_name("many", data)] = data
    return _kept(f"1{int.from_bytes(crc(data), 'big'):032b}")


def _kept(bits: str) -> bytes:
    """Zeros and ones in an eighth of the memory; a one before them tells where they begin."""
    return int(f"1{bits}", 2).to_bytes(len(bits) // _BYTE + 1, "big")


def _bits(kept: bytes) -> str:
    return f"{int.from_bytes(kept, 'big'):b}"[1:]


def _ranges(by_key: Mapping[str, Sequence[str]], entries: Mapping[str, bytes]) -> Iterator[tuple[str, list[str]]]:
    """The words of each file with the first key of its range; words of one key are in one file."""
    first, held, size = "", list[str](), 0
    for key in sorted(by_key, key=sort_key):
        own = sum(_BYTE * (len(entries[word]) + 3) for word in by_key[key])
        if held and size + own > _FILE:
            yield first, held
            first, held, size = key, [], 0
        held += by_key[key]
        size += own
    if held:
        yield first, held


def _file(words: Iterable[str], entries: Mapping[str, bytes], spelled: Spelling) -> bytes:
    """Gamma of one more than the number of words; each front-coded, with its entry."""
    ordered = sorted(set(words))
    out = Bits()
    out.gamma(len(ordered) + 1)
    for word, code in zip(ordered, spelled.front_coded(ordered), strict=True):
        out.run(code + _bits(entries[word]))
    return out.packed()


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
