"""Whose a text is where several names point at it: rivals, shared names, addresses, wires."""

from __future__ import annotations

import pytest

from generator.facts import outlet
from generator.facts.outlet import Candidate, _named, _same, find
from generator.facts.publisher.names import Clue, HouseName
from generator.facts.publisher.rights import _beside
from generator.facts.publisher.rows import page_rows
from generator.facts.publisher.voice import told_to_house
from generator.lexicon.outlets import OutletName
from generator.model import Cleaned, Evidence, Facts, Line, Source, Verdict
from generator.reading.line import ReadText, read_text
from tests import dossiers

LEXICON = dossiers.LEXICON


def name(text: str, *ids: str, wire: bool = False) -> HouseName:
    known = OutletName(text, text, ids, False, wire, wire) if ids else None
    return HouseName(text, text, known, 0, 3)


def clue(house: HouseName, weight: float = 0.9, owner: str | None = None) -> Clue:
    return Clue(house, Evidence(1, 0, 3, "نصص", "x"), weight, owner)


def body(*lines: str) -> ReadText:
    source = Source("a.txt", "", "utf-8", "\n".join(lines))
    return read_text(Cleaned(source, "ar", tuple(Line(at, x, "body", "x") for at, x in enumerate(lines, start=1))))


@pytest.mark.parametrize(
    ("weights", "certainty", "rule"),
    [
        ((0.95,), "certain", None),
        ((0.95, 0.7), "probable", "outlet-probable"),
        ((0.95, 0.5), "certain", None),
        ((0.9, 0.8), None, "outlet-contradiction"),
        ((0.6,), "probable", "outlet-probable"),
        ((0.4,), None, None),
    ],
)
def test_a_publisher_with_a_rival_is_not_certain_and_of_two_as_strong_there_is_none(
    monkeypatch: pytest.MonkeyPatch, weights: tuple[float, ...], certainty: str | None, rule: str | None
) -> None:
    candidates = tuple(Candidate((clue(name(f"صحيفة {at}")),), weight) for at, weight in enumerate(weights))
    monkeypatch.setattr(outlet, "weighed_names", lambda *_: candidates)
    found = find(body("نص"), LEXICON, Facts())
    assert (found.value and found.value.certainty, next((p.rule for p in found.problems), None)) == (certainty, rule)


def test_an_address_tells_which_of_the_houses_of_one_name_it_is() -> None:
    shared = name("الصباح", "sabah-iq", "sabah-tn")
    assert _named(Candidate((clue(shared),), 0.9), "certain").id is None
    assert _named(Candidate((clue(shared), clue(shared, owner="sabah-tn")), 0.9), "certain").id == "sabah-tn"


def test_two_known_houses_are_one_only_when_they_are_the_same_house() -> None:
    short, long = clue(name("النهار", "nahar-lb")), clue(name("النهار الجديد", "nahar-dz"))
    assert not _same(short, long) and _same(short, clue(name("النهار اللبنانية", "nahar-lb")))
    assert _same(clue(name("الحقل")), clue(name("الحقل اليوم"))) and not _same(clue(name("الحقل")), clue(name("حقلنا")))


def test_a_house_that_says_once_that_it_was_told_may_be_another_s_and_a_wire_is_cited() -> None:
    once = body("وقال الوزير لـ«صدى الحقل» إن العمل مستمر.")
    twice = body("وقال الوزير لـ«صدى الحقل» إن العمل مستمر.", "وأضاف الخبير لـ«صدى الحقل» أن الطريق مفتوح.")
    weights = [[c.weight for c in told_to_house(text.once(page_rows, LEXICON))] for text in (once, twice)]
    assert weights == [[0.15], [0.35, 0.35]]
    wire = body("وقال الوزير لـ«رويترز» إن العمل مستمر.", "وأضاف الخبير لـ«رويترز» أن الطريق مفتوح.")
    assert not list(told_to_house(wire.once(page_rows, LEXICON)))


@pytest.mark.parametrize(("verdict", "named"), [("furniture", True), ("signature", True), ("body", False)])
def test_only_a_row_of_the_page_itself_names_the_house_beside_a_notice_of_rights(verdict: Verdict, named: bool) -> None:
    rows = ("body", "وقال الوزير إن العمل مستمر."), (verdict, "صحيفة الحقل"), ("furniture", "جميع الحقوق محفوظة")
    lines = tuple(Line(at, text, kind, "x") for at, (kind, text) in enumerate(rows, start=1))  # type: ignore[arg-type]
    text = read_text(Cleaned(Source("a.txt", "", "utf-8", "\n".join(x.text for x in lines)), "ar", lines))
    page = text.once(page_rows, LEXICON)
    assert [x.evidence.text for x in _beside(page, page.rows[-1])] == ["صحيفة الحقل"] * named
