"""What an article's page is made of: each part says no more than the article has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest

from generator import clean
from generator.catalogue.gather import Catalogue, ThemeGroup
from generator.catalogue.groups import Entry
from generator.model import (
    Entity,
    Evidence,
    Facts,
    Figure,
    MentionedDate,
    Named,
    Quote,
    RejectedDate,
    Related,
    Sidecar,
    ThemeHit,
)
from generator.pages import article as pages
from generator.pages.desk import Desk, excerpt
from generator.pages.factsheet import factsheet
from generator.pages.keypoints import key_points
from generator.pages.leftout import beyond, fitted
from generator.source.settings import Settings
from tests import dossiers

RULES = {rule.id: rule for rule in clean.rules(dossiers.LEXICON)}
MENU = "\n\n".join(("الرئيسية", "اتصل بنا", "سياسة الخصوصية") * 10)
ARTICLE = dossiers.article()
LONG = dossiers.article(f"{dossiers.ARTICLE}\n{MENU}\n\nجميع الحقوق محفوظة © 2021\n")


def desk(**settings: Any) -> Desk:
    return Desk(Catalogue(()), dossiers.LEXICON, Settings(**settings), RULES)


def page(facts: Facts | None = None, **changed: Any) -> dict[str, Any]:
    """The parts of the page of an article with these facts."""
    entry = Entry(replace(ARTICLE, facts=facts or ARTICLE.facts, **changed), "/articles/a/", None)
    hits = entry.article.facts.themes
    themes = tuple(ThemeGroup(dossiers.LEXICON.themes.by_id[hit.id], ((entry, hit),)) for hit in hits)
    found = Catalogue((entry,), themes=themes)
    return dossiers.pages_by(pages.drafts, replace(desk(), catalogue=found))[0].context


def words(line: int, start: int, end: int) -> Evidence:
    return Evidence(line, start, end, ARTICLE.cleaned.source.lines[line - 1][start:end], "x")


def test_lines_left_out_that_a_page_does_not_show_are_counted_without_blank_ones() -> None:
    entry = Entry(LONG, "/articles/a/", None)
    (found,) = dossiers.pages_by(pages.drafts, replace(desk(max_left_out=4), catalogue=Catalogue((entry,))))
    context = found.context
    left_out = len(LONG.cleaned.left_out)
    assert context["left_out_count"] == left_out
    assert context["left_out_more"] == left_out - len(context["left_out"]) > 20


def test_blank_lines_beyond_the_most_are_not_told_of_either() -> None:
    blank = [line.number for line in LONG.cleaned.lines if line.verdict == "blank"]
    assert set(blank[4:]) <= beyond(LONG, 4) and not set(blank[:4]) & beyond(LONG, 4)


def test_what_only_a_hidden_line_shows_is_not_on_the_page() -> None:
    proof = words(3, 0, 5)
    rejected = RejectedDate("2021", "page-clock", proof)
    facts = replace(ARTICLE.facts, related=(Related("x", 3), Related("y", 5)), rejected_dates=(rejected,))
    kept = fitted(replace(ARTICLE, facts=facts), frozenset({3})).facts
    assert [x.line for x in kept.related] == [5] and kept.rejected_dates == ()


@pytest.mark.parametrize("language", ["fa", "ur", "ckb"])
def test_a_text_in_another_language_says_so_and_what_was_not_looked_for(language: str) -> None:
    context = page(Facts(title=ARTICLE.facts.title), cleaned=replace(ARTICLE.cleaned, language=language))
    assert context["lang"] == language
    said = {statement.id: statement for statement in context["statements"]}
    assert said["f-language"].value == desk().say(f"language.{language}")
    assert {said[id_].basis_words for id_ in ("f-date", "f-outlet")} == {desk().say("basis.unread")}


@pytest.mark.parametrize(("language", "direction"), [("ar", None), ("en", "auto"), ("und", "auto")])
def test_a_text_that_is_not_arabic_finds_its_own_direction(language: str, direction: str | None) -> None:
    context = page(cleaned=replace(ARTICLE.cleaned, language=language))
    assert context["direction"] == direction


@pytest.mark.parametrize(
    ("outlet", "basis"),
    [
        (Named("الفرات"), "stated"),
        (Named("الفرات", certainty="probable"), "probable"),
        (Named("الفرات", basis="editorial"), "editorial"),
        (None, "unknown"),
    ],
)
def test_an_outlet_that_is_only_probable_is_shown_as_such(outlet: Named | None, basis: str) -> None:
    context = page(replace(ARTICLE.facts, outlet=outlet))
    assert [s.basis for s in context["statements"] if s.id == "f-outlet"] == [basis]


@pytest.mark.parametrize(
    ("chain", "said"),
    [
        ((), "الناشر: غير معروف · بلا تاريخ نشر"),
        (("الفرات", "سمير الحسن"), "الناشر: غير معروف · بلا تاريخ نشر · نقلًا عن «الفرات»، عن سمير الحسن"),
        (("لقاء إذاعي", "سمير الحسن"), "الناشر: غير معروف · بلا تاريخ نشر · من لقاء إذاعي مع سمير الحسن"),
    ],
)
def test_an_article_says_in_one_line_from_whom_it_is(chain: tuple[str, ...], said: str) -> None:
    """Papers stand in « »; what is no paper and nobody's name is an occasion."""
    facts = Facts(
        attribution=chain,
        cited_outlets=(Named("الفرات", (words(3, 0, 5),)),),
        people=(Entity("person", None, "سمير الحسن"),),
    )
    assert page(facts)["byline"] == said


