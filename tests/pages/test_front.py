"""The front page: what a reader learns in two minutes, each of its five parts by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue.differences import Contradiction
from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry, Group, Membership
from generator.catalogue.tallies import tallies
from generator.lexicon.wording import plural_forms
from generator.model import DateFact, Facts, ThemeHit
from generator.pages import front, method
from generator.pages.coverage import span, subject_line
from generator.pages.desk import Desk
from generator.source.settings import Settings
from tests import dossiers

ARTICLE = dossiers.article()
WHO = "وزير الزراعة السوري سمير الحسن"
SAID = "بذار القمح سيصل إلى عشرين ألف أسرة ريفية في محافظات الشمال"


def entry(name: str = "a", added: str | None = None, text: str | None = None, **facts: Any) -> Entry:
    article = dossiers.article(text) if text else ARTICLE
    return Entry(
        replace(article, facts=replace(article.facts if text else Facts(), **facts)), f"/articles/{name}/", added
    )


def desk(*entries: Entry, settings: Settings | None = None, **more: Any) -> Desk:
    return Desk(Catalogue(entries, **more), dossiers.LEXICON, settings or Settings(), {})


def context(made: Desk) -> dict[str, Any]:
    (page,) = dossiers.pages_by(front.drafts, made)
    return page.context


def within(first: str | None, last: str | None) -> DateFact:
    return DateFact(None, None, "chronology", not_before=first, not_after=last)


STATED = DateFact("2021-05-03", "day", "stated")
EARLY, LATE = within("2019-01-01", "2019-02-05"), within("2022-05-11", None)
BEGUN = within("1979-01-01", None)
FIVE = [EARLY, EARLY, EARLY, LATE, None]
SPANS: dict[str, list[DateFact | None]] = {
    "5 مواد: أقدمها من 2019، وأحدثها من 2022 أو بعدها؛ 4 من 5 بتاريخ تقديري، وواحدة بلا تاريخ.": FIVE,
    "مادتان: أقدمها من 2019، وأحدثها من 2021؛ إحداهما بتاريخ تقديري.": [EARLY, STATED],
    "3 مواد: أقدمها من 2019، وأحدثها من 2022 أو بعدها؛ اثنتان من 3 بتاريخ تقديري.": [STATED, LATE, EARLY],
    "مادتان: أقدمها من 2020 أو قبلها، وأحدثها من 2021؛ إحداهما بتاريخ تقديري.": [within(None, "2020-03-01"), STATED],
    "مادتان: المؤرَّخ منها كله من 2021.": [STATED, STATED],
    "3 مواد: المؤرَّخ منها كله من 2021؛ اثنتان من 3 بلا تاريخ.": [STATED, None, None],
    "مادتان: أقدمها من 2019، وأحدثها من 2022 أو بعدها؛ كلها بتاريخ تقديري.": [EARLY, LATE],
    "مادتان: أقدمها من 2021، وأحدثها من 2021 أو بعدها؛ إحداهما بتاريخ تقديري.": [STATED, BEGUN],
    "مادتان: أقدمها من 1979 أو بعدها، وأحدثها من 2022 أو بعدها؛ كلها بتاريخ تقديري.": [BEGUN, LATE],
    "مادة واحدة؛ تاريخها: 3 مايو 2021.": [STATED],
    "مادة واحدة؛ لا تحمل أي مادة تاريخ نشر صريحًا.": [None],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("said", SPANS)
def test_the_span_says_from_when_to_when_and_of_how_many_that_is_known(said: str) -> None:
    dates = [date or DateFact() for date in SPANS[said]]
    assert span(desk(*(entry(str(n), date=date) for n, date in enumerate(dates)))) == said


def test_the_subject_is_the_dossier_s_own_or_made_of_what_is_most_in_it() -> None:
    one = entry()
    groups = tuple(
        Group("organisations", str(n), name, (Membership(one, None, ()),) * count)
        for n, (name, count) in enumerate((("البلدية", 2), ("النقابة", 3), ("الجمعية", 1)))
    )
    assert subject_line(desk(one, settings=Settings(subject="كلام المحرّر."))) == "كلام المحرّر."
    assert subject_line(desk(one, groups=groups)) == "مواد يرد فيها أكثر ما يرد: النقابة، والبلدية."
    assert subject_line(desk(one)) is None


def test_a_point_says_when_who_as_what_and_where_and_leads_to_its_words() -> None:
    text = f"{dossiers.TITLE}\n\n{dossiers.LEDE}\n\nقال {WHO}: «{SAID}».\n"
    (point,) = context(desk(entry(text=text, date=EARLY)))["points"]
    assert point.who == "سمير الحسن" and point.date.startswith("بين 1 يناير") and point.date.endswith(" (تقديري)")
    assert point.office == "وزير الزراعة السوري" and point.label == "قال" and point.direct
    assert point.words == SAID and point.address.startswith("/articles/a/#w5-")
    assert point.outlet.strip() == "(الناشر: غير معروف)"


def test_who_speaks_is_counted_by_institution_and_the_editor_says_what_is_missing() -> None:
    text = "\n\n".join((dossiers.TITLE, dossiers.LEDE, *(f"قال {WHO}: «{SAID} {n}»." for n in range(3)))) + "\n"
    found = context(desk(entry(text=text), settings=Settings(not_covered="لا يشمل ما قبل 2014.")))
    assert found["voices"] == "3 أقوال مباشرة: 3 لمسؤولين سوريين."
    assert found["not_covered"] == "لا يشمل ما قبل 2014."
    assert context(desk(entry()))["voices"] is None


def test_the_latest_is_one_list_and_what_has_no_last_day_does_not_stand_first() -> None:
    dates = {"open": LATE, "none": DateFact(), "stated": STATED, "early": EARLY}
    rows = [entry(name, "2024-01-01", date=date) for name, date in dates.items()]
    found = context(desk(*rows))
    assert [row.address.split("/")[2] for row in found["latest"]] == ["stated", "early", "open", "none"]
    assert found["together"] == "1 يناير 2024" and not any(row.added for row in found["latest"])
    later = context(desk(*rows, entry("new", "2024-02-01", date=EARLY)))
    assert later["together"] is None and later["latest"][0].address == "/articles/new/"
    assert later["latest"][0].published.startswith("نُشرت ") and later["latest"][0].added == "أُضيفت 1 فبراير 2024"


@pytest.mark.parametrize(("articles", "shown"), [(19, 0), (20, 1)])
def test_most_named_people_stand_there_where_it_says_something(articles: int, shown: int) -> None:
    rows = [entry(str(n)) for n in range(articles)]
    members = tuple(Membership(row, None, ()) for row in rows)
    people = (Group("people", "x", "فلان", members), Group("people", "y", "آخر", members[:1]))
    assert len(context(desk(*rows, groups=people))["people"]) == shown


def test_the_news_has_each_form_of_a_number() -> None:
    assert {*context(desk(entry()))["news_forms"], "zero"} == set(plural_forms("ar"))


def test_the_method_page_gives_the_reasons_of_the_points() -> None:
    (page,) = dossiers.pages_by(method.drafts, desk(entry(themes=(ThemeHit("x", 1.0),))))
    assert ("فيها رقم صريح", "+2") in page.context["reasons"]


def test_a_dossier_without_articles_has_a_front_that_says_so() -> None:
    found = context(desk())
    assert not found["count"] and found["points"] == () and found["changed"] is None


def test_what_articles_differ_in_stands_with_its_words_or_the_plain_word_that_there_is_nothing() -> None:
    texts = ["أعلنت الوزارة أن 300 أسرة في قرية الغدير حصلت على البذار.", "حصلت 700 أسرة في قرية الغدير على البذار."]
    rows = [entry(str(n), text=f"{dossiers.TITLE}\n\n{text}\n") for n, text in enumerate(texts)]
    apart = Contradiction(tallies(rows))
    (found,) = context(desk(*rows, differences=(apart,)))["differences"]
    assert [one.words.text for one in found] == ["300 أسرة", "700 أسرة"]
    assert all("#w3-" in one.words.address for one in found)
    assert context(desk(*rows))["differences"] == () and context(desk(*rows))["figures"]
