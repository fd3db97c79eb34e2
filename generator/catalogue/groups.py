"""Facts of many articles brought together: one group for each person, organisation, place and outlet.

Invariant: things are the same by their id, and without one by their folded name; groups are sorted by how many articles
hold them, then by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.facts.table import FIELDS
from generator.model import Article, Evidence, GroupKind
from generator.model.addresses import distinct, spell
from generator.reading.letters import key

GROUP_KINDS: tuple[GroupKind, ...] = ("people", "organisations", "places", "outlets")


@dataclass(frozen=True)
class Entry:
    """An article with its place in the dossier. `also` names seeds with the same text."""

    article: Article
    address: str
    added: str | None
    also: tuple[str, ...] = ()

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
    """Where an article shows a thing: as what, and by which words."""

    entry: Entry
    role: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Group:
    """A person, organisation, place or outlet with every article that shows it."""

    kind: GroupKind
    id: str
    name: str
    members: tuple[Membership, ...]

    @property
    def address(self) -> str:
        """Where its page lives."""
        return f"/{self.kind}/{self.id}/"


@dataclass(frozen=True)
class _Appearance:
    id: str | None
    name: str
    membership: Membership


def group_id(id_: str | None, name: str, letters: Mapping[str, str]) -> str:
    """The address part of a thing: its id in the lexicon, else its folded name spelled out, with digits of its hash."""
    folded = key(name)
    return id_ or distinct(spell(folded, letters), folded)


def groups(entries: Iterable[Entry], letters: Mapping[str, str]) -> tuple[Group, ...]:
    """Every group of every kind, in the order of GROUP_KINDS."""
    listed = tuple(entries)
    return tuple(group for kind in GROUP_KINDS for group in _grouped(kind, listed, letters))


def _grouped(kind: GroupKind, entries: tuple[Entry, ...], letters: Mapping[str, str]) -> list[Group]:
    found: dict[str, list[_Appearance]] = defaultdict(list)
    for entry in entries:
        for thing in _things(kind, entry):
            found[group_id(thing.id, thing.name, letters)].append(thing)
    made = [
        Group(kind, id_, things[0].name, tuple(thing.membership for thing in things)) for id_, things in found.items()
    ]
    return sorted(made, key=lambda g: (-len(g.members), g.name, g.id))


def _things(kind: GroupKind, entry: Entry) -> Iterator[_Appearance]:
    for field in FIELDS:
        for thing in field.items(entry.article.facts) if field.group == kind else ():
            role = field.role or thing.role
            yield _Appearance(thing.id, field.called(thing), Membership(entry, role, field.shown_by(thing)))
