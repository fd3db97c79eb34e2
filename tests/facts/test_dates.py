"""Date expressions: the cases, a generated table of forms, and what no text may do to the recogniser."""

from __future__ import annotations

import datetime as dt
import re
from itertools import product
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.dating.expressions import Expression, expressions
from generator.facts.dating.signs import FORMS, Signs, may_hold_a_date, next_form
from generator.lexicon import load_lexicon
from generator.lexicon.dates import CALLING
from generator.model.calendar import parse_iso
from generator.reading.letters import fold
from generator.reading.line import read_line

FOLDER = Path(__file__).parents[1] / "cases" / "dates"
WORDS = load_lexicon().dates
SIGN_CODES = "dkYHnOWMUsioaevrfcebu&TqmtANRx_/-.,:()|"
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

GULF = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
LEVANT = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
MOROCCO = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"]
MAGHREB = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
MAURITANIA = [
    "يناير",
    "فبراير",
    "مارس",
    "إبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغشت",
    "شتمبر",
    "أكتوبر",
    "نوفمبر",
    "دجمبر",
]
FAMILIES = {
    "gulf": GULF,
    "levant": LEVANT,
    "morocco": MOROCCO,
    "maghreb": MAGHREB,
    "mauritania": MAURITANIA,
    "levant / gulf": [f"{a} / {b}" for a, b in zip(LEVANT, GULF, strict=True)],
    "gulf/levant": [f"{b}/{a}" for a, b in zip(LEVANT, GULF, strict=True)],
    "levant (gulf)": [f"{a} ({b})" for a, b in zip(LEVANT, GULF, strict=True)],
    "no hamza": [re.sub("[أإآ]", "ا", name) for name in LEVANT],
}
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
UNITS = ["الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]


def ordinal(day: int) -> str:
    if day <= 10:
        return ["الأول", *UNITS[1:], "العاشر"][day - 1]
    if day < 20:
        return f"{UNITS[day - 11]} عشر"
    tens = "العشرين" if day < 30 else "الثلاثين"
    return tens if day % 10 == 0 else f"{UNITS[day % 10 - 1]} و{tens}"


LAYOUTS = (
    "{d} {month} {y}",
    "{w} {d} {month} {y}",
    "{w}، {d} {month}، {y}",
    "يوم {w} الموافق {d} {month} {y}م",
    "{o} من {month} {y}",
    "{o} من شهر {month} من العام {y}",
    "{d} من {month} عام {y}",
    "{d} / {month} / {y}",
    "{d}-{month}-{y}",
)
DAYS = [dt.date(2010 + (month * 3) % 15, month, 1 + (month * 7) % 28) for month in range(1, 13)]


def table() -> list[tuple[str, str]]:
    """Family, layout, month and system of digits, each with its ISO date."""
    rows = []
    for (_, months), layout, day in product(FAMILIES.items(), LAYOUTS, DAYS):
        values = {"d": day.day, "o": ordinal(day.day), "w": WEEKDAYS[day.weekday()], "y": day.year}
        text = layout.format(month=months[day.month - 1], **values)
        digits = (None, INDIC, PERSIAN)[(day.month + len(layout)) % 3]
        rows.append((text.translate(digits) if digits else text, day.isoformat()))
    return rows


def numeric_table() -> list[tuple[str, str]]:
    """Numbers alone, where their order is decidable, and words in English."""
    rows = []
    for day, mark in product(DAYS, "/-."):
        late = day.replace(day=13 + day.month)
        y, m, d = late.year, late.month, late.day
        rows += [(f"{y}{mark}{m:02d}{mark}{d}", late.isoformat()), (f"{d}{mark}{m}{mark}{y}", late.isoformat())]
        rows.append((f"{d} {mark} {m:02d} {mark} {y}".translate(INDIC), late.isoformat()))
    for day in DAYS:
        name = str(Locale.parse("en").months["format"]["wide"][day.month])
        short = f"{name[:3]}."
        rows += [(f"{n} {day.day}, {day.year}", day.isoformat()) for n in (name, short)]
        rows.append((f"{day.day}th {name} {day.year}", day.isoformat()))
    return rows


def values(text: str) -> list[str]:
    return [e.value for e in expressions(text, WORDS) if e.value]


def lines(file: str) -> list[tuple[str, str]]:
    raw = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    used = [line for line in raw if line.strip() and not line.startswith("#")]
    return list(zip(used[::2], used[1::2], strict=True))


@pytest.mark.lexicon("language/dates")
@pytest.mark.parametrize(("text", "expected"), lines("expressions.txt") + lines("held-out-expressions.txt"))
def test_a_line_gives_its_dates_and_no_others(text: str, expected: str) -> None:
    """Every case of a line with its dates in order."""
    assert " ".join(values(text)) == expected.replace("-", "", expected == "-")


@pytest.mark.lexicon("language/dates")
def test_every_form_of_the_table_parses() -> None:
    """Families, digits, layouts, weekdays and ordinals: each form, alone and inside a sentence, gives its one day."""
    rows = table() + numeric_table()
    assert len({text for text, _ in rows}) >= 800
    wrong = [
        (t, iso)
        for t, iso in rows
        for shape in ("{}", "افتُتح المعرض في {} بالعاصمة.")
        if values(shape.format(t)) != [iso]
    ]
    assert not wrong, wrong[:5]


@pytest.mark.lexicon("language/dates")
def test_months_of_the_table_are_known_to_cldr_too() -> None:
    """No wide month name of an Arabic-speaking country is missing from the lexicon."""
    for code in ("ar_EG", "ar_SY", "ar_IQ", "ar_LB", "ar_JO", "ar_MA", "ar_TN", "ar_DZ", "ar_MR", "ar_SA", "ar_LY"):
        for number, name in Locale.parse(code).months["format"]["wide"].items():
            found = values(f"5 {name} 2020")
            assert found == [f"2020-{number:02d}-05"], (code, name, found)


@pytest.mark.lexicon("language/dates")
def test_each_weekday_is_known_and_contradicts_the_days_of_others() -> None:
    """By the names that CLDR has for Arabic, English and French; 4 May 2020 was a Monday."""
    for code in ("ar", "en", "fr"):
        for number, name in Locale.parse(code).days["format"]["wide"].items():
            found = [e.fault for e in expressions(f"{name} 4 مايو 2020", WORDS)]
            assert found == [None if number == 0 else "weekday"], (code, name, found)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("الأحد 4 مايو 2020", "weekday"),
        ("31 فبراير 2020", "impossible"),
        ("29/02/2021", "impossible"),
        ("32 مايو 2020", "impossible"),
        ("05/06/2018", "order"),
        ("20 رمضان 1441هـ الموافق 3 مايو 2020", "hijri"),
    ],
)
def test_what_cannot_be_is_marked_and_has_no_value(text: str, fault: str) -> None:
    """A contradiction inside a date is a fault of it."""
    found = next(e for e in expressions(text, WORDS) if e.fault)
    assert (found.fault, found.value) == (fault, None)


