"""What the root of a search index says, read in Python: what every query needs, and how many documents there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.search import FORMAT, MAGIC, ROOT
from generator.search.coder import LETTER, NUMBER, PAIR, mixed

_CRC = 4


class Said(NamedTuple):
    """The documents' number, the names of the files of words, whether all comes whole, and the base's JSON."""

    documents: int
    shards: tuple[str, ...]
    whole: bool
    aids: dict[str, Any]


def said(files: Mapping[str, bytes]) -> Said:
    """Of an index's files by name."""
    root = _Bytes(files[ROOT])
    assert root.take(len(MAGIC)) == MAGIC
    assert root.varint() == FORMAT
    documents = root.varint()
    shards = []
    for number in range(root.varint()):
        root.take(root.varint())
        shards.append(f"words-{number}-{root.take(_CRC).hex()}.bin")
    size = root.varint()
    base = root.take(size) if size else files[f"base-{root.take(_CRC).hex()}.bin"]
    inner = _Bytes(base)
    aids = {**json.loads(_told(inner)), **json.loads(_told(inner))}
    inner.take(inner.varint())
    inner.take(documents)
    for kind, count in aids["kinds"]:
        for _ in range(count if kind != "article" else 0):
            inner.varint()
    return Said(documents, tuple(shards), inner.take(1) == b"\1", aids)


def in_folder(folder: Path) -> Said:
    """Of an index in a folder."""
    return said({path.name: path.read_bytes() for path in folder.glob("*.bin")})


def decoded(data: bytes) -> str:
    """A text that is coded as one long word."""
    return _Code(data).word()


def _told(base: _Bytes) -> str:
    return decoded(base.take(base.varint()))


class _Code:
    """Reads what a coder wrote, with the chances that it had."""

    def __init__(self, data: bytes) -> None:
        self._data = int.from_bytes(data, "big")
        self._left = 8 * (len(data) - 4)
        self._low, self._range = 0, 0xFFFFFFFF
        self._met: dict[int, tuple[int, int]] = {}
        self._letters, point = [""], 0
        for _ in range(self._number()):
            point += self._number()
            self._letters.append(chr(point))

    def word(self) -> str:
        """All letters up to the end."""
        word, width = [0, 0], (len(self._letters) - 1).bit_length()
        while letter := self._tree(mixed(LETTER, word[-1]), mixed(PAIR, word[-1] << 16 | word[-2]), width):
            word.append(letter)
        return "".join(self._letters[letter] for letter in word)

    def _number(self) -> int:
        context = mixed(NUMBER, 0)
        width = self._tree(context, context, 5)
        return (1 << width) + self._plain(width) - 1

    def _plain(self, width: int) -> int:
        value = 0
        while width:
            some = min(width, 16)
            self._range >>= some
            found = (self._code - self._low) // self._range
            self._narrow(found * self._range, self._range)
            value, width = value << some | found, width - some
        return value

    def _tree(self, near: int, far: int, width: int) -> int:
        node = 1
        for _ in range(width):
            one, two = (((context + node) * 0x9E3779B1 & 0xFFFFFFFF) >> 14 for context in (near, far))
            (chance, less), (other, more) = self._met.get(one, (1 << 15, 0)), self._met.get(two, (1 << 15, 0))
            blended = (less * chance + 4 * more * other) // (less + 4 * more) if less + more else 1 << 15
            bound = (self._range >> 16) * min(max(blended, 32), 65536 - 32)
            bit = int(self._code - self._low < bound)
            self._narrow(0 if bit else bound, bound if bit else self._range - bound)
            for slot in (one, two):
                chance, times = self._met.get(slot, (1 << 15, 0))
                self._met[slot] = chance + 2 * (bit * 65535 - chance) // (2 * times + 3), min(60, times + 1)
            node = node << 1 | bit
        return node - (1 << width)

    @property
    def _code(self) -> int:
        return self._data >> self._left

    def _narrow(self, below: int, share: int) -> None:
        self._low, self._range = self._low + below, share
        while self._range < 1 << 24:
            assert self._left, "the file ends too early"
            self._low, self._range, self._left = self._low << 8, self._range << 8, self._left - 8


class _Bytes:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def take(self, length: int) -> bytes:
        taken, self._data = self._data[:length], self._data[length:]
        assert len(taken) == length
        return taken

    def varint(self) -> int:
        value = shift = 0
        while True:
            (byte,) = self.take(1)
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value
