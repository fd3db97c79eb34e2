"""What is no subject of an article: words and phrases that a theme to be proposed is not made of."""

from __future__ import annotations

from pathlib import Path

from generator.lexicon.loading import Folded, Record, WordList, read_record


class Formulas(Record):
    """language/proposals.yml."""

    words: Folded
    phrases: WordList


def load_formulas(data: Path) -> Formulas:
    """Read data/language/proposals.yml. Raises LexiconError."""
    return read_record(data / "language/proposals.yml", Formulas)
