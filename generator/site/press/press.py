"""One page of Markdown to its final HTML: its words converted, put into the shell of its key, and looked through.

Pure, and a page needs no other: pages may be pressed in any order and by any number of workers. Invariant: a page whose
shell was not shown to be the engine's, or of which something could come out otherwise, is not pressed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.model import Problem
from generator.site.breaks import breakable
from generator.site.finish import refusals
from generator.site.links import Leads, held
from generator.site.markup import Contents, Reference, look
from generator.site.press.convert import Converter, Worded
from generator.site.press.frame import Row, Surroundings, frame
from generator.site.press.front import front
from generator.site.press.shell import BODY, Gap, Shell
from generator.site.press.within import look_within
from generator.site.references import without_needless

Values = Mapping[str, str | Sequence[Row]]
# What would end an attribute or begin a tag where a frame prints words as they are.
_BREAKING = re.compile(r"[<>\"]")
# How the parser ends on what it cannot read; the engine says so in its own words.
_ENDS = (RecursionError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True)
class Leading:
    """A place of a frame that is an address: whole, or one cell of each row."""

    name: str
    cell: int | None
    fetched: bool

    def references(self, values: Values) -> Iterator[Reference]:
        """The addresses that a page has there."""
        value = values[self.name]
        cells = [value] if isinstance(value, str) else [row[self.cell or 0] for row in value]
        return (Reference(cell, self.fetched) for cell in cells)


@dataclass(frozen=True)
class Frameset:
    """A shell with what it holds for every page of its key, looked at once, and a digest of it."""

    shell: Shell
    contents: Contents
    leading: tuple[Leading, ...]
    digest: str


@dataclass(frozen=True)
class Pressed:
    """A finished page, what of it the check of all links needs, and what is wrong with it by itself."""

    html: bytes
    contents: Leads
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Press:
    """Shells by key, with what of the site all pages share; `link` is what the link at a heading is called."""

    shells: Mapping[str, Frameset]
    around: Surroundings
    link: str

    def shell_of(self, file: str, framing: Mapping[str, Any] | None) -> str | None:
        """The digest of a page's shell, by what its frame needs; None where the engine has to make the page."""
        found = self.shells.get(self.key(file, framing))
        return found.digest if found else None

    def key(self, file: str, framing: Mapping[str, Any] | None) -> str:
        """The key of a page's shell; empty where it has none."""
        made = None if framing is None else frame(file, framing, self.around)
        return made.key if made else ""

    def made(self, file: str, markdown: str) -> Pressed | None:
        """A page by its file below docs/; None where the engine has to make it."""
        read = front(markdown)
        made = frame(file, read.said, self.around) if read else None
        found = self.shells.get(made.key) if made else None
        content = _content(read.body, self.link) if read and found else None
        if not (made and found and content) or content.leads or "<h1" not in content.html:
            return None
        page = found.shell.filled({**made.values, BODY: content.html})
        within = look_within(content.tags) if content.tags else None
        whole = within and not any(map(_BREAKING.search, _as_they_are(found.shell, made.values)))
        seen = _joined(found, made.values, within) if within and whole else look(page)
        name = f"{file.removesuffix('.md')}.html"
        told = tuple(Problem("error", name, None, rule, what) for rule, what in refusals(seen))
        return Pressed(breakable(without_needless(page)).encode(errors="xmlcharrefreplace"), held(seen), told)


def _content(body: str, link: str) -> Worded | None:
    """The words of a page; None where the parser cannot read them."""
    try:
        return _converter(link).content(body)
    except _ENDS:
        return None


def _as_they_are(shell: Shell, values: Values) -> Iterator[str]:
    """What a page puts into its frame unescaped."""
    for piece in shell.parts:
        if isinstance(piece, Gap) and not piece.writing and piece.name != BODY:
            yield str(values[piece.name])


def _joined(found: Frameset, values: Values, own: Contents) -> Contents:
    """What a page holds: what its frame does, what is led to from there, and what its own words hold."""
    frames = found.contents
    led = (reference for each in found.leading for reference in each.references(values))
    return Contents(
        frames.ids | own.ids,
        (*frames.references, *led, *own.references),
        (*frames.scripts, *own.scripts),
        (*frames.refused, *own.refused),
        frames.unlisted,
    )


@lru_cache(maxsize=2)
def _converter(link: str) -> Converter:
    """One parser a process: to make one takes as long as to press a page."""
    return Converter(link)


def digest_of(shell: Shell) -> str:
    """The digest of a shell: of all its pieces, literal or not."""
    return hashlib.sha256(repr(shell.parts).encode()).hexdigest()
