"""Dates are never more precise than what is known, and what is no date is none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar import PartialDate, parse_iso


@pytest.mark.parametrize(
    ("text", "iso", "precision", "first", "last"),
    [
        ("2021", "2021", "year", "2021-01-01", "2021-12-31"),
        ("2021-02", "2021-02", "month", "2021-02-01", "2021-02-28"),
        ("2020-2", "2020-02", "month", "2020-02-01", "2020-02-29"),
        ("2021-3-5", "2021-03-05", "day", "2021-03-05", "2021-03-05"),
        ("1900-02-28", "1900-02-28", "day", "1900-02-28", "1900-02-28"),
        ("9999-12-31", "9999-12-31", "day", "9999-12-31", "9999-12-31"),
    ],
)
def test_a_date_means_all_its_days(text: str, iso: str, precision: str, first: str, last: str) -> None:
    date = parse_iso(text)
    assert date
    assert (date.iso, date.precision, str(date.first), str(date.last)) == (iso, precision, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "21",
        "20211",
        "2021-",
        "2021-00",
        "2021-13",
        "2021-01-00",
        "2021-02-29",
        "2021-04-31",
        "2021/03/30",
        "٢٠٢١",
        "0000",
        " 2021",
        "2021\n",
        "2021-03-30T10:00",
        "-2021",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_iso(text) is None


@given(st.dates())
def test_every_day_reads_back(day: dt.date) -> None:
    date = parse_iso(day.isoformat())
    assert date and date.first == date.last == day and date.iso == day.isoformat()


@given(st.text(max_size=12))
def test_no_text_makes_it_fail(text: str) -> None:
    date = parse_iso(text)
    assert date is None or date.first <= date.last


@given(st.integers(1, 9999), st.integers(0, 12))
def test_less_precise_means_more_days(year: int, month: int) -> None:
    whole, part = PartialDate(year), PartialDate(year, month)
    assert whole.first <= part.first <= part.last <= whole.last
    assert parse_iso(part.iso) == part
