"""Documents as streams of symbol numbers: what snippets, phrases and (in a small index) postings are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.index.document import Document, Field
from generator.index.packing import string, varint, varints
from generator.index.symbols import Vocabulary, is_word, symbols

# The texts of ten hits come in ten files at worst: so small, they stay below 25 KB together.
_FILE = 2_500


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
        """The words of each passage, with its field."""
        pairs = zip(self.document.passages, self.passages, strict=True)
        return tuple((passage.field, tuple(s for s in stream if is_word(s))) for passage, stream in pairs)

    @cached_property
    def length(self) -> int:
        """Words of title and body: what scores are normalised by."""
        return sum(len(words) for field, words in self.words if field <= Field.BODY)

    @cached_property
    def title_length(self) -> int:
        """Words of the title."""
        return sum(len(words) for field, words in self.words if field is Field.TITLE)

    def packed(self, words: Vocabulary) -> bytes:
        """Address, number of passages; of each its field, anchor, number of symbols and their numbers."""
        out = bytearray(string(self.document.address) + varint(len(self.passages)))
        for passage, stream in zip(self.document.passages, self.passages, strict=True):
            out += varints((passage.field, passage.anchor, len(stream)))
            out += b"".join([words.codes[symbol] for symbol in stream])
        return bytes(out)


def coded(document: Document) -> Coded:
    """A document ready to be numbered."""
    return Coded(document)


def text_files(texts: Sequence[Coded], words: Vocabulary, whole: bool) -> Iterator[tuple[int, bytes]]:
    """Files of texts with the number of their first document: one file when whole, else small ones."""
    held, first = bytearray(), 0
    for number, text in enumerate(texts):
        data = text.packed(words)
        if held and not whole and len(held) + len(data) > _FILE:
            yield first, bytes(held)
            held, first = bytearray(), number
        held += data
    if texts:
        yield first, bytes(held)
