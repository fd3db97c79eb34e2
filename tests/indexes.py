"""What the root of a search index says, read in Python: what every query needs, and how many documents there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.search import FORMAT, MAGIC, ROOT

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
    aids = json.loads(inner.take(inner.varint()))
    inner.take(documents)
    for kind, count in aids["kinds"]:
        for _ in range(count if kind != "article" else 0):
            inner.varint()
    return Said(documents, tuple(shards), inner.take(1) == b"\1", aids)


def in_folder(folder: Path) -> Said:
    """Of an index in a folder."""
    return said({path.name: path.read_bytes() for path in folder.glob("*.bin")})


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
