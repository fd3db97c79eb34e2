"""The words of the program, each message once a language, with plural forms chosen by CLDR's rules; how addresses are
spelled.

The site's interface has a folder a language (`interface/ar/`); problems and what a terminal says stand in Arabic and
English side by side. The language is asked for here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from babel import Locale

from generator.lexicon.loading import Bilingual, LexiconError, Record, read_mapping, record_table
from generator.model import Problem
from generator.model.addresses import distinct, spell
from generator.reading.letters import key

LANGUAGE = "ar"
"""Of a site's interface, where nothing else is said."""

Message = str | Mapping[str, str]
"""A string, or a form of it for each kind of number that the language tells apart."""


class Told(Record):
    """A problem in words of one language: what is wrong, and what to do about it."""

    message: str
    remedy: str

    @property
    def said(self) -> str:
        """Both in one line, as sentences."""
        return f"{self.message.rstrip('.')}. {self.remedy}"


@dataclass(frozen=True)
class Messages:
    """Messages of one language by key."""

    language: str
    messages: Mapping[str, Message]

    def say(self, message: str, count: int | None = None, **values: object) -> str:
        """A message with its {names} filled in; `count` chooses among plural forms and fills {n}.

        Raises LexiconError for a message that is missing, or that asks for a name that it is not given.
        """
        found = self.forms(message)
        if not isinstance(found, str):
            if count is None:
                raise LexiconError(f"data/wording: {message}: one string is needed, not a form for each number")
            found = found[_locale(self.language).plural_form(count)]
        if "{" not in found and "}" not in found:
            return found
        return _filled(found, {"n": count, **values}, f"data/wording: {message}")

    def forms(self, message: str) -> Message:
        """A message as it stands: a string, or its plural forms. Raises LexiconError for one that is missing."""
        found = self.messages.get(message)
        if found is None:
            raise LexiconError(f"data/wording: no file there has the message {message}")
        return found

    @cached_property
    def plain(self) -> Mapping[str, str]:
        """The messages that are said as they stand: most are asked for a dozen times a page."""
        found = ((key, said) for key, said in self.messages.items() if isinstance(said, str))
        return {key: said for key, said in found if "{" not in said and "}" not in said}

    @property
    def direction(self) -> str:
        """How the language is written, "rtl" or "ltr"."""
        return str(_locale(self.language).text_direction)


@dataclass(frozen=True)
class Wording(Messages):
    """The interface's messages, beside what every language needs: problems, and Latin letters for addresses."""

    problems: Mapping[str, Bilingual[Told]]
    letters: Mapping[str, str]

    def address_part(self, name: str) -> str:
        """What a name is in an address: its folded words spelled out, with digits of their hash."""
        known = self._address_parts
        if name not in known:
            folded = key(name)
            known[name] = distinct(spell(folded, self.letters), folded)
        return known[name]

    @cached_property
    def _address_parts(self) -> dict[str, str]:
        # Each name is spelled once, 25 µs: half a dozen things ask for it in each article that has it.
        return {}

    def tell(self, problem: Problem, language: str = "en") -> Told:
        """A problem in words of a language; in English where it is not told in that."""
        found = self.problems.get(problem.rule)
        if found is None:
            raise LexiconError(f"data/wording: no file there has the problem {problem.rule}")
        told, values, where = found.told(language), dict(problem.values), f"data/wording: {problem.rule}"
        return Told(message=_filled(told.message, values, where), remedy=_filled(told.remedy, values, where))


def _filled(text: str, values: Mapping[str, object], where: str) -> str:
    """A wording with its {names} filled in. Raises LexiconError for braces that hold none of them."""
    try:
        return text.format_map(values)
    except (LookupError, ValueError, AttributeError) as error:
        raise LexiconError(f"{where}: the braces in «{text}» hold something else than {', '.join(values)}") from error


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@cache
def plural_forms(language: str) -> tuple[str, ...]:
    """The kinds of numbers that a language tells apart, by CLDR's names."""
    return (*sorted(_locale(language).plural_form.tags), "other")


def load_wording(data: Path, language: str = LANGUAGE) -> Wording:
    """Read interface/LANGUAGE/*.yml, problems/*.yml and letters.yml. Raises LexiconError."""
    messages = {
        key: _message(f"{path}: {key}", value, language)
        for path, key, value in _entries(data / "wording/interface" / language)
    }
    problems = {
        rule: wording
        for path in sorted((data / "wording/problems").glob("*.yml"))
        for rule, wording in record_table(path, Bilingual[Told]).items()
    }
    return Wording(language, messages, problems, _letters(data / "language/letters.yml"))


def load_terminal(data: Path, language: str) -> Messages:
    """Read what a terminal says in a language, of terminal/*.yml. Raises LexiconError."""
    return Messages(
        language,
        {
            key: _message(f"{path}: {key}.{language}", _in(value, language), language)
            for path, key, value in _entries(data / "wording/terminal")
        },
    )


def _in(value: object, language: str) -> object:
    return value.get(language) if isinstance(value, dict) else None


def _entries(folder: Path) -> Iterator[tuple[Path, str, object]]:
    """What the files of a folder say under each key. Raises LexiconError for a key of two files."""
    known: dict[str, Path] = {}
    for path in sorted(folder.glob("*.yml")):
        for name, value in read_mapping(path).items():
            if name in known:
                raise LexiconError(f"{path}: {name}: {known[name].name} has this message too; keep one")
            known[name] = path
            yield path, name, value


def _letters(path: Path) -> dict[str, str]:
    letters = read_mapping(path)
    if not all(isinstance(spelled, str) for spelled in letters.values()):
        raise LexiconError(f"{path}: every letter needs a string")
    return dict(letters)


def _message(where: str, value: object, language: str) -> Message:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and _are_strings(value.values()) and set(value) == set(plural_forms(language)):
        return value
    raise LexiconError(f"{where}: a string, or the forms {', '.join(plural_forms(language))}, is needed")


def _are_strings(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)
