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
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from generator.lexicon.loading import ByFold, Folded, Record, Texts, folded, read_record
from generator.reading.clitics import ARTICLE
from generator.reading.letters import bare, fold, sound
from generator.reading.line import Asked
from generator.reading.match import Phrasebook


class RoleWords(Record):
    """names/roles.yml; each list says there what it is for."""

    heads: Folded
    followed: ByFold[Folded]
    of_towns: Folded
    titles: Folded
    enough: Folded
    ranks: Folded
    honours: Folded
    birth: Folded
    national: Folded
    counterparts: Folded
    qualities: Folded
    once: Folded
    membership: Folded
    governs: ByFold[Folded]
    styles: Folded
    inside: Folded
    links: Folded
    private: Folded
    everyday: Folded
    harmed: Folded

    @cached_property
    def within(self) -> frozenset[str]:
        """What an office is said with: its nouns, and what may stand inside it."""
        return self.heads | self.inside

    @cached_property
    def offices(self) -> frozenset[str]:
        """The nouns with which an office may begin."""
        return self.heads | self.counterparts | self.enough | frozenset(self.followed)


class SpelledRoles(BaseModel):
    """names/roles.yml again, in its own spellings: letters are counted over all of them."""

    inside: Texts


class CueWords(Record):
    """names/cues.yml."""

    place_nouns: Folded
    settlements: Folded
    provinces: Folded
    districts: Folded
    several: Folded
    camps: Folded
    place_prepositions: Folded
    group_nouns: Folded
    rule_nouns: Folded
    named_after: Folded
    named_places: Folded
    named_bodies: Folded
    named_things: Folded
    eponyms: Folded
    contests: Folded
    venues: Folded
    works: Folded
    of_towns: Folded
    outlaws: Folded
    outlaw_bodies: Folded
    outlawed: Folded
    managing: Folded
    press: Folded
    rulers: Folded
    meeting_verbs: Folded
    personal: Folded
    ages: Folded
    describing: Folded
    place_openings: Folded


class BodyRecord(Record):
    """A body that many states have; its name has {m} or {f} for the state's adjective."""

    name: Annotated[str, Field(pattern=r"\{[mf]\}")]
    heads: Texts


class OrganisationWords(Record):
    """names/organisations.yml."""

    state_bodies: Mapping[str, BodyRecord]
    offices: Folded
    proper: Folded
    common: Folded
    generic: Folded
    ending: Folded
    of_places: Folded
    of_people: Folded
    people: Folded
    ministries: Folded
    movements: Folded
    completed: ByFold[Folded]
    fields: Folded
    clubs: Folded
    societies: Folded
    for_fields: Folded
    descriptions: ByFold[Folded]
    foreign: Folded
    companies: Folded
    parts: Folded
    holding: Folded
    told: Folded
    ordinals: Folded
    acts: Folded
    letters: Folded
    adjectives: Folded
    nouns_in_ya: Folded
    feminine: Folded
    singulars: Folded
    nations: Folded
    plurals: Folded
    forms: Folded
    form_ends: Folded


class ClubWords(Record):
    """names/clubs.yml."""

    sports: Folded
    endings: Folded
    openings: Folded
    sides: Folded
    matches: Folded
    against: Folded
    peoples: Folded


NounKind = Literal["rule", "settlement", "several", "bearing", "son", "second"]


class CommonWords(Record):
    """names/common.yml."""

    words: Texts
    verbs: Texts
    times: Folded
    prepositions: Texts
    clauses: Texts


class GivenNames(Record):
    """names/given.yml."""

    local: Texts
    foreign: Texts
    particles: Folded
    openers: Folded
    sonship: Folded
    seconds: Folded
    halves: Folded


@dataclass(frozen=True, eq=False)
class Names(Asked):
    """The lists as sets of folded words.

    any_role, any_cue: the words of all lists of the two files. given_spelled: names that only their spelling keeps from
    an everyday word, unfolded («علي», not «على»). given_sounds: foreign names as they sound.
    """

    roles: RoleWords
    cues: CueWords
    organisations: OrganisationWords
    clubs: ClubWords
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

    @cached_property
    def nouns(self) -> Mapping[NounKind, frozenset[str]]:
        """The lists whose words are looked for all through a line."""
        cues = self.cues
        return {
            "rule": cues.rule_nouns,
            "settlement": cues.settlements | cues.districts,
            "several": cues.several,
            "bearing": cues.named_places | cues.named_bodies | cues.named_things,
            "son": self.sonship,
            "second": self.seconds,
        }

    @cached_property
    def noted(self) -> frozenset[str]:
        """All words of those, and the nouns of offices and bodies without their article."""
        bodies = [noun.removeprefix(ARTICLE) for noun in self.organisations.proper | self.organisations.common]
        return frozenset().union(bodies, self.roles.offices, *self.nouns.values())


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
    known, words = (*given.local, *given.foreign), folded(everyday)
    return Names(
        roles=roles,
        cues=cues,
        organisations=organisations,
        clubs=read_record(folder / "clubs.yml", ClubWords),
        bodies=Phrasebook((head, id_) for id_, body in organisations.state_bodies.items() for head in body.heads),
        any_role=_any(roles) | folded((*common.clauses, *common.prepositions)),
        any_cue=_any(cues),
        common=folded(common.words),
        verbs=folded(common.verbs),
        times=common.times,
        prepositions=folded(common.prepositions),
        clauses=folded(common.clauses),
        given=folded(known) - words,
        given_spelled=frozenset(bare(name) for name in known if fold(name) in words) - frozenset(map(bare, everyday)),
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
    return tuple(map(str.__add__, edged, edged[1:]))


def _letters(foreign: Iterable[str], native: Iterable[str]) -> dict[str, float]:
    """How much more often a pair of letters stands in foreign names than in everyday words: the log of the ratio."""
    seen = [Counter(pair for word in words for pair in pairs(word)) for words in (foreign, native)]
    totals = [sum(counts.values()) for counts in seen]
    return {
        pair: log((seen[0][pair] + 0.5) / totals[0]) - log((seen[1][pair] + 0.5) / totals[1])
        for pair in sorted(seen[0].keys() | seen[1].keys())
    }
