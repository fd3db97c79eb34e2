"""What the root of a search index says, read in Python: what every query needs, and how many documents there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.search import FORMAT, MAGIC, ROOT
from generator.search.spelling import Spelling

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
    aids = json.loads(_spelled(inner.take(inner.varint())))
    inner.take(inner.varint())
    inner.take(documents)
    for kind, count in aids["kinds"]:
        for _ in range(count if kind != "article" else 0):
            inner.varint()
    return Said(documents, tuple(shards), inner.take(1) == b"\1", aids)


def in_folder(folder: Path) -> Said:
    """Of an index in a folder."""
    return said({path.name: path.read_bytes() for path in folder.glob("*.bin")})


def _spelled(data: bytes) -> str:
    """What a code before it spells out, read letter by letter."""
    code = _Bytes(data)
    alphabet = code.take(code.varint()).decode()
    signs = ("", "other", *alphabet)
    tables = 2 + min(36, len(alphabet))
    nibbles = [n for byte in code.take(-(-tables * len(signs) // 2)) for n in (byte >> 4, byte & 15)]
    lengths = [dict(zip(signs, nibbles[at * len(signs) :], strict=False)) for at in range(tables)]
    codes = [{bits: sign for sign, bits in table.items()} for table in Spelling(alphabet, lengths).codes]
    bits = "".join(f"{byte:08b}" for byte in code.rest)
    text, at, end = "", 0, 0
    table = codes[0]
    while True:
        while bits[at:end] not in table:
            end += 1
        sign = table[bits[at:end]]
        at = end
        if sign == "":
            return text
        if sign == "other":
            at = end = end + 21
            sign = chr(int(bits[at - 21 : at], 2))
        text += sign
        place = alphabet[:36].find(sign)
        table = codes[place + 1 if place >= 0 else -1]


class _Bytes:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def take(self, length: int) -> bytes:
        taken, self._data = self._data[:length], self._data[length:]
        assert len(taken) == length
        return taken

    @property
    def rest(self) -> bytes:
        return self._data

    def varint(self) -> int:
        value = shift = 0
        while True:
            (byte,) = self.take(1)
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value
