"""The lists of people, organisations, places and outlets: by letter, by country, publishers before papers cited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.catalogue.groups import GROUP_KINDS, Group
from generator.catalogue.profiles import present_by_article
from generator.lexicon.entities import Place
from generator.model import Draft, GroupKind
from generator.pages import profile
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds, hash_of
from generator.pages.placewords import country_name, country_of
from generator.pages.shelves import LONG, Shelved, by_letter, ordered_by, shelves, ways
from generator.reading.letters import key

# So many names stand before a long list, those of the most articles.
_COMMON = 8


@dataclass(frozen=True)
class GroupRow:
    """A thing in the list of its kind: what it is called, in how many articles; what tells it from others."""

    name: str
    address: str
    count: int
    note: str | None


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The list of each kind, and a page for everything in it."""
    groups = grounds.desk.catalogue.groups
    present = present_by_article(groups)
    for kind in GROUP_KINDS:
        found = tuple(g for g in groups if g.kind == kind)
        yield from _lists(grounds.desk, kind, found)
        for group in found:
            if not group.is_small:
                yield from profile.drafts(grounds, group, present)


def _lists(desk: Desk, kind: GroupKind, found: Sequence[Group]) -> Iterable[Draft]:
    placed = sorted(_PLACED[kind](desk, found), key=lambda x: (x.order, x.within))
    sheets = tuple(desk.paged(f"/{kind}/", placed))
    by_number = kind == "outlets" or len(found) < LONG
    many = [] if by_number else [group for group in found if len(group.members) > 1]
    names, leading, count = _names(found), ways(sheets), desk.say(f"count.{kind}", count=len(found))
    for sheet in sheets:
        told = {
            "former": desk.former("outlets.former") if kind == "outlets" else (),
            "count": count,
            "order": desk.say(f"order.{kind}"),
            "common": tuple(_row(desk, group, names) for group in many[:_COMMON]) if sheet.number == 1 else (),
            "ways": leading,
            "long": len(found) >= LONG,
            "sheets": tuple(other.address for other in sheets),
            "shelves": tuple(shelves(sheet.items, lambda group: _row(desk, group, names))),
        }
        yield Draft(
            kind="groups",
            address=sheet.address,
            title=desk.say(f"page.{kind}"),
            description=desk.say(f"page.{kind}.description"),
            rests_on=(sheet.place, hash_of(told)),
            context=partial(dict, told, sheet=sheet),
            count=count,
        )


def _names(groups: Iterable[Group]) -> Mapping[str, int]:
    """How many things bear each name."""
    counted: dict[str, int] = {}
    for group in groups:
        counted[key(group.name)] = counted.get(key(group.name), 0) + 1
    return counted


def _row(desk: Desk, group: Group, names: Mapping[str, int]) -> GroupRow:
    note = next((member.role for member in group.members if member.role), None) if group.kind == "people" else None
    shared = names[key(group.name)] > 1
    if group.kind == "outlets" or (group.kind == "places" and shared):
        country = country_of(desk, group)
        note = country_name(desk, country) if country else desk.say("groups.country.unknown") if shared else None
    return GroupRow(profile.called(desk, group), group.way, len(group.members), note)


def _by_letter(desk: Desk, found: Sequence[Group]) -> Iterator[Shelved[Group]]:
    """Under their first letters, in a list that is long."""
    for group in found:
        placed = by_letter(desk, group.name, group.id, group)
        yield placed if len(found) >= LONG else replace(placed, id="letters", order=(0, ""), title="")


def _by_country(desk: Desk, found: Sequence[Group]) -> Iterator[Shelved[Group]]:
    """Under the country, itself first, where places of it are told; then the other states; then what lies in none or in
    several, and what nobody knows the country of.
    """
    countries = {group.id: country_of(desk, group) for group in found}
    told = {country.id for id_, country in countries.items() if country and country.id != id_}
    for group in found:
        country, name = countries[group.id], ordered_by(group.name)
        if country and country.id in told:
            first = "" if country.id == group.id else name
            called = country_name(desk, country)
            order = (0, ordered_by(called))
            yield Shelved(f"country-{country.id}", order, called, (first, group.id), group)
        else:
            at, kind = _without(desk, group, country)
            yield Shelved(f"country-{kind}", (at, ""), desk.say(f"groups.{kind}"), (name, group.id), group)


def _without(desk: Desk, group: Group, country: Place | None) -> tuple[int, str]:
    if country:
        return 1, "states"
    return (2, "regions") if group.id in desk.lexicon.entities.places else (3, "unplaced")


def _by_part(desk: Desk, found: Sequence[Group]) -> Iterator[Shelved[Group]]:
    """Those that published an article before those that are only cited."""
    for group in found:
        cited = all(member.role != "publisher" for member in group.members)
        title = desk.say("groups.cited" if cited else "groups.publishers")
        within = (f"{len(found) - len(group.members):06}", key(group.name))
        yield Shelved(f"part-{int(cited)}", (cited, ""), title, within, group)


_PLACED: Mapping[GroupKind, Callable[[Desk, Sequence[Group]], Iterator[Shelved[Group]]]] = {
    "people": _by_letter,
    "organisations": _by_letter,
    "places": _by_country,
    "outlets": _by_part,
}
