"""Where a word stands, as bits: of each document the gap to the one before and how the word stands there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.search.bits import Bits, low_bits
from generator.search.corpus import COUNT_SHIFT, HOW_BITS
from generator.search.document import Field

_HOW = (1 << HOW_BITS) - 1
_ONCE = 1 << Field.BODY | 1 << COUNT_SHIFT
# Ways to stand in a document with the bits that say them; after those of any other follow its eight.
_USUAL = {_ONCE: (0b0, 1), _ONCE | 1 << Field.LEDE: (0b10, 2), _ONCE + (1 << COUNT_SHIFT): (0b110, 3)}
_UNUSUAL = (0b111, 3)


def room(documents: int) -> int:
    """The documents as gaps are told among: a power of two, so that one article more leaves most lists as they are."""
    return 1 << max(0, documents - 1).bit_length()


def packed(entries: Sequence[int], total: int) -> Bits:
    """How many documents, then each, among `total`."""
    out = Bits()
    out.gamma(len(entries))
    low = low_bits(total, len(entries))
    before = -1
    for entry in entries:
        number, how = entry >> HOW_BITS, entry & _HOW
        out.rice(number - before - 1, low)
        out.put(*_USUAL.get(how, _UNUSUAL))
        if how not in _USUAL:
            out.put(how, HOW_BITS)
        before = number
    return out
