"""Gazetteers: people, organisations and places, one YAML a thing, and the phrase books that find their names.

Invariant: every id is the name of its file and is unique in its kind; a state without a file of its own comes from
CLDR with its Arabic name, so that every territory with an ISO 3166 code is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
Wikidata = Annotated[str, Field(pattern=r"^Q[1-9]\d*$")]
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
    wikidata: Wikidata | None = None

    @property
    def cued(self) -> Texts:
        """The names that are everyday words first, each a name only by what stands beside it."""
        return (*self.after_noun, *self.after_preposition, *self.with_sign)


class Place(Thing):
    """A place: `iso` is its own ISO 3166 code, `state` that of the state it lies in, `nisba` a state's adjectives."""

    kind: Literal[
        "state", "capital", "city", "town", "district", "province", "region", "continent", "camp", "base", "water"
    ]
    iso: Iso | None = None
    state: Iso | None = None
    nisba: Texts = ()


class StateBody(Record):
    """Which body of which state an organisation is, so that «وزارة الدفاع» with its adjective finds it."""

    state: Iso
    is_: Annotated[str, Field(alias="is")]


class Organisation(Thing):
    """A group, authority, body or company."""

    kind: Literal[
        "agency", "armed-force", "armed-group", "coalition", "company", "court", "government", "international",
        "ministry", "ngo", "operation", "parliament", "party", "political", "regional", "religious", "security",
        "think-tank",
    ]  # fmt: skip
    body: StateBody | None = None


class Office(Record):
    """A public role; a bound is left out unless it is certain."""

    title: Annotated[str, Field(min_length=2)]
    since: Day | None = None
    until: Day | None = None


class Counted(Record):
    """How many times a form was read in real texts and meant the same person in all but one of a hundred, or better."""

    readings: Annotated[int, Field(ge=50)]


class Person(Thing):
    """Someone with a public role; `sole`: counted, so that the short names need nothing else in the text."""

    sole: Counted | None = None
    roles: Annotated[tuple[Office, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Sign:
    """What a phrase of the books stands for; `kind` is None where it names nothing of ours."""

    kind: EntityKind | None
    id: str
    use: Use
    exact: bool = False


@dataclass(frozen=True, eq=False)
class Entities:
    """Every thing by its id, and the books of their names: as spelled, and as they sound.

    adjectives: a state's code by its adjective; bodies: an organisation's id by state and kind; families: a person's id
    by a family name that nobody else here bears.
    """

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    places: Mapping[str, Place]
    spelled: Phrasebook[Sign]
    sounded: Phrasebook[Sign]
    adjectives: Mapping[str, str]
    states: Mapping[str, Place]
    bodies: Mapping[tuple[str, str], str]
    families: Mapping[str, str]

    def name(self, kind: EntityKind, id_: str) -> str:
        """The name that readers are shown."""
        return self._all(kind)[id_].name

    def single_words(self, kind: EntityKind, id_: str) -> tuple[str, ...]:
        """The names of one word, in match form and without their article."""
        thing = self._all(kind)[id_]
        short = thing.short if isinstance(thing, Person) else ()
        words = [text for text in (thing.name, *thing.variants, *short) if " " not in text]
        return tuple(r.stem for word in words for r in analyses(word) if not r.prefix)

    def _all(self, kind: EntityKind) -> Mapping[str, Thing]:
        things: Mapping[EntityKind, Mapping[str, Thing]] = {
            "person": self.people,
            "organisation": self.organisations,
            "place": self.places,
        }
        return things[kind]


def load_entities(data: Path, outlets: Iterable[str] = ()) -> Entities:
    """people/*.yml, organisations/*.yml, places/*.yml and CLDR's territories. Raises LexiconError.

    `outlets`: names that may hold that of a place and name none, such as «واشنطن تايمز».
    """
    people = dict(named_records(data / "world/people", Person))
    organisations = dict(named_records(data / "world/organisations", Organisation))
    places = _with_states(dict(named_records(data / "world/places", Place)))
    signs = [
        *((text, Sign(None, "outlet", "unlike")) for text in outlets),
        *_signs("person", people.values()),
        *_signs("organisation", organisations.values()),
        *_signs("place", places.values()),
    ]
    heard: list[tuple[EntityKind, Iterable[Thing]]] = [
        ("person", people.values()),
        ("organisation", organisations.values()),
        ("place", places.values()),
    ]
    return Entities(
        people,
        organisations,
        places,
        Phrasebook(signs),
        Phrasebook(
            [entry for kind, things in heard for entry in _signs(kind, (t for t in things if t.transliterated))],
            spelling=sound,
        ),
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


def _with_states(places: dict[str, Place]) -> dict[str, Place]:
    """The places of the gazetteer, and every territory of CLDR that none of them is."""
    known = {place.iso for place in places.values()}
    arabic, english = Locale("ar").territories, Locale("en").territories
    for code in sorted(arabic):
        if len(code) == _CODE and code.isalpha() and code not in known and code not in _NOT_STATES:
            id_ = f"{_ascii(english[code])}-{code.lower()}"
            name = arabic[code]
            heard = len(name) > _LONG_ENOUGH_FOR_SOUND
            places[id_] = Place(id=id_, name=name, kind="state", iso=code, transliterated=heard)
    return places


def _ascii(name: str) -> str:
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in name.lower())
    return "-".join(plain.split()) or "territory"


def _signs(kind: EntityKind, things: Iterable[Thing]) -> Iterator[tuple[str, Sign]]:
    for thing in things:
        unsure = {*thing.cued, *thing.as_a_rule, *thing.short}
        sure = (text for text in (thing.name, *thing.variants) if text not in unsure)
        sole = isinstance(thing, Person) and thing.sole is not None
        uses: tuple[tuple[Use, Iterable[str]], ...] = (
            ("sure", sure),
            ("sure" if sole else "short", thing.short),
            ("after-noun", thing.after_noun),
            ("after-preposition", thing.after_preposition),
            ("with-sign", thing.with_sign),
            ("as-a-rule", thing.as_a_rule),
        )
        yield from ((text, Sign(kind, thing.id, use, thing.exact)) for use, texts in uses for text in texts)
        yield from ((text, Sign(None, thing.id, "unlike")) for text in thing.unlike)
