"""Words after a colon without marks: where they begin and where the reporter speaks again.

Invariant: a span is a piece of one line, trimmed of the commas that join it to what follows.
"""

from __future__ import annotations

from generator.extract.quoting.cue import Cue
from generator.extract.quoting.marks import Piece
from generator.extract.quoting.nouns import THAT
from generator.extract.quoting.paragraph import Paragraph, folded, is_clause
from generator.extract.quoting.voices import Voice
from generator.lexicon.speech import Speech

_FEWEST = 4
_MARKS = "«»“”„‟‹›\"'("


def unmarked(para: Paragraph, speech: Speech, voice: Voice, voices: tuple[Voice, ...]) -> tuple[int, int] | None:
    """The span of the words that a cue with a colon begins; None when marks, a list or too little follows."""
    cue = voice.cue
    if para.is_heading or cue.how != "colon" or cue.kind in ("impersonal", "unseen") or not cue.takes_words:
        return None
    start = _skip(para.text, cue.words_at)
    if para.text[start : start + 1] in _MARKS or _is_list(para, speech, cue):
        return None
    end = ending(para, start, voices)
    words = folded(para.text[start:end])
    if len(words) < _FEWEST or not (THAT.fullmatch(words[0]) or is_clause(words, speech)):
        return None
    return start, end


def ending(para: Paragraph, start: int, voices: tuple[Voice, ...]) -> int:
    """Where words without a closing mark end: before the next voice of the reporter, else with the line."""
    end = len(para.text.rstrip())
    for voice in voices:
        at = para.tokens[voice.cue.at].start
        if at > start and _takes_over(para, voice.cue):
            end = min(end, at)
    return len(para.text[:end].rstrip(" \u00a0\t،,؛"))


def _takes_over(para: Paragraph, cue: Cue) -> bool:
    """The reporter is back where a verb with «و» heads a sentence, or after a comma names who speaks."""
    before = para.between(cue.at - 1, cue.at)
    comma, stop = any(c in before for c in "،,"), any(c in before for c in ".؟!؛")
    if cue.kind == "participle":
        return (comma or stop) and cue.how == "colon"  # «، متابعا:»
    if not cue.led or cue.kind != "finite":
        return False
    return stop or (comma and cue.how is not None and (cue.subject is not None or cue.how == "that"))


def cut(para: Paragraph, piece: Piece, voices: tuple[Voice, ...]) -> Piece:
    """A piece that nothing closes, ended where the reporter speaks again."""
    return (
        piece if piece.closed else Piece(piece.open, piece.start, ending(para, piece.start, voices), None, piece.depth)
    )


def _is_list(para: Paragraph, speech: Speech, cue: Cue) -> bool:
    before = folded(para.text[: cue.words_at])
    return (bool(before) and speech.is_in("lists", before[-1])) or _lists_between(para, speech, cue)


def _lists_between(para: Paragraph, speech: Speech, cue: Cue) -> bool:
    return any(
        speech.is_in("lists", para.words[i])
        for i in range(cue.until, len(para.words))
        if para.tokens[i].end <= cue.words_at
    )


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
