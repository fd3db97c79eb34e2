"""Turns back lines whose letters stand in the order in which they are seen from the left, as some PDF files hold them.

Told from the letters alone: forms that only begin a word end one there, and letters that only end a word begin one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from generator.reading.clitics import ARTICLE

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdfc\ufe80-\ufefc]")
_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3\ufb50-\ufdfc\ufe70-\ufefc]{2,}")
_MARKS = "\u064b-\u065f\u0670"
_BEFORE_LETTER = re.compile(f"([{_MARKS}]+)([\u0620-\u064a\u066e-\u06d3\ufb50-\ufdfc\ufe80-\ufefc])")
_MARK_FIRST = re.compile(f"(?:^|\\s)[{_MARKS}]")
# Only a last letter: teh marbuta, alef maksura.
_LAST = "\u0629\u0649"
# What reads from the left within a line: Latin words with what is between them, and figures.
# What reads from the left within a line: Latin words with what is between them, and figures. A sign before or after a
# figure that follows Arabic letters does not (Unicode's bidirectional algorithm, W2): «12.5%» is seen as «%12.5».
_FROM_LEFT = re.compile(
    r"[A-Za-z0-9](?:[\w .,:/&'@+-]*[A-Za-z0-9])?|[\u0660-\u0669]+(?:[.,:/٫٬][\u0660-\u0669]+)*", re.ASCII
)
_FIGURE = re.compile("[0-9\u0660-\u0669]+(?:[.,:/٫٬][0-9\u0660-\u0669]+)*")
_LATIN = re.compile("[A-Za-z]")
_FROM_RIGHT = re.compile(f"{_ARABIC.pattern}(?:[\\s{_MARKS}]*{_ARABIC.pattern})*")
_TURNED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_PAIRS = ("()", "[]", "«»")
# Without a form of a letter, or a word that begins with one of those, no word shows that its line is turned.
_MAY_SHOW = re.compile(
    f"[\ufb50-\ufdfc\ufe70-\ufefc]|[{_LAST}](?<![\u0620-\u065f\u066e-\u06d3].)[\u0620-\u065f\u066e-\u06d3]"
)
# One word may be written wrongly.
_ENOUGH = 2


def turned(lines: Sequence[str]) -> tuple[list[str], int]:
    """The lines in reading order, and how many had to be turned."""
    if not any(map(_MAY_SHOW.search, lines)):
        return list(lines), 0
    signs = [_signs(line) for line in lines]
    against, along = sum(back for _, back in signs), sum(forth for forth, _ in signs)
    backward = against >= _ENOUGH and against > along
    made = [
        _turned(line) if _is_backward(line, forth, back, backward) else line
        for line, (forth, back) in zip(lines, signs, strict=True)
    ]
    return made, sum(new != old for new, old in zip(made, lines, strict=True))


def _is_backward(line: str, forth: int, back: int, most: bool) -> bool:
    if most:
        return forth <= back and bool(_ARABIC.search(line))
    return forth == 0 and back >= _ENOUGH


def _signs(line: str) -> tuple[int, int]:
    """How many words of a line show that it stands in reading order, and how many that it is turned."""
    told = [_order(word) for word in _WORD.findall(line)]
    return sum(x > 0 for x in told), sum(x < 0 for x in told)


def _order(word: str) -> int:
    """Above zero for a word that begins as words do and ends as words do, below for one the other way round."""
    joined = sum(_joins(a, b) - _joins(b, a) for a, b in pairwise(word))
    if joined:
        return joined
    return (word[-1] in _LAST or word.startswith(ARTICLE)) - (word[0] in _LAST)


def _joins(first: str, second: str) -> bool:
    """True where a form that goes on stands before one that is gone on from."""
    return _form(first) in ("<initial>", "<medial>") and _form(second) in ("<medial>", "<final>")


def _form(letter: str) -> str:
    return unicodedata.decomposition(letter).partition(" ")[0]


def _turned(line: str) -> str:
    """A line the other way round, but for what reads from the left in it."""
    whole = from_right(line[::-1])
    return _BEFORE_LETTER.sub(r"\2\1", whole) if _MARK_FIRST.search(whole) else whole


def is_from_right(text: str) -> bool:
    """True for a row that is read from the right: at least half of its letters are Arabic."""
    arabic = len(_ARABIC.findall(text))
    return arabic > 0 and arabic >= len(_LATIN.findall(text))


def from_right(row: str) -> str:
    """What stands in a row, given from its right to its left, as it is read."""
    whole = _FROM_LEFT.sub(lambda run: _run(run[0]), row)
    mirrored = whole.translate(_TURNED)
    return whole if _misses(whole) < _misses(mirrored) else mirrored


def _run(run: str) -> str:
    """A run from the left as it is read: Latin words with figures beside them as one, figures alone each by itself."""
    return run[::-1] if _LATIN.search(run) else _FIGURE.sub(lambda figure: figure[0][::-1], run)


def from_left(row: str) -> str:
    """What stands in a row that is read from the left, given in that order, with the Arabic in it as it is read."""
    return _FROM_RIGHT.sub(lambda run: from_right(run[0][::-1]), row)


def _misses(text: str) -> int:
    """How many brackets and marks close before they open."""
    return sum(text.find(pair[1]) >= 0 and not 0 <= text.find(pair[0]) < text.find(pair[1]) for pair in _PAIRS)
