"""The texts of documents in blocks of neighbours: what titles, snippets and phrases are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.search.bits import Bits
from generator.search.corpus import CorpusDocument
from generator.search.symbols import Dictionary

# The texts of eight hits come in eight blocks at worst: so small, they stay below 50 KB together.
BLOCK = 5_000 * 8
FIELD_BITS = 3


class Writer:
    """Documents to blocks, by a dictionary; `names` are the symbols by number."""

    def __init__(self, names: Sequence[str], dictionary: Dictionary) -> None:
        self._codes: list[str] = [""] * len(names)
        self._names = names
        self._dictionary = dictionary

    def blocks(self, documents: Sequence[CorpusDocument]) -> Iterator[tuple[int, bytes]]:
        """How many documents a block holds, and its bytes."""
        held: list[Bits] = []
        size, before = 0, ""
        for document in documents:
            bits = self._document(document, before)
            if held and size + bits.length > BLOCK:
                yield len(held), _block(held)
                held, size = [], 0
                bits = self._document(document, "")
            held.append(bits)
            size += bits.length
            before = document.document.address
        if held:
            yield len(held), _block(held)

    def _document(self, held: CorpusDocument, before: str) -> Bits:
        """Address, front-coded in bytes; of each passage its field, how far on its anchor is, its symbols."""
        out = Bits()
        _address(out, before.encode("utf-8", "replace"), held.document.address.encode("utf-8", "replace"))
        out.gamma(len(held.pieces) + 1)
        anchor = 0
        for piece in held.pieces:
            out.put(piece.field, FIELD_BITS)
            out.gamma(either_sign(piece.anchor - anchor) + 1)
            anchor = piece.anchor
            out.gamma(len(piece.symbols) + 1)
            out.run("".join([self._codes[symbol] or self._code(symbol) for symbol in piece.symbols]))
        return out

    def _code(self, symbol: int) -> str:
        code = self._codes[symbol] = self._dictionary.code(self._names[symbol])
        return code


def either_sign(number: int) -> int:
    """A number of either sign as one from 0, by turns: 0, -1, 1, -2 are 0, 1, 2, 3."""
    return 2 * number if number >= 0 else -2 * number - 1


def _address(out: Bits, before: bytes, own: bytes) -> None:
    shared = 0
    while shared < min(len(before), len(own)) and before[shared] == own[shared]:
        shared += 1
    out.gamma(shared + 1)
    out.gamma(len(own) - shared + 1)
    for byte in own[shared:]:
        out.put(byte, 8)


def _block(documents: Sequence[Bits]) -> bytes:
    out = Bits()
    out.gamma(len(documents) + 1)
    for bits in documents:
        out.append(bits)
    return out.packed()
