"""What stands on the console: enough of a difference to see it, and of a text what is known or must be asked."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from generator.desk.diff import Side, compare
from generator.desk.differences import show_difference
from generator.desk.explain import _facts
from generator.model import Facts
from tests import dossiers

LONG = "كلمة " * 60


def shown(before: object, after: object) -> str:
    out = io.StringIO()
    sides = (Side({"x.txt": {"file": "x.txt", "value": value}}, {}) for value in (before, after))
    show_difference(Console(file=out, width=500, color_system=None), compare(*sides), dossiers.TERMINAL)
    return out.getvalue()


@pytest.mark.parametrize(("count", "more"), [(3, ""), (4, "… 1 more (--detail)"), (5, "… 2 more (--detail)")])
def test_each_value_that_is_not_shown_is_counted(count: int, more: str) -> None:
    said = shown([1, *range(2, 2 + count)], [1])
    assert said.count("- x.txt") == min(count, 3) and ("more" in said) == bool(more) and more in said


def test_of_two_long_texts_the_place_where_they_part_is_seen() -> None:
    said = shown(f"{LONG}أولى {LONG}", f"{LONG}ثانية {LONG}")
    assert "أولى" in said and "ثانية" in said and len(said) < 700
    assert "…كلمة" in said or "…" in said.split("x.txt", 1)[1][:4]


def test_what_is_short_is_shown_from_its_beginning() -> None:
    """However far on the two part: what is read at a glance is not cut."""
    same = "كلمة " * 8
    assert f"~ x.txt: {same}أولى -> {same}ثانية" in shown(f"{same}أولى", f"{same}ثانية")


def test_two_values_that_differ_never_look_alike() -> None:
    assert '3000 -> "3000"' in shown(3000, "3000")
    was, now = shown(LONG * 2, f"{LONG * 2}آخر").split(" -> ")
    assert "آخر" in now and "آخر" not in was


def test_of_what_a_text_does_not_have_only_what_a_page_speaks_of_is_told_as_unknown() -> None:
    told = dict(_facts(replace(dossiers.article(), facts=Facts()), dossiers.TERMINAL))
    assert {name for name, said in told.items() if said == "unknown"} == {"title", "outlet"}
    assert set(told) == {"title", "outlet", "date"}
