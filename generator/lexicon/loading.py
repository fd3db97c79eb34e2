"""Reads YAML into checked records; every fault names its file and field. What several lexicons hold is here."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from generator.lexicon.faults import ValueFault, line_at, value_faults
from generator.model import Problem
from generator.reading.files import damage, decode, printable, read_bytes, strays
from generator.reading.handwritten import Typed, read_typed
from generator.reading.letters import fold, key
from generator.reading.line import ReadLine
from generator.reading.match import Hit, Phrasebook

R = TypeVar("R", bound=BaseModel)
V = TypeVar("V")

ITEMS = "entries"
"""Under this key stand the items of a file that is a list."""
_SELDOM = 100_000
# No folder of a lexicon lies deeper than themes/groups/.
_DEEPEST = 2
_ANY_SIZE = 10_000_000
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LexiconError(Exception):
    """A lexicon that cannot be used; the message names file, field and what is wrong."""


class Record(BaseModel):
    """The base of every YAML record: frozen, strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


def folded(words: Iterable[str]) -> frozenset[str]:
    """Words in match form."""
    return frozenset(map(fold, words))


def _folded_keys(table: Mapping[str, V]) -> dict[str, V]:
    return {fold(word): value for word, value in table.items()}


Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
"""Words or phrases as written, one at least."""
Folded = Annotated[frozenset[str], Field(min_length=1), AfterValidator(folded)]
"""Words in match form, for look-ups by `fold`."""
ByFold = Annotated[dict[str, V], AfterValidator(_folded_keys)]
"""Something for each word in match form."""


class WordList(Record):
    """Words and phrases of one meaning, a list in YAML or one with its `why`; known in match form, found in a text."""

    why: str = ""
    words: Texts

    @model_validator(mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"words": value}

    @cached_property
    def forms(self) -> frozenset[str]:
        """Its words in match form."""
        return frozenset(map(key, self.words))

    @cached_property
    def _book(self) -> Phrasebook[str]:
        return Phrasebook((word, word) for word in self.words if key(word))

    def __contains__(self, word: object) -> bool:
        """Whether it has a word that is in match form."""
        return word in self.forms

    def among(self, words: Iterable[str]) -> bool:
        """Whether one of some words in match form is its own."""
        return not self.forms.isdisjoint(words)

    def find(self, text: str | ReadLine) -> tuple[Hit[str], ...]:
        """Where its words stand in a text, with what is written to them."""
        return self._book.find(text)

    def has(self, text: str | ReadLine) -> bool:
        """Whether a text has one of its words."""
        return bool(self.find(text))

    def spans(self, text: str | ReadLine) -> tuple[tuple[int, int], ...]:
        """The same as spans (start, end)."""
        return tuple((hit.start, hit.end) for hit in self.find(text))

    def first(self, text: str | ReadLine) -> Hit[str] | None:
        """The first of them."""
        return next(iter(self.find(text)), None)


class Bilingual(Record, Generic[V]):
    """Something for readers of both languages."""

    ar: V
    en: V

    def told(self, language: str) -> V:
        """In Arabic for whoever reads that, else in English."""
        return self.ar if language == "ar" else self.en


@contextmanager
def for_good(first: bool = True) -> Iterator[None]:
    """What is made meanwhile stays as long as the program does: the collector of cycles need not search it.

    It did so over and over, for a fifth of the time that 100 texts took to be read. Afterwards it looks after every
    100,000 values that stay, instead of 700: what is read from a text holds no cycles (3 MB more at most, and a
    thirtieth less time for 300 texts than after every 10,000).

    Whoever reads anew while it runs (a site that is served) lets go first of what the last time left: frozen, it would
    stay for good, and hold the lexicon that was read before. What comes over it a moment later is not the `first`.
    """
    if first and gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()
        gc.set_threshold(_SELDOM)


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. Raises LexiconError with the line of a syntax error, in one line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_SafeLoader)  # noqa: S506  safe, in C where it can be
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError, yaml.YAMLError) as error:  # a day that no calendar has is a ValueError
        fault = next(iter(_read_again(path).faults), None)
        where = f"{path}:{fault.line}" if fault and fault.line else str(path)
        opened = "; the quotation mark that opens here is never closed" if fault and fault.kind == "quote" else ""
        raise LexiconError(f"{where}: {' '.join(str(error).split())}{opened}") from error


