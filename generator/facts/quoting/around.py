"""What stands round the marked pieces of a paragraph: the voice before one, the voice after it, what joins two.

Invariant: each answer costs the piece's own surroundings, never the whole paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from generator.facts.quoting.marks import Piece
from generator.facts.quoting.nouns import THAT
from generator.facts.quoting.paragraph import Paragraph
from generator.facts.quoting.voices import Voice
from generator.lexicon.speech import Speech

_NOTHING = re.compile(r"[\s،,\-–—]")
_LEADS_ON = re.compile(r"(?:[\s،,\-–—]|كما)*")
_STOP = re.compile("[.؟!]")


class _Begun:
    """The voices of a sentence whose words begin, by where they do."""

    def __init__(self, places: list[tuple[int, int]]) -> None:
        ordered = sorted(places)
        self.at = tuple(at for at, _ in ordered)
        self.voice = tuple(voice for _, voice in ordered)
        self._latest = tuple(accumulate(self.voice, max))

    def latest(self, until: int) -> int:
        """The last voice in the text whose words begin no later than a place; -1 for none."""
        count = bisect_right(self.at, until)
        return self._latest[count - 1] if count else -1

    def between(self, start: int, until: int) -> tuple[int, ...]:
        """The voices whose words begin from one place to another, this included."""
        return self.voice[bisect_left(self.at, start) : bisect_right(self.at, until)]


class Around:
    """A paragraph with its voices, for asking what stands before and after a piece."""

    def __init__(self, para: Paragraph, speech: Speech, voices: tuple[Voice, ...]) -> None:
        self._para, self._speech, self._voices = para, speech, voices
        self._voice_starts = tuple(para.starts[v.cue.at] for v in voices)

    @cached_property
    def _begun(self) -> dict[int, _Begun]:
        places: dict[int, list[tuple[int, int]]] = {}
        for index, voice in enumerate(self._voices):
            if voice.cue.how:
                places.setdefault(voice.cue.sentence, []).append((voice.cue.words_at, index))
        return {sentence: _Begun(found) for sentence, found in places.items()}

    @cached_property
    def _that(self) -> tuple[bool, ...]:
        return tuple(THAT.fullmatch(word) is not None for word in self._para.words)

    @cached_property
    def _last_said(self) -> tuple[int, ...]:
        """For each number of words, where the last of them ends that is no «أن»; 0 for none."""
        ends = (0 if that else token.end for that, token in zip(self._that, self._para.tokens, strict=True))
        return (0, *accumulate(ends, max))

    @cached_property
    def _next_other(self) -> tuple[int, ...]:
        """For each word, where it or the next one begins that joins nothing; the line's end for none."""
        joins, at, found = self._speech.lists["joins"], len(self._para.text), list[int]()
        for that, word, start in zip(*map(reversed, (self._that, self._para.words, self._para.starts)), strict=True):
            at = at if that or word in joins else start
            found.append(at)
        return (*reversed(found), len(self._para.text))

    @cached_property
    def _stops(self) -> tuple[int, ...]:
        return tuple(match.start() for match in _STOP.finditer(self._para.text))

    def preceding(self, piece: Piece) -> Voice | None:
        """The last voice of its sentence whose words begin with a piece, else the last whose words begin before it."""
        begun = self._begun.get(self._para.sentence_of(piece.open))
        if begun is None:
            return None
        near = begun.between(self._straight(piece, "colon"), piece.open)
        direct = max((v for v in near if self.is_direct(self._voices[v], piece)), default=-1)
        found = direct if direct >= 0 else begun.latest(piece.open)
        return self._voices[found] if found >= 0 else None

    def is_direct(self, voice: Voice, piece: Piece) -> bool:
        """True when nothing stands between where a voice's words begin and a piece; after a colon «أن» may."""
        return voice.cue.words_at >= self._straight(piece, voice.cue.how or "")

    def _straight(self, piece: Piece, how: str) -> int:
        """The first place from which nothing stands before a piece."""
        said = self._last_said[self._para.words_to(piece.open)]
        if how == "colon":
            return said
        at = piece.open
        while at and _NOTHING.match(self._para.text, at - 1):
            at -= 1
        return at

    def following(self, piece: Piece) -> Voice | None:
        """A voice straight after the closing mark: «…»، قال فلان."""
        if piece.close is None:
            return None
        gap = _LEADS_ON.match(self._para.text, piece.close)
        first = bisect_left(self._voice_starts, piece.close)
        last = bisect_right(self._voice_starts, gap.end() if gap else piece.close)
        return next((voice for voice in self._voices[first:last] if _says(voice)), None)

    def joined_after(self, close: int) -> int:
        """How far a piece may begin that «و» or «وأن» joins to one that ends here."""
        stop = bisect_left(self._stops, close)
        return min(
            self._next_other[self._para.words_to(close)],
            self._stops[stop] if stop < len(self._stops) else len(self._para.text),
        )


def _says(voice: Voice) -> bool:
    return voice.cue.kind in ("according", "noun") or (voice.cue.kind == "finite" and not voice.cue.led)
