"""What an editor is offered to paste: a line for each doubtful field, and no guess in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from generator.desk.stub import stub
from generator.desk.summary import summarise
from generator.facts.table import FIELDS
from generator.model import Article, DateFact, Evidence, Facts, MentionedDate, Named, Problem, Quote, Title
from generator.reading.masks import MASK
from tests import dossiers

WORDING = dossiers.LEXICON.wording
STATED = Facts(
    title=Title("عنوان", "stated", 1, "title-line"), outlet=Named("الفرات"), date=DateFact("2021", "year", "stated")
)
ARTICLE = replace(dossiers.article(), problems=())


def of(**changed: object) -> Article:
    return replace(ARTICLE, facts=replace(STATED, **changed))  # type: ignore[arg-type]


def offered(**changed: object) -> object:
    return yaml.safe_load(stub(of(**changed), WORDING))


def test_where_nothing_is_in_doubt_nothing_is_asked() -> None:
    assert stub(of(), WORDING) == "# a.yml\n"


@pytest.mark.parametrize(
    ("field", "value", "asked"),
    [
        ("title", None, ""),
        ("title", Title("كلمات النص: أولاها", "derived", 3, "x"), "كلمات النص: أولاها"),
        ("outlet", None, ""),
        ("outlet", Named("دجلة", certainty="probable"), "دجلة"),
        ("date", DateFact(), ""),
        ("date", DateFact("2021-05", "month", "inferred"), "2021-05"),
        ("date", DateFact(not_before="2019-03-01", not_after="2019-06-30", basis="inferred"), "2019"),
        ("date", DateFact(not_before="2019-03-01", not_after="2020-06-30", basis="inferred"), ""),
        ("date", DateFact(not_before="2019-03-01", basis="inferred"), ""),
    ],
)
def test_a_doubtful_field_is_offered_with_what_is_known_of_it(field: str, value: object, asked: str) -> None:
    """A year only where both bounds lie in it."""
    assert offered(**{field: value}) == {field: asked}


def test_what_an_editor_has_said_is_not_asked_again() -> None:
    said = DateFact("2021", "year", "editorial"), Title("عنوان", "editorial", None, "sidecar")
    assert offered(date=said[0], title=said[1]) is None


def row(fact: str, now: Article | Problem, before: Article | None) -> str:
    return next(
        line
        for line in summarise(now, before, WORDING, dossiers.TERMINAL).splitlines()
        if line.startswith(f"| {fact} |")
    )


def test_a_summary_marks_what_changed_and_of_a_new_seed_nothing() -> None:
    was = of(outlet=Named("دجلة | اليوم"))
    assert row("outlet", of(), was) == "| outlet | **الفرات** | دجلة &#124; اليوم |"
    assert row("title", of(), was) == "| title | عنوان (stated, line 1) | عنوان (stated, line 1) |"
    assert row("outlet", of(), None) == "| outlet | الفرات | — |"


def test_a_summary_shows_every_field_that_has_a_name() -> None:
    shown = Evidence(3, 0, 4, "أمس", "x")
    now = of(
        author=Named("ليلى كاظم", (shown,)),
        cited_outlets=(Named("دجلة"), Named("النهر")),
        dates_mentioned=(MentionedDate("2021-05-03", shown),),
        quotes=(Quote(3, 0, 200, "كلمة " * 40, "x"),),
    )
    said = [
        line.split(" | ")[0].removeprefix("| ")
        for line in summarise(now, None, WORDING, dossiers.TERMINAL).splitlines()
    ]
    assert [x for x in FIELDS if x.one and x.name.replace("_", " ") not in said] == []
    assert row("author", now, of()) == "| author | **ليلى كاظم 3: «أمس»** | — |"
    assert row("cited outlets", now, of()) == "| cited outlets | **دجلة, النهر** | — |"
    assert row("dates mentioned", now, of()) == "| dates mentioned | **أمس** | — |"
    assert len(row("quotes", now, None)) < 100 and row("quotes", now, None).startswith("| quotes | كلمة كلمة ")


def test_a_summary_shows_bounds_and_problems_of_other_files_by_their_name() -> None:
    bounded = of(date=DateFact(not_after="2020-06-30", basis="inferred"))
    assert row("date", bounded, None) == "| date | … – 2020-06-30 (inferred) | — |"
    problem = Problem("error", "a.yml", 2, "sidecar-date", (("key", "date"),))
    said = summarise(replace(of(), problems=(problem,)), None, WORDING, dossiers.TERMINAL)
    assert "- error: a.yml, line 2: " in said and WORDING.tell(problem, "ar").message.split()[0] in said


def test_a_summary_shows_no_mask() -> None:
    said = summarise(of(outlet=Named(f"وكالة {MASK * 4}")), None, WORDING, dossiers.TERMINAL)
    assert MASK not in said
