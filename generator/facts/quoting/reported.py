"""Reported speech: the clause that somebody is told to have said, without marks round it.

Invariant: the clause is an exact piece of one sentence, whose speaker is known; it holds no quotation, and ends where
the reporter speaks again. Where either is in doubt there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from generator.facts.quoting.claims import Claim
from generator.facts.quoting.cues import Cue
from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.subjects import THAT
from generator.facts.quoting.voices import Voice
from generator.reading.clitics import BEFORE_NOUNS, SO
from generator.reading.marks import Piece, back

_FEWEST = 4  # words of a clause
_MOST_BETWEEN = 14  # words of an occasion between who speaks and «أن»
_PARTICIPLE = 5  # letters of «مقدما»
_SAY = ("قال", "قول", "قائل")  # after these «إن»
_APART = ("دون", "قبل", "بعد", "غير", "إلا", "رغم", "لولا")  # «أن» after these tells a circumstance, not what is said
_COMMAS = frozenset("،,؛")
_EDGE = re.compile(r"[\s،,؛:.\-–—]")
_DATELINE = re.compile(r"[^.،]{0,60}?\s[-–—]+\s+")


def reported(para: Hearing, voices: tuple[Voice, ...], taken: tuple[Claim, ...]) -> Iterator[Claim]:
    """The clauses of a passage that its voices report, in order, but for those that hold words taken already."""
    until, spans = 0, sorted((claim.piece.start, claim.piece.end) for claim in taken)
    alone = Counter(voice.cue.sentence for voice in voices)
    for at, voice in enumerate(voices):
        speaker = voice.speaker
        known = speaker is not None and speaker.told is not None and voice.cue.says
        if para.is_heading or not known or para.line.starts[voice.cue.at] < until:
            continue
        span = _that(para, voices, at) or _according(para, voices, at, alone=alone[voice.cue.sentence] == 1)
        if span is None:
            continue
        piece, until = _piece(para, span), span[1]
        if para.line.text[: piece.start].rstrip().endswith(_APART):
            continue
        if len(para.inside(piece)) >= _FEWEST and not _quoted(para, piece, spans):
            yield Claim(para, piece, "reported-clause", voice, "reported")


def _quoted(para: Hearing, piece: Piece, spans: list[tuple[int, int]]) -> bool:
    """True for a clause that holds words taken already, or marked words long enough to be spoken."""
    last = bisect_left(spans, piece.end, key=lambda span: span[0]) - 1
    taken = last >= 0 and spans[last][1] > piece.start
    return taken or any(para.hidden[at] for at in para.inside(piece))


def _piece(para: Hearing, span: tuple[int, int]) -> Piece:
    start, end = span
    return Piece(start, start, back(para.line.text, end, _EDGE, start), None)


def _that(para: Hearing, voices: tuple[Voice, ...], at: int) -> tuple[int, int] | None:
    """«قال فلان إن …»: from the particle to where the reporter speaks again."""
    cue, line = voices[at].cue, para.line
    word = line.words_to(cue.words_at) - 1
    if cue.how != "that" or cue.kind in ("impersonal", "unseen") or word < 0 or line.words[word] not in THAT:
        return None
    if word - cue.end > _MOST_BETWEEN or not _follows(para, cue, word) or _another(para, word - 1):
        return None
    if line.written[word].startswith("إ") and not any(root in cue.verb for root in _SAY):
        return None  # «مخالفات إن حدثت»
    joined = line.words[word].startswith(tuple(BEFORE_NOUNS))
    return line.starts[word] + joined, _ending(para, voices, at, word)


def _another(para: Hearing, at: int) -> bool:
    """«بعد أن», «رغم أن», «غير أن»: the particle belongs to the word before it."""
    word, speech = para.line.words[at], para.speech
    return word in speech.not_verbs and word not in speech.governs and word != "من"


def _follows(para: Hearing, cue: Cue, word: int) -> bool:
    """The particle follows the speaker, an occasion, or what stands between commas: «قال فلان، مدير المشفى، إن»."""
    return word == cue.end or _aside(para, cue.end) or (para.line.comma(cue.end) and para.line.comma(word))


def _aside(para: Hearing, at: int) -> bool:
    """Between a speaker and his words only an occasion, a time or a preposition stands, no object of another verb."""
    speech, word = para.speech, para.line.words[at]
    known = word == "ل" or word in speech.stops or word in speech.within or word in speech.governs or word == "من"
    return known or word[1:] in speech.audiences or word[2:] in speech.audiences


def _ending(para: Hearing, voices: tuple[Voice, ...], at: int, first: int) -> int:
    """Where a clause ends that begins at a word: at the reporter's next verb, his own connective, or its sentence."""
    line, sentence = para.line, voices[at].cue.sentence
    last = para.sentences[sentence][1]
    for later in voices[at + 1 :]:
        if later.cue.sentence != sentence:
            break
        if later.cue.at > first and _returns(para, later.cue):
            last = line.starts[later.cue.at]
            break
    behind = (x for x in range(first + 1, line.words_to(last)) if not _COMMAS.isdisjoint(line.gap(x)))
    return next((line.starts[x] for x in behind if _breaks(para, x)), last)


def _breaks(para: Hearing, at: int) -> bool:
    """A word behind a comma with which the reporter goes on: «فيما», «وتحدث», «مقدما»."""
    word, said = para.line.words[at], para.said(at)
    doing = word.startswith("م") and word.endswith("ا") and len(word) >= _PARTICIPLE
    return doing or word in para.speech.breaks or (said is not None and said.led and said.form.kind == "finite")


def _returns(para: Hearing, cue: Cue) -> bool:
    """The reporter is back: after a comma, with «و» before his verb, or by «بحسب»."""
    comma = not _COMMAS.isdisjoint(para.line.gap(cue.at))
    return comma or (cue.led and cue.kind == "finite") or cue.kind in ("according", "participle", "saying")


def _according(para: Hearing, voices: tuple[Voice, ...], at: int, *, alone: bool) -> tuple[int, int] | None:
    """«وبحسب فلان، …» and «…، بحسب فلان.», «…، كما أفاد فلان.»: the rest of the sentence."""
    cue, line = voices[at].cue, para.line
    first, (start, end) = para.first_word(cue.sentence), para.sentences[cue.sentence]
    told = cue.at - 1 if cue.kind == "finite" and line.folded(cue.at - 1) in para.speech.as_told else cue.at
    if cue.subject is None or not (cue.kind == "according" or told < cue.at):
        return None
    if cue.at == first and cue.end < len(line.words):
        begins = not _COMMAS.isdisjoint(line.gap(cue.end)) or line.words[cue.end].startswith(SO)
        return (line.starts[cue.end], _ending(para, voices, at, cue.end)) if begins else None
    if alone and told > first and line.words_to(end) == cue.end and not _COMMAS.isdisjoint(line.gap(told)):
        dateline = _DATELINE.match(line.text, start)
        return (dateline.end() if dateline else start), line.starts[told]
    return None
