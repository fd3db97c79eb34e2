"""Themes: one YAML a theme, its terms with weights, its exclusions, and sentences that prove it.

Invariant: every term of a loaded theme is spelled out into plain phrases; no pattern is left to be read later.

A term's text is a pattern: «سجن/سجون» is one word or the other, «عناصر?» may be absent, «{group}» stands for each
phrase of themes/groups/group.yml, and « | » divides patterns of which any will do. So does «،», which YAML does not
know: whoever writes Arabic types it between the items of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import prod
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.lexicon.faults import ValueFault
from generator.lexicon.loading import Record, fault_in, named_records, read_record, records
from generator.reading.handwritten import most_like
from generator.reading.letters import key
from generator.reading.match import Phrasebook

STRONG = 3.0
"""A term of this weight proves a theme by itself; lighter ones only add to it.

Calibrated on tests/cases/themes: letting terms of weight 2 prove gives 7 false themes more in
80 sentences and finds no true one more.
"""
DIVIDERS = re.compile("[|،]")
_MOST_PHRASES = 4_000  # A pattern beyond this is a slip: the widest in use spells out to 912.

Groups = Mapping[str, tuple[str, ...]]
_Text = Annotated[str, Field(min_length=2)]


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_Patterns = Annotated[tuple[_Text, ...], BeforeValidator(_listed, json_schema_input_type=_Text | tuple[_Text, ...])]
"""Patterns, or one by itself."""


class Term(Record):
    """Words typical of a theme. Each of `needs` must stand in the same sentence, fewer than `within` words away."""

    text: _Patterns
    weight: Annotated[float, Field(gt=0, le=4)]
    needs: _Patterns = ()
    within: Annotated[int, Field(ge=1)] | None = None


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
    """A theme as its file has it. One without `order` stands after those that have one, by its label."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    label: _Text
    label_en: _Text | None = None
    """What readers who type English search for it by; it is never shown."""
    description: _Text
    order: int | None = None
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
    groups: Mapping[str, PhraseGroup] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Theme]:
        """Themes by their id."""
        return {theme.id: theme for theme in self.all}


def load_themes(data: Path) -> Themes:
    """themes/*.yml and themes/groups/*.yml. Raises LexiconError."""
    folder = data / "world/themes"
    denying = read_record(data / "language/denying.yml", PhraseGroup)
    groups = dict(records(folder / "groups", PhraseGroup))
    found = dict(named_records(folder, Theme))
    for theme in found.values():
        for fault in unspelled(theme, groups):
            raise fault_in(folder / f"{theme.id}.yml", fault)
    return themes_of(found, groups, Phrasebook([(phrase, True) for phrase in denying.phrases]))


def themes_of(found: Mapping[str, Theme], groups: Mapping[str, PhraseGroup], denying: Phrasebook[bool]) -> Themes:
    """Themes whose patterns can all be spelled out."""
    known = _phrases(groups)
    entries = [entry for theme in found.values() for entry in _entries(theme, known)]
    needs: dict[str, set[str]] = {}
    for need in sorted({need for theme in found.values() for term in theme.terms for need in term.needs}):
        for phrase in plain_phrases(need, known):
            needs.setdefault(phrase, set()).add(need)
    return Themes(
        tuple(sorted(found.values(), key=_place)),
        Phrasebook(entries, loose_article=True, pronouns=True),
        Phrasebook([(phrase, frozenset(meets)) for phrase, meets in needs.items()], loose_article=True),
        denying,
        groups,
    )


def _place(theme: Theme) -> tuple[bool, int, str, str]:
    return theme.order is None, theme.order or 0, theme.label if theme.order is None else "", theme.id


def _phrases(groups: Mapping[str, PhraseGroup]) -> Groups:
    return {name: group.phrases for name, group in groups.items()}


