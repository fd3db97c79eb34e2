"""All articles by the year and the month in which they were published, as far as that is known.

Invariant: an article stands under what its date surely is: a year without a month under the year alone, an open or
longer interval under its own bounds, what nothing bounds at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from generator.catalogue.groups import Entry
from generator.model import DateFact, Draft
from generator.model.calendar import parse_iso
from generator.pages.cards import Card, card
from generator.pages.desk import Desk, ListPart
from generator.pages.grounds import Grounds, hash_of
from generator.pages.shelves import Shelf, Shelved, by_shelf, ways

# With one article its own page says all.
_FEWEST = 2


class _When(NamedTuple):
    """The years that a date may be of, and its month: open where None."""

    first: int | None
    last: int | None
    month: int | None


@dataclass(frozen=True)
class Month:
    """The articles of a month, or those of a year whose month is not known, under no heading."""

    title: str | None
    cards: tuple[Card, ...]


def has_archive(desk: Desk) -> bool:
    """Whether there are articles to be told apart."""
    return len(desk.catalogue.listed) >= _FEWEST


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The archive, the latest year first."""
    desk = grounds.desk
    placed = by_shelf([_placed(desk, at, entry) for at, entry in enumerate(desk.catalogue.listed)])
    estimated = _estimated(placed)
    sheets, count = tuple(desk.paged("/archive/", placed)), desk.say("count.articles", count=len(placed))
    leading = ways(sheets)
    for sheet in sheets:
        held = [(x.id, x.title, x.id in estimated) for x in sheet.items]
        among = grounds.among(x.thing for x in sheet.items)
        yield Draft(
            kind="archive",
            address=sheet.address,
            title=desk.say("page.archive"),
            description=desk.say("page.archive.description"),
            rests_on=(sheet.place, hash_of(count, leading, held), among),
            context=partial(_context, grounds, sheet, estimated, {"count": count, "ways": leading}),
            count=count,
        )


def _context(
    grounds: Grounds, sheet: ListPart[Shelved[Entry]], estimated: frozenset[str], told: dict[str, Any]
) -> dict[str, Any]:
    desk = grounds.narrowed(x.thing for x in sheet.items)
    return {"sheet": sheet, **told, "shelves": tuple(_shelves(desk, sheet.items, estimated))}


def _placed(desk: Desk, at: int, entry: Entry) -> Shelved[Entry]:
    when = _when(entry.article.facts.date)
    id_ = "-".join(("year", *("" if year is None else str(year) for year in when[:2])))
    within = f"{99 - when.month if when.month else 99:02}"
    return Shelved(id_, _order(when), _title(desk, when), (within, f"{at:07}"), entry)


def _when(date: DateFact) -> _When:
    first, last = (parse_iso(day) if day else None for day in date.interval)
    years = (first.year if first else None, last.year if last else None)
    same = first and last and years[0] == years[1] and first.month == last.month
    return _When(*years, first.month if first and same else None)


def _order(when: _When) -> tuple[int, str]:
    """The latest year first, in it what is surely of it; what may be later or earlier behind that; the unknown last."""
    if when.first == when.last:
        return (9999 - when.first, "") if when.first else (9999, "")
    return 9999 - (when.last or when.first or 0), f"{9999 - (when.first or 0)}"


def _title(desk: Desk, when: _When) -> str:
    first, last = (None if year is None else desk.number(year) for year in when[:2])
    if first == last:
        return first or desk.say("date.none")
    name = "between" if first and last else "after" if first else "before"
    return desk.say(f"archive.{name}", first=first, last=last)


def _estimated(placed: Sequence[Shelved[Entry]]) -> frozenset[str]:
    """The shelves of which no article states its date."""
    stated = {x.id for x in placed if not x.thing.article.facts.date.is_estimated}
    return frozenset(x.id for x in placed) - stated


def _shelves(desk: Desk, placed: Sequence[Shelved[Entry]], estimated: frozenset[str]) -> Iterator[Shelf[Month]]:
    for id_, some in groupby(placed, key=lambda x: x.id):
        held = tuple(some)
        title = desk.say("date.estimated", date=held[0].title) if id_ in estimated else held[0].title
        months = groupby((x.thing for x in held), key=lambda entry: _when(entry.article.facts.date).month)
        rows = tuple(Month(_month(desk, month), tuple(card(desk, e) for e in entries)) for month, entries in months)
        yield Shelf(title, id_, rows)


def _month(desk: Desk, month: int | None) -> str | None:
    return desk.day(f"--{month:02}") if month else None
