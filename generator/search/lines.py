"""JSON lines to documents: how the engine's quality is measured apart from any site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.model.fault import CommandError
from generator.search.document import Document, Field, Passage


class LineError(CommandError):
    """A line that is no document."""


def read_documents(lines: Iterable[str | bytes]) -> Iterator[Document]:
    """A document for each `{"id", "title", "text"}`, bytes being UTF-8; the address is the id as JSON.

    Raises LineError.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _document(number, line)


def _document(number: int, line: str | bytes) -> Document:
    try:
        value = json.loads(line if isinstance(line, str) else line.decode("utf-8"))
        id_, title, text = json.dumps(value["id"], ensure_ascii=False), value.get("title") or "", value["text"]
    except UnicodeDecodeError as error:
        raise LineError("lines.no-text", line=number, byte=error.start + 1) from error
    except RecursionError as error:
        raise LineError("lines.deep", line=number) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LineError("lines.shape", line=number, reason=error) from error
    if not isinstance(title, str) or not isinstance(text, str):
        raise LineError("lines.strings", line=number)
    titled = (Passage(Field.TITLE, title),) if title else ()
    return Document(id_, (*titled, Passage(Field.BODY, text)))