def _read_again(path: Path, items: str | None = None) -> Typed:
    """A file with the line of every value, which is worth its time only where something is wrong with it."""
    try:
        return read_typed(path.read_text("utf-8"), (), items=items, most=_ANY_SIZE)
    except (OSError, ValueError, RecursionError):
        return Typed(None)


def read_mapping(path: Path) -> dict[str, Any]:
    """The content of a YAML file that maps names to something. Raises LexiconError."""
    value = read_yaml(path)
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise LexiconError(f"{path}: a mapping of names is needed")
    return value


def read_record(path: Path, kind: type[R]) -> R:
    """A YAML file as a record of a kind. Raises LexiconError."""
    return to_record(read_yaml(path), kind, path)


def to_record(value: Any, kind: type[R], path: Path, *at: str | int) -> R:
    """A value of a YAML file as a record of a kind; `at` is its place there. Raises LexiconError with its line."""
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        first = next(value_faults(error, kind))
    raise fault_in(path, first, *at)


def fault_in(path: Path, fault: ValueFault, *at: str | int) -> LexiconError:
    """What to raise for a value of a file that cannot stand: file, line, field and what is wrong."""
    items = ITEMS if at[:1] == (ITEMS,) else None
    line = line_at(_read_again(path, items).lines, (*at, *fault.place)) if path.is_file() else None
    field = ".".join(map(str, (*(at[1:] if items else at), *fault.place))) or "(whole file)"
    return LexiconError(f"{path}:{line}: {field}: {fault.said}" if line else f"{path}: {field}: {fault.said}")


def lexicon_files(folder: Path) -> Iterator[tuple[str, str | Problem]]:
    """What lies in a dossier's lexicon: the text of each file by its path, or the problem that keeps it from being
    read; folders end in a slash. What begins with a dot is nobody's business.
    """
    if strays(folder, folder.parent) or not folder.is_dir():
        rule = "link-outside" if strays(folder, folder.parent) else "lexicon-no-folder"
        yield "", Problem("error", folder.name, None, rule)
        return
    waiting = [folder]
    for place in waiting:
        try:
            paths = sorted(path for path in place.iterdir() if not path.name.startswith("."))
        except OSError as error:
            told = printable((folder.name / place.relative_to(folder)).as_posix())
            yield "", Problem("error", told, None, "seed-unreadable", (("reason", error.strerror or str(error)),))
            continue
        for path in paths:
            name = printable(path.relative_to(folder).as_posix())
            if strays(path, folder) or not path.is_dir():
                yield name, _text_of(path, folder)
            else:
                yield f"{name}/", ""
                waiting += [path] if len(path.relative_to(folder).parts) <= _DEEPEST else []


def _text_of(path: Path, home: Path) -> str | Problem:
    name = f"{home.name}/{printable(path.relative_to(home).as_posix())}"
    data = read_bytes(path, home=home, file=name)
    if isinstance(data, Problem):
        return replace(data, rule=data.rule.replace("seed-too-large", "lexicon-too-large"))
    text = decode(data)
    return text[0] if text else Problem("error", name, damage(data), "lexicon-undecodable")


def records(folder: Path, kind: type[R]) -> Iterator[tuple[str, R]]:
    """Every `*.yml` of a folder as (file name without suffix, record), sorted by name. Raises LexiconError."""
    for path in sorted(folder.glob("*.yml")):
        yield path.stem, read_record(path, kind)


def named_records(folder: Path, kind: type[R]) -> Iterator[tuple[str, R]]:
    """The same, of things that say their own id, which is the name of the file."""
    for name, record in records(folder, kind):
        if (own := getattr(record, "id")) != name:  # noqa: B009
            raise fault_in(folder / f"{name}.yml", ValueFault(("id",), said=f"{own!r} is not the name of the file"))
        yield name, record


def record_table(path: Path, kind: type[R]) -> dict[str, R]:
    """A YAML file that maps ids to records. Raises LexiconError."""
    return {name: to_record(item, kind, path, name) for name, item in read_mapping(path).items()}
