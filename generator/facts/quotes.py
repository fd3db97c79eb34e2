"""Direct quotations of the body, each with who says it.

Invariant: a quotation is an exact piece of one line, without its marks; over several paragraphs, a piece of each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.facts.found import Found
from generator.facts.quoting.alone import alone, awaits, named
from generator.facts.quoting.chains import Link, chain
from generator.facts.quoting.cue import Cue
from generator.facts.quoting.cues import find_cues
from generator.facts.quoting.decide import Claim, claims
from generator.facts.quoting.described import described
from generator.facts.quoting.earlier import Earlier
from generator.facts.quoting.marks import Piece, outermost
from generator.facts.quoting.mentions import Names
from generator.facts.quoting.paragraph import Paragraph, paragraph
from generator.facts.quoting.speaker import Speaker
from generator.facts.quoting.speakers import Context
from generator.facts.quoting.unmarked import Turns
from generator.facts.quoting.voices import Voice, hear
from generator.lexicon import Lexicon
from generator.lexicon.speech import Speech
from generator.model import Cleaned, Facts, Problem, Quote


@dataclass(frozen=True)
class _Taken:
    """A span taken for a quotation, in a paragraph by its index."""

    paragraph: int
    start: int
    end: int
    rule: str
    marks: Literal["closed", "unclosed", "none"]
    voice: Voice | None


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[tuple[Quote, ...]]:
    """Every quotation in order, and a problem for each that nothing closes."""
    speech, names = lexicon.speech, Names(facts)
    paras = tuple(paragraph(line, speech) for line in cleaned.body if line.text.strip())
    voices = _voices(paras, speech, names)
    taken = sorted(_taken(paras, voices, speech, names), key=lambda t: (t.paragraph, t.start))
    known = (*facts.people, *facts.organisations, *facts.places)
    public = frozenset(word for entity in known for word in (entity.name, *(m.text for m in entity.mentions)))
    quotes = tuple(_quote(paras[t.paragraph], _unnamed(t, public, lexicon)) for t in taken)
    return Found(quotes, tuple(_problems(cleaned.source.name, paras, quotes)))


def _problems(name: str, paras: tuple[Paragraph, ...], quotes: tuple[Quote, ...]) -> Iterator[Problem]:
    """A warning for each quotation that nothing closes, a note for each other mark that is left open."""
    unclosed = [quote.line for quote in quotes if quote.marks == "unclosed"]
    yield from (Problem("warning", name, line, "quote-unclosed") for line in unclosed)
    taken: dict[int, list[Quote]] = {}
    for quote in quotes:
        taken.setdefault(quote.line, []).append(quote)
    for para in paras:
        spans = _joined((quote.start, quote.end) for quote in taken.get(para.number, ()))
        if any(not _holds(spans, piece.start) for piece in para.pieces if not piece.closed):
            yield Problem("note", name, para.number, "mark-unclosed")


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _holds(spans: tuple[tuple[int, int], ...], at: int) -> bool:
    """True when one of some spans in order holds a character, or ends there."""
    last = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return last >= 0 and at <= spans[last][1]


def _unnamed(taken: _Taken, public: frozenset[str], lexicon: Lexicon) -> _Taken:
    """A claim whose speaker is somebody of the article's entities, or is described without a name, or is nobody."""
    speaker = taken.voice.speaker if taken.voice else None
    if taken.voice is None or speaker is None or speaker.label is None or speaker.label in public:
        return taken
    label = described(speaker.label, lexicon.speech, lexicon.names, public)
    return replace(taken, voice=replace(taken.voice, speaker=replace(speaker, label=label)))


def _voices(paras: tuple[Paragraph, ...], speech: Speech, names: Names) -> dict[int, tuple[Voice, ...]]:
    before = Earlier()
    return {i: hear(Context(para, speech, names, before), find_cues(para, speech)) for i, para in enumerate(paras)}


def _taken(
    paras: tuple[Paragraph, ...], voices: Mapping[int, tuple[Voice, ...]], speech: Speech, names: Names
) -> Iterator[_Taken]:
    linked: dict[int, Piece] = {}
    last: Voice | None = None
    awaited = False
    for index, para in enumerate(paras):
        turns = Turns(para, speech, voices[index])
        own = tuple(p for p in outermost(tuple(map(turns.cut, para.pieces))) if linked.get(index) != p)
        found = claims(para, speech, voices[index], own) if own else ()
        if own and not found:
            other = alone(para, last, awaited=awaited) or named(para, speech, names)
            found = (other,) if other else ()
        onwards = () if all(claim.piece.closed for claim in found) else chain(paras, voices, index)
        for claim in found:
            links = () if claim.piece.closed else onwards
            linked |= {link.paragraph: link.piece for link in links}
            yield _marked(index, claim, closed=claim.piece.closed or bool(links))
            yield from (_continued(link, claim) for link in links)
        yield from _without_marks(index, para, voices[index], turns, found)
        last = found[-1].voice if found else voices[index][-1] if voices[index] else last
        awaited = awaits(para, found)


def _continued(link: Link, claim: Claim) -> _Taken:
    return _Taken(link.paragraph, link.piece.start, link.piece.end, "continued", "closed", claim.voice)


def _marked(index: int, claim: Claim, *, closed: bool) -> _Taken:
    piece = claim.piece
    return _Taken(index, piece.start, piece.end, claim.rule, "closed" if closed else "unclosed", claim.voice)


def _without_marks(
    index: int, para: Paragraph, voices: tuple[Voice, ...], turns: Turns, found: tuple[Claim, ...]
) -> Iterator[_Taken]:
    """Words after a colon without marks; those that marked words or other such words claim already are left out."""
    end, marked = 0, _joined((claim.piece.start, claim.piece.end) for claim in found)
    for voice in voices:
        span = turns.unmarked(voice.cue) if para.starts[voice.cue.at] >= end else None
        if span and not _touches(marked, *span):
            end = span[1]
            yield _Taken(index, *span, "colon-unmarked", "none", voice)


def _touches(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """True when one of some spans in order shares a character with another."""
    last = bisect_left(spans, end, key=lambda span: span[0]) - 1
    return last >= 0 and start < spans[last][1]


def _quote(para: Paragraph, taken: _Taken) -> Quote:
    speaker = taken.voice.speaker if taken.voice else None
    return Quote(
        text=para.text[taken.start : taken.end],
        line=para.number,
        start=taken.start,
        end=taken.end,
        rule=taken.rule,
        speaker=speaker.label if speaker else None,
        speaker_id=speaker.id if speaker else None,
        speaker_basis=_basis(para, speaker),
        verb=_verb(taken.voice.cue) if taken.voice else None,
        marks=taken.marks,
    )


def _basis(para: Paragraph, speaker: Speaker | None) -> Literal["in-line", "carried"] | None:
    if speaker is None or speaker.label is None:
        return None
    return "in-line" if speaker.line == para.number else "carried"


def _verb(cue: Cue) -> str | None:
    return cue.verb or None
