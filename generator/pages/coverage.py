"""What a dossier is about and from when its articles are, each in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue.groups import Entry
from generator.model import GroupKind
from generator.pages.desk import Desk

_THEMES, _NAMES = 3, 3
_NAMED: tuple[GroupKind, ...] = ("organisations", "people")
_YEAR, _TWO = 4, 2


def subject_line(desk: Desk) -> str | None:
    """What the dossier says that it is about, else its commonest themes and names in a sentence; None without any."""
    if desk.settings.subject:
        return desk.settings.subject
    themes = [group.theme.label for group in sorted(desk.catalogue.themes, key=lambda g: -len(g.members))[:_THEMES]]
    names = list(_names(desk))[:_NAMES]
    if themes and names:
        return desk.say("subject.both", themes=_joined(desk, themes), names=_joined(desk, names))
    said = themes or names
    return desk.say("subject.themes" if themes else "subject.names", said=_joined(desk, said)) if said else None


def _names(desk: Desk) -> Iterator[str]:
    """Those that several articles name, the most named first."""
    groups = [g for g in desk.catalogue.groups if g.kind in _NAMED and len(g.members) > 1]
    return (group.name for group in sorted(groups, key=lambda g: -len(g.members)))


def _joined(desk: Desk, words: Sequence[str]) -> str:
    """«الأول، والثاني، والثالث»."""
    return desk.say("list.and").join(words)


def span(desk: Desk) -> str:
    """From when to when the articles are, and of how many that is known by reckoning alone, or not at all."""
    entries = desk.catalogue.listed
    dated = [entry for entry in entries if entry.dated]
    if not entries:
        return ""
    counted = desk.say("count.articles", count=len(entries))
    if not dated:
        return desk.say("span.undated", articles=counted)
    if len(entries) == 1:
        return desk.say("span.one", articles=counted, date=desk.date_of(entries[0].article))
    return desk.say("span", articles=counted, span=_years(desk, dated), known=_known(desk, entries))


def _years(desk: Desk, dated: Sequence[Entry]) -> str:
    """The year in which the oldest lies and that of the newest; of what has no latest day only «or after» is known."""
    spans = [entry.article.facts.date.interval for entry in dated]
    ended = [(first, last) for first, last in spans if last]
    begun = min(first or last or "" for first, last in ended or spans)[:_YEAR]
    done = max(last or first or "" for first, last in spans)[:_YEAR]
    early, late = any(first is None for first, _ in ended), len(ended) < len(spans)
    if begun == done and not early and not late:
        return desk.say("span.year", year=desk.digits(begun))
    after = "" if ended and not early else ".before" if ended else ".after"
    oldest = desk.say(f"span.oldest{after}", year=desk.digits(begun))
    newest = desk.say("span.newest.after" if late else "span.newest", year=desk.digits(done))
    return desk.say("span.years", oldest=oldest, newest=newest)


def _known(desk: Desk, entries: Sequence[Entry]) -> str:
    """«؛ 4 من 5 بتاريخ تقديري، وواحدة بلا تاريخ»; empty where every date is stated."""
    estimated = sum(e.dated and e.article.facts.date.is_estimated for e in entries)
    undated = sum(not e.dated for e in entries)
    counts = [("estimated", estimated), ("only-without" if not estimated else "without", undated)]
    parts = [_part(desk, kind, count, len(entries)) for kind, count in counts if count]
    return desk.say("span.known", known=desk.say("list.comma").join(parts)) if parts else ""


def _part(desk: Desk, kind: str, count: int, of: int) -> str:
    """How many of all; of two and of all in other words."""
    if count == of:
        return desk.say("span.all-estimated")
    if of == _TWO:
        return desk.say(f"span.{kind}.of-two")
    return desk.say(f"span.{kind}", count=count, of=of)
