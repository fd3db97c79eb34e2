"""Sayings by speaker, then by theme and date: own words on one page, what is told without marks on another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalogue.groups import Entry
from generator.catalogue.institutions import institution_of, is_public
from generator.catalogue.tallies import Saying
from generator.model import Draft
from generator.pages.desk import Desk, Link, ListPart
from generator.pages.givens import ShownSaying, neighbours, shown_saying, source_link, speaker
from generator.pages.grounds import Grounds, hash_of
from generator.pages.pictures.grids import themes_by_speakers
from generator.pages.sourcewords import cited_by
from generator.pages.voices import voice


@dataclass(frozen=True)
class SayingsOfArticle:
    """What somebody says in an article: its strongest theme, his office there, its source and date, his words."""

    theme: str
    office: str
    source: Link
    came: str
    date: str
    lang: str | None
    sayings: tuple[ShownSaying, ...]


@dataclass(frozen=True)
class SpeakerPart:
    """A speaker with what he says on this sheet; for: whom he speaks for; goes_on: whether a sheet before began it."""

    who: Link
    voice: str
    count: str
    goes_on: bool
    articles: tuple[SayingsOfArticle, ...]


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """Both lists; that of what is told only where something is."""
    desk = grounds.desk
    told = [Saying(entry, quote) for entry in desk.catalogue.listed for quote in entry.article.facts.quotes]
    reported = [x for x in told if x.quote.is_reported]
    beside = Link(desk.say("count.reported", count=len(reported)), "/reported/") if reported else None
    yield from _list(grounds, "quotes", [x for x in told if not x.quote.is_reported], beside)
    yield from _list(grounds, "reported", reported, None) if reported else ()


def _list(grounds: Grounds, kind: str, found: Sequence[Saying], beside: Link | None) -> Iterator[Draft]:
    desk = grounds.desk
    ordered, count = by_speaker(desk, found), desk.say(f"count.{kind}", count=len(found))
    counts, done = Counter(saying.who for saying in ordered), 0
    for sheet in desk.paged(f"/{kind}/", ordered):
        goes_on = bool(done) and ordered[done - 1].who == ordered[done].who
        told = {"count": count, "beside": beside if sheet.number == 1 else None}
        pictured = kind == "quotes" and sheet.number == 1
        held = [(x.who, counts[x.who], x.quote.line, x.quote.start) for x in sheet.items]
        among = grounds.among(x.entry for x in sheet.items)
        yield Draft(
            kind="sayings",
            address=sheet.address,
            title=desk.say(f"page.{kind}"),
            description=desk.say(f"page.{kind}.description"),
            rests_on=(sheet.place, hash_of(told, goes_on, held), grounds.whole if pictured else among),
            context=partial(_context, grounds, sheet, _Spoken(counts, goes_on, pictured), told),
            count=count,
        )
        done += len(sheet.items)


@dataclass(frozen=True)
class _Spoken:
    """How many sayings are whose; whether the first on a sheet has some on that before; whether it has a picture."""

    counts: Mapping[str, int]
    goes_on: bool
    pictured: bool


def _context(grounds: Grounds, sheet: ListPart[SaidBy], spoken: _Spoken, told: dict[str, Any]) -> dict[str, Any]:
    desk = grounds.narrowed(x.entry for x in sheet.items)
    return {
        "sheet": sheet,
        "speakers": tuple(_speakers(desk, sheet.items, spoken)),
        **told,
        "picture": themes_by_speakers(grounds.desk) if spoken.pictured else None,
    }


def who_said(desk: Desk, saying: Saying) -> str:
    """Under what a speaker's sayings meet; empty for nobody whom lists may name."""
    public = is_public(saying.quote, saying.entry.article.facts, desk.lexicon)
    return (saying.quote.speaker_id or saying.quote.speaker or "") if public else ""


@dataclass(frozen=True)
class SaidBy(Saying):
    """A saying with what those of its speaker meet under."""

    who: str


def by_speaker(desk: Desk, found: Sequence[Saying]) -> list[SaidBy]:
    """Speakers with most sayings first, nobody known last; of one by theme, the latest articles first."""
    told = [SaidBy(saying.entry, saying.quote, who_said(desk, saying)) for saying in found]
    count, themes = Counter(x.who for x in told), {t.id: at for at, t in enumerate(desk.lexicon.themes.by_id.values())}
    places = {entry.address: at for at, entry in enumerate(desk.catalogue.listed)}

    def order(saying: SaidBy) -> tuple[bool, int, str, int, int, int, int]:
        who, strongest = saying.who, saying.entry.article.facts.themes[:1]
        theme = themes[strongest[0].id] if strongest else len(themes)
        line, start = saying.quote.line, saying.quote.start
        return not who, -count[who], who, theme, places[saying.entry.address], line, start

    return sorted(told, key=order)


def _speakers(desk: Desk, sayings: Sequence[SaidBy], spoken: _Spoken) -> Iterator[SpeakerPart]:
    for first, last in neighbours([saying.who for saying in sayings]):
        own = sayings[first:last]
        opening, who = own[0], own[0].who
        told = institution_of(opening.quote, opening.entry.article.facts, desk.lexicon)
        yield SpeakerPart(
            who=speaker(desk, opening.entry, opening.quote) if who else Link(desk.say("speaker.others"), ""),
            voice=voice(desk, told) if who and told.kind in ("officials", "body") else "",
            count=desk.say("sayings.count", count=spoken.counts[who]),
            goes_on=first == 0 and spoken.goes_on,
            articles=tuple(_articles(desk, own)),
        )


def _articles(desk: Desk, sayings: Sequence[Saying]) -> Iterator[SayingsOfArticle]:
    for first, last in neighbours([saying.entry.address for saying in sayings]):
        entry = sayings[first].entry
        yield SayingsOfArticle(
            theme=next((theme.label for theme in desk.themes_of(entry.article)[:1]), ""),
            office=_office(entry, sayings[first]),
            source=source_link(desk, entry),
            came=cited_by(desk, entry.article),
            date=desk.date_of(entry.article),
            lang=entry.article.cleaned.lang,
            sayings=tuple(shown_saying(desk, saying) for saying in sayings[first:last]),
        )


def _office(entry: Entry, saying: Saying) -> str:
    """The speaker's office at the time of an article."""
    people = entry.article.facts.people
    return next((x.role for x in people if x.name == saying.quote.speaker and x.role), "")
