"""People, organisations and places: the cases, the third set aside, the rules and the protection of private people."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import entities as fields
from generator.facts.names.survey import survey
from generator.lexicon import load_lexicon
from generator.lexicon.loading import read_yaml
from generator.model import Cleaned, Evidence, Facts, Line, Source, Verdict
from generator.place import DATA
from generator.reading.line import ReadLine, read_text
from tests.namecases import Case, entities, found, read, score

CASES = read("cases.txt")
RULES = {
    id_: rule
    for area in ("people", "organisations", "places")
    for id_, rule in read_yaml(DATA / "language/rules" / f"{area}.yml").items()
}
PIECES = "قال الرئيس وزير الدفاع أحمد جون كيري ، . إن « » ( ) سوريا داعش القاعدة في لـ بلدة منظمة ورأى عبد"


def evidence(*lines: str) -> list[Evidence]:
    return [e for entity in entities(*lines) for e in (*entity.mentions, *entity.role_evidence)]


@pytest.mark.lexicon(
    "language/names", "language/rules/people.yml", "language/rules/organisations.yml", "language/rules/places.yml"
)
@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    """Exactly the names that a case lists are found, each person with the office that the text gives."""
    got, wanted = found(case), case.expected
    assert {kind: sorted(names) for kind, names in got.items()} == {
        kind: sorted(names) for kind, names in wanted.items()
    }
    assert got["person"] == wanted["person"]


def test_the_third_set_aside() -> None:
    """Measured on sentences that no rule was chosen by: precision at least .90, recall .80, places F1 .78."""
    aside = read("held-out.txt")
    everything, places = score(aside, ("person", "organisation", "place")), score(aside, ("place",))
    assert everything.precision >= 0.90
    assert everything.recall >= 0.80
    assert places.f1 >= 0.78


@pytest.mark.lexicon(
    "language/names", "language/rules/people.yml", "language/rules/organisations.yml", "language/rules/places.yml"
)
def test_no_rule_without_an_example_and_no_example_without_its_rule() -> None:
    """Every rule that any case shows is explained, and each explanation's example shows its rule."""
    shown = {e.rule for case in (*CASES, *read("held-out.txt")) for e in evidence(*case.text)}
    assert shown <= RULES.keys()
    assert [id_ for id_, rule in RULES.items() if id_ not in {e.rule for e in evidence(rule["example"])}] == []
    assert all(rule["reason"]["ar"] and rule["reason"]["en"] for rule in RULES.values())


@given(st.lists(st.sampled_from(PIECES.split()), max_size=40))
def test_evidence_is_a_piece_of_its_line(words: list[str]) -> None:
    """Whatever the words, evidence equals its span, code point for code point, and no two mentions share a word."""
    line = " ".join(words)
    names = entities(line)
    for e in evidence(line):
        assert e.text
        assert line[e.start : e.end] == e.text
    spans = sorted((m.start, m.end) for entity in names for m in entity.mentions)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


PRIVATE = (
    "قال المواطن {} إن الماء مقطوع.",
    "وقالت أم {} إنها تنتظر.",
    "أصيب الطفل {} في ساقه.",
    "أفرج عن المعتقل {} أمس.",
    "حكم على المتهم {} بالسجن.",
    "وقال {} إن الأسعار ارتفعت.",
    "روى النازح {} قصته.",
    "وتضيف الطالبة {} أن الطريق طويل.",
    "توفي السجين {}، وهو والد ثلاثة.",
    "اعتقلت الشرطة مدير المدرسة {} فجرا.",
    "مقتل رئيس البلدية {} برصاص مجهولين.",
    "عُثر على جثة المختار {} قرب النهر.",
    "تسلمت العائلة رفات ابنها {} الأحد.",
    "وصل الشاب {} إلى المستشفى.",
    "بدأت محاكمة القائد {} في برلين.",
    "وأوضح المعلم {} أن الصف مكتظ.",
)
UNKNOWN = ("أحمد الخطيب", "محمد علي", "سمير جودت الحاج", "جون سميث", "عبد الرحمن الأحمد", "ليلى")


