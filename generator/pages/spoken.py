"""Quotations, figures and dates as lists show them: each with its words, its article and the way to its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue.groups import Entry
from generator.facts.table import SECTIONS, FactField
from generator.model import Figure, MentionedDate, Page, Quote
from generator.model.calendar import parse_iso
from generator.model.manners import Marks
from generator.pages.amounts import shown_amount
from generator.pages.citing import copied_with
from generator.pages.desk import Desk, Extract, Link, anchor
from generator.pages.pictures.grids import themes_by_speakers
from generator.pages.pictures.shapes import Picture
from generator.pages.pictures.timeline import timeline


@dataclass(frozen=True)
class ListedQuote:
    """A saying with who says it, on what basis we say so, and what is to be known of how the source gives it; `said` is
    what goes along when its words are copied.
    """

    text: str
    speaker: str | None
    basis: str
    note: str | None
    where: Link
    article: Link
    said: str


@dataclass(frozen=True)
class Counted:
    """A figure in its sentence, with what it amounts to."""

    extract: Extract
    amount: str
    article: Link


@dataclass(frozen=True)
class DatedSentence:
    """A date that an article speaks of, in its sentence."""

    iso: str | None
    date: str
    extract: Extract
    article: Link


def spoken(desk: Desk, entry: Entry, quote: Quote) -> ListedQuote:
    """A saying as lists show it."""
    return ListedQuote(
        quote.text,
        quote.speaker,
        desk.say(f"speaker.{quote.speaker_basis or 'unknown'}"),
        manner(desk, quote),
        Link(desk.place(entry.article.cleaned, quote.line), f"{entry.address}#{anchor(quote)}"),
        Link(desk.title_of(entry.article), entry.address),
        copied_with(desk, entry.article, quote),
    )


def manner(desk: Desk, quote: Quote) -> str | None:
    """How the source gives somebody's words, where it is not plainly between marks."""
    return desk.say(_MANNERS[quote.marks]) if quote.marks in _MANNERS else None


def listed_figure(desk: Desk, entry: Entry, figure: Figure) -> Counted:
    """A figure as lists show it."""
    return Counted(
        desk.extract(entry, figure), shown_amount(desk, figure), Link(desk.title_of(entry.article), entry.address)
    )


def _dated(desk: Desk, entry: Entry, date: MentionedDate) -> DatedSentence:
    return DatedSentence(
        date.value if parse_iso(date.value) else None,
        desk.day(date.value),
        desk.extract(entry, date.evidence),
        Link(desk.title_of(entry.article), entry.address),
    )


_MANNERS: Mapping[Marks, str] = {"unclosed": "quote.unclosed", "turn": "quote.turn", "reported": "quote.reported"}

# How an item of each list is shown.
_LISTED: Mapping[str, Callable[[Desk, Entry, Any], Any]] = {
    "quotes": spoken,
    "figures": listed_figure,
    "dates_mentioned": _dated,
}


# What a list shows above its first sheet.
_PICTURES: Mapping[str, Callable[[Desk], Picture | None]] = {"quotes": themes_by_speakers, "dates": timeline}


def pages(desk: Desk) -> Iterable[Page]:
    """The lists of quotations, figures and dates (those the latest first), each a page for every hundred."""
    for field in SECTIONS:
        if field.name in _LISTED:
            found = [(e, x) for e in desk.catalogue.listed for x in field.items(e.article.facts)]
            if field.name == "dates_mentioned":
                found.sort(key=lambda pair: pair[1].value, reverse=True)
            yield from _list(desk, field, found)


def _list(desk: Desk, field: FactField, found: Sequence[tuple[Entry, Any]]) -> Iterator[Page]:
    kind = field.section.kind if field.section else field.name
    for sheet in desk.paged(f"/{kind}/", found):
        yield Page(
            kind=kind,
            address=sheet.address,
            title=desk.say(f"page.{kind}"),
            description=desk.say(f"page.{kind}.description"),
            context={
                "sheet": sheet,
                kind: tuple(_LISTED[field.name](desk, entry, item) for entry, item in sheet.items),
                "count": _counted(desk, kind, found),
                "picture": _PICTURES[kind](desk) if kind in _PICTURES and sheet.number == 1 else None,
            },
        )


def _counted(desk: Desk, kind: str, found: Sequence[tuple[Entry, Any]]) -> str:
    """How many there are; direct and reported sayings are two numbers."""
    reported = sum(isinstance(item, Quote) and item.is_reported for _, item in found)
    counted = desk.say(f"count.{kind}", count=len(found) - reported)
    told = desk.say("count.reported", count=reported)
    return desk.say("quotes.both", direct=counted, reported=told) if reported else counted