@pytest.mark.parametrize(("taken", "shown"), [((0, 1), False), ((0, 3), True)])
def test_a_summary_is_shown_whole_and_never_where_the_text_begins_with_it(taken: tuple[int, ...], shown: bool) -> None:
    line = ARTICLE.cleaned.body[0]
    lines = tuple(replace(line, number=at) for at in range(1, 6))
    summary = tuple(Evidence(lines[at].number, 0, len(line.text), line.text, "x") for at in taken)
    context = page(Facts(summary=summary), cleaned=replace(ARTICLE.cleaned, lines=lines))
    assert [x.place.address for x in context["points"]] == [f"#l{x.line}" for x in summary if shown]


def test_a_saying_that_stands_alone_is_a_key_point_of_a_text_that_is_not_short() -> None:
    """Not where the text begins with it, nor where it is soon read whole."""
    said = "ارتفع إنتاج القمح في الشمال هذا العام ارتفاعا كبيرا بفضل الأمطار الغزيرة والبذار الجديد"
    told = "وتحدث المزارعون في القرية رقم {} عن حصاد الموسم وعن كلفة النقل إلى الأسواق البعيدة."
    filler = " ".join(map(told.format, range(30)))
    opening = "افتتحت المدينة معرضها الزراعي السنوي بحضور مئات من المزارعين والتجار من القرى المجاورة."
    quoted = f'وقال وزير الزراعة سمير الحسن: "{said}".'
    for text, points in (
        (f"{opening}\n\n{quoted}\n\n{filler}", [said]),
        (f"{quoted}\n\n{opening}\n\n{filler}", []),
        (f"{opening}\n\n{quoted}", []),
    ):
        article = dossiers.article(f"معرض الزراعة يفتح أبوابه في المدينة\n\n{text}\n")
        found = key_points(desk(), Entry(article, "/articles/a/", None))
        assert [point.words for point in found if point.who] == points


def test_an_excerpt_is_cut_at_a_word_and_at_no_comma() -> None:
    line = ARTICLE.cleaned.body[0]
    for end in ("،", ":", "؛"):
        text = f"{'كلمة ' * 42}أخيرة{end} {'طويلةجدا' * 9}"
        cut = excerpt(
            replace(ARTICLE, facts=Facts(), cleaned=replace(ARTICLE.cleaned, lines=(replace(line, text=text),)))
        )
        assert cut == f"{'كلمة ' * 42}أخيرة …"


@pytest.mark.parametrize(("speaker", "basis"), [("سمير الحسن", "carried"), ("سمير الحسن", "in-line"), (None, None)])
def test_only_a_speaker_from_the_context_is_marked(
    speaker: str | None, basis: Literal["in-line", "carried"] | None
) -> None:
    quote = Quote(5, 0, 5, ARTICLE.cleaned.source.lines[4][:5], "x", speaker=speaker, speaker_basis=basis)
    sheet = factsheet(desk(), Entry(replace(ARTICLE, facts=Facts(quotes=(quote,))), "/articles/a/", None))
    ((row,),) = (section.rows for section in sheet.sections)
    assert row.basis == ("inferred" if basis == "carried" else None)


def test_words_that_two_facts_rest_on_are_marked_once_as_the_graver_of_them() -> None:
    """A slip of the source, then what stands at the head, then the sections in their order."""
    proof = words(3, 0, 5)
    dates = (MentionedDate("2021", proof), MentionedDate("2022", proof))
    sheet = factsheet(desk(), Entry(replace(ARTICLE, facts=Facts(dates_mentioned=dates)), "/articles/a/", None))
    assert [mark.kind for mark in sheet.marks[3]] == ["dates"]
    slipped = factsheet(desk(), Entry(replace(ARTICLE, facts=Facts(slips=(proof,), dates_mentioned=dates)), "/", None))
    assert [mark.kind for mark in slipped.marks[3]] == ["slip"]


def test_beside_a_paragraph_stands_each_of_its_facts_once_and_themes_last() -> None:
    line = ARTICLE.cleaned.paragraphs[1]
    spans = [Evidence(line.number, at, at + 2, line.text[at : at + 2], "x") for at in (0, 4, 8)]
    theme = dossiers.LEXICON.themes.all[0]
    facts = Facts(
        people=(Entity("person", None, "سمير الحسن", mentions=(spans[1], spans[2])),),
        dates_mentioned=(MentionedDate("2021", spans[2]),),
        themes=(ThemeHit(theme.id, 3.0, (spans[0],)),),
    )
    sheet = factsheet(desk(), Entry(replace(ARTICLE, facts=facts), "/articles/a/", None))
    assert [link.text for link in sheet.beside[line.number].facts] == ["سمير الحسن", "2021", theme.label]


def test_how_long_a_thing_took_is_no_figure_of_the_list_and_its_words_keep_their_address() -> None:
    line = ARTICLE.cleaned.paragraphs[0]
    figure = Figure(line.number, 0, 4, line.text[:4], "x", value=2, kind="duration")
    sheet = factsheet(desk(), Entry(replace(ARTICLE, facts=Facts(figures=(figure,))), "/articles/a/", None))
    assert sheet.sections == () and sheet.marks[line.number][0].kind == "figures"


def test_a_hidden_article_is_not_listed() -> None:
    assert page(sidecar=Sidecar("a.yml", hidden=True))["unlisted"] is True
    assert page()["unlisted"] is False
