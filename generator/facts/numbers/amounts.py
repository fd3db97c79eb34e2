"""How much a number says: words and digits read as one number, and what stands beside it makes of it.

Invariant: the longest row of items that forms one number is read; parts come in falling size, as the language has them.
A bound reaches from the qualifier's first word to the number's last item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.lexicon.numbers import Limit, Numbers, Qualifier
from generator.reading.clitics import ARTICLE, BEFORE_NOUNS, PREFIXES_OF_NUMBERS, TAKEN_UP
from generator.reading.letters import INVISIBLE
from generator.reading.memo import Lazy
from generator.reading.numerals import Item

_ARTICLE = re.compile(rf"[{BEFORE_NOUNS}]{{0,2}}{ARTICLE}|و?{TAKEN_UP}")
_PLAIN = f" \u00a0{INVISIBLE}"
_TANWIN = "\u064b"
_HUNDRED, _TEEN, _TWENTY = 100, 10, 20
_DASHES = frozenset("-–—")
_SENTENCE_BACK = 12
# A double holds 15 digits for sure; no text writes so many with a power behind them.
_DIGITS = 14


@dataclass(frozen=True)
class Number:
    """A number over the items from `first` to `last` (excluded). `scale` is its first power of a thousand, else 1."""

    value: float
    last: int
    scale: int = 1
    first: int = 0
    numeral: bool = False


@dataclass(frozen=True)
class Amount:
    """A number with its bounds, over the items from `first` to `last` (excluded), qualifiers and all."""

    number: Number
    value: float | None
    low: float | None
    high: float | None
    first: int
    last: int
    scale: int
    approximate: bool = False

    @property
    def is_range(self) -> bool:
        """True when it lies between two numbers."""
        return self.value is None

    def qualified(self, limit: Limit, first: int) -> Amount:
        """With what a qualifier makes of it, and its first item."""
        if limit == "about":
            return replace(self, approximate=True, first=first)
        if limit == "low":
            return replace(self, value=self.low, high=None, first=first)
        return replace(self, value=self.high, low=None, first=first)


class NumberParser:
    """Reads the items of a line with the lists; every reading begins at an item's index."""

    def __init__(self, line: str, items: tuple[Item, ...], numbers: Numbers) -> None:
        self.line = line
        self.items = items
        self.numbers = numbers

    @Lazy
    def wishes(self) -> tuple[int, ...]:
        """The verbs of wishing, by their indexes."""
        known = self.numbers.cues.wishes
        return tuple([at for at, item in enumerate(self.items) if item.word.removeprefix("و") in known])

    def gap(self, at: int) -> str:
        """The characters before an item, back to the one before it."""
        before = self.items[at - 1].end if at > 0 else 0
        return self.line[before : self.items[at].start if at < len(self.items) else len(self.line)]

    def joined(self, at: int) -> bool:
        """True when only space stands between an item and the one before it, or nothing."""
        return 0 < at < len(self.items) and not self.gap(at).strip(_PLAIN)

    def word(self, at: int) -> str:
        """The folded word at an index; empty for a numeral and beyond the end."""
        return self.items[at].word if 0 <= at < len(self.items) else ""

    def begin(self, at: int) -> int:
        """Where a figure begins that an item begins: behind «و» written to it, which belongs to the sentence."""
        item = self.items[at]
        joined = item.text.startswith("و") and item.word not in self.numbers.ones and not item.numeral
        return item.start + joined

    def spells(self, words: tuple[str, ...], first: int) -> bool:
        """Whether some words stand side by side from an index on."""
        return all(self.word(at) == word and (at == first or self.joined(at)) for at, word in enumerate(words, first))

    def qualifier(self, end: int, *, between: bool = False) -> Qualifier | None:
        """The longest qualifier that ends right before an item: «بين», or any other."""
        for found in self.numbers.before.get(self.word(end - 1), ()) if self.joined(end) else ():
            if (found.limit == "between") is between and self.spells(found.words, end - len(found.words)):
                return found
        return None

    def number(self, at: int) -> Number | None:
        """The number that begins at an item, with a proclitic or without; None when none does."""
        word = self.word(at)
        for proclitic in PREFIXES_OF_NUMBERS if at < len(self.items) else ():
            if word.startswith(proclitic) and (found := self._whole(at, len(proclitic))):
                return found
        article = _ARTICLE.match(word)  # «العشرة ملايين»: it may stand on a number whose power follows
        found = self._whole(at, article.end()) if article else None
        return found if found and found.scale > 1 and found.last - at > 1 else None

    def and_number(self, at: int) -> Number | None:
        """The number that «و» ties to what stands before it."""
        if not self.joined(at) or not self.word(at).startswith("و"):
            return None
        return self.number(at + (self.word(at) == "و"))

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
            scale = part.scale
        total = float(f"{total:.{_DIGITS}g}")  # 129.8 times a thousand million is no whole number in binary
        value = int(total) if total == int(total) else round(total, 6)
        return Number(value, last, scale, at, any(item.numeral for item in self.items[at:last]))

    def _and(self, at: int) -> tuple[int, int] | None:
        """Where the part after «و» begins: (item, letters to cut); «و» may stand alone before a numeral."""
        if not self.joined(at) or not self.word(at).startswith("و"):
            return None
        if self.word(at) == "و":
            return (at + 1, 0) if self.joined(at + 1) else None
        return at, 1

    def _and_a_half(self, total: float, last: int, scale: int) -> tuple[float, int]:
        following = self._and(last)
        share = following and self.numbers.words.fractions.get(self.word(following[0])[following[1] :])
        if not following or not share:
            return total, last
        end = following[0] + 1
        named = self.joined(end) and self.word(end).removeprefix(ARTICLE) in self.numbers.scale_one
        return total + share * scale, end + named

    def _group(self, at: int, cut: int) -> Number | None:
        """A power of a thousand alone, «ألف», «مليونان»; or a smaller number, with its power or without."""
        n, word = self.numbers, self.word(at)[cut:]
        one, two = n.scale_one.get(word), n.scale_two.get(word)
        # «ألفا» is a thousand with tanwin or before «و», two thousand before what is counted.
        if two and not (one and (_TANWIN in self.items[at].text or self._and(at + 1))):
            return Number(2 * two, at + 1, two)
        if one:
            return Number(one, at + 1, one)
        share = n.words.fractions.get(word)
        part = Number(share, at + 1) if share else self._below_thousand(at, cut)
        if part is None:
            return None
        following = self.word(part.last)
        scale = n.scale_one.get(following) or n.scale_many.get(following)
        if scale and self.joined(part.last):
            return Number(part.value * scale, part.last + 1, scale)
        return part if part.value >= 1 or part.value == 0 or self.items[at].numeral else None

    def _below_thousand(self, at: int, cut: int) -> Number | None:
        n, word, item = self.numbers, self.word(at)[cut:], self.items[at]
        if item.numeral:
            return None if item.value is None else Number(item.value, at + 1)
        if word in n.hundreds:
            hundreds = Number(n.hundreds[word], at + 1)
        elif n.ones.get(word, 0) > 2 and self.joined(at + 1) and self.word(at + 1) in n.words.hundred:  # noqa: PLR2004
            hundreds = Number(n.ones[word] * _HUNDRED, at + 2)
        else:
            return self._below_hundred(at, cut)
        following = self._and(hundreds.last)
        rest = following and not self.items[following[0]].numeral and self._below_hundred(*following)
        return Number(hundreds.value + rest.value, rest.last) if rest else hundreds

    def _below_hundred(self, at: int, cut: int) -> Number | None:
        n, word = self.numbers, self.word(at)[cut:]
        unit = n.ones.get(word)
        if unit is None:
            return Number(n.tens[word], at + 1) if word in n.tens else None
        if unit and self.joined(at + 1) and self.word(at + 1) in n.words.ten:
            return Number(_TEEN + unit, at + 2)
        following = self._and(at + 1)
        tens = n.tens.get(self.word(following[0])[following[1] :], 0) if following else 0
        return Number(unit + tens, following[0] + 1) if following and unit and tens >= _TWENTY else Number(unit, at + 1)


