"""What one document alone gives to an index: its symbols in order, and how each word stands in it.

Invariant: it rests on the document and on nothing else, so it may be kept and used in another index as it is.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.search.document import Document, Field
from generator.search.symbols import symbols
from generator.search.vocabulary import Vocabulary

COUNT_AT_MOST = 7
COUNT_SHIFT = 5
# So many first words of a body are its lede.
LEDE = 20


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


def contribution(document: Document, vocabulary: Vocabulary) -> Contribution:
    """What a document gives; `vocabulary` tells its symbols' words and learns those that are new."""
    passages = document.passages
    found = [symbols(passage.text) for passage in passages]
    own = {symbol: at for at, symbol in enumerate(dict.fromkeys(symbol for row in found for symbol in row))}
    words = [vocabulary.word_of[number] for number in map(vocabulary.numbers.__getitem__, own)]
    rows = [array("I", map(own.__getitem__, row)) for row in found]
    read = [
        (passage.field, [word for at in row if (word := words[at]) >= 0])
        for passage, row in zip(passages, rows, strict=True)
        if passage.field is not Field.SAID
    ]
    stand = _in_document(read)
    places = {word: at for at, word in enumerate(words) if word in stand}
    return Contribution(
        _emptied(document),
        bytes(passage.field for passage in passages),
        array("i", (passage.anchor for passage in passages)),
        array("I", map(len, rows)),
        tuple(own),
        array("I", (at for row in rows for at in row)),
        array("I", places.values()),
        bytes(map(stand.__getitem__, places)),
        sum(len(row) for field, row in read if field <= Field.BODY),
        sum(len(row) for field, row in read if field is Field.TITLE),
    )


def _emptied(document: Document) -> Document:
    """A document with its title alone."""
    return replace(document, passages=tuple(p for p in document.passages if p.field is Field.TITLE))


def _in_document(words: Iterable[tuple[Field, list[int]]]) -> dict[int, int]:
    """Each word of a document with its byte."""
    body: list[int] = []
    stand: dict[int, int] = {}
    for field, row in words:
        if field is Field.BODY:
            body += row
        else:
            for word in row:
                stand[word] = stand.get(word, 0) | 1 << field
    for word, count in Counter(body).items():
        stand[word] = stand.get(word, 0) | 1 << Field.BODY | min(count, COUNT_AT_MOST) << COUNT_SHIFT
    for word in body[:LEDE]:
        stand[word] |= 1 << Field.LEDE
    return stand
