"""What keeps words of an article from standing by themselves."""

from __future__ import annotations

from functools import cached_property

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

    @cached_property
    def _loaded(self) -> Phrasebook[str]:
        return Phrasebook(((word, word) for word in self.loaded), loose_article=True)

    def loaded_in(self, line: ReadLine, start: int, end: int) -> bool:
        """Whether a piece of a line has a loaded word."""
        return any(start <= hit.start < end for hit in self._loaded.find(line))
