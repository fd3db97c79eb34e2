"""Numbers and strings as bytes, and names that tell a file's content."""

from __future__ import annotations

import zlib

_SEVEN = 7
_LOW = 0x7F
_MORE = 0x80


def varint(number: int) -> bytes:
    """A number from 0 in LEB128: seven bits a byte, lowest first, the high bit set on all but the last."""
    if number <= _LOW:
        return bytes((number,))
    out = bytearray()
    while number > _LOW:
        out.append(number & _LOW | _MORE)
        number >>= _SEVEN
    out.append(number)
    return bytes(out)


def string(text: str) -> bytes:
    """A string as the length of its UTF-8 and its UTF-8; a lone surrogate becomes a question mark."""
    data = text.encode("utf-8", errors="replace")
    return varint(len(data)) + data


def crc(data: bytes) -> bytes:
    """The CRC-32 of a file's bytes in four, highest first: what an index keeps of another file's name."""
    return zlib.crc32(data).to_bytes(4, "big")


def hashed(text: str) -> int:
    """FNV-1a in 32 bits over the code points of a text, as `hashed` of docs/assets/search/stems.js."""
    value = 0x811C9DC5
    for letter in text:
        value = (value ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return value


def file_name(kind: str, data: bytes, number: int | None = None) -> str:
    """The name of a file: what it is, its place among its kind where it has one, the CRC-32 of its bytes."""
    place = "" if number is None else f"{number}-"
    return f"{kind}-{place}{crc(data).hex()}.bin"
