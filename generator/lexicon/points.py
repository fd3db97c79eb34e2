"""What keeps words of an article from standing by themselves."""

from __future__ import annotations

from functools import lru_cache

from generator.lexicon.loading import Folded, Record, Texts
from generator.reading.line import ReadLine
from generator.reading.match import Phrasebook


class PointWords(Record):
    """language/points.yml; each list says there what it is for."""

    loaded: Texts
    doubtful: Folded
    bare: Folded
    relative: Folded
    documents: Folded

    def loaded_in(self, line: ReadLine, start: int, end: int) -> bool:
        """Whether a piece of a line has a loaded word."""
        return any(start <= hit.start < end for hit in _book(self.loaded).find(line))

    def beside(self, words: tuple[str, ...]) -> PointWords:
        """With loaded words of a dossier too."""
        return self.model_copy(update={"loaded": (*self.loaded, *words)}) if words else self


@lru_cache(maxsize=8)
def _book(words: tuple[str, ...]) -> Phrasebook[str]:
    return Phrasebook(((word, word) for word in words), loose_article=True)
