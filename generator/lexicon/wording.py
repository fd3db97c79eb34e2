"""The words of the interface and of problems, with plural forms chosen by CLDR's rules; how addresses are spelled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

from generator.lexicon.loading import LexiconError, Record, read_yaml, to_record
from generator.model import Problem

_PLURAL = Locale.parse("ar").plural_form
_FORMS = ("zero", "one", "two", "few", "many", "other")


class Telling(Record):
    """A problem in one language: what is wrong, and what to do about it."""

    message: str
    remedy: str


class ProblemWording(Record):
    """A problem in both languages."""

    ar: Telling
    en: Telling


@dataclass(frozen=True)
class Told:
    """A problem put in words."""

    message: str
    remedy: str

    @property
    def said(self) -> str:
        """Both in one line, as sentences."""
        return f"{self.message.rstrip('.')}. {self.remedy}"


@dataclass(frozen=True)
class Wording:
    """Messages by key; a message is a string, or six plural forms of one."""

    messages: Mapping[str, str | Mapping[str, str]]
    problems: Mapping[str, ProblemWording]
    letters: Mapping[str, str]

    def say(self, message: str, count: int | None = None, **values: object) -> str:
        """A message with its {names} filled in; `count` chooses among plural forms and fills {n}.

        Raises KeyError for a message or name that does not exist: a fault of the code, not of the input.
        """
        found = self.messages[message]
        if isinstance(found, str):
            return found.format(n=count, **values)
        if count is None:
            raise KeyError(f"{message} needs a count")
        return found[_PLURAL(count)].format(n=count, **values)

    def tell(self, problem: Problem, language: str = "en") -> Told:
        """A problem in words of a language, "ar" or "en"."""
        telling: Telling = getattr(self.problems[problem.rule], language)
        values = dict(problem.values)
        return Told(telling.message.format_map(values), telling.remedy.format_map(values))


def load_wording(data: Path) -> Wording:
    """Read languages/*.yml, problems/*.yml and letters.yml. Raises LexiconError."""
    messages: dict[str, str | Mapping[str, str]] = {}
    for path in sorted((data / "languages").glob("*.yml")):
        for key, value in _mapping(path).items():
            messages[key] = _message(path, key, value)
    problems = {
        rule: to_record(value, ProblemWording, f"{path}: {rule}")
        for path in sorted((data / "problems").glob("*.yml"))
        for rule, value in _mapping(path).items()
    }
    return Wording(messages, problems, _mapping(data / "letters.yml"))


def _mapping(path: Path) -> dict[str, Any]:
    value = read_yaml(path)
    if not isinstance(value, dict):
        raise LexiconError(f"{path}: a mapping of keys to wordings is needed")
    return value


def _message(path: Path, key: str, value: object) -> str | Mapping[str, str]:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and set(value) == set(_FORMS):
        return value
    raise LexiconError(f"{path}: {key}: a string, or the six forms {', '.join(_FORMS)}, is needed")
