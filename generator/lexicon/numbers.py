"""Words of number, units and what stands round a number, in match form.

Invariant: a form has one meaning in each table; a form that two units would share is a LexiconError.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.lexicon.circumstances import Circumstances
from generator.lexicon.counted import Noun, nouns_of
from generator.lexicon.loading import ByFold, Folded, LexiconError, Record, Texts, folded, read_record
from generator.reading.clitics import ARTICLE, PREFIXES_OF_NUMBERS, TAKEN_UP
from generator.reading.letters import fold

Kind = Literal["count", "measure", "duration", "percent", "money"]
Limit = Literal["low", "high", "about", "between"]


def _phrases(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Each phrase as its words in match form, the longest first."""
    return tuple(sorted((tuple(fold(text).split()) for text in texts), key=lambda words: (-len(words), words)))


Phrases = Annotated[tuple[tuple[str, ...], ...], Field(min_length=1), BeforeValidator(_phrases)]


class Scale(Record):
    """The forms of a thousand and its powers."""

    one: Texts
    two: Texts
    many: Texts


class NumberWords(Record):
    """numbers/words.yml."""

    zero: Texts
    units: dict[int, Texts]
    ten: Folded
    tens: dict[int, Texts]
    hundred: Folded
    hundreds_two: Texts
    joined_units: dict[int, Texts]
    scales: dict[int, Scale]
    fractions: ByFold[float]
    vague: Folded
    vague_sizes: ByFold[int]
    vague_second: Folded
    vague_slips: Folded
    few: Folded
    ordinals: Folded


class CountedThing(Record):
    """A unit or a counted noun; its dual is made by rule."""

    name: str
    forms: tuple[str, ...] = ()
    no_nominative: bool = False
    no_oblique: bool = False

    @property
    def duals(self) -> tuple[str, ...]:
        """The dual in both cases: ة becomes ت before the ending."""
        stem = self.name[:-1] + "ت" if self.name.endswith("ة") else self.name
        endings = (("ان", self.no_nominative), ("ين", self.no_oblique))
        return tuple(fold(stem + ending) for ending, barred in endings if not barred)


_Things = Annotated[tuple[CountedThing, ...], Field(min_length=1)]


class Measures(Record):
    """numbers/units.yml."""

    duration: _Things
    measure: _Things
    money: _Things
    symbols: dict[str, str]
    percent_signs: Texts
    percent_words: Phrases
    unit_adjectives: Folded
    counted: _Things
    plurals: dict[str, str]

    @property
    def by_kind(self) -> tuple[tuple[Kind, _Things], ...]:
        """Units by what they measure."""
        return ("duration", self.duration), ("measure", self.measure), ("money", self.money)


class NumberCues(Record):
    """numbers/context.yml."""

    low: Phrases
    high: Phrases
    about: Phrases
    low_after: Phrases
    high_after: Phrases
    about_after: Phrases
    between: Phrases
    changes: Folded
    wishes: Folded
    year_words: Folded
    numbered: Folded
    announcers: Folded
    distance: Folded
    whole: Folded
    to: Folded
    either: Folded
    not_counted: Folded
    verbs: Folded
    with_waw: Folded

    @property
    def before(self) -> tuple[tuple[Limit, Phrases], ...]:
        """What stands before a number, by what it makes of it."""
        return ("low", self.low), ("high", self.high), ("about", self.about), ("between", self.between)

    @property
    def after(self) -> tuple[tuple[Limit, Phrases], ...]:
        """What stands after a number and its noun."""
        return ("low", self.low_after), ("high", self.high_after), ("about", self.about_after)

    @model_validator(mode="after")
    def _apart(self) -> NumberCues:
        """A qualifier stands before a number or after it: one that did both would belong to two figures."""
        seen: set[tuple[str, ...]] = set()
        for words in (w for limit, listed in (*self.before, *self.after) if limit != "between" for w in listed):
            if words in seen:
                raise ValueError(f"{' '.join(words)}: stands in two lists of bounds, or twice in one")
            seen.add(words)
        return self


@dataclass(frozen=True)
class Unit:
    """A unit by its name in the singular; counted nouns are of kind count."""

    name: str
    kind: Kind


@dataclass(frozen=True)
class Qualifier:
    """What a phrase beside a number makes of it; `words` as they are written there."""

    limit: Limit
    words: tuple[str, ...]


