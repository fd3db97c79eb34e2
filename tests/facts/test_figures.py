"""Figures: the cases, the five seeds, numbers in words against a speller of their own, and the table of rules."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import clean
from generator.facts import figures
from generator.facts.numbers.amounts import NumberParser
from generator.lexicon import load_lexicon
from generator.lexicon.dates import HIJRI_MONTH, MONTH
from generator.model import Cleaned, Facts, Figure, Line, Source
from generator.place import DATA
from generator.reading.line import read_text
from generator.reading.numerals import items, numeral_value
from generator.source.read import read_folder
from tests import figurecases, five
from tests.arabicnumbers import CASES, GENDERS, spell

SEEDS = five.SEEDS
RULES: dict[str, Any] = yaml.safe_load((DATA / "language/rules" / "figures.yml").read_text(encoding="utf-8"))
HELD_OUT_WRONG = 0
# What the seeds say, by reading: (line, words, value, low, high, approximate, kind).
Gold = tuple[int, str, float | None, float | None, float | None, bool, str]
GOLD: dict[str, list[Gold]] = {
    "000_df4c0d42261ce1aa.txt": [],
    "001_84b9d23c19d35bde.txt": [],
    "002_5906e71ed4f50e03.txt": [
        (31, "عامين", 2, 2, 2, False, "duration"),
        (31, "10000", 10000, 10000, 10000, True, "count"),
        (31, "2000", 2000, 2000, 2000, True, "count"),
        (34, "60 ألف", 60000, 60000, None, False, "count"),
        (34, "عشرات الجنسيات", None, None, None, False, "count"),
    ],
    "003_c32980064312eb63.txt": [
        (7, "79", 79, 79, 79, False, "count"),
        (7, "4 سنوات", 4, 4, 4, False, "duration"),
        (17, "أسبوعين", 2, 2, 2, False, "duration"),
        (19, "أكثر من عشرة آلاف", 10000, 10000, None, False, "count"),
        (19, "بين خمسة وستة كيلومترات مربعة", None, 5, 6, False, "measure"),
        (24, "آلاف المقاتلين", None, None, None, False, "count"),
        (26, "آلاف المقاتلين", None, None, None, False, "count"),
        (26, "ثمانية فروع", 8, 8, 8, False, "count"),
        (26, "أكثر من 12 شبكة", 12, 12, None, False, "count"),
        (26, "الآف المناصرين", None, None, None, False, "count"),
    ],
    "004_1fae8541d1b1cca3.txt": [],
}


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[Figure, ...]]:
    lexicon = load_lexicon()
    cleaned = {s.name: clean.clean(s, lexicon) for s in read_folder(SEEDS).sources if s.name in GOLD}
    return {name: figures.find(read_text(text), lexicon, Facts()).value for name, text in cleaned.items()}


@pytest.mark.lexicon("language/numbers", "language/rules/figures.yml")
@pytest.mark.parametrize("case", figurecases.read("known.txt"), ids=lambda case: case.text[:40])
def test_a_case_gives_its_figures_and_no_other(case: figurecases.Case) -> None:
    assert not figurecases.score(case).faults


@pytest.mark.lexicon("language/dates")
@pytest.mark.parametrize("month", [w for w, p in load_lexicon().dates.parts.items() if p.code in (MONTH, HIJRI_MONTH)])
def test_a_day_before_any_month_that_dates_know_is_no_figure(month: str) -> None:
    assert figurecases.run(figurecases.Case(f"وصل الوفد خلال 15 {month} إلى المدينة.")) == ()


def test_cases_set_aside_go_as_well_as_stated() -> None:
    scores = [figurecases.score(case) for case in figurecases.read("held-out.txt")]
    assert sum(s.expected - s.hit + s.false for s in scores) <= HELD_OUT_WRONG


@pytest.mark.parametrize("name", GOLD)
def test_a_seed_gives_its_figures_and_no_other(name: str, found: dict[str, tuple[Figure, ...]]) -> None:
    assert len(found[name]) == len(GOLD[name])
    for figure, (line, words, value, low, high, approximate, kind) in zip(found[name], GOLD[name], strict=True):
        assert (figure.line, figure.value, figure.low, figure.high) == (line, value, low, high)
        assert (figure.approximate, figure.kind) == (approximate, kind)
        assert words in figure.text


def test_what_a_figure_counts_is_in_the_words_of_the_text(found: dict[str, tuple[Figure, ...]]) -> None:
    subjects = {f.text: f.subject for f in found["002_5906e71ed4f50e03.txt"]}
    assert subjects["نحو 2000 مقاتل"] == "مقاتل إرهابي أجنبي"
    assert subjects["أكثر من 60 ألف فرد"] == "فرد"
    assert {f.unit for f in found["003_c32980064312eb63.txt"] if f.kind == "measure"} == {"كيلومتر مربع"}


def test_a_figure_is_a_piece_of_its_line_and_says_its_sentence() -> None:
    for case in figurecases.read("known.txt") + figurecases.read("held-out.txt"):
        for figure in figurecases.run(case):
            assert case.text[figure.start : figure.end] == figure.text != ""
            assert figure.text in (figure.sentence or "")
            assert (figure.sentence or "") in case.text


def parsed(text: str) -> float | None:
    row = NumberParser(text, items(text), load_lexicon().numbers)
    number = row.number(0)
    return number.value if number and number.last == len(row.items) else None


_WORDS = st.sampled_from(
    [
        "ثلاثة",
        "وعشرون",
        "ألفا",
        "ونصف",
        "المليون",
        "12",
        "٬5",
        "1.5",
        "-",
        "%",
        "$",
        "بين",
        "و",
        "أكثر من",
        "عامين",
        "سنة",
        "بضع",
        "مئات",
        "آلاف",
        "من",
        "إلى",
        "شخص",
        "الأشهر",
        "الستة",
        "الـ24",
        "عام",
        "2014",
        "(",
        ")",
        "،",
        ".",
        "",
        "في المئة",
        "على الأقل",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=25))
def test_no_line_breaks_the_rules_and_every_figure_is_a_piece_of_it(words: list[str]) -> None:
    line = " ".join(words)
    found = figurecases.run(figurecases.Case(line))
    assert all(line[f.start : f.end] == f.text and f.text.strip() for f in found)
    assert all(f.low is None or f.high is None or f.low <= f.high for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


NUMBERS = (
    *range(10000),
    *(n * 1000 for n in range(10, 1000)),
    *(n * 1_000_000 for n in (*range(1, 121), 200, 255, 300, 999)),
    *(n * 1_000_000_000 for n in range(1, 31)),
    12_345, 98_701, 100_100, 210_011, 999_999, 1_000_001, 2_500_000, 17_203_045, 3_000_120_000,
)  # fmt: skip


@pytest.mark.dear
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("gender", GENDERS)
def test_a_number_spelled_out_is_read_back(gender: str, case: str) -> None:
    wrong = [(n, words) for n in NUMBERS if parsed(words := spell(n, gender, case)) != n]
    assert not wrong, wrong[:10]


@pytest.mark.parametrize("prefix", ["و", "ب", "ل"])
def test_a_number_is_read_with_a_letter_before_it(prefix: str) -> None:
    assert parsed(prefix + "ثلاثة وعشرين ألفا") == 23000


@pytest.mark.lexicon("language/numbers", "language/rules/figures.yml")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثلاثمائة", 300),
        ("ثلاث مائة", 300),
        ("ثمانمئة", 800),
        ("مائتا ألف", 200_000),
        ("ألفًا وخمسمئة", 1500),
        ("ألفا", 2000),
        ("مليون ونصف المليون", 1_500_000),
        ("نصف مليون", 500_000),
        ("12 ألفا و500", 12_500),
        ("1.5 مليون", 1_500_000),
        ("٢٫٥ مليار", 2_500_000_000),
    ],
)
def test_other_spellings_of_numbers(text: str, value: float) -> None:
    assert parsed(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250", 1250), ("1.250.000", 1_250_000), ("١٬٢٠٠", 1200), ("7٫5", 7.5), ("3,4", 3.4),
        ("0.375", 0.375), ("10.5.2019", None),
        ("007", None), ("1,250.75", 1250.75), ("۴۲", 42), ("12,34,56", None),
    ],
)  # fmt: skip
def test_separators_of_both_scripts(text: str, value: float | None) -> None:
    assert numeral_value(text) == value


@pytest.mark.lexicon("language/numbers", "language/rules/figures.yml")
@pytest.mark.parametrize("rule", RULES)
def test_the_example_of_a_rule_triggers_it(rule: str) -> None:
    assert {f.rule for f in figurecases.run(figurecases.Case(RULES[rule]["example"]))} == {rule}


def test_every_rule_used_stands_in_the_table(found: dict[str, tuple[Figure, ...]]) -> None:
    cases = figurecases.read("known.txt") + figurecases.read("held-out.txt")
    used = {f.rule for case in cases for f in figurecases.run(case)} | {f.rule for each in found.values() for f in each}
    assert used <= set(RULES)
    assert all(set(rule["reason"]) == {"ar", "en"} for rule in RULES.values())


def test_a_figure_that_nothing_decides_has_no_value_and_tells_both_readings() -> None:
    """The page and the maintainers' notes can then say so; no reading is chosen."""
    (figure,) = figurecases.run(figurecases.Case("بلغ سعر الأونصة 1.250 دولار."))
    assert (figure.value, figure.low, figure.high, figure.readings) == (None, None, None, (1250, 1.25))


def test_the_marks_of_an_article_decide_across_its_lines() -> None:
    """«12.500.000» and «7,5» in one line show what a lone sign means in another."""
    lines = (Line(1, "نما الاقتصاد 7,5 بالمئة.", "body", "case"), Line(2, "بلغ السعر 1.250 دولار.", "body", "case"))
    found = figures.find(read_text(Cleaned(Source("a.txt", "", "utf-8", ""), "ar", lines)), load_lexicon(), Facts())
    assert [figure.value for figure in found.value] == [7.5, 1250]
    assert not found.problems
