"""What shows that words are a name: offices, cues, given names and the words that are none. All in match form.

Invariant: every list is folded once here; the stages compare folded stems only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Annotated

from pydantic import Field

from generator.lexicon.loading import Record, read_record
from generator.reading.letters import bare, fold, sound
from generator.reading.match import Phrasebook

_Words = Annotated[tuple[str, ...], Field(min_length=1)]
Stems = frozenset[str]


class RoleWords(Record):
    """names/roles.yml; each list says there what it is for."""

    heads: _Words
    followed: Mapping[str, _Words]
    of_towns: _Words
    titles: _Words
    enough: _Words
    ranks: _Words
    honours: _Words
    birth: _Words
    national: _Words
    counterparts: _Words
    qualities: _Words
    once: _Words
    membership: _Words
    governs: Mapping[str, _Words]
    styles: _Words
    inside: _Words
    links: _Words
    private: _Words
    everyday: _Words
    harmed: _Words
    prepositions: _Words
    clauses: _Words


class CueWords(Record):
    """names/cues.yml."""

    place_nouns: _Words
    settlements: _Words
    districts: _Words
    several: _Words
    camps: _Words
    place_prepositions: _Words
    group_nouns: _Words
    rule_nouns: _Words
    named_after: _Words
    named_places: _Words
    named_bodies: _Words
    named_things: _Words
    eponyms: _Words
    venues: _Words
    works: _Words
    of_towns: _Words
    outlaws: _Words
    outlaw_bodies: _Words
    outlawed: _Words
    managing: _Words
    press: _Words
    rulers: _Words
    meeting_verbs: _Words
    personal: _Words
    ages: _Words
    describing: _Words
    place_openings: _Words


class BodyRecord(Record):
    """A body that many states have; its name has {m} or {f} for the state's adjective."""

    name: Annotated[str, Field(pattern=r"\{[mf]\}")]
    heads: _Words


class OrganisationWords(Record):
    """names/organisations.yml."""

    state_bodies: Mapping[str, BodyRecord]
    offices: _Words
    proper: _Words
    common: _Words
    generic: _Words
    ending: _Words
    of_places: _Words
    of_people: _Words
    people: _Words
    ministries: _Words
    movements: _Words
    completed: Mapping[str, _Words]
    fields: _Words


class CommonWords(Record):
    """names/common.yml."""

    words: _Words
    verbs: _Words
    times: _Words


class GivenNames(Record):
    """names/given.yml."""

    local: _Words
    foreign: _Words
    particles: _Words
    openers: _Words
    sonship: _Words
    seconds: _Words
    halves: _Words


@dataclass(frozen=True, eq=False)
class Names:
    """The lists as sets of folded words.

    given_spelled: names that only their spelling keeps from an everyday word, unfolded («علي», not «على»).
    given_sounds: foreign names as they sound.
    """

    roles: Mapping[str, Stems]
    followed: Mapping[str, Stems]
    governs: Mapping[str, Stems]
    completed: Mapping[str, Stems]
    cues: Mapping[str, Stems]
    organisations: Mapping[str, Stems]
    bodies: Phrasebook[str]
    body_names: Mapping[str, str]
    common: Stems
    verbs: Stems
    times: Stems
    given: Stems
    given_spelled: Stems
    given_sounds: Stems
    particles: Stems
    openers: Stems
    sonship: Stems
    seconds: Stems
    halves: Stems
    letters: Mapping[str, float]


def load_names(data: Path) -> Names:
    """The lists of names/*.yml. Raises LexiconError."""
    folder = data / "language/names"
    roles = read_record(folder / "roles.yml", RoleWords)
    organisations = read_record(folder / "organisations.yml", OrganisationWords)
    common = read_record(folder / "common.yml", CommonWords)
    given = read_record(folder / "given.yml", GivenNames)
    bodies = organisations.state_bodies
    everyday = _folded((*common.words, *common.verbs, *roles.clauses, *roles.prepositions))
    return Names(
        roles=_sets(roles),
        followed={fold(word): _folded(after) for word, after in roles.followed.items()},
        completed={fold(word): _folded(after) for word, after in organisations.completed.items()},
        governs={fold(word): _folded(heads) for word, heads in roles.governs.items()},
        cues=_sets(read_record(folder / "cues.yml", CueWords)),
        organisations=_sets(organisations),
        bodies=Phrasebook((head, id_) for id_, body in bodies.items() for head in body.heads),
        body_names={id_: body.name for id_, body in bodies.items()},
        common=_folded(common.words),
        verbs=_folded(common.verbs),
        times=_folded(common.times),
        given=_folded((*given.local, *given.foreign)) - everyday,
        given_spelled=frozenset(bare(name) for name in (*given.local, *given.foreign) if fold(name) in everyday)
        - frozenset(map(bare, (*common.words, *common.verbs, *roles.clauses, *roles.prepositions))),
        given_sounds=frozenset(sound(fold(name)) for name in given.foreign),
        particles=_folded(given.particles),
        openers=_folded(given.openers),
        sonship=_folded(given.sonship),
        seconds=_folded(given.seconds),
        halves=_folded(given.halves),
        letters=_letters(
            map(fold, given.foreign), map(fold, (*common.words, *common.verbs, *roles.inside, *roles.heads))
        ),
    )


def pairs(folded: str) -> tuple[str, ...]:
    """The pairs of neighbouring letters of a word, its edges among them."""
    edged = f"^{folded}$"
    return tuple(edged[at : at + 2] for at in range(len(edged) - 1))


def _letters(foreign: Iterable[str], native: Iterable[str]) -> dict[str, float]:
    """How much more often a pair of letters stands in foreign names than in everyday words: the log of the ratio."""
    seen = [Counter(pair for word in words for pair in pairs(word)) for words in (foreign, native)]
    totals = [sum(counts.values()) for counts in seen]
    return {
        pair: log((seen[0][pair] + 0.5) / totals[0]) - log((seen[1][pair] + 0.5) / totals[1])
        for pair in sorted(seen[0].keys() | seen[1].keys())
    }


def _folded(words: Iterable[str]) -> Stems:
    return frozenset(map(fold, words))


def _sets(record: Record) -> dict[str, Stems]:
    return {name: _folded(value) for name, value in record if isinstance(value, tuple)}
