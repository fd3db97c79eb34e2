"""Which pieces of a paragraph are words spoken, by which rule, and at which cue.

Invariant: a piece is taken for a quotation only when a word of saying, or an open quotation before it, claims it.
The lengths below were set on sentences written for the purpose: a marked name or fragment has fewer words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.quoting.cue import Cue
from generator.extract.quoting.marks import Piece
from generator.extract.quoting.nouns import THAT
from generator.extract.quoting.paragraph import Paragraph, folded, is_clause, piece_words
from generator.extract.quoting.voices import Voice
from generator.lexicon.speech import Speech
from generator.text import fold, tokens

_SENTENCE = 6  # Words that make marked words a sentence even without a particle or verb that we know.
_CLAUSE = 3
_PART = 4  # A part of reported speech is longer than a scare quote.
_NAME = 6
_WORD_BEFORE = 40  # Characters that hold any word before a mark.
_NOTHING = re.compile(r"[\s،,\-–—]*")
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
    for piece in pieces:
        claim = _coordinated(para, speech, piece, found) or _claim(para, speech, voices, piece)
        if claim:
            found.append(claim)
    return tuple(found)


def _claim(para: Paragraph, speech: Speech, voices: tuple[Voice, ...], piece: Piece) -> Claim | None:
    words = piece_words(para.text, piece)
    voice = _preceding(para, voices, piece)
    if voice and voice.cue.how:
        rule = _rule(para, speech, voice.cue, piece, words)
        if rule:
            return Claim(piece, rule, voice)
    later = _following(para, voices, piece)
    heads = _heads(para, piece) or (len(words) >= _SENTENCE and is_clause(words, speech))
    if later and heads and len(words) >= _CLAUSE and not _names_a_thing(para, speech, piece, words):
        return Claim(piece, "words-first", later)
    return None


def _heads(para: Paragraph, piece: Piece) -> bool:
    """True when a piece begins its sentence or clause, so that it is nobody's object."""
    before = para.text[: piece.open].rstrip(" \u00a0-–—")
    return not before or before[-1] in ".؟?!:،,؛…»”"


def _preceding(para: Paragraph, voices: tuple[Voice, ...], piece: Piece) -> Voice | None:
    """The last voice before a piece in its sentence whose words begin no later."""
    sentence = para.sentence_of(piece.open)
    mine = [v for v in voices if v.cue.sentence == sentence and para.tokens[v.cue.at].start < piece.open]
    direct = [v for v in mine if v.cue.how and v.cue.words_at <= piece.open and _is_direct(para, v.cue, piece)]
    begun = [v for v in mine if v.cue.how and v.cue.words_at <= piece.open]
    return (direct or begun or [None])[-1]  # type: ignore[list-item]


def _is_direct(para: Paragraph, cue: Cue, piece: Piece) -> bool:
    between = para.text[cue.words_at : piece.open]
    if _NOTHING.fullmatch(between):
        return True
    return cue.how == "colon" and all(THAT.fullmatch(word) for word in folded(between))


def _rule(para: Paragraph, speech: Speech, cue: Cue, piece: Piece, words: tuple[str, ...]) -> str | None:
    count, clause = len(words), is_clause(words, speech)
    if cue.begun or not _is_direct(para, cue, piece):
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


def _following(para: Paragraph, voices: tuple[Voice, ...], piece: Piece) -> Voice | None:
    """A voice straight after the closing mark: «…»، قال فلان."""
    if piece.close is None:
        return None
    for voice in voices:
        start = para.tokens[voice.cue.at].start
        says = voice.cue.kind in ("according", "noun") or (voice.cue.kind == "finite" and not voice.cue.led)
        if start >= piece.close and says and _NOTHING.fullmatch(para.text[piece.close : start].replace("كما", "")):
            return voice
    return None


def _coordinated(para: Paragraph, speech: Speech, piece: Piece, found: list[Claim]) -> Claim | None:
    """A second piece joined by «و» or «وأن» to one just taken."""
    if not found or found[-1].piece.close is None:
        return None
    between = para.text[found[-1].piece.close : piece.open]
    words = piece_words(para.text, piece)
    only_joins = all(THAT.fullmatch(word) or word in speech.lists["joins"] for word in folded(between))
    if not only_joins or any(c in between for c in ".؟!") or not (len(words) >= _SENTENCE or is_clause(words, speech)):
        return None
    return Claim(piece, "joined", found[-1].voice)
