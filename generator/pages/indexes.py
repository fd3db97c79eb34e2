"""The page of all indexes: every way into the dossier but its menu, each with what is found there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model import Page
from generator.pages.desk import Desk, Link


@dataclass(frozen=True)
class IndexRow:
    """An index, and what it says of itself."""

    link: Link
    description: str


def pages(desk: Desk) -> Iterable[Page]:
    """One page, yet without rows: those come from the other pages."""
    title, description = desk.say("page.indexes"), desk.say("page.indexes.description")
    yield Page("indexes", "/indexes/", title, {"rows": ()}, description)


def with_rows(page: Page, desk: Desk, names: Sequence[str], made: Iterable[Page]) -> Page:
    """The page with a row for each index that a dossier has, by the names of their addresses, in that order."""
    at = {each.address: each for each in made}
    found = (at[f"/{name}/"] for name in names if f"/{name}/" in at)
    rows = tuple(IndexRow(Link(each.title, each.address), each.description) for each in found)
    return replace(page, context={**page.context, "rows": rows})
