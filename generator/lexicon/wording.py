"""The words of the interface and of problems, with plural forms chosen by CLDR's rules; how addresses are spelled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale

from generator.lexicon.loading import Bilingual, LexiconError, Record, read_mapping, record_table
from generator.model import Problem

_PLURAL = Locale.parse("ar").plural_form
_FORMS = ("zero", "one", "two", "few", "many", "other")


class Told(Record):
    """A problem in words of one language: what is wrong, and what to do about it."""

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
    problems: Mapping[str, Bilingual[Told]]
    letters: Mapping[str, str]

    def say(self, message: str, count: int | None = None, **values: object) -> str:
        """A message with its {names} filled in; `count` chooses among plural forms and fills {n}.

        Raises LexiconError for a message that is missing, or that asks for a name that it is not given.
        """
        found = self.forms(message)
        if not isinstance(found, str):
            if count is None:
                raise LexiconError(f"data/wording: {message}: one string is needed, not a form for each number")
            found = found[_PLURAL(count)]
        return _filled(found, {"n": count, **values}, f"data/wording: {message}")

    def forms(self, message: str) -> str | Mapping[str, str]:
        """A message as it stands: a string, or its plural forms. Raises LexiconError for one that is missing."""
        found = self.messages.get(message)
        if found is None:
            raise LexiconError(f"data/wording: no file there has the message {message}")
        return found

    def tell(self, problem: Problem, language: str = "en") -> Told:
        """A problem in words of a language, "ar" or "en"."""
        found = self.problems.get(problem.rule)
        if found is None:
            raise LexiconError(f"data/wording: no file there has the problem {problem.rule}")
        told = found.ar if language == "ar" else found.en
        values, where = dict(problem.values), f"data/wording: {problem.rule}"
        return Told(message=_filled(told.message, values, where), remedy=_filled(told.remedy, values, where))


def _filled(text: str, values: Mapping[str, object], where: str) -> str:
    """A wording with its {names} filled in. Raises LexiconError for braces that hold none of them."""
    try:
        return text.format_map(values)
    except (LookupError, ValueError, AttributeError) as error:
        raise LexiconError(f"{where}: the braces in «{text}» hold something else than {', '.join(values)}") from error


def load_wording(data: Path) -> Wording:
    """Read languages/*.yml, problems/*.yml and letters.yml. Raises LexiconError."""
    messages: dict[str, str | Mapping[str, str]] = {}
    for path in sorted((data / "wording/languages").glob("*.yml")):
        for key, value in read_mapping(path).items():
            messages[key] = _message(path, key, value)
    problems = {
        rule: wording
        for path in sorted((data / "wording/problems").glob("*.yml"))
        for rule, wording in record_table(path, Bilingual[Told]).items()
    }
    return Wording(messages, problems, _letters(data / "language/letters.yml"))


def _letters(path: Path) -> dict[str, str]:
    letters = read_mapping(path)
    if not all(isinstance(spelled, str) for spelled in letters.values()):
        raise LexiconError(f"{path}: every letter needs a string")
    return dict(letters)


def _message(path: Path, key: str, value: object) -> str | Mapping[str, str]:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and set(value) == set(_FORMS):
        return value
    raise LexiconError(f"{path}: {key}: a string, or the six forms {', '.join(_FORMS)}, is needed")
