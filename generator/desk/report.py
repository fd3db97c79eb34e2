"""What a person sees on the console: progress, a table of problems, a line of results; plain when not a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from generator.lexicon.wording import Wording
from generator.model import LEVELS, Level, Problem
from generator.reading.letters import display
from generator.reading.masks import shown

_STYLES: dict[Level, str] = {"error": "bold red", "warning": "yellow", "note": "dim"}

# What is wrong with a sidecar or a lexicon is said in its editor's language too.
_BY_HAND = ("sidecar-", "lexicon-")


def show_problems(console: Console, problems: Iterable[Problem], wording: Wording) -> None:
    """A table of problems on a terminal, one line each elsewhere; the gravest first."""
    safe = (_safe(problem, wording) for problem in problems)
    in_order = sorted(safe, key=attrgetter("order"))
    if console.is_terminal and in_order:
        console.print(_table(in_order, wording))
        return
    for problem in in_order:
        told = wording.tell(problem)
        console.print(f"{problem.level}: {_place(problem)}: {told.said}", markup=False, soft_wrap=True)
        _in_arabic(console, problem, wording)


def _in_arabic(console: Console, problem: Problem, wording: Wording) -> None:
    if problem.rule.startswith(_BY_HAND):
        told = wording.tell(problem, "ar")
        console.print(f"  {told.said}", markup=False, soft_wrap=True)


def _table(problems: list[Problem], wording: Wording) -> Table:
    table = Table("level", "file", "line", "problem", "remedy", title="Problems", title_justify="left")
    for problem in problems:
        told, style = wording.tell(problem), _STYLES[problem.level]
        arabic = wording.tell(problem, "ar") if problem.rule.startswith(_BY_HAND) else None
        table.add_row(
            f"[{style}]{problem.level}[/]",
            escape(problem.file),
            str(problem.line or ""),
            escape(told.message + (f"\n{arabic.message}" if arabic else "")),
            escape(told.remedy + (f"\n{arabic.remedy}" if arabic else "")),
        )
    return table


def _place(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}" if problem.line else problem.file


def _safe(problem: Problem, wording: Wording) -> Problem:
    """The problem with nothing in it that would steer a terminal, and withheld names as words."""
    words = wording.say("withheld")
    values = tuple((name, display(shown(value, words))) for name, value in problem.values)
    return replace(problem, file=display(shown(problem.file, words)), values=values)


def counts_in_words(problems: Iterable[Problem]) -> str:
    """Problems in a few words: «1 error, 2 notes», or «no problems»."""
    counts: Counter[Level] = Counter(p.level for p in problems)
    said = [f"{counts[level]} {level}{'s' * (counts[level] > 1)}" for level in LEVELS if counts[level]]
    return ", ".join(said) or "no problems"
