"""A line as the rules of quotation see it: its words, its marked pieces, its sentences.

Invariant: words inside a piece long enough to be spoken are `hidden`, so that no rule reads them as the reporter's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.facts.quoting.marks import Piece, outermost, pair
from generator.lexicon.speech import Speech
from generator.model import Line
from generator.reading.letters import Token, fold, tokens
from generator.reading.sentences import sentences

_LONG = 5  # A marked name has four words or fewer, in nearly every case.
_SPACE = re.compile(r"\s")
_SENTENCE_MARKS = ".؟?!…"


@dataclass(frozen=True)
class Paragraph:
    """A line with its words. `hidden` tells, for each word, whether it lies in words spoken."""

    number: int
    text: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    pieces: tuple[Piece, ...]
    stray: int | None
    hidden: tuple[bool, ...]
    sentences: tuple[tuple[int, int], ...]
    is_heading: bool

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins."""
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _hidden_before(self) -> tuple[int, ...]:
        return (0, *accumulate(self.hidden))

    def hides(self, start: int, end: int) -> bool:
        """True when a word spoken begins after one character and before another."""
        first, last = bisect_right(self.starts, start), bisect_left(self.starts, end)
        return first < last and self._hidden_before[last] > self._hidden_before[first]

    def words_to(self, at: int) -> int:
        """How many words begin before a character."""
        return bisect_left(self.starts, at)

    def between(self, left: int, right: int) -> str:
        """The characters between two words, by their indices; the line's edges count as words."""
        start = self.tokens[left].end if left >= 0 else 0
        end = self.tokens[right].start if right < len(self.tokens) else len(self.text)
        return self.text[start:end]

    def sentence_of(self, at: int) -> int:
        """The index of the sentence that holds a character."""
        return min(bisect_right(self.sentences, at, key=lambda span: span[1]), len(self.sentences) - 1)

    def first_word(self, sentence: int) -> int:
        """The index of a sentence's first word."""
        return self.words_to(self.sentences[sentence][0])


def paragraph(line: Line, speech: Speech) -> Paragraph:
    """A line read once for all the rules."""
    marked = pair(line.text)
    pieces = outermost(marked.pieces)
    spoken = tuple(p for p in pieces if is_long(line.text, p, speech))
    found = tuple(t for t in tokens(line.text) if fold(t.text))  # A lone direction mark is no word.
    hidden = _hidden(found, spoken)
    return Paragraph(
        line.number,
        line.text,
        found,
        tuple(fold(t.text) for t in found),
        marked.pieces,
        marked.stray,
        hidden,
        sentences(_masked(line.text, spoken)),
        line.verdict == "subheading",
    )


def _hidden(found: tuple[Token, ...], spoken: tuple[Piece, ...]) -> tuple[bool, ...]:
    """For each word whether a piece holds it; pieces are in order and do not overlap."""
    opens = [piece.open for piece in spoken]
    held = (spoken[at - 1] if (at := bisect_left(opens, token.start)) else None for token in found)
    return tuple(p is not None and t.end <= (p.close or p.end) for p, t in zip(held, found, strict=True))


def is_long(text: str, piece: Piece, speech: Speech) -> bool:
    """True for a piece that may be words spoken: many words, a clause, or words after a colon."""
    words = piece_words(text, piece)
    after_colon = last_before(text, piece.open, _SPACE) == ":"
    return len(words) >= _LONG or after_colon or is_clause(words, speech)


def last_before(text: str, at: int, passed: re.Pattern[str]) -> str:
    """The last character before a place that is none of those passed over; nothing at the line's beginning."""
    while at and passed.match(text, at - 1):
        at -= 1
    return text[at - 1 : at]


def piece_words(text: str, piece: Piece) -> tuple[str, ...]:
    """The words of a piece in match form."""
    return folded(text[piece.start : piece.end])


def folded(text: str) -> tuple[str, ...]:
    """The words of a text in match form; a lone direction mark is none."""
    words = (fold(token.text) for token in tokens(text))
    return tuple(word for word in words if word)


def is_clause(words: tuple[str, ...], speech: Speech) -> bool:
    """True when words hold what names do not: a particle, a pronoun, a verb of present or future."""
    return len(words) > 1 and any(is_clausal(word, speech) for word in words)


_SHORTEST_VERB = 4


def is_clausal(word: str, speech: Speech) -> bool:
    """True for a word that no name holds: a particle, a pronoun, a verb of present or future."""
    if any(form in speech.lists["clause"] for form in (word, word[1:] if word[0] in "وف" else word)):
        return True
    plain = word[1:] if word[0] in "وف" and len(word) > _SHORTEST_VERB else word
    if len(plain) > _SHORTEST_VERB and plain.startswith(("سي", "ست", "سن")):
        return True
    return len(plain) >= _SHORTEST_VERB and plain[0] == "ي" and plain not in speech.lists["not_present"]


def _masked(text: str, spoken: tuple[Piece, ...]) -> str:
    """The text with spoken words blanked out, so that their full stops end no sentence of the reporter's."""
    parts, at = [], 0
    for piece in spoken:
        end = piece.end
        while end > piece.start and text[end - 1] in _SENTENCE_MARKS:
            end -= 1
        parts += [text[at : piece.start], "ه" * (end - piece.start)]
        at = max(end, piece.start)
    return "".join((*parts, text[at:]))
