"""What of a line is the reporter's own: its words, its marked pieces, and which of them are long enough to be spoken.

Invariant: words inside a piece long enough to be spoken are `hidden`, so that no rule reads them as the reporter's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from generator.lexicon.speech import Speech
from generator.model import Line
from generator.reading.letters import fold, tokens
from generator.reading.marks import Piece, back, outermost, pair
from generator.reading.sentences import sentences

_LONG = 5  # A marked name has four words or fewer, in nearly every case.
_SPACE = re.compile(r"\s")
_SENTENCE_MARKS = re.compile(r"[.؟?!…]")
_SHORTEST_VERB = 4
_FUTURE = ("سي", "ست", "سن")


class Passage:
    """A line with its words. `hidden` tells, for each word, whether it lies in words spoken."""

    def __init__(self, line: Line, speech: Speech) -> None:
        self.number, self.text, self.is_heading = line.number, line.text, line.verdict == "subheading"
        self.speech = speech
        folded = ((token, fold(token.text)) for token in tokens(line.text))
        read = [(token, word) for token, word in folded if word]  # A lone direction mark is no word.
        self.tokens = tuple(token for token, _ in read)
        self.words = tuple(word for _, word in read)
        self.starts = tuple(token.start for token in self.tokens)
        marked = pair(line.text)
        self.pieces, self.stray = marked.pieces, marked.stray
        spoken = [piece for piece in outermost(marked.pieces) if self._may_be_spoken(piece)]
        self.hidden = self._inside(spoken)
        self.sentences = sentences(_masked(line.text, spoken))
        self._ends = tuple(end for _, end in self.sentences[:-1])
        self.sentence = tuple(map(self.sentence_of, self.starts))

    def _may_be_spoken(self, piece: Piece) -> bool:
        """True for a piece of many words, for a clause, and for words after a colon."""
        words = self.inside(piece)
        after_colon = self.before(piece.open, _SPACE) == ":"
        return len(words) >= _LONG or after_colon or self.is_clause(words)

    def _inside(self, spoken: list[Piece]) -> tuple[bool, ...]:
        """For each word whether a piece holds it; pieces are in order and do not overlap."""
        opens = [piece.open for piece in spoken]
        held = (spoken[at - 1] if (at := bisect_left(opens, start)) else None for start in self.starts)
        return tuple(p is not None and t.end <= (p.close or p.end) for p, t in zip(held, self.tokens, strict=True))

    def words_to(self, at: int) -> int:
        """How many words begin before a character."""
        return bisect_left(self.starts, at)

    def inside(self, piece: Piece) -> range:
        """The indices of the words of a piece."""
        return range(self.words_to(piece.start), self.words_to(piece.end))

    @cached_property
    def _clausal(self) -> tuple[int, ...]:
        """For each number of words, how many of them no name holds."""
        return (0, *accumulate(_is_clausal(word, self.speech) for word in self.words))

    def first_piece(self, at: int) -> Piece | None:
        """The first piece that opens at a place or after it."""
        first = bisect_left(self.pieces, at, key=lambda piece: piece.open)
        return self.pieces[first] if first < len(self.pieces) else None

    def is_clause(self, words: range) -> bool:
        """True when words hold what names do not: a particle, a pronoun, a verb of present or future."""
        return len(words) > 1 and self._clausal[words.stop] > self._clausal[words.start]

    def between(self, left: int, right: int) -> str:
        """The characters between two words, by their indices; the line's edges count as words."""
        start = self.tokens[left].end if left >= 0 else 0
        end = self.starts[right] if right < len(self.starts) else len(self.text)
        return self.text[start:end]

    def before(self, at: int, passed: re.Pattern[str]) -> str:
        """The last character before a place that is none of those passed over; nothing at the line's beginning."""
        found = back(self.text, at, passed)
        return self.text[found - 1 : found]

    def sentence_of(self, at: int) -> int:
        """The index of the sentence that holds a character."""
        return bisect_right(self._ends, at)

    def first_word(self, sentence: int) -> int:
        """The index of a sentence's first word."""
        return bisect_left(self.sentence, sentence)


def _is_clausal(word: str, speech: Speech) -> bool:
    """True for a word that no name holds: a particle, a pronoun, a verb of present or future."""
    joined = word[0] in "وف"
    if word in speech.clause or (joined and word[1:] in speech.clause):
        return True
    plain = word[1:] if joined and len(word) > _SHORTEST_VERB else word
    if len(plain) > _SHORTEST_VERB and plain.startswith(_FUTURE):
        return True
    return len(plain) >= _SHORTEST_VERB and plain[0] == "ي" and plain not in speech.not_present


def _masked(text: str, spoken: Iterable[Piece]) -> str:
    """The text with spoken words blanked out, so that their full stops end no sentence of the reporter's."""
    parts, at = [], 0
    for piece in spoken:
        end = back(text, piece.end, _SENTENCE_MARKS, piece.start)
        parts += [text[at : piece.start], "ه" * (end - piece.start)]
        at = end
    return "".join((*parts, text[at:]))
