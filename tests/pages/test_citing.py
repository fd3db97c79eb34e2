"""A citation says what is known and no more, and its files read back to what was written into them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogue.groups import Entry
from generator.model import DateFact, Facts, Named, Title
from generator.pages.citing import Citation, citation, copied_with, guessed, head, worded
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds
from generator.render import citations
from generator.source.settings import Settings
from tests import dossiers
from tests.render.test_markdown import DESK

TITLE = 'قمح {الشمال} & 50% من_البذار #1 ~ ^ \\ $5 «موسم "جديد"»'


def cited(facts: Facts, desk: Desk = DESK, **said: str) -> tuple[Citation, Entry]:
    """A text with these facts and a sidecar that says so, as it is cited."""
    sidecar = dossiers.sidecar("\n".join(f"{key}: {value}" for key, value in said.items()) or "note: x")
    entry = Entry(replace(dossiers.article(), facts=facts, sidecar=sidecar), "/articles/a_1/", None)
    return citation(desk, entry), entry


def told(made: Facts) -> dict[str, str]:
    """What the head of its page tells of a text with these facts."""
    found, entry = cited(made)
    return dict(head(DESK, entry, found))


def facts(basis: str = "stated", **date: str) -> Facts:
    made = DateFact(**{"basis": basis, "certainty": "certain", **date})  # type: ignore[arg-type]
    return Facts(Title(TITLE, "stated", 1, "r"), Named("صحيفة الحقل"), author=Named("سمير الحسن"), date=made)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (DateFact("2021", "year", "inferred"), "[2021 تقديرًا]"),
        (DateFact("2021-05", "month", "chronology"), "[مايو 2021 تقديرًا]"),
        (DateFact(not_before="2022-05-11", basis="inferred"), "[2022 أو بعدها]"),
        (DateFact(not_after="2019-02-05", basis="inferred"), "[2019 أو قبلها]"),
        (DateFact(not_before="2019-01-01", not_after="2019-02-05"), "[2019 تقديرًا]"),
        (DateFact(not_before="2019-12-01", not_after="2020-02-05"), "[بين 2019 و2020]"),
        (DateFact(), "د.ت."),
    ],
)
def test_what_is_not_known_for_sure_stands_in_brackets(date: DateFact, words: str) -> None:
    assert guessed(DESK, date) == words


def test_a_citation_tells_address_and_day_of_access() -> None:
    made, _ = cited(facts(value="2021-05-03"), url="https://example.org/a", accessed="2024-06-01")
    said = worded(DESK, made)
    assert said.startswith("سمير الحسن، «قمح") and "، «صحيفة الحقل»، 3 مايو 2021، https://example.org/a (" in said
    assert said.endswith("(اطُّلع عليه في 1 يونيو 2024).")
    assert worded(DESK, cited(Facts())[0]) == "«a.txt» [عبارة من متن المادة، إذ لا عنوان لها]، د.ن.، د.ت."
    at_home = replace(DESK, url="https://example.org/site/", settings=Settings(name="ملف"))
    assert worded(at_home, cited(Facts(), at_home)[0]).endswith("ضمن ملف «ملف»، https://example.org/site/articles/a_1/")


def test_a_head_tells_no_estimate_and_nothing_doubtful() -> None:
    sure = told(facts(value="2021-05-03"))
    assert sure["citation_publication_date"] == "2021/05/03" and sure["DC.date"] == "2021-05-03"
    assert sure["citation_journal_title"] == "صحيفة الحقل" and sure["citation_author"] == "سمير الحسن"
    for basis in ("inferred", "chronology", "metadata"):
        assert {"citation_publication_date", "DC.date"}.isdisjoint(told(facts(basis, value="2021")))
    doubtful = replace(facts(value="2021"), outlet=Named("صحيفة الحقل", certainty="probable"), title=None)
    assert {"citation_journal_title", "citation_title"}.isdisjoint(told(doubtful))


def test_files_hold_every_sign_of_a_title() -> None:
    made, _ = cited(facts(value="2021-05-03"), url="https://example.org/{a}?b=1&c=%20")
    bib = citations.bibtex([made])
    title = re.search(r"title = \{(.*)\},\n", bib)
    assert title and bib.count("{") == bib.count("}") and bib.startswith("@article{a_1,\n  author = {{سمير الحسن}},")
    names = {"\\textbackslash{}": "\\", "\\textbraceleft{}": "{", "\\textbraceright{}": "}"}
    names |= {"\\textasciitilde{}": "~", "\\textasciicircum{}": "^", **{f"\\{sign}": sign for sign in "&%$#_"}}
    read = re.sub("|".join(sorted(map(re.escape, names), key=len, reverse=True)), lambda m: names[m[0]], title[1])
    assert read == TITLE and "url = {https://example.org/%7Ba%7D?b=1&c=%20}" in bib
    rows = citations.ris([made]).split("\r\n")
    assert rows[0] == "TY  - NEWS" and rows[-2:] == ["ER  - ", ""] and f"TI  - {TITLE}" in rows
    assert {"PY  - 2021", "DA  - 2021/05/03/", "T2  - صحيفة الحقل"} <= {*rows} and not any("\n" in row for row in rows)
    (item,) = json.loads(citations.csl([made]))
    assert item["title"] == TITLE and item["issued"] == {"date-parts": [[2021, 5, 3]]}


def test_files_take_an_estimate_for_no_date() -> None:
    made, _ = cited(facts("inferred", value="2021"))
    assert "year = {[2021 تقديرًا]}" in citations.bibtex([made]) and "PY  -" not in citations.ris([made])
    assert json.loads(citations.csl([made]))[0]["issued"] == {"date-parts": [[2021]], "circa": True}
    assert json.loads(citations.csl([cited(Facts())[0]]))[0]["issued"] == {"literal": "د.ت."}


def test_a_copied_saying_takes_along_who_said_it_where_and_when(tmp_path: Path) -> None:
    said = "وقال سمير الحسن: «سنزرع كل أرض صالحة في المحافظات الشمالية قبل نهاية الموسم المقبل»."
    desk = dossiers.desk(
        dossiers.folder(tmp_path, {"a.txt": f"{dossiers.ARTICLE}\n{said}\n", "a.yml": "date: 2021-05"})
    )
    article = desk.catalogue.entries[0].article
    quote = next(q for q in article.facts.quotes if not q.is_reported)
    who = "سمير الحسن، مدير الإنتاج النباتي في الوزارة، الناشر: غير معروف، مايو 2021"
    assert copied_with(desk, article, quote) == who
    assert {file.path for file in citations.citation_files(Grounds(desk))} == {
        f"cite/{name}.{kind}" for name in ("dossier", "articles/a") for kind in ("bib", "ris", "json")
    }
