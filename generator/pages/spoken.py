"""Quotations, figures and dates as lists show them: each with its words, its article and the way to its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue.groups import Entry
from generator.model import Figure, MentionedDate, Page, Quote
from generator.model.calendar import parse_iso
from generator.pages.desk import Desk, Extract, Link, anchor


@dataclass(frozen=True)
class Saying:
    """A quotation with who says it, and on what basis we say so."""

    text: str
    speaker: str | None
    basis: str
    unclosed: bool
    where: Link
    article: Link


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


def spoken(desk: Desk, entry: Entry, quote: Quote) -> Saying:
    """A quotation as lists show it."""
    return Saying(
        quote.text,
        quote.speaker,
        desk.say(f"speaker.{quote.speaker_basis or 'unknown'}"),
        quote.marks == "unclosed",
        Link(desk.say("evidence.line", line=quote.line), f"{entry.address}#{anchor(quote)}"),
        Link(desk.title_of(entry.article), entry.address),
    )


def counted(desk: Desk, entry: Entry, figure: Figure) -> Counted:
    """A figure as lists show it."""
    return Counted(desk.extract(entry, figure), amount(desk, figure), Link(desk.title_of(entry.article), entry.address))


def amount(desk: Desk, figure: Figure) -> str:
    """What a figure comes to, in digits: «نحو 2,000 (مقاتل)», «10,000 أو أكثر (شخص)», «بلا عدد محدَّد».

    The unit stands apart in brackets, since the noun that a number counts changes its form with the number.
    """
    low, high = (None if x is None else desk.quantity(x) for x in (figure.low, figure.high))
    if low is None and high is None:
        said = desk.say("figure.vague") if figure.value is None else desk.quantity(figure.value)
    elif high is None:
        said = desk.say("figure.above", amount=low)
    elif low is None:
        said = desk.say("figure.below", amount=high)
    else:
        said = low if low == high else desk.say("figure.between", low=low, high=high)
    if figure.approximate:
        said = desk.say("figure.about", amount=said)
    return desk.say("figure.unit", amount=said, unit=figure.unit) if figure.unit else said


def _dated(desk: Desk, entry: Entry, date: MentionedDate) -> DatedSentence:
    return DatedSentence(
        date.value if parse_iso(date.value) else None,
        desk.day(date.value),
        desk.extract(entry, date.evidence),
        Link(desk.title_of(entry.article), entry.address),
    )


def pages(desk: Desk) -> Iterable[Page]:
    """The lists of quotations, figures and dates, each a page for every hundred."""
    entries = desk.catalogue.listed
    quotes = [(e, q) for e in entries for q in e.article.facts.quotes]
    for sheet in desk.paged("/quotes/", quotes):
        rows = tuple(spoken(desk, e, q) for e, q in sheet.items)
        yield _page(desk, "quotes", sheet.address, len(quotes), {"sheet": sheet, "quotes": rows})
    figures = [(e, f) for e in entries for f in e.article.facts.figures]
    for numbers in desk.paged("/figures/", figures):
        counts = tuple(counted(desk, e, f) for e, f in numbers.items)
        yield _page(desk, "figures", numbers.address, len(figures), {"sheet": numbers, "figures": counts})
    dates = sorted(
        ((e, d) for e in entries for d in e.article.facts.dates_mentioned), key=lambda x: x[1].value, reverse=True
    )
    for days in desk.paged("/dates/", dates):
        mentioned = tuple(_dated(desk, e, d) for e, d in days.items)
        yield _page(desk, "dates", days.address, len(dates), {"sheet": days, "dates": mentioned})


def _page(desk: Desk, kind: str, address: str, count: int, context: dict[str, object]) -> Page:
    return Page(
        kind=kind,
        address=address,
        title=desk.say(f"page.{kind}"),
        description=desk.say(f"page.{kind}.description"),
        context={**context, "count": desk.say(f"count.{kind}", count=count)},
    )
