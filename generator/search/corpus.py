"""Documents as numbers: each symbol and each word in match form once, texts and postings as arrays of their numbers.

Thirty thousand articles have nine million symbols; as strings in tuples these take gigabytes.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.reading.letters import plain
from generator.search.document import Document, Field
from generator.search.symbols import is_word, symbols

COUNT_AT_MOST = 7
COUNT_SHIFT = 5
HOW_BITS = 8
# So many first words of a body are its lede.
LEDE = 20
_SEPARATOR = -1


@dataclass(frozen=True)
class CorpusPassage:
    """A passage as the numbers of its symbols."""

    field: Field
    anchor: int
    symbols: array[int]


@dataclass(frozen=True)
class CorpusDocument:
    """A document, of its texts the title alone, and all of them as numbers.

    length: words of title and body, by which scores are normalised.
    """

    document: Document
    pieces: tuple[CorpusPassage, ...]
    length: int
    title_length: int


@dataclass
class Corpus:
    """All documents in order, the symbols of their texts, and for each word in match form its postings.

    A posting is a document's number above a byte of fields (low 5 bits) and the count in the body (3).
    """

    documents: list[CorpusDocument] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    postings: list[array[int]] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _word_numbers: dict[str, int] = field(default_factory=dict)
    _word_of: array[int] = field(default_factory=lambda: array("i"))

    @property
    def length(self) -> int:
        """Words of all titles and bodies."""
        return sum(held.length for held in self.documents)

    def add(self, document: Document) -> None:
        """Take a document in."""
        passages = document.passages
        pieces = tuple(
            CorpusPassage(p.field, p.anchor, array("I", map(self._number, symbols(p.text)))) for p in passages
        )
        searched = (piece for piece in pieces if piece.field is not Field.SAID)
        words = [(piece.field, [w for s in piece.symbols if (w := self._word_of[s]) >= 0]) for piece in searched]
        length = sum(len(row) for of, row in words if of <= Field.BODY)
        title_length = sum(len(row) for of, row in words if of is Field.TITLE)
        at = len(self.documents) << HOW_BITS
        for word, how in _in_document(words).items():
            self.postings[word].append(at | how)
        self.documents.append(CorpusDocument(_emptied(document), pieces, length, title_length))

    def close(self) -> None:
        """Nothing more is added: what new texts would be read by goes, a tenth of all memory."""
        self._numbers, self._word_numbers, self._word_of = {}, {}, array("i")

    def counts(self, documents: int) -> Counter[str]:
        """How often each symbol stands in the first so many documents."""
        found: Counter[int] = Counter()
        for held in self.documents[:documents]:
            for piece in held.pieces:
                found.update(piece.symbols)
        return Counter({self.symbols[number]: count for number, count in found.items()})

    def _number(self, symbol: str) -> int:
        number = self._numbers.get(symbol)
        if number is None:
            number = self._numbers[symbol] = len(self.symbols)
            self.symbols.append(symbol)
            self._word_of.append(self._word(symbol) if is_word(symbol) else _SEPARATOR)
        return number

    def _word(self, symbol: str) -> int:
        word = plain(symbol)
        number = self._word_numbers.get(word, _SEPARATOR)
        if number < 0 and word:
            number = self._word_numbers[word] = len(self.words)
            self.words.append(word)
            self.postings.append(array("I"))
        return number


def corpus(documents: Iterable[Document]) -> Corpus:
    """Documents as numbers, one after another: an iterator's are never all in memory at once."""
    found = Corpus()
    for document in documents:
        found.add(document)
    found.close()
    return found


def _emptied(document: Document) -> Document:
    """A document with its title alone."""
    return replace(document, passages=tuple(p for p in document.passages if p.field is Field.TITLE))


def _in_document(words: Sequence[tuple[Field, list[int]]]) -> dict[int, int]:
    """Each word of a document with its byte."""
    fields: dict[int, int] = {}
    body: list[int] = []
    for of, row in words:
        for word in row:
            fields[word] = fields.get(word, 0) | 1 << of
        body += row if of is Field.BODY else ()
    for word in body[:LEDE]:
        fields[word] |= 1 << Field.LEDE
    counts = Counter(body)
    return {word: mask | min(counts[word], COUNT_AT_MOST) << COUNT_SHIFT for word, mask in fields.items()}
