"""Weighs the signs of a publisher: one name on enough evidence, or none.

Signs of one kind say the same thing twice, so only the heaviest of each kind counts; kinds are independent, so that
their weights combine as chances do: 1 - (1-a)(1-b)… The thresholds were set on pages composed for measuring.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

from generator.facts.publisher.names import Name, Sign
from generator.facts.publisher.sheet import Sheet
from generator.model import Certainty, Named

PROBABLE = 0.5
CERTAIN = 0.8
_RIVAL = 0.6
_MARGIN = 0.15
_REPEATED = 0.1
_REPEATED_MOST = 0.3
_MENTIONS_MOST = 0.4
_EVIDENCE_MOST = 8


@dataclass(frozen=True)
class Candidate:
    """A name with all its signs and their joint weight, 0 to 1."""

    signs: tuple[Sign, ...]
    weight: float

    @property
    def best(self) -> Name:
        """The name as its heaviest sign spells it, the shortest of several; an address spells nothing."""
        return max(
            self.signs, key=lambda s: (s.owner is None, s.weight, s.name.known is not None, -len(s.name.text))
        ).name


def candidates(sheet: Sheet, signs: Iterable[Sign]) -> tuple[Candidate, ...]:
    """Every name that signs point at, the heaviest first."""
    groups: dict[str, list[Sign]] = {}
    for one in signs:
        groups.setdefault(one.name.key, []).append(one)
    for key in sorted(groups, key=lambda k: (len(k.split()), k)):
        wider = next((other for other in groups if other != key and _same(groups[key], groups[other])), None)
        if wider:
            groups[wider] += groups.pop(key)
    found = [Candidate(tuple(group), _weight(sheet, group)) for group in groups.values()]
    return tuple(sorted(found, key=lambda c: (-c.weight, c.best.key)))


def _same(one: list[Sign], other: list[Sign]) -> bool:
    """The shorter name begins or ends the longer, or differs by spaces alone; two known houses are never one."""
    a, b = one[0].name, other[0].name
    if a.key.replace(" ", "") == b.key.replace(" ", ""):
        return True
    if a.known and b.known:
        return bool(set(a.known.ids) & set(b.known.ids))
    if a.known and a.known.ambiguous:
        return False
    return b.key.startswith(a.key + " ") or b.key.endswith(" " + a.key)


def _weight(sheet: Sheet, signs: list[Sign]) -> float:
    kinds: dict[str, float] = {}
    witnesses = _heaviest_of_places(signs)
    for one in witnesses:
        kinds[one.evidence.rule] = max(one.weight, kinds.get(one.evidence.rule, 0.0))
    named = sum(one.evidence.rule == "outlet-mention" for one in witnesses)
    if named:
        kinds["outlet-mention"] = min(_MENTIONS_MOST, kinds["outlet-mention"] * named)
    kinds["repeated"] = min(_REPEATED_MOST, _REPEATED * _elsewhere(sheet, signs))
    return 1 - prod(1 - weight for weight in kinds.values())


def _heaviest_of_places(signs: list[Sign]) -> tuple[Sign, ...]:
    """Words that two rules read are one witness."""
    places: dict[tuple[int, int], Sign] = {}
    for one in signs:
        place = (one.evidence.line, one.evidence.start)
        places[place] = max(places.get(place, one), one, key=lambda s: s.weight)
    return tuple(places.values())


def _elsewhere(sheet: Sheet, signs: list[Sign]) -> int:
    """Rows of furniture that hold the name and gave no sign."""
    used = {one.evidence.line for one in signs}
    wanted = f" {signs[0].name.key} "
    return sum(wanted in f" {row.key} " and row.line.number not in used for row in sheet.outside())


def decide(found: tuple[Candidate, ...]) -> tuple[Named | None, Candidate | None]:
    """The publisher; or None and the rival where another name speaks nearly as loud."""
    if not found or found[0].weight < PROBABLE:
        return None, None
    first, rival = found[0], next((c for c in found[1:] if c.weight >= _RIVAL), None)
    if rival and first.weight - rival.weight < _MARGIN:
        return None, rival
    sure = first.weight >= CERTAIN and rival is None
    return _named(first, "certain" if sure else "probable"), None


def _named(found: Candidate, certainty: Certainty) -> Named:
    name = found.best
    owners = {one.owner for one in found.signs if one.owner}
    ids = set(name.known.ids) & owners if name.known and owners else set(name.known.ids) if name.known else owners
    id_ = next(iter(ids)) if len(ids) == 1 else None
    ordered = sorted(found.signs, key=lambda s: (-s.weight, s.evidence.line, s.evidence.start))
    evidence = tuple(dict.fromkeys(one.evidence for one in ordered))[:_EVIDENCE_MOST]
    return Named(name.text, evidence, id_, "stated", certainty)
