"""The shapes of an article as it is published: what `explain --json` prints, and what its data file holds.

Field names are a contract: fields may be added, none renamed. What is said of each fact follows from the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, make_dataclass
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from generator.model import Basis, Level, Verdict
from generator.model.declared import Declared


@dataclass(frozen=True)
class ProblemRecord:
    """Something to look at, in English and in Arabic."""

    level: Level
    line: int | None
    rule: str
    message: str
    remedy: str
    message_ar: str
    remedy_ar: str


@dataclass(frozen=True)
class Origin:
    """What an article was read from, and what it is called; no hash where a name of its text is withheld."""

    file: str
    sha256: str | None
    encoding: str
    language: str
    title: str | None
    title_basis: Basis | None


@dataclass(frozen=True)
class About(Origin):
    """What is said of an article beside its facts; its title is one of them, in four keys.

    repairs: what was mended in the file's text before its lines were counted, by name, and how often;
    declared: what the file says of itself beside its text, used or not.
    """

    format: str
    repairs: Mapping[str, int]
    declared: Declared | None
    title_line: int | None
    title_rule: str | None
    problems: tuple[ProblemRecord, ...]


@dataclass(frozen=True)
class LineRecord:
    """A line's verdict and the rule that gave it."""

    line: int
    verdict: Verdict
    rule: str


@dataclass(frozen=True)
class Lines:
    """Every line of a source, and which of them readers get."""

    lines: tuple[LineRecord, ...]
    body_lines: tuple[int, ...]


def shape(name: str, *parts: type[Any], facts: Mapping[str, Any]) -> Any:
    """A record of some parts, and of facts by name and type."""
    return make_dataclass(name, facts.items(), bases=parts, frozen=True, kw_only=True)


class _Whole(GenerateJsonSchema):
    """Every key of a record is there, whatever its value, but one that is left out where it is empty."""

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002  the parent's
        return "serialization_exclude_if" not in field


def schema_of(adapter: TypeAdapter[Any], title: str) -> dict[str, Any]:
    """The JSON Schema of a record, as its adapter writes it."""
    found = adapter.json_schema(mode="serialization", schema_generator=_Whole)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found, "title": title}
