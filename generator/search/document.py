"""What the index stage takes: a document is an address, passages in order, and what it may be filtered by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol


class Field(IntEnum):
    """Where a word stands in its document; the numbers are part of the format. The lede is where a body begins.

    What is said of a document beside its title is shown and not searched.
    """

    TITLE = 0
    LEDE = 1
    BODY = 2
    NAMES = 3
    THEMES = 4
    SAID = 5


@dataclass(frozen=True)
class Passage:
    """A piece of text that readers see as it is. `anchor` is the number in its id on the page, 0 for none."""

    field: Field
    text: str
    anchor: int = 0


@dataclass(frozen=True)
class Document:
    """A thing to find. `day` is an ISO day to sort by, or None; facets are (facet, value) pairs.

    lang: what HTML calls its language, where it is not the site's. mentions: how often articles name it. copy_of: the
    address of the document that has nearly the same text and stands for it.
    """

    address: str
    passages: tuple[Passage, ...]
    kind: str = "article"
    day: str | None = None
    facets: tuple[tuple[str, str], ...] = ()
    lang: str | None = None
    mentions: int = 0
    copy_of: str | None = None


class Promised(Protocol):
    """A document that need not be made where what it gives was kept."""

    @property
    def key(self) -> str:
        """What tells all that it is made of."""

    def make(self) -> Document:
        """The document."""
