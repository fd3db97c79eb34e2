"""All people, organisations, places and outlets with every spelling that their articles have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalogue.groups import Group
from generator.catalogue.profiles import written_as
from generator.model import Draft
from generator.pages.desk import Desk, Link, ListPart
from generator.pages.grounds import Grounds, hash_of
from generator.pages.profile import called, spelled
from generator.pages.shelves import Shelved, by_letter, by_shelf, shelves, ways


@dataclass(frozen=True)
class Spelled:
    """A thing, of which kind it is, and how articles write its name."""

    link: Link
    kind: str
    written: str


def has_names(desk: Desk) -> bool:
    """Whether texts write some name in two ways."""
    return any(len(written_as(group, group.members)) > 1 for group in desk.catalogue.groups)


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The list of all names by letter."""
    desk = grounds.desk
    placed = by_shelf([by_letter(desk, group.name, group.address, group) for group in desk.catalogue.groups])
    sheets = tuple(desk.paged("/names/", placed))
    count = desk.say("count.names", count=len(placed))
    told = {"count": count, "ways": ways(sheets)}
    for sheet in sheets:
        held = [(x.id, x.title, grounds.group(x.thing)) for x in sheet.items]
        yield Draft(
            kind="names",
            address=sheet.address,
            title=desk.say("page.names"),
            description=desk.say("page.names.description"),
            rests_on=(sheet.place, hash_of(told, held)),
            context=partial(_context, grounds, sheet, told),
            count=count,
        )


def _context(grounds: Grounds, sheet: ListPart[Shelved[Group]], told: dict[str, Any]) -> dict[str, Any]:
    desk = grounds.narrowed(())
    return {"sheet": sheet, **told, "shelves": tuple(shelves(sheet.items, lambda group: _row(desk, group)))}


def _row(desk: Desk, group: Group) -> Spelled:
    """A name with its spellings; where it is written in one way alone, as it stands here, with how often."""
    written = written_as(group, group.members)
    plain = len(written) == 1 and written[0][0] == group.name
    said = desk.say("names.times", times=written[0][1]) if plain else spelled(desk, written)
    return Spelled(Link(called(desk, group), group.way), desk.say(f"names.{group.kind}"), said)
