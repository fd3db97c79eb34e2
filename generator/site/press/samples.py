"""Samples: pages of no words but marks, one set for each key, by which the engine shows how it frames such a page.

A sample has the front matter of a real page of its key, each string of it replaced by a mark: a mark that the frame
prints and no place is known for spoils the shell, so that nothing of one page ever stands on another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.site.press.frame import (
    DECIDING,
    ROWS,
    TEXTS,
    WAYS,
    Path,
    Row,
    Surroundings,
    at,
    frame,
    page_url,
    shown_place,
)
from generator.site.press.shell import BODY, TELLING

# What no frame may print: a mark for each string, and a number for each number, that stands in no table of places.
SPOILING = "mzspoils"
_NUMBER = 918273645
_INDEX = "index.md"


@dataclass(frozen=True)
class Sample:
    """A page of marks: its file, its Markdown, and what its frame is filled with."""

    file: str
    markdown: str
    values: Mapping[str, str | Sequence[Row]]


def sample(mark: str, rows: int, file: str, said: Mapping[str, Any], around: Surroundings) -> Sample | None:
    """The sample of a page's key whose marks begin with `mark`; None where its frame is another than the page's."""
    where = sample_file(file, mark, around)
    marked = _marked(said, mark, rows)
    own, real = frame(where, marked, around), frame(file, said, around)
    if own is None or real is None or own.key != real.key:
        return None
    body = f"<div><h1>{mark}body</h1></div>"
    written = f"---\n{json.dumps(marked, ensure_ascii=False)}\n---\n\n{body}\n"
    return Sample(where, written, {**own.values, BODY: body})


def sample_file(file: str, mark: str, around: Surroundings) -> str:
    """Where a sample lies: where its page does, all folders that frames may not show marked."""
    url = page_url(file) or ""
    kept, depth = shown_place(url, around.links)
    shown = kept.split("/") if kept else []
    return "/".join([*shown, *(f"{mark}f{x}" for x in range(depth - len(shown))), _INDEX])


def _marked(said: Mapping[str, Any], mark: str, rows: int) -> dict[str, Any]:
    """A front matter of marks: those of its own for what frames print, spoiling ones for the rest."""
    texts = {path: f"{mark}{name}{TELLING}" for name, path in TEXTS.items()}
    ways = {path: f"/data/{mark}{name}" for name, path in WAYS.items()}
    marked: dict[str, Any] = _spoilt(said, (), {**texts, **ways})
    for name, (width, address) in ROWS.items():
        if at(said, (name,)):
            marked[name] = [[_cell(mark, name, x, y, address) for y in range(width)] for x in range(rows)]
    return marked


def _cell(mark: str, name: str, row: int, cell: int, address: int | None) -> str:
    text = f"{mark}{name}{row}c{cell}q"
    return f"/{name}/{text}" if cell == address else text + TELLING


def _spoilt(value: Any, path: Path, marks: Mapping[Path, str]) -> Any:
    if path in DECIDING:
        return value
    if path in marks and value:
        return marks[path]
    if isinstance(value, dict):
        return {key: _spoilt(each, (*path, str(key)), marks) for key, each in value.items()}
    if isinstance(value, list):
        return [_spoilt(each, (*path, "[]"), marks) for each in value]
    if isinstance(value, str):
        return SPOILING if value else value
    return value if value is None or isinstance(value, bool) or not value else _NUMBER


def spoilt(text: str) -> bool:
    """True where a frame prints what stands in no table of places."""
    return SPOILING in text or str(_NUMBER) in text
