"""A source as bytes, and back: what was decoded once is not decoded again."""

from __future__ import annotations

from functools import cache

from msgspec import DecodeError, ValidationError
from msgspec.msgpack import Decoder, Encoder

from generator.model import Source

_WRITER = Encoder()
_reader = cache(lambda: Decoder(Source))


def coded_source(source: Source) -> bytes:
    """A source as bytes."""
    return _WRITER.encode(source)


def source_from(data: bytes | None) -> Source | None:
    """The source that some bytes are; None where there are none, or they are no source."""
    try:
        return _reader().decode(data) if data else None
    except (DecodeError, ValidationError):
        return None
