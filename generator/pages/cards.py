"""An article as lists show it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalogue.groups import Entry
from generator.pages.desk import Desk, Link, excerpt
from generator.pages.sourcewords import byline


@dataclass(frozen=True)
class Card:
    """Title, source, day of adding, first words and themes of an article. iso: its date, where it has one."""

    title: str
    derived: bool
    address: str
    byline: str
    iso: str | None
    added: str | None
    excerpt: str
    themes: tuple[Link, ...]
    lang: str | None


def card(desk: Desk, entry: Entry) -> Card:
    """An article as lists show it."""
    facts = entry.article.facts
    return Card(
        title=desk.title_of(entry.article),
        derived=bool(facts.title and facts.title.basis == "derived"),
        address=entry.address,
        byline=byline(desk, entry),
        iso=facts.date.value,
        added=desk.day(entry.added) if entry.added else None,
        excerpt=excerpt(entry.article),
        themes=desk.theme_links(entry.article),
        lang=entry.article.cleaned.lang,
    )
