"""Long lists in parts under headings: by letter, or by whatever orders them; and the ways to the headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.pages.desk import Desk, Link, ListPart
from generator.reading.clitics import ARTICLE
from generator.reading.letters import key

T = TypeVar("T")
R = TypeVar("R")

# From so many rows on a list has headings of letters and a box that narrows it; fewer are seen at once on a phone.
LONG = 20


@dataclass(frozen=True)
class Shelved(Generic[T]):
    """A thing with where it stands in its list: the id, the order and the heading of its shelf, its own order there."""

    id: str
    order: tuple[int, str]
    title: str
    within: tuple[str, str]
    thing: T


@dataclass(frozen=True)
class Shelf(Generic[R]):
    """A part of a list under one heading; `id` leads to it."""

    title: str
    id: str
    rows: tuple[R, ...]


def ordered_by(name: str) -> str:
    """What a name is ordered by: without its article, «الأمم» under «ا»."""
    return key(name).removeprefix(ARTICLE) or key(name)


def by_letter(desk: Desk, name: str, id_: str, thing: T) -> Shelved[T]:
    """A thing under the first letter of its name; what begins with no Arabic one comes last."""
    first = ordered_by(name)[:1]
    other = first.isascii()
    title = desk.say("shelf.other") if other else first
    return Shelved(f"letter-{'other' if other else ord(first)}", (other, title), title, (ordered_by(name), id_), thing)


def by_shelf(placed: Sequence[Shelved[T]]) -> list[Shelved[T]]:
    """The things of a list, shelf by shelf."""
    return sorted(placed, key=lambda x: (x.order, x.within))


def shelves(placed: Sequence[Shelved[T]], row: Callable[[T], R]) -> Iterator[Shelf[R]]:
    """A sheet of a list in parts, each thing as its row."""
    for id_, some in groupby(placed, key=lambda x: x.id):
        held = tuple(some)
        yield Shelf(held[0].title, id_, tuple(row(x.thing) for x in held))


def ways(sheets: Sequence[ListPart[Shelved[T]]]) -> tuple[Link, ...]:
    """The way to each heading of a list, on the sheet where it first stands; none where there is one alone."""
    first: dict[str, Link] = {}
    for sheet in sheets:
        for placed in sheet.items:
            first.setdefault(placed.id, Link(placed.title, f"{sheet.address}#{placed.id}"))
    return tuple(first.values()) if len(first) > 1 else ()
