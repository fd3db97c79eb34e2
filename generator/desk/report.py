"""What a person sees on the console: progress, a table of problems, a line of results; plain when not a terminal."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from operator import attrgetter

from rich.console import Console
from rich.markup import escape
from rich.status import Status
from rich.table import Table

from generator.lexicon.wording import Messages, Told, Wording
from generator.model import LEVELS, Level, Problem
from generator.model.teller import Teller
from generator.reading.letters import display
from generator.reading.masks import shown

_STYLES: dict[Level, str] = {"error": "bold red", "warning": "yellow", "note": "dim"}

# What an editor wrote by hand, or put beside the texts, is told in the editor's language too.
_BY_HAND = (
    *("sidecar-", "lexicon-", "settings-", "own-page-", "front-", "asset-"),
    *("folder-", "misplaced"),
)


def show_problems(console: Console, problems: Iterable[Problem], wording: Wording, words: Messages) -> None:
    """A table of problems on a terminal, one line each elsewhere; the gravest first, in the language of the words."""
    safe = (_safe(problem, wording) for problem in problems)
    in_order = sorted(safe, key=attrgetter("order"))
    if console.is_terminal and in_order:
        console.print(_table(in_order, wording, words))
        return
    for problem in in_order:
        told, level = wording.tell(problem, words.language), words.say(f"level.{problem.level}")
        console.print(f"{level}: {_place(problem)}: {told.said}", markup=False, soft_wrap=True)
        if arabic := _in_arabic(problem, wording, words):
            console.print(f"  {arabic.said}", markup=False, soft_wrap=True)


def _in_arabic(problem: Problem, wording: Wording, words: Messages) -> Told | None:
    return wording.tell(problem, "ar") if words.language != "ar" and problem.rule.startswith(_BY_HAND) else None


def _table(problems: list[Problem], wording: Wording, words: Messages) -> Table:
    heads = (words.say(f"problems.{name}") for name in ("level", "file", "line", "problem", "remedy"))
    table = Table(*heads, title=words.say("problems.title"), title_justify="left")
    for problem in problems:
        told, style = wording.tell(problem, words.language), _STYLES[problem.level]
        arabic = _in_arabic(problem, wording, words)
        table.add_row(
            f"[{style}]{words.say(f'level.{problem.level}')}[/]",
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


def counts_in_words(problems: Iterable[Problem], words: Messages) -> str:
    """Problems in a few words: «1 error, 2 notes», or «no problems»."""
    counts: Counter[Level] = Counter(p.level for p in problems)
    said = [words.say(f"count.{level}", counts[level]) for level in LEVELS if counts[level]]
    return words.say("list.comma").join(said) or words.say("problems.none")


class _Spinner:
    """Shows the step at hand, how much of it is done, and how long the rest will take."""

    def __init__(self, status: Status, words: Messages) -> None:
        self._status, self._words, self._begun = status, words, time.monotonic()

    def __call__(self, step: str, done: int = 0, of: int = 0, /) -> None:
        """Be told."""
        words, said = self._words, [self._words.say(f"step.{step}")]
        if done:
            left = (time.monotonic() - self._begun) * (of - done) / done
            said += [words.say("step.far", done=done, of=of), _left(words, left)]
        else:
            self._begun = time.monotonic()
        self._status.update(" ".join(filter(None, (*said, "…"))))


@contextmanager
def progress(words: Messages) -> Iterator[Teller]:
    """A spinner that hears how far a build is; nothing is shown when the output is no terminal."""
    with Console(stderr=True).status(words.say("step.start")) as status:
        yield _Spinner(status, words)


def _left(words: Messages, seconds: float) -> str:
    """About how long, in minutes; nothing of less than half of one."""
    minutes = round(seconds / 60)
    return words.say("step.left", minutes) if minutes else ""
