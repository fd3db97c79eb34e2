"""Which pieces of a passage are words spoken, by which rule, and at which cue.

Invariant: a piece is taken for a quotation only when a word of saying, an open quotation before it, or a known person's
name before a colon claims it. The lengths below were set on sentences written for the purpose: a marked name or
fragment has fewer words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.facts.quoting.around import Around
from generator.facts.quoting.cues import Cue
from generator.facts.quoting.earlier import Earlier
from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.speakers import Context, resolve
from generator.facts.quoting.voices import Voice
from generator.lexicon.speech import has_form
from generator.model.manners import Marks
from generator.reading.clitics import ARTICLE
from generator.reading.marks import Piece, outermost

_SENTENCE = 6  # Words that make marked words a sentence even without a particle or verb that we know.
_CLAUSE = 3
_PART = 4  # A part of reported speech is longer than a scare quote.
_NAME = 6
_LISTED = 4  # commas in a list of names
_TITLE = 20
_MOST_NAME_WORDS = 6
_DASHES = re.compile("[ \u00a0\\-–—]")
_ENDS = re.compile(r"\s*(?:[.؟?!؛]|$|[،,]\s*و)")
_EDGE = re.compile(r"[\s.،,؛:\-–—]*")
_STOPS = frozenset(".،؟!")


@dataclass(frozen=True)
class Claim:
    """A piece with the rule that takes it and the voice it belongs to; None for a voice from before the passage."""

    para: Hearing
    piece: Piece
    rule: str
    voice: Voice | None
    marks: Marks = "closed"


def claims(para: Hearing, voices: tuple[Voice, ...], pieces: tuple[Piece, ...]) -> tuple[Claim, ...]:
    """The quotations among some pieces of a passage, in order."""
    found: list[Claim] = []
    around = Around(para, voices)
    joined = -1  # How far a piece may begin that goes on the last one taken.
    for piece in pieces:
        words = para.inside(piece)
        goes_on = piece.open <= joined and (len(words) >= _SENTENCE or para.is_clause(words))
        claim = Claim(para, piece, "joined", found[-1].voice) if goes_on else _claim(para, around, piece)
        if claim:
            found.append(claim)
            joined = around.joined_after(piece.close) if piece.close is not None else -1
    return tuple(found)


def _claim(para: Hearing, around: Around, piece: Piece) -> Claim | None:
    words, voice = para.inside(piece), around.preceding(piece)
    rule = voice and _rule(para, voice.cue, piece, direct=around.is_direct(voice, piece))
    if rule:
        return Claim(para, piece, rule, voice)
    later = around.following(piece)
    if later is None or len(words) < _CLAUSE or _names_a_thing(para, piece):
        return None
    # A piece that begins its sentence or clause is nobody's object.
    before = para.before(piece.open, _DASHES)
    heads = not before or before in ".؟?!:،,؛…»”" or (len(words) >= _SENTENCE and para.is_clause(words))
    heads = heads or (later.cue.kind in ("according", "noun") and len(words) >= _PART)
    return Claim(para, piece, "words-first", later) if heads else None


def _rule(para: Hearing, cue: Cue, piece: Piece, *, direct: bool) -> str | None:
    words = para.inside(piece)
    count, clause = len(words), para.is_clause(words)
    if cue.begun or not direct:
        return "reported-part" if count >= _PART and not _names_a_thing(para, piece) else None
    enough = count >= _SENTENCE or (count >= _CLAUSE and clause)
    if cue.kind == "unseen":
        return "unseen-verb" if enough else None
    ended = _ENDS.match(para.line.text, piece.close or piece.end) is not None
    if cue.how == "colon":
        return "colon-marked" if count > 1 or (ended and cue.takes_words) else None
    enough = enough or (count > 1 and ended and (clause or cue.how == "that"))
    rule = "that-marked" if cue.how == "that" else "verb-marked"
    return rule if enough and not _names_a_thing(para, piece) else None


def _names_a_thing(para: Hearing, piece: Piece) -> bool:
    """True when the words before the marks say that they hold a name or a title, or their own first words do."""
    words, clause, line, speech = para.inside(piece), para.is_clause(para.inside(piece)), para.line, para.speech
    listed = not clause and line.text.count("،", piece.start, piece.end) >= _LISTED
    if listed or line.folded(words.start) in speech.asides:
        return True
    body = has_form(speech.bodies, line.folded(words.start)) and line.folded(words.start + 1).startswith(ARTICLE)
    if body and not clause and len(words) <= 2 * _NAME:
        return True  # «مركز الشرق للدراسات»
    last = line.words_to(piece.open) - 1
    if last < 0 or line.text[line.tokens[last].end : piece.open].strip(" ـ\u00a0"):
        return False
    noun = last - 1 if line.words[last].startswith(ARTICLE) and not has_form(speech.named, line.words[last]) else last
    return len(words) <= (_NAME if clause else _TITLE) and has_form(speech.named, line.folded(noun))


def marked_alone(para: Hearing, last: Voice | None, *, awaited: bool) -> Claim | None:
    """A passage that is nothing but marked words, said by whoever spoke last."""
    pieces = outermost(para.line.marks.pieces)
    if para.is_heading or last is None or not awaited or len(pieces) != 1:
        return None
    piece = pieces[0]
    rest = para.line.text[: piece.open] + para.line.text[piece.close or piece.end :]
    long = len(para.inside(piece)) >= _SENTENCE
    return Claim(para, piece, "standing-alone", last) if long and _EDGE.fullmatch(rest) else None


def before_colon(context: Context) -> Claim | None:
    """«فلان: "…"» where the name is a known person's."""
    para = context.para
    piece = next(iter(outermost(para.line.marks.pieces)), None)
    before = para.line.text[: piece.open].rstrip() if piece else ""
    if piece is None or para.is_heading or not before.endswith(":") or not _STOPS.isdisjoint(before):
        return None
    stop = para.line.words_to(piece.open)
    known = context.names.people.within(para.line.number, 0, piece.open)
    if not known or not 0 < stop <= _MOST_NAME_WORDS or len(para.inside(piece)) < _SENTENCE:
        return None
    cue = Cue("finite", 0, 0, "", 0, subject=(0, stop), how="colon")
    return Claim(para, piece, "name-colon", Voice(cue, resolve(replace(context, before=Earlier()), cue, (0, stop))))


def awaits(para: Hearing, found: tuple[Claim, ...]) -> bool:
    """True when a passage leads on to words: it ends in a colon, or in a quotation."""
    text = para.line.text.rstrip()
    ends = max((c.piece.close or c.piece.end for c in found), default=0)
    return text.endswith(":") or (bool(found) and not text[ends:].strip(" .،؛"))
