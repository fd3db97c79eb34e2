"""Names that are one thing, and names that only look so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.catalogue.doubles import Bearer, doubles
from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import group_id, groups
from generator.model import Entity, Evidence, Facts, GroupKind
from tests import dossiers
from tests.catalogue.test_gather import entry

OFFICE = "وزير الري"


def called(*names: str, known: Iterable[str] = (), office: str | None = None) -> list[Bearer]:
    offices = frozenset((office,) if office else ())
    return [Bearer(name, name in known, name, offices) for name in names]


def parts(kind: GroupKind, found: list[Bearer]) -> set[frozenset[str]]:
    leads = doubles(kind, found, dossiers.LEXICON)
    return {frozenset(x for x in leads if leads[x] == end) for end in leads.values()}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("organisations", "شركة نسمة", "نسمة"),
        ("organisations", "نسمة القابضة", "نسمة"),
        ("organisations", "نادي المرفأ", "المرفأ"),
        ("organisations", "هيئة المراعي", "الهيئة المراعي"),
        ("organisations", "Nasma Foods Ltd", "Nasma Foods"),
        ("places", "بلدة الصفصاف", "الصفصاف"),
        ("places", "الصفصاف", "صفصاف"),
        ("outlets", "صحيفة المرفأ", "المرفأ"),
        ("outlets", "وكالة المرفأ", "المرفأ"),
        ("people", "سليم عبد الرحيم", "سليم عبدالرحيم"),
    ],
)
def test_a_name_with_and_without_what_says_nothing_is_one(kind: GroupKind, one: str, other: str) -> None:
    assert parts(kind, called(one, other)) == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("organisations", ("شركة نسمة", "نادي نسمة", "نسمة")),
        ("organisations", ("حركة نسمة", "نسمة")),
        ("organisations", ("نادي النسمة", "نسمة")),
        ("places", ("محافظة الصفصاف", "الصفصاف")),
        ("people", ("سليم الخطيب", "سليم خطيب")),
        ("people", ("سليم الخطيب", "سليم نادر الخطيب")),
    ],
)
def test_what_may_be_two_things_stays_two(kind: GroupKind, names: tuple[str, ...]) -> None:
    assert parts(kind, called(*names)) == {frozenset((name,)) for name in names}


def test_a_person_s_shorter_name_is_his_where_both_have_one_office() -> None:
    short, long_ = "سليم الخطيب", "سليم بن نادر الخطيب"
    assert parts("people", called(short, long_, office=OFFICE)) == {frozenset((short, long_))}
    assert len(parts("people", called(short, long_, office="الوزير"))) == 2, "an office of one word is that of many"
    two = called(short, long_, "سليم بن عامر الخطيب", office=OFFICE)
    assert len(parts("people", two)) == 3, "it may be that of either"


@pytest.mark.parametrize("other", ["المرفأ", "صحيفة المرفأ"])
def test_what_a_lexicon_knows_by_two_ids_is_two_and_a_third_of_the_name_is_neither(other: str) -> None:
    found = [Bearer("b-eg", True, "المرفأ"), Bearer("a-sy", True, "المرفأ"), Bearer("almrfa", False, other)]
    leads = doubles("outlets", found, dossiers.LEXICON)
    assert leads == {id_: id_ for id_ in ("a-sy", "b-eg", "almrfa")}


def test_a_paper_of_a_name_that_many_have_is_none_of_those_in_particular() -> None:
    """«الوطن» without a country is not the one of them that another article of the dossier names."""
    found = [Bearer("alwatan-eg", True, "الوطن"), Bearer("alwtn", False, "الوطن")]
    assert doubles("outlets", found, dossiers.LEXICON)["alwtn"] == "alwtn"


def test_an_address_that_a_double_had_leads_to_what_it_is() -> None:
    """A lexicon's address stays, whatever else a text calls the thing; an article that has both names is there once."""
    one = Entity("organisation", "nasma", "نسمة", mentions=(Evidence(1, 9, 13, "نسمة", "x"),))
    other = Entity("organisation", None, "شركة نسمة", mentions=(Evidence(1, 0, 4, "شركة", "x"),))
    held = replace(entry("a"), article=replace(entry("a").article, facts=Facts(organisations=(one, other))))
    (group,) = groups([held], dossiers.LEXICON)
    made = Catalogue((held,), groups=(group,))
    wording = dossiers.LEXICON.wording
    assert made.leads[f"/organisations/{group_id(None, 'شركة نسمة', wording)}/"].page == "/organisations/nasma/"
    (member,) = group.members
    assert [x.start for x in member.evidence] == [0, 9] and member.names == {"نسمة", "شركة نسمة"}
