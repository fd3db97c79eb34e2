"""How a command ends: by which exit code, with which words, and where it says them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator import cli, start
from generator.desk.ends import tell_outcome
from generator.desk.terminal import any_letter_is_printed
from generator.model import Level, Problem
from generator.site.making import count_pages
from tests import dossiers


def outcome(*levels: Level) -> start.Outcome:
    return start.Outcome(1, 1, tuple(Problem(level, "a.txt", 1, "seed-empty") for level in levels))


@pytest.mark.parametrize(
    ("levels", "strict", "ends"),
    [(("error",), True, True), (("error",), False, False), (("warning", "note"), True, False), ((), True, False)],
)
def test_strict_fails_for_an_error_alone(levels: tuple[Level, ...], strict: bool, ends: bool) -> None:
    with click.Context(cli.main, obj=dossiers.TERMINAL):
        if ends:
            with pytest.raises(SystemExit) as left:
                tell_outcome(outcome(*levels), "site", "x", strict)
            assert left.value.code == 1
        else:
            tell_outcome(outcome(*levels), "site", "x", strict)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--seeds", "."], "--seeds names the texts"),
        (["--seeds", ".", "--commits", "a", "b", "."], "--seeds names the texts"),
        (["."], "Name two folders"),
        ([".", ".", "."], "Name two folders"),
        ([], "Name two folders"),
    ],
)
def test_a_comparison_that_is_asked_for_wrongly_is_wrong_usage(arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(cli.main, ["diff", *arguments])
    assert done.exit_code == 2 and said in " ".join(done.stderr.split()) and not done.stdout


def test_what_went_wrong_is_said_apart_from_what_other_programs_read(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli.main, ["generate", "--seeds", str(tmp_path), "--docs", str(tmp_path / "docs")])
    assert (done.exit_code, done.stdout) == (2, "") and done.stderr.startswith("mujaz: ")


def test_a_dossier_that_is_to_be_one_may_have_no_text_yet(tmp_path: Path) -> None:
    seeds = dossiers.folder(tmp_path, {"dossier.yml": "name: ملف"})
    done = CliRunner().invoke(cli.main, ["generate", "--seeds", str(seeds), "--docs", str(tmp_path / "docs")])
    assert done.exit_code == 0 and "0 articles" in done.output


def test_pages_are_counted_without_the_files_beside_them() -> None:
    files = ("index.md", "articles/index.md", "data/articles/x.json", "search/search.js")
    assert count_pages(files) == 2


def test_a_file_whose_name_holds_a_withheld_one_is_told_by_what_is_left_of_it() -> None:
    assert cli._path(Path("seeds/سمير.txt"), "….txt") == "….txt"
    assert cli._path(Path("seeds/a.txt"), "a.txt") == "seeds/a.txt"


@pytest.mark.parametrize("terminal", [True, False])
def test_any_letter_is_printed_where_the_system_has_no_arabic(terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where what is written for another program or into a file has Western letters alone."""
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="cp1252", write_through=True)
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stdout", stream)
    any_letter_is_printed()
    sys.stdout.write("ملف é")
    assert written.getvalue() == ("??? é".encode("cp1252") if terminal else "ملف é".encode())
