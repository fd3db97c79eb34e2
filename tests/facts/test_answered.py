"""A question that the editor has answered is gone, whichever field it asks about; others stay."""

from __future__ import annotations

import pytest

from generator.facts.answered import unanswered
from generator.model import DateFact, Facts, Named, Problem, Sidecar, Title
from generator.model.corrections import Correction, Corrections
from tests import dossiers


def asked(rule: str, *values: tuple[str, str]) -> Problem:
    return Problem("note", "a.txt", 3, rule, values)


def left(problem: Problem, sidecar: Sidecar, facts: Facts | None = None, *unmet: Problem) -> bool:
    return unanswered([problem], sidecar, facts or Facts(), unmet) == (problem,)


SAID = Sidecar("a.yml")
BY_EDITOR = Facts(
    title=Title("عنوان", "editorial", None, "sidecar"),
    date=DateFact("2021", "year", "editorial", "certain"),
    outlet=Named("صحيفة الحقل", basis="editorial"),
    author=Named("كاتبة", basis="editorial"),
)


@pytest.mark.parametrize(
    "rule",
    ["title-derived", "date-unknown", "date-contradiction", "outlet-probable", "outlet-contradiction", "author-x"],
)
def test_what_the_editor_states_asks_no_more(rule: str) -> None:
    assert left(asked(rule), SAID)
    assert not left(asked(rule), SAID, BY_EDITOR)


@pytest.mark.parametrize(
    ("rule", "field", "value"),
    [
        ("person-probable", "people", "رنا صلاح"),
        ("figure-two-readings", "figures", "1.250 دولار"),
        ("quote-unclosed", "quotes", "قال الوزير"),
        ("organisation-probable", "organisations", "هيئة الحقل"),
    ],
)
def test_a_correction_answers_for_what_it_names_alone(rule: str, field: str, value: str) -> None:
    sidecar = Sidecar("a.yml", facts=Corrections(lists={field: (Correction(confirm=value),)}))
    unmet = Problem("warning", "a.yml", None, "sidecar-unmatched", (("field", field), ("target", value)))
    assert not left(asked(rule, ("name", value)), sidecar)
    assert left(asked(rule, ("name", "غيره")), sidecar)
    assert left(asked(rule, ("name", value)), sidecar, None, unmet)


def test_errors_and_questions_about_other_fields_stay() -> None:
    assert left(Problem("error", "a.txt", None, "date-unknown"), SAID, BY_EDITOR)
    assert left(asked("mark-unclosed"), SAID, BY_EDITOR)
    assert left(asked("theme-none"), SAID)
    assert not left(asked("theme-none"), Sidecar("a.yml", themes=()))


def test_a_date_and_an_outlet_in_the_sidecar_leave_no_question_about_them() -> None:
    plain, given = dossiers.article(), dossiers.article(given="date: 2021\noutlet: صحيفة الحقل\ntitle: عنوان")
    assert "date-unknown" in {x.rule for x in plain.problems}
    assert not {x.rule.partition("-")[0] for x in given.problems} & {"date", "outlet", "title"}
