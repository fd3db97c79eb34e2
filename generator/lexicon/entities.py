"""Gazetteers: people, organisations and places, one YAML a thing, and the phrase books that find their names.

Invariant: every id is the name of its file and is unique in its kind; a state without a file of its own comes from
CLDR with its Arabic name, so that every territory with an ISO 3166 code is known.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from babel import Locale
from pydantic import Field

from generator.lexicon.loading import Record, named_records
from generator.model import EntityKind
from generator.reading.clitics import analyses
from generator.reading.letters import fold, sound
from generator.reading.match import Phrasebook

Texts = tuple[Annotated[str, Field(min_length=2)], ...]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Iso = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Use = Literal["sure", "short", "after-noun", "after-preposition", "with-sign", "as-a-rule", "unlike"]

_CODE = 2  # CLDR gives regions codes of three digits, territories two letters
_LONG_ENOUGH_FOR_SOUND = 5
_NOT_STATES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})  # CLDR codes of bodies, zones and tests


class Thing(Record):
    """What every gazetteer entry says.

    variants: other names, each sure by itself. short: counts only where a sure name stands in the same article; that of
    a person also where his office or an institution that goes by his name does.
    after_noun: an everyday word too, a name only after a noun of its kind or beside a sure name. with_sign: the same,
    after a preposition or in a list of places as well. as_a_rule: a name, but where grammar makes it the everyday word.
    unlike: phrases that hold a name and mean something else. transliterated: ج غ ق ك and long vowels alternate in its
    spelling. exact: only the spelling given, hamza and all, is the name.
    """

    id: Id
    name: Annotated[str, Field(min_length=2)]
    variants: Texts = ()
    short: Texts = ()
    after_noun: Texts = ()
    after_preposition: Texts = ()
    with_sign: Texts = ()
    as_a_rule: Texts = ()
    unlike: Texts = ()
    transliterated: bool = False
    exact: bool = False

    @property
    def cued(self) -> Texts:
        """The names that are everyday words first, each a name only by what stands beside it."""
        return (*self.after_noun, *self.after_preposition, *self.with_sign)


class Place(Thing):
    """A place: `iso` is its own ISO 3166 code, `state` that of the state it lies in, `nisba` a state's adjectives.

    nationals: what several of its people are called, where no ending makes that of its adjective: «أتراك».
    """

    kind: Literal[
        "state", "capital", "city", "town", "district", "province", "region", "continent", "camp", "base", "water"
    ]
    iso: Iso | None = None
    state: Iso | None = None
    nisba: Texts = ()
    nationals: Annotated[str, Field(min_length=2)] | None = None


class StateBody(Record):
    """Which body of which state an organisation is, so that «وزارة الدفاع» with its adjective finds it."""

    state: Iso
    is_: Annotated[str, Field(alias="is")]


class Organisation(Thing):
    """A group, authority, body or company. `state`: whose body it is, where `body` does not say so."""

    kind: Literal[
        "agency", "armed-force", "armed-group", "coalition", "company", "court", "government", "international",
        "ministry", "ngo", "operation", "parliament", "party", "political", "regional", "religious", "security",
        "think-tank",
    ]  # fmt: skip
    body: StateBody | None = None
    state: Iso | None = None

    @property
    def of_state(self) -> str | None:
        """The ISO code of the state whose body it is."""
        return self.body.state if self.body else self.state


class Role(Record):
    """A public role; a bound is left out unless it is certain."""

    title: Annotated[str, Field(min_length=2)]
    since: Day | None = None
    until: Day | None = None


class Bearing(Record):
    """How many times a form was read in real texts and meant the same person in all but one of a hundred, or better."""

    readings: Annotated[int, Field(ge=50)]


class Person(Thing):
    """Someone with a public role; `sole`: counted, so that the short names need nothing else in the text."""

    sole: Bearing | None = None
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Meaning:
    """What a phrase of the books stands for; `kind` is None where it names nothing of ours."""

    kind: EntityKind | None
    id: str
    use: Use
    exact: bool = False


@dataclass(frozen=True, eq=False)
class Entities:
    """Every thing by its id, and the books of their names: as spelled, and as they sound.

    adjectives: a state's code by its adjective; bodies: an organisation's id by state and kind; families: a person's id
    by a family name that nobody else here bears; generated: the places that come from CLDR.
    """

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    places: Mapping[str, Place]
    spelled: Phrasebook[Meaning]
    sounded: Phrasebook[Meaning]
    adjectives: Mapping[str, str]
    states: Mapping[str, Place]
    bodies: Mapping[tuple[str, str], str]
    families: Mapping[str, str]
    generated: frozenset[str] = frozenset()

    @cached_property
    def by_kind(self) -> Mapping[EntityKind, Mapping[str, Thing]]:
        """Every thing by its kind and id."""
        return {"person": self.people, "organisation": self.organisations, "place": self.places}

    def single_words(self, kind: EntityKind, id_: str) -> tuple[str, ...]:
        """The names of one word, in match form and without their article."""
        thing = self.by_kind[kind][id_]
        short = thing.short if isinstance(thing, Person) else ()
        words = [text for text in (thing.name, *thing.variants, *short) if " " not in text]
        return tuple(r.stem for word in words for r in analyses(word) if not r.prefix)


def load_entities(data: Path, outlets: Iterable[str] = ()) -> Entities:
    """people/*.yml, organisations/*.yml, places/*.yml and CLDR's territories. Raises LexiconError.

    `outlets`: names that may hold that of a place and name none, such as «واشنطن تايمز».
    """
    people = dict(named_records(data / "world/people", Person))
    organisations = dict(named_records(data / "world/organisations", Organisation))
    places = dict(named_records(data / "world/places", Place))
    states = _states({place.iso for place in places.values()})
    return replace(entities_of(people, organisations, places | states, outlets), generated=frozenset(states))


def entities_of(
    people: Mapping[str, Person],
    organisations: Mapping[str, Organisation],
    places: Mapping[str, Place],
    outlets: Iterable[str] = (),
) -> Entities:
    """Things by their ids as a gazetteer; `outlets` as for `load_entities`."""
    kinds: dict[EntityKind, Mapping[str, Thing]] = {"person": people, "organisation": organisations, "place": places}
    signs = [
        (sign, thing) for kind, things in kinds.items() for thing in things.values() for sign in _signs(kind, thing)
    ]
    unlike = ((text, Meaning(None, "outlet", "unlike")) for text in outlets)
    return Entities(
        people,
        organisations,
        places,
        Phrasebook([*unlike, *(sign for sign, _ in signs)]),
        Phrasebook([sign for sign, thing in signs if thing.transliterated], spelling=sound),
        {fold(form): place.iso for place in places.values() if place.iso for form in place.nisba},
        {place.iso: place for place in places.values() if place.iso},
        {(x.body.state, x.body.is_): x.id for x in organisations.values() if x.body},
        _families(people.values()),
    )


def _families(people: Iterable[Person]) -> dict[str, str]:
    """Family names of foreign people by sound, of one bearer only: «الوزير كيري» needs no more."""
    bearers: dict[str, set[str]] = {}
    for person in people:
        bearers.setdefault(sound(fold(person.name.split()[-1])), set()).add(person.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}


def _states(known: Container[str | None]) -> dict[str, Place]:
    """Every territory of CLDR that is not known by its code."""
    places: dict[str, Place] = {}
    arabic, english = Locale("ar").territories, Locale("en").territories
    for code in sorted(arabic):
        if len(code) == _CODE and code.isalpha() and code not in known and code not in _NOT_STATES:
            words = re.findall("[a-z0-9]+", english[code].lower()) or ["territory"]
            id_, heard = "-".join([*words, code.lower()]), len(arabic[code]) > _LONG_ENOUGH_FOR_SOUND
            places[id_] = Place(id=id_, name=arabic[code], kind="state", iso=code, transliterated=heard)
    return places


def _signs(kind: EntityKind, thing: Thing) -> Iterator[tuple[str, Meaning]]:
    unsure = {*thing.cued, *thing.as_a_rule, *thing.short}
    sole = isinstance(thing, Person) and thing.sole is not None
    uses: tuple[tuple[Use, Iterable[str]], ...] = (
        ("sure", (text for text in (thing.name, *thing.variants) if text not in unsure)),
        ("sure" if sole else "short", thing.short),
        ("after-noun", thing.after_noun),
        ("after-preposition", thing.after_preposition),
        ("with-sign", thing.with_sign),
        ("as-a-rule", thing.as_a_rule),
    )
    yield from ((text, Meaning(kind, thing.id, use, thing.exact)) for use, texts in uses for text in texts)
    yield from ((text, Meaning(None, thing.id, "unlike")) for text in thing.unlike)
