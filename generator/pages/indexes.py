"""The page of all indexes: every way into the dossier but its menu, what is found there, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.model import Draft, Page
from generator.pages.desk import Desk, Link
from generator.pages.grounds import Grounds, drafted, hash_of

# Which indexes stand together, by their names; one that is of none stands in the last part.
_PARTS = (
    ("named", ("people", "organisations", "places", "outlets", "names")),
    ("said", ("quotes", "reported", "figures", "differences", "agreements")),
    ("time", ("dates", "archive")),
)
_LAST = "more"
# Those that stand in the menu by themselves.
_IN_MENU = ("articles", "themes")


@dataclass(frozen=True)
class IndexRow:
    """An index: how much it holds, and what it says of itself."""

    link: Link
    count: str | None
    description: str


@dataclass(frozen=True)
class IndexPart:
    """Indexes of one sort."""

    title: str
    rows: tuple[IndexRow, ...]


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """One page, yet without rows: those come from the other pages."""
    desk = grounds.desk
    title, description = desk.say("page.indexes"), desk.say("page.indexes.description")
    yield drafted(Page("indexes", "/indexes/", title, {"parts": ()}, description))


def with_rows(page: Draft, desk: Desk, names: Sequence[str], made: Iterable[Draft]) -> Draft:
    """The page with a row for each index that a dossier has, by the names of their addresses, part by part."""
    return _with(page, parts=tuple(_parts(desk, _found(names, made))))


def with_ways(page: Draft, names: Sequence[str], made: Iterable[Draft]) -> Draft:
    """The page of the search with a row for each of them too, the menu's first, for who cannot search."""
    return _with(page, rows=tuple(map(_row, _found((*_IN_MENU, *names), made).values())))


def _with(page: Draft, **more: Any) -> Draft:
    return replace(page, rests_on=(*page.rests_on, hash_of(more)), context=lambda: {**page.context(), **more})


def _found(names: Sequence[str], made: Iterable[Draft]) -> dict[str, Draft]:
    at = {each.address: each for each in made}
    return {name: at[f"/{name}/"] for name in names if f"/{name}/" in at}


def _parts(desk: Desk, found: dict[str, Draft]) -> Iterator[IndexPart]:
    sorted_in = {name for _, some in _PARTS for name in some}
    last = (_LAST, tuple(name for name in found if name not in sorted_in))
    for part, names in (*_PARTS, last):
        if rows := tuple(_row(found[name]) for name in names if name in found):
            yield IndexPart(desk.say(f"indexes.{part}"), rows)


def _row(page: Draft) -> IndexRow:
    return IndexRow(Link(page.title, page.address), page.count, page.description)
