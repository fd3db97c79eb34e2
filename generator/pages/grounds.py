"""What pages rest on beside what every page of a build does: wording, settings, lexicon, code, where the site lives.

Counted once an article: a digest of its content with all that is said of it, and the ways from it that exist.
Invariant: what is made of some articles by a desk narrowed to them sees nothing else: it rests on their grounds alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from operator import is_

from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry, Group, Lead, Membership
from generator.facts.table import FIELDS
from generator.model import Draft, GroupKind, Page
from generator.model.kept import NOTHING_KEPT, Kept
from generator.pages.desk import Desk

_SPEAKERS: tuple[GroupKind, ...] = ("people", "organisations")


def hash_of(*parts: object) -> str:
    """A short name for some plain values, equal for equal ones alone."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def drafted(page: Page) -> Draft:
    """A page that is there already, for to make it costs no more than to tell what it rests on."""
    count = page.context.get("count")
    said = count if isinstance(count, str) else None
    return Draft(
        page.kind, page.address, page.title, page.description, (hash_of(page.context),), lambda: page.context, said
    )


@dataclass(frozen=True)
class Grounds:
    """The grounds of the articles of a desk, by their addresses, each counted when it is first asked for; what earlier
    builds kept, and a fingerprint of what every page of this one rests on.
    """

    desk: Desk
    kept: Kept = NOTHING_KEPT
    base: str = ""
    _ways: dict[str, Mapping[str, Lead]] = field(default_factory=dict, repr=False)
    _known: dict[str, str] = field(default_factory=dict, repr=False)
    _narrowed: list[tuple[tuple[Entry, ...], Desk]] = field(default_factory=list, repr=False)

    def of(self, entry: Entry) -> str:
        """What all rests on that is made of one article."""
        if entry.address not in self._known:
            self._known[entry.address] = hash_of(_content(entry), sorted(self.ways(entry).items()))
        return self._known[entry.address]

    def among(self, entries: Iterable[Entry]) -> str:
        """What rests on several articles, in their order."""
        return hash_of(*map(self.of, entries))

    def ways(self, entry: Entry) -> Mapping[str, Lead]:
        """Where the addresses lead that an article may ask for, those that lead anywhere."""
        if entry.address not in self._ways:
            leads = self.desk.leads
            self._ways[entry.address] = {x: leads[x] for x in _asked(self.desk, entry) if x in leads}
        return self._ways[entry.address]

    def narrowed(self, entries: Iterable[Entry]) -> Desk:
        """The desk as it is with some articles alone on it."""
        some = tuple(entries)
        # The sheets of a list are made one behind the other, and some narrow the desk to all that the list holds.
        for known, desk in self._narrowed:
            if len(known) == len(some) and all(map(is_, known, some)):
                return desk
        leads = {asked: found for entry in some for asked, found in self.ways(entry).items()}
        made = replace(self.desk, catalogue=Catalogue(some), narrowed=leads)
        self._narrowed[:] = [(some, made)]
        return made

    def group(self, group: Group) -> str:
        """What rests on a person, organisation, place or outlet: what it is called, and which words of which articles
        show it as what.
        """
        if group.address not in self._known:
            about = (group.kind, group.id, group.name, group.also, group.known)
            self._known[group.address] = hash_of(about, [self._shown(member) for member in group.members])
        return self._known[group.address]

    def _shown(self, member: Membership) -> object:
        words = [(x.line, x.start) for x in (*member.evidence, *member.shown)]
        return self.of(member.entry), member.role, sorted(member.names), member.edited, len(member.shown), words

    @cached_property
    def whole(self) -> str:
        """What rests on all of a dossier."""
        found = self.desk.catalogue
        return hash_of(
            self.among(found.entries),
            [(entry.address, entry.listed) for entry in found.entries],
            found.forwards,
            found.withdrawals,
            found.problems,
            found.changed,
            [article.name for article in found.withheld],
            [(point.entry.address, point.words) for point in found.points],
            self.desk.own,
        )


def _content(entry: Entry) -> str:
    """All of an article, and of what its dossier and its editor say of it."""
    article = entry.article
    if not article.digest:  # one that was made by hand
        return hash_of(entry)
    beside = (entry.address, entry.added, entry.also, entry.changed, entry.corrected)
    return hash_of(article.digest, article.sidecar, article.extent, beside)


def _asked(desk: Desk, entry: Entry) -> Iterator[str]:
    """The addresses that a page which shows an article may ask for: of all that it names, its speakers, its themes."""
    facts = entry.article.facts
    for each in FIELDS:
        for thing in each.items(facts) if each.group else ():
            if each.group:
                yield desk.asked(each.group, thing.id, each.called(thing))
    for quote in facts.quotes:
        for kind in _SPEAKERS if quote.speaker else ():
            yield desk.asked(kind, quote.speaker_id, quote.speaker or "")
    yield from (f"/themes/{hit.id}/" for hit in facts.themes)
