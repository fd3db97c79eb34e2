"""The list of all articles, in the order that it names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from generator.catalogue.groups import Entry
from generator.model import Draft
from generator.pages.cards import card
from generator.pages.desk import ListPart
from generator.pages.grounds import Grounds
from generator.pages.printed import print_address


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The list of every listed article, a page for each hundred."""
    desk, entries = grounds.desk, grounds.desk.catalogue.listed
    for sheet in desk.paged("/articles/", entries):
        yield Draft(
            kind="articles",
            address=sheet.address,
            title=desk.say("page.articles"),
            description=desk.say("page.articles.description", count=len(entries)),
            rests_on=(sheet.place, str(len(entries)), grounds.among(sheet.items)),
            context=partial(_context, grounds, sheet, len(entries)),
        )


def _context(grounds: Grounds, sheet: ListPart[Entry], count: int) -> dict[str, Any]:
    desk = grounds.narrowed(sheet.items)
    cards = tuple(card(desk, entry) for entry in sheet.items)
    return {"sheet": sheet, "count": count, "printed": print_address("/", count), "cards": cards}
