"""How a command ends: with its results, or with a sentence on what a person can mend; and with which exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import click
from rich.console import Console

from generator import lexicon
from generator.desk.report import counts_in_words, show_problems
from generator.desk.terminal import sentence, terminal_words, words_here
from generator.lexicon import LexiconError
from generator.lexicon.wording import load_wording
from generator.model import Problem
from generator.model.fault import CommandError
from generator.place import DATA
from generator.reading.files import printable
from generator.site.hold import BusyError
from generator.site.publish import PublishError
from generator.source.folder import NamedError
from generator.start import Outcome

BROKEN = (LexiconError, CommandError, OSError)
"""What a person can mend: a wording, what a command cannot take, a file or folder."""


@contextmanager
def faults() -> Iterator[None]:
    """A broken configuration ends with a sentence and exit code 2, not with a traceback."""
    try:
        yield
    except BusyError as error:
        complain(error)
        sys.exit(3)
    except BROKEN as error:
        complain(error)
        sys.exit(2)


def complain(error: Exception) -> None:
    """Say in a sentence what ends a command, after the problems that it is about."""
    if problems := error.problems if isinstance(error, CommandError) else ():
        show_problems(Console(stderr=True), problems, lexicon.load_lexicon().wording, words_here())
    click.echo(f"mujaz: {printable(sentence(error, words_here()))}", err=True)
    if (
        isinstance(error, PublishError | NamedError) and words_here().language != "ar"
    ):  # of a dossier: in its editor's language too
        click.echo(f"  {printable(sentence(error, terminal_words('ar')))}", err=True)


def tell_outcome(outcome: Outcome, made: str, place: str, strict: bool = False, more: tuple[Problem, ...] = ()) -> None:
    """Say what a build made, and what is wrong; under strict that may end the command with 1."""
    console, words = Console(), words_here()
    outcome = replace(outcome, problems=(*outcome.problems, *more))
    if outcome.unchanged:
        # The lexicons are not there yet, and take longer to read than to find out that nothing has changed. The notes,
        # told when the site was built, stand on it.
        grave = (problem for problem in outcome.problems if problem.level != "note")
        show_problems(console, grave, load_wording(DATA), words)
        console.print(words.say("result.unchanged"), soft_wrap=True, highlight=False, markup=False)
    else:
        show_problems(console, outcome.problems, lexicon.load_lexicon().wording, words)
    articles, pages = words.say("count.articles", outcome.articles), words.say("count.pages", outcome.pages)
    problems = counts_in_words(outcome.problems, words)
    counts = words.say("result.counts", articles=articles, pages=pages, problems=problems)
    said = words.say(f"result.{made}", place=place, counts=counts)
    console.print(said, soft_wrap=True, highlight=False, markup=False)
    if strict and _has_error(outcome.problems):
        sys.exit(1)


def _has_error(problems: tuple[Problem, ...]) -> bool:
    return any(problem.level == "error" for problem in problems)
