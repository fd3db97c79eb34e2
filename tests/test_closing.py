"""The parts of the tests hold every test once, and their sum is told in one line."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from tests import closing, five

MARKERS = ("dear", "process", "browser", "slow", "hostile", "lexicon")
REPORT = (
    '<?xml version="1.0"?><testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10"'
    ' time="0.1"></testsuite></testsuites>'
)


def parts() -> dict[str, str]:
    """The marker expressions of the targets."""
    text = (five.ROOT / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r"^(QUICK|TEST|FULL|CHECK) := (.+)$", text, re.MULTILINE))


def chosen(expression: str, markers: tuple[str, ...]) -> bool:
    held = {name: name in markers for name in MARKERS}
    return bool(eval(expression, {"__builtins__": {}}, held))  # noqa: S307 - an expression of the Makefile


@pytest.mark.parametrize(
    "markers", [c for n in range(len(MARKERS) + 1) for c in combinations(MARKERS, n)], ids="+".join
)
def test_a_test_runs_in_one_part_and_quick_lies_in_test(markers: tuple[str, ...]) -> None:
    """So that `.ci/run` (check, test but for lexicons, full) leaves out nothing and runs nothing twice."""
    quick, test, full, check = (chosen(parts()[name], markers) for name in ("QUICK", "TEST", "FULL", "CHECK"))
    assert test != full
    assert test or not quick
    left = test and "lexicon" not in markers
    assert check + left + full == 1


def test_failures_and_broken_set_ups_are_failed_and_the_rest_passed() -> None:
    assert closing.counts(REPORT) == closing.Counts(passed=4, failed=3, skipped=3)


def test_the_last_line_is_the_sum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("check", "test"):
        (tmp_path / f"{name}.xml").write_text(REPORT, encoding="utf-8")
    assert closing.main([str(tmp_path / "check.xml"), str(tmp_path / "test.xml")]) == 1
    assert capsys.readouterr().out == "8 passed, 6 failed, 6 skipped\n"


@pytest.mark.parametrize("left", [None, REPORT[:60], ""], ids=["nothing", "half", "an empty file"])
def test_a_run_that_came_to_no_end_has_failed(
    left: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "test.xml").write_text(REPORT.replace('errors="1" failures="2"', 'errors="0" failures="0"'), "utf-8")
    if left is not None:
        (tmp_path / "full.xml").write_text(left, encoding="utf-8")
    assert closing.main([str(tmp_path / "test.xml"), str(tmp_path / "full.xml")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "make full did not come to its end",
        "7 passed, 1 failed, 3 skipped",
    ]


def test_all_passed_is_no_error_and_nothing_at_all_is_one(tmp_path: Path) -> None:
    report = tmp_path / "test.xml"
    report.write_text(REPORT.replace('errors="1" failures="2"', 'errors="0" failures="0"'), encoding="utf-8")
    assert closing.main([str(report)]) == 0
    assert closing.main([]) == 1
