"""The names of the five seeds, read line by line by hand: who is named, with which office, and where."""

from __future__ import annotations

from functools import cache

import pytest

from generator.articles import article_of
from generator.lexicon import load_lexicon
from generator.model import Article, Entity
from generator.source.read import read_folder
from tests.five import NAMES, SEEDS

# For each seed its people with their office, its organisations and its places, each in order of first mention.
PEOPLE: dict[str, dict[str, str | None]] = {
    "000": {},
    "001": {"donald-trump": None, "kathryn-wheelbarger": "مساعدة وزير الدفاع لشؤون الأمن الدولي"},
    "002": {
        "john-godfrey": 'القائم بأعمال المبعوث الخاص الأميركي إلى التحالف الدولي لهزيمة "داعش"',
        "bashar-al-assad": None,
    },
    "003": {
        "mike-pompeo": "وزير الخارجية الأمريكى",
        "patrick-shanahan": "وزير الدفاع الأمريكية بالوكالة",
        "mitch-mcconnell": "زعيم الأغلبية في مجلس الشيوخ الأمريكى",
        "donald-trump": "الرئيس",
        "dan-coats": "مدير الاستخبارات الوطنية الأمريكية",
    },
    "004": {
        "brandon-parker": "رئيس أركان قوة المهام المشتركة في عملية (العزم الصلب) بقيادة التحالف الدولي ضد تنظيم داعش"
    },
}
ORGANISATIONS = {
    "000": "pentagon islamic-state united-states-forces global-coalition",
    "001": "islamic-state syrian-democratic-forces global-coalition pentagon وزارة الخارجية nato",
    "002": "islamic-state syria-government global-coalition united-states-forces syrian-democratic-forces",
    "003": "global-coalition islamic-state us-state-department united-states-forces irc syrian-democratic-forces"
    " us-senate al-qaeda us-congress odni",
    "004": "global-coalition islamic-state iraq-forces cjtf-oir iraq-government iraq-security-forces iraq-army",
}
PLACES = {
    "000": "syria iraq united-states",
    "001": "asia africa baghouz syria iraq united-states south-east-asia north-east-syria turkey",
    "002": "syria united-states russia iraq africa al-hol washington",
    "003": "washington iraq syria united-states euphrates afghanistan middle-east",
    "004": "iraq syria morocco",
}


@cache
def articles() -> dict[str, Article]:
    """The five, cleaned and read, by the three digits of their names."""
    sources = {source.name: source for source in read_folder(SEEDS).sources}
    return {name[:3]: article_of(load_lexicon(), (sources[name], None)) for name in NAMES}


def named(entities: tuple[Entity, ...]) -> list[str]:
    return [entity.id or entity.name for entity in entities]


def lines(entity: Entity) -> list[int]:
    return [mention.line for mention in entity.mentions]


def find(seed: str, id_: str) -> Entity:
    facts = articles()[seed].facts
    return next(e for e in (*facts.people, *facts.organisations, *facts.places) if e.id == id_)


@pytest.mark.parametrize("seed", PEOPLE)
def test_people_with_their_offices(seed: str) -> None:
    """All ten, with the office in the text's own words, and nobody else: no Trump of a related link in 000."""
    assert {e.id: e.role for e in articles()[seed].facts.people} == PEOPLE[seed]


@pytest.mark.parametrize("seed", PEOPLE)
def test_organisations(seed: str) -> None:
    """Every organisation, and no newspaper, operation or generic body among them."""
    expected = ORGANISATIONS[seed].replace("وزارة الخارجية", "وزارة_الخارجية").split()
    assert named(articles()[seed].facts.organisations) == [name.replace("_", " ") for name in expected]


@pytest.mark.parametrize("seed", PEOPLE)
def test_places(seed: str) -> None:
    """Every place: no Gaza in 000, no city in «واشنطن تايمز» of 001, no region in the newspaper of 002."""
    assert named(articles()[seed].facts.places) == PLACES[seed].split()


def test_short_mentions_join() -> None:
    """«باركر» and «جودفري» are the men named in full."""
    assert lines(find("004", "brandon-parker")) == [5, 7, 11, 15, 19, 23, 27, 31, 35, 39, 43, 47]
    assert lines(find("002", "john-godfrey")) == [12, 15, 31, 34]
    assert lines(find("001", "kathryn-wheelbarger")) == [11, 13, 13]
    assert lines(find("003", "dan-coats")) == [24, 26]


def test_the_acting_envoy_is_not_promoted() -> None:
    """«المبعوث الأميركي» of line 25 is no office of the acting envoy."""
    assert [e.line for e in find("002", "john-godfrey").role_evidence] == [12]


def test_names_inside_other_words() -> None:
    """People inside an administration and a regime; the group in a dual; the ministry by two names."""
    assert lines(find("001", "donald-trump")) == [7]
    assert lines(find("002", "bashar-al-assad")) == [18]
    assert [m.text for m in find("003", "al-qaeda").mentions] == ["والقاعدة"]
    assert {m.text for m in find("000", "pentagon").mentions} == {"وزارة الدفاع الأمريكية", "البنتاجون"}


def test_every_mention_is_a_piece_of_its_line() -> None:
    """Evidence equals its span in the source, code point for code point, in a line of the body or the title."""
    for article in articles().values():
        facts, source = article.facts, article.cleaned.source
        kept = {line.number for line in article.cleaned.lines if line.is_body or line.verdict == "title"}
        for entity in (*facts.people, *facts.organisations, *facts.places):
            for e in (*entity.mentions, *entity.role_evidence):
                assert source.lines[e.line - 1][e.start : e.end] == e.text
                assert e.line in kept
