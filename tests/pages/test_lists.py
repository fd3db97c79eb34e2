"""Lists, counts and the ways between their sheets, of a dossier made of few facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue.gather import Catalogue, ThemeGroup
from generator.catalogue.groups import Entry
from generator.lexicon.quality import Score
from generator.model import (
    DateFact,
    Evidence,
    Facts,
    MentionedDate,
    Named,
    Page,
    Problem,
    ThemeHit,
    Title,
)  # fmt: skip
from generator.pages import articles, dates, front, method, notes, search, themes
from generator.pages.desk import Desk
from generator.place import ASSETS
from generator.search import findable
from generator.source.settings import Settings
from tests import dossiers

ARTICLE = dossiers.article()
LINE = ARTICLE.cleaned.source.lines[4]


def entry(name: str = "a", *, also: tuple[str, ...] = (), **facts: Any) -> Entry:
    """An article with these facts and no others."""
    return Entry(replace(ARTICLE, facts=Facts(**facts)), f"/articles/{name}/", None, also)


def desk(*entries: Entry, settings: Settings | None = None, **more: Any) -> Desk:
    return Desk(Catalogue(entries, **more), dossiers.LEXICON, settings or Settings(), {})


def words(start: int, end: int) -> Evidence:
    return Evidence(5, start, end, LINE[start:end], "x")


def contexts(pages: Iterable[Page]) -> list[dict[str, Any]]:
    return [page.context for page in pages]


def test_a_long_list_is_cut_into_sheets_that_lead_to_each_other() -> None:
    made = desk(*(entry(str(n)) for n in range(101)))
    found = list(dossiers.pages_by(articles.drafts, made))
    sheets = [page.context["sheet"] for page in found]
    assert [len(sheet.items) for sheet in sheets] == [50, 50, 1]
    first, second, third = (page.address for page in found)
    assert [(s.before, s.after) for s in sheets] == [(None, second), (first, third), (second, None)]
    assert len({page.description for page in found}) == 1, "each sheet tells how many there are in all"
    assert all(page.context["count"] == 101 for page in found)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2.5, "2.5"),
        (2000.0, "2,000"),
        (1250000, "1,250,000"),
        (0.125, "0.125"),
        (1234.5, "1,234.5"),
        (129.8e9, "129,800,000,000"),
    ],
)
def test_an_amount_is_grouped_by_thousands_and_keeps_its_fraction(value: float, shown: str) -> None:
    assert desk().quantity(value) == shown


def test_the_dates_that_articles_speak_of_begin_with_the_latest() -> None:
    mentioned = tuple(MentionedDate(value, words(0, 5)) for value in ("2019", "2021-05", "2020-01-02"))
    (listed,) = (
        p for p in dossiers.pages_by(dates.drafts, desk(entry(dates_mentioned=mentioned))) if p.kind == "dates"
    )
    assert [row.iso for row in listed.context["dates"]] == ["2021-05", "2020-01-02", "2019"]


def test_the_front_counts_as_stated_and_as_worked_out_what_is_so_and_all_else_as_unknown() -> None:
    made = desk(
        entry("a", date=DateFact("2021", "year", "stated"), title=Title("x", "stated", 1, "x"), outlet=Named("x")),
        entry("b", date=DateFact("2020", "year", "chronology"), title=Title("x", "derived", 1, "x")),
        entry("c"),
    )
    (context,) = contexts(dossiers.pages_by(front.drafts, made))
    assert [(x.stated, x.worked_out, x.unknown) for x in context["coverage"]] == [(1, 1, 1), (1, 1, 1), (1, 0, 2)]


def test_a_theme_s_page_proves_an_article_by_two_lines_at_most_the_first_words_of_each() -> None:
    lines = [n for n, text in enumerate(ARTICLE.cleaned.source.lines, start=1) if text]
    proofs = tuple(
        Evidence(n, start, start + 3, ARTICLE.cleaned.source.lines[n - 1][start : start + 3], "x")
        for n in lines[:3]
        for start in (0, 5)
    )
    theme = dossiers.LEXICON.themes.by_id["camps"]
    made = desk(entry(), themes=(ThemeGroup(theme, ((entry(), ThemeHit("camps", 3.0, proofs)),)),))
    (context,) = contexts(p for p in dossiers.pages_by(themes.drafts, made) if p.kind == "theme")
    assert [(x.address.partition("#w")[2].split("-")[0], x.before) for x in context["members"][0].extracts] == [
        (str(lines[0]), ""),
        (str(lines[1]), ""),
    ]


def test_problems_stand_by_their_gravity_and_lead_to_the_page_of_their_text_a_copy_s_too() -> None:
    met = tuple(
        Problem(level, file, None, "seed-empty")  # type: ignore[arg-type]
        for level, file in (("note", "a.txt"), ("error", "z.txt"), ("warning", "copy.txt"))
    )
    (context,) = contexts(dossiers.pages_by(notes.drafts, desk(entry(also=("copy.txt",)), problems=met)))
    assert [group.level for group in context["groups"]] == ["error", "warning", "note"]
    found = [note.page and note.page.address for group in context["groups"] for note in group.notes]
    assert found == [None, "/articles/a/", "/articles/a/"]


def test_what_one_rule_met_stands_together_counted_and_is_cut_into_sheets() -> None:
    met = (
        *(Problem("note", f"{n}.txt", None, "date-unknown") for n in range(12)),
        Problem("note", "b.txt", 3, "date-bounds", (("bounds", "2021-01-01/2021-02-01"),)),
        Problem("error", "z.txt", None, "seed-empty"),
    )
    made = desk(entry(), problems=met, settings=Settings(list_length=10))
    first, second = contexts(dossiers.pages_by(notes.drafts, made))
    assert [(g.level, g.count, len(g.notes)) for g in first["groups"]] == [("error", 1, 1), ("note", 12, 9)]
    assert [(g.level, g.count, len(g.notes)) for g in second["groups"]] == [("note", 12, 3), ("note", 1, 1)]
    ways = [(way.address, times) for way, times in first["begun"]]
    assert ways == [
        ("/notes/#error-seed-empty", 1),
        ("/notes/#note-date-unknown", 12),
        ("/lists/notes/2/#note-date-bounds", 1),
    ]
    assert not first["groups"][1].told and second["groups"][1].told and second["begun"] == ()


def test_a_share_is_told_as_it_was_counted_and_a_score_to_three_places() -> None:
    shares = method._figure(desk(), Score(id="own.titles", value=0.8, of="4/5", data="own"))
    score = method._figure(
        desk(), Score(id="own.lines-f1", value=0.8, of="9 sites", data="own", low=0.7, high=0.9, worst=0.5)
    )
    assert (shares.value, shares.bounds, shares.worst) == ("4/5", "", "")
    assert (score.value, score.bounds, score.worst) == ("0.800", "0.700–0.900", "0.500")


def test_the_search_has_words_for_all_that_its_scripts_say() -> None:
    """The page's own and, carried by the index, those that the engine says to page and box alike."""
    folder, form = ASSETS / "search", r"(?:\bwords\.|#words\.|\bsay\(\")(\w+)"
    page = set(re.findall(form, "".join((folder / name).read_text("utf-8") for name in ("page.js", "narrowing.js"))))
    assert {"clear", "waiting", "further", "list"} <= page
    assert page | {"facet.kind", "facets", "digits"} <= search._words(desk()).keys()
    engine = set(re.findall(form, (folder / "notice.js").read_text("utf-8")))
    said = findable._says(desk())
    assert {"between", "comma", "kin"} <= engine
    assert engine | {"absent", "near", "kind.article", "row"} <= said["words"].keys()  # type: ignore[attr-defined]


def test_an_extract_shows_where_an_endless_sentence_was_cut() -> None:
    text = "كلمة " * 400 + "سرها " + "كلمة " * 400
    at = text.index("سرها")
    source = replace(ARTICLE.cleaned.source, text=text)
    line = replace(ARTICLE.cleaned.lines[0], text=text)
    article = replace(ARTICLE, cleaned=replace(ARTICLE.cleaned, source=source, lines=(line,)))
    found = desk().extract(Entry(article, "/a/", None), Evidence(1, at, at + 4, "سرها", "x"))
    assert found.before.startswith("… ") and found.after.endswith(" …") and len(found.before) < 220
    whole = desk().extract(entry(), words(6, 10))
    assert "…" not in whole.before + whole.after


def test_a_list_is_as_long_as_the_dossier_wants() -> None:
    desk = Desk(Catalogue(()), dossiers.LEXICON, Settings(list_length=5), {})
    sheets = list(desk.paged("/people/", range(12)))
    assert [sheet.items for sheet in sheets] == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9), (10, 11)]
    assert [sheet.address for sheet in sheets] == ["/people/", "/lists/people/2/", "/lists/people/3/"]
