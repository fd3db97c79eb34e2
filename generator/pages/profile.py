"""The page of a person, organisation, place or outlet: what its articles tell of it, each thing with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from generator.catalogue.groups import Group, Membership
from generator.catalogue.profiles import (
    NamedBeside,
    Present,
    figures_beside,
    holds_office,
    named_beside,
    sayings_about,
    sayings_by,
    told_apart,
    written_as,
)
from generator.model import Draft, Evidence, Quote
from generator.pages.correcting import withdrawal
from generator.pages.desk import Desk, Extract, Link, ListPart, anchor
from generator.pages.givens import manner
from generator.pages.grounds import Grounds, hash_of
from generator.pages.placewords import country_name, country_of
from generator.pages.sourcewords import byline, paper
from generator.pages.tables import own_data
from generator.reading.letters import key

T = TypeVar("T")

# Of what an article has, so much stands open; of the articles that have any, so many; the rest is folded. Counted on
# 804 texts: a page of fifty articles stays below 12,000 px on a phone.
_OPEN = 3
_ARTICLES_OPEN = 3
_SPELLINGS = 12
# Characters of a sentence on either side of a name: five lines on a phone.
_NEAR = 150
_BESIDE = 12


@dataclass(frozen=True)
class OfficeThen:
    """What a text calls somebody, where it says so first of the articles listed, and in how many more."""

    words: str
    byline: str
    where: Link | None
    more: str | None


@dataclass(frozen=True)
class ProfileSaying:
    """Words of somebody: where they stand, who says them where that is told, and how the source gives them."""

    text: str
    where: Link
    speaker: Link | str | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Held(Generic[T]):
    """What an article has of something: what stands open, what is folded, and how many that is.

    above: where else it stands, in what the page shows higher up.
    """

    article: Link
    byline: str
    count: str
    shown: tuple[T, ...]
    folded: tuple[T, ...]
    rest: str | None = None
    above: tuple[Link, ...] = ()


@dataclass(frozen=True)
class ProfilePart(Generic[T]):
    """A section of a profile: articles that stand open, those folded behind a line that counts them."""

    title: str
    kind: str
    note: str | None
    shown: tuple[Held[T], ...]
    folded: tuple[Held[T], ...]
    rest: str | None


def drafts(grounds: Grounds, group: Group, present: Mapping[str, tuple[Present, ...]]) -> Iterator[Draft]:
    """The page of a thing; a sheet for as many of its articles as the dossier's lists have."""
    desk, many = grounds.desk, len(group.members)
    description = desk.say(f"page.{group.kind}.one", count=many, name=group.name)
    for sheet in desk.paged(group.address, group.members):
        beside = named_beside(group, present, _BESIDE) if sheet.number == 1 else ()
        names = [(x.group.way, x.group.name, x.articles) for x in beside]
        rests_on = (sheet.place, grounds.group(group), hash_of(names))
        context = partial(_context, grounds, group, sheet, beside)
        yield Draft("group", sheet.address, called(desk, group), description, rests_on, context)


def _context(
    grounds: Grounds, group: Group, sheet: ListPart[Membership], beside: Sequence[NamedBeside]
) -> dict[str, Any]:
    desk, first, many = grounds.narrowed(x.entry for x in group.members), sheet.number == 1, len(group.members)
    return {
        "briefing": {"kind": group.kind, "id": group.id, "name": group.name, "articles": many},
        "sheet": sheet,
        "all": (desk.say(f"page.{group.kind}"), f"/{group.kind}/"),
        "where": _where(desk, group),
        "only": many == 1,
        "data": own_data(group.address, many),
        "told": _told(desk, group) if first else (),
        "offices": _offices(desk, group) if first else (),
        "parts": tuple(_parts(desk, group, sheet.items)),
        "listed": desk.say("profile.mentions.outlets" if group.kind == "outlets" else "profile.mentions"),
        "mentions": _mentions(desk, group, sheet.items),
        "beside": tuple(_beside(desk, group, beside)),
        "count": many,
        "withdraw": withdrawal(desk, group.address),
    }


