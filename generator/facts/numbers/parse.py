"""Reads a number in words or digits from a row of items: «ثلاثة وعشرون ألفاً وأربعمئة», «1.5 مليون», «12 ألفا و500».

Invariant: the longest row of items that forms one number is read; parts come in falling size, as the language has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.lexicon.numbers import Numbers
from generator.reading.clitics import ARTICLE, BEFORE_NOUNS, PREFIXES_OF_NUMBERS, TAKEN_UP
from generator.reading.letters import bare
from generator.reading.numerals import Item

_ARTICLE = re.compile(rf"[{BEFORE_NOUNS}]{{0,2}}{ARTICLE}|و?{TAKEN_UP}")
_TANWIN = "\u064b"
_HUNDRED, _THOUSAND = 100, 1000
_TEEN, _TWENTY = 10, 20


@dataclass(frozen=True)
class Number:
    """A number over the items from `first` to `last` (excluded). `scale` is its first power of a thousand, else 1."""

    value: float
    first: int
    last: int
    scale: int
    numeral: bool
    words: int

    @property
    def is_small(self) -> bool:
        """True for what alone counts nothing: «واحد», «أحد»."""
        return self.value == 1 and not self.numeral


@dataclass(frozen=True)
class _Part:
    value: float
    last: int
    scale: int = 1


class Row:
    """The items of a line with the lists; every reading begins at an item's index."""

    def __init__(self, line: str, items: tuple[Item, ...], numbers: Numbers) -> None:
        self.line = line
        self.items = items
        self.numbers = numbers

    def joined(self, at: int) -> bool:
        """True when only space stands between an item and the one before it, or nothing."""
        return 0 < at < len(self.items) and not self.gap(at).strip(" \u00a0\u200e\u200f")

    def gap(self, at: int) -> str:
        """The characters before an item, back to the one before it."""
        before = self.items[at - 1].end if at > 0 else 0
        end = self.items[at].start if at < len(self.items) else len(self.line)
        return self.line[before:end]

    def word(self, at: int) -> str:
        """The folded word at an index; empty for a numeral and beyond the end."""
        return self.items[at].word if 0 <= at < len(self.items) else ""

    def span_words(self, first: int, last: int) -> tuple[str, ...]:
        """The folded words from one index to another, the last excluded."""
        return tuple(self.word(at) for at in range(first, last))

    def number(self, at: int) -> Number | None:
        """The number that begins at an item, with a proclitic or without; None when none does."""
        for proclitic in PREFIXES_OF_NUMBERS:
            if self.word(at).startswith(proclitic):
                found = self._whole(at, len(proclitic))
                if found:
                    return found
        return self._definite(at)

    def _definite(self, at: int) -> Number | None:
        """«العشرة ملايين»: the article on a number whose power of a thousand follows it."""
        match = _ARTICLE.match(self.word(at))
        found = self._whole(at, match.end()) if match else None
        return found if found and found.scale > 1 and found.words > 1 else None

    def _whole(self, at: int, cut: int) -> Number | None:
        part = self._group(at, cut)
        if part is None:
            return None
        total, last, scale = part.value, part.last, part.scale
        while scale > 1:
            following = self._and(last)
            more = following and self._group(*following)
            if not more or more.scale >= scale or more.value >= scale:
                break
            total, last, scale = total + more.value, more.last, more.scale
        if scale > 1:
            total, last = self._and_a_half(total, last, scale)
        numeral = any(item.numeral for item in self.items[at:last])
        return Number(_whole(total), at, last, part.scale if scale > 1 else scale, numeral, last - at)

    def _and(self, at: int) -> tuple[int, int] | None:
        """Where the part after «و» begins: (item, letters to cut); «و» may stand alone before a numeral."""
        if not self.joined(at) or not self.word(at).startswith("و"):
            return None
        if self.word(at) == "و":
            return (at + 1, 0) if self.joined(at + 1) else None
        return at, 1

    def _and_a_half(self, total: float, last: int, scale: int) -> tuple[float, int]:
        following = self._and(last)
        if not following or self.word(following[0])[following[1] :] not in self.numbers.words.fractions:
            return total, last
        share = self.numbers.words.fractions[self.word(following[0])[following[1] :]]
        end = following[0] + 1
        if self.joined(end) and self.word(end).removeprefix("ال") in self.numbers.scale_one:
            end += 1
        return total + share * scale, end

    def _group(self, at: int, cut: int) -> _Part | None:
        return self._scale_alone(at, cut) or self._scaled(at, cut)

    def _scale_alone(self, at: int, cut: int) -> _Part | None:
        word = self.word(at)[cut:]
        n = self.numbers
        if word in n.scale_two and not self._is_single(at, word):
            return _Part(2 * n.scale_two[word], at + 1, n.scale_two[word])
        return _Part(n.scale_one[word], at + 1, n.scale_one[word]) if word in n.scale_one else None

    def _is_single(self, at: int, word: str) -> bool:
        """«ألفا» is a thousand with tanwin or before «و», two thousand before what is counted."""
        if word not in self.numbers.scale_one:
            return False
        tanwin = _TANWIN in self.items[at].text and bare(self.items[at].text) != self.items[at].text
        return tanwin or self._and(at + 1) is not None

    def _scaled(self, at: int, cut: int) -> _Part | None:
        part = self._share(at, cut) or self._below_thousand(at, cut)
        if part is None:
            return None
        word = self.word(part.last)
        scale = self.numbers.scale_one.get(word) or self.numbers.scale_many.get(word)
        if scale and self.joined(part.last):
            return _Part(part.value * scale, part.last + 1, scale)
        return part if part.value >= 1 or part.value == 0 or self.items[at].numeral else None

    def _share(self, at: int, cut: int) -> _Part | None:
        share = self.numbers.words.fractions.get(self.word(at)[cut:])
        return _Part(share, at + 1) if share else None

    def _below_thousand(self, at: int, cut: int) -> _Part | None:
        if self.items[at].numeral:
            value = self.items[at].value
            return _Part(value, at + 1) if value is not None else None
        hundreds = self._hundreds(at, cut)
        if hundreds is None:
            return self._below_hundred(at, cut)
        following = self._and(hundreds.last)
        rest = following and not self.items[following[0]].numeral and self._below_hundred(*following)
        return _Part(hundreds.value + rest.value, rest.last) if rest else hundreds

    def _hundreds(self, at: int, cut: int) -> _Part | None:
        n, word = self.numbers, self.word(at)[cut:]
        if word in n.hundreds:
            return _Part(n.hundreds[word], at + 1)
        if n.ones.get(word, 0) > 2 and self.joined(at + 1) and self.word(at + 1) in n.words.hundred:  # noqa: PLR2004
            return _Part(n.ones[word] * _HUNDRED, at + 2)
        return None

    def _below_hundred(self, at: int, cut: int) -> _Part | None:
        n, word = self.numbers, self.word(at)[cut:]
        if word in n.ones:
            unit = n.ones[word]
            if self.joined(at + 1) and self.word(at + 1) in n.words.ten and unit:
                return _Part(_TEEN + unit, at + 2)
            following = self._and(at + 1)
            tens = following and n.tens.get(self.word(following[0])[following[1] :], 0)
            if following and tens and tens >= _TWENTY and unit:
                return _Part(unit + tens, following[0] + 1)
            return _Part(unit, at + 1)
        return _Part(n.tens[word], at + 1) if word in n.tens else None


def beginning(row: Row, at: int) -> int:
    """Where a figure begins that an item begins: behind «و» written to it, which belongs to the sentence."""
    item = row.items[at]
    joined = item.text.startswith("و") and item.word not in row.numbers.ones and not item.numeral
    return item.start + 1 if joined else item.start


def _whole(value: float) -> float:
    return int(value) if value == int(value) else round(value, 6)
