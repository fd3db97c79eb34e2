"""What of a line is the reporter's own: its words, its marked pieces, and which of them are long enough to be spoken.

Invariant: words inside a piece long enough to be spoken are `hidden`, so that no rule reads them as the reporter's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, chain, count, pairwise, repeat

from generator.lexicon.speech import Said, Speech, has_form
from generator.reading.clitics import HIS
from generator.reading.line import ReadLine
from generator.reading.marks import Piece, back, outermost
from generator.reading.sentences import sentences

_LONG = 5  # A marked name has four words or fewer, in nearly every case.
_SPACE = re.compile(r"\s")
_SENTENCE_MARKS = re.compile(r"[.؟?!…]")
_WHAT = "ما"


class Hearing:
    """A line with what of it is spoken: `hidden` tells it of each word, `sentences` are those of the reporter."""

    def __init__(self, line: ReadLine, speech: Speech) -> None:
        self.line, self.speech, self.is_heading = line, speech, line.verdict == "subheading"
        spoken = [piece for piece in outermost(line.marks.pieces) if self._may_be_spoken(piece)]
        self.hidden = self._inside(spoken)
        self.sentences = sentences(_masked(line.text, spoken)) if spoken else line.sentences
        self._ends = tuple(end for _, end in self.sentences[:-1])
        self._firsts = (0, *map(line.words_to, self._ends), len(line.words))
        counts = (after - first for first, after in pairwise(self._firsts))
        self.sentence = tuple(chain.from_iterable(map(repeat, count(), counts)))
        self.heads = frozenset(self._firsts)

    def _may_be_spoken(self, piece: Piece) -> bool:
        """True for a piece of many words, for a clause, and for words after a colon."""
        words = self.inside(piece)
        after_colon = self.before(piece.open, _SPACE) == ":"
        # «صحيفة "وول ستريت جورنال"», whose second word looks like a verb.
        named = len(words) < _LONG and has_form(self.speech.named, self.line.folded(words.start - 1))
        return len(words) >= _LONG or after_colon or (self.is_clause(words) and not named)

    def _inside(self, spoken: list[Piece]) -> tuple[bool, ...]:
        """For each word whether a piece holds it; pieces are in order and do not overlap."""
        if not spoken:
            return (False,) * len(self.line.written)
        opens = [piece.open for piece in spoken]
        held = (spoken[at - 1] if (at := bisect_left(opens, start)) else None for start in self.line.starts)
        ends = (piece.close or piece.end if piece else -1 for piece in held)
        return tuple(token.end <= end for token, end in zip(self.line.tokens, ends, strict=True))

    def inside(self, piece: Piece) -> range:
        """The indices of the words of a piece."""
        return range(self.line.words_to(piece.start), self.line.words_to(piece.end))

    @cached_property
    def _clausal(self) -> tuple[int, ...]:
        """For each number of words, how many of them no name holds."""
        return (0, *accumulate(map(self.speech.clausal.__getitem__, self.line.words)))

    def first_piece(self, at: int) -> Piece | None:
        """The first piece that opens at a place or after it."""
        pieces = self.line.marks.pieces
        first = bisect_left(pieces, at, key=lambda piece: piece.open)
        return pieces[first] if first < len(pieces) else None

    def is_clause(self, words: range) -> bool:
        """True when words hold what names do not: a particle, a pronoun, a verb of present or future."""
        return len(words) > 1 and self._clausal[words.stop] > self._clausal[words.start]

    def said(self, at: int) -> Said | None:
        """A word as a form of saying."""
        word = self.line.words[at]
        if word not in self.speech.cued:
            return None
        written = self.line.written[at]
        if word.endswith(HIS) and self.line.folded(at - 1) == _WHAT:
            return self.speech.read(written[:-1], word[:-1])  # «ما قاله فلان»
        return self.speech.read(written, word)

    def before(self, at: int, passed: re.Pattern[str]) -> str:
        """The last character before a place that is none of those passed over; nothing at the line's beginning."""
        found = back(self.line.text, at, passed)
        return self.line.text[found - 1 : found]

    def sentence_of(self, at: int) -> int:
        """The index of the sentence that holds a character."""
        return bisect_right(self._ends, at)

    def first_word(self, sentence: int) -> int:
        """The index of a sentence's first word."""
        return self._firsts[sentence]


def _masked(text: str, spoken: Iterable[Piece]) -> str:
    """The text with spoken words blanked out, so that their full stops end no sentence of the reporter's."""
    parts, at = [], 0
    for piece in spoken:
        end = back(text, piece.end, _SENTENCE_MARKS, piece.start)
        parts += [text[at : piece.start], "ه" * (end - piece.start)]
        at = end
    return "".join((*parts, text[at:]))
