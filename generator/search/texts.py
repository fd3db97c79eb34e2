"""Documents as streams of symbol numbers: what snippets, phrases and (in a small index) postings are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.search.bits import Bits
from generator.search.document import Document, Field
from generator.search.symbols import Vocabulary, is_word, symbols

# The texts of ten hits come in ten files at worst: so small, they stay below 25 KB together.
_FILE = 2_500
_FIELD_BITS = 3


@dataclass(frozen=True)
class Coded:
    """A document with its passages cut into symbols."""

    document: Document

    @cached_property
    def passages(self) -> tuple[tuple[str, ...], ...]:
        """The symbols of each passage."""
        return tuple(symbols(passage.text) for passage in self.document.passages)

    @property
    def symbols(self) -> Iterator[str]:
        """All symbols in order."""
        for passage in self.passages:
            yield from passage

    @cached_property
    def words(self) -> tuple[tuple[Field, tuple[str, ...]], ...]:
        """The words of each passage that is searched, with its field."""
        pairs = zip(self.document.passages, self.passages, strict=True)
        searched = ((passage.field, stream) for passage, stream in pairs if passage.field is not Field.SAID)
        return tuple((field, tuple(s for s in stream if is_word(s))) for field, stream in searched)

    @cached_property
    def length(self) -> int:
        """Words of title and body: what scores are normalised by."""
        return sum(len(words) for field, words in self.words if field <= Field.BODY)

    @cached_property
    def title_length(self) -> int:
        """Words of the title."""
        return sum(len(words) for field, words in self.words if field is Field.TITLE)

    def packed(self, words: Vocabulary) -> Bits:
        """Address, number of passages; of each its field, anchor, number of symbols and their numbers."""
        out = Bits()
        out.string(self.document.address)
        out.gamma(len(self.passages) + 1)
        for passage, stream in zip(self.document.passages, self.passages, strict=True):
            out.put(passage.field, _FIELD_BITS)
            out.gamma(passage.anchor + 1)
            out.gamma(len(stream) + 1)
            out.run("".join([words.codes[symbol] for symbol in stream]))
        return out


def coded(document: Document) -> Coded:
    """A document ready to be numbered."""
    return Coded(document)


def text_files(texts: Sequence[Coded], words: Vocabulary, whole: bool) -> Iterator[tuple[int, bytes]]:
    """Files of texts with the number of their first document: one file when whole, else small ones.

    In a file: one more than the number of its documents, and they.
    """
    held: list[Bits] = []
    first = size = 0
    for number, text in enumerate(texts):
        bits = text.packed(words)
        if held and not whole and size + bits.length > _FILE * 8:
            yield first, _file(held)
            held, first, size = [], number, 0
        held.append(bits)
        size += bits.length
    if texts:
        yield first, _file(held)


def _file(documents: Sequence[Bits]) -> bytes:
    out = Bits()
    out.gamma(len(documents) + 1)
    for bits in documents:
        out.append(bits)
    return out.packed()
