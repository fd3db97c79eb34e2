"""Facts of many articles brought together: one group for each person, organisation, place and outlet.

Invariant: things are the same by their id, and without one by their folded name; groups are sorted by how many articles
hold them, then by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model import Article, Entity, Evidence, Named
from generator.model.addresses import distinct, spell
from generator.reading.letters import key

GroupKind = Literal["people", "organisations", "places", "outlets"]
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
    facts = entry.article.facts
    entities: dict[str, tuple[Entity, ...]] = {
        "people": facts.people,
        "organisations": facts.organisations,
        "places": facts.places,
    }
    for entity in entities.get(kind, ()):
        yield _Appearance(entity.id, entity.name, Membership(entry, entity.role, entity.mentions))
    if kind == "outlets":
        yield from _outlets(entry, facts.outlet, facts.cited_outlets)


def _outlets(entry: Entry, outlet: Named | None, cited: tuple[Named, ...]) -> Iterator[_Appearance]:
    if outlet:
        yield _Appearance(outlet.id, outlet.name, Membership(entry, "publisher", outlet.evidence))
    for named in cited:
        yield _Appearance(named.id, named.name, Membership(entry, "cited", named.evidence))
