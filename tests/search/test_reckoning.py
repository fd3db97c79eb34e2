"""Numbers and dates are found in whatever way a text spells them, and nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.lexicon import load_lexicon
from generator.search import Aids
from tests import engine

pytestmark = [pytest.mark.process, pytest.mark.dear]

WORDS = load_lexicon().search
AIDS = Aids(WORDS)
SAME = {
    "60 000": [
        "60 ألف",
        "60 ألفا",
        "ستون ألفا",
        "ستين ألف",
        "وستين ألفا",
        "60,000",
        "٦٠٬٠٠٠",
        "60000",
        "60.000",
        "60k",
    ],
    "10 000": ["10 آلاف", "عشرة آلاف", "10,000", "بعشرة آلاف"],
    "2 000 000": ["مليونين", "مليونان", "2 مليون", "2,000,000", "2 million"],
    "500 000": ["نصف مليون", "500 ألف", "خمسمئة ألف", "خمسمائة ألف", "0.5 مليون"],
    "1 500 000": ["1.5 مليون", "مليون ونصف", "مليون وخمسمئة ألف", "1,5 مليون"],
    "125": ["مئة وخمسة وعشرين", "مائة وخمس وعشرون", "125"],
    "53": ["ثلاثة وخمسين", "ثلاثا وخمسين", "٥٣"],
    "15": ["خمسة عشر", "15"],
    "2500": ["ألفان وخمسمئة", "ألفين وخمسمائة", "2,500"],
}
NOT_SPELT = {"ثلاثا وخمسين"}
DATES = ["السادس من فبراير", "السادس من شباط", "6 فبراير", "٦ شباط", "شباط/فبراير 6", "06 فيفري", "6 Feb"]
ASKED = [
    *DATES,
    "6/2",
    "06/02",
    "6/2/2019",
    "6-2-2019",
    "06.02.2019",
    "2019-02-06",
    "Feb 6",
    "Feb 6, 2019",
    "6th of February",
    "6 February 2019",
    "٦ شباط ٢٠١٩",
    "في السادس من شباط",
    "بالسادس من شباط عام 2019",
]


def found(folder: Path, texts: dict[str, str], queries: list[str]) -> list[dict[str, Any]]:
    documents = [engine.body(name, text) for name, text in texts.items()]
    documents += [engine.body(f"rest{n}", "كلام آخر لا صلة له بما يبحث عنه القارئ") for n in range(4)]
    return engine.answers(folder, documents, queries, aids=AIDS, limit=100)


def addresses(answer: dict[str, Any]) -> list[str]:
    return [hit["url"] for hit in answer["hits"]]


def test_a_number_is_found_in_every_spelling(tmp_path: Path) -> None:
    spellings = {f"{value}/{n}": text for value, texts in SAME.items() for n, text in enumerate(texts)}
    texts = {name: f"قال إن {text} شخص هناك" for name, text in spellings.items()}
    queries = [text for text in spellings.values() if text not in NOT_SPELT]
    for query, answer in zip(queries, found(tmp_path, texts, queries), strict=True):
        value = next(value for value, texts in SAME.items() if query in texts)
        wanted = {
            name
            for name, text in spellings.items()
            if name.startswith(f"{value}/") and text not in NOT_SPELT | {"60k", "2 million"}
        }
        assert wanted <= set(addresses(answer)), query


def test_a_date_is_found_in_every_spelling(tmp_path: Path) -> None:
    texts = {text: f"وصل الوفد في {text} إلى المدينة" for text in DATES}
    texts |= {"other": "وصل الوفد في 7 فبراير", "father": "قال أب من المدينة", "count": "بينهم 6 أطفال و2 من النساء"}
    for query, answer in zip(ASKED, found(tmp_path, texts, ASKED), strict=True):
        seen = addresses(answer)
        assert set(DATES) <= set(seen), query
        assert seen[0] in DATES, query
        assert "father" not in seen, query


def test_a_day_stands_before_its_month_where_both_are_possible(tmp_path: Path) -> None:
    texts = {"day": "في الثالث من أبريل", "month": "في الرابع من مارس", "neither": "بقيت 3 من 4"}
    first, second, none = found(tmp_path, texts, ["3/4", "4/3", "13/4"])
    assert [addresses(first)[:2], addresses(second)[:2]] == [["day", "month"], ["month", "day"]]
    assert (none["total"], none["absent"]) == (0, ["13/4"])


def test_a_year_that_no_text_has_leaves_the_rest_and_a_count_does_not(tmp_path: Path) -> None:
    texts = {"date": "وصل في السادس من فبراير", "war": "هجمات على القرى", "people": "ثلاثة أشخاص"}
    queries = ["6 فبراير 2031", "6/2/2031", "هجمات 2031", "53 شخصا", "53 ألف شخص", "7 فبراير", "2031 هجوما"]
    answers = found(tmp_path, texts, queries)
    assert [addresses(answer)[:1] for answer in answers] == [["date"], ["date"], ["war"], [], [], [], []]
    assert [answer["absent"] for answer in answers[:4]] == [["2031"], ["2031"], ["2031"], ["53"]]


def test_a_number_of_several_words_is_one_thing(tmp_path: Path) -> None:
    """What has «آلاف» of something else, and «عشرة» of another, is no answer, and a number of nothing is told whole."""
    texts = {"ten": "نحو 10000 مقاتل هناك", "thousands": "آلاف المقاتلين وآلاف الأسر", "twelve": "12 ألف مقاتل"}
    ten, twenty, alone = found(tmp_path, texts, ["عشرة آلاف مقاتل", "عشرين ألف مقاتل", "خمسة وسبعين"])
    assert addresses(ten)[0] == "ten"
    assert [(answer["total"], answer["absent"]) for answer in (twenty, alone)] == [
        (0, ["عشرين ألف"]),
        (0, ["خمسة وسبعين"]),
    ]


def test_words_that_are_months_too_need_a_day_or_a_year(tmp_path: Path) -> None:
    texts = {"august": "في 5 آب", "father": "أب مع أولاده", "door": "باب القلعة", "gulf": "في الخامس من أغسطس"}
    father, door, august, day = found(tmp_path, texts, ["أب", "باب", "آب", "5 آب"])
    assert "gulf" not in addresses(father) + addresses(door)
    assert addresses(august)[0] == "august"
    assert set(addresses(day)[:2]) == {"august", "gulf"}
