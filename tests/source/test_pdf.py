"""PDF: letters in reading order wherever they stand in the file, rows of a paragraph joined, pages' heads left once."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.pdfs import Drawn, page_of, pdf
from tests.seeds import refused, source

PRINTED = Path(__file__).parents[1] / "formats"
TEXT = """صحيفة المرفأ
افتتاح رصيف الحاويات في ميناء الساحل
12 مارس 2023
قالت وزارة النقل (الثلاثاء) إن «الرصيف الجديد» يستقبل 1,500 حاوية في اليوم، أي 12.5% من طاقة الميناء، وإن العمل فيه \
سيكتمل قبل نهاية العام الجاري بحسب الخطة المعلنة.
وأضاف مدير الميناء سمير الحسن أن شركة Blue Harbour وقّعت العقد في 3/2/2023، وقال: "لن يتأخر العمل يومًا واحدًا".
تمويل المشروع
ويموّل البنك الزراعي المشروع بقرض قدره 40 مليون دولار يُسدَّد على عشر سنوات.
المرحلة\tالحاويات\tالسفن
الأولى\t500\t31
"""
# As they are seen, from the left.
FIRST, SECOND, THIRD = "لحاسلا ءانيم يف ديدج فيصر حاتتفا", "نفسلا لبقتسي فيصرلا نإ ةرازولا تلاق", ".ءاثالثلا ذنم"
READ = ("افتتاح رصيف جديد في ميناء الساحل", "قالت الوزارة إن الرصيف يستقبل السفن", "منذ الثلاثاء.")


def text(*pages: Sequence[Drawn]) -> str:
    return source("a.pdf", pdf(*pages)).text


@pytest.mark.parametrize(("name", "joined"), [("printed.pdf", 5), ("printed-naskh.pdf", 3)])
def test_what_chromium_prints_is_read_as_it_was_written(name: str, joined: int) -> None:
    """Its letters lie partly in the order in which they are seen; marks and dots stand for their letters."""
    read = source("a.pdf", (PRINTED / name).read_bytes())
    assert read.text == unicodedata.normalize("NFC", TEXT)
    assert (read.format, dict(read.repairs)) == ("pdf", {"joined-lines": joined})


def test_rows_of_a_paragraph_are_joined_and_what_stands_apart_is_not() -> None:
    """A title is larger, a paragraph ends where its last row has room left."""
    title = Drawn(FIRST, 500 - 8 * len(FIRST), 740, 16)
    assert text([title, *page_of([SECOND, THIRD, SECOND])]) == f"{READ[0]}\n{READ[1]} {READ[2]}\n{READ[1]}\n"


def test_rows_apart_are_paragraphs_of_their_own() -> None:
    rows = page_of([SECOND, SECOND, SECOND])
    below = [Drawn(x.text, x.x, x.y - 60) for x in rows]
    assert text([*rows, *below]) == f"{' '.join([READ[1]] * 3)}\n{' '.join([READ[1]] * 3)}\n"


def test_words_that_the_file_holds_in_any_order_are_read_where_they_stand() -> None:
    words = [Drawn("رصيف"[::-1], 440, 700), Drawn("جديد"[::-1], 412, 700), Drawn("افتتاح"[::-1], 470, 700)]
    assert text(words) == "افتتاح رصيف جديد\n"


def test_a_row_of_cells_has_tabs_between_them() -> None:
    rows = [
        Drawn(x, at, y)
        for y, row in ((700, ("31", "كوكرك")), (684, ("14", "ىلايد")))
        for x, at in zip(row, (300, 460), strict=True)
    ]
    assert text(rows) == "كركوك\t31\nديالى\t14\n"


def test_what_each_page_repeats_is_left_once_and_breaks_no_paragraph() -> None:
    def page(number: int) -> list[Drawn]:
        """Its head and its number are drawn last, as many programs do."""
        rows = page_of([f"{SECOND} {'ابج'[number - 1]}"] * 6)
        return [*rows, Drawn("أفرملا ةفيحص", 250, 780), Drawn(str(number), 300, 20)]

    read = source("a.pdf", pdf(page(1), page(2), page(3)))
    body = " ".join(f"{letter} {READ[1]}" for letter in "ابج" for _ in range(6))
    assert read.text == f"صحيفة المرفأ\n{body}\n3\n"
    assert dict(read.repairs) == {"page-furniture": 4, "joined-lines": 17}


def test_a_row_that_reads_from_the_left_keeps_its_order() -> None:
    assert text([Drawn("Ports of the coast, 2023: ةفيحص أفرملا", 60, 700)]).startswith("Ports of the coast, 2023: ")


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (pdf([]), "file-without-text"),
        (pdf(page_of([SECOND]), locked=True), "file-locked"),
        (pdf(page_of([SECOND]))[:200], "file-broken"),
        (b"", "file-broken"),
        ("نص عادي".encode(), "file-broken"),
        (pdf(page_of(["\ue001\ue002\ue003"])), "pdf-letters"),
        (b"PK\x03\x04 word/document.xml", "file-misnamed"),
    ],
    ids=["pictures", "locked", "cut", "empty", "text", "no letters", "Word"],
)
def test_a_file_that_cannot_be_read_is_told_with_its_reason(data: bytes, rule: str) -> None:
    assert refused("a.pdf", data).rule == rule


def test_a_latin_word_that_a_row_breaks_is_whole() -> None:
    rows = [
        Drawn("the ministers met in the capital to dis-", 60, 700),
        Drawn("cuss the harvest of the coming season so", 60, 684),
    ]
    assert (
        text([*rows, Drawn("on.", 60, 668)])
        == "the ministers met in the capital to discuss the harvest of the coming season so on.\n"
    )
