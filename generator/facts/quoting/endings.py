"""Where words end that no mark of their passage closes: in a later one, or before the reporter speaks again.

Invariant: what runs over several passages covers whole lines between its first and its last piece, and a mark closes
it; within one, a span is trimmed of the commas that join it to what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from generator.facts.quoting.cues import Cue
from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.subjects import THAT
from generator.facts.quoting.voices import Voice
from generator.lexicon.speech import has_form
from generator.reading.marks import Piece, back, outermost

_MOST_PASSAGES = 8
_STRAIGHT_AFTER = 3  # Characters between a closing mark and the verb that claims the words.
_FEWEST = 4
_JOINING = re.compile("[ \u00a0\t،,؛]")
_MARKS = "«»“”„‟‹›\"'("
_SPACE = re.compile(r"\s*")


def chain(paras: tuple[Hearing, ...], voices: tuple[tuple[Voice, ...], ...], first: int) -> dict[int, Piece]:
    """The pieces of later passages that go on the last, unclosed one until one closes; none when none does."""
    links: dict[int, Piece] = {}
    for index in range(first + 1, min(first + 1 + _MOST_PASSAGES, len(paras))):
        piece = None if paras[index].is_heading else _going_on(paras[index], voices[index])
        if piece is None:
            return {}
        links[index] = piece
        if piece.closed:
            return links
    return {}


def _going_on(para: Hearing, voices: tuple[Voice, ...]) -> Piece | None:
    start = len(para.line.text) - len(para.line.text.lstrip())
    if para.line.marks.stray is not None:
        return Piece(start, start, para.line.marks.stray, para.line.marks.stray + 1)
    pieces = outermost(para.line.marks.pieces)
    if pieces and pieces[0].open == start and (pieces[0].closed or len(pieces) == 1):
        close = pieces[0].close
        # A voice of its own straight after it claims a piece.
        after = (para.line.starts[v.cue.at] - close for v in voices if not v.cue.led) if close is not None else ()
        return None if any(0 <= gap <= _STRAIGHT_AFTER for gap in after) else pieces[0]
    reporter = any(v.cue.at == 0 and v.cue.kind == "finite" for v in voices)
    return None if pieces or reporter else Piece(start, start, len(para.line.text.rstrip()), None)


class Turns:
    """The words of a passage that may run on without a closing mark, and where the reporter takes over from them."""

    def __init__(self, para: Hearing, voices: tuple[Voice, ...]) -> None:
        self._para = para
        self._turns = [para.line.starts[v.cue.at] for v in voices if _takes_over(para, v.cue)]
        self._ends = [back(para.line.text, end, _JOINING) for end in (*self._turns, len(para.line.text.rstrip()))]

    def unmarked(self, cue: Cue) -> Piece | None:
        """The words that a cue with a colon begins; None when marks, a list or too little follows."""
        para = self._para
        if para.is_heading or cue.how != "colon" or cue.kind in ("impersonal", "unseen") or not cue.takes_words:
            return None
        space = _SPACE.match(para.line.text, cue.words_at)
        start = space.end() if space else cue.words_at
        count = para.line.words_to(cue.words_at)
        # The word before the colon, or one since the verb, says that a list follows.
        since = para.line.words[min(cue.until, max(count - 1, 0)) : count]
        if para.line.text[start : start + 1] in _MARKS or any(has_form(para.speech.lists, word) for word in since):
            return None
        piece = Piece(start, start, self._ending(start), None)
        words = para.inside(piece)
        spoken = len(words) >= _FEWEST and (para.line.words[words.start] in THAT or para.is_clause(words))
        return piece if spoken else None

    def _ending(self, start: int) -> int:
        """Where words without a closing mark end: before the next voice of the reporter, else with the line."""
        return self._ends[bisect_right(self._turns, start)]

    def cut(self, piece: Piece) -> Piece:
        """A piece that nothing closes, ended where the reporter speaks again."""
        return piece if piece.closed else replace(piece, end=self._ending(piece.start))


def _takes_over(para: Hearing, cue: Cue) -> bool:
    """The reporter is back where a verb with «و» heads a sentence, or after a comma names who speaks."""
    before = set(para.line.between(cue.at - 1, cue.at))
    comma, stop = not before.isdisjoint("،,"), not before.isdisjoint(".؟!؛")
    if cue.kind == "participle":
        return (comma or stop) and cue.how == "colon"  # «، متابعا:»
    if not cue.led or cue.kind != "finite":
        return False
    return stop or (comma and cue.how is not None and (cue.subject is not None or cue.how == "that"))
