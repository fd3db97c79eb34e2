"""Theme pages: each with the sentence that put every article there, and who speaks of it; and the list of themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalogue.gather import ThemeGroup
from generator.catalogue.groups import Entry
from generator.model import Draft, Quote, ThemeHit
from generator.pages.cards import Card, card
from generator.pages.desk import Desk, Extract, ListPart, one_a_line
from generator.pages.grounds import Grounds
from generator.pages.pictures.grids import themes_by_outlets
from generator.pages.printed import print_address
from generator.pages.tables import own_data

_EXTRACTS = 2
_SPEAKERS = 8


@dataclass(frozen=True)
class Member:
    """An article of a theme with the sentences that prove it."""

    card: Card
    extracts: tuple[Extract, ...]


@dataclass(frozen=True)
class Speaks:
    """Who says something in paragraphs of a theme, and how often."""

    name: str
    address: str | None
    count: int


def has_themes(desk: Desk) -> bool:
    """Whether some article has a theme: what no article has stands nowhere on a site."""
    return bool(desk.catalogue.themes)


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The page of all themes that some article has, and one for each of them."""
    desk = grounds.desk
    groups = sorted(desk.catalogue.themes, key=lambda group: -len(group.members))
    count = desk.say("count.themes", count=len(groups))
    yield Draft(
        kind="themes",
        address="/themes/",
        title=desk.say("page.themes"),
        description=desk.say("page.themes.description"),
        rests_on=(grounds.whole,),
        context=lambda: {
            "themes": tuple((g.theme, len(g.members)) for g in groups),
            "count": count,
            "picture": themes_by_outlets(desk),
        },
        count=count,
    )
    for group in groups:
        yield from _theme(grounds, group)


def _theme(grounds: Grounds, group: ThemeGroup) -> Iterable[Draft]:
    theme, count = group.theme, len(group.members)
    for sheet in grounds.desk.paged(group.address, group.members):
        # Who speaks of it is told on the first sheet, and counted on all.
        told = group.members if sheet.number == 1 else sheet.items
        yield Draft(
            kind="theme",
            address=sheet.address,
            title=theme.label,
            description=theme.description,
            rests_on=(sheet.place, theme.id, str(count), grounds.among(entry for entry, _ in told)),
            context=partial(_context, grounds, group, sheet),
        )


def _context(grounds: Grounds, group: ThemeGroup, sheet: ListPart[tuple[Entry, ThemeHit]]) -> dict[str, Any]:
    theme, count, first = group.theme, len(group.members), sheet.number == 1
    desk = grounds.narrowed(entry for entry, _ in (group.members if first else sheet.items))
    return {
        "theme": theme,
        "briefing": {"kind": "theme", "id": theme.id, "label": theme.label, "articles": count},
        "sheet": sheet,
        "count": count,
        "data": own_data(group.address, count),
        "printed": print_address(group.address, count),
        "speakers": _speakers(desk, group) if first else (),
        "members": tuple(_member(desk, entry, hit) for entry, hit in sheet.items),
    }


def _member(desk: Desk, entry: Entry, hit: ThemeHit) -> Member:
    chosen = one_a_line(hit.evidence, _EXTRACTS)
    return Member(card(desk, entry), tuple(desk.extract(entry, found) for found in chosen))


def _speakers(desk: Desk, group: ThemeGroup) -> tuple[Speaks, ...]:
    """Those whose sayings stand in paragraphs that prove a theme, who says most first."""
    said = [(quote, _address(desk, quote)) for entry, hit in group.members for quote in _within(entry, hit)]
    counted = Counter(address or quote.speaker or "" for quote, address in said)
    first = {address or quote.speaker or "": (quote.speaker or "", address) for quote, address in said}
    ranked = sorted(counted, key=lambda told: (-counted[told], first[told][0]))
    return tuple(Speaks(*first[told], counted[told]) for told in ranked[:_SPEAKERS])


def _within(entry: Entry, hit: ThemeHit) -> Iterable[Quote]:
    cleaned = entry.article.cleaned
    lines = {cleaned.holder(found.line).number for found in hit.evidence}
    quotes = entry.article.facts.quotes
    return (quote for quote in quotes if quote.speaker and cleaned.holder(quote.line).number in lines)


def _address(desk: Desk, quote: Quote) -> str | None:
    """The page of somebody who speaks, a person or a body."""
    name = quote.speaker or ""
    person = desk.group_way("people", quote.speaker_id, name)
    return person or desk.group_way("organisations", quote.speaker_id, name)