def called(desk: Desk, group: Group) -> str:
    """What pages call a thing: an outlet between « », for many are common words or places."""
    return paper(desk, group.name) if group.kind == "outlets" else group.name


def _where(desk: Desk, group: Group) -> str:
    """In how many articles a thing is named, and how often; of an outlet how many it published and is cited in."""
    if group.kind == "outlets":
        return desk.say("list.dot").join(published_and_cited(desk, group))
    spots = sum(len(member.evidence) for member in group.members)
    articles = desk.say("count.articles.in", count=len(group.members))
    if not spots:  # of articles whose text is not shown
        return desk.say("profile.named", articles=articles)
    return desk.say("profile.where", articles=articles, spots=desk.say("count.mentions", count=spots))


def published_and_cited(desk: Desk, group: Group) -> Iterator[str]:
    """How many articles an outlet published, and in how many it is cited; nothing of what is none."""
    published = sum(member.role == "publisher" for member in group.members)
    told = (("published", published), ("cited", len(group.members) - published))
    return (desk.say(f"profile.{name}", count=n) for name, n in told if n)


def _told(desk: Desk, group: Group) -> tuple[tuple[str, str], ...]:
    """What is said of a thing in a line each: its country, and how else texts write it."""
    rows = []
    if (country := country_of(desk, group)) and country.id != group.id:
        rows.append((desk.say("profile.country"), country_name(desk, country)))
    written = [x for x in written_as(group, group.members) if x[0] != group.name] if group.kind != "outlets" else []
    if written:
        rows.append((desk.say("profile.spellings"), spelled(desk, written[:_SPELLINGS])))
    return tuple(rows)


def spelled(desk: Desk, written: Iterable[tuple[str, int]]) -> str:
    """How texts write a name, each way with how often they do: «باركر» (11)."""
    said = (desk.say("profile.spelling", text=text, times=times) for text, times in written)
    return desk.say("list.comma").join(said)


def _offices(desk: Desk, group: Group) -> tuple[OfficeThen, ...]:
    """What articles call somebody, each once, in the order of their list, with the words of the first that does."""
    if group.kind == "outlets":
        return ()
    found: dict[str, list[Membership]] = {}
    for member in group.members:
        if member.role:
            found.setdefault(key(member.role), []).append(member)
    return tuple(_office(desk, members[0], len(members) - 1) for members in found.values())


def _office(desk: Desk, member: Membership, others: int) -> OfficeThen:
    entry = member.entry
    shown = member.shown[0] if member.shown else None
    where = Link(desk.place(entry.article.cleaned, shown.line), f"{entry.address}#{anchor(shown)}") if shown else None
    source = desk.say("basis.editorial") if member.edited else byline(desk, entry)
    more = desk.say("profile.office.more", count=others) if others else None
    return OfficeThen(member.role or "", source, where or Link(desk.title_of(entry.article), entry.address), more)


def _parts(desk: Desk, group: Group, members: Sequence[Membership]) -> Iterator[ProfilePart[ProfileSaying]]:
    """What somebody says, word for word and as reported; what others say of him; the figures beside a name."""
    by = [(member, sayings_by(group, member)) for member in members]
    direct = [(member, [q for q in said if not q.is_reported]) for member, said in by]
    reported = [(member, [q for q in said if q.is_reported]) for member, said in by]
    yield from _part(desk, "direct", direct, lambda member, quote: _saying(desk, member, quote))
    yield from _part(desk, "reported", reported, lambda member, quote: _saying(desk, member, quote))
    if holds_office(group, desk.lexicon):
        about = [(member, sayings_about(group, member)) for member in members]
        yield from _part(desk, "about", about, lambda member, quote: _saying(desk, member, quote, speaker=True))
    if group.kind != "outlets":
        counted = [(member, figures_beside(member)) for member in members]
        yield from _part(desk, "figures", counted, lambda member, figure: _words(desk, member, figure))


V = TypeVar("V")


