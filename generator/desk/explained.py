"""Reads what `explain --json` printed and the pages that `generate` wrote, as one side of a comparison."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from generator.desk.diff import Side
from generator.model.fault import CommandError

_SUFFIXES = frozenset({".json", ".jsonl"})
_SPACE = re.compile(r"\s*")
# Explain nests eight deep; what is far deeper would end the comparison half-way.
_DEEPEST = 100


class DiffError(CommandError):
    """What cannot be compared."""


def read_side(path: Path) -> Side:
    """What a file, or every .json and .jsonl file of a folder, says of texts. Raises DiffError, OSError."""
    whole = path.is_dir()
    files = sorted(file for file in path.iterdir() if file.suffix in _SUFFIXES) if whole else [path]
    if not files:
        raise DiffError("diff.no-file", path=path, file=path / "all.jsonl")
    found = _by_name(files)
    if not found:  # what a command leaves that failed: two of them would not differ
        raise DiffError("diff.nothing", path=path, file=files[0])
    return Side(found, {})


def read_pages(docs: Path) -> dict[str, list[str]]:
    """The lines of each article's page below a docs folder, without its front matter."""
    found = sorted(docs.glob("articles/*/index.md"))
    return {path.relative_to(docs).as_posix(): _below(path.read_text("utf-8")).splitlines() for path in found}


def _below(page: str) -> str:
    """A page below its front matter."""
    return page.partition("\n---\n")[2] if page.startswith("---\n") else page


def _by_name(files: list[Path]) -> dict[str, dict[str, Any]]:
    """The records of some files by the name of the text that each is about."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for where, record in (each for file in files for each in _records(file)):
        name = PurePath(record["file"]).name
        if name in found:
            raise DiffError("diff.twice", where=where, name=name, other=found[name][0])
        found[name] = where, record
    return {name: record for name, (_, record) in found.items()}


def _records(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of a file with where it begins: one a line, as printed, or laid out by another tool."""
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DiffError("diff.no-text", file=file, byte=error.start + 1) from error
    line, at = 1, 0
    while (begin := _begin(text, at)) < len(text):
        line += text.count("\n", at, begin)
        value, at = _value(file, line, text, begin)
        if not isinstance(value, dict) or not isinstance(value.get("file"), str):
            raise DiffError("diff.no-object", file=file, line=line)
        if _deeper(value, _DEEPEST):
            raise _too_deep(file, line)
        yield f"{file}:{line}", value
        line += text.count("\n", begin, at)


def _begin(text: str, at: int) -> int:
    """Where the next object begins."""
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _value(file: Path, line: int, text: str, at: int) -> tuple[Any, int]:
    try:
        value, end = json.JSONDecoder().raw_decode(text, at)
        json.dumps(value, ensure_ascii=False).encode()  # half a character, as JSON can spell it, could not be printed
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" at")
        raise DiffError("diff.no-json", file=file, line=error.lineno, reason=reason) from error
    except ValueError as error:
        raise DiffError("diff.no-value", file=file, line=line, reason=error) from error
    except RecursionError as error:
        raise _too_deep(file, line) from error
    return value, end


def _deeper(value: Any, most: int) -> bool:
    """True where values lie within values more than so many deep."""
    held = [value]
    for _ in range(most):
        within = (x.values() if isinstance(x, dict) else x for x in held if isinstance(x, dict | list))
        held = [x for each in within for x in each]
    return bool(held)


def _too_deep(file: Path, line: int) -> DiffError:
    return DiffError("diff.deep", file=file, line=line)
