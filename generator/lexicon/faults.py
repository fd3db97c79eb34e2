"""What is wrong with the values of a record, by rule, place and what would be right; whichever layer holds it.

Each fault has a rule of data/wording/problems/lexicon.yml, and plain English for a lexicon of the generator's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from generator.reading.handwritten import Path, most_like

_PREFIX = "lexicon-"
# What pydantic calls a fault, by what it comes to for whoever typed the value.
_RULES = {
    "missing": "missing-key",
    "literal_error": "choice",
    "string_type": "text",
    "string_too_short": "short",
    "bool_type": "yes-no",
    "bool_parsing": "yes-no",
    "tuple_type": "list",
    "list_type": "list",
    "too_short": "short-list",
    "too_long": "value",
    "model_type": "mapping",
    "dict_type": "mapping",
    **dict.fromkeys(
        ("int_type", "int_parsing", "int_from_float", "float_type", "float_parsing", "finite_number"), "number"
    ),
    **dict.fromkeys(("greater_than", "greater_than_equal", "less_than", "less_than_equal"), "number"),
}
# The forms that a text may have to have, each told by an example.
_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "id",
    r"^[A-Z]{2}$": "country",
    r"^\d{4}-\d{2}-\d{2}$": "day",
    r"^\d{4}-\d{2}(-\d{2})?$": "day",
}

# Keys whose want has a reason of its own.
_NEEDED = {"roles": "no-role"}


@dataclass(frozen=True)
class ValueFault:
    """A value that cannot stand: where, by which rule, what fills in the wording, and the same in plain English."""

    place: Path
    rule: str = ""
    values: tuple[tuple[str, str], ...] = ()
    said: str = ""


def wrong(rule: str, said: str, **values: object) -> PydanticCustomError:
    """What a record raises that finds itself contradictory; `rule` is one of the wording's, without its prefix."""
    return PydanticCustomError(_PREFIX + rule, said, values or None)


def value_faults(error: ValidationError, kind: type[BaseModel]) -> Iterator[ValueFault]:
    """Every fault of a record of a kind, but for those that another one explains."""
    faults = [_fault(found, kind) for found in error.errors()]
    meant = {(*fault.place[:-1], near) for fault in faults for name, near in fault.values if name == "nearest"}
    for fault in faults:
        short = fault.rule.removeprefix(_PREFIX) in ("short-list", *_NEEDED.values())
        counted = short and any(x.place[: len(fault.place)] == fault.place for x in faults if x is not fault)
        if not counted and not (fault.rule == f"{_PREFIX}missing-key" and fault.place in meant):
            yield fault


def _fault(found: Mapping[str, Any], kind: type[BaseModel]) -> ValueFault:
    place = tuple(part for part in found["loc"] if part != "[key]")
    key = str(next((part for part in reversed(place) if isinstance(part, str)), ""))
    if found["type"] == "extra_forbidden":
        return _unknown(place, key, keys_at(kind, place[:-1]))
    if found["type"].startswith(_PREFIX):
        context = {name: str(value) for name, value in (found.get("ctx") or {}).items()}
        return ValueFault(place, found["type"], tuple(({"key": key} | context).items()), found["msg"])
    rule = _RULES.get(found["type"], "value")
    if found["type"] == "missing" and place and isinstance(place[-1], int):
        rule = "short-list"
    if rule == "text" and isinstance(found["input"], dict):
        rule = "braces"  # {name} without quotation marks
    if key in _NEEDED and found["type"] in ("missing", "too_short"):
        rule = _NEEDED[key]
    if found["type"] == "string_pattern_mismatch":
        rule = _FORMS.get(found["ctx"]["pattern"], "value")
    expected = str((found.get("ctx") or {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    values = {"key": key or "-", "expected": expected}
    return ValueFault(place, _PREFIX + rule, tuple(values.items()), found["msg"])


def _unknown(place: Path, key: str, keys: tuple[str, ...]) -> ValueFault:
    """A key that means nothing. It is told only where it is like a valid one, for it may be somebody's name."""
    near = most_like(key.lower(), keys)
    known = ("keys", ", ".join(keys))
    if not near:
        return ValueFault(place, f"{_PREFIX}strange-key", (known,), f"no such key; there are {known[1]}")
    values = (("key", key), ("nearest", near), known)
    return ValueFault(place, f"{_PREFIX}unknown-key", values, f"no such key; the nearest is {near}")


def keys_at(kind: type[BaseModel] | None, place: Path) -> tuple[str, ...]:
    """The keys that a record, or what stands at a place in it, may have."""
    for name in (part for part in place if isinstance(part, str)):
        fields = {field.alias or own: field for own, field in (kind.model_fields if kind else {}).items()}
        kind = _record_in(fields[name].annotation) if name in fields else None
    return tuple(field.alias or own for own, field in kind.model_fields.items()) if kind else ()


def _record_in(annotation: Any) -> type[BaseModel] | None:
    """The kind of record that a field holds, by itself or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def line_at(lines: Mapping[Path, int], place: Path) -> int | None:
    """The line of a value by its place, or of what it stands in."""
    return next((lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in lines), None)
