"""What a page is made of: lines with their true state, and the truths that the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

STATES = ("head", "title", "dek", "meta", "body", "table", "other", "comment", "foot", "blank")
# A letter stands for a state in the grammar of pages; F is furniture, whose state follows from where it stands.
LETTERS = {"T": "title", "K": "dek", "M": "meta", "B": "body", "X": "table", "O": "other", "C": "comment", "F": ""}


class Line(NamedTuple):
    """A line as it is laid: its words and its state, "" for furniture."""

    text: str
    state: str


@dataclass(frozen=True)
class Body:
    """An article that is put into layouts: its headline and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class LaidPage:
    """A raw page with its truth: `states` has one state for each line; what the page does not show is None."""

    family: str
    text: str
    states: tuple[str, ...]
    title: str | None
    date: tuple[str, str] | None  # value and precision: ("2019-03", "month")
    outlet: str | None
    author: str | None

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


def settled(lines: Iterable[Line]) -> list[Line]:
    """The lines with a state each: furniture is head before the article's text, other inside it, foot after it."""
    laid = [line if line.text.strip() else Line(line.text, "blank") for line in lines]
    inside = [i for i, line in enumerate(laid) if line.state in ("body", "table")]
    first, last = (inside[0], inside[-1]) if inside else (len(laid), len(laid))
    return [Line(line.text, line.state or _of_place(i, first, last)) for i, line in enumerate(laid)]


def _of_place(i: int, first: int, last: int) -> str:
    if i < first:
        return "head"
    return "other" if i < last else "foot"
