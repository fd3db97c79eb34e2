"""What happened to a text on its way is mended, told and counted; a text that needs nothing is left alone."""

from __future__ import annotations

import json

import pytest

from generator.source.formats.reading import Content
from generator.source.formats.repairs import repaired

TEXT = """افتتاح رصيف الحاويات في ميناء الساحل
12 مارس 2023
قالت الوزارة (الثلاثاء) إن «الرصيف الجديد» يستقبل 1,500 حاوية، أي 12.5% من الطاقة.
وأضافت شركة Blue Harbour 2 أن العمل لا يزال جاريا."""
# Forms of the letters by their place, as old PDF programs write them.
FORMS = "ﺍﻓﺘﺘﺎﺡ ﺭﺻﻴﻒ ﺍﻟﺤﺎﻭﻳﺎﺕ ﻻ ﻳﺰﺍﻝ ﺟﺎﺭﻳﺎ"
PLAIN = "افتتاح رصيف الحاويات لا يزال جاريا"


def seen(line: str) -> str:
    """A line in the order in which it is seen, drawn by hand for these texts: right to left, figures from the left."""
    words = line.replace("12.5%", "%12.5").split(" ")
    turned = [w if w.strip("،.%()«»").isascii() else w[::-1] for w in words]
    return " ".join(reversed(turned)).translate(str.maketrans("()«»", ")(»«"))


def mended(text: str) -> tuple[str, dict[str, int]]:
    found = repaired(Content(text, "utf-8"))
    return found.text, dict(found.repairs)


@pytest.mark.parametrize(
    ("given", "right", "repairs"),
    [
        (FORMS, PLAIN, {"presentation-forms": 28}),
        (FORMS[::-1], PLAIN, {"presentation-forms": 28, "reversed-letters": 1}),
        ("عبد ﷲ صلى ﷺ", "عبد الله صلى ﷺ", {"presentation-forms": 1}),
        ("ﻣﹸﻨﺬ ﹰ", "مُنذ ً", {"presentation-forms": 5}),
        (TEXT.replace("\n", "\\n"), TEXT, {"written-line-ends": 3}),
        (TEXT.replace("\n", "\\r\\n") + "\n", TEXT + "\n", {"written-line-ends": 3}),
        (json.dumps(TEXT + '\nقال "نعم"', ensure_ascii=False), TEXT + '\nقال "نعم"', {"written-line-ends": 4}),
        (json.dumps(TEXT), TEXT, {"letters-as-numbers": 120, "written-line-ends": 3}),
        ("قال &quot;نعم&quot; &amp; مضى&#8230;", 'قال "نعم" & مضى…', {"entities": 4}),
        ("سطر\x0bآخر\u2028وثالث", "سطر\nآخر\nوثالث", {"line-separators": 2}),
        ("سط\x02ر", "سطر", {"control-characters": 1}),
    ],
    ids=lambda x: "-".join(x) if isinstance(x, dict) else "",
)
def test_what_a_program_did_to_a_text_is_undone(given: str, right: str, repairs: dict[str, int]) -> None:
    assert mended(given) == (right, repairs)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "",
        "لا\nأولا\nمثلا\nإلا",  # they end as a turned article begins
        r"المسار C:\new\report في الحاسوب" + "\nسطر\nوسطر",
        "AT&T والشركة و&كذا",
        "ىوقال",  # a slip of one word
        "۱۲ مارس ۲۰۲۳",
        "صلى الله عليه وسلم ﷺ",
    ],
)
def test_a_text_that_needs_nothing_is_left_alone(text: str) -> None:
    assert mended(text) == (text, {})


def test_lines_in_the_order_in_which_they_are_seen_are_turned() -> None:
    """Figures and Latin words in them keep their order, brackets and marks open where they opened."""
    found, repairs = mended("\n".join(map(seen, TEXT.split("\n"))))
    assert found == TEXT.replace("Blue Harbour 2", "2 Harbour Blue") and repairs == {"reversed-letters": 4}


def test_a_turned_line_among_others_is_turned_and_they_are_not() -> None:
    found, repairs = mended(f"{TEXT}\n{'مدرسة جديدة في المدينة'[::-1]}")
    assert found == f"{TEXT}\nمدرسة جديدة في المدينة" and repairs == {"reversed-letters": 1}
