"""Divides a line into words and numerals; a numeral is told from the letters written to it.

Invariant: the items are in order, do not overlap, and each is an exact span of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.reading.clitics import BEFORE_NOUNS, PREPOSITIONS
from generator.reading.letters import JOINING, digits, fold, tokens, words_folded

_LETTER = rf"(?<![^\W_])[{BEFORE_NOUNS}]"  # one of the clitics that are written to a numeral
_FREE = rf"(?:(?<![^\W_])|(?<={_LETTER})|(?<={_LETTER}[{PREPOSITIONS}])|(?<=\u0640))"
_ITEM = re.compile(
    rf"(?P<word>(?:[^\W\d_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670{JOINING}])+)|"
    rf"(?P<reversed>{_FREE}\d+\u0631\d+(?![^\W_]))|(?P<number>\d+(?:[.,٫٬،]\d+)*)"
)
_SEPARATED = re.compile(r"(?P<sign>[.,٫٬،])(?P<digits>\d+)")
_GROUP = 3
_REVERSED = "\u0631"  # Wires write the fraction first: «47ر112» is 112.47.
_ONE_GROUP = re.compile(r"([1-9]\d{0,2})[.,،](\d{3})")


class Item(NamedTuple):
    """A word in match form, or a numeral with its value, None for digits that are no single number.

    other: what it stands for when its one sign before three digits is a decimal mark.
    """

    text: str
    start: int
    end: int
    word: str
    value: float | None = None
    numeral: bool = False
    other: float | None = None


def items(line: str) -> tuple[Item, ...]:
    """The words and numerals of a line."""
    found: list[Item] = []
    at, mixed = 0, False
    for (text, start, end), word in zip(tokens(line), words_folded(line), strict=True):
        if text.isalpha():  # as nearly all are: letters alone, which no numeral adjoins
            found += _within(line, at, start) if mixed else ()
            found.append(Item(text, start, end, word))
            at, mixed = end, False
        else:
            mixed = True
    found += _within(line, at, len(line)) if mixed else ()
    return tuple(found)


def _within(line: str, start: int, end: int) -> Iterator[Item]:
    found = (_item(match[0], *match.span(), match.lastgroup) for match in _ITEM.finditer(line, start, end))
    return (item for item in found if item.word or item.numeral)


def _item(text: str, start: int, end: int, kind: str | None) -> Item:
    if kind == "word":
        return Item(text, start, end, fold(text))
    if kind == "reversed":
        fraction, whole = digits(text).split(_REVERSED)
        return Item(text, start, end, "", float(f"{whole}.{fraction}"), numeral=True)
    other = float(f"{m[1]}.{m[2]}") if (m := _ONE_GROUP.fullmatch(digits(text))) else None
    return Item(text, start, end, "", numeral_value(text), numeral=True, other=other)


def numeral_value(text: str) -> float | None:
    """What digits with separators stand for; None for what is no single number, such as 10.5.2019 or 007.

    Groups of three after a separator are thousands; «٫» is always the decimal sign, «٬» never.
    """
    plain = digits(text)
    whole = re.match(r"\d+", plain)
    parts = [(m["sign"], m["digits"]) for m in _SEPARATED.finditer(plain)]
    head = whole.group() if whole else ""
    if not parts:
        return float(head) if head == "0" or not head.startswith("0") else None
    grouped = all(len(d) == _GROUP and sign != "٫" for sign, d in parts) and 0 < len(head) <= _GROUP and head != "0"
    if grouped:
        return float(head + "".join(d for _, d in parts))
    fraction = parts[-1]
    thousands = parts[:-1]
    if fraction[0] in ".٫,،" and all(len(d) == _GROUP and sign != fraction[0] for sign, d in thousands):
        return float(f"{head}{''.join(d for _, d in thousands)}.{fraction[1]}")
    return None
