"""When an article was published, as far as its page supports it.

Invariant: never a guess. Without words that show it the date is open, and its bounds are as loose as its evidence.
"""

from __future__ import annotations

from generator.facts.dating.reading import read_dates
from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.model import Cleaned, DateFact, Facts


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[DateFact]:
    """The date with its basis, evidence and steps; contradictions as problems."""
    reading = read_dates(cleaned, lexicon)
    return Found(reading.date, reading.problems)
