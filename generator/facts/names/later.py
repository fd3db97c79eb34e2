"""Whom a later short mention means: «باركر» is the «براندون باركر» of the same article.

Invariant: a short mention never makes anybody known; it only joins one whom the article names in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.facts.names.shape import given, name_like
from generator.facts.names.sight import seen
from generator.facts.names.whose import is_particle
from generator.facts.names.words import NameSpan, among, in_order, is_definite, words_covered
from generator.lexicon.entities import Entities
from generator.lexicon.names import Names
from generator.reading.clitics import PREFIXES_OF_NAMES, Analysis, analyses
from generator.reading.letters import fold, same_sound, sound, tokens
from generator.reading.line import ReadLine
from generator.reading.memo import MOST_ANSWERS

_SHORTEST = 3
_Key = tuple[str, bool]


@dataclass(frozen=True)
class _Family:
    """Somebody's family name: as its word sounds and whether it has an article, as it is written, and whose it is."""

    key: _Key
    stem: str
    owner: NameSpan


_Families = Mapping[_Key, _Family]


def joined_mentions(
    lines: Sequence[ReadLine],
    spans: Sequence[list[NameSpan]],
    contested: frozenset[str | None],
    entities: Entities,
    names: Names,
) -> list[list[NameSpan]]:
    """The spans of each line with the short mentions of its people; `contested`: ids with a namesake in the article."""
    families = {key: x for key, x in _families(spans, entities, names).items() if x.owner.id not in contested}
    if not families:
        return list(spans)
    inside = list(map(words_covered, spans))
    free = [
        [at for at in _candidates(line, families, names) if at not in taken]
        for line, taken in zip(lines, inside, strict=True)
    ]
    # A family name that is part of somebody else's name anywhere in the article is nobody's.
    others = {
        family.key
        for line, places in zip(lines, free, strict=True)
        for at in places
        if (family := _borne(line.word(at), families)) is not None and _of_other(line, at, family.owner, names)
    }
    families = {key: family for key, family in families.items() if key not in others}
    return [
        in_order((*found, *_short(line, places, families, names)))
        for line, found, places in zip(lines, spans, free, strict=True)
    ]


def _candidates(line: ReadLine, families: _Families, names: Names) -> list[int]:
    """The words of a line that sound like a family name, or that may be one with the word behind them."""
    known, seconds = families.keys(), names.seconds
    pairs = [at - 1 for at in seen(line, "second", names) if at and line.words[at] in seconds]
    alone = [at for at, word in enumerate(line.written) if not known.isdisjoint(_keys(word))]
    return sorted({*pairs, *alone})


def _families(spans: Sequence[list[NameSpan]], entities: Entities, names: Names) -> _Families:
    """By sound and article; a family name that two people of the article bear is nobody's."""
    found: dict[_Key, _Family] = {}
    shared: set[_Key] = set()
    for x in (x for line in spans for x in line if x.kind == "person"):
        known = entities.people.get(x.id or "")
        for name in (known.name, *known.variants) if known else (x.name,):
            if family := _family(name, x, names):
                owner = found.setdefault(family.key, family).owner
                if (owner.id, owner.name) != (x.id, x.name):
                    shared.add(family.key)
    return {key: family for key, family in found.items() if key not in shared}


def _family(name: str, owner: NameSpan, names: Names) -> _Family | None:
    words = [token.text for token in tokens(name)]
    *_, before, last = ("", "", *map(fold, words))
    if len(words) > 2 and last in names.seconds and before in names.halves:  # noqa: PLR2004  «فلان فضل الله»
        return _Family((f"{before} {last}", False), f"{before} {last}", owner)
    if len(words) < 2 or before in names.particles or last in names.seconds:  # noqa: PLR2004  a full name
        return None
    reading = next((r for r in analyses(words[-1]) if r.definite and not r.prefix), None)
    stem = reading.stem if reading else last
    return _Family((sound(stem), reading is not None), stem, owner) if len(stem) >= _SHORTEST else None


def _short(line: ReadLine, places: Iterable[int], families: _Families, names: Names) -> Iterator[NameSpan]:
    for at in places:
        word, before = line.word(at), line.left(at)
        second = line.folded(at + 1) if line.close(at + 1) else ""
        pair = (
            families.get((f"{line.folded(at).removeprefix('و')} {second}", False)) if second in names.seconds else None
        )
        if pair is not None:
            yield _mention(pair.owner, at, at + 1, "")
            continue
        family = _borne(word, families)
        # Not «السوداني» in «الجيش السوداني», an adjective: only a title may stand before a definite family name.
        described = is_definite(word) and is_definite(before) and not among(before, names.roles.titles)
        if family and not (described or among(word, names.common) or _of_other(line, at, family.owner, names)):
            yield _mention(family.owner, at, at, next(r.prefix for r, key in _heard(word) if key == family.key))


def _mention(owner: NameSpan, first: int, last: int, prefix: str) -> NameSpan:
    return NameSpan("person", owner.id, owner.name, first, last, "person-short", prefix)


@lru_cache(maxsize=MOST_ANSWERS)
def _heard(word: str) -> tuple[tuple[Analysis, _Key], ...]:
    """The readings of a word as family names are kept."""
    return tuple((r, (sound(r.stem), r.definite)) for r in analyses(word))


@lru_cache(maxsize=MOST_ANSWERS)
def _keys(word: str) -> frozenset[_Key]:
    return frozenset([(sound(r.stem), r.definite) for r in analyses(word)])


def _borne(word: str, families: _Families) -> _Family | None:
    """The family whose name a word is, however spelled."""
    for r, key in _heard(word):
        family = families.get(key) if r.prefix in PREFIXES_OF_NAMES else None
        if family and same_sound(r.stem, family.stem):
            return family
    return None


def _of_other(line: ReadLine, at: int, owner: NameSpan, names: Names) -> bool:
    """True when a given name or a particle before a family name, or a given name that it is too, makes it another's."""
    before, after, own = line.left(at), line.right(at), fold(owner.name).split()
    stranger = fold(before) not in own
    if stranger and is_particle(before, names):
        return True
    # «حسين» in «ياسر عرفات حسين» or «حسين علي»: a family name that is a given name too, beside another name.
    beside = given(after, names) or fold(after) in names.particles or name_like(before, names)
    if stranger and beside and given(line.word(at), names):
        return True
    # «إيفانا ترامب»: a given name that is not the bearer's own.
    others = given(before, names) and fold(before) not in names.roles.within
    return others and sound(fold(before)) not in {sound(part) for part in own}
