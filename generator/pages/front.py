"""The front briefing: what is here, what is new, how far it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.gather import ThemeGroup, newest_added
from generator.catalogue.groups import Entry
from generator.model import Page
from generator.pages.cards import card
from generator.pages.desk import Desk

_LATELY = 8


@dataclass(frozen=True)
class Coverage:
    """How many articles state a thing, in how many it is worked out, in how many it is unknown."""

    label: str
    stated: int
    worked_out: int
    unknown: int


def pages(desk: Desk) -> Iterable[Page]:
    """The front page."""
    entries = desk.catalogue.listed
    dated = [e for e in entries if e.dated]
    yield Page(
        kind="front",
        address="/",
        title=desk.name,
        description=desk.described,
        context={
            "subject": desk.settings.subject,
            "count": len(entries),
            "theme_count": len(desk.catalogue.themes),
            "date_note": _date_note(desk, entries),
            "added": tuple(card(desk, e) for e in newest_added(entries)[:_LATELY]),
            "dated": tuple(card(desk, e) for e in dated[:_LATELY]),
            "undated": tuple(card(desk, e) for e in entries if not e.dated)[:_LATELY],
            "themes": tuple((g.theme, len(g.members)) for g in _largest_first(desk)),
            "coverage": tuple(_coverage(desk, entries)),
        },
    )


def _largest_first(desk: Desk) -> list[ThemeGroup]:
    return sorted(desk.catalogue.themes, key=lambda g: -len(g.members))


def _date_note(desk: Desk, entries: tuple[Entry, ...]) -> str:
    stated = sum(e.article.facts.date.basis == "stated" for e in entries)
    return desk.say("front.dated", count=stated) if stated else desk.say("front.nothing-dated")


def _coverage(desk: Desk, entries: tuple[Entry, ...]) -> Iterator[Coverage]:
    yield _count(
        desk.say("label.title"), [e.article.facts.title.basis if e.article.facts.title else None for e in entries]
    )
    yield _count(desk.say("label.date"), [e.article.facts.date.basis for e in entries])
    yield _count(
        desk.say("label.outlet"), [e.article.facts.outlet.basis if e.article.facts.outlet else None for e in entries]
    )


def _count(label: str, bases: list[str | None]) -> Coverage:
    counts = Counter(bases)
    return Coverage(label, counts["stated"], len(bases) - counts["stated"] - counts[None], counts[None])
