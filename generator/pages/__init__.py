"""Catalogue to pages: a table of kinds, each a function from the whole dossier to its pages.

Templates do layout only, so everything is chosen, counted and ordered here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.catalogue.groups import GROUP_KINDS
from generator.model import Page
from generator.model.addresses import markdown_path
from generator.pages import article, articles, front, groups, method, notes, own, search, spoken, themes
from generator.pages.desk import Desk


@dataclass(frozen=True)
class PageKind:
    """What makes the pages of a kind, and those of them that stand in the site's menu, by address and by the message
    `page.NAME`; `under` is the heading `menu.NAME` that they share with their neighbours in the table; `wanted` says
    whether a dossier has any of them; `more` gives rows of the menu with words of their own.
    """

    pages: Callable[[Desk], Iterable[Page]]
    menu: tuple[str, ...] = ()
    under: str = ""
    wanted: Callable[[Desk], bool] = lambda _desk: True
    more: Callable[[Desk], Sequence[Mapping[str, Any]]] = lambda _desk: ()


KINDS = (
    PageKind(front.pages, ("front",)),
    PageKind(articles.pages, ("articles",)),
    PageKind(article.pages),
    PageKind(themes.pages, ("themes",), wanted=themes.has_themes),
    PageKind(groups.pages, GROUP_KINDS, "facts"),
    PageKind(spoken.pages, ("quotes", "figures", "dates"), "facts"),
    PageKind(search.pages, ("search",)),
    PageKind(method.pages, ("method",)),
    PageKind(own.pages, more=own.rows),
    PageKind(notes.pages, ("notes",)),
)


def pages(desk: Desk) -> tuple[Page, ...]:
    """Every page of the site, in the order of the table."""
    return tuple(page for kind in KINDS if kind.wanted(desk) for page in kind.pages(desk))


def menu(desk: Desk) -> tuple[Mapping[str, Any], ...]:
    """The site's menu as engines take it: words with a Markdown file each, some together under a heading."""
    made: list[Mapping[str, Any]] = []
    for heading, kinds in groupby((kind for kind in KINDS if kind.wanted(desk)), key=lambda kind: kind.under):
        rows = [row for kind in kinds for row in _rows(kind, desk)]
        made.extend([{desk.say(f"menu.{heading}"): rows}] if heading else rows)
    return tuple(made)


def _rows(kind: PageKind, desk: Desk) -> list[Mapping[str, Any]]:
    return [*({desk.say(f"page.{name}"): _file(name)} for name in kind.menu), *kind.more(desk)]


def _file(name: str) -> str:
    return markdown_path("/" if name == "front" else f"/{name}/")
