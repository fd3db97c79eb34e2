"""Tables and verse on an article's page: rows and halves stay what they are, with their ids and marks."""

from __future__ import annotations

import pytest

from generator.model import Line
from generator.pages.blocks import Block, blocks
from generator.pages.marks import Mark
from generator.reading.columns import verses

HALVES = (
    "إذا المرءُ لم يرحم ديارَ أهلِه       فكل ديارٍ بعدها سوف تُهجرُ",
    "وإن هو لم يحمل على النفسِ ضيمَها       فليس إلى حسنِ الثناءِ له ممرُ",
)


def shown(*texts: str, verdict: str = "body", marks: dict[int, tuple[Mark, ...]] | None = None) -> list[Block]:
    lines = tuple(Line(at, text, verdict, "x") for at, text in enumerate(texts, start=1))  # type: ignore[arg-type]
    return list(blocks(lines, marks or {}))


def words(block: Block) -> list[list[str]]:
    return [[str(cell.html) for cell in row] for row in (block.head, *block.rows) if row]


ROWS = [["المدينة", "المدارس"], ["النهر", "12"], ["الساحل", "8"]]


@pytest.mark.parametrize(
    "texts",
    [
        ("المدينة\tالمدارس", "النهر\t12", "الساحل\t8"),
        ("المدينة | المدارس", "النهر | 12", "الساحل | 8"),
        ("المدينة      المدارس", "النهر        12", "الساحل       8"),
        ("المدينة", "المدارس", "النهر", "12", "الساحل", "8"),
    ],
    ids=["tabs", "bars", "gaps", "a cell a line"],
)
def test_a_table_keeps_its_rows_and_numbers_however_it_is_written(texts: tuple[str, ...]) -> None:
    (block,) = shown(*texts, verdict="table")
    assert (block.kind, words(block), len(block.head)) == ("table", ROWS, 2)
    cells = [cell for row in (block.head, *block.rows) for cell in row]
    assert [cell.line for cell in cells if cell.line] == list(range(1, len(texts) + 1))


def test_cells_that_make_no_columns_stay_one_below_the_other() -> None:
    (block,) = shown("النهر", "12", "3", "الساحل", "8", verdict="table")
    assert words(block) == [["النهر"], ["12"], ["3"], ["الساحل"], ["8"]]


def test_a_mark_in_a_cell_stands_on_its_words_alone() -> None:
    mark = Mark(8, 10, "w2-8-10", "figures")
    (block,) = shown("المدينة\tالمدارس", "النهر  \t12", verdict="table", marks={2: (mark,)})
    name, number = block.rows[0]
    assert (name.html, number.html.count('id="w2-8-10"')) == ("النهر", 1)


def test_halves_of_a_verse_are_shown_beside_each_other() -> None:
    before, poem, after = shown("وقرأ الشاعر أبياتا من قصيدته:", *HALVES, "وصفق له الحاضرون في القاعة طويلا.")
    assert (before.kind, poem.kind, after.kind) == ("text", "verse", "text")
    assert [[str(part) for part in line.parts] for line in poem.lines] == [text.split("       ") for text in HALVES]


@pytest.mark.parametrize(
    "texts",
    [
        ("كلُّ الحقول إلى الماءِ تلتفتُ *** والماءُ عن وجعِ الأشجارِ ملتهي",),
        ("قفوا عند دارٍ خلا أهلُها", "وغابت عن الباب كلُّ المواكبِ", "وكنا إذا جئنا نرى النخلَ", "يُطلُّ علينا خلالَ السحائبِ",
         "فيا أيها الوادي سلامٌ لنا", "عليك وهذا بعضُ الرغائبِ", "سألتُ الصبا عنكم فقالت", "وما تركوا إلا المصائبِ"),
    ],
    ids=["a sign between halves", "a half a line"],
)  # fmt: skip
def test_verse_keeps_its_lines_and_signs(texts: tuple[str, ...]) -> None:
    (block,) = shown(*texts)
    assert (block.kind, [str(line.html).replace("&#42;", "*") for line in block.lines]) == ("verse", list(texts))


@pytest.mark.parametrize(
    "texts",
    [
        ("أعلنت البلدية ... ثم سكتت عن الأمر كله.", "ولم يصدر عنها بعد ذلك أي بيان."),
        ("النهر 12   الساحل 8", "الحي 3   القرية 4"),
        (
            "فتح باب القبول في الجامعات",
            "الأمطار تغلق طرقا في الشمال",
            "انطلاق الدوري يوم الجمعة",
            "معرض الكتاب يمدد أيامه",
        ),
    ],
    ids=["prose", "numbers", "headlines"],
)
def test_what_is_no_verse_stays_paragraphs(texts: tuple[str, ...]) -> None:
    assert verses(texts) == ()
    assert [block.kind for block in shown(*texts)] == ["text"] * len(texts)
