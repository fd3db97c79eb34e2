"""Bits that take as little room as they are likely: a range coder whose chances are learned from what came before.

Of each bit two contexts tell how often it was one, a near and a far one; who reads them learns the same chances in the
same order. All is reckoned in whole numbers, so that every machine and docs/assets/search/coder.js agree.
"""

from __future__ import annotations

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


class Coder:
    """Takes bits with their contexts; `packed` gives the bytes."""

    def __init__(self, letters: Iterable[str] = ()) -> None:
        """With the letters of all words that will come: how many, and how far the code point of each is on."""
        self._out = bytearray()
        self._low, self._range = 0, _WORD
        self._chances = [_HALF] * (1 << _SLOT_BITS)
        self._times = [0] * (1 << _SLOT_BITS)
        points = sorted(map(ord, set(letters)))
        self._letters = {chr(point): number for number, point in enumerate(points, start=1)}
        self._width = len(points).bit_length()
        self.number(0, len(points))
        for before, point in zip([0, *points], points, strict=False):
            self.number(0, point - before)

    def bit(self, near: int, far: int, bit: int) -> None:
        """A bit in two contexts."""
        self.tree(near, far, bit, 1)

    def tree(self, near: int, far: int, value: int, width: int) -> None:
        """A number of so many bits, each in two contexts and what came of the number.

        The chance of a one is what both have learned, of 65,536. All in one loop: it runs a million times.
        """
        chances, times, node = self._chances, self._times, 1
        for left in range(width - 1, -1, -1):
            bit = value >> left & 1
            one, two = ((near + node) * _MIXER & _WORD) >> _SHIFT, ((far + node) * _MIXER & _WORD) >> _SHIFT
            less, more = times[one], _FAR * times[two]
            chance = (less * chances[one] + more * chances[two]) // (less + more) if less + more else _HALF
            bound = (self._range >> _CHANCE_BITS) * (_LEAST if chance < _LEAST else min(chance, _MOST))
            if bit:
                self._range = bound
            else:
                self._low += bound
                self._range -= bound
            if self._range < _NARROW:
                self._widen()
            for slot in (one, two):
                learned = times[slot]
                chances[slot] += 2 * (bit * _SURE - chances[slot]) // (2 * learned + 3)
                if learned < _LEARNED:
                    times[slot] = learned + 1
            node = node << 1 | bit

    def plain(self, value: int, width: int) -> None:
        """Bits of which nothing is known, so many at once as the range has room for."""
        while width > 0:
            some = min(width, _CHANCE_BITS)
            width -= some
            self._range >>= some
            self._low += (value >> width & (1 << some) - 1) * self._range
            self._widen()

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
            self.tree(mixed(LETTER, last), mixed(PAIR, last << 16 | before), number, self._width)
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

    def _widen(self) -> None:
        while self._range < _NARROW:
            self._carry()
            self._out.append(self._low >> 24)
            self._low = self._low << 8 & _WORD
            self._range <<= 8

    def _carry(self) -> None:
        at = len(self._out) - 1
        if self._low > _WORD:
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
