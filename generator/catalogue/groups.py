"""Facts of many articles brought together: one group for each person, organisation, place and outlet.

Invariant: things are the same by their id, and without one by their folded name, or where `doubles` says so; groups are
sorted by how many articles hold them, then by name. An address part that no group has by itself leads to one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.catalogue.doubles import Bearer, doubles
from generator.facts.table import FIELDS
from generator.lexicon import Lexicon
from generator.lexicon.wording import Wording
from generator.model import Article, Evidence, GroupKind

GROUP_KINDS: tuple[GroupKind, ...] = ("people", "organisations", "places", "outlets")


@dataclass(frozen=True)
class Entry:
    """An article with its place in the dossier. `also` names seeds with the same text; `changed` is the moment at which
    its text or its sidecar last changed, `corrected` the day on which the sidecar did, as far as git tells.
    """

    article: Article
    address: str
    added: str | None
    also: tuple[str, ...] = ()
    changed: str | None = None
    corrected: str | None = None

    @property
    def listed(self) -> bool:
        """False for an article that an editor keeps out of lists and search."""
        return not (self.article.sidecar and self.article.sidecar.hidden)

    @property
    def dated(self) -> bool:
        """True when anything bounds its date."""
        return any(self.article.facts.date.interval)


@dataclass(frozen=True)
class Membership:
    """Where an article shows a thing: as what, and by which words, in their order.

    names: what the article's facts call it; shown: the words that give it its role; edited: only an editor's word does.
    """

    entry: Entry
    role: str | None
    evidence: tuple[Evidence, ...]
    names: frozenset[str] = frozenset()
    shown: tuple[Evidence, ...] = ()
    edited: bool = False


@dataclass(frozen=True)
class Group:
    """A person, organisation, place or outlet with every article that shows it, each once.

    also: address parts of its other names, which lead to it. known: whether a lexicon has it, by its id.
    """

    kind: GroupKind
    id: str
    name: str
    members: tuple[Membership, ...]
    also: tuple[str, ...] = ()
    known: bool = False

    @property
    def address(self) -> str:
        """Where its page lives, or what leads on to its words: for good."""
        return f"/{self.kind}/{self.id}/"

    @property
    def is_small(self) -> bool:
        """Whether it has no page of its own: one article alone names it, and no lexicon does."""
        return not self.known and len(self.members) == 1

    @property
    def way(self) -> str:
        """Where readers find it: on its page, else at its first words in the article that names it."""
        if not self.is_small:
            return self.address
        only = self.members[0]
        return f"{only.entry.address}#{only.evidence[0].anchor}" if only.evidence else only.entry.address

    @property
    def others(self) -> tuple[str, ...]:
        """The addresses that lead to its page."""
        return tuple(f"/{self.kind}/{id_}/" for id_ in self.also)


class Lead(NamedTuple):
    """What an address is of: the address for good of a theme or a thing, and where readers find that."""

    page: str
    way: str


@dataclass(frozen=True)
class _Appearance:
    id: str
    known: bool
    name: str
    membership: Membership


def group_id(id_: str | None, name: str, wording: Wording) -> str:
    """The address part of a thing: its id in the lexicon, else its folded name spelled out, with digits of its hash."""
    return id_ or wording.address_part(name)


def groups(entries: Iterable[Entry], lexicon: Lexicon) -> tuple[Group, ...]:
    """Every group of every kind, in the order of GROUP_KINDS."""
    listed = tuple(entries)
    return tuple(group for kind in GROUP_KINDS for group in _grouped(kind, listed, lexicon))


def _grouped(kind: GroupKind, entries: tuple[Entry, ...], lexicon: Lexicon) -> list[Group]:
    things = [thing for entry in entries for thing in _things(kind, entry, lexicon.wording)]
    leads = doubles(kind, _called(things), lexicon)
    found: dict[str, list[_Appearance]] = defaultdict(list)
    for thing in things:
        found[leads[thing.id]].append(thing)
    made = [_group(kind, id_, some) for id_, some in found.items()]
    return sorted(made, key=lambda g: (-len(g.members), g.name, g.id))


def _things(kind: GroupKind, entry: Entry, wording: Wording) -> Iterator[_Appearance]:
    for field in FIELDS:
        for thing in field.items(entry.article.facts) if field.group == kind else ():
            name, role = field.called(thing), field.role or thing.role
            shown = () if field.role else thing.role_evidence
            edited = not field.role and bool(role) and not shown and thing.basis == "editorial"
            one = Membership(entry, role, field.shown_by(thing), frozenset((name,)), shown, edited)
            yield _Appearance(group_id(thing.id, name, wording), thing.id is not None, name, one)


def _called(things: Iterable[_Appearance]) -> Iterator[Bearer]:
    names: dict[str, tuple[bool, str]] = {}
    offices: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        names.setdefault(thing.id, (thing.known, thing.name))
        offices[thing.id].update(role for role in (thing.membership.role,) if role)
    return (Bearer(id_, known, name, frozenset(offices[id_])) for id_, (known, name) in names.items())


def _group(kind: GroupKind, id_: str, things: list[_Appearance]) -> Group:
    """Things that are one, as a group; called as a lexicon calls it, else as most articles do."""
    by_article: dict[str, list[Membership]] = defaultdict(list)
    for thing in things:
        by_article[thing.membership.entry.address].append(thing.membership)
    known = any(thing.known for thing in things)
    called = Counter(thing.name for thing in things if thing.known == known)
    name = min(called, key=lambda name: (-called[name], -len(name), name))
    also = tuple(sorted({thing.id for thing in things} - {id_}))
    return Group(kind, id_, name, tuple(map(_one, by_article.values())), also, known)


def _one(parts: list[Membership]) -> Membership:
    """What an article says of a thing under several names, or in several parts, as one."""
    if len(parts) == 1:
        return parts[0]
    first = next((part for part in parts if part.role), parts[0])
    words = {(x.line, x.start, x.end): x for part in parts for x in part.evidence}
    names = frozenset().union(*(part.names for part in parts))
    return Membership(
        first.entry, first.role, tuple(words[at] for at in sorted(words)), names, first.shown, first.edited
    )
