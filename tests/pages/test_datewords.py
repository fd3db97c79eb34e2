"""Dates in words: by the month names and digits that a dossier chooses, and no more precise than what is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import DateFact
from generator.model.calendar import parse_iso
from generator.pages.datewords import date_words, day_words, iso_words, number_words
from generator.source.settings import Settings
from generator.source.settingsfile import parse_settings
from tests import dossiers

WORDING = dossiers.LEXICON.wording


@pytest.mark.parametrize(
    ("months", "may", "august"),
    [
        ("gulf", "مايو", "أغسطس"),
        ("levant", "أيار", "آب"),
        ("morocco", "ماي", "غشت"),
        ("tunisia", "ماي", "أوت"),
        ("mauritania", "مايو", "أغشت"),
    ],
)
def test_months_have_the_names_of_the_region(months: str, may: str, august: str) -> None:
    settings, problems = parse_settings(f"months: {months}")
    assert not problems
    assert iso_words("2021-05-03", WORDING, settings) == f"3 {may} 2021"
    assert iso_words("2021-08", WORDING, settings) == f"{august} 2021"


def test_an_interface_in_another_language_has_its_own_names_of_months() -> None:
    for language, words in (("en", "3 May 2021"), ("fr", "3 mai 2021")):
        assert iso_words("2021-05-03", replace(WORDING, language=language), Settings(months="levant")) == words


@pytest.mark.parametrize(("iso", "words"), [("2021", "2021"), ("2021-05", "مايو 2021"), ("2021-05-03", "3 مايو 2021")])
def test_a_date_is_told_as_precisely_as_it_is_known(iso: str, words: str) -> None:
    date = parse_iso(iso)
    assert date and day_words(date, WORDING, Settings()) == words


def test_digits_are_those_that_the_dossier_chooses() -> None:
    settings, _ = parse_settings("digits: arabic")
    assert iso_words("2021-05-03", WORDING, settings) == "٣ مايو ٢٠٢١"
    assert number_words(1024, settings) == "١٠٢٤"
    assert number_words(1024, Settings()) == "1024"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (DateFact("2021", "year", "stated"), "2021"),
        (DateFact(not_before="2019-03-23", not_after="2020-06-30"), "بين 23 مارس 2019 و30 يونيو 2020"),
        (DateFact(not_before="2019-03-23"), "23 مارس 2019 أو بعده"),
        (DateFact(not_after="2020-06-30"), "30 يونيو 2020 أو قبله"),
        (DateFact(), "تاريخ النشر غير معروف"),
    ],
)
def test_an_articles_date_is_told_with_its_bounds_or_as_unknown(date: DateFact, words: str) -> None:
    assert date_words(date, WORDING, Settings()) == words


def test_what_is_no_date_stays_as_it_is() -> None:
    assert iso_words("قريبًا", WORDING, Settings()) == "قريبًا"


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("name: ملف\nmonths: mars", "settings-choice", 2),
        ("digits: roman", "settings-choice", 1),
    ],
)
def test_a_faulty_setting_is_told_with_its_line(text: str, rule: str, line: int) -> None:
    _, (problem,) = parse_settings(text)
    assert (problem.rule, problem.line, problem.level, problem.file) == (rule, line, "error", "dossier.yml")


def test_a_faulty_setting_costs_no_other() -> None:
    settings, problems = parse_settings("name: ملف: أول\nmonths: mars\ndigits: arabic\n")
    assert (settings.name, settings.months, settings.digits) == ("ملف: أول", "gulf", "arabic")
    assert [p.rule for p in problems if p.level == "error"] == ["settings-choice"]


@pytest.mark.parametrize("text", ["", "# x", "name: 2021-02-31", "name: 2021", None])
def test_settings_may_say_little(text: str | None) -> None:
    assert parse_settings(text)[1] == ()


@pytest.mark.parametrize(
    ("iso", "words"),
    [("--05-03", "3 مايو"), ("--05", "مايو"), ("--02-29", "29 فبراير"), ("2019/2021", "2019"), ("--13", "--13")],
)
def test_a_date_without_a_year_and_a_range_are_told_as_such(iso: str, words: str) -> None:
    assert words in iso_words(iso, WORDING, Settings())
