"""Clubs that go by the name of their town: «مانشستر سيتي», «مدرب برشلونة», «روما الإيطالي».

Invariant: a town's name is a club's only beside what a town has not: another half of a name, who trains or plays, a
verb of matches, or an adjective of a state in the masculine, since towns are feminine; and then all through its
article, but after «في» and nouns of places.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator.facts.names.agreement import form_of
from generator.facts.names.extent import is_of_nation
from generator.facts.names.shape import given, is_foreign, name_like
from generator.facts.names.words import NameSpan, among, bare_or_joined, words_covered
from generator.lexicon.entities import Entities
from generator.lexicon.names import Names
from generator.reading.letters import fold
from generator.reading.line import ReadLine

_TOWNS = ("capital", "city", "town")
_MOST_HALVES = 2  # words after a town: «باريس سان جيرمان»
_IN = "ب"
_CLAUSE = 8  # words between a verb of matches and the other club


def with_clubs(
    lines: Sequence[ReadLine], spans: Sequence[list[NameSpan]], entities: Entities, names: Names
) -> list[list[NameSpan]]:
    """The spans of each line, with towns that are clubs as organisations."""
    read = list(zip(lines, spans, strict=True))
    if not any(names.clubs.sports & frozenset(line.words) for line in lines):
        return list(spans)
    whole = [
        [_whole(line, x, taken, entities, names) for x in found]
        for line, found in read
        for taken in (words_covered(found),)
    ]
    known = {
        x.id
        for line, found in zip(lines, whole, strict=True)
        for x in found
        if _is_town(x, entities) and _plays(line, x, entities, names)
    }
    return [
        [_as_club(line, x) if x.id in known and not _lies(line, x, names) else x for x in found]
        for line, found in zip(lines, whole, strict=True)
    ]


def _is_town(x: NameSpan, entities: Entities) -> bool:
    return x.kind == "place" and x.id is not None and entities.places[x.id].kind in _TOWNS


def _whole(line: ReadLine, x: NameSpan, taken: AbstractSet[int], entities: Entities, names: Names) -> NameSpan:
    """«مانشستر سيتي», «بايرن ميونيخ»: a town with the other half of a club's name."""
    if not _is_town(x, entities):
        return x
    last = x.last
    while last - x.last < _MOST_HALVES and last + 1 not in taken and _half(line, last + 1, last == x.last, names):
        last += 1
    opens = bare_or_joined(line.left(x.first), names.clubs.openings) and x.first - 1 not in taken and not x.prefix
    first = x.first - opens
    return _as_club(line, replace(x, first=first, last=last)) if (first, last) != (x.first, x.last) else x


def _half(line: ReadLine, at: int, second: bool, names: Names) -> bool:
    """A word that a club is called by after its town; after «سان» any that sounds foreign."""
    folded, word = line.folded(at), line.word(at)
    if not line.close(at):
        return False
    if second:
        return folded in names.clubs.endings
    return line.folded(at - 1) in names.cues.place_openings and name_like(word, names) and is_foreign(word, names)


def _as_club(line: ReadLine, x: NameSpan) -> NameSpan:
    first = line.word(x.first)
    prefix = x.prefix if x.prefix and first.startswith(x.prefix) else ""
    name = line.slice(x.first, x.last, prefix)
    return replace(x, kind="organisation", id=None, name=name, rule="organisation-club", certainty="probable")


def _plays(line: ReadLine, x: NameSpan, entities: Entities, names: Names) -> bool:
    """True where the words beside a town make it a club."""
    before, after = "" if x.prefix else line.left(x.first), line.right(x.last)
    sides = among(before, names.clubs.sides)
    match = among(before, names.clubs.matches) or _is_met(line, x, names)
    beside = sides or among(before, names.prepositions, names.verbs) or bool(x.prefix)
    form = form_of(after, names)
    masculine = form.number == "he" and form.definite and is_of_nation(after, form, entities, names)
    return sides or match or (masculine and beside and not given(before, names))


def _is_met(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """«تعادل فريق كذا مع ليفربول», «خسر أمام ليون»: whom a club met, in the clause of a verb of matches."""
    if fold(line.left(x.first)) not in names.clubs.against or x.prefix:
        return False
    for near in range(x.first - 1, max(-1, x.first - 1 - _CLAUSE), -1):
        if among(line.word(near), names.clubs.matches):
            return True
        if line.stops(near) or line.comma(near):
            return False
    return False


def _lies(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """True after «في» and «مدينة», where the town itself is meant."""
    before = "" if x.prefix else line.left(x.first)
    place = bare_or_joined(before, names.cues.place_nouns) or fold(before) == "في"
    return x.prefix.endswith(_IN) or place
