"""An editor's word wins and is marked as editorial; what it names and the text does not have is told."""

from __future__ import annotations

import pytest

from generator.model import Article
from tests import dossiers
from tests.dossiers import END, LEDE, MIDDLE, TITLE


def rules(article: Article) -> list[str]:
    return [p.rule for p in article.problems if p.rule.startswith("sidecar")]


def test_without_a_sidecar_an_article_stays_as_it_is() -> None:
    assert dossiers.article().sidecar is None


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("title", "عنوان آخر", lambda f: (f.title.text, f.title.basis, f.title.line)),
        ("outlet", "صحيفة الحقل", lambda f: (f.outlet.name, f.outlet.basis, None)),
        ("author", "كاتبة", lambda f: (f.author.name, f.author.basis, None)),
    ],
)
def test_a_stated_value_is_editorial_and_carries_no_evidence(field: str, value: str, read: object) -> None:
    assert callable(read)
    assert read(dossiers.article(given=f"{field}: {value}").facts) == (value, "editorial", None)


@pytest.mark.parametrize(
    ("given", "interval", "precision"),
    [
        ("2021", ("2021-01-01", "2021-12-31"), "year"),
        ("2020-02", ("2020-02-01", "2020-02-29"), "month"),
        ("2021-03-30", ("2021-03-30", "2021-03-30"), "day"),
    ],
)
def test_a_date_is_never_more_precise_than_the_editor_gave_it(
    given: str, interval: tuple[str, str], precision: str
) -> None:
    date = dossiers.article(given=f"date: {given}").facts.date
    assert (date.value, date.basis, date.precision, date.interval) == (given, "editorial", precision, interval)


def test_bounds_are_taken_in_full_days() -> None:
    date = dossiers.article(given="facts:\n  date: {not_before: 2019, not_after: 2020-06}").facts.date
    assert (date.value, date.interval, date.basis) == (None, ("2019-01-01", "2020-06-30"), "editorial")


def test_empty_bounds_say_nothing() -> None:
    assert dossiers.article(given="facts:\n  date: {}").facts.date == dossiers.article().facts.date


def test_bounds_the_wrong_way_round_are_told_and_not_used() -> None:
    article = dossiers.article(given="facts:\n  date: {not_before: 2021, not_after: 2019}")
    assert article.facts.date == dossiers.article().facts.date
    assert rules(article) == ["sidecar-bounds"]


DATED = f"{TITLE}\n\nدمشق - 12 مارس 2020\n\n{LEDE}\n\n{MIDDLE}\n\n{END}\n"


@pytest.mark.parametrize("given", ["date: 2018", "facts:\n  date: {not_after: 2018-05}"])
def test_a_date_that_the_text_rules_out_is_used_and_told(given: str) -> None:
    without = dossiers.article(DATED)
    assert without.facts.date.interval != (None, None), "the text's own date is needed here"
    article = dossiers.article(DATED, given)
    assert article.facts.date.basis == "editorial"
    assert rules(article) == ["sidecar-contradicts"]


def test_a_date_that_fits_the_text_is_no_contradiction() -> None:
    assert rules(dossiers.article(DATED, "date: 2020-03")) == []


def test_themes_are_those_given_and_keep_the_evidence_that_the_text_has() -> None:
    text = dossiers.ARTICLE + "وأكدت اللجنة أن أوضاع النازحين في مخيم الهول ما زالت صعبة.\n"
    found = {hit.id for hit in dossiers.article(text).facts.themes}
    assert "camps" in found
    themes = {hit.id: hit for hit in dossiers.article(text, "themes: [camps, prisons]").facts.themes}
    assert list(themes) == ["camps", "prisons"]
    assert themes["camps"].evidence and not themes["prisons"].evidence
    assert themes["prisons"].basis == "editorial"


def people(given: str) -> dict[str, tuple[str | None, str]]:
    return {x.name: (x.role, x.basis) for x in dossiers.article(given=f"facts:\n  people:\n{given}").facts.people}


