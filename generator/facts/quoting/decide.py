"""Which pieces of a paragraph are words spoken, by which rule, and at which cue.

Invariant: a piece is taken for a quotation only when a word of saying, or an open quotation before it, claims it.
The lengths below were set on sentences written for the purpose: a marked name or fragment has fewer words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.facts.quoting.around import Around
from generator.facts.quoting.cue import Cue
from generator.facts.quoting.marks import Piece
from generator.facts.quoting.paragraph import Paragraph, is_clause, last_before, piece_words
from generator.facts.quoting.voices import Voice
from generator.lexicon.speech import Speech
from generator.reading.letters import fold, tokens

_SENTENCE = 6  # Words that make marked words a sentence even without a particle or verb that we know.
_CLAUSE = 3
_PART = 4  # A part of reported speech is longer than a scare quote.
_NAME = 6
_WORD_BEFORE = 40  # Characters that hold any word before a mark.
_DASHES = re.compile("[ \u00a0\\-–—]")
_ENDS = re.compile(r"\s*(?:[.؟?!؛]|$|[،,]\s*و)")


@dataclass(frozen=True)
class Claim:
    """A piece with the rule that takes it and the voice it belongs to; None for a voice from before the paragraph."""

    piece: Piece
    rule: str
    voice: Voice | None


def claims(para: Paragraph, speech: Speech, voices: tuple[Voice, ...], pieces: tuple[Piece, ...]) -> tuple[Claim, ...]:
    """The quotations among some pieces of a paragraph, in order."""
    found: list[Claim] = []
    around = Around(para, speech, voices)
    joined = -1  # How far a piece may begin that goes on the last one taken.
    for piece in pieces:
        goes_on = piece.open <= joined and _speaks_on(para, speech, piece)
        claim = Claim(piece, "joined", found[-1].voice) if goes_on else _claim(para, speech, around, piece)
        if claim:
            found.append(claim)
            joined = around.joined_after(piece.close) if piece.close is not None else -1
    return tuple(found)


def _speaks_on(para: Paragraph, speech: Speech, piece: Piece) -> bool:
    words = piece_words(para.text, piece)
    return len(words) >= _SENTENCE or is_clause(words, speech)


def _claim(para: Paragraph, speech: Speech, around: Around, piece: Piece) -> Claim | None:
    words = piece_words(para.text, piece)
    voice = around.preceding(piece)
    if voice:
        rule = _rule(para, speech, voice.cue, piece, words, direct=around.is_direct(voice, piece))
        if rule:
            return Claim(piece, rule, voice)
    later = around.following(piece)
    heads = _heads(para, piece) or (len(words) >= _SENTENCE and is_clause(words, speech))
    if later and heads and len(words) >= _CLAUSE and not _names_a_thing(para, speech, piece, words):
        return Claim(piece, "words-first", later)
    return None


def _heads(para: Paragraph, piece: Piece) -> bool:
    """True when a piece begins its sentence or clause, so that it is nobody's object."""
    before = last_before(para.text, piece.open, _DASHES)
    return not before or before in ".؟?!:،,؛…»”"


def _rule(
    para: Paragraph, speech: Speech, cue: Cue, piece: Piece, words: tuple[str, ...], *, direct: bool
) -> str | None:
    count, clause = len(words), is_clause(words, speech)
    if cue.begun or not direct:
        part = count >= _SENTENCE or (count >= _PART and clause)
        return "reported-part" if part and not _names_a_thing(para, speech, piece, words) else None
    if cue.kind == "unseen":
        return "unseen-verb" if count >= _SENTENCE or (clause and count >= _CLAUSE) else None
    ended = _ENDS.match(para.text, piece.close or piece.end) is not None
    if cue.how == "colon":
        return "colon-marked" if count > 1 or (ended and cue.takes_words) else None
    if _names_a_thing(para, speech, piece, words):
        return None
    enough = (
        count >= _SENTENCE or (count >= _CLAUSE and clause) or (count > 1 and ended and (clause or cue.how == "that"))
    )
    return {"that": "that-marked", "direct": "verb-marked"}[cue.how or "direct"] if enough else None


def _names_a_thing(para: Paragraph, speech: Speech, piece: Piece, words: tuple[str, ...]) -> bool:
    """True when the word before the marks says that they hold a name or a title."""
    start = max(0, piece.open - _WORD_BEFORE)
    text = para.text[start : piece.open]
    before = tokens(text.rstrip("ـ "))
    near = bool(before) and not text[before[-1].end :].strip(" ـ\u00a0")
    named = near and speech.is_in("named", fold(before[-1].text))
    return named and len(words) <= _NAME + (_NAME if not is_clause(words, speech) else 0)
