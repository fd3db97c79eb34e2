"""The outlet that published a text, on evidence of the text alone: one name on enough evidence, or none.

Signs of one kind say the same thing twice, so only the heaviest of each kind counts; kinds are independent, so that
their weights combine as chances do: 1 - (1-a)(1-b)… The thresholds were set on pages composed for measuring.
Invariant: no name without words that show it; where two are shown as strongly, there is none, and a problem says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import prod

from generator.facts.found import Found
from generator.facts.publisher import headers, mastheads, rights, voice
from generator.facts.publisher.names import PROBABLE, Clue, HouseName
from generator.facts.publisher.rows import PageRows, page_rows
from generator.lexicon import Lexicon
from generator.model import Certainty, Facts, Named, Problem
from generator.reading.line import ReadText

CERTAIN = 0.8
_RIVAL = 0.6
_MARGIN = 0.15
_REPEATED = 0.1
_REPEATED_MOST = 0.3
_MENTIONS_MOST = 0.4
_EVIDENCE_MOST = 8
SIGNS: tuple[Callable[[PageRows], Iterator[Clue]], ...] = (
    rights.rights,
    mastheads.page_titles,
    mastheads.mastheads,
    mastheads.issues,
    mastheads.lone_names,
    mastheads.first_rows,
    mastheads.descriptions,
    mastheads.stamps,
    mastheads.known_mentions,
    headers.datelines,
    headers.closings,
    headers.picture_credits,
    headers.exclusives,
    headers.signatures,
    voice.heard_by_house,
    voice.offers,
    voice.reporters,
    voice.received,
    voice.told_to_house,
    rights.promos,
    rights.addresses,
)


@dataclass(frozen=True)
class Candidate:
    """A name with all its signs and their joint weight, 0 to 1."""

    signs: tuple[Clue, ...]
    weight: float

    @property
    def best(self) -> HouseName:
        """The name as its heaviest sign spells it, the shortest of several; an address spells nothing."""
        return max(
            self.signs, key=lambda s: (s.owner is None, s.weight, s.name.known is not None, -len(s.name.text))
        ).name


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[Named | None]:
    """The publisher, certain or probable; None when nothing names it or names contradict each other."""
    found, file = weighed_names(text, lexicon), text.source.name
    if not found or found[0].weight < PROBABLE:
        return Found(None)
    first, rival = found[0], next((c for c in found[1:] if c.weight >= _RIVAL), None)
    if rival and first.weight - rival.weight < _MARGIN:
        values = (("first", first.best.text), ("second", rival.best.text))
        problem = Problem("warning", file, rival.signs[0].evidence.line, "outlet-contradiction", values)
        return Found(None, (problem,))
    outlet = _named(first, "certain" if first.weight >= CERTAIN and rival is None else "probable")
    probable = Problem("note", file, outlet.evidence[0].line, "outlet-probable", (("name", outlet.name),))
    return Found(outlet, (probable,) if outlet.certainty == "probable" else ())


def weighed_names(text: ReadText, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Every name that signs point at, the heaviest first."""
    seen = text.once(page_rows, lexicon)
    groups: dict[str, list[Clue]] = {}
    for one in (one for signs in SIGNS for one in signs(seen)):
        groups.setdefault(one.name.key, []).append(one)
    for key in sorted(groups, key=lambda k: (len(k.split()), k)):
        wider = next((other for other in groups if other != key and _same(groups[key][0], groups[other][0])), None)
        if wider:
            groups[wider] += groups.pop(key)
    found = [Candidate(tuple(group), _weight(seen, group)) for group in groups.values()]
    return tuple(sorted(found, key=lambda c: (-c.weight, c.best.key)))


def _same(one: Clue, other: Clue) -> bool:
    """The shorter name begins or ends the longer, or differs by spaces alone; two known houses are never one."""
    a, b = one.name, other.name
    if a.key.replace(" ", "") == b.key.replace(" ", ""):
        return True
    if a.known and b.known:
        return a.is_one_of(b.known.ids)
    return not a.ambiguous and (b.key.startswith(a.key + " ") or b.key.endswith(" " + a.key))


def _weight(seen: PageRows, signs: list[Clue]) -> float:
    """Words that two rules read are one witness; rows of furniture that hold the name and gave no sign repeat it."""
    places: dict[tuple[int, int], Clue] = {}
    for one in signs:
        place = (one.evidence.line, one.evidence.start)
        places[place] = max(places.get(place, one), one, key=lambda s: s.weight)
    kinds: dict[str, float] = {}
    for one in places.values():
        kinds[one.evidence.rule] = max(one.weight, kinds.get(one.evidence.rule, 0.0))
    mentioned = sum(one.evidence.rule == "outlet-mention" for one in places.values())
    if mentioned:
        kinds["outlet-mention"] = min(_MENTIONS_MOST, kinds["outlet-mention"] * mentioned)
    used, wanted = {one.evidence.line for one in signs}, f" {signs[0].name.key} "
    elsewhere = sum(wanted in f" {row.key} " and row.number not in used for row in seen.outside)
    return 1 - prod(1 - weight for weight in (*kinds.values(), min(_REPEATED_MOST, _REPEATED * elsewhere)))


def _named(found: Candidate, certainty: Certainty) -> Named:
    name, owners = found.best, {one.owner for one in found.signs if one.owner}
    known = set(name.known.ids) if name.known else owners
    ids = known & owners if owners else known
    ordered = sorted(found.signs, key=lambda s: (-s.weight, s.evidence.line, s.evidence.start))
    evidence = tuple(dict.fromkeys(one.evidence for one in ordered))[:_EVIDENCE_MOST]
    return Named(name.text, evidence, next(iter(ids)) if len(ids) == 1 else None, "stated", certainty)
