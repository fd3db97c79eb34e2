"""The texts of documents in blocks of neighbours: what titles, snippets and phrases are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.search.bits import byte_bits, fixed, gamma, packed
from generator.search.corpus import CorpusDocument
from generator.search.symbols import Dictionary

# The texts of eight hits come in eight blocks at worst: so small, they stay below 50 KB together.
BLOCK = 5_000 * 8
FIELD_BITS = 3


class _SymbolCodes(dict[int, str]):
    """The bits of each symbol by its number."""

    def __init__(self, names: Sequence[str], dictionary: Dictionary) -> None:
        super().__init__()
        self._names = names
        self._dictionary = dictionary

    def __missing__(self, symbol: int) -> str:
        code = self[symbol] = self._dictionary.code(self._names[symbol])
        return code


class _Heads(dict[tuple[int, int, int], str]):
    """What a passage begins with: its field, how far on its anchor is, how many symbols it has."""

    def __missing__(self, told: tuple[int, int, int]) -> str:
        field, further, size = told
        head = self[told] = fixed(field, FIELD_BITS) + gamma(either_sign(further) + 1) + gamma(size + 1)
        return head


class Writer:
    """Documents to blocks, by a dictionary; `names` are the symbols by number."""

    def __init__(self, names: Sequence[str], dictionary: Dictionary) -> None:
        self._codes = _SymbolCodes(names, dictionary)
        self._heads = _Heads()

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
        codes, heads = list(map(self._codes.__getitem__, held.symbols)), self._heads
        out = [gamma(len(held.fields) + 1)]
        anchor = start = 0
        for field, own, size in zip(held.fields, held.anchors, held.sizes, strict=True):
            out.append(heads[field, own - anchor, size])
            out += codes[start : start + size]
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
