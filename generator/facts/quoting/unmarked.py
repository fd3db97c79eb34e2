"""Words after a colon without marks: where they begin and where the reporter speaks again.

Invariant: a span is a piece of one line, trimmed of the commas that join it to what follows.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from generator.facts.quoting.cue import Cue
from generator.facts.quoting.marks import Piece
from generator.facts.quoting.nouns import THAT
from generator.facts.quoting.paragraph import Paragraph, is_clausal
from generator.facts.quoting.voices import Voice
from generator.lexicon.speech import Speech

_FEWEST = 4
_JOINING = " \u00a0\t،,؛"
_MARKS = "«»“”„‟‹›\"'("


class Turns:
    """The words of a paragraph that may run on without a closing mark, and where the reporter takes over from them."""

    def __init__(self, para: Paragraph, speech: Speech, voices: tuple[Voice, ...]) -> None:
        self._para, self._speech = para, speech
        self._turns = tuple(para.starts[v.cue.at] for v in voices if _takes_over(para, v.cue))
        self._ends: dict[int, int] = {}

    @cached_property
    def _clausal_before(self) -> tuple[int, ...]:
        return (0, *accumulate(is_clausal(word, self._speech) for word in self._para.words))

    def unmarked(self, cue: Cue) -> tuple[int, int] | None:
        """The span of the words that a cue with a colon begins; None when marks, a list or too little follows."""
        para = self._para
        if para.is_heading or cue.how != "colon" or cue.kind in ("impersonal", "unseen") or not cue.takes_words:
            return None
        start = _skip(para.text, cue.words_at)
        if para.text[start : start + 1] in _MARKS or _is_list(para, self._speech, cue):
            return None
        end = self.ending(start)
        first, last = para.words_to(start), para.words_to(end)
        if last - first < _FEWEST or not (THAT.fullmatch(para.words[first]) or self._is_clause(first, last)):
            return None
        return start, end

    def _is_clause(self, first: int, last: int) -> bool:
        return self._clausal_before[last] > self._clausal_before[first]

    def ending(self, start: int) -> int:
        """Where words without a closing mark end: before the next voice of the reporter, else with the line."""
        at = bisect_right(self._turns, start)
        end = self._turns[at] if at < len(self._turns) else len(self._para.text.rstrip())
        if end not in self._ends:
            self._ends[end] = _trimmed(self._para.text, end)
        return self._ends[end]

    def cut(self, piece: Piece) -> Piece:
        """A piece that nothing closes, ended where the reporter speaks again."""
        return piece if piece.closed else Piece(piece.open, piece.start, self.ending(piece.start), None, piece.depth)


def _trimmed(text: str, end: int) -> int:
    """The place without the spaces and commas before it."""
    while end and text[end - 1] in _JOINING:
        end -= 1
    return end


def _takes_over(para: Paragraph, cue: Cue) -> bool:
    """The reporter is back where a verb with «و» heads a sentence, or after a comma names who speaks."""
    before = para.between(cue.at - 1, cue.at)
    comma, stop = any(c in before for c in "،,"), any(c in before for c in ".؟!؛")
    if cue.kind == "participle":
        return (comma or stop) and cue.how == "colon"  # «، متابعا:»
    if not cue.led or cue.kind != "finite":
        return False
    return stop or (comma and cue.how is not None and (cue.subject is not None or cue.how == "that"))


def _is_list(para: Paragraph, speech: Speech, cue: Cue) -> bool:
    """True when the word before the colon, or one since the verb, says that a list follows."""
    count = para.words_to(cue.words_at)
    return any(speech.is_in("lists", word) for word in para.words[min(cue.until, max(count - 1, 0)) : count])


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
