"""The words of a large index with their postings, in files that each hold a range of words by a key of consonants.

Forms of one word have one key, so a query asks for one file a word; words that begin alike lie in one file or the next,
so a word that is being typed asks for no other. Invariant: `shard_key` gives what docs/assets/search/stems.js gives.
A poor key costs a request, never a result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.reading.clitics import BEFORE_ANY
from generator.reading.stems import ROOT, hidden, light, skeleton
from generator.search.bits import Bits
from generator.search.corpus import Corpus
from generator.search.packing import crc, file_name, varint
from generator.search.postings import packed, room
from generator.search.spelling import Spelling

# A question fetches a file a word.
_FILE = 12_000 * 8
# A word of so many documents has a file of its own: it would weigh on all that share one with it.
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


def shards(corpus: Corpus, spelled: Spelling) -> Shards:
    """All words in files; in the root of each its first key and the CRC-32 in its name."""
    total = room(len(corpus.documents))
    files: dict[str, bytes] = {}
    entries: dict[str, str] = {}
    for number in sorted(filter(corpus.postings.__getitem__, range(len(corpus.words))), key=corpus.words.__getitem__):
        entries[corpus.words[number]] = _entry(packed(corpus.postings[number], total), files)
    found = list(_ranges(entries))
    listed = bytearray(varint(len(found)))
    for number, (first, words) in enumerate(found):
        data = _file(words, entries, spelled)
        files[file_name("words", data, number)] = data
        listed += _bound(first) + crc(data)
    return Shards(files, bytes(listed))


def _entry(postings: Bits, files: dict[str, bytes]) -> str:
    """Zero and the postings of a word, or one and the CRC-32 of the file that they have for themselves."""
    if postings.length <= _HEAVY:
        return f"0{postings}"
    data = postings.packed()
    files[file_name("many", data)] = data
    return f"1{int.from_bytes(crc(data), 'big'):032b}"


def _ranges(entries: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The words of each file with the first key of its range; words of one key are in one file."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for word in entries:
        for key in _keys(word):
            by_key[key].append(word)
    first, held, size = "", list[str](), 0
    for key in sorted(by_key, key=sort_key):
        own = sum(len(entries[word]) + 3 * _BYTE for word in by_key[key])
        if held and size + own > _FILE:
            yield first, held
            first, held, size = key, [], 0
        held += by_key[key]
        size += own
    if held:
        yield first, held


def _file(words: Iterable[str], entries: dict[str, str], spelled: Spelling) -> bytes:
    """Gamma of one more than the number of words; each front-coded, with its entry."""
    ordered = sorted(set(words))
    out = Bits()
    out.gamma(len(ordered) + 1)
    for word, code in zip(ordered, spelled.front_coded(ordered), strict=True):
        out.run(code + entries[word])
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
