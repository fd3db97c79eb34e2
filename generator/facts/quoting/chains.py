"""Quotations that run over several paragraphs: opened in one, closed in a later one.

Invariant: a chain covers whole lines between its first and its last piece; a chain that nothing closes is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.facts.quoting.marks import Piece, outermost
from generator.facts.quoting.paragraph import Paragraph
from generator.facts.quoting.voices import Voice

_MOST_PARAGRAPHS = 8
_STRAIGHT_AFTER = 3  # Characters between a closing mark and the verb that claims the words.


@dataclass(frozen=True)
class Link:
    """A piece of a later paragraph that goes on an open quotation."""

    paragraph: int
    piece: Piece


def chain(paras: tuple[Paragraph, ...], voices: Mapping[int, tuple[Voice, ...]], first: int) -> tuple[Link, ...]:
    """The pieces that go on the last, unclosed piece of a paragraph until one closes; none when none does."""
    links: list[Link] = []
    for index in range(first + 1, min(first + 1 + _MOST_PARAGRAPHS, len(paras))):
        para = paras[index]
        piece = _going_on(para, voices[index])
        if piece is None or para.is_heading:
            return ()
        links.append(Link(index, piece))
        if piece.closed:
            return tuple(links)
    return ()


def _going_on(para: Paragraph, voices: tuple[Voice, ...]) -> Piece | None:
    start = len(para.text) - len(para.text.lstrip())
    if para.stray is not None:
        return Piece(start, start, para.stray, para.stray + 1, 0)
    pieces = outermost(para.pieces)
    if pieces and pieces[0].open == start and (pieces[0].closed or len(pieces) == 1):
        return pieces[0] if not _claimed(para, voices, pieces[0]) else None
    reporter = any(v.cue.at == 0 and v.cue.kind == "finite" for v in voices)
    return None if pieces or reporter else Piece(start, start, len(para.text.rstrip()), None, 0)


def _claimed(para: Paragraph, voices: tuple[Voice, ...], piece: Piece) -> bool:
    """True when a voice of its own stands straight after the piece."""
    if piece.close is None:
        return False
    close = piece.close
    return any(0 <= para.tokens[v.cue.at].start - close <= _STRAIGHT_AFTER and not v.cue.led for v in voices)
