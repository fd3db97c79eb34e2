"""Whose a name is and what its bearer is called, where a small slip would give it to another."""

from __future__ import annotations

from generator.facts.names.survey import _entity
from generator.facts.names.whose import last_of
from generator.facts.names.words import NameSpan, is_definite
from generator.model import Certainty
from generator.reading.line import ReadLine
from tests import dossiers
from tests.namecases import entities

LEXICON = dossiers.LEXICON
CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable")


def test_the_fullest_office_that_a_text_gives_is_a_person_s_role() -> None:
    (person,) = entities("قال وزير النقل سيف المنصوري ذلك.", "وأضاف وزير النقل القطري سيف المنصوري أن الخط جاهز.")[:1]
    assert person.role == "وزير النقل القطري" and len(person.role_evidence) == 2


def test_who_is_surely_named_once_is_sure() -> None:
    line = ReadLine(1, "سيف المنصوري", "body", "x")
    sure, doubtful = (NameSpan("person", None, "سيف", 0, 0, "x", certainty=c) for c in CERTAINTIES)
    assert [_entity("person", [(line, x) for x in found]).certainty for found in ((sure, doubtful), (doubtful,))] == [
        "certain",
        "probable",
    ]


def test_a_word_that_begins_like_the_article_after_a_clitic_is_not_definite() -> None:
    assert [is_definite(word) for word in ("والدة", "بالون", "والوزارة", "بالقرية", "للقرية")] == [
        False, False, True, True, True,
    ]  # fmt: skip


def test_a_family_name_alone_is_nobody_s_where_another_of_the_article_bears_it() -> None:
    mentioned = {e.id: [m.text for m in e.mentions] for e in entities("قال مايك بومبيو ذلك.", "وعاد بومبيو أمس.")}
    assert mentioned["mike-pompeo"] == ["مايك بومبيو", "بومبيو"]
    both = entities("قال مايك بومبيو ذلك.", "وقال أحمد بومبيو غيره.", "وعاد بومبيو أمس.")
    assert [[m.text for m in e.mentions] for e in both if e.id == "mike-pompeo"] == [["مايك بومبيو"]]


def test_an_adjective_after_a_known_name_makes_nobody_else_of_him_and_a_family_name_does() -> None:
    for name, ids in (("المخضرم", {"mahmoud-abbas"}), ("الدليمي", set())):
        assert {e.id for e in entities(f"قال محمود عباس {name} إن العمل مستمر.")} == ids


def test_what_a_place_is_like_is_not_its_name() -> None:
    assert entities("ووصلت القافلة إلى هناك، وهي بلدة وادعة بين جبلين.") == ()
    assert [e.name for e in entities("ووصلت القافلة إلى بلدة وادعة مساء.")] == ["وادعة"]


def test_a_name_does_not_go_on_over_a_comma() -> None:
    person = LEXICON.entities.people["mohammed-bin-salman"]
    for text, last in (("محمد بن سلمان بن عبد العزيز", 5), ("محمد بن سلمان بن، عبد العزيز", 2)):
        assert last_of(ReadLine(1, text, "body", "x"), 2, person, LEXICON.names) == last
