"""The date fields of whole articles: the five seeds, dates mentioned, rules and wordings."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.facts import date, dates_mentioned
from generator.lexicon.loading import read_mapping
from generator.model import BODY_VERDICTS, DateFact, Facts
from generator.model.calendar import parse_iso
from generator.place import DATA
from generator.reading.line import ReadText, read_text
from generator.source.read import read_folder
from tests import dossiers, five
from tests.facts.test_dates_pages import ALL, cleaned
from tests.five import NAMES

LEXICON = dossiers.LEXICON
RULES = read_mapping(DATA / "language/rules/date.yml")
REJECTIONS = read_mapping(DATA / "language/dates/rejections.yml")
SEEDS = {s.name[:3]: s for s in read_folder(five.SEEDS).sources if s.name in NAMES}


def seed(number: str) -> ReadText:
    return read_text(clean(SEEDS[number], LEXICON))


def of(number: str) -> DateFact:
    return date.find(seed(number), LEXICON, Facts()).value


def mentioned(text: str, fact: DateFact) -> list[str]:
    found = dates_mentioned.find(cleaned([("B", text)]), LEXICON, Facts(date=fact))
    return [m.value for m in found.value]


@pytest.mark.parametrize(
    ("number", "value", "basis", "first", "last", "lines"),
    [
        ("000", None, None, None, None, []),
        ("001", None, "chronology", "2019-03-23", "2020-06-30", [5, 11]),
        ("002", "2021", "inferred", None, None, [28, 31]),
        ("003", None, "chronology", "2019-01-01", "2019-02-05", [5, 17]),
        ("004", None, "chronology", "2022-05-11", None, [25, 49]),
    ],
)
def test_the_five_seeds_are_dated_as_their_text_supports(
    number: str, value: str | None, basis: str | None, first: str | None, last: str | None, lines: list[int]
) -> None:
    """No seed states its date; what each supports, with the lines that show it."""
    fact = of(number)
    assert (fact.value, fact.basis, fact.not_before, fact.not_after) == (value, basis, first, last)
    assert sorted(e.line for e in fact.evidence) == lines
    assert len(fact.steps) == {"chronology": len(lines), "inferred": 1}.get(basis or "", 0)


def test_the_seeds_reject_their_clock_and_their_background() -> None:
    """The clock of 002 and the past years of 004 are no dates of publication."""
    found = {n: [(r.value, r.why) for r in date.find_rejected(seed(n), LEXICON, Facts()).value] for n in ("002", "004")}
    assert found["002"] == [("2025-01-23", "page-clock")]
    assert set(found["004"]) == {("2014", "event-past"), ("2017", "event-past")}


def test_the_seeds_speak_of_their_dates() -> None:
    """6 February of 003 is that of 2019, since both ends of its bounds say so; June of 001 stays without a year."""
    expected = {"001": ["--06"], "002": ["2021"], "003": ["2019-02-06"], "004": ["2014", "2017"]}
    for number, values in expected.items():
        facts = Facts(date=of(number))
        assert [m.value for m in dates_mentioned.find(seed(number), LEXICON, facts).value] == values


@pytest.mark.lexicon("language/dates", "language/rules/date.yml")
@pytest.mark.parametrize(
    ("text", "day", "values"),
    [
        ("وصل الوفد أمس وغادر مساء.", "2020-05-05", ["2020-05-04"]),
        ("وصل الوفد الجمعة الماضي إلى العاصمة.", "2020-05-05", ["2020-05-01"]),
        ("يعود الوفد الخميس المقبل إلى بلاده.", "2020-05-05", ["2020-05-07"]),
        ("تنعقد القمة في 12 يناير المقبل.", "2020-05-05", ["2021-01-12"]),
        ("انتهت القمة في 12 نوفمبر الماضي.", "2020-05-05", ["2019-11-12"]),
        ("انتهت القمة في نوفمبر الماضي.", "2020", ["--11"]),
        ("وصل الوفد أمس وغادر مساء.", None, []),
        ("وصل الوفد أمس وغادر مساء.", "2020-05", []),
        ("تنعقد القمة في 12 يناير المقبل.", None, ["--01-12"]),
        ("سيطر عليها مؤخرا ثم خرج منها.", "2020-05-05", []),
    ],
)
def test_relative_words_are_counted_from_a_known_date_alone(text: str, day: str | None, values: list[str]) -> None:
    """Without the article's own date, or with one too coarse, a relative word gives no value."""
    parsed = parse_iso(day) if day else None
    assert mentioned(text, DateFact(day, parsed.precision, "stated") if parsed else DateFact()) == values


