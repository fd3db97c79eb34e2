"""Lines to facts: one field a module, applied in the order of the table.

Each field sees the text as read, the lexicon and the facts found before it, and returns its value with problems; a
model could stand in for any of them by taking a place in the table.
"""

from __future__ import annotations

from collections.abc import Container

from generator.facts.table import FIELDS
from generator.lexicon import Lexicon
from generator.model import Cleaned, Facts, Problem
from generator.reading.line import read_text

ALL = frozenset(field.name for field in FIELDS)
# What stands where it stands, whatever its words mean.
_BY_PLACE = frozenset({"title"})


def extract(cleaned: Cleaned, lexicon: Lexicon, wanted: Container[str] = ALL) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts of a cleaned text, with the problems met on the way; of one in a foreign language only its title."""
    text = read_text(cleaned)
    wanted = _BY_PLACE if cleaned.is_foreign else wanted
    facts, problems = Facts(), list[Problem]()
    for field in FIELDS:
        if field.find and field.name in wanted:
            found = field.find(text, lexicon, facts)
            facts = facts.having(field.name, found.value)
            problems += found.problems
    return facts, tuple(problems)
