"""What shows that words are a name: offices, cues, given names and the words that are none. All in match form.

Invariant: every list is folded once here; the stages compare folded stems only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from generator.lexicon.loading import Record, read_record
from generator.reading.letters import bare, fold, sound
from generator.reading.match import Phrasebook

_Words = Annotated[tuple[str, ...], Field(min_length=1)]


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


Stems = Annotated[frozenset[str], Field(min_length=1), AfterValidator(_folded)]
_Stem = Annotated[str, AfterValidator(fold)]


class RoleWords(Record):
    """names/roles.yml; each list says there what it is for."""

    heads: Stems
    followed: Mapping[_Stem, Stems]
    of_towns: Stems
    titles: Stems
    enough: Stems
    ranks: Stems
    honours: Stems
    birth: Stems
    national: Stems
    counterparts: Stems
    qualities: Stems
    once: Stems
    membership: Stems
    governs: Mapping[_Stem, Stems]
    styles: Stems
    inside: Stems
    links: Stems
    private: Stems
    everyday: Stems
    harmed: Stems

    @cached_property
    def within(self) -> frozenset[str]:
        """What an office is said with: its nouns, and what may stand inside it."""
        return self.heads | self.inside


class SpelledRoles(BaseModel):
    """names/roles.yml again, in its own spellings: letters are counted over all of them."""

    inside: _Words


class CueWords(Record):
    """names/cues.yml."""

    place_nouns: Stems
    settlements: Stems
    districts: Stems
    several: Stems
    camps: Stems
    place_prepositions: Stems
    group_nouns: Stems
    rule_nouns: Stems
    named_after: Stems
    named_places: Stems
    named_bodies: Stems
    named_things: Stems
    eponyms: Stems
    venues: Stems
    works: Stems
    of_towns: Stems
    outlaws: Stems
    outlaw_bodies: Stems
    outlawed: Stems
    managing: Stems
    press: Stems
    rulers: Stems
    meeting_verbs: Stems
    personal: Stems
    ages: Stems
    describing: Stems
    place_openings: Stems


class BodyRecord(Record):
    """A body that many states have; its name has {m} or {f} for the state's adjective."""

    name: Annotated[str, Field(pattern=r"\{[mf]\}")]
    heads: _Words


class OrganisationWords(Record):
    """names/organisations.yml."""

    state_bodies: Mapping[str, BodyRecord]
    offices: Stems
    proper: Stems
    common: Stems
    generic: Stems
    ending: Stems
    of_places: Stems
    of_people: Stems
    people: Stems
    ministries: Stems
    movements: Stems
    completed: Mapping[_Stem, Stems]
    fields: Stems


class CommonWords(Record):
    """names/common.yml."""

    words: _Words
    verbs: _Words
    times: Stems
    prepositions: _Words
    clauses: _Words


class GivenNames(Record):
    """names/given.yml."""

    local: _Words
    foreign: _Words
    particles: Stems
    openers: Stems
    sonship: Stems
    seconds: Stems
    halves: Stems


@dataclass(frozen=True, eq=False)
class Names:
    """The lists as sets of folded words.

    any_role, any_cue: the words of all lists of the two files. given_spelled: names that only their spelling keeps from
    an everyday word, unfolded («علي», not «على»). given_sounds: foreign names as they sound.
    """

    roles: RoleWords
    cues: CueWords
    organisations: OrganisationWords
    bodies: Phrasebook[str]
    any_role: frozenset[str]
    any_cue: frozenset[str]
    common: frozenset[str]
    verbs: frozenset[str]
    times: frozenset[str]
    prepositions: frozenset[str]
    clauses: frozenset[str]
    given: frozenset[str]
    given_spelled: frozenset[str]
    given_sounds: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    sonship: frozenset[str]
    seconds: frozenset[str]
    halves: frozenset[str]
    letters: Mapping[str, float]


def load_names(data: Path) -> Names:
    """The lists of names/*.yml. Raises LexiconError."""
    folder = data / "language/names"
    roles = read_record(folder / "roles.yml", RoleWords)
    spelled = read_record(folder / "roles.yml", SpelledRoles).inside
    cues = read_record(folder / "cues.yml", CueWords)
    organisations = read_record(folder / "organisations.yml", OrganisationWords)
    common = read_record(folder / "common.yml", CommonWords)
    given = read_record(folder / "given.yml", GivenNames)
    everyday = (*common.words, *common.verbs, *common.clauses, *common.prepositions)
    known, folded = (*given.local, *given.foreign), _folded(everyday)
    return Names(
        roles=roles,
        cues=cues,
        organisations=organisations,
        bodies=Phrasebook((head, id_) for id_, body in organisations.state_bodies.items() for head in body.heads),
        any_role=_any(roles) | _folded((*common.clauses, *common.prepositions)),
        any_cue=_any(cues),
        common=_folded(common.words),
        verbs=_folded(common.verbs),
        times=common.times,
        prepositions=_folded(common.prepositions),
        clauses=_folded(common.clauses),
        given=_folded(known) - folded,
        given_spelled=frozenset(bare(name) for name in known if fold(name) in folded) - frozenset(map(bare, everyday)),
        given_sounds=frozenset(sound(fold(name)) for name in given.foreign),
        letters=_letters(map(fold, given.foreign), map(fold, (*common.words, *common.verbs, *spelled, *roles.heads))),
        particles=given.particles,
        openers=given.openers,
        sonship=given.sonship,
        seconds=given.seconds,
        halves=given.halves,
    )


def _any(record: Record) -> frozenset[str]:
    return frozenset().union(*(words for _, words in record if isinstance(words, frozenset)))


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