def test_no_date_of_an_article_is_rejected_too_and_all_evidence_is_exact() -> None:
    """On every page case and seed."""
    pages = [cleaned(case.lines) for case in ALL] + [seed(n) for n in SEEDS]
    for page in pages:
        facts = Facts(date=date.find(page, LEXICON, Facts()).value)
        rejected = date.find_rejected(page, LEXICON, facts).value
        spoken = dates_mentioned.find(page, LEXICON, facts).value
        assert facts.date.value not in {r.value for r in rejected}
        for shown in (*facts.date.evidence, *(r.evidence for r in rejected), *(m.evidence for m in spoken)):
            assert page.source.lines[shown.line - 1][shown.start : shown.end] == shown.text


@pytest.mark.lexicon("language/dates", "language/rules/date.yml")
def test_every_rule_reason_and_problem_is_worded() -> None:
    """What the page cases use stands in the rules, in the wordings of rejected dates and in those of problems."""
    rules, whys, problems = set(), set(), set()
    for case in ALL:
        page = cleaned(case.lines)
        found = date.find(page, LEXICON, Facts())
        rejected = date.find_rejected(page, LEXICON, Facts()).value
        rules |= {e.rule for e in found.value.evidence} | {r.evidence.rule for r in rejected}
        whys |= {r.why for r in rejected}
        problems |= {p.rule for p in found.problems}
    assert rules <= set(RULES)
    assert whys <= set(REJECTIONS)
    assert problems <= set(LEXICON.wording.problems)
    assert len(whys) >= 12
    for why in REJECTIONS:
        assert LEXICON.wording.say(f"rejected.{why}")


SHAPES: dict[str, list[tuple[str, str]]] = {
    "label-published": [("T", "العنوان هنا"), ("F", ""), ("B", "نص المادة يروي ما جرى في المدينة كلها.")],
    "date-line": [("T", "العنوان هنا"), ("F", ""), ("B", "نص المادة يروي ما جرى في المدينة كلها.")],
    "label-updated": [("T", "العنوان هنا"), ("F", ""), ("B", "نص المادة يروي ما جرى في المدينة كلها.")],
    "signature-date": [("B", "نص المادة يروي ما جرى في المدينة كلها."), ("G", "")],
    "date-on-page": [("F", ""), ("T", "العنوان هنا"), ("B", "نص المادة يروي ما جرى في المدينة كلها.")],
}


@pytest.mark.lexicon("language/dates", "language/rules/date.yml")
@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_an_example_that_triggers_it(rule: str) -> None:
    """An example stands in the line that its rule is about; a text by default."""
    example = RULES[rule]["example"]
    assert all(RULES[rule]["reason"][language] for language in ("ar", "en"))
    page = cleaned([(v, text or example) for v, text in SHAPES.get(rule, [("B", "")])])
    facts = Facts(date=date.find(page, LEXICON, Facts()).value)
    rejected = date.find_rejected(page, LEXICON, facts).value
    spoken = dates_mentioned.find(page, LEXICON, facts).value
    shown = (*facts.date.evidence, *(r.evidence for r in rejected), *(m.evidence for m in spoken))
    assert rule in {e.rule for e in shown}


def test_a_page_without_a_text_has_no_date() -> None:
    """Menus and clocks alone are no article."""
    page = cleaned([("F", "الأحد 3 مايو 2020"), ("F", "الرئيسية")])
    assert date.find(page, LEXICON, Facts()).value == DateFact()
    assert not any(line.verdict in BODY_VERDICTS for line in page.lines)


@pytest.mark.parametrize(
    ("words", "value"),
    [("مساء اليوم الخميس", "2021-11-11"), ("مساء اليوم الأربعاء", "2021-11-10"), ("أمس الثلاثاء", "2021-11-09")],
)
def test_a_weekday_beside_today_outweighs_a_stamp_of_the_day_after(words: str, value: str) -> None:
    """An article is often stamped after midnight."""
    page = cleaned([("T", "البلدية تبدأ صيانة الطرق"), ("B", f"بدأت البلدية {words} صيانة الطرق في الحي.")])
    facts = Facts(date=DateFact("2021-11-11", "day", "stated", "certain"))
    assert [m.value for m in dates_mentioned.find(page, LEXICON, facts).value] == [value]


def test_a_weekday_that_fits_no_stamp_gives_no_value() -> None:
    """«اليوم الاثنين» on a Thursday is another story's day, or a slip."""
    page = cleaned([("T", "البلدية تبدأ صيانة الطرق"), ("B", "بدأت البلدية اليوم الاثنين صيانة الطرق في الحي.")])
    facts = Facts(date=DateFact("2021-11-11", "day", "stated", "certain"))
    assert not dates_mentioned.find(page, LEXICON, facts).value
