"""Bits that take as little room as they are likely: a range coder whose chances are learned from what came before.

Of each bit two contexts tell how often it was one, a near and a far one; who reads them learns the same chances in the
same order. All is reckoned in whole numbers, so that every machine and docs/assets/search/coder.js agree.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

_SLOT_BITS = 18
_WORD, _NARROW, _BYTE = 0xFFFFFFFF, 1 << 24, 0xFF
_MIXER, _SHIFT = 0x9E3779B1, 32 - _SLOT_BITS
_CHANCE_BITS = 16
_SURE, _HALF, _LEAST = (1 << _CHANCE_BITS) - 1, 1 << _CHANCE_BITS - 1, 32
_MOST = _SURE + 1 - _LEAST
# A context has learned as much as it may after so many bits; the far one counts four times as much as the near one.
_LEARNED, _FAR = 60, 4
_WIDTH_BITS = 5
_SHARED_BITS = 4
_LONG = 12
# What a context is of.
LETTER, PAIR, SHARED, LENGTH, NUMBER = range(5)


def mixed(kind: int, of: int) -> int:
    """A context as a number."""
    return (of * _MIXER + kind) * _MIXER & _WORD


class _Contexts(dict[int, tuple[int, int]]):
    """The contexts of a letter behind two others: the last of them, and both."""

    def __missing__(self, both: int) -> tuple[int, int]:
        found = self[both] = mixed(LETTER, both >> 16), mixed(PAIR, both)
        return found


class Coder:
    """Takes bits with their contexts; `packed` gives the bytes."""

    def __init__(self, letters: Iterable[str] = ()) -> None:
        """With the letters of all words that will come: how many, and how far the code point of each is on."""
        self._out = bytearray()
        self._low, self._range = 0, _WORD
        self._chances = array("H", [_HALF]) * (1 << _SLOT_BITS)
        self._times = bytearray(1 << _SLOT_BITS)
        points = sorted(map(ord, set(letters)))
        self._letters = {chr(point): number for number, point in enumerate(points, start=1)}
        self._width = len(points).bit_length()
        self._contexts = _Contexts()
        self.number(0, len(points))
        for before, point in zip([0, *points], points, strict=False):
            self.number(0, point - before)

    def bit(self, near: int, far: int, bit: int) -> None:
        """A bit in two contexts."""
        self.tree(near, far, bit, 1)

    def tree(self, near: int, far: int, value: int, width: int) -> None:
        """A number of so many bits, each in two contexts and what came of the number.

        The chance of a one is what both have learned, of 65,536. All in one loop of local names, for it runs a million
        times; where both contexts share a slot, the second learns on from the first.
        """
        chances, times, range_, node = self._chances, self._times, self._range, 1
        near, far = near * _MIXER & _WORD, far * _MIXER & _WORD
        for left in range(width - 1, -1, -1):
            further = node * _MIXER
            one, two = (near + further & _WORD) >> _SHIFT, (far + further & _WORD) >> _SHIFT
            less, more, own = times[one], _FAR * times[two], chances[one]
            chance = (less * own + more * chances[two]) // (less + more) if less + more else _HALF
            bound = (range_ >> _CHANCE_BITS) * (_LEAST if chance < _LEAST else min(chance, _MOST))
            bit = value >> left & 1
            if bit:
                range_ = bound
            else:
                self._low += bound
                range_ -= bound
            if range_ < _NARROW:
                range_ = self._widened(range_)
            towards = _SURE if bit else 0
            chances[one] = own + 2 * (towards - own) // (2 * less + 3)
            if less < _LEARNED:
                times[one] = less + 1
            less, own = times[two], chances[two]
            chances[two] = own + 2 * (towards - own) // (2 * less + 3)
            if less < _LEARNED:
                times[two] = less + 1
            node = node << 1 | bit
        self._range = range_

    def plain(self, value: int, width: int) -> None:
        """Bits of which nothing is known, so many at once as the range has room for."""
        while width > 0:
            some = min(width, _CHANCE_BITS)
            width -= some
            self._range >>= some
            self._low += (value >> width & (1 << some) - 1) * self._range
            self._range = self._widened(self._range)

    def number(self, kind: int, value: int) -> None:
        """A number from 0: how many bits follow the highest of one more, learned by kind, and these."""
        width = (value + 1).bit_length() - 1
        context = mixed(NUMBER, kind)
        self.tree(context, context, width, _WIDTH_BITS)
        self.plain(value + 1 - (1 << width), width)

    def word(self, word: str, shared: int = 0) -> None:
        """The letters of a word behind those that a reader knows, and its end."""
        numbers = [self._letters[letter] for letter in word]
        before, last = (0, 0, *numbers[:shared])[-2:]
        for number in (*numbers[shared:], 0):
            near, far = self._contexts[last << 16 | before]
            self.tree(near, far, number, self._width)
            before, last = last, number

    def after(self, before: str, word: str) -> None:
        """A word behind another: how many letters they share, 15 at most, and the rest."""
        shared = _shared(before, word)
        self.tree(mixed(SHARED, 0), mixed(LENGTH, min(len(before), _LONG)), shared, _SHARED_BITS)
        self.word(word, shared)

    def packed(self) -> bytes:
        """All bits as bytes."""
        self._carry()
        return bytes(self._out) + self._low.to_bytes(4, "big")

    def _widened(self, range_: int) -> int:
        """A range of so many bits as it needs, for each eight of which a byte is ready."""
        while range_ < _NARROW:
            self._carry()
            self._out.append(self._low >> 24)
            self._low = self._low << 8 & _WORD
            range_ <<= 8
        return range_

    def _carry(self) -> None:
        if self._low > _WORD:
            at = len(self._out) - 1
            while self._out[at] == _BYTE:
                self._out[at] = 0
                at -= 1
            self._out[at] += 1
            self._low &= _WORD


def coded(text: str) -> bytes:
    """A text as one long word."""
    out = Coder(text)
    out.word(text)
    return out.packed()


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    length = 0
    while length < min(len(one), len(other), (1 << _SHARED_BITS) - 1) and one[length] == other[length]:
        length += 1
    return length
