"""The language of the terminal: known before anything is read, so that help, faults and results are told in it.

English where nobody chooses: few terminals join or order Arabic letters, so whoever reads there asks for them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from io import TextIOWrapper
from typing import Any, cast

import click

from generator.lexicon.loading import LexiconError
from generator.lexicon.wording import Messages, load_terminal
from generator.model.fault import CommandError
from generator.place import DATA

LANGUAGES = ("en", "ar")
VARIABLE = "MUJAZ_LANGUAGE"
_OPTION = "--language"


@cache
def terminal_words(language: str) -> Messages:
    """What the program says in a terminal in a language. Raises LexiconError."""
    return load_terminal(DATA, language)


class SpokenCommand(click.Command):
    """A command whose help comes from the catalogue."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows help, told like the others."""
        found = super().get_help_option(ctx)
        if found:
            found.help = _help(words_here(ctx), "option.help")
        return found


class SpokenGroup(SpokenCommand, click.Group):
    """The commands, their help in the language that the command line or the environment asks for."""

    command_class = SpokenCommand

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Choose the language, for help is shown while the command line is still being read."""
        any_letter_is_printed()
        try:
            words = terminal_words(_asked(args))
        except LexiconError as error:
            click.echo(f"mujaz: {error}", err=True)
            sys.exit(2)
        _tell(self, "mujaz", words)
        for name, command in self.commands.items():
            _tell(command, name, words)
        return super().make_context(info_name, args, parent, obj=words, **extra)


def any_letter_is_printed() -> None:
    """Say what is said in UTF-8 where a program reads it; a terminal of another encoding shows `?` for what it lacks.

    Python writes in the system's encoding, which on Windows has no Arabic letter, and would end with an error.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")


def words_here(context: click.Context | None = None) -> Messages:
    """The words of the command that is being run."""
    return cast(Messages, (context or click.get_current_context()).find_root().obj)


def sentence(error: Exception, words: Messages) -> str:
    """What ends a command, in a sentence; where the catalogue lacks it or is broken, that is what is told."""
    try:
        return _sentence(error, words)
    except LexiconError as broken:
        return str(broken)


def _sentence(error: Exception, words: Messages) -> str:
    if isinstance(error, CommandError):
        return words.say(error.message, None, **error.values)
    if isinstance(error, OSError):
        reason = error.strerror or error
        if error.filename:
            return words.say("system.file", file=error.filename, reason=reason)
        return words.say("system.refused", reason=reason)
    return str(error)


def _asked(args: Sequence[str]) -> str:
    """The language that a command line names, else the environment, else English; click refuses any other."""
    before = [*args]
    for at, given in enumerate(before):
        name, equal, value = given.partition("=")
        if name == _OPTION:
            return _known(value if equal else "".join(before[at + 1 : at + 2]))
    return _known(os.environ.get(VARIABLE, ""))


def _known(language: str) -> str:
    return next((each for each in LANGUAGES if each == language), LANGUAGES[0])


def _tell(command: click.Command, name: str, words: Messages) -> None:
    """Give a command and its options their help; what the catalogue lacks stays as the code has it."""
    command.help = _help(words, f"command.{name}") or command.help
    for option in command.params:
        if isinstance(option, click.Option):
            key = (option.name or "").strip("_").replace("_", "-")
            option.help = _help(words, f"option.{name}.{key}") or _help(words, f"option.{key}") or option.help
            if f"option.{name}.{key}" not in words.messages:
                option.show_default = _help(words, f"default.{key}") or option.show_default


def _help(words: Messages, key: str) -> str | None:
    return words.say(key) if key in words.messages else None
