"""Catalogue to pages: a table of kinds, each a function from the whole dossier to its pages.

Templates do layout only, so everything is chosen, counted and ordered here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.model import Page
from generator.pages import article, articles, front, groups, method, notes, search, spoken, themes
from generator.pages.desk import Desk

Kind = Callable[[Desk], Iterable[Page]]

KINDS: tuple[tuple[str, Kind], ...] = (
    ("front", front.pages),
    ("articles", articles.pages),
    ("article", article.pages),
    ("themes", themes.pages),
    ("groups", groups.pages),
    ("spoken", spoken.pages),
    ("method", method.pages),
    ("notes", notes.pages),
    ("search", search.pages),
)


def pages(desk: Desk) -> tuple[Page, ...]:
    """Every page of the site, in the order of the table."""
    return tuple(page for _, kind in KINDS for page in kind(desk))
