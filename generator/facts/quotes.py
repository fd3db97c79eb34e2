"""Direct quotations of the body, each with who says it.

Invariant: a quotation is an exact piece of one line, without its marks; over several paragraphs, a piece of each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from generator.facts.found import Found
from generator.facts.quoting.claims import Claim, awaits, before_colon, claims, marked_alone
from generator.facts.quoting.described import described
from generator.facts.quoting.earlier import Earlier
from generator.facts.quoting.endings import Turns, chain
from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.interview import interview
from generator.facts.quoting.mentions import Mentioned
from generator.facts.quoting.others import others
from generator.facts.quoting.reported import reported
from generator.facts.quoting.speakers import Context
from generator.facts.quoting.voices import Voice, hear
from generator.lexicon import Lexicon
from generator.model import Facts, Problem, Quote
from generator.reading.line import ReadText
from generator.reading.marks import Piece, outermost


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Quote, ...]]:
    """Every quotation in order, and a problem for each that nothing closes."""
    known = (*facts.people, *facts.organisations, *facts.places)
    public = frozenset(word for entity in known for word in (entity.name, *(m.text for m in entity.mentions)))
    paras = [Hearing(line, lexicon.speech) for line in text.body if line.text.strip()]
    names, before = Mentioned(facts, others(paras, facts, lexicon)), Earlier()
    heard = [Context(para, names, before, lexicon, public) for para in paras]
    turns = interview(heard, facts)
    said = (claim for claim in _claims(heard) if claim.para.line.number not in turns)
    claimed = sorted((*said, *filter(None, turns.values())), key=lambda x: (x.para.line.number, x.piece.start))
    quotes = tuple(_told(_quote(claim), lexicon, text) for claim in claimed)
    return Found(quotes, tuple(_problems(text.source.name, heard, quotes)))


def _told(quote: Quote, lexicon: Lexicon, text: ReadText) -> Quote:
    """The quotation; without its speaker where only what masks leave would name him."""
    told, label = text.source.told, quote.speaker
    if told is None or label is None:
        return quote
    shown = text.line(quote.line).shows(quote.start, quote.end, quote.rule)
    if (shown.line, shown.start, shown.end, label) in told:
        return quote
    if described(label, lexicon.speech, lexicon.names, frozenset()) == label:
        return quote  # an office names nobody
    return replace(quote, speaker=None, speaker_id=None, speaker_basis=None)


def _problems(name: str, heard: list[Context], quotes: tuple[Quote, ...]) -> Iterator[Problem]:
    """A warning for each quotation that nothing closes, a note for each other mark that is left open."""
    yield from (Problem("warning", name, quote.line, "quote-unclosed") for quote in quotes if quote.marks == "unclosed")
    taken: dict[int, list[tuple[int, int]]] = {}
    for quote in (quote for quote in quotes if not quote.is_reported):
        taken.setdefault(quote.line, []).append((quote.start, quote.end))
    for para in (context.para for context in heard):
        spans = _joined(taken.get(para.line.number, ()))
        # A piece at whose edge a quotation begins or ends is part of it too.
        edges = ((piece.start - 1, piece.start + 1) for piece in para.line.marks.pieces if not piece.closed)
        if any(not _touches(spans, *edge) for edge in edges):
            yield Problem("note", name, para.line.number, "mark-unclosed")


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _touches(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """True when one of some spans in order shares a character with another."""
    last = bisect_left(spans, end, key=lambda span: span[0]) - 1
    return last >= 0 and start < spans[last][1]


def _claims(heard: list[Context]) -> Iterator[Claim]:
    """Every span taken for a quotation, with the voice that says it."""
    paras = tuple(context.para for context in heard)
    voices = tuple(map(hear, heard))
    linked: dict[int, Piece] = {}
    last: Voice | None = None
    awaited = False
    for index, para in enumerate(paras):
        turns = Turns(para, voices[index])
        own = tuple(p for p in outermost(map(turns.cut, para.line.marks.pieces)) if linked.get(index) != p)
        found = claims(para, voices[index], own) if own else ()
        if own and not found:
            other = marked_alone(para, last, awaited=awaited) or before_colon(heard[index])
            found = (other,) if other else ()
        links = {} if all(claim.piece.closed for claim in found) else chain(paras, voices, index)
        linked |= links
        for claim in found:
            onwards = {} if claim.piece.closed else links
            yield replace(claim, marks="closed" if claim.piece.closed or onwards else "unclosed")
            yield from (Claim(paras[at], piece, "continued", claim.voice) for at, piece in onwards.items())
        unmarked = tuple(_without_marks(para, voices[index], turns, found))
        yield from (*unmarked, *reported(para, voices[index], (*found, *unmarked)))
        last = found[-1].voice if found else voices[index][-1] if voices[index] else last
        awaited = awaits(para, found)


def _without_marks(para: Hearing, voices: tuple[Voice, ...], turns: Turns, found: tuple[Claim, ...]) -> Iterator[Claim]:
    """Words after a colon without marks; those that marked words or other such words claim already are left out."""
    end, marked = 0, _joined((claim.piece.start, claim.piece.end) for claim in found)
    for voice in voices:
        piece = turns.unmarked(voice.cue) if para.line.starts[voice.cue.at] >= end else None
        if piece and not _touches(marked, piece.start, piece.end):
            end = piece.end
            yield Claim(para, piece, "colon-unmarked", voice, "none")


def _quote(claim: Claim) -> Quote:
    """A claim whose speaker is somebody of the article's entities, or is described without a name, or is nobody."""
    para, piece, speaker = claim.para, claim.piece, claim.voice.speaker if claim.voice else None
    label = speaker.told if speaker else None
    basis: Literal["in-line", "carried"] = "in-line" if speaker and speaker.line == para.line.number else "carried"
    return Quote(
        text=para.line.text[piece.start : piece.end],
        line=para.line.number,
        start=piece.start,
        end=piece.end,
        rule=claim.rule,
        speaker=label,
        speaker_id=speaker.id if speaker and label else None,
        speaker_basis=None if label is None else basis,
        verb=claim.voice.cue.verb or None if claim.voice else None,
        marks=claim.marks,
    )