@dataclass(frozen=True)
class Numbers:
    """The lists as they are read, and tables made of them, all in match form.

    `ones` holds 0 to 9, `tens` 10 to 90, `hundreds` 100 to 900 in one word. before: qualifiers by their last word, with
    what may be written to the first; after: those behind a noun, by their first. nouns: what is counted, by every form
    but its dual.
    """

    words: NumberWords
    measures: Measures
    cues: NumberCues
    ones: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    scale_one: Mapping[str, int]
    scale_two: Mapping[str, int]
    scale_many: Mapping[str, int]
    units: Mapping[str, Unit]
    duals: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    months: frozenset[str]
    nouns: Mapping[str, Noun]
    circumstances: Circumstances
    before: Mapping[str, Sequence[Qualifier]]
    after: Mapping[str, Sequence[Qualifier]]

    @cached_property
    def definite_vague(self) -> frozenset[str]:
        """The words of vague counts with the article: «الآلاف»."""
        return frozenset(ARTICLE + word for word in self.words.vague)

    @cached_property
    def starts(self) -> frozenset[str]:
        """Every written word with which a figure in words may begin: proclitics and ال included."""
        numbers = (self.ones, self.tens, self.hundreds, self.scale_one, self.scale_two, self.words.fractions)
        forms = {form for table in (*numbers, self.units, self.duals) for form in table} | self.words.ten
        forms |= self.words.vague | self.words.vague_slips | self.words.few
        before = {clitic + article for clitic in PREFIXES_OF_NUMBERS for article in ("", ARTICLE)}
        before |= {TAKEN_UP, "و" + TAKEN_UP}
        return frozenset(letters + form for form in forms for letters in before)


def load_numbers(data: Path, months: frozenset[str]) -> Numbers:
    """numbers/*.yml. months: as dates have them; a number beside one counts nothing. Raises LexiconError."""
    folder = data / "language/numbers"
    words = read_record(folder / "words.yml", NumberWords)
    measures = read_record(folder / "units.yml", Measures)
    cues = read_record(folder / "context.yml", NumberCues)
    hundreds: dict[int, Iterable[str]] = {100: words.hundred, 200: words.hundreds_two}
    hundreds |= {n * 100: [s + h for s in stems for h in words.hundred] for n, stems in words.joined_units.items()}
    named = (*(("count", measures.counted),), *measures.by_kind)
    return Numbers(
        words,
        measures,
        cues,
        ones=_by_form({0: words.zero, **words.units}),
        tens=_by_form({10: words.ten, **words.tens}),
        hundreds=_by_form(hundreds),
        scale_one=_by_form({value: scale.one for value, scale in words.scales.items()}),
        scale_two=_by_form({value: scale.two for value, scale in words.scales.items()}),
        scale_many=_by_form({value: scale.many for value, scale in words.scales.items()}),
        units=_units(measures, folder / "units.yml"),
        duals={form: Unit(x.name, kind) for kind, things in named for x in things for form in x.duals},
        symbols={sign: Unit(name, "money") for sign, name in measures.symbols.items()},
        months=months,
        nouns=nouns_of(measures.plurals, folder / "units.yml"),
        circumstances=read_record(folder / "circumstances.yml", Circumstances),
        before=_qualifiers(
            (limit, (c + w[0], *w[1:]), -1) for limit, ws in cues.before for w in ws for c in PREFIXES_OF_NUMBERS
        ),
        after=_qualifiers((limit, words, 0) for limit, listed in cues.after for words in listed),
    )


def _by_form(table: Mapping[int, Iterable[str]]) -> dict[str, int]:
    return {fold(form): value for value, forms in table.items() for form in forms}


def _units(measures: Measures, path: Path) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for kind, each in ((kind, each) for kind, things in measures.by_kind for each in things):
        for form in folded((each.name, *each.forms)):
            if form in found:
                raise LexiconError(f"{path}: {form}: two units share this form")
            found[form] = Unit(each.name, kind)
    return found


def _qualifiers(found: Iterable[tuple[Limit, tuple[str, ...], int]]) -> dict[str, list[Qualifier]]:
    """Qualifiers by one of their words, the first or last; the longest first."""
    table: dict[str, list[Qualifier]] = {}
    for limit, words, place in sorted(found, key=lambda one: -len(one[1])):
        table.setdefault(words[place], []).append(Qualifier(limit, words))
    return table
