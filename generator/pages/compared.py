"""What articles say unlike of one thing, and what they say alike: side by side, with who says it, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalogue.agreements import Agreement
from generator.catalogue.differences import Contradiction
from generator.catalogue.tallies import counted_figures
from generator.model import Page
from generator.pages.desk import Desk, Link
from generator.pages.figures import by_subject
from generator.pages.givens import Given, ShownSaying, given_figure, shown_saying, source_link, speaker
from generator.pages.sourcewords import cited_by

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


def pages(desk: Desk) -> Iterable[Page]:
    """Both pages; where nothing differs or agrees they say so, and how much was compared."""
    found, alike = desk.catalogue.differences, desk.catalogue.agreements
    yield from _page(desk, "differences", [_difference(desk, x) for x in found])
    yield from _page(desk, "agreements", [_agreement(desk, x) for x in alike])


def _page(desk: Desk, kind: str, found: Sequence[Compared]) -> Iterable[Page]:
    entries = desk.catalogue.listed
    figures = sum(len(counted_figures(entry)) for entry in entries)
    for sheet in desk.paged(f"/{kind}/", found):
        yield Page(
            kind="compared",
            address=sheet.address,
            title=desk.say(f"page.{kind}"),
            description=desk.say(f"page.{kind}.description"),
            context={
                "sheet": sheet,
                "found": sheet.items,
                "count": desk.say(f"count.{kind}", count=len(found)),
                "scope": desk.say(
                    "compared.scope",
                    figures=desk.say("compared.figures", count=figures),
                    articles=desk.say("compared.articles", count=len(entries)),
                ),
                "rule": desk.say(f"{kind}.rule"),
            },
        )


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
