"""What a picture says that messengers show beside a link to a dossier or to a theme of it: what it is called, who
published what it holds, when, and how sure that is. Never a claim of a text.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.groups import Entry
from generator.pages.desk import Desk
from generator.pages.sourcewords import paper
from generator.reading.masks import shown

# Their names fill a line.
_OUTLETS = 3


@dataclass(frozen=True)
class Preview:
    """The words of a picture: above all the dossier's name or the program's, a title, and lines below."""

    over: str
    title: str
    lines: tuple[str, ...]

    @property
    def told(self) -> str:
        """All of it in one line, for whoever does not see it."""
        return " · ".join((self.title, *self.lines))


def previews(desk: Desk) -> Mapping[str, Preview]:
    """The dossier's preview and those of its themes, by the addresses of their pages."""
    return dict(_previews(desk))


def preview_path(address: str) -> str:
    """Where the picture of a page lies below docs/: beside the page."""
    return f"{address.lstrip('/')}preview.png"


def _previews(desk: Desk) -> Iterator[tuple[str, Preview]]:
    listed = desk.catalogue.listed
    if listed:
        yield "/", _preview(desk, desk.say("site.name") if desk.settings.name else "", desk.name, listed)
    for group in desk.catalogue.themes:
        yield group.address, _preview(desk, desk.name, group.theme.label, [entry for entry, _ in group.members])


def _preview(desk: Desk, over: str, title: str, entries: Sequence[Entry]) -> Preview:
    words = desk.say("withheld")
    lines = (desk.say("count.articles", count=len(entries)), _outlets(desk, entries), _span(desk, entries))
    return Preview(shown(over, words), shown(title, words), tuple(shown(line, words) for line in lines))


def _outlets(desk: Desk, entries: Sequence[Entry]) -> str:
    """Who published most of them, and that there are more, or that of some nobody knows."""
    found = Counter(x.name for entry in entries if (x := entry.article.facts.outlet))
    named = sorted(found, key=lambda name: (-found[name], name))
    unknown = len(entries) - sum(found.values())
    if not named:
        return desk.say("outlet.unknown")
    parts = [paper(desk, name) for name in named[:_OUTLETS]]
    if len(named) > _OUTLETS or unknown:
        parts.append(desk.say("preview.more" if len(named) > _OUTLETS else "preview.unknown"))
    return desk.say("list.comma").join(parts)


def _span(desk: Desk, entries: Sequence[Entry]) -> str:
    """From when to when they were published, as far as it is known; that it is estimated where one of them is."""
    dates = [entry.article.facts.date for entry in entries if entry.dated]
    if not dates:
        return desk.say("date.none")
    begins, ends = zip(*(date.interval for date in dates), strict=True)
    first, last = (None if None in days else _year(desk, choose(days)) for days, choose in ((begins, min), (ends, max)))
    said = _between(desk, first, last) or _between(desk, *_known(desk, begins, ends))
    said = desk.say("date.estimated", date=said) if any(date.is_estimated for date in dates) else said
    return said if len(dates) == len(entries) else desk.say("list.comma").join((said, desk.say("preview.undated")))


def _known(desk: Desk, begins: Sequence[str | None], ends: Sequence[str | None]) -> tuple[str | None, str | None]:
    """With both ends open, the bounds that are known: at least so far they reach."""
    days = sorted(day for day in (*begins, *ends) if day)
    return _year(desk, days[0]), _year(desk, days[-1])


def _between(desk: Desk, first: str | None, last: str | None) -> str:
    if first and last:
        return first if first == last else desk.say("date.between", first=first, last=last)
    if first:
        return desk.say("date.after", first=first)
    return desk.say("date.before", last=last) if last else ""


def _year(desk: Desk, day: str | None) -> str | None:
    return desk.number(dt.date.fromisoformat(day).year) if day else None
