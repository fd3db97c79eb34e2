"""What stands round the marked pieces of a passage: the voice before one, the voice after it, what joins two.

Invariant: each answer costs the piece's own surroundings, never the whole passage.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.subjects import THAT
from generator.facts.quoting.voices import Voice
from generator.reading.marks import Piece, back

_NOTHING = re.compile(r"[\s،,\-–—]")
_LEADS_ON = re.compile(r"(?:[\s،,\-–—]|كما|هذا|ما)*")
_STOP = re.compile("[.؟!]")


class Around:
    """A passage with its voices, for asking what stands before and after a piece."""

    def __init__(self, para: Hearing, voices: tuple[Voice, ...]) -> None:
        self._para, self._voices = para, voices
        self._voice_starts = tuple(para.line.starts[v.cue.at] for v in voices)
        places: dict[int, list[tuple[int, int]]] = {}
        for index, voice in enumerate(voices):
            if voice.cue.how:
                places.setdefault(voice.cue.sentence, []).append((voice.cue.words_at, index))
        # Of each sentence, the voices whose words begin, by where they do, and the latest of those up to each.
        self._begun = {sentence: sorted(found) for sentence, found in places.items()}
        self._latest = {
            sentence: tuple(accumulate((v for _, v in found), max)) for sentence, found in self._begun.items()
        }
        # For each number of words, where the last of them ends that is no «أن»; 0 for none.
        ends = (0 if word in THAT else token.end for word, token in zip(para.line.words, para.line.tokens, strict=True))
        self._last_said = (0, *accumulate(ends, max))

    @cached_property
    def _next_other(self) -> tuple[int, ...]:
        """For each word, where it or the next one begins that joins nothing; the line's end for none."""
        joins, end = THAT | self._para.speech.joins, len(self._para.line.text)
        starts = (
            end if w in joins else start for w, start in zip(self._para.line.words, self._para.line.starts, strict=True)
        )
        return tuple(reversed(tuple(accumulate(reversed((*starts, end)), min))))

    @cached_property
    def _stops(self) -> tuple[int, ...]:
        return tuple(match.start() for match in _STOP.finditer(self._para.line.text))

    def preceding(self, piece: Piece) -> Voice | None:
        """The last voice of its sentence whose words begin with a piece, else the last whose words begin before it."""
        sentence = self._para.sentence_of(piece.open)
        begun = self._begun.get(sentence, [])
        until = bisect_right(begun, piece.open, key=lambda place: place[0])
        if not until:
            return None
        near = bisect_left(begun, self._last_said[self._para.line.words_to(piece.open)], key=lambda place: place[0])
        direct = (index for _, index in begun[near:until] if self.is_direct(self._voices[index], piece))
        return self._voices[max(direct, default=self._latest[sentence][until - 1])]

    def is_direct(self, voice: Voice, piece: Piece) -> bool:
        """True when nothing stands between where a voice's words begin and a piece; after a colon «أن» may."""
        if voice.cue.how == "colon":
            return voice.cue.words_at >= self._last_said[self._para.line.words_to(piece.open)]
        return voice.cue.words_at >= back(self._para.line.text, piece.open, _NOTHING)

    def following(self, piece: Piece) -> Voice | None:
        """A voice straight after the closing mark: «…»، قال فلان."""
        if piece.close is None:
            return None
        gap = _LEADS_ON.match(self._para.line.text, piece.close)
        first = bisect_left(self._voice_starts, piece.close)
        for voice in self._voices[first : bisect_right(self._voice_starts, gap.end() if gap else piece.close)]:
            if voice.cue.kind in ("according", "noun") or (voice.cue.kind == "finite" and not voice.cue.led):
                return voice
        return None

    def joined_after(self, close: int) -> int:
        """How far a piece may begin that «و» or «وأن» joins to one that ends here."""
        stop = bisect_left(self._stops, close)
        end = self._stops[stop] if stop < len(self._stops) else len(self._para.line.text)
        return min(self._next_other[self._para.line.words_to(close)], end)
