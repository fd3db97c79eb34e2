"""The whole dossier, and each theme, as one document to be printed: a title page, the articles in full, their sources.

What may not be shown of an article is not in it either: it is made of what the article's own page shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalogue.groups import Entry
from generator.model import Draft
from generator.pages.blocks import Block, blocks
from generator.pages.briefing import original
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds, hash_of
from generator.pages.previews import Preview, previews
from generator.pages.sourcewords import byline

# Some three sheets of paper each: 300 pages are a book. More would also double a site of thousands.
MOST = 100


@dataclass(frozen=True)
class Printed:
    """An article as a document holds it: its number among the sources, title, byline and text, how much of it may be
    shown, and the addresses of its source and of its page.
    """

    number: int
    title: str
    byline: str
    blocks: tuple[Block, ...]
    extent: str
    original: str | None
    address: str
    where: str
    lang: str | None


def drafts(grounds: Grounds) -> Iterable[Draft]:
    """A document of the dossier and one of each theme, of those with so many articles at most."""
    told, found = previews(grounds.desk), grounds.desk.catalogue
    if 0 < len(found.listed) <= MOST:
        yield _document(grounds, "/", told["/"], found.listed)
    for group in found.themes:
        if len(group.members) <= MOST:
            yield _document(grounds, group.address, told[group.address], [entry for entry, _ in group.members])


def print_address(address: str, count: int) -> str | None:
    """Where the document of a page's articles lies; None where there is none."""
    return f"{address}print/" if 0 < count <= MOST else None


def _document(grounds: Grounds, address: str, told: Preview, entries: Sequence[Entry]) -> Draft:
    return Draft(
        kind="print",
        address=f"{address}print/",
        title=told.title,
        description=grounds.desk.say("print.description", title=told.title),
        rests_on=(hash_of(told), grounds.among(entries)),
        context=partial(_context, grounds, address, told, entries),
    )


def _context(grounds: Grounds, address: str, told: Preview, entries: Sequence[Entry]) -> dict[str, Any]:
    desk = grounds.narrowed(entries)
    return {
        "unlisted": True,
        "over": told.over,
        "lines": told.lines,
        "note": desk.settings.subject if address == "/" else "",
        "whole": desk.whole(address) if desk.url else "",
        "back": address,
        "articles": tuple(_printed(desk, entries)),
    }


def _printed(desk: Desk, entries: Sequence[Entry]) -> Iterator[Printed]:
    for number, entry in enumerate(entries, start=1):
        article = entry.article
        yield Printed(
            number=number,
            title=desk.title_of(article),
            byline=byline(desk, entry),
            blocks=tuple(blocks(article.cleaned.paragraphs, {})),
            extent="" if article.extent == "full" else desk.say(f"extent.{article.extent}"),
            original=original(article),
            address=entry.address,
            where=desk.whole(entry.address) if desk.url else "",
            lang=article.cleaned.lang,
        )