def test_an_undecided_order_keeps_both_readings() -> None:
    """05/06/2018 may be two days."""
    found: Expression = expressions("05/06/2018", WORDS)[0]
    assert found.first
    assert found.other
    assert {found.first.iso, found.other.iso} == {"2018-06-05", "2018-05-06"}


@pytest.mark.lexicon("language/dates")
def test_homographs_need_their_own_spelling() -> None:
    """Every word marked as a homograph is one of the months, and alone in a sentence gives no date."""
    doubles = [word for word, part in WORDS.parts.items() if part.exact]
    assert doubles
    for word in doubles:
        assert not values(f"{word} الرجل عمله"), word


@pytest.mark.lexicon("language/dates")
def test_words_of_dates_fold_to_one_part_each() -> None:
    """No two words that fold alike play different parts."""
    seen: dict[str, tuple[str, int]] = {}
    for word, part in WORDS.parts.items():
        assert seen.setdefault(fold(word), (part.code, part.value)) == (part.code, part.value), word


@given(st.text(alphabet="0123٢٣/-.:،() مايونيسانالأحدهـمصآبأمسوفيعام\u200f\u0640\n", max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_a_crash_and_every_span_is_exact(text: str) -> None:
    """Whatever stands in a line, dates lie inside it, in order, and are real."""
    line = text.replace("\n", " ")
    at = 0
    for found in expressions(line, WORDS):
        assert at <= found.start < found.end <= len(line)
        at = found.end
        for part in (found.value or "").split("/"):
            assert not part or part.startswith("--") or parse_iso(part)


def test_a_long_line_costs_little() -> None:
    """Time grows with the length of the line, not with its square."""
    line = "3 مايو 2020 - 10:15 " * 3000
    assert len(expressions(line, WORDS)) == 6000


@settings(max_examples=400)
@given(st.text(alphabet=SIGN_CODES, max_size=24))
def test_no_form_of_a_date_stands_where_none_is_looked_for(codes: str) -> None:
    """The search for all forms at once stops at each sign where one of them fits."""
    signs = Signs(codes, codes, ())
    places = [at for at in range(len(codes)) if any(form.match(codes, at) for _, form in FORMS)]
    for at in places:
        assert next_form(signs, at) == at


@pytest.mark.parametrize("word", sorted(word for word, part in WORDS.parts.items() if part.code in CALLING))
def test_a_line_is_not_let_go_for_want_of_a_number(word: str) -> None:
    """Each word that makes a date by itself, and is no other's beginning, calls for a look at its line."""
    line = read_line(f"قال {word}")
    assert may_hold_a_date(line, WORDS) == any(hit.payload.code in CALLING for hit in WORDS.book.find(line))
