"""Where a word stands, as bits: of each document the gap to the one before and how the word stands there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.search.bits import fixed, gamma, low_bits, rice
from generator.search.contribution import COUNT_SHIFT
from generator.search.corpus import HOW_BITS
from generator.search.document import Field

_HOW = (1 << HOW_BITS) - 1
_ONCE = 1 << Field.BODY | 1 << COUNT_SHIFT
# Ways to stand in a document with the bits that say them; after those of any other follow its eight.
_USUAL = {_ONCE: "0", _ONCE | 1 << Field.LEDE: "10", _ONCE + (1 << COUNT_SHIFT): "110"}
_UNUSUAL = "111"
_WAYS = tuple(_USUAL.get(how, _UNUSUAL + fixed(how, HOW_BITS)) for how in range(_HOW + 1))
# Steps whose bits are kept for each number of low bits: of 5,000 articles all, of more not too many at once.
_MOST = 1 << 15


def room(documents: int) -> int:
    """The documents as gaps are told among: a power of two, so that one article more leaves most lists as they are."""
    return 1 << max(0, documents - 1).bit_length()


class _Steps(dict[int, str]):
    """The bits of steps with so many low bits: most are met again and again."""

    def __init__(self, low: int) -> None:
        super().__init__()
        self._low = low

    def __missing__(self, step: int) -> str:
        if len(self) == _MOST:
            self.clear()
        bits = self[step] = rice(step >> HOW_BITS, self._low) + _WAYS[step & _HOW]
        return bits


class _Lists(dict[int, tuple[str, _Steps]]):
    """Of lists of so many documents what they begin with, and the bits of their steps."""

    def __init__(self, total: int) -> None:
        super().__init__()
        self._total = total
        self._steps: dict[int, _Steps] = {}

    def __missing__(self, documents: int) -> tuple[str, _Steps]:
        low = low_bits(self._total, documents)
        found = self[documents] = gamma(documents), self._steps.setdefault(low, _Steps(low))
        return found


class Postings:
    """Lists of steps to bits, among the documents of one index."""

    def __init__(self, documents: int) -> None:
        self._lists = _Lists(room(documents))

    def bits(self, steps: Sequence[int]) -> str:
        """How many documents, then each."""
        many, known = self._lists[len(steps)]
        return many + "".join(map(known.__getitem__, steps))
