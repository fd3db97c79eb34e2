"""Layers of things by their ids, later over earlier: an entry adds, replaces the whole, or takes away.

Invariant: what a later layer contradicts an earlier one by is told and left out, so that what is merged can be used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from generator.lexicon.entities import Organisation, Place, Thing
from generator.lexicon.faults import ValueFault
from generator.lexicon.layer import OwnEntry, Read
from generator.lexicon.loading import Record
from generator.lexicon.outlets import OutletRecord
from generator.lexicon.themes import PhraseGroup, Theme, unspelled, unspelled_group
from generator.model import Problem
from generator.reading.handwritten import Path, most_like
from generator.reading.letters import key

Known = Mapping[str, Mapping[str, Record]]
"""Things by kind and id."""
V = TypeVar("V")
# A name means one thing in a text, of whichever of these kinds.
_OF_ONE_NAME = {"people", "organisations", "places"}


def merged(earlier: Mapping[str, V], later: Iterable[tuple[str, V | None]]) -> dict[str, V]:
    """Two layers as one, in the order of the earlier; None takes away."""
    own = dict(later)
    kept = {id_: own.get(id_) or thing for id_, thing in earlier.items() if own.get(id_, thing) is not None}
    return kept | {id_: thing for id_, thing in own.items() if thing is not None}


def layered(known: Known, entries: Iterable[OwnEntry]) -> dict[str, dict[str, Any]]:
    """Everything known with the entries of a dossier over it, by kind."""
    by_kind = defaultdict[str, list[tuple[str, Record | None]]](list)
    for entry in entries:
        by_kind[entry.kind].append((entry.id, entry.record))
    return {kind: merged(things, by_kind[kind]) for kind, things in known.items()}


def consistent(known: Known, given: Iterable[OwnEntry]) -> Read:
    """The entries of a dossier that agree with all that is known and with each other, and what the others are told."""
    entries = tuple(given)
    kept, problems = list[OwnEntry](), list[Problem]()
    groups = layered(known, (e for e in entries if e.kind == "themes/groups"))["themes/groups"]
    taken = _taken(known, entries)
    for entry in entries:
        faults = [*_absent(entry, known), *_borne(entry, taken), *_unspelled(entry, groups)]
        problems += dict.fromkeys(entry.problem(fault) for fault in faults)
        if not faults:
            kept.append(entry)
            taken |= {claim: _bearer(entry) for _, claim, _ in _claims(entry.kind, entry.record)}
    return tuple(kept), (*problems, *_order(known, kept))


def _bearer(entry: OwnEntry) -> str:
    return f"{entry.kind}/{entry.id}"


def _absent(entry: OwnEntry, known: Known) -> Iterator[ValueFault]:
    """What is taken away must be there."""
    if entry.record is None and entry.id not in known.get(entry.kind, {}):
        near = most_like(entry.id, known.get(entry.kind, ()))
        rule = "lexicon-absent" if near else "lexicon-absent-strange"
        yield ValueFault(("remove",), rule, (("id", entry.id), ("nearest", near)))


def _unspelled(entry: OwnEntry, groups: Mapping[str, PhraseGroup]) -> Iterator[ValueFault]:
    if isinstance(entry.record, Theme):
        yield from unspelled(entry.record, groups)
    elif isinstance(entry.record, PhraseGroup):
        yield from unspelled_group(entry.record)


def _taken(known: Known, entries: Iterable[OwnEntry]) -> dict[str, str]:
    """Whose each name is before a dossier's own are read; what the dossier replaces or takes away has none."""
    own = {(entry.kind, entry.id) for entry in entries}
    kinds = {kind for kind, _ in own}
    kinds |= _OF_ONE_NAME if kinds & _OF_ONE_NAME else set()
    return {
        claim: f"{kind}/{id_}"
        for kind in sorted(kinds)
        for id_, thing in known[kind].items()
        if (kind, id_) not in own
        for _, claim, _ in _claims(kind, thing)
    }


def _borne(entry: OwnEntry, taken: Mapping[str, str]) -> Iterator[ValueFault]:
    """A name, domain or code that another bears."""
    for place, claim, shown in _claims(entry.kind, entry.record):
        if taken.get(claim, _bearer(entry)) != _bearer(entry):
            yield ValueFault(place, "lexicon-borne", (("name", shown), ("other", taken[claim])))


def _claims(kind: str, record: Record | None) -> Iterator[tuple[Path, str, str]]:
    """What only one thing may be called: its place in the record, what it is compared by, and as it stands there."""
    if isinstance(record, Thing):
        unsure = {*record.cued, *record.as_a_rule, *record.short}
        names = ((("name",), record.name), *((("variants", n), text) for n, text in enumerate(record.variants)))
        yield from ((place, f"name {key(text)}", text) for place, text in names if text not in unsure)
    if isinstance(record, Place) and record.iso:
        yield ("iso",), f"iso {record.iso}", record.iso
    if isinstance(record, Organisation) and record.body:
        yield ("body",), f"body {record.body.state} {record.body.is_}", f"{record.body.is_} ({record.body.state})"
    if isinstance(record, OutletRecord):
        yield from ((("domains", n), f"domain {text.lower()}", text) for n, text in enumerate(record.domains))
    if isinstance(record, Theme):
        yield ("label",), f"label {key(record.label)}", record.label


def _order(known: Known, entries: Iterable[OwnEntry]) -> Iterator[Problem]:
    """Themes of one place in the order of display: both stay, in the order of their ids."""
    own = {entry.id: entry for entry in entries if entry.kind == "themes"}
    themes = merged(known["themes"], ((id_, entry.record) for id_, entry in own.items()))
    first: dict[int, str] = {}
    for id_, theme in sorted(themes.items()):
        if isinstance(theme, Theme) and theme.order is not None:
            other = first.setdefault(theme.order, id_)
            if other != id_ and id_ in own:
                values = (("order", str(theme.order)), ("other", other))
                yield own[id_].problem(ValueFault(("order",), "lexicon-order", values), "warning")