def amount(row: NumberParser, number: Number) -> Amount:
    """A number, with the one after it where both are a range, and with the qualifiers before it."""
    value = number.value
    single = Amount(number, value, value, value, number.first, number.last, number.scale)
    found = _range(row, number) or single
    before = row.qualifier(found.first)
    return found.qualified(before.limit, found.first - len(before.words)) if before else found


def qualified_after(row: NumberParser, found: Amount, last: int) -> tuple[Amount, int]:
    """The amount with what follows its noun: «على الأقل», «تقريبا»; and the item after that."""
    for behind in row.numbers.after.get(row.word(last), ()) if row.joined(last) else ():
        if row.spells(behind.words, last):
            return found.qualified(behind.limit, found.first), last + len(behind.words)
    return found, last


def _range(row: NumberParser, first: Number) -> Amount | None:
    between = row.qualifier(first.first, between=True)
    second = row.and_number(first.last) if between else _second(row, first)
    if second is None:
        return None
    low, high = first.value, second.value
    if first.scale == 1 and low < second.scale:
        low *= second.scale  # «بين 10 و15 ألفا»: the scale of the second holds for both
    led = row.word(first.first - 1) == "من" and row.joined(first.first)
    start = first.first - (len(between.words) if between else led)
    return Amount(first, None, min(low, high), max(low, high), start, second.last, max(first.scale, second.scale))


def _second(row: NumberParser, first: Number) -> Number | None:
    """The last end of a range: after a dash, «أو», or «إلى» unless a verb of change stands before both."""
    at, cues = first.last, row.numbers.cues
    gap = row.gap(at).strip()
    if gap and set(gap) <= _DASHES and first.numeral and at < len(row.items) and row.items[at].numeral:
        return row.number(at)
    link = row.word(at)
    if not (row.joined(at) and row.joined(at + 1) and (link in cues.either or link in cues.to)):
        return None
    before = (row.word(i).removeprefix("و") for i in range(first.first - _SENTENCE_BACK, first.first))
    found = row.number(at + 1) if link in cues.either or cues.changes.isdisjoint(before) else None
    return found if found and (found.value > first.value or found.scale > first.scale) else None
