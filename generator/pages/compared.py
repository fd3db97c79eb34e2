"""What articles say unlike of one thing, and what they say alike: side by side, with who says it, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalogue.agreements import Agreement
from generator.catalogue.differences import Contradiction
from generator.catalogue.groups import Entry
from generator.catalogue.tallies import counted_figures
from generator.model import Draft, Evidence
from generator.pages.desk import Desk, Link, ListPart
from generator.pages.figures import by_subject
from generator.pages.givens import Given, ShownSaying, given_figure, shown_saying, source_link, speaker
from generator.pages.grounds import Grounds, hash_of
from generator.pages.sourcewords import cited_by

_Several = Agreement | Contradiction

FEWEST = 2
"""Articles of a dossier in which there is something to compare."""


@dataclass(frozen=True)
class GivenSaying:
    """A saying with who says it, its article's source and date."""

    who: Link
    saying: ShownSaying
    source: Link
    came: str
    date: str


@dataclass(frozen=True)
class Compared:
    """Figures or sayings side by side: what they are of, and how many sources they are."""

    heading: str
    note: str
    givens: tuple[Given, ...]
    sayings: tuple[GivenSaying, ...] = ()


def has_several(desk: Desk) -> bool:
    """Whether there are articles to compare."""
    return len(desk.catalogue.listed) >= FEWEST


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """Both pages; where nothing differs or agrees they say so, and how much was compared."""
    entries = grounds.desk.catalogue.listed
    scope = grounds.desk.say(
        "compared.scope",
        figures=grounds.desk.say("compared.figures", count=sum(len(counted_figures(entry)) for entry in entries)),
        articles=grounds.desk.say("compared.articles", count=len(entries)),
    )
    yield from _list(grounds, "differences", grounds.desk.catalogue.differences, scope)
    yield from _list(grounds, "agreements", grounds.desk.catalogue.agreements, scope)


def _list(grounds: Grounds, kind: str, found: Sequence[_Several], scope: str) -> Iterable[Draft]:
    desk, count = grounds.desk, grounds.desk.say(f"count.{kind}", count=len(found))
    for sheet in desk.paged(f"/{kind}/", found):
        held = [(x.sources if isinstance(x, Agreement) else "", list(map(_place, _held(x)))) for x in sheet.items]
        among = grounds.among(entry for x in sheet.items for entry, _ in _held(x))
        told = {"count": count, "scope": scope, "rule": desk.say(f"{kind}.rule")}
        yield Draft(
            kind="compared",
            address=sheet.address,
            title=desk.say(f"page.{kind}"),
            description=desk.say(f"page.{kind}.description"),
            rests_on=(sheet.place, hash_of(told, held), among),
            context=partial(_context, grounds, sheet, told),
            count=count,
        )


def _context(grounds: Grounds, sheet: ListPart[_Several], told: dict[str, Any]) -> dict[str, Any]:
    desk = grounds.narrowed(entry for x in sheet.items for entry, _ in _held(x))
    return {"sheet": sheet, "found": tuple(_compared(desk, x) for x in sheet.items), **told}


def _compared(desk: Desk, found: _Several) -> Compared:
    return _agreement(desk, found) if isinstance(found, Agreement) else _difference(desk, found)


def _held(found: _Several) -> list[tuple[Entry, Evidence]]:
    """What stands side by side: figures, and sayings, each with its article."""
    sayings = found.sayings if isinstance(found, Agreement) else ()
    return [*((x.entry, x.figure) for x in found.tallies), *((x.entry, x.quote) for x in sayings)]


def _place(held: tuple[Entry, Evidence]) -> tuple[int, int]:
    return held[1].line, held[1].start


def _difference(desk: Desk, found: Contradiction) -> Compared:
    heading = by_subject(desk, found.tallies)[0][0]
    note = desk.say("differences.articles", count=len(found.tallies))
    return Compared(heading, note, tuple(given_figure(desk, tally) for tally in found.tallies))


def _agreement(desk: Desk, found: Agreement) -> Compared:
    many = len(found.tallies) or len(found.sayings)
    note = desk.say(f"agreements.{found.sources}", count=many)
    heading = by_subject(desk, found.tallies)[0][0] if found.tallies else desk.say("agreements.saying")
    said = tuple(
        GivenSaying(
            speaker(desk, x.entry, x.quote),
            shown_saying(desk, x),
            source_link(desk, x.entry),
            cited_by(desk, x.entry.article),
            desk.date_of(x.entry.article),
        )
        for x in found.sayings
    )
    return Compared(heading, note, tuple(given_figure(desk, tally) for tally in found.tallies), said)
