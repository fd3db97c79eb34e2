"""Theme pages: each with the sentence that put every article there; and the page of all themes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.gather import ThemeGroup
from generator.catalogue.groups import Entry
from generator.model import Page, ThemeHit
from generator.pages.cards import Card, card
from generator.pages.desk import Desk, Extract, one_a_line
from generator.pages.pictures.grids import themes_by_outlets

_EXTRACTS = 2


@dataclass(frozen=True)
class Member:
    """An article of a theme with the sentences that prove it."""

    card: Card
    extracts: tuple[Extract, ...]


def has_themes(desk: Desk) -> bool:
    """Whether some article has a theme: what no article has stands nowhere on a site."""
    return bool(desk.catalogue.themes)


def pages(desk: Desk) -> Iterable[Page]:
    """The page of all themes that some article has, and one for each of them."""
    groups = desk.catalogue.themes
    yield Page(
        kind="themes",
        address="/themes/",
        title=desk.say("page.themes"),
        description=desk.say("page.themes.description"),
        context={"themes": tuple((g.theme, len(g.members)) for g in groups), "picture": themes_by_outlets(desk)},
    )
    for group in groups:
        yield from _theme(desk, group)


def _theme(desk: Desk, group: ThemeGroup) -> Iterable[Page]:
    theme, count = group.theme, len(group.members)
    for sheet in desk.paged(group.address, group.members):
        yield Page(
            kind="theme",
            address=sheet.address,
            title=theme.label,
            description=theme.description,
            context={
                "theme": theme,
                "briefing": {"kind": "theme", "id": theme.id, "label": theme.label, "articles": count},
                "sheet": sheet,
                "count": count,
                "members": tuple(_member(desk, entry, hit) for entry, hit in sheet.items),
            },
        )


def _member(desk: Desk, entry: Entry, hit: ThemeHit) -> Member:
    chosen = one_a_line(hit.evidence, _EXTRACTS)
    return Member(card(desk, entry), tuple(desk.extract(entry, found) for found in chosen))
