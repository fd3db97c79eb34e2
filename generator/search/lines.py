"""JSON lines to documents: how the engine's quality is measured apart from any site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.search.document import Document, Field, Passage


class LineError(ValueError):
    """A line that is no document; the message names its number."""


def documents(lines: Iterable[str]) -> Iterator[Document]:
    """A document for each `{"id", "title", "text"}`; the address is the id as JSON. Raises LineError."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _document(number, line)


def _document(number: int, line: str) -> Document:
    try:
        value = json.loads(line)
        id_, title, text = value["id"], value.get("title") or "", value["text"]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LineError(f'line {number}: {{"id", "title", "text"}} is needed ({error})') from error
    if not isinstance(title, str) or not isinstance(text, str):
        raise LineError(f"line {number}: title and text are strings")
    titled = (Passage(Field.TITLE, title),) if title else ()
    return Document(json.dumps(id_, ensure_ascii=False), (*titled, Passage(Field.BODY, text)))