def _part(
    desk: Desk, kind: str, found: Iterable[tuple[Membership, Sequence[V]]], shown: Callable[[Membership, V], T]
) -> Iterator[ProfilePart[T]]:
    """A section, where any of the articles has something for it."""
    held = [(member, [shown(member, x) for x in some]) for member, some in found if some]
    if held:
        total = sum(len(some) for _, some in held)
        folded = sum(len(some) for _, some in held[_ARTICLES_OPEN:])
        yield ProfilePart(
            title=desk.say(f"profile.{kind}", count=total),
            kind=kind,
            note=desk.say(f"profile.{kind}.note") or None,
            shown=tuple(_held(desk, kind, *x) for x in held[:_ARTICLES_OPEN]),
            folded=tuple(_held(desk, kind, *x) for x in held[_ARTICLES_OPEN:]),
            rest=desk.say(f"profile.{kind}.rest", count=folded) if folded else None,
        )


def _held(desk: Desk, kind: str, member: Membership, some: Sequence[T]) -> Held[T]:
    more = len(some) - _OPEN
    return Held(
        Link(desk.title_of(member.entry.article), member.entry.address, member.entry.article.cleaned.lang),
        byline(desk, member.entry),
        desk.say("count.mentions", count=len(member.evidence)),
        tuple(some[:_OPEN]),
        tuple(some[_OPEN:]),
        desk.say(f"profile.{kind}.rest", count=more) if more > 0 else None,
    )


def _saying(desk: Desk, member: Membership, quote: Quote, *, speaker: bool = False) -> ProfileSaying:
    entry = member.entry
    by = desk.group_way("people", quote.speaker_id, quote.speaker) if speaker and quote.speaker else None
    said = Link(quote.speaker or "", by) if by else quote.speaker
    notes = (
        desk.say(f"speaker.{quote.speaker_basis or 'unknown'}"),
        None if quote.is_reported else manner(desk, quote),
    )
    return ProfileSaying(
        quote.text,
        Link(desk.place(entry.article.cleaned, quote.line), f"{entry.address}#{anchor(quote)}"),
        said if speaker else None,
        tuple(note for note in notes if note),
    )


def _words(desk: Desk, member: Membership, found: Evidence) -> ProfileSaying:
    """Words of an article, a figure, with the way to them."""
    place = desk.place(member.entry.article.cleaned, found.line)
    return ProfileSaying(found.text, Link(place, f"{member.entry.address}#{anchor(found)}"), None, ())


def _mentions(desk: Desk, group: Group, members: Sequence[Membership]) -> tuple[Held[Extract], ...]:
    """Each article with the sentences that name a thing; where many articles do, those are all folded."""
    few = len(members) <= _ARTICLES_OPEN
    return tuple(_mention(desk, group, member, _OPEN if few else 0) for member in members)


def _mention(desk: Desk, group: Group, member: Membership, most: int) -> Held[Extract]:
    about = sayings_about(group, member) if holds_office(group, desk.lexicon) else ()
    apart, others = told_apart(member, (*sayings_by(group, member), *about))
    sentences = tuple(_near(desk.extract(member.entry, found)) for found in apart)
    held = _held(desk, "mentions", member, sentences)
    count = desk.say(f"outlet.{member.role}") if group.kind == "outlets" else held.count
    kept, folded = sentences[:most], sentences[most:]
    rest = desk.say("profile.mentions.rest", count=len(folded)) if kept else count
    above = tuple(dict.fromkeys(_words(desk, member, found).where for found in others))
    return replace(held, count=count, shown=kept, folded=folded, rest=rest if folded else None, above=above)


def _near(found: Extract) -> Extract:
    """An extract with so much of its sentence as tells what a name stands in; the whole is one tap away."""
    before, after = found.before, found.after
    if len(before) > _NEAR:
        before = f"… {before[-_NEAR:].partition(' ')[2]}"
    if len(after) > _NEAR:
        after = f"{after[:_NEAR].rpartition(' ')[0]} …"
    return replace(found, before=before, after=after)


def _beside(desk: Desk, group: Group, beside: Iterable[NamedBeside]) -> Iterator[tuple[Link, str]]:
    """Names of the same articles, in how many of several."""
    several = len(group.members) > 1
    for other in beside:
        yield Link(other.group.name, other.group.way), desk.number(other.articles) if several else ""
