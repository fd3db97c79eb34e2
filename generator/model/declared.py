"""What a file says of itself beside its text, such as a page's metadata."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Declaration:
    """A value that a file declares beside its text: the words that do, and the field of the file, such as og:title."""

    value: str
    words: str
    field: str


@dataclass(frozen=True)
class Declared:
    """What a file says of itself in fields made for that; None where it is silent.

    rivals: what else it declares, by the field of this record that it says otherwise.
    """

    title: Declaration | None = None
    date: Declaration | None = None
    outlet: Declaration | None = None
    author: Declaration | None = None
    url: Declaration | None = None
    rivals: tuple[tuple[str, Declaration], ...] = ()
