"""What a build makes of a catalogue: pages to be, and addresses that lead on to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page to be: its kind names the template, its address ends in a slash."""

    kind: str
    address: str
    title: str
    context: dict[str, Any]
    description: str = ""


@dataclass(frozen=True)
class Draft:
    """A page that is made when it is asked for, and what it rests on beside what every page of a build does: where all
    of that is equal, the page is.

    context: makes what the page shows. count: how much a list holds, for those that lead to it.
    """

    kind: str
    address: str
    title: str
    description: str
    rests_on: tuple[str, ...]
    context: Callable[[], dict[str, Any]]
    count: str | None = None

    def make(self) -> Page:
        """The page, made now."""
        return Page(self.kind, self.address, self.title, self.context(), self.description)


@dataclass(frozen=True)
class Forward:
    """An address that leads on: of a file whose text is another's page, of a thing under another name; with the name
    of a thing that has no page, to its words in an article.
    """

    address: str
    target: str
    name: str = ""
