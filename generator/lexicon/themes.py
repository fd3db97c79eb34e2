"""Themes: one YAML a theme, its terms with weights, its exclusions, and sentences that prove it.

Invariant: every term of a loaded theme is spelled out into plain phrases; no pattern is left to be read later.

A term's text is a pattern: «سجن/سجون» is one word or the other, «عناصر?» may be absent, «{group}» stands for each
phrase of themes/groups/group.yml, and « | » divides patterns of which any will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from generator.lexicon.loading import LexiconError, Record, named_records, records
from generator.reading.letters import key
from generator.reading.match import Phrasebook

STRONG = 3.0
"""A term of this weight proves a theme by itself; lighter ones only add to it.

Calibrated on tests/cases/themes: letting terms of weight 2 prove gives 7 false themes more in
80 sentences and finds no true one more.
"""
_MOST_PHRASES = 4_000  # A pattern beyond this is a slip: the widest in use spells out to 912.

Groups = Mapping[str, tuple[str, ...]]
_Text = Annotated[str, Field(min_length=2)]


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class Term(Record):
    """Words typical of a theme. Each of `needs` must stand in the same sentence, fewer than `within` words away."""

    text: tuple[_Text, ...]
    weight: Annotated[float, Field(gt=0, le=4)]
    needs: tuple[_Text, ...] = ()
    within: Annotated[int, Field(ge=1)] | None = None

    _listed = field_validator("text", "needs", mode="before")(_listed)


class Examples(Record):
    """Sentences that have the theme, and near misses that do not; a theme just begun may lack them."""

    yes: tuple[_Text, ...] = ()
    no: tuple[_Text, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _words(cls, value: object) -> object:
        """YAML 1.1 reads the bare keys yes and no as true and false."""
        if not isinstance(value, dict):
            return value
        return {("no", "yes")[key] if isinstance(key, bool) else key: sentences for key, sentences in value.items()}


class Theme(Record):
    """A theme as its file has it."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    label: _Text
    description: _Text
    order: int
    per_hundred: Annotated[float, Field(ge=0, le=100)] = 0
    """What its terms must weigh for each hundred words of an article: what is mentioned in passing weighs less."""
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    exclusions: tuple[_Text, ...] = ()
    examples: Examples


class PhraseGroup(Record):
    """Phrases that patterns name together."""

    phrases: Annotated[tuple[_Text, ...], Field(min_length=1)]


@dataclass(frozen=True)
class ThemeMark:
    """What a phrase stands for: a term or an exclusion of a theme; `term` is the place in the file, from 0."""

    theme: str
    role: Literal["term", "exclusion"]
    phrase: str
    term: int


@dataclass(frozen=True)
class Themes:
    """Every theme, in order of display, with a book of their terms and exclusions and one of the needs words meet."""

    all: tuple[Theme, ...]
    book: Phrasebook[ThemeMark]
    needs: Phrasebook[frozenset[str]]
    denying: Phrasebook[bool]

    @cached_property
    def by_id(self) -> Mapping[str, Theme]:
        """Themes by their id."""
        return {theme.id: theme for theme in self.all}


def load_themes(data: Path) -> Themes:
    """themes/*.yml and themes/groups/*.yml. Raises LexiconError."""
    folder = data / "world/themes"
    groups = {name: group.phrases for name, group in records(folder / "groups", PhraseGroup)}
    found = [theme for _, theme in named_records(folder, Theme)]
    entries = [entry for theme in found for entry in _entries(theme, groups, folder / f"{theme.id}.yml")]
    needs: dict[str, set[str]] = {}
    for need in sorted({need for theme in found for term in theme.terms for need in term.needs}):
        for phrase in plain_phrases(need, groups):
            needs.setdefault(phrase, set()).add(need)
    return Themes(
        tuple(sorted(found, key=lambda theme: (theme.order, theme.id))),
        Phrasebook(entries, loose_article=True, pronouns=True),
        Phrasebook([(phrase, frozenset(meets)) for phrase, meets in needs.items()], loose_article=True),
        Phrasebook([(phrase, True) for phrase in groups["denying"]]),
    )


def _entries(theme: Theme, groups: Groups, path: Path) -> Iterator[tuple[str, ThemeMark]]:
    for at, term in enumerate(theme.terms):
        for field, patterns in (("text", term.text), ("needs", term.needs)):
            phrases = _spelled(patterns, groups, f"{path}: terms.{at}.{field}")
            if field == "text":
                yield from ((p, ThemeMark(theme.id, "term", p, at)) for p in phrases)
    for at, text in enumerate(theme.exclusions):
        phrases = _spelled((text,), groups, f"{path}: exclusions.{at}")
        yield from ((p, ThemeMark(theme.id, "exclusion", p, at)) for p in phrases)


def _spelled(patterns: tuple[str, ...], groups: Groups, where: str) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(phrase for pattern in patterns for phrase in plain_phrases(pattern, groups)))
    except KeyError as error:
        raise LexiconError(f"{where}: there is no group {error}") from error
    except ValueError as error:
        raise LexiconError(f"{where}: {error}") from error


def plain_phrases(pattern: str, groups: Groups) -> tuple[str, ...]:
    """Every plain phrase of a pattern. Raises KeyError for an unknown group, ValueError for an unusable pattern."""
    phrases = dict.fromkeys(phrase for part in pattern.split("|") for phrase in _spell(part, groups))
    if len(phrases) > _MOST_PHRASES:
        raise ValueError(f"{pattern!r} spells out to {len(phrases)} phrases, more than {_MOST_PHRASES}")
    if not all(key(phrase) for phrase in phrases):
        raise ValueError(f"{pattern!r} leaves a phrase without a word")
    return tuple(phrases)


def _spell(part: str, groups: Groups) -> Iterator[str]:
    for words in product(*(_choices(slot, groups) for slot in part.split())):
        yield " ".join(word for word in words if word)


def _choices(slot: str, groups: Groups) -> tuple[str, ...]:
    optional = slot.endswith("?")
    slot = slot.removesuffix("?")
    if "?" in slot:
        raise ValueError(f"«?» belongs at the end of {slot!r}: it makes the whole choice optional")
    named = re.fullmatch(r"\{([a-z-]+)\}", slot)
    if named:
        words = tuple(p for phrase in groups[named[1]] for p in plain_phrases(phrase, {}))
    else:
        words = tuple(slot.split("/"))
    return (*words, "") if optional else words
