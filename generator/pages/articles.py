"""The list of all articles, in the order that it names."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Page
from generator.pages.cards import card
from generator.pages.desk import Desk
from generator.pages.printed import print_address


def pages(desk: Desk) -> Iterable[Page]:
    """The list of every listed article, a page for each hundred."""
    entries = desk.catalogue.listed
    for sheet in desk.paged("/articles/", entries):
        yield Page(
            kind="articles",
            address=sheet.address,
            title=desk.say("page.articles"),
            description=desk.say("page.articles.description", count=len(entries)),
            context={
                "sheet": sheet,
                "count": len(entries),
                "printed": print_address("/", len(entries)),
                "cards": tuple(card(desk, e) for e in sheet.items),
            },
        )