def _entries(theme: Theme, groups: Groups) -> Iterator[tuple[str, ThemeMark]]:
    for at, term in enumerate(theme.terms):
        yield from ((p, ThemeMark(theme.id, "term", p, at)) for p in _spelled(term.text, groups))
    for at, text in enumerate(theme.exclusions):
        yield from ((p, ThemeMark(theme.id, "exclusion", p, at)) for p in _spelled((text,), groups))


def _spelled(patterns: tuple[str, ...], groups: Groups) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for pattern in patterns for phrase in plain_phrases(pattern, groups)))


def unspelled(theme: Theme, groups: Mapping[str, PhraseGroup]) -> Iterator[ValueFault]:
    """Patterns of a theme that cannot be spelled out, or name a group that is not there."""
    known = _phrases(groups)
    yield from (fault for place, pattern in _patterns(theme) if (fault := _unread(place, pattern, known)))


def unspelled_group(group: PhraseGroup) -> Iterator[ValueFault]:
    """Patterns of a group that cannot be spelled out; a group names no other."""
    placed = ((("phrases", n), pattern) for n, pattern in enumerate(group.phrases))
    yield from (fault for place, pattern in placed if (fault := _unread(place, pattern, {})))


def _unread(place: tuple[str | int, ...], pattern: str, groups: Groups) -> ValueFault | None:
    try:
        plain_phrases(pattern, groups)
    except KeyError as error:
        group, near = str(error.args[0]), most_like(str(error.args[0]), groups)
        rule = "lexicon-unknown-group" if near else "lexicon-strange-group"
        values = (("group", group), ("nearest", near), ("groups", ", ".join(sorted(groups)) or "-"))
        return ValueFault(place, rule, values, f"there is no group {group!r}{near and f'; the nearest is {near}'}")
    except ValueError as error:
        return ValueFault(place, "lexicon-pattern", (("pattern", pattern),), str(error))
    return None


def _patterns(theme: Theme) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every pattern of a theme by its place."""
    for at, term in enumerate(theme.terms):
        yield from ((("terms", at, "text", n), pattern) for n, pattern in enumerate(term.text))
        yield from ((("terms", at, "needs", n), pattern) for n, pattern in enumerate(term.needs))
    yield from ((("exclusions", at), text) for at, text in enumerate(theme.exclusions))


def plain_phrases(pattern: str, groups: Groups) -> tuple[str, ...]:
    """Every plain phrase of a pattern. Raises KeyError for an unknown group, ValueError for an unusable pattern."""
    phrases = dict.fromkeys(phrase for part in DIVIDERS.split(pattern.rstrip(" ،")) for phrase in _spell(part, groups))
    if len(phrases) > _MOST_PHRASES:
        raise ValueError(f"{pattern!r} spells out to {len(phrases)} phrases, more than {_MOST_PHRASES}")
    return tuple(phrases)


def _spell(part: str, groups: Groups) -> Iterator[str]:
    slots = [_choices(slot, groups) for slot in part.split()]
    if (count := prod(map(len, slots))) > _MOST_PHRASES:  # counted first: 30 pairs of words are a thousand million
        raise ValueError(f"{part!r} spells out to {count} phrases, more than {_MOST_PHRASES}")
    if all(any(not key(word) for word in slot) for slot in slots):
        raise ValueError(f"{part!r} leaves a phrase without a word")
    for words in product(*slots):
        yield " ".join(word for word in words if word)


def _choices(slot: str, groups: Groups) -> tuple[str, ...]:
    optional = slot.endswith("?")
    slot = slot.removesuffix("?")
    if "?" in slot:
        raise ValueError(f"«?» belongs at the end of {slot!r}: it makes the whole choice optional")
    named = re.fullmatch(r"\{([a-z0-9-]+)\}", slot)
    if not named and re.search("[{}]", slot):
        raise ValueError(f"{slot!r} is no name of a group: braces hold small Latin letters, digits and hyphens")
    if named:
        words = tuple(p for phrase in groups[named[1]] for p in plain_phrases(phrase, {}))
    else:
        words = tuple(slot.split("/"))
    return (*words, "") if optional else words
