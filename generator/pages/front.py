"""The front page, for two minutes: what the dossier is about, what matters in it, who speaks, what is new, how sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalogue.differences import Contradiction
from generator.catalogue.gather import ThemeGroup
from generator.catalogue.groups import Entry, Group
from generator.catalogue.institutions import UNKNOWN, Institution, institution_of
from generator.model import Draft
from generator.pages.coverage import span, subject_line
from generator.pages.desk import Desk, Link, anchor
from generator.pages.grounds import Grounds
from generator.pages.pictures.timeline import timeline
from generator.pages.points import shown_points
from generator.pages.sourcewords import byline, publisher
from generator.pages.themes import has_themes
from generator.pages.voices import spoken_for

_LATEST = 8
_VOICES = 5
_THEMES = 12
_APART = 3
_MOST_NAMED, _FROM = 8, 20
"""People who are named most, and the articles from which on that says something: below, a list of articles does."""


@dataclass(frozen=True)
class News:
    """An article as the list of the latest has it: its publisher, when it was published, when added."""

    title: str
    address: str
    publisher: str
    published: str
    added: str
    lang: str | None


@dataclass(frozen=True)
class OneOfTwo:
    """One of several figures that cannot all be right: its words, whose they are, and the way to them."""

    words: Link
    source: str


@dataclass(frozen=True)
class Coverage:
    """How many articles state a thing, in how many it is worked out, in how many it is unknown."""

    label: str
    stated: int
    worked_out: int
    unknown: int


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The front page."""
    desk = grounds.desk
    yield Draft("front", "/", desk.name, desk.described, (grounds.whole,), partial(_context, desk))


def _context(desk: Desk) -> dict[str, Any]:
    entries = desk.catalogue.listed
    together = _added_together(entries)
    return {
        "former": desk.former("search.sort.newest", "date.none", *(("page.themes",) if has_themes(desk) else ())),
        "subject": subject_line(desk),
        "count": len(entries),
        "span": span(desk),
        "changed": desk.day(desk.catalogue.changed) if desk.catalogue.changed and entries else None,
        "points": shown_points(desk),
        "voices": _voices(desk),
        "not_covered": desk.settings.not_covered,
        "timeline": timeline(desk, small=True),
        "news_forms": _forms(desk),
        "themes": tuple((g.theme, len(g.members)) for g in _largest_first(desk)[:_THEMES]),
        "more_themes": len(desk.catalogue.themes) > _THEMES,
        "more_articles": len(entries) > _LATEST,
        "together": desk.day(together) if together else None,
        "differences": tuple(_apart(desk, found) for found in desk.catalogue.differences[:_APART]),
        "figures": any(entry.article.facts.figures for entry in entries),
        "latest": tuple(_news(desk, e, told=together is None) for e in latest(entries)[:_LATEST]),
        "people": tuple(_people(desk)),
        "coverage": tuple(_coverage(desk, entries)),
    }


def _largest_first(desk: Desk) -> list[ThemeGroup]:
    return sorted(desk.catalogue.themes, key=lambda g: -len(g.members))


def _added_together(entries: Sequence[Entry]) -> str | None:
    """The day on which all articles were added, where it is the same of all."""
    days = {entry.added for entry in entries}
    return days.pop() if len(days) == 1 else None


def latest(entries: Sequence[Entry]) -> list[Entry]:
    """What was added last, and of one day what was published last; what has no latest day behind what has one."""
    published = sorted(entries, key=_published_last)
    return sorted(published, key=lambda entry: entry.added or "", reverse=True)


def _published_last(entry: Entry) -> tuple[int, int]:
    first, last = entry.article.facts.date.interval
    day = last or first
    return 0 if last else 1 if first else 2, -int(day.replace("-", "")) if day else 0


def _news(desk: Desk, entry: Entry, *, told: bool) -> News:
    article = entry.article
    date = desk.date_of(article)
    return News(
        title=desk.title_of(article),
        address=entry.address,
        publisher=publisher(desk, article),
        published=desk.say("latest.published", date=date) if entry.dated else date,
        added=desk.say("latest.added", day=desk.day(entry.added)) if told and entry.added else "",
        lang=article.cleaned.lang,
    )


def _voices(desk: Desk) -> str | None:
    """«33 قولًا مباشرًا: 22 لقوة المهام المشتركة، 11 لمسؤولين أمريكيين»; None where nobody is quoted."""
    counted = Counter(_speaking(desk))
    total = counted.total()
    if not total:
        return None
    known = [(who, n) for who, n in counted.most_common() if who != UNKNOWN]
    rest = total - sum(n for _, n in known[:_VOICES]) - counted[UNKNOWN]
    parts = [desk.say("voices.part", n=n, whose=spoken_for(desk, who)) for who, n in known[:_VOICES]]
    if rest:
        parts.append(desk.say("voices.rest", n=rest))
    if counted[UNKNOWN]:
        parts.append(desk.say("voices.part", n=counted[UNKNOWN], whose=spoken_for(desk, UNKNOWN)))
    return desk.say("voices", direct=desk.say("count.quotes", count=total), parts=desk.say("list.comma").join(parts))


def _speaking(desk: Desk) -> Iterator[Institution]:
    """For whom each direct saying speaks."""
    for entry in desk.catalogue.listed:
        facts = entry.article.facts
        direct = [quote for quote in facts.quotes if not quote.is_reported]
        known = {quote.speaker: institution_of(quote, facts, desk.lexicon) for quote in direct}
        yield from (known[quote.speaker] for quote in direct)


def _apart(desk: Desk, found: Contradiction) -> tuple[OneOfTwo, ...]:
    """What articles say of one thing, each with its words and its source."""
    return tuple(
        OneOfTwo(Link(x.figure.text, f"{x.entry.address}#{anchor(x.figure)}"), byline(desk, x.entry))
        for x in found.tallies
    )


def _people(desk: Desk) -> Iterator[tuple[Group, int]]:
    """Those whom the most articles name, in a dossier of so many that this tells something."""
    if len(desk.catalogue.listed) >= _FROM:
        people = [g for g in desk.catalogue.groups if g.kind == "people" and len(g.members) > 1]
        yield from ((group, len(group.members)) for group in people[:_MOST_NAMED])


def _coverage(desk: Desk, entries: Sequence[Entry]) -> Iterator[Coverage]:
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


def _forms(desk: Desk) -> Mapping[str, str]:
    """How many articles are new, in each form that the language has for a number, `{n}` for the number."""
    return {form: desk.say(f"news.{form}", n="{n}") for form in ("one", "two", "few", "many", "other")}
