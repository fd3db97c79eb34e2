"""The page of all indexes: every way into the dossier but its menu, what is found there, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Page
from generator.pages.desk import Desk, Link

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


def pages(desk: Desk) -> Iterable[Page]:
    """One page, yet without rows: those come from the other pages."""
    title, description = desk.say("page.indexes"), desk.say("page.indexes.description")
    yield Page("indexes", "/indexes/", title, {"parts": ()}, description)


def with_rows(page: Page, desk: Desk, names: Sequence[str], made: Iterable[Page]) -> Page:
    """The page with a row for each index that a dossier has, by the names of their addresses, part by part."""
    return replace(page, context={**page.context, "parts": tuple(_parts(desk, _found(names, made)))})


def with_ways(page: Page, names: Sequence[str], made: Iterable[Page]) -> Page:
    """The page of the search with a row for each of them too, the menu's first, for who cannot search."""
    found = _found((*_IN_MENU, *names), made)
    return replace(page, context={**page.context, "rows": tuple(map(_row, found.values()))})


def _found(names: Sequence[str], made: Iterable[Page]) -> dict[str, Page]:
    at = {each.address: each for each in made}
    return {name: at[f"/{name}/"] for name in names if f"/{name}/" in at}


def _parts(desk: Desk, found: dict[str, Page]) -> Iterator[IndexPart]:
    sorted_in = {name for _, some in _PARTS for name in some}
    last = (_LAST, tuple(name for name in found if name not in sorted_in))
    for part, names in (*_PARTS, last):
        if rows := tuple(_row(found[name]) for name in names if name in found):
            yield IndexPart(desk.say(f"indexes.{part}"), rows)


def _row(page: Page) -> IndexRow:
    counted = page.context.get("count")
    return IndexRow(Link(page.title, page.address), counted if isinstance(counted, str) else None, page.description)
