"""The gazetteers are sound: ids, codes and dates, no name with two owners, no stray letters."""

from __future__ import annotations

import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from babel import Locale

from generator.lexicon import load_lexicon
from generator.lexicon.entities import Thing, load_entities
from generator.lexicon.loading import LexiconError, read_yaml
from generator.place import DATA
from generator.reading.letters import bare, fold, key
from tests.namecases import entities

pytestmark = pytest.mark.lexicon("world/people", "world/organisations", "world/places", "language/names")

ENTITIES = load_lexicon().entities
THINGS: dict[str, dict[str, Thing]] = {
    "person": dict(ENTITIES.people),
    "organisation": dict(ENTITIES.organisations),
    "place": dict(ENTITIES.places),
}
FIELDS = ("name", "variants", "short", "after_noun", "after_preposition", "with_sign", "as_a_rule", "unlike")
FOLDERS = {"person": "world/people", "organisation": "world/organisations", "place": "world/places"}


def spelled() -> Iterator[tuple[str, str, str, str]]:
    """Every name of every thing as kind, id, list and text."""
    for kind, things in THINGS.items():
        for id_, thing in things.items():
            for field in FIELDS:
                value = getattr(thing, field, ())
                yield from ((kind, id_, field, text) for text in ((value,) if isinstance(value, str) else value))


def test_a_file_a_thing_named_by_its_id() -> None:
    """Every file of the three folders is loaded under its own name."""
    for kind, folder in FOLDERS.items():
        assert {path.stem for path in (DATA / folder).glob("*.yml")} <= THINGS[kind].keys()


def test_every_territory_has_one_place() -> None:
    """Each ISO code belongs to one place, and every state of CLDR is among them."""
    codes = Counter(place.iso for place in ENTITIES.places.values() if place.iso)
    assert [code for code, count in codes.items() if count > 1] == []
    assert {"SY", "IQ", "US", "MA", "XK", "NO"} <= codes.keys()
    assert codes.keys() <= Locale("en").territories.keys()


def test_places_lie_in_known_states() -> None:
    """`state` is a code that some place has as its own."""
    known = {place.iso for place in ENTITIES.places.values()}
    assert [place.id for place in ENTITIES.places.values() if place.state and place.state not in known] == []


def test_no_sure_name_has_two_owners() -> None:
    """A name that means two things for certain would be taken for one of them at random."""
    owners = defaultdict(set)
    for kind, id_, field, text in spelled():
        thing = THINGS[kind][id_]
        sole = getattr(thing, "sole", None) is not None
        unsure = (*thing.cued, *(() if sole else thing.short))
        if field in ("name", "variants", "short") and text not in unsure:
            owners[key(text)].add(f"{kind}:{id_}")
    assert {text: sorted(ids) for text, ids in owners.items() if len(ids) > 1} == {}


def test_letters_are_arabic() -> None:
    """No Farsi ya or kaf, no marks that fold away, no doubled space, nothing that is not a name."""
    for kind, id_, field, text in spelled():
        assert text == text.strip(), (kind, id_, field, text)
        assert not re.search("[\u06cc\u06a9\u0640\u200c-\u200f]|  ", text), (kind, id_, field, text)
        assert re.search("[\u0621-\u064a]", bare(text)), (kind, id_, field, text)


def test_nothing_is_said_twice() -> None:
    """No variant repeats the name or another variant after folding."""
    for things in THINGS.values():
        for thing in things.values():
            listed = Counter(bare(text) for text in (thing.name, *thing.variants))
            assert [text for text, count in listed.items() if count > 1] == [], thing.id


def test_every_sure_name_finds_its_thing() -> None:
    """In a plain sentence each name leads to its own thing: no entry is shadowed by another."""
    lost = []
    for kind, id_, field, text in spelled():
        thing = THINGS[kind][id_]
        sure = field in ("name", "variants") and text not in (*thing.cued, *thing.short)
        if sure and id_ not in {e.id for e in entities(f"ورد أن {text} كذلك")}:
            lost.append((kind, id_, text))
    assert lost == []


def test_unlike_phrases_name_nothing_of_the_kind() -> None:
    """A phrase listed as unlike keeps the thing from being found in it."""
    wrong = [
        (id_, text)
        for kind, id_, field, text in spelled()
        if field == "unlike" and id_ in {e.id for e in entities(f"ورد أن {text} كذلك")}
    ]
    assert wrong == []


def test_terms_of_office_are_in_order() -> None:
    """An office ends after it begins, and days exist."""
    for person in ENTITIES.people.values():
        for office in person.roles:
            days = [day for day in (office.since, office.until) if day]
            assert all(first < last for first, last in pairwise(days)), person.id


def test_nobody_is_listed_without_an_office() -> None:
    """Only people with a public role are in the gazetteer, a few hundred of them."""
    assert all(person.roles for person in ENTITIES.people.values())
    assert len(ENTITIES.people) >= 200


def test_lists_of_names_are_unique_after_folding() -> None:
    """A word that stands twice in a list is a slip of whoever edits it."""
    for path in sorted((DATA / "language/names").glob("*.yml")):
        for name, words in read_yaml(path).items():
            if isinstance(words, list):
                counted = Counter(map(bare, words))
                assert [word for word, count in counted.items() if count > 1] == [], (path.name, name)


def test_a_fault_names_its_file(tmp_path: Path) -> None:
    """An id that is not the file's name, or an unknown key, is told with the path."""
    for folder in FOLDERS.values():
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(DATA / "world/places" / "syria.yml", tmp_path / "world/places" / "iraq.yml")
    with pytest.raises(LexiconError, match=r"iraq\.yml:2: id"):
        load_entities(tmp_path)
    (tmp_path / "world/places" / "iraq.yml").write_text("id: iraq\nname: العراق\nkind: planet\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"iraq\.yml:\d+: kind"):
        load_entities(tmp_path)


def test_given_names_and_offices_are_kept_apart() -> None:
    """No word is both a private person and an office: that would let a victim in, or keep a minister out."""
    roles = load_lexicon().names.roles
    assert roles.private & roles.heads == frozenset()
    assert fold("صحفي") in roles.private
