"""Pages that earlier builds pressed: what came of a page in a shell, and what the finished page holds.

Invariant: what a page came out as is known by its Markdown, its file and its shell alone; one with anything wrong is
not kept, so that it is told of again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from generator.model import Problem
from generator.model.files import FileContent
from generator.model.kept import Kept
from generator.site.assembly import Assembly
from generator.site.holdings import is_held, keep_held
from generator.site.links import Leads
from generator.site.press.front import front
from generator.site.press.press import Press

_PAGES, _HTML, _SAID = "page", "html", "said"


def html_of(file: str) -> str:
    """Where a page lies on the site, by its Markdown file."""
    return f"{file.removesuffix('.md')}.html"


@dataclass(frozen=True)
class Done:
    """A page that was pressed, or was not: then the engine has to make it."""

    file: str
    hash: str = ""
    contents: Leads | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Pressings:
    """What is kept of pages. `base`: a fingerprint of what all pages of a build rest on beside their shells."""

    kept: Kept
    base: str = ""

    def stands(self, press: Press, file: str, content: FileContent, assembly: Assembly) -> bool:
        """True where a page is known and has been put into the site."""
        key = self._key(press, file, content)
        told = self.kept.get(_PAGES, key) if key else None
        if not told:
            return False
        known = told.decode()
        if not (is_held(self.kept, known) and self.kept.has(_HTML, known)):
            return False
        if assembly.has(html_of(file), known):
            return True
        html = self.kept.get(_HTML, known)
        if html is None:
            return False
        assembly.put(html_of(file), html)
        return True

    def keep(self, press: Press, done: Done, content: FileContent, assembly: Assembly) -> None:
        """Keep a page that was pressed now and lies in the site."""
        if done.contents is None:
            return
        page = html_of(done.file)
        assembly.wrote(page, done.hash)
        keep_held(self.kept, done.hash, done.contents)
        key = self._key(press, done.file, content)
        if key and not done.problems:
            self.kept.put(_HTML, done.hash, assembly.content(page))
            self.kept.put(_PAGES, key, done.hash.encode())

    def said(self, content: FileContent, text: Callable[[], str]) -> Mapping[str, Any] | None:
        """All that a page says of itself; its text is asked for only where that is not known of its hash."""
        known = self.kept.get(_SAID, content.hash)
        if known is not None:
            return _front_matter(known)
        read = front(text())
        told = _plain(read.said) if read else None
        if told is not None:
            self.kept.put(_SAID, content.hash, told)
        return read.said if read else None

    def _key(self, press: Press, file: str, content: FileContent) -> str | None:
        shell = press.shell_of(file, content.framing)
        if shell is None:
            return None
        told = (self.base, press.link, file, content.hash, shell)
        return blake2b("\0".join(told).encode(), digest_size=16).hexdigest()


def _plain(said: Mapping[str, Any]) -> bytes | None:
    """What a page says as JSON; None for what JSON would give back as something else, as YAML's days."""
    try:
        told = json.dumps(said)
    except (TypeError, ValueError):
        return None
    return told.encode() if json.loads(told) == said else None


def _front_matter(told: bytes) -> Mapping[str, Any]:
    said: Mapping[str, Any] = json.loads(told)
    return said
