"""Corrections: every value that an editor changed by a sidecar, with what the text gave, its article and the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.groups import Entry
from generator.model import DateFact, Draft, EditorialChange, Page
from generator.pages.datewords import date_words, iso_words
from generator.pages.desk import Desk, Link
from generator.pages.grounds import Grounds, drafted

ADDRESS = "/corrections/"
_LONGEST = 120
_OPEN = ".."


@dataclass(frozen=True)
class CorrectedValue:
    """A value in words: what it is a value of, what the text gave, what it is now, where, and since when."""

    label: str
    was: str
    now: str
    article: Link
    day: str | None


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The list of corrections, the latest first, those of no known day last."""
    desk = grounds.desk
    found = [row for entry in _latest_first(desk.catalogue.listed) for row in _rows(desk, entry)]
    title, description = desk.say("page.corrections"), desk.say("page.corrections.description")
    count = desk.say("count.corrections", count=len(found))
    for sheet in desk.paged(ADDRESS, found):
        yield drafted(Page("corrections", sheet.address, title, {"sheet": sheet, "count": count}, description))


def _latest_first(entries: Iterable[Entry]) -> list[Entry]:
    by_name = sorted(entries, key=lambda entry: entry.article.name)
    return sorted(by_name, key=lambda entry: entry.corrected or "", reverse=True)


def _rows(desk: Desk, entry: Entry) -> Iterator[CorrectedValue]:
    link = Link(desk.title_of(entry.article), entry.address)
    day = desk.day(entry.corrected) if entry.corrected else None
    for change in entry.article.changes:
        told = _told(desk, change)
        if told:
            yield CorrectedValue(_label(desk, change), *told, link, day)


def _label(desk: Desk, change: EditorialChange) -> str:
    name = f"corrected.{change.field}.{change.part}" if change.part else f"corrected.{change.field}"
    said = desk.say(name)
    return desk.say("corrected.of", label=said, thing=_short(change.thing)) if change.thing else said


def _told(desk: Desk, change: EditorialChange) -> tuple[str, str] | None:
    """What was and what is, in words; None for a theme that the site does not show."""
    said = [_words(desk, change.field, value) for value in (change.was, change.now)]
    if change.field == "themes" and not any(said):
        return None
    nothing = desk.say("corrected.nothing")
    return (said[0] or nothing, said[1] or nothing)


def _words(desk: Desk, field: str, value: str | None) -> str | None:
    if value is None:
        return None
    if field == "themes":
        theme = desk.lexicon.themes.by_id.get(value)
        return theme.label if theme else None
    if field == "date":
        return _date(desk, value)
    if field == "dates_mentioned":
        return iso_words(value, desk.lexicon.wording, desk.settings)
    return _short(value)


def _date(desk: Desk, value: str) -> str:
    first, slash, last = value.partition("/")
    bounds = [None if day == _OPEN else day for day in (first, last)]
    date = DateFact(not_before=bounds[0], not_after=bounds[1]) if slash else DateFact(value=value)
    return date_words(date, desk.lexicon.wording, desk.settings)


def _short(text: str) -> str:
    """Words cut at a word where they are many."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
