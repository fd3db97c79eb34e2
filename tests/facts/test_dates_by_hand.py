"""A date has a second reading only where there are two, and what is known by its month is known for all of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.facts.dating.bounds import known_steps
from generator.facts.dating.expressions import expressions
from generator.lexicon.chronology import Chronology
from generator.lexicon.dates import OTHER, Numbered
from generator.lexicon.loading import read_record
from generator.place import DATA
from generator.reading.line import ReadLine
from tests import dossiers

LEXICON = dossiers.LEXICON


@pytest.mark.parametrize(
    ("written", "read", "other"),
    [
        ("05/05/2018", "2018-05-05", None),
        ("05/06/2018", None, "2018-05-06"),
        ("25/06/2018", "2018-06-25", None),
        ("06/25/2018", "2018-06-25", None),
        ("05.06.2018", "2018-06-05", None),
        ("٠٥/٠٦/٢٠١٨", "2018-06-05", None),
    ],
)
def test_a_day_that_may_be_a_month_is_doubtful_only_where_that_is_another_date(
    written: str, read: str | None, other: str | None
) -> None:
    (found,) = expressions(f"نشر في {written} صباحا", LEXICON.dates)
    assert (found.value, found.other and found.other.iso) == (read, other)


def test_a_term_that_ends_in_a_month_holds_until_its_last_day() -> None:
    esper = replace_terms("us-defense-esper", (("2019-07", "2020-11"),))
    line = ReadLine(1, "وأعلن وزير الدفاع الأمريكي مارك إسبر أن القوات ستبقى.", "body", "x")
    ((span,),) = (step.spans for step in known_steps([line], LEXICON.dates, esper))
    assert (span.first, span.last) == (dt.date(2019, 7, 1), dt.date(2020, 11, 30))


def replace_terms(id_: str, terms: tuple[tuple[str, str], ...]) -> Chronology:
    """The chronology of one office, held so."""
    fact = LEXICON.chronology.by_id[id_].model_copy(update={"terms": terms})
    return replace(LEXICON.chronology, facts=(fact,))


def test_a_phrase_that_means_no_date_is_none() -> None:
    never = read_record(DATA / "language/dates/relative.yml", Numbered).never
    assert never and {LEXICON.dates.parts[phrase].code for phrase in never} == {OTHER}
