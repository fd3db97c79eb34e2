"""The page of all articles, in the order that it names."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Page
from generator.pages.desk import Desk


def pages(desk: Desk) -> Iterable[Page]:
    """The list of every listed article."""
    cards = tuple(desk.card(entry) for entry in desk.catalogue.listed)
    yield Page(
        kind="articles",
        address="/articles/",
        title=desk.say("page.articles"),
        description=desk.say("page.articles.description", count=len(cards)),
        searchable=False,
        context={"cards": cards},
    )
