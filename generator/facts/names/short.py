"""Later short mentions of a person join the full name: «باركر» is the «براندون باركر» of the same article.

Invariant: a short mention never makes anybody known; it only joins one whom the article names in full.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.facts.names.bearers import is_particle
from generator.facts.names.shape import given, name_like
from generator.facts.names.words import Span, among, covered, is_definite, plain, uncovered
from generator.lexicon.entities import Entities
from generator.lexicon.names import Names
from generator.reading.clitics import PREFIXES_OF_NAMES, analyses
from generator.reading.letters import same_sound, sound, tokens
from generator.reading.line import ReadLine

_SHORTEST = 3


@dataclass(frozen=True)
class _Family:
    """The family name of someone as its word sounds, whether it has an article, and whose it is."""

    sound: str
    stem: str
    definite: bool
    owner: Span


def joined(
    lines: Sequence[ReadLine], spans: Sequence[list[Span]], contested: frozenset[str], entities: Entities, names: Names
) -> list[list[Span]]:
    """The spans of each line with the short mentions of its people; `contested`: ids with a namesake in the article."""
    families = _families(spans, entities, names)
    families = {key_: family for key_, family in families.items() if family.owner.id not in contested}
    if not families:
        return [list(found) for found in spans]
    families = _uncontested(lines, spans, families, names)
    return [
        sorted((*found, *_short(words, found, families, names)), key=lambda span: span.first)
        for words, found in zip(lines, spans, strict=True)
    ]


def _families(spans: Sequence[list[Span]], entities: Entities, names: Names) -> Mapping[tuple[str, bool], _Family]:
    """By sound and article; a family name that two people of the article bear is nobody's."""
    found: dict[tuple[str, bool], _Family] = {}
    shared: set[tuple[str, bool]] = set()
    for span in (x for line in spans for x in line if x.kind == "person"):
        for name in _full_names(span, entities):
            family = _family(name, span, names)
            if family:
                key_ = (family.sound, family.definite)
                owner = found.setdefault(key_, family).owner
                if (owner.id, owner.name) != (span.id, span.name):
                    shared.add(key_)
    return {key_: family for key_, family in found.items() if key_ not in shared}


def _uncontested(
    lines: Sequence[ReadLine], spans: Sequence[list[Span]], families: Mapping[tuple[str, bool], _Family], names: Names
) -> Mapping[tuple[str, bool], _Family]:
    """The families whose name is nowhere in the article part of somebody else's name."""
    contested = {
        (family.sound, family.definite)
        for words, found in zip(lines, spans, strict=True)
        for at in uncovered(words, found)
        if (family := _borne(words, at, families)) is not None and _of_other(words, at, family, names)
    }
    return {key_: family for key_, family in families.items() if key_ not in contested}


def _full_names(span: Span, entities: Entities) -> tuple[str, ...]:
    known = entities.people.get(span.id) if span.id else None
    return (known.name, *known.variants) if known else (span.name,)


def _family(name: str, owner: Span, names: Names) -> _Family | None:
    words = [token.text for token in tokens(name)]
    if len(words) > 2 and plain(words[-1]) in names.seconds and plain(words[-2]) in names.halves:  # noqa: PLR2004
        pair = f"{plain(words[-2])} {plain(words[-1])}"
        return _Family(pair, pair, False, owner)
    if len(words) < 2 or plain(words[-2]) in names.particles or plain(words[-1]) in names.seconds:  # noqa: PLR2004 a full name
        return None
    last = words[-1]
    reading = next((r for r in analyses(last) if r.definite and not r.prefix), None)
    stem = reading.stem if reading else plain(last)
    return _Family(sound(stem), stem, reading is not None, owner) if len(stem) >= _SHORTEST else None


def _short(
    words: ReadLine, spans: list[Span], families: Mapping[tuple[str, bool], _Family], names: Names
) -> list[Span]:
    inside = covered(spans)
    return [
        found
        for at in range(len(words.tokens))
        if at not in inside and (found := _mention(words, at, families, names)) is not None
    ]


def _mention(words: ReadLine, at: int, families: Mapping[tuple[str, bool], _Family], names: Names) -> Span | None:
    word = words.word(at)
    pair = families.get((f"{plain(word).removeprefix('و')} {plain(words.word(at + 1))}", False))
    if pair and words.close(at + 1):
        return Span("person", pair.owner.id, pair.owner.name, at, at + 1, "person-short", "")
    if among(word, names.common) or (is_definite(word) and not _free(words, at, names)):
        return None
    family = _borne(words, at, families)
    if family is None or _of_other(words, at, family, names):
        return None
    owner, prefix = family.owner, _prefix(word, family)
    return Span("person", owner.id, owner.name, at, at, "person-short", prefix)


def _borne(words: ReadLine, at: int, families: Mapping[tuple[str, bool], _Family]) -> _Family | None:
    """The family whose name a word is, however spelled."""
    for r in analyses(words.word(at)):
        family = families.get((sound(r.stem), r.definite)) if r.prefix in PREFIXES_OF_NAMES else None
        if family and same_sound(r.stem, family.stem):
            return family
    return None


def _prefix(word: str, family: _Family) -> str:
    """The clitic before a family name."""
    return next(r.prefix for r in analyses(word) if (sound(r.stem), r.definite) == (family.sound, family.definite))


def _of_other(words: ReadLine, at: int, family: _Family, names: Names) -> bool:
    """True when a given name or a particle before a family name, or a given name that it is too, makes it another's."""
    before = words.word(at - 1) if words.close(at) else ""
    if is_particle(before, names) and plain(before) not in plain(family.owner.name).split():
        return True
    return _in_another(words, at, family.owner, names) or _another(before, family.owner, names)


def _another(before: str, owner: Span, names: Names) -> bool:
    """«إيفانا ترامب»: a given name that is not the bearer's own."""
    heard = {sound(part) for part in plain(owner.name).split()}
    office = plain(before) in names.roles.within
    return given(before, names) and not office and sound(plain(before)) not in heard


def _in_another(words: ReadLine, at: int, owner: Span, names: Names) -> bool:
    """«حسين» in «ياسر عرفات حسين» or «حسين علي»: a family name that is a given name too, beside another name."""
    before = words.word(at - 1) if words.close(at) else ""
    if not given(words.word(at), names) or plain(before) in plain(owner.name).split():
        return False
    after = words.word(at + 1) if words.close(at + 1) else ""
    ahead = given(after, names) or plain(after) in names.particles
    return ahead or (bool(before) and name_like(before, names))


def _free(words: ReadLine, at: int, names: Names) -> bool:
    """False for an adjective: «الجيش السوداني» after a definite noun that is no title."""
    before = words.word(at - 1) if words.close(at) else ""
    return not is_definite(before) or among(before, names.roles.titles)
