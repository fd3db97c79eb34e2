"""Which formats a seed may have: known by its name's suffix, and by its first bytes where a file of another suffix is
in truth one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from generator.source.formats import html, text
from generator.source.formats.reading import Content, Refusal

Read = Callable[[bytes], Content | Refusal]


def _never(_data: bytes) -> bool:
    return False


@dataclass(frozen=True)
class Format:
    """A format of seeds.

    suffixes: of file names, in small letters, the usual one first; read: makes text of a file's bytes;
    hides: true for bytes that are of this format although their file is called .txt.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read
    hides: Callable[[bytes], bool] = _never


TEXT = Format("txt", (".txt",), text.read)
HTML = Format("html", (".html", ".htm", ".xhtml"), html.read, html.is_page)
FORMATS: tuple[Format, ...] = (TEXT, HTML)
_BY_SUFFIX: Mapping[str, Format] = {suffix: form for form in FORMATS for suffix in form.suffixes}
SUFFIXES = tuple(_BY_SUFFIX)


def format_of(name: str) -> Format | None:
    """The format that a file's name says, in whatever letters; None for what is no seed."""
    return _BY_SUFFIX.get(PurePath(name).suffix.lower())


def is_seed(name: str) -> bool:
    """True for the name of a file that is read as a seed."""
    return format_of(name) is not None


def read_as(name: str, data: bytes) -> tuple[str, Content | Refusal]:
    """The format of a seed's bytes, and what they hold."""
    named = format_of(name) or TEXT
    hidden = (form for form in FORMATS if named is TEXT and form.hides(data))
    form = next(hidden, named)
    return form.name, form.read(data)
