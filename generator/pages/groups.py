"""People, organisations, places and outlets: a list of each kind, and a page a thing with the words that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.groups import GROUP_KINDS, Group, Membership
from generator.model import GroupKind, Page
from generator.pages.cards import Card, card
from generator.pages.desk import Desk, Extract, one_a_line
from generator.pages.spoken import ListedQuote, spoken

_EXTRACTS = 3


@dataclass(frozen=True)
class GroupRow:
    """A thing in the list of its kind."""

    name: str
    address: str
    count: int
    role: str | None


@dataclass(frozen=True)
class Showing:
    """An article that shows a thing: as what, and the sentences that say so."""

    card: Card
    role: str | None
    extracts: tuple[Extract, ...]
    quotes: tuple[ListedQuote, ...]


def pages(desk: Desk) -> Iterable[Page]:
    """The list of each kind, and a page for everything in it."""
    for kind in GROUP_KINDS:
        found = tuple(g for g in desk.catalogue.groups if g.kind == kind)
        yield from _lists(desk, kind, found)
        for group in found:
            yield from _group(desk, group)


def _lists(desk: Desk, kind: GroupKind, found: tuple[Group, ...]) -> Iterable[Page]:
    for sheet in desk.paged(f"/{kind}/", found):
        yield Page(
            kind="groups",
            address=sheet.address,
            title=desk.say(f"page.{kind}"),
            description=desk.say(f"page.{kind}.description"),
            context={
                "sheet": sheet,
                "count": desk.say(f"count.{kind}", count=len(found)),
                "rows": tuple(_row(desk, group) for group in sheet.items),
            },
        )


def _row(desk: Desk, group: Group) -> GroupRow:
    return GroupRow(group.name, group.address, len(group.members), _role(desk, group.kind, group.members[0]))


def _role(desk: Desk, kind: GroupKind, member: Membership) -> str | None:
    if kind == "outlets":
        return desk.say(f"outlet.{member.role}")
    return member.role


def _group(desk: Desk, group: Group) -> Iterable[Page]:
    for sheet in desk.paged(group.address, group.members):
        yield Page(
            kind="group",
            address=sheet.address,
            title=group.name,
            description=desk.say(f"page.{group.kind}.one", count=len(group.members), name=group.name),
            context={
                "briefing": {"kind": group.kind, "id": group.id, "name": group.name, "articles": len(group.members)},
                "sheet": sheet,
                "all": (desk.say(f"page.{group.kind}"), f"/{group.kind}/"),
                "showings": tuple(_showing(desk, group, member) for member in sheet.items),
                "count": len(group.members),
            },
        )


def _showing(desk: Desk, group: Group, member: Membership) -> Showing:
    said = [q for q in member.entry.article.facts.quotes if q.speaker == group.name] if group.kind != "places" else []
    return Showing(
        card(desk, member.entry),
        _role(desk, group.kind, member),
        tuple(desk.extract(member.entry, found) for found in one_a_line(member.evidence, _EXTRACTS)),
        tuple(spoken(desk, member.entry, quote) for quote in said),
    )
