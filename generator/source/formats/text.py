"""Plain text: decoded, and nothing else."""

from __future__ import annotations

from generator.reading.files import damage, decode
from generator.source.formats.reading import Content, Refusal


def read(data: bytes) -> Content | Refusal:
    """The text that some bytes are."""
    found = decode(data)
    if found:
        return Content(*found)
    first = damage(data)
    return Refusal("seed-undecodable") if first is None else Refusal("seed-damaged", (("first", str(first)),), first)
