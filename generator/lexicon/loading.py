"""Reads YAML into checked records; every fault names its file and field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

R = TypeVar("R", bound=BaseModel)

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LexiconError(Exception):
    """A lexicon that cannot be used; the message names file, field and what is wrong."""


class Record(BaseModel):
    """The base of every YAML record: frozen, strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises LexiconError with the line of a syntax error, in one line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_SafeLoader)  # noqa: S506  safe, in C where it can be
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError, yaml.YAMLError) as error:  # a day that no calendar has is a ValueError
        raise LexiconError(f"{path}: {' '.join(str(error).split())}") from error


def read_mapping(path: Path) -> dict[str, Any]:
    """The content of a YAML file that maps names to something. Raises LexiconError."""
    value = read_yaml(path)
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise LexiconError(f"{path}: a mapping of names is needed")
    return value


def read_record(path: Path, kind: type[R]) -> R:
    """A YAML file as a record of a kind. Raises LexiconError."""
    return to_record(read_yaml(path), kind, str(path))


def to_record(value: Any, kind: type[R], where: str) -> R:
    """A value as a record of a kind; `where` stands first in the message of a LexiconError."""
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "(whole file)"
        raise LexiconError(f"{where}: {field}: {first['msg']}") from error


def records(folder: Path, kind: type[R]) -> Iterator[tuple[str, R]]:
    """Every `*.yml` of a folder as (file name without suffix, record), sorted by name. Raises LexiconError."""
    for path in sorted(folder.glob("*.yml")):
        yield path.stem, read_record(path, kind)