def test_a_person_can_be_added_with_every_place_where_the_text_names_him() -> None:
    article = dossiers.article(given="facts:\n  people:\n  - {add: سمير الحسن, role: مدير}")
    (person,) = [x for x in article.facts.people if x.name == "سمير الحسن"]
    assert (person.role, person.basis) == ("مدير", "editorial")
    assert [m.text for m in person.mentions] == ["سمير الحسن"]


def test_adding_what_is_there_makes_no_second_one() -> None:
    article = dossiers.article(given="facts:\n  people:\n  - {add: نور, role: وزيرة}\n  - {add: نور, role: نائبة}")
    assert [x.role for x in article.facts.people if x.name == "نور"] == ["نائبة"]


def test_a_person_can_be_changed_and_removed_by_the_name() -> None:
    added = "  - add: نور الدين\n  - add: نورا الشيخ\n"
    assert people(added + "  - {set: نورا الشيخ, role: وزيرة}")["نورا الشيخ"] == ("وزيرة", "editorial")
    assert "نور الدين" not in people(added + "  - remove: نور الدين")


def test_whole_words_name_a_fact() -> None:
    """«نور» is not «نورا», but it is enough for «نور الدين»."""
    left = people("  - add: نور الدين\n  - add: نورا الشيخ\n  - remove: نور")
    assert "نور الدين" not in left and "نورا الشيخ" in left


def test_the_exact_name_comes_before_one_that_begins_so() -> None:
    left = people("  - add: نور\n  - add: نور الدين\n  - remove: نور")
    assert "نور" not in left and "نور الدين" in left


@pytest.mark.parametrize("target", ["…", "«»", "-"])
def test_words_without_a_letter_name_nothing(target: str) -> None:
    article = dossiers.article(given=f"facts:\n  people:\n  - add: نور\n  - remove: '{target}'")
    assert "نور" in [x.name for x in article.facts.people]
    assert rules(article) == ["sidecar-unmatched"]


@pytest.mark.parametrize("operation", ["set", "remove", "confirm"])
@pytest.mark.parametrize("field", ["people", "organisations", "places", "outlet", "author", "quotes", "figures"])
def test_what_a_correction_names_and_the_article_does_not_have_is_told(operation: str, field: str) -> None:
    article = dossiers.article(given=f"facts:\n  {field}:\n  - {operation}: كلمة لا ترد هنا")
    assert rules(article) == ["sidecar-unmatched"]


def test_an_outlet_that_is_added_takes_the_place_of_the_one_found() -> None:
    given = "facts:\n  outlet:\n  - add: صحيفة أولى\n  - add: صحيفة ثانية"
    outlet = dossiers.article(given=given).facts.outlet
    assert outlet and (outlet.name, outlet.basis) == ("صحيفة ثانية", "editorial")


def test_a_quotation_or_figure_is_added_only_where_the_text_has_its_words() -> None:
    given = (
        "facts:\n  quotes:\n  - {add: الخطة ستبدأ, speaker: سمير}\n  - add: لا ترد\n"
        "  figures:\n  - {add: آلاف الأسر, low: 2000, unit: أسرة}\n"
    )
    article = dossiers.article(given=given)
    (quote,) = [q for q in article.facts.quotes if q.basis == "editorial"]
    (figure,) = [f for f in article.facts.figures if f.basis == "editorial"]
    lines = article.cleaned.source.lines
    assert lines[quote.line - 1][quote.start : quote.end] == quote.text == "الخطة ستبدأ"
    assert lines[figure.line - 1][figure.start : figure.end] == "آلاف الأسر"
    assert (figure.low, figure.unit) == (2000, "أسرة")
    assert rules(article) == ["sidecar-unmatched"]


def test_a_date_that_an_article_speaks_of_can_be_added() -> None:
    given = "facts:\n  dates_mentioned:\n  - {add: مطلع الموسم المقبل, name: 2021-10}"
    found = dossiers.article(given=given).facts.dates_mentioned
    assert "2021-10" in [d.value for d in found]


def test_confirming_makes_a_fact_certain() -> None:
    given = "facts:\n  organisations:\n  - add: وزارة الزراعة\n  - confirm: وزارة الزراعة"
    (found,) = [x for x in dossiers.article(given=given).facts.organisations if x.name == "وزارة الزراعة"]
    assert (found.certainty, found.basis) == ("certain", "editorial")
