"""Theme pages: each with the sentence that put every article there; and the page of all themes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue import ThemeGroup
from generator.model import Page
from generator.pages.desk import Card, Desk, Extract

_EXTRACTS = 2


@dataclass(frozen=True)
class Member:
    """An article of a theme with the sentences that prove it."""

    card: Card
    extracts: tuple[Extract, ...]


def pages(desk: Desk) -> Iterable[Page]:
    """The page of all themes, and one for each theme, even one that no article has yet."""
    groups = desk.catalogue.themes
    yield Page(
        kind="themes",
        address="/themes/",
        title=desk.say("page.themes"),
        description=desk.say("page.themes.description"),
        searchable=False,
        context={"themes": tuple((g.theme, len(g.members)) for g in groups)},
    )
    for group in groups:
        yield _page(desk, group)


def _page(desk: Desk, group: ThemeGroup) -> Page:
    return Page(
        kind="theme",
        address=f"/themes/{group.theme.id}/",
        title=group.theme.label,
        description=group.theme.description,
        searchable=bool(group.members),
        context={
            "theme": group.theme,
            "briefing": {
                "kind": "theme",
                "id": group.theme.id,
                "label": group.theme.label,
                "articles": len(group.members),
            },
            "members": tuple(_member(desk, group, index) for index in range(len(group.members))),
        },
    )


def _member(desk: Desk, group: ThemeGroup, index: int) -> Member:
    entry, hit = group.members[index]
    one_a_line = {found.line: found for found in reversed(hit.evidence)}
    chosen = [one_a_line[line] for line in sorted(one_a_line)][:_EXTRACTS]
    return Member(desk.card(entry), tuple(desk.extract(entry, found) for found in chosen))
