"""Word documents: the words of each paragraph as a line, a table's rows as lines with tabs between their cells.

Read from the parts of the file itself. What was deleted or hidden is left out, and what stands twice for older programs
is read once; notes and the text of boxes follow where they hang.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from generator.source.formats.reading import Content, Refusal

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
# The words of a book take some megabytes; a bomb unpacks to a thousand times that.
_LARGEST_PART = 50_000_000
# For programs that know no newer way; what was taken out; how it looks; what a field is computed from.
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What the reader of zip files raises for those that are damaged, locked or packed in a way that it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, ET.ParseError, EOFError, OSError, NotImplementedError, RuntimeError)


def read(data: bytes) -> Content | Refusal:
    """The text of a Word document."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            found = [_part(parts, name) for name in _PARTS if name in parts.namelist()]
            trees = [ET.fromstring(part) for part in found if part is not None]  # noqa: S314  held to be without entities
    except _BROKEN:
        return Refusal("file-broken")
    if len(trees) < len(found):
        return Refusal("file-heavy")
    text = "\n".join(line.rstrip() for tree in trees for line in _blocks(tree)).strip("\n")
    return Content(f"{text}\n", "utf-8") if text.strip() else Refusal("file-without-text")


def _part(parts: zipfile.ZipFile, name: str) -> bytes | None:
    """A part of the file; None for a bomb: one that is too large, or whose words are to be multiplied by entities."""
    if parts.getinfo(name).file_size > _LARGEST_PART:  # one that holds more than it says is broken
        return None
    found = parts.read(name)
    return None if b"<!DOCTYPE" in found or b"<!ENTITY" in found else found


def _blocks(node: ET.Element) -> Iterator[str]:
    """The lines of what holds paragraphs and tables."""
    for child in node:
        kind = _kind(child)
        if kind == "p":
            yield from _paragraph(child)
        elif kind == "tr":
            yield "\t".join(" ".join(" ".join(_blocks(cell)).split()) for cell in _cells(child))
        elif kind not in _SKIPPED:
            yield from _blocks(child)


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    for child in row:
        if _kind(child) == "tc":
            yield child
        elif _kind(child) not in _SKIPPED:
            yield from _cells(child)


def _paragraph(node: ET.Element) -> Iterator[str]:
    """The lines of a paragraph, then those of boxes that hang on it."""
    boxes: list[ET.Element] = []
    yield from "".join(_words(node, boxes)).split("\n")
    for box in boxes:
        yield from _blocks(box)


def _words(node: ET.Element, boxes: list[ET.Element]) -> Iterator[str]:
    for child in node:
        kind = _kind(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _SIGNS:
            yield _SIGNS[kind]
        elif kind == "txbxContent":
            boxes.append(child)
        elif kind not in _SKIPPED and not _is_hidden(child):
            yield from _words(child, boxes)


def _is_hidden(run: ET.Element) -> bool:
    """True for words that Word itself does not show."""
    return any(_kind(look) == "vanish" for part in run if _kind(part) == "rPr" for look in part)


def _kind(node: ET.Element) -> str:
    """What an element is, in whichever of the two namespaces."""
    return node.tag.rpartition("}")[2]
