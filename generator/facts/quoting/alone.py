"""Marked words that no verb of their paragraph claims: a paragraph of words alone, and «فلان: "…"».

Invariant: such words count only where the paragraph before ends in a colon or in a quotation, or a known person's name
stands before the colon.
"""

from __future__ import annotations

import re

from generator.facts.quoting.cue import Cue
from generator.facts.quoting.decide import Claim
from generator.facts.quoting.earlier import Earlier
from generator.facts.quoting.marks import Piece, outermost
from generator.facts.quoting.mentions import Names
from generator.facts.quoting.paragraph import Paragraph, piece_words
from generator.facts.quoting.speakers import Context, resolve
from generator.facts.quoting.voices import Voice
from generator.lexicon.speech import Speech

_FEWEST = 6
_MOST_NAME_WORDS = 6
_EDGE = re.compile(r"[\s.،,؛:\-–—]*")


def alone(para: Paragraph, last: Voice | None, *, awaited: bool) -> Claim | None:
    """A paragraph that is nothing but marked words, said by whoever spoke last."""
    pieces = outermost(para.pieces)
    if para.is_heading or last is None or not awaited or len(pieces) != 1:
        return None
    piece = pieces[0]
    rest = para.text[: piece.open] + para.text[piece.close or piece.end :]
    long = len(piece_words(para.text, piece)) >= _FEWEST
    return Claim(piece, "standing-alone", last) if long and _EDGE.fullmatch(rest) else None


def named(para: Paragraph, speech: Speech, names: Names) -> Claim | None:
    """«فلان: "…"» where the name is a known person's."""
    piece = next(iter(outermost(para.pieces)), None)
    if para.is_heading or piece is None or not _named_before(para, piece):
        return None
    stop = sum(t.end <= piece.open for t in para.tokens)
    known = names.people.within(para.number, 0, piece.open)
    if not known or not 0 < stop <= _MOST_NAME_WORDS or len(piece_words(para.text, piece)) < _FEWEST:
        return None
    cue = Cue("finite", 0, 0, "", None, False, 0, led=False, subject=(0, stop), how="colon")
    return Claim(piece, "name-colon", Voice(cue, resolve(Context(para, speech, names, Earlier()), cue, (0, stop))))


def _named_before(para: Paragraph, piece: Piece) -> bool:
    before = para.text[: piece.open].rstrip()
    return before.endswith(":") and not any(c in before for c in ".،؟!")


def awaits(para: Paragraph, claims: tuple[Claim, ...]) -> bool:
    """True when a paragraph leads on to words: it ends in a colon, or in a quotation."""
    text = para.text.rstrip()
    ends = max((c.piece.close or c.piece.end for c in claims), default=0)
    return text.endswith(":") or (bool(claims) and not text[ends:].strip(" .،؛"))
