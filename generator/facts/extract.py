"""Lines to facts: one field a module, applied in the order of the table.

Each field sees the text as read, the lexicon and the facts found before it, and returns its value with problems; a
model could stand in for any of them by taking a place in the table.

Fields read a paragraph that was broken over lines as one line, with the number of its first; what they find there is
then told of the source's own lines.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from generator.facts.several import first_alone, further, warnings_of
from generator.facts.table import FIELDS
from generator.lexicon import Lexicon
from generator.model import Cleaned, Evidence, Facts, Problem
from generator.model.pieces import each_evidence
from generator.reading.line import read_text

ALL = frozenset(field.name for field in FIELDS)
# What stands where it stands, whatever its words mean.
_BY_PLACE = frozenset({"title"})


def extract(cleaned: Cleaned, lexicon: Lexicon, wanted: Container[str] = ALL) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts of a cleaned text, with the problems met on the way; of one in a foreign language only its title.

    Where a file holds several articles, they are those of the first.
    """
    text = read_text(cleaned)
    wanted = _BY_PLACE if cleaned.is_foreign else wanted
    others = () if cleaned.is_foreign else further(text, lexicon)
    facts, problems = Facts(), list(warnings_of(cleaned.source, others))
    text = first_alone(text, others) if others else text
    for field in FIELDS:
        if field.find and field.name in wanted:
            found = field.find(text, lexicon, facts)
            facts = facts.having(field.name, found.value)
            problems += found.problems
    return _on_lines(facts, cleaned), tuple(problems)


def _on_lines(facts: Facts, cleaned: Cleaned) -> Facts:
    """The facts with all evidence on the lines of the source."""

    def laid(found: Evidence) -> Evidence:
        """A piece of evidence on the lines of the source."""
        line = cleaned.holder(found.line)
        shown = line.shows(found.start, found.end, found.rule)
        return replace(found, line=shown.line, start=shown.start, end=shown.end, pieces=shown.pieces)

    told: Facts = each_evidence(facts, laid) if cleaned.wraps else facts
    return told
