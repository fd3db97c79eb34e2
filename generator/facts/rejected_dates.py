"""Dates on a page that are not the article's, each with its reason.

Invariant: no date is both the article's and rejected.
"""

from __future__ import annotations

from generator.facts.dating.reading import read_dates
from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.model import Cleaned, Facts, RejectedDate


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[tuple[RejectedDate, ...]]:
    """The rejected dates in the order of weighing: those of the page, then those of the text."""
    return Found(read_dates(cleaned, lexicon).rejected)
