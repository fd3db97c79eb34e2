"""Catalogue to pages: a table of kinds, each a function from the whole dossier to its pages.

Templates do layout only, so everything is chosen, counted and ordered here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue.groups import GROUP_KINDS
from generator.model import Page
from generator.model.addresses import markdown_path
from generator.pages import (
    about,
    archive,
    article,
    articles,
    compared,
    corrected,
    dates,
    downloads,
    figures,
    following,
    front,
    groups,
    indexes,
    method,
    names,
    notes,
    own,
    printed,
    sayings,
    search,
    themes,
    tools,
    withdrawn,
)
from generator.pages.desk import Desk


@dataclass(frozen=True)
class PageKind:
    """What makes the pages of a kind, and those of them that stand in the site's menu, by address and by the message
    `page.NAME`; `indexes` are those that the page of all indexes leads to, by the same; `wanted` says whether a dossier
    has any of them; `more` gives rows of the menu with words of their own.
    """

    pages: Callable[[Desk], Iterable[Page]]
    menu: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    wanted: Callable[[Desk], bool] = lambda _desk: True
    more: Callable[[Desk], Sequence[Mapping[str, Any]]] = lambda _desk: ()


KINDS = (
    PageKind(front.pages, ("front",)),
    PageKind(articles.pages, ("articles",)),
    PageKind(article.pages),
    PageKind(withdrawn.pages),
    PageKind(themes.pages, ("themes",), wanted=themes.has_themes),
    PageKind(indexes.pages, ("indexes",)),
    PageKind(groups.pages, indexes=GROUP_KINDS),
    PageKind(names.pages, indexes=("names",), wanted=names.has_names),
    PageKind(archive.pages, indexes=("archive",), wanted=archive.has_archive),
    PageKind(sayings.pages, indexes=("quotes", "reported")),
    PageKind(figures.pages, indexes=("figures",)),
    PageKind(dates.pages, indexes=("dates",)),
    PageKind(compared.pages, indexes=("differences", "agreements"), wanted=compared.has_several),
    PageKind(printed.pages),
    PageKind(search.pages, ("search",)),
    PageKind(method.pages, ("method",)),
    PageKind(about.pages),
    PageKind(corrected.pages),
    PageKind(following.pages),
    PageKind(downloads.pages),
    PageKind(own.pages, more=own.rows),
    PageKind(notes.pages),
)


def pages(desk: Desk) -> tuple[Page, ...]:
    """Every page of the site, in the order of the table; its indexes are led to from a page of their own."""
    kinds = [kind for kind in KINDS if kind.wanted(desk)]
    found = tuple(page for kind in kinds for page in kind.pages(desk))
    listed = tuple(name for kind in kinds for name in kind.indexes)
    leading = {
        "indexes": lambda page: indexes.with_rows(page, desk, listed, found),
        "search": lambda page: indexes.with_ways(page, listed, found),
    }
    led = (leading[page.kind](page) if page.kind in leading else page for page in found)
    entries = {entry.address: entry for entry in desk.catalogue.entries}
    followed = {feed.address: feed for feed in following.feeds(desk)}
    return tuple(following.with_feeds(tools.with_tools(page, desk, entries), followed) for page in led)


def index_names() -> tuple[str, ...]:
    """The names of the addresses of all indexes that the page of indexes may lead to."""
    return tuple(name for kind in KINDS for name in kind.indexes)


def menu(desk: Desk) -> tuple[Mapping[str, Any], ...]:
    """The site's menu as engines take it: words with a Markdown file each."""
    return tuple(row for kind in KINDS if kind.wanted(desk) for row in _rows(kind, desk))


def _rows(kind: PageKind, desk: Desk) -> list[Mapping[str, Any]]:
    return [*({desk.say(f"page.{name}"): _file(name)} for name in kind.menu), *kind.more(desk)]


def _file(name: str) -> str:
    return markdown_path("/" if name == "front" else f"/{name}/")
