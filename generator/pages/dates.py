"""The order of time: when articles were published, as far as it is known, and of which days they speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.groups import Entry
from generator.model import MentionedDate, Page
from generator.model.calendar import parse_iso
from generator.pages.desk import Desk, Extract, Link
from generator.pages.givens import dated, source_link
from generator.pages.pictures.timeline import timeline
from generator.pages.sourcewords import came_by, publisher


@dataclass(frozen=True)
class MomentRow:
    """A day or a span of days: an article was published then (`title`), or speaks of it (`extract`)."""

    iso: str | None
    date: str
    kind: str
    title: Link | None
    lang: str | None
    extract: Extract | None
    source: Link


def pages(desk: Desk) -> Iterable[Page]:
    """The picture, and the table in sheets, the latest first; a day without a year stands last."""
    found = sorted(_rows(desk), key=lambda x: x[0], reverse=True)
    undated = sum(not entry.dated for entry in desk.catalogue.listed)
    for sheet in desk.paged("/dates/", [row for _, row in found]):
        yield Page(
            kind="dates",
            address=sheet.address,
            title=desk.say("page.dates"),
            description=desk.say("page.dates.description"),
            context={
                "former": desk.former("method.dates"),
                "sheet": sheet,
                "dates": sheet.items,
                "picture": timeline(desk) if sheet.number == 1 else None,
                "count": desk.say("count.dates", count=sum(row.extract is not None for _, row in found)),
                "undated": desk.say("dates.undated", count=undated) if undated else "",
            },
        )


def _rows(desk: Desk) -> Iterator[tuple[tuple[bool, str, str], MomentRow]]:
    for entry in desk.catalogue.listed:
        if entry.dated:
            yield _published(desk, entry)
        for date in entry.article.facts.dates_mentioned:
            yield (not date.value.startswith("-"), date.value, ""), _spoken_of(desk, entry, date)


def _published(desk: Desk, entry: Entry) -> tuple[tuple[bool, str, str], MomentRow]:
    first, last = entry.article.facts.date.interval
    source = publisher(desk, entry.article), came_by(desk, entry.article)
    row = MomentRow(
        iso=entry.article.facts.date.value,
        date=desk.date_of(entry.article),
        kind=desk.say("dates.published"),
        title=Link(desk.title_of(entry.article), entry.address),
        lang=entry.article.cleaned.lang,
        extract=None,
        source=Link(desk.say("list.dot").join(part for part in source if part), ""),
    )
    return (True, last or first or "", first or ""), row


def _spoken_of(desk: Desk, entry: Entry, date: MentionedDate) -> MomentRow:
    return MomentRow(
        iso=date.value if parse_iso(date.value) else None,
        date=desk.day(date.value),
        kind=desk.say("dates.mentioned"),
        title=None,
        lang=entry.article.cleaned.lang,
        extract=dated(desk, entry, date.evidence),
        source=source_link(desk, entry),
    )
