"""Words of number, units and what stands round a number, in match form.

Invariant: a form has one meaning in each table; a form that two units would share is a LexiconError.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from babel.dates import get_month_names
from pydantic import Field

from generator.lexicon.loading import LexiconError, Record, read_record
from generator.reading.letters import fold

# Letters written to a word that begins a figure.
CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
Kind = Literal["count", "measure", "duration", "percent", "money"]
_MONTH_LOCALES = ("ar", "ar_SY", "ar_MA", "ar_DZ", "ar_MR")


class Scale(Record):
    """The forms of a thousand and its powers."""

    one: tuple[str, ...]
    two: tuple[str, ...]
    many: tuple[str, ...]


class WordsFile(Record):
    """data/language/numbers/words.yml."""

    zero: tuple[str, ...]
    units: dict[int, tuple[str, ...]]
    ten: tuple[str, ...]
    tens: dict[int, tuple[str, ...]]
    hundred: tuple[str, ...]
    hundreds_two: tuple[str, ...]
    joined_units: dict[int, tuple[str, ...]]
    scales: dict[int, Scale]
    fractions: dict[str, float]
    vague: tuple[str, ...]
    vague_sizes: dict[str, int]
    vague_second: tuple[str, ...]
    vague_slips: tuple[str, ...]
    few: tuple[str, ...]
    ordinals: tuple[str, ...]


class UnitRecord(Record):
    """A unit or a counted noun; its dual is made by rule."""

    name: str
    forms: tuple[str, ...] = ()
    no_nominative: bool = False
    no_oblique: bool = False


class UnitsFile(Record):
    """data/language/numbers/units.yml."""

    duration: tuple[UnitRecord, ...] = Field(min_length=1)
    measure: tuple[UnitRecord, ...]
    money: tuple[UnitRecord, ...]
    symbols: dict[str, str]
    percent_signs: tuple[str, ...]
    percent_words: tuple[str, ...]
    unit_adjectives: tuple[str, ...]
    counted: tuple[UnitRecord, ...]


class ContextFile(Record):
    """data/language/numbers/context.yml."""

    low: tuple[str, ...]
    high: tuple[str, ...]
    about: tuple[str, ...]
    low_after: tuple[str, ...]
    high_after: tuple[str, ...]
    about_after: tuple[str, ...]
    between: tuple[str, ...]
    changes: tuple[str, ...]
    wishes: tuple[str, ...]
    year_words: tuple[str, ...]
    numbered: tuple[str, ...]
    announcers: tuple[str, ...]
    distance: tuple[str, ...]
    whole: tuple[str, ...]
    to: tuple[str, ...]
    either: tuple[str, ...]
    not_counted: tuple[str, ...]
    verbs: tuple[str, ...]
    with_waw: tuple[str, ...]
    hijri_months: tuple[str, ...]
    other_months: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """A unit by its name in the singular; counted nouns are of kind count."""

    name: str
    kind: Kind


Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Numbers:
    """All of it, in match form. `ones` holds 0 to 9, `tens` 10 to 90, `hundreds` 100 to 900 in one word."""

    ones: Mapping[str, int]
    ten: frozenset[str]
    tens: Mapping[str, int]
    hundred: frozenset[str]
    hundreds: Mapping[str, int]
    scale_one: Mapping[str, int]
    scale_two: Mapping[str, int]
    scale_many: Mapping[str, int]
    vague_sizes: Mapping[str, int]
    fractions: Mapping[str, float]
    units: Mapping[str, Unit]
    duals: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    percent_signs: frozenset[str]
    months: frozenset[str]
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases]

    @cached_property
    def starts(self) -> frozenset[str]:
        """Every written word with which a figure in words may begin: proclitics and ال included."""
        tables = (
            self.ones,
            self.tens,
            self.hundreds,
            self.scale_one,
            self.scale_two,
            self.fractions,
            self.units,
            self.duals,
        )
        forms = {form for table in tables for form in table} | self.ten
        forms |= {word for name in ("vague", "vague_slips", "few") for word in self.words[name]}
        articles = [(clitic, article) for clitic in CLITICS for article in ("", "ال")] + [("ل", "ل"), ("ول", "ل")]
        return frozenset(clitic + article + form for form in forms for clitic, article in articles)


def load_numbers(data: Path) -> Numbers:
    """data/language/numbers/*.yml. Raises LexiconError."""
    folder = data / "language/numbers"
    words = read_record(folder / "words.yml", WordsFile)
    units = read_record(folder / "units.yml", UnitsFile)
    context = read_record(folder / "context.yml", ContextFile)
    _check_bounds(context, folder / "context.yml")
    known = dict(_units(units, folder / "units.yml"))
    return Numbers(
        ones=_by_form({0: words.zero} | words.units),
        ten=_folded(words.ten),
        tens=_by_form({10: words.ten} | words.tens),
        hundred=_folded(words.hundred),
        hundreds=_hundreds(words),
        scale_one=_by_form({value: s.one for value, s in words.scales.items()}),
        scale_two=_by_form({value: s.two for value, s in words.scales.items()}),
        scale_many=_by_form({value: s.many for value, s in words.scales.items()}),
        vague_sizes={fold(word): value for word, value in words.vague_sizes.items()},
        fractions={fold(word): value for word, value in words.fractions.items()},
        units=known,
        duals=dict(_duals(units)),
        symbols={sign: Unit(name, "money") for sign, name in units.symbols.items()},
        percent_signs=frozenset(units.percent_signs),
        months=_months(context),
        words=_lists(words, units, context),
        phrases=_phrases(units, context),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _by_form(table: Mapping[int, Iterable[str]]) -> dict[str, int]:
    return {fold(form): value for value, forms in table.items() for form in forms}


def _hundreds(words: WordsFile) -> dict[str, int]:
    found = {fold(form): 100 for form in words.hundred} | {fold(form): 200 for form in words.hundreds_two}
    for value, stems in words.joined_units.items():
        found |= {fold(stem + form): value * 100 for stem in stems for form in words.hundred}
    return found


def _units(file: UnitsFile, path: Path) -> Iterator[tuple[str, Unit]]:
    seen: set[str] = set()
    kinds: tuple[tuple[Kind, tuple[UnitRecord, ...]], ...] = (
        ("duration", file.duration),
        ("measure", file.measure),
        ("money", file.money),
    )
    for kind, listed in kinds:
        for each in listed:
            for form in dict.fromkeys(fold(word) for word in (each.name, *each.forms)):
                if form in seen:
                    raise LexiconError(f"{path}: {form}: two units share this form")
                seen.add(form)
                yield form, Unit(each.name, kind)


def _duals(file: UnitsFile) -> Iterator[tuple[str, Unit]]:
    kinds: tuple[tuple[Kind, tuple[UnitRecord, ...]], ...] = (
        ("count", file.counted),
        ("duration", file.duration),
        ("measure", file.measure),
        ("money", file.money),
    )
    for kind, listed in kinds:
        for each in listed:
            unit = Unit(each.name, kind)
            yield from ((fold(form), unit) for form in dual(each))


def dual(each: UnitRecord) -> tuple[str, ...]:
    """The dual of a noun in both cases: ة becomes ت before the ending."""
    stem = each.name[:-1] + "ت" if each.name.endswith("ة") else each.name
    return tuple(
        stem + ending for ending, barred in (("ان", each.no_nominative), ("ين", each.no_oblique)) if not barred
    )


def _months(context: ContextFile) -> frozenset[str]:
    names = [name for locale in _MONTH_LOCALES for name in get_month_names("wide", locale=locale).values()]
    names += [*context.hijri_months, *context.other_months]
    return frozenset(fold(name.split()[0]) for name in names)


def _lists(words: WordsFile, units: UnitsFile, context: ContextFile) -> dict[str, frozenset[str]]:
    listed = {
        name: getattr(words, name) for name in ("vague", "vague_second", "vague_slips", "few", "ordinals", "zero")
    }
    listed |= {"unit_adjectives": units.unit_adjectives}
    names = (
        "changes",
        "wishes",
        "year_words",
        "numbered",
        "announcers",
        "distance",
        "not_counted",
        "verbs",
        "with_waw",
        "whole",
        "to",
        "either",
    )
    listed |= {name: getattr(context, name) for name in names}
    return {name: _folded(forms) for name, forms in listed.items()}


_BOUNDS = ("low", "high", "about", "low_after", "high_after", "about_after")


def _check_bounds(context: ContextFile, path: Path) -> None:
    """A qualifier stands before a number or after it: one that did both would belong to two figures."""
    seen: set[str] = set()
    for phrase in (fold(text) for name in _BOUNDS for text in getattr(context, name)):
        if phrase in seen:
            raise LexiconError(f"{path}: {phrase}: stands in two lists of bounds, or twice in one")
        seen.add(phrase)


def _phrases(units: UnitsFile, context: ContextFile) -> dict[str, Phrases]:
    listed = {name: getattr(context, name) for name in (*_BOUNDS, "between")} | {"percent": units.percent_words}
    return {
        name: tuple(sorted({tuple(fold(text).split()) for text in texts}, key=lambda p: (-len(p), p)))
        for name, texts in listed.items()
    }
