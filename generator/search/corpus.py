"""Documents as numbers: each symbol and each word in match form once, texts and postings as arrays of their numbers.

Thirty thousand articles have nine million symbols; as strings in tuples these take gigabytes.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.search.contribution import Contribution, contribution
from generator.search.document import Document
from generator.search.vocabulary import Vocabulary

HOW_BITS = 8


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """A document, of its texts the title alone, and all of them as the numbers of their symbols.

    fields, anchors, sizes: of each passage its field, its anchor, how many symbols it has.
    length: words of title and body, by which scores are normalised.
    """

    document: Document
    fields: bytes
    anchors: array[int]
    sizes: array[int]
    symbols: array[int]
    length: int
    title_length: int


@dataclass
class Corpus:
    """All documents in order, their vocabulary, and for each word in match form its postings as steps.

    A step is how many documents are passed over since the one before, above a byte of fields (low 5 bits) and the
    count in the body (3).
    """

    documents: list[CorpusDocument] = field(default_factory=list)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    postings: list[array[int]] = field(default_factory=list)
    _next: array[int] = field(default_factory=lambda: array("I"))

    @property
    def length(self) -> int:
        """Words of all titles and bodies."""
        return sum(held.length for held in self.documents)

    def add(self, own: Contribution) -> None:
        """Take in what a document gives."""
        numbers = list(map(self.vocabulary.numbers.__getitem__, own.symbols))
        self._post(map(self.vocabulary.word_of.__getitem__, map(numbers.__getitem__, own.words)), own.hows)
        text = array("I", map(numbers.__getitem__, own.text))
        self.documents.append(
            CorpusDocument(own.document, own.fields, own.anchors, own.sizes, text, own.length, own.title_length)
        )

    def close(self) -> None:
        """Nothing more is added: what new texts would be read by goes, a tenth of all memory."""
        self.vocabulary.close()
        self._next = array("I")

    def counts(self, documents: int) -> Counter[str]:
        """How often each symbol stands in the first so many documents."""
        found: Counter[int] = Counter()
        for held in self.documents[:documents]:
            found.update(held.symbols)
        return Counter({self.vocabulary.symbols[number]: count for number, count in found.items()})

    def _post(self, words: Iterable[int], hows: bytes) -> None:
        """Append the steps of a document that comes next."""
        at, following, postings = len(self.documents), self._next, self.postings
        for _ in range(len(postings), len(self.vocabulary.words)):
            postings.append(array("I"))
            following.append(0)
        for word, how in zip(words, hows, strict=True):
            postings[word].append(at - following[word] << HOW_BITS | how)
            following[word] = at + 1


def corpus(documents: Iterable[Document]) -> Corpus:
    """Documents as numbers, one after another: an iterator's are never all in memory at once."""
    found = Corpus()
    for document in documents:
        found.add(contribution(document, found.vocabulary))
    found.close()
    return found
