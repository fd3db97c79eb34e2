"""Headlines of other articles that the source links to, kept as such and without the label before them.

Invariant: a title equals, code point for code point, a piece of its line.
"""

from __future__ import annotations

import re

from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.model import Cleaned, Facts, Related
from generator.reading.line import read_line
from generator.reading.marks import BULLETS

_LABEL = re.compile(r"^[^:：\n]{2,40}[:：]\s*")
_EDGES = f" \t\u00a0{BULLETS}"


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[tuple[Related, ...]]:
    """The related headlines in order; a line that repeats another's headline is left out."""
    found: dict[str, Related] = {}
    for line in cleaned.lines:
        if line.verdict == "related" and (title := _title(line.text, lexicon.furniture.links)):
            found.setdefault(title, Related(title, line.number))
    return Found(tuple(found.values()))


def _title(text: str, labels: frozenset[tuple[str, ...]]) -> str:
    """The headline of a line: without bullets, and without a label of reading on that a colon closes."""
    bare = text.strip(_EDGES)
    label = _LABEL.match(bare)
    if label and read_line(label.group()).labelled in labels:
        bare = bare[label.end() :].strip(_EDGES)
    return bare
