"""What one document alone gives to an index: its symbols in order, and how each word stands in it.

Invariant: it rests on the document and on nothing else, so it may be kept and used in another index as it is.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from struct import Struct
from typing import Literal

from generator.model.kept import NOTHING_KEPT, Kept
from generator.search.document import Document, Field, Passage, Promised
from generator.search.symbols import symbols
from generator.search.vocabulary import Vocabulary

COUNT_AT_MOST = 7
COUNT_SHIFT = 5
# So many first words of a body are its lede.
LEDE = 20
_ROOM = "search-document"
# Of a contribution as bytes: how long its head is, how many passages it has. A number takes four.
_LENGTHS = Struct("<II")
_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Contribution:
    """A document, of its texts the title alone, and all of them as numbers.

    fields, anchors, sizes: of each passage its field, its anchor, how many symbols it has.
    symbols: each once. text: their places there, of all passages one after another.
    words, hows: of each word in match form the place of a symbol that is it; its fields (low 5 bits) and the count in
    the body (3). length: words of title and body, by which scores are normalised.
    """

    document: Document
    fields: bytes
    anchors: array[int]
    sizes: array[int]
    symbols: Sequence[str]
    text: array[int]
    words: array[int]
    hows: bytes
    length: int
    title_length: int

    def packed(self) -> bytes:
        """All of it as bytes: the length of a head in JSON, that, and the numbers."""
        document = self.document
        told = (document.address, document.kind, document.day, document.facets, document.lang, document.mentions)
        titles = [(passage.text, passage.anchor) for passage in document.passages]
        head = (*told, document.copy_of, titles, self.symbols, self.length, self.title_length, len(self.hows))
        data = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        numbers = (self.anchors, self.sizes, self.text, self.words)
        rest = b"".join(_lowest_first(row).tobytes() for row in numbers)
        return b"".join((_LENGTHS.pack(len(data), len(self.fields)), data, self.fields, self.hows, rest))


def unpacked(data: bytes) -> Contribution:
    """The contribution that some bytes are."""
    length, passages = _LENGTHS.unpack_from(data)
    at = _LENGTHS.size + length
    head = json.loads(data[_LENGTHS.size : at].decode("utf-8", "surrogatepass"))
    address, kind, day, facets, lang, mentions, copy_of, titles, symbols_, words, title_length, hows = head
    titled = tuple(Passage(Field.TITLE, text, anchor) for text, anchor in titles)
    filters = tuple((name, value) for name, value in facets)
    document = Document(address, titled, kind, day, filters, lang, mentions, copy_of)
    fields, how = data[at : at + passages], data[at + passages : at + passages + hows]
    at += passages + hows
    middle, end = at + 2 * _NUMBER * passages, len(data) - _NUMBER * hows
    anchors, sizes = _row("i", data[at : at + _NUMBER * passages]), _row("I", data[at + _NUMBER * passages : middle])
    text, own = _row("I", data[middle:end]), _row("I", data[end:])
    return Contribution(document, fields, anchors, sizes, symbols_, text, own, how, words, title_length)


def _row(kind: Literal["i", "I"], data: bytes) -> array[int]:
    return _lowest_first(array(kind, data))


def _lowest_first(row: array[int]) -> array[int]:
    """Numbers with their lowest byte first in memory, on any machine."""
    if sys.byteorder == "big":
        row = row[:]
        row.byteswap()
    return row


def contributions(
    documents: Iterable[Document | Promised], vocabulary: Vocabulary, kept: Kept = NOTHING_KEPT
) -> Iterator[Contribution]:
    """What each document gives, one after another; of what is promised what was kept, where it was."""
    for each in documents:
        if isinstance(each, Document):
            yield contribution(each, vocabulary)
        elif kept is NOTHING_KEPT:
            yield contribution(each.make(), vocabulary)
        elif data := kept.get(_ROOM, each.key):
            yield unpacked(data)
        else:
            made = contribution(each.make(), vocabulary)
            kept.put(_ROOM, each.key, made.packed())
            yield made


def contribution(document: Document, vocabulary: Vocabulary) -> Contribution:
    """What a document gives; `vocabulary` tells its symbols' words and learns those that are new."""
    found = [symbols(passage.text) for passage in document.passages]
    own = dict.fromkeys(chain.from_iterable(found))
    places = dict(zip(own, range(len(own)), strict=True))
    text = array("I", list(map(places.__getitem__, chain.from_iterable(found))))
    sizes = array("I", list(map(len, found)))
    words = list(map(vocabulary.word_of.__getitem__, map(vocabulary.numbers.__getitem__, own)))
    fields = bytes([passage.field for passage in document.passages])
    stand, lengths = _in_document(_by_field(fields, sizes, text), words)
    first = {word: at for at, word in enumerate(words) if word in stand}
    return Contribution(
        _emptied(document),
        fields,
        array("i", [passage.anchor for passage in document.passages]),
        sizes,
        tuple(own),
        text,
        array("I", list(first.values())),
        bytes(map(stand.__getitem__, first)),
        lengths[Field.TITLE] + lengths[Field.BODY],
        lengths[Field.TITLE],
    )


def _emptied(document: Document) -> Document:
    """A document with its title alone."""
    return replace(document, passages=tuple(p for p in document.passages if p.field is Field.TITLE))


def _by_field(fields: bytes, sizes: Iterable[int], text: array[int]) -> dict[int, array[int]]:
    """The symbols of the passages of each field that is searched."""
    found: dict[int, array[int]] = {}
    start = 0
    for field, size in zip(fields, sizes, strict=True):
        if field != Field.SAID:
            found.setdefault(field, array("I")).extend(text[start : start + size])
        start += size
    return found


def _in_document(symbols_of: Mapping[int, array[int]], words: Sequence[int]) -> tuple[dict[int, int], Counter[int]]:
    """Each word of a document with its byte, and how many words each field has."""
    stand: dict[int, int] = {}
    lengths = Counter[int]()
    for field, row in symbols_of.items():
        counts: dict[int, int] = {}
        for at, count in Counter(row).items():
            if (word := words[at]) >= 0:
                counts[word] = counts.get(word, 0) + count
        lengths[field] = sum(counts.values())
        for word, count in counts.items():
            times = min(count, COUNT_AT_MOST) << COUNT_SHIFT if field == Field.BODY else 0
            stand[word] = stand.get(word, 0) | 1 << field | times
    body = (word for at in symbols_of.get(Field.BODY, ()) if (word := words[at]) >= 0)
    for word in islice(body, LEDE):
        stand[word] |= 1 << Field.LEDE
    return stand, lengths
