"""What a file of a dossier's assets/ is by its very bytes, and whether a browser could run something of it.

Invariant: the name of a file is believed only where its bytes say the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any
from xml.parsers import expat

# How a file of each kind begins; an SVG is told by its root.
_SIGNS: Mapping[str, re.Pattern[bytes]] = {
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "gif": re.compile(rb"GIF8[79]a"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "avif": re.compile(rb"....ftypavi[fs]", re.DOTALL),
    "ico": re.compile(rb"\x00\x00\x01\x00"),
    "pdf": re.compile(rb"%PDF-"),
    "zip": re.compile(rb"PK\x03\x04"),
}
PICTURES = frozenset({"png", "jpg", "gif", "webp", "avif", "ico", "svg"})
# By suffix what a file has to be; documents of offices are archives, and plain text is whatever can be read.
_KINDS = {
    **{kind: kind for kind in (*PICTURES, "pdf")},
    "jpeg": "jpg",
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"), "zip"),
    **dict.fromkeys(("csv", "txt"), "text"),
}
SUFFIXES = tuple(sorted(_KINDS))

_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_RUNNING = frozenset({"script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video"})
_ADDRESSES = frozenset({"href", "src"})
# An address of the picture itself, or of one that it holds.
_OWN = r"(?:#|data:image/(?:png|jpeg|gif|webp)[;,])"
_WITHIN = re.compile(rf"\s*{_OWN}", re.IGNORECASE)
_STYLE_ADDRESS = re.compile(rf"@import|url\((?!\s*[\"']?\s*{_OWN})", re.IGNORECASE)


class _UnsafeError(Exception):
    """What in a picture could run or call elsewhere, by its name."""


def kind_meant(name: str) -> str | None:
    """What a file has to be by its suffix; None for a kind that has no place on a site."""
    return _KINDS.get(PurePosixPath(name).suffix.lower().removeprefix("."))


def is_kind(data: bytes, kind: str) -> bool:
    """True for bytes that are what a kind of file begins with."""
    if kind == "text":
        return b"\x00" not in data
    return _is_svg(data) if kind == "svg" else bool(_SIGNS[kind].match(data))


def unsafe_in(data: bytes) -> str | None:
    """What in an SVG a browser could run, or by which it would ask another host; None where there is nothing."""
    try:
        _parse(data, _look)
    except _UnsafeError as found:
        return str(found)
    except (expat.ExpatError, ValueError, LookupError):
        return "XML"
    return None


def _is_svg(data: bytes) -> bool:
    """True where the outermost element is that of an SVG, or what stands before it is not looked into."""
    roots: list[str] = []

    def first(name: str, _: Mapping[str, str]) -> None:
        if not roots:
            roots.append(name)

    try:
        _parse(data, first)
    except _UnsafeError:
        return not roots or roots[0].lower() == f"{_SVG} svg"
    except (expat.ExpatError, ValueError, LookupError):
        pass
    return bool(roots) and roots[0].lower() == f"{_SVG} svg"


def _parse(data: bytes, started: Callable[[str, Mapping[str, str]], Any]) -> None:
    """Read XML without a document type, which could hold entities, and without orders to whoever shows it."""
    parser = expat.ParserCreate(namespace_separator=" ")
    open_elements: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        open_elements.append(_local(name))
        started(name, attributes)

    def text(data: str) -> None:
        if open_elements and open_elements[-1] == "style" and _calls_elsewhere(data):
            raise _UnsafeError("style")

    parser.StartElementHandler, parser.EndElementHandler = start, lambda _: open_elements.pop()
    parser.CharacterDataHandler, parser.buffer_text = text, True
    parser.StartDoctypeDeclHandler = _refusal("DOCTYPE")
    parser.ProcessingInstructionHandler = _refusal("xml-stylesheet")
    parser.Parse(data, True)


def _refusal(what: str) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise _UnsafeError(what)

    return refuse


def _look(name: str, attributes: Mapping[str, str]) -> None:
    """Raises _UnsafeError for an element that could run something or call elsewhere."""
    local = _local(name)
    if local in _RUNNING or name.startswith(_XHTML):
        raise _UnsafeError(f"<{local}>")
    for what in _in_attributes(attributes):
        raise _UnsafeError(what)


def _in_attributes(attributes: Mapping[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        local = _local(name)
        if local.startswith("on"):
            yield local
        elif local in _ADDRESSES and not _WITHIN.match(value):
            yield f"{local}=…"
        elif local == "attributename" and (_local(value).rpartition(":")[2] in _ADDRESSES or value.startswith("on")):
            yield "attributeName"
        elif _calls_elsewhere(value):
            yield f"{local}: url(…)"


def _calls_elsewhere(style: str) -> bool:
    """True for a style that asks for a file; one that writes with escapes is not looked into, and does not pass."""
    return bool(_STYLE_ADDRESS.search(style)) or ("\\" in style and "(" in style)


def _local(name: str) -> str:
    return name.rpartition(" ")[2].lower()
