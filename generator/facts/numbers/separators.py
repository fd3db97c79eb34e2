"""What a dot or comma before three digits parts: the article's own marks decide it, or its neighbours.

Invariant: a numeral that nothing decides keeps both readings; none is chosen for it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.lexicon.numbers import Numbers
from generator.reading.letters import digits
from generator.reading.numerals import Item

_DIVIDED = re.compile(r"(?<![\d.,،])\d+(?:[.,،]\d+)+(?![.,،]?\d)")
_SIGN = re.compile(r"[.,]")
_GROUP = 3
_MILLION = 1_000_000


@dataclass(frozen=True)
class Marks:
    """The signs that an article shows to part decimals and those that it shows to part thousands."""

    decimal: frozenset[str] = frozenset()
    thousands: frozenset[str] = frozenset()

    def of(self, sign: str) -> tuple[bool, bool]:
        """Whether a sign parts decimals here, and whether thousands: by itself, else by what its fellow does."""
        decimal, thousands = sign in self.decimal, sign in self.thousands
        fellow = "," if sign == "." else "."
        if decimal or thousands or (fellow in self.decimal) == (fellow in self.thousands):
            return decimal, thousands
        return fellow in self.thousands, fellow in self.decimal


def marks_of(lines: Iterable[str]) -> Marks:
    """What the numerals of an article show: 12.500.000 and 1,250.75 and 3,5 can be read in one way alone."""
    decimal, thousands = set[str](), set[str]()
    for numeral in (m.group() for line in lines for m in _DIVIDED.finditer(line)):
        plain = digits(numeral).replace("،", ",")
        signs, (head, *groups) = _SIGN.findall(plain), _SIGN.split(plain)
        inner = all(len(group) == _GROUP for group in groups[:-1]) and len(head) <= _GROUP
        if len(signs) == 1:
            decimal |= set(signs) if len(groups[0]) != _GROUP or head == "0" else set()
        elif inner and len(set(signs)) == 1 and len(groups[-1]) == _GROUP:
            thousands.add(signs[0])
        elif inner and set(signs[:-1]).isdisjoint(signs[-1:]) and len(set(signs[:-1])) == 1:
            thousands.add(signs[0])
            decimal.add(signs[-1])
    return Marks(frozenset(decimal), frozenset(thousands))


def decided(line: str, items: tuple[Item, ...], marks: Marks, numbers: Numbers) -> tuple[Item, ...]:
    """The items of a line, each numeral with two readings given the one that something decides for."""
    return tuple(
        item if item.other is None else _decided(line, items, at, marks, numbers) for at, item in enumerate(items)
    )


def _decided(line: str, items: tuple[Item, ...], at: int, marks: Marks, numbers: Numbers) -> Item:
    item = items[at]
    sign = "." if "." in item.text else ","
    decimal, thousands = marks.of(sign)
    if sign == "." and decimal == thousands:
        decimal, thousands = _is_share(line, items, at, numbers), False
    elif decimal == thousands:
        thousands, decimal = not decimal, False
    if decimal:
        return item._replace(value=item.other, other=None)
    return item._replace(other=None) if thousands else item


def _is_share(line: str, items: tuple[Item, ...], at: int, numbers: Numbers) -> bool:
    """Before a million and more, or per cent, a dot is a decimal mark."""
    words = [item.word for item in items[at + 1 : at + 3]]
    gap = line[items[at].end : items[at + 1].start] if words else ""
    if line[items[at].end :][:2].lstrip()[:1] in numbers.measures.percent_signs:
        return True
    size = max((sizes.get(words[0], 0) for sizes in (numbers.scale_one, numbers.scale_many)), default=0) if words else 0
    percent = any(tuple(words[: len(phrase)]) == phrase for phrase in numbers.measures.percent_words)
    return not gap.strip() and (size >= _MILLION or percent)
