"""Every piece of evidence inside a value, whatever record holds it, so that no field can forget to show its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from generator.model import Evidence


def evidence_in(value: Any) -> Iterator[Evidence]:
    """All evidence that a value is or holds, in the order of its parts."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from evidence_in(part)
    elif isinstance(value, Mapping):
        yield from evidence_in(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _names(type(value)):
            yield from evidence_in(getattr(value, name))


@cache
def _names(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))
