"""The texts of documents in blocks of neighbours: what titles, snippets and phrases are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.search.bits import byte_bits, fixed, gamma, packed
from generator.search.corpus import CorpusDocument
from generator.search.symbols import Dictionary

# The texts of eight hits come in eight blocks at worst: so small, they stay below 50 KB together.
BLOCK = 5_000 * 8
FIELD_BITS = 3
_FIELDS = tuple(fixed(field, FIELD_BITS) for field in range(1 << FIELD_BITS))


class _SymbolCodes(dict[int, str]):
    """The bits of each symbol by its number."""

    def __init__(self, names: Sequence[str], dictionary: Dictionary) -> None:
        super().__init__()
        self._names = names
        self._dictionary = dictionary

    def __missing__(self, symbol: int) -> str:
        code = self[symbol] = self._dictionary.code(self._names[symbol])
        return code


class Writer:
    """Documents to blocks, by a dictionary; `names` are the symbols by number."""

    def __init__(self, names: Sequence[str], dictionary: Dictionary) -> None:
        self._codes = _SymbolCodes(names, dictionary)

    def blocks(self, documents: Sequence[CorpusDocument]) -> Iterator[tuple[int, bytes]]:
        """How many documents a block holds, and its bytes."""
        held: list[str] = []
        size, before = 0, b""
        for document in documents:
            own, text = document.document.address.encode("utf-8", "replace"), self._text(document)
            bits = _address(before, own) + text
            if held and size + len(bits) > BLOCK:
                yield len(held), _block(held)
                held, size = [], 0
                bits = _address(b"", own) + text
            held.append(bits)
            size += len(bits)
            before = own
        if held:
            yield len(held), _block(held)

    def _text(self, held: CorpusDocument) -> str:
        """Of each passage its field, how far on its anchor is, its symbols."""
        out, codes = [gamma(len(held.fields) + 1)], self._codes.__getitem__
        anchor = start = 0
        for field, own, size in zip(held.fields, held.anchors, held.sizes, strict=True):
            out += _FIELDS[field], gamma(either_sign(own - anchor) + 1), gamma(size + 1)
            out += map(codes, held.symbols[start : start + size])
            anchor, start = own, start + size
        return "".join(out)


def either_sign(number: int) -> int:
    """A number of either sign as one from 0, by turns: 0, -1, 1, -2 are 0, 1, 2, 3."""
    return 2 * number if number >= 0 else -2 * number - 1


def _address(before: bytes, own: bytes) -> str:
    """An address front-coded in bytes."""
    shared = 0
    while shared < min(len(before), len(own)) and before[shared] == own[shared]:
        shared += 1
    return gamma(shared + 1) + gamma(len(own) - shared + 1) + byte_bits(own[shared:])


def _block(documents: Sequence[str]) -> bytes:
    return packed(gamma(len(documents) + 1) + "".join(documents))