@pytest.mark.parametrize("sentence", PRIVATE)
@pytest.mark.parametrize("name", UNKNOWN)
def test_private_people_are_nobody(sentence: str, name: str) -> None:
    """No private person, detainee, suspect, victim or child becomes an entity, whatever the name."""
    assert [e.name for e in entities(sentence.format(name)) if e.kind == "person"] == []


def test_short_mentions_join_with_the_same_id_and_name() -> None:
    """The family name of an unknown person counts only where the text gives name and office."""
    assert [e.name for e in entities("وقال العيداني إن الكلفة لم تحدد.")] == []
    (person,) = [e for e in entities("قال وزير الري أسعد العيداني ذلك.", "وأكد العيداني ذلك.") if e.kind == "person"]
    assert [(m.line, m.text, m.rule) for m in person.mentions] == [
        (1, "أسعد العيداني", "person-after-office"),
        (2, "العيداني", "person-short"),
    ]


def test_a_family_name_that_another_bears_joins_nobody() -> None:
    """Where the text has a namesake, the bare family name is neither's; with the office it is its bearer's."""
    lines = ("ألقى جو بايدن كلمة، وشكر هنتر بايدن الحضور.", "وقال بايدن إنه سعيد.", "وصل الرئيس بايدن.")
    (person,) = [e for e in entities(*lines) if e.kind == "person"]
    assert [(m.line, m.text) for m in person.mentions] == [(1, "جو بايدن"), (3, "بايدن")]


def test_the_role_is_the_words_of_the_text() -> None:
    """A role is never taken from the gazetteer: «إدارة ترامب» gives none."""
    (person,) = [e for e in entities("تتحدث إدارة ترامب عن انسحاب.") if e.kind == "person"]
    assert (person.id, person.role, person.role_evidence) == ("donald-trump", None, ())


def test_only_body_lines_and_a_stated_title_count() -> None:
    """Names in furniture, captions and related links are nobody's."""
    text = "دمشق\nبغداد\nأنقرة\nالدوحة\nموسكو"
    verdicts: tuple[Verdict, ...] = ("title", "body", "related", "caption", "furniture")
    lines = tuple(Line(n, t, v, "case") for n, (t, v) in enumerate(zip(text.split("\n"), verdicts, strict=True), 1))
    cleaned = Cleaned(Source("case.txt", "0" * 64, "utf-8", text), "ar", lines)
    lexicon = load_lexicon()
    assert [e.id for e in survey(read_text(cleaned), lexicon)] == ["damascus", "baghdad"]


def test_work_grows_in_step_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the lines look at about four times the words; counted, so that no clock and no load decides."""
    looked = 0
    word = ReadLine.word

    def counted(words: ReadLine, at: int) -> str:
        nonlocal looked
        looked += 1
        return word(words, at)

    monkeypatch.setattr(ReadLine, "word", counted)
    lines = [case.text[0] for case in CASES]
    entities(*lines)
    once, looked = looked, 0
    entities(*lines * 4)
    assert once < looked <= 4.5 * once


def test_a_probable_person_is_a_note_for_the_editor() -> None:
    """A name known by its place in the sentence alone is told, with its line; a sure one is not."""
    lines = ("قال وزير الخارجية الألباني، بليدي تشوتشي، إن بلاده تدعم ذلك.", "قال وزير الزراعة نبيل الحمصي ذلك.")
    numbered = tuple(Line(number, line, "body", "case") for number, line in enumerate(lines, 1))
    cleaned = Cleaned(Source("case.txt", "0" * 64, "utf-8", "\n".join(lines)), "ar", numbered)
    notes = fields.people(read_text(cleaned), load_lexicon(), Facts()).problems
    assert [(x.level, x.line, x.rule, dict(x.values)["name"]) for x in notes] == [
        ("note", 1, "person-probable", "بليدي تشوتشي")
    ]
    assert "بليدي تشوتشي" in load_lexicon().wording.tell(notes[0], "ar").message
