"""Problems on the console: the gravest first, an editor's in his language too, and nothing that steers a terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from generator.desk.report import counts_in_words, show_problems
from generator.model import Level, Problem
from generator.reading.masks import MASK
from tests import dossiers

WORDING = dossiers.LEXICON.wording
SEED = Problem("warning", "a.txt", 3, "duplicate", (("first", "b.txt"), ("address", "/articles/b/")))
SIDECAR = Problem("error", "z.yml", 2, "sidecar-date", (("key", "date"),))


def shown(*problems: Problem, terminal: bool = False) -> str:
    out = io.StringIO()
    show_problems(
        Console(file=out, width=200, force_terminal=terminal, color_system=None), problems, WORDING, dossiers.TERMINAL
    )
    return out.getvalue()


def test_errors_stand_before_warnings_and_name_file_and_line() -> None:
    first, *_, last = shown(SEED, SIDECAR).splitlines()
    assert first.startswith("error: z.yml:2: ") and last.startswith("warning: a.txt:3: ")


@pytest.mark.parametrize("terminal", [False, True])
def test_what_is_wrong_with_a_sidecar_is_said_in_arabic_too_and_of_a_seed_in_one_language(terminal: bool) -> None:
    for problem, languages in ((SIDECAR, ("en", "ar")), (SEED, ("en",))):
        said = " ".join(shown(problem, terminal=terminal).split())
        for language in ("en", "ar"):
            word = WORDING.tell(problem, language).message.split()[0]
            assert (word in said) == (language in languages), language


def test_a_name_that_would_steer_a_terminal_and_a_mask_are_told_in_words() -> None:
    said = shown(Problem("error", f"a\x1b[31m{MASK * 3}.txt", None, "seed-undecodable"))
    assert "\x1b" not in said and MASK not in said and WORDING.say("withheld") in said


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        (("error",), "1 error"),
        (("note", "error", "note"), "1 error, 2 notes"),
        (("warning", "warning"), "2 warnings"),
        ((), "no problems"),
    ],
)
def test_problems_are_counted_in_words(levels: tuple[Level, ...], words: str) -> None:
    problems = [Problem(level, "a.txt", None, "x") for level in levels]
    assert counts_in_words(problems, dossiers.TERMINAL) == words
