"""Which formats a seed may have: known by its name's suffix, and by its first bytes where a file of another suffix is
in truth one of these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from generator.source.formats import html, md, text
from generator.source.formats.apart import Apart
from generator.source.formats.dumps import dump_in
from generator.source.formats.reading import Content, Refusal
from generator.source.formats.repairs import repaired
from generator.source.formats.signatures import Kind, kind_of

Read = Callable[[bytes], Content | Refusal]


def _never(_data: bytes) -> bool:
    return False


@dataclass(frozen=True)
class Format:
    """A format of seeds.

    suffixes: of file names, in small letters, the usual one first; read: makes text of a file's bytes, None where the
    module of the format's name does so in a process apart; hides: true for bytes that are of this format although
    their file is called .txt; room: how many times the size of a text a file may have, for pictures and fonts in it.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Read | None = None
    hides: Callable[[bytes], bool] = _never
    room: int = 1


TEXT = Format("txt", (".txt",), text.read)
FORMATS: tuple[Format, ...] = (
    TEXT,
    Format("html", (".html", ".htm", ".xhtml"), hides=html.is_page),
    Format("docx", (".docx",), room=10),
    Format("pdf", (".pdf",), room=10),
    Format("eml", (".eml", ".mht", ".mhtml"), room=10),
    Format("md", (".md", ".markdown"), md.read),
)
_BY_SUFFIX: Mapping[str, Format] = {suffix: form for form in FORMATS for suffix in form.suffixes}
SUFFIXES = tuple(_BY_SUFFIX)


def format_of(name: str) -> Format | None:
    """The format that a file's name says, in whatever letters; None for what is no seed."""
    return _BY_SUFFIX.get(PurePath(name).suffix.lower())


def is_seed(name: str) -> bool:
    """True for the name of a file that is read as a seed."""
    return format_of(name) is not None


def room_of(name: str) -> int:
    """How many times the size of a text a file of this name may have."""
    form = format_of(name)
    return form.room if form else 1


def _refused(kind: Kind, name: PurePath) -> Refusal:
    """Why a file of a kind that its name does not say, or that nothing here reads, is not read."""
    if kind.suffix in _BY_SUFFIX and kind.refused == "file-unread":
        right = name.with_suffix(kind.suffix).name
        return Refusal("file-misnamed", (("suffix", name.suffix), ("meant", kind.suffix), ("name", right)))
    return Refusal(kind.refused, (("kind", kind.suffix), ("formats", ", ".join(SUFFIXES))))


def read_as(name: str, data: bytes, apart: Apart) -> tuple[str, Content | Refusal]:
    """The format of a seed's bytes, and what they hold."""
    named = format_of(name) or TEXT
    kind = kind_of(data)
    if kind and (kind.refused != "file-unread" or kind.suffix not in named.suffixes):
        return named.name, _refused(kind, PurePath(name))
    form = next((form for form in FORMATS if named is TEXT and form.hides(data)), named)
    read = form.read(data) if form.read else apart.read(form.name, data)
    if isinstance(read, Refusal):
        return form.name, read
    dump = dump_in(read.text) if form is TEXT else None
    return form.name, dump or repaired(read)
