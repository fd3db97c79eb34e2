"""Furniture: labels, promos and notices of news sites, as rules with reason and examples, and the cues of prose.

Invariant: every rule matches each of its `matches` lines and none of its `spares` lines; a test proves it. Matching
works on the words of the match form, so a term never matches inside a word, whatever marks stand round it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from generator.lexicon.faults import wrong
from generator.lexicon.loading import Bilingual, Record, WordList, records, to_record
from generator.model import Verdict
from generator.reading.letters import NUMBER, fold, fold_once
from generator.reading.line import read_line

Effect = Literal["line", "outside", "begins", "links", "ends", "notice", "closes"]

# A list may speak of short lines only: a paragraph that holds its words is not furniture.
LONGEST_LABEL = 60


def term_words(term: str) -> tuple[str, ...]:
    """The words of a term of a list, as a line has them; `#` stands for any number."""
    return read_line(term.replace(NUMBER, " 0 ")).labelled


class FurnitureRule(Record):
    """A list of known lines. `effect` is what such a line says about the lines round it.

    line: nothing. outside: it counts outside the article alone. begins: an article starts below. links: headlines of
    other articles follow. ends: the article is over. notice: the same, but such a line may stand in the middle of one.
    closes: so is all that could be one.
    """

    verdict: Verdict = "furniture"
    effect: Effect = "line"
    reason: Bilingual[str]
    whole: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    pattern: tuple[str, ...] = ()
    # `only`: the line holds nothing but such words and numbers; with `needs_number`, at least one number.
    needs_number: bool = False
    most_words: int = Field(default=14, le=LONGEST_LABEL)
    matches: tuple[str, ...] = Field(min_length=1)
    spares: tuple[str, ...] = Field(min_length=1)

    @field_validator("pattern")
    @classmethod
    def _compiled(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                re.compile(fold(pattern))
            except re.error as error:
                raise wrong("regex", "{pattern}: no regular expression", pattern=pattern) from error
        return patterns


class Cues(Record):
    """Words that tell prose from labels, a file each in furniture/cues/."""

    common_ar: WordList
    flashes: WordList
    function_words_ar: WordList
    function_words_en: WordList
    openings: WordList
    speech: WordList

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Little words of both languages."""
        return self.function_words_ar.forms | self.function_words_en.forms

    @cached_property
    def little(self) -> frozenset[str]:
        """Words that say nothing of what a text is about."""
        others = (self.common_ar, self.flashes, self.openings, self.speech)
        return self.function_words.union(*(held.forms for held in others))


@dataclass(frozen=True)
class Label:
    """A furniture rule that matched a line."""

    rule: str
    effect: Effect
    verdict: Verdict


@dataclass(frozen=True)
class _Term:
    words: tuple[str, ...]
    label: Label
    most_words: int


@dataclass(frozen=True)
class Furniture:
    """Every furniture rule and the cues of prose."""

    lists: Mapping[str, FurnitureRule]
    cues: Cues

    def match(self, words: tuple[str, ...], text: str) -> Label | None:
        """The rule for a line, given its words (numbers as `#`) and its text: whole lines first, then parts."""
        if not words or len(words) > LONGEST_LABEL:
            return None
        whole = self._whole.get(words)
        return whole or self._part(words) or self._by_pattern(fold_once(text), len(words)) or self._of_words(words)

    def _part(self, words: tuple[str, ...]) -> Label | None:
        size = len(words)
        held = (at for at, word in enumerate(words) if word in self._contains)
        placed = chain(
            ((0, term) for term in self._starts.get(words[0], ())),
            ((size - len(term.words), term) for term in self._ends.get(words[-1], ())),
            ((at, term) for at in held for term in self._contains[words[at]]),
        )
        for at, term in placed:
            if size <= term.most_words and at >= 0 and words[at : at + len(term.words)] == term.words:
                return term.label
        return None

    def _of_words(self, words: tuple[str, ...]) -> Label | None:
        real = {word for word in words if word != NUMBER}
        counted = NUMBER in words
        for known, label, rule in self._only if real else ():
            if len(words) <= rule.most_words and counted >= rule.needs_number and real <= known:
                return label
        return None

    def _by_pattern(self, folded: str, size: int) -> Label | None:
        anchored = self._any_anchored.match(folded) is not None
        for pattern, label, most, from_start in self._patterns:
            if size <= most and (anchored or not from_start) and pattern.search(folded):
                return label
        return None

    @cached_property
    def links(self) -> frozenset[tuple[str, ...]]:
        """Labels, word by word, that announce headlines of other articles."""
        rules = [rule for rule in self.lists.values() if rule.effect == "links"]
        return frozenset(term_words(term) for rule in rules for term in (*rule.whole, *rule.starts))

    @cached_property
    def date_words(self) -> frozenset[str]:
        """What lines of dates are made of, numbers included."""
        dates = self.lists.get("date-line")
        return frozenset(w for term in (dates.only if dates else ()) for w in term_words(term)) | {NUMBER}

    @cached_property
    def _labels(self) -> Mapping[str, Label]:
        return {name: Label(name, rule.effect, rule.verdict) for name, rule in self.lists.items()}

    @cached_property
    def _whole(self) -> Mapping[tuple[str, ...], Label]:
        return {term_words(t): self._labels[name] for name, rule in self.lists.items() for t in rule.whole}

    @cached_property
    def _starts(self) -> Mapping[str, list[_Term]]:
        return self._by_word(0, lambda rule: rule.starts)

    @cached_property
    def _ends(self) -> Mapping[str, list[_Term]]:
        return self._by_word(-1, lambda rule: rule.ends)

    @cached_property
    def _contains(self) -> Mapping[str, list[_Term]]:
        return self._by_word(0, lambda rule: rule.contains)

    def _by_word(self, at: int, part: Callable[[FurnitureRule], tuple[str, ...]]) -> Mapping[str, list[_Term]]:
        """Terms of a part of each list by their first or last word, the longest first."""
        read = [(name, rule, term_words(text)) for name, rule in self.lists.items() for text in part(rule)]
        found: dict[str, list[_Term]] = {}
        for name, rule, words in sorted(read, key=lambda term: -len(term[2])):
            found.setdefault(words[at], []).append(_Term(words, self._labels[name], rule.most_words))
        return found

    @cached_property
    def _only(self) -> tuple[tuple[frozenset[str], Label, FurnitureRule], ...]:
        return tuple(
            (frozenset(w for t in rule.only for w in term_words(t)), self._labels[name], rule)
            for name, rule in self.lists.items()
            if rule.only
        )

    @cached_property
    def _any_anchored(self) -> re.Pattern[str]:
        """All patterns for the beginning of a line as one: most lines match none of them, and one look tells."""
        parts = [fold(text) for rule in self.lists.values() for text in rule.pattern if text.startswith("^")]
        return re.compile("|".join(f"(?:{part})" for part in parts) or r"(?!)")

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], Label, int, bool], ...]:
        return tuple(
            (re.compile(fold(text)), self._labels[name], rule.most_words, text.startswith("^"))
            for name, rule in self.lists.items()
            for text in rule.pattern
        )


def load_furniture(data: Path) -> Furniture:
    """furniture/*.yml (a list each), furniture/cues/*.yml. Raises LexiconError."""
    folder = data / "language/furniture"
    lists = dict(records(folder, FurnitureRule))
    cues = {name.replace("-", "_"): held for name, held in records(folder / "cues", WordList)}
    return Furniture(lists, to_record(cues, Cues, folder / "cues"))
