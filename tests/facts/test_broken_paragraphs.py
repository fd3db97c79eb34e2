"""Facts of a text that was broken at a width are those of the text, told of the lines that it has."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.check.laws import check
from generator.model import Article, Evidence, Facts
from generator.model.pieces import evidence_in
from generator.pages.article import drafts
from generator.search.findable import documents
from tests import dossiers

TITLE = "البلدية تغلق الجسر الحجري أمام الشاحنات ستة أسابيع"
_TEXT = """
أعلنت بلدية النهر الكبير في 3 آذار 2021 إغلاق الجسر الحجري أمام الشاحنات التي تزيد حمولتها على 12 طنا، بعد
أن كشف فحص هندسي عن تشققات في اثنتين من دعاماته الخمس، وقالت إن الإغلاق يستمر ستة أسابيع على الأقل.

وقال رئيس البلدية ماهر الصباغ إن «الجسر آمن للمشاة وللسيارات الصغيرة، لكن الشاحنات تهزه هزا لا يحتمله حجر
عمره مئة وثلاثون عاما». وأضاف أن فريقا من كلية الهندسة سيبدأ تدعيم الدعامتين يوم الأحد المقبل.

ويربط الجسر بين ضفتي المدينة القديمة، ويعبره كل يوم أكثر من 9000 شخص من أهالي بغداد والموصل، كثير منهم طلاب
يقصدون مدارس الضفة الشرقية. واقترح سكان أن تُسيّر البلدية حافلات صغيرة في أثناء الإغلاق، فوعدت بدراسة
الاقتراح.

وكان الجسر قد رُمم مرتين، في عام 1954 وفي عام 1987، ولم تُنشر نتائج الفحص الأخير حتى الآن.
"""
PARAGRAPHS = tuple(" ".join(part.split()) for part in _TEXT.split("\n\n"))
WHOLE = "\n\n".join((TITLE, *PARAGRAPHS))


def broken(width: int, sign: str = "") -> str:
    """The text as a mail has it."""
    parts = ["\n".join(f"{sign}{line}" for line in textwrap.wrap(part, width)) for part in PARAGRAPHS]
    return "\n\n".join((TITLE, *parts))


def names(value: object) -> Iterator[str]:
    return (words.text for words in evidence_in(value))


@pytest.mark.parametrize(("width", "sign"), [(45, ""), (60, ""), (72, "> "), (90, "")])
def test_the_facts_are_those_of_the_text_as_it_was_written(width: int, sign: str) -> None:
    """Words, speakers, values and themes are the same; each piece of their evidence is one of its line (law 3)."""
    article, whole = dossiers.article(broken(width, sign)), dossiers.article(WHOLE)
    assert list(names(article.facts)) == list(names(whole.facts))
    for field in ("people", "organisations", "places", "quotes", "figures", "dates_mentioned", "themes"):
        assert len(getattr(article.facts, field)) == len(getattr(whole.facts, field))
    direct = [q for q in article.facts.quotes if q.marks != "reported"]
    assert [(q.speaker, q.marks) for q in direct] == [("ماهر الصباغ", "closed")]
    assert any(words.pieces for words in evidence_in(article.facts))
    assert check(article) == () and not [p for p in article.problems if p.level == "error"]


def test_pieces_stand_only_where_words_cross_the_end_of_a_line() -> None:
    quote = dossiers.article(broken(45)).facts.quotes[0]
    assert " ".join(piece.text for piece in quote.pieces) == quote.text
    assert (quote.line, quote.start, quote.end) == (quote.pieces[0].line, quote.pieces[0].start, quote.pieces[0].end)
    assert [piece.line for piece in quote.pieces] == list(range(quote.line, quote.line + len(quote.pieces)))
    assert not any(words.pieces for words in evidence_in(dossiers.article(WHOLE).facts))


def test_a_piece_that_is_not_of_its_line_breaks_the_law() -> None:
    article = dossiers.article(broken(45))
    quote = article.facts.quotes[0]
    first, second, *others = quote.pieces
    for pieces in (
        (first, *others),
        (first, replace(second, start=second.start + 1), *others),
        (second, first, *others),
    ):
        wrong = replace(article, facts=Facts(quotes=(replace(quote, pieces=pieces),)))
        assert [p.rule for p in check(wrong)] == ["law-evidence"]


def test_an_editor_names_words_across_the_end_of_a_line() -> None:
    given = "facts:\n  quotes:\n    - add: تهزه هزا لا يحتمله حجر عمره مئة وثلاثون عاما\n      speaker: مهندس\n"
    article = dossiers.article(broken(45), given)
    assert not [p for p in article.problems if p.rule.startswith("sidecar")]
    assert article.facts.quotes[-1].pieces and check(article) == ()


def paragraphs_shown(folder: Path, text: str) -> tuple[Article, dict[int, str], list[str]]:
    """An article, its paragraphs on its page by line, and what search finds of it."""
    desk = dossiers.desk(dossiers.folder(folder, {"a.txt": text}))
    page = dossiers.pages_by(drafts, desk)[0]
    found = [passage.text for passage in next(documents(desk)).passages if passage.anchor]
    shown = {line.line: str(line.html) for block in page.context["blocks"] for line in block.lines}
    return desk.catalogue.entries[0].article, shown, found


def test_a_broken_paragraph_is_one_on_the_page_and_in_search(tmp_path: Path) -> None:
    """Its marks stand round all of a quotation, and the way to it leads to the paragraph."""
    article, shown, found = paragraphs_shown(tmp_path, broken(45))
    assert found == list(PARAGRAPHS) and len(shown) == len(PARAGRAPHS)
    quote: Evidence = article.facts.quotes[0]
    last = quote.pieces[-1]
    html = shown[article.cleaned.holder(quote.line).number]
    assert html.count(f'id="w{quote.line}-{quote.start}-{last.line}-{last.end}"') == 1


def test_a_withheld_name_is_absent_across_the_end_of_a_line(tmp_path: Path) -> None:
    text = broken(45).replace("ماهر الصباغ", "ماهر\nالصباغ")
    folder = dossiers.folder(tmp_path, {"a.txt": text, "a.yml": "withhold: [ماهر الصباغ]\n"})
    article = dossiers.alone(folder / "a.txt")
    assert isinstance(article, Article)
    assert not any(
        "الصباغ" in words for words in (*names(article.facts), *(x.text for x in article.cleaned.paragraphs))
    )
