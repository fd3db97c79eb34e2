"""JSON Schemas of the files of a lexicon, made from the records that read them; and the line that names one to editors.

Each says of an entry what its record says, or that it takes another away.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from generator.lexicon.layer import KINDS, Removal
from generator.lexicon.layout import CHRONOLOGY, SEARCH

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
NAMES: Mapping[str, str] = {kind: PurePosixPath(kind).stem for kind in KINDS}
"""What the schema of each kind of file is called: `themes/groups` has that of `groups`."""


def lexicon_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file by its name."""
    return {NAMES[kind]: _schema(kind, record) for kind, record in KINDS.items()}


def schema_file_name(name: str) -> str:
    """The file of a schema in the folder of schemas."""
    return f"{name}.schema.json"


def schema_line(kind: str, home: str) -> str:
    """The first line of a file of a kind, by which editors know its schema. `home`: the way to the folder of schemas,
    from the folder of that file or from anywhere as a web address; without a slash at its end.
    """
    return f"# yaml-language-server: $schema={home}/{schema_file_name(NAMES[kind])}\n"


def _schema(kind: str, record: type[BaseModel]) -> dict[str, Any]:
    head = {"$schema": _DRAFT, "title": f"Mujaz lexicon: {kind}"}
    if kind == SEARCH:
        return {**record.model_json_schema(), **head}
    definitions: dict[str, Any] = {}
    made, removal = (_defined(each, definitions) for each in (record, Removal))
    gone = {**removal, "required": ["id", "remove"]} if kind == CHRONOLOGY else removal
    entry = {"if": {"type": "object", "required": ["remove"]}, "then": gone, "else": made}
    if kind == CHRONOLOGY:
        return {**head, "type": "array", "items": entry, "$defs": definitions}
    return {**head, **entry, "$defs": definitions}


def _defined(record: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record; what it holds goes to the definitions of the whole."""
    made = record.model_json_schema()
    definitions |= made.pop("$defs", {})
    return made
