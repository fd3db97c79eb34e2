"""Every piece of evidence inside a value, whatever record holds it, so that no field can forget to show its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
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


def each_evidence(value: Any, change: Callable[[Evidence], Evidence]) -> Any:
    """A value with every piece of evidence in it changed."""
    if isinstance(value, Evidence):
        return change(value)
    if isinstance(value, tuple | list):
        return type(value)(each_evidence(part, change) for part in value)
    if isinstance(value, Mapping):
        return {name: each_evidence(part, change) for name, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{name: each_evidence(getattr(value, name), change) for name in _names(type(value))})
    return value


@cache
def _names(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))
