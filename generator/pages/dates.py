"""The order of time: when articles were published, as far as it is known, and of which days they speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from generator.catalogue.groups import Entry
from generator.model import Draft, MentionedDate
from generator.model.calendar import parse_iso
from generator.pages.desk import Desk, Extract, Link, ListPart
from generator.pages.givens import dated, source_link
from generator.pages.grounds import Grounds, hash_of
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


class _Moment(NamedTuple):
    """What a row is made of: an article was published then, or speaks of it (`date`)."""

    order: tuple[bool, str, str]
    entry: Entry
    date: MentionedDate | None


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The picture, and the table in sheets, the latest first; a day without a year stands last."""
    desk = grounds.desk
    found = sorted(_moments(desk.catalogue.listed), key=lambda x: x.order, reverse=True)
    undated = sum(not entry.dated for entry in desk.catalogue.listed)
    count = desk.say("count.dates", count=sum(moment.date is not None for moment in found))
    told = {"count": count, "undated": desk.say("dates.undated", count=undated) if undated else ""}
    for sheet in desk.paged("/dates/", found):
        held = [(x.order, x.date and (x.date.evidence.line, x.date.evidence.start)) for x in sheet.items]
        among = grounds.whole if sheet.number == 1 else grounds.among(x.entry for x in sheet.items)
        yield Draft(
            kind="dates",
            address=sheet.address,
            title=desk.say("page.dates"),
            description=desk.say("page.dates.description"),
            rests_on=(sheet.place, hash_of(told, held), among),
            context=partial(_context, grounds, sheet, told),
            count=count,
        )


def _context(grounds: Grounds, sheet: ListPart[_Moment], told: dict[str, Any]) -> dict[str, Any]:
    desk = grounds.narrowed(x.entry for x in sheet.items)
    return {
        "former": desk.former("method.dates"),
        "sheet": sheet,
        "dates": tuple(_row(desk, moment) for moment in sheet.items),
        "picture": timeline(grounds.desk) if sheet.number == 1 else None,
        **told,
    }


def _moments(entries: Iterable[Entry]) -> Iterator[_Moment]:
    for entry in entries:
        if entry.dated:
            first, last = entry.article.facts.date.interval
            yield _Moment((True, last or first or "", first or ""), entry, None)
        for date in entry.article.facts.dates_mentioned:
            yield _Moment((not date.value.startswith("-"), date.value, ""), entry, date)


def _row(desk: Desk, moment: _Moment) -> MomentRow:
    return _spoken_of(desk, moment.entry, moment.date) if moment.date else _published(desk, moment.entry)


def _published(desk: Desk, entry: Entry) -> MomentRow:
    source = publisher(desk, entry.article), came_by(desk, entry.article)
    return MomentRow(
        iso=entry.article.facts.date.value,
        date=desk.date_of(entry.article),
        kind=desk.say("dates.published"),
        title=Link(desk.title_of(entry.article), entry.address),
        lang=entry.article.cleaned.lang,
        extract=None,
        source=Link(desk.say("list.dot").join(part for part in source if part), ""),
    )


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
