"""What may be followed: the dossier, each theme, and whatever two articles or more name; a page that leads to it all.

Invariant: a feed holds what lists hold, in the words that lists show; nothing in it comes from a clock.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.catalogue.groups import Entry
from generator.model import Draft, Page
from generator.pages.desk import Desk, Link, excerpt
from generator.pages.grounds import Grounds, drafted, hash_of
from generator.pages.sourcewords import byline

ADDRESS = "/feeds/"
OPML = "/feeds.opml"
JSON_TYPE, ATOM_TYPE = "application/feed+json", "application/atom+xml"
# What one article alone names is no subject to follow.
_ENOUGH = 2
_MOST = 50


@dataclass(frozen=True)
class FeedItem:
    """An article as a feed tells of it; `changed` is when its files last did, as git tells."""

    id: str
    address: str
    title: str
    source: str
    text: str
    language: str
    changed: str | None


@dataclass(frozen=True)
class Feed:
    """What may be followed: the address of its page, its title, its articles, the last added first."""

    id: str
    address: str
    title: str
    entries: tuple[Entry, ...]

    @cached_property
    def updated(self) -> str | None:
        """When any of its articles last changed; None where git does not tell that of each."""
        moments = [entry.changed for entry in self.entries if entry.changed]
        return max(moments) if moments and len(moments) == len(self.entries) else None

    @property
    def json(self) -> str:
        """Where it stands as a JSON Feed."""
        return f"{self.address}feed.json"

    @property
    def atom(self) -> str | None:
        """Where it stands as Atom, which demands to know when it changed."""
        return f"{self.address}feed.xml" if self.updated else None


def feeds(desk: Desk) -> Iterator[Feed]:
    """The feeds of a dossier: its own first, then those of its themes, people, bodies, places and outlets."""
    if desk.catalogue.listed:
        yield _feed(desk, "/", desk.name, desk.catalogue.listed)
    for theme in desk.catalogue.themes:
        yield _feed(desk, theme.address, theme.theme.label, [entry for entry, _ in theme.members])
    for group in desk.catalogue.groups:
        if len(group.members) >= _ENOUGH:
            yield _feed(desk, group.address, group.name, [member.entry for member in group.members])


def _feed(desk: Desk, address: str, title: str, entries: Sequence[Entry]) -> Feed:
    latest = sorted(entries, key=lambda entry: entry.added or "", reverse=True)[:_MOST]
    called = title if address == "/" else desk.say("feed.of", thing=title, dossier=desk.name)
    return Feed(_id(desk, f"{address}#feed"), address, called, tuple(latest))


def item(desk: Desk, entry: Entry) -> FeedItem:
    """An article as a feed tells of it."""
    article = entry.article
    return FeedItem(
        _id(desk, entry.address),
        entry.address,
        desk.title_of(article),
        byline(desk, entry),
        excerpt(article),
        article.cleaned.language or "ar",
        entry.changed,
    )


def _id(desk: Desk, address: str) -> str:
    """What a thing is known by for good: its address where that is known, else a name made of the dossier's."""
    return desk.whole(address) if desk.url else uuid.uuid5(uuid.NAMESPACE_URL, f"mujaz:{desk.name}{address}").urn


def with_feeds(page: Draft, followed: Mapping[str, Feed]) -> Draft:
    """A page with the feeds of what it is about, for its head and its readers; any other page as it is."""
    feed = followed.get("/" if page.address == "/articles/" else page.address)
    if feed is None:
        return page
    rows = _rows(feed)
    return replace(page, rests_on=(*page.rests_on, hash_of(rows)), context=lambda: {**page.context(), "feeds": rows})


def _rows(feed: Feed) -> list[list[str]]:
    """The forms of a feed: the type of each, its address, its title."""
    atom = [[ATOM_TYPE, feed.atom, feed.title]] if feed.atom else []
    return [[JSON_TYPE, feed.json, feed.title], *atom]


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """The page of what may be followed by itself: the dossier and its themes; the others have theirs on their pages."""
    desk = grounds.desk
    told = [feed for feed in feeds(desk) if feed.address == "/" or feed.address.startswith("/themes/")]
    context = {
        "followed": tuple((Link(feed.title, feed.json), feed.atom) for feed in told),
        "opml": OPML if desk.url and told else None,
    }
    yield drafted(Page("feeds", ADDRESS, desk.say("page.feeds"), context, desk.say("page.feeds.description")))
