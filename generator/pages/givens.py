"""A figure or a saying as several pages give it: its own words, who says it, in which article, when.

Invariant: what is shown of a source is a piece of it; where it is cut, «…» says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.catalogue.groups import Entry
from generator.catalogue.institutions import is_public
from generator.catalogue.tallies import Saying, Tally
from generator.model import Evidence, Quote
from generator.model.manners import Marks
from generator.pages.amounts import amount_note
from generator.pages.citing import copied_with
from generator.pages.desk import Desk, Extract, Link, anchor
from generator.pages.sourcewords import cited_by, paper, publisher

_BEFORE, _AFTER = 40, 70
"""Letters of the sentence beside a figure: a line and a half of a telephone, enough to say what it counts."""
_CUT_AT = 180
"""Letters of a saying that lists show before the rest is folded: five lines of a telephone."""
_MANNERS: dict[Marks, str] = {
    "unclosed": "quote.unclosed",
    "none": "quote.unmarked",
    "turn": "quote.turn",
    "reported": "quote.reported",
}


@dataclass(frozen=True)
class Given:
    """A figure with its sentence (`extract`), its value set anew, who says it and how, and where.

    who: without an address where he has no page. source: the article's publisher, which leads to the article; came: by
    which way he has it.
    """

    extract: Extract
    note: str | None
    who: Link
    manner: str | None
    source: Link
    came: str
    date: str


@dataclass(frozen=True)
class ShownSaying:
    """Somebody's words: the first of them, the rest, whether « » stand round them, how the source gives them, where;
    `said` goes along when they are copied.
    """

    first: str
    rest: str
    direct: bool
    note: str | None
    where: Link
    said: str


def given_figure(desk: Desk, tally: Tally) -> Given:
    """A figure as lists give it."""
    entry = tally.entry
    return Given(
        extract=cut_short(desk.extract(entry, tally.figure), _BEFORE, _AFTER),
        note=amount_note(desk, tally.figure),
        who=_who(desk, entry, tally.quote),
        manner=manner(desk, tally.quote) if tally.quote and tally.quote.is_reported else None,
        source=source_link(desk, entry),
        came=cited_by(desk, entry.article),
        date=desk.date_of(entry.article),
    )


def source_link(desk: Desk, entry: Entry) -> Link:
    """The publisher of an article, which leads to it; its title where nobody is known to have published it."""
    outlet = entry.article.facts.outlet
    return Link(publisher(desk, entry.article) if outlet else desk.title_of(entry.article), entry.address)


def _who(desk: Desk, entry: Entry, quote: Quote | None) -> Link:
    """The speaker; the outlet for what it says itself, or the article where nobody knows whose it is."""
    if quote:
        return speaker(desk, entry, quote)
    outlet = entry.article.facts.outlet
    return Link(paper(desk, outlet.name) if outlet else desk.say("given.article"), "")


def speaker(desk: Desk, entry: Entry, quote: Quote) -> Link:
    """A speaker's name, which leads to his page where he has one; that nobody is known to speak, where that is so."""
    facts = entry.article.facts
    if not is_public(quote, facts, desk.lexicon):
        return Link(desk.say("speaker.private"), "")
    person = next((x for x in facts.people if x.name == quote.speaker), None)
    address = desk.group_way("people", person.id, person.name) if person else None
    return Link(quote.speaker or desk.say("speaker.nobody"), address or "")


def manner(desk: Desk, quote: Quote) -> str | None:
    """How the source gives somebody's words, where it is not plainly between marks."""
    return desk.say(_MANNERS[quote.marks]) if quote.marks in _MANNERS else None


def shown_saying(desk: Desk, saying: Saying) -> ShownSaying:
    """A saying as lists show it."""
    quote, entry = saying.quote, saying.entry
    first, rest = halved(quote.text)
    return ShownSaying(
        first=first,
        rest=rest,
        direct=quote.is_marked,
        note=None if quote.is_reported else manner(desk, quote),
        where=Link(desk.place(entry.article.cleaned, quote.line), f"{entry.address}#{anchor(quote)}"),
        said=copied_with(desk, entry.article, quote),
    )


def halved(text: str) -> tuple[str, str]:
    """The beginning of a long text up to a word's end, and the rest; a short one whole."""
    if len(text) <= _CUT_AT * 1.25:
        return text, ""
    at = text.rfind(" ", 0, _CUT_AT)
    return (text[:at], text[at + 1 :]) if at > 0 else (text, "")


def cut_short(found: Extract, before: int, after: int) -> Extract:
    """An extract with so many letters of its sentence on either side, cut between words."""
    return replace(found, before=_last(found.before, before), after=_first(found.after, after))


def _last(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[-most:].partition(" ")[2]
    return f"… {cut}" if cut else ""


def _first(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[:most].rpartition(" ")[0]
    return f"{cut} …" if cut else ""


def dated(desk: Desk, entry: Entry, found: Evidence) -> Extract:
    """The words of a date with a little of their sentence."""
    return cut_short(desk.extract(entry, found), _AFTER, _AFTER)


def neighbours(keys: Sequence[object]) -> list[tuple[int, int]]:
    """Where equal neighbours of a list begin and end."""
    starts = [at for at, key in enumerate(keys) if at == 0 or key != keys[at - 1]]
    return list(pairwise([*starts, len(keys)]))
