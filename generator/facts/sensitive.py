"""Where the harsh passages of an article stand that its editor marks, by their words or by the numbers of their lines.

Invariant: a passage is whole paragraphs of the body; one that is not found is told, never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.facts.made import places_of
from generator.model import Cleaned
from generator.reading.letters import digits

_LINES = re.compile(r"\s*(\d{1,7})\s*(?:[-–]\s*(\d{1,7})\s*)?")
_FROM_TO = re.compile(r"\s*(?:…|\.{3})\s*")


def passage(cleaned: Cleaned, said: str) -> frozenset[int]:
    """The numbers of the source's lines that a passage takes, every line of its paragraphs; none where it is not found.

    `said` are words of it, its first words and its last with «…» between, or lines of the file: «31», «31-33».
    """
    numbered = _LINES.fullmatch(digits(said))
    if numbered:
        first, last = int(numbered[1]), int(numbered[2] or numbered[1])
        return _lines(cleaned, range(first, last + 1))
    parts = [part for part in _FROM_TO.split(said) if part]
    found = [[place.line for place in places_of(cleaned, part)] for part in parts]
    if not all(found):
        return frozenset()
    if len(found) == 1:
        return _lines(cleaned, found[0])
    first, end = found[0][0], next((line for line in found[-1] if line >= found[0][0]), None)
    return _lines(cleaned, range(first, end + 1)) if end else frozenset()


def _lines(cleaned: Cleaned, numbers: Iterable[int]) -> frozenset[int]:
    """Every line of the body's paragraphs that hold some lines."""
    wanted = set(numbers)
    held = (line.numbers for line in cleaned.paragraphs if not wanted.isdisjoint(line.numbers))
    return frozenset(number for own in held for number in own)
