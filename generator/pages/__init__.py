"""Catalogue to pages: a table of kinds, each a function from the whole dossier to its pages.

Templates do layout only, so everything is chosen, counted and ordered here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.catalogue.groups import GROUP_KINDS
from generator.model import Draft, Page
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
    withdrawn,
)
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds


@dataclass(frozen=True)
class PageKind:
    """What drafts the pages of a kind, and those of them that stand in the site's menu, by address and by the message
    `page.NAME`; `indexes` are those that the page of all indexes leads to, by the same; `wanted` says whether a dossier
    has any of them; `more` gives rows of the menu with words of their own.
    """

    drafts: Callable[[Grounds], Iterable[Draft]]
    menu: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    wanted: Callable[[Desk], bool] = lambda _desk: True
    more: Callable[[Desk], Sequence[Mapping[str, Any]]] = lambda _desk: ()


KINDS = (
    PageKind(front.drafts, ("front",)),
    PageKind(articles.drafts, ("articles",)),
    PageKind(article.drafts),
    PageKind(withdrawn.drafts),
    PageKind(themes.drafts, ("themes",), wanted=themes.has_themes),
    PageKind(indexes.drafts, ("indexes",)),
    PageKind(groups.drafts, indexes=GROUP_KINDS),
    PageKind(names.drafts, indexes=("names",), wanted=names.has_names),
    PageKind(archive.drafts, indexes=("archive",), wanted=archive.has_archive),
    PageKind(sayings.drafts, indexes=("quotes", "reported")),
    PageKind(figures.drafts, indexes=("figures",)),
    PageKind(dates.drafts, indexes=("dates",)),
    PageKind(compared.drafts, indexes=("differences", "agreements"), wanted=compared.has_several),
    PageKind(printed.drafts),
    PageKind(search.drafts, ("search",)),
    PageKind(method.drafts, ("method",)),
    PageKind(about.drafts),
    PageKind(corrected.drafts),
    PageKind(following.drafts),
    PageKind(downloads.drafts),
    PageKind(own.drafts, more=own.rows),
    PageKind(notes.drafts),
)


def drafts(grounds: Grounds) -> tuple[Draft, ...]:
    """Every page of the site, in the order of the table, none of them made yet; its indexes are led to from a page of
    their own. What a page rests on begins with what it is.
    """
    desk = grounds.desk
    kinds = [kind for kind in KINDS if kind.wanted(desk)]
    found = tuple(page for kind in kinds for page in kind.drafts(grounds))
    listed = tuple(name for kind in kinds for name in kind.indexes)
    leading = {
        "indexes": lambda page: indexes.with_rows(page, desk, listed, found),
        "search": lambda page: indexes.with_ways(page, listed, found),
    }
    led = (leading[page.kind](page) if page.kind in leading else page for page in found)
    followed = {feed.address: feed for feed in following.feeds(desk)}
    return tuple(_named(following.with_feeds(page, followed)) for page in led)


def _named(page: Draft) -> Draft:
    return replace(page, rests_on=(page.kind, page.address, page.title, page.description, *page.rests_on))


def pages(desk: Desk) -> Iterator[Page]:
    """Every page of the site, made one at a time."""
    return (draft.make() for draft in drafts(Grounds(desk)))


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
