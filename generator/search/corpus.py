"""Documents as numbers: each symbol and each word in match form once, texts and postings as arrays of their numbers.

Thirty thousand articles have nine million symbols; as strings in tuples these take gigabytes.
"""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from operator import sub

from generator.model.kept import NOTHING_KEPT, Kept
from generator.search.contribution import Contribution, contributions
from generator.search.document import Document, Promised
from generator.search.vocabulary import Vocabulary, remember_words, remembered

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

    def told(self, names: Sequence[str]) -> tuple[object, ...]:
        """All of its texts: address, passages, symbols."""
        symbols = [names[symbol] for symbol in self.symbols]
        return self.document.address, self.fields, self.anchors, self.sizes, symbols


@dataclass
class Corpus:
    """All documents in order, their vocabulary, and for each word in match form its postings as steps.

    A step is how many documents are passed over since the one before, above a byte of fields (low 5 bits) and the
    count in the body (3).
    """

    documents: list[CorpusDocument] = field(default_factory=list)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    postings: list[array[int]] = field(default_factory=list)
    _facets: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    # Of each word the document that follows its last, above a byte of zeros.
    _nexts: list[int] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Words of all titles and bodies."""
        return sum(held.length for held in self.documents)

    def add(self, own: Contribution) -> None:
        """Take in what a document gives."""
        numbers = list(map(self.vocabulary.numbers.__getitem__, own.symbols))
        self._post(list(map(self.vocabulary.word_of.__getitem__, map(numbers.__getitem__, own.words))), own.hows)
        text = array("I", list(map(numbers.__getitem__, own.text)))
        # Articles are filtered by the same things again and again: one pair for all takes a sixth less memory.
        facets = tuple(map(self._facets.setdefault, own.document.facets, own.document.facets))
        document = replace(own.document, facets=facets)
        self.documents.append(
            CorpusDocument(document, own.fields, own.anchors, own.sizes, text, own.length, own.title_length)
        )

    def close(self) -> None:
        """Nothing more is added: what new texts would be read by goes, a tenth of all memory."""
        self.vocabulary.close()
        self._nexts, self._facets = [], {}

    def counts(self, documents: int) -> Counter[str]:
        """How often each symbol stands in the first so many documents."""
        found: Counter[int] = Counter()
        for held in self.documents[:documents]:
            found.update(held.symbols)
        return Counter({self.vocabulary.symbols[number]: count for number, count in found.items()})

    def _post(self, words: Sequence[int], hows: bytes) -> None:
        """Append the steps of a document that comes next: a million, so no step of Python's for each."""
        postings, nexts = self.postings, self._nexts
        more = len(self.vocabulary.words) - len(postings)
        postings += (array("I") for _ in range(more))
        nexts += repeat(0, more)
        at = len(self.documents) << HOW_BITS
        steps = map(sub, map(at.__or__, hows), map(nexts.__getitem__, words))
        _all(map(array.append, map(postings.__getitem__, words), steps))
        _all(map(nexts.__setitem__, words, repeat(at + (1 << HOW_BITS))))


def _all(done: Iterable[None]) -> None:
    deque(done, maxlen=0)


def corpus(documents: Iterable[Document | Promised], kept: Kept = NOTHING_KEPT) -> Corpus:
    """Documents as numbers, one after another: an iterator's are never all in memory at once."""
    found = Corpus(vocabulary=remembered(kept))
    for own in contributions(documents, found.vocabulary, kept):
        found.add(own)
    remember_words(found.vocabulary, sum(map(bool, found.postings)), kept)
    found.close()
    return found
