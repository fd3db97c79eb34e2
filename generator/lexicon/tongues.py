"""Languages that are written with Arabic letters, by the little words of their sentences.

Invariant: words are compared as written but for marks, kaf and yeh (`letters.bare`): all that `fold` joins would make
«لە» of Sorani the Arabic «له».
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.lexicon.loading import Record, Texts, records
from generator.reading.letters import bare


class TongueRecord(Record):
    """language/tongues/ID.yml: `words` tell it from Arabic, `both` are words of Arabic as well."""

    words: Texts
    both: Texts


@dataclass(frozen=True)
class Tongues:
    """Which language each telling word is of, and the words that tell nothing between two."""

    of_word: Mapping[str, frozenset[str]]
    neither: frozenset[str]


def load_tongues(data: Path) -> Tongues:
    """Read data/language/tongues/*.yml. Raises LexiconError."""
    found = dict(records(data / "language/tongues", TongueRecord))
    of_word: dict[str, frozenset[str]] = {}
    for id_, tongue in found.items():
        for word in map(bare, tongue.words):
            of_word[word] = of_word.get(word, frozenset()) | {id_}
    return Tongues(of_word, frozenset(bare(word) for tongue in found.values() for word in tongue.both))
