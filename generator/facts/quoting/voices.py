"""Walks a paragraph's cues in order and says of each who speaks there.

Invariant: who may be carried changes with every new subject, a speaking or, where it is a known person, an acting one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.facts.quoting.cue import Cue
from generator.facts.quoting.nouns import noun_phrase
from generator.facts.quoting.paragraph import Paragraph
from generator.facts.quoting.speaker import Speaker
from generator.facts.quoting.speakers import Context, carried, resolve
from generator.lexicon.speech import Gender


@dataclass(frozen=True)
class Voice:
    """A cue with who speaks; None when nobody can be named."""

    cue: Cue
    speaker: Speaker | None


def hear(context: Context, cues: tuple[Cue, ...]) -> tuple[Voice, ...]:
    """Who speaks at each cue of a paragraph, given those who spoke before it; who speaks or acts here joins them."""
    voices: list[Voice] = []
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues:
        by_sentence.setdefault(cue.sentence, []).append(cue)
    for sentence in range(len(context.para.sentences)):
        voices += _in_sentence(context, sentence, by_sentence.get(sentence, []))
    return tuple(voices)


def _in_sentence(context: Context, sentence: int, cues: list[Cue]) -> Iterator[Voice]:
    head = _acting(context, sentence, cues)
    if head and (head.is_person or any(c.kind == "finite" and not c.subject for c in cues)):
        context.before.add(head)
    spoke, verb = head, None
    for cue in cues:
        speaker = _who(context, cue, spoke)
        # «مضى … إلى القول»: the verb is that of the sentence.
        yield Voice(replace(cue, verb=verb) if cue.kind == "saying" and verb is not None else cue, speaker)
        if cue.subject and cue.kind != "impersonal":
            context.before.add(speaker or _nobody(context.para, cue))
        spoke = speaker or spoke
        verb = cue.verb if cue.kind == "finite" else verb


def _who(context: Context, cue: Cue, spoke: Speaker | None) -> Speaker | None:
    if cue.kind == "impersonal":
        return None
    if cue.subject:
        return resolve(context, cue, cue.subject)
    first = context.para.first_word(cue.sentence)
    heads = cue.at == first or (cue.led and cue.kind == "finite")
    if spoke and (not heads or cue.kind not in ("finite", "unseen")):
        return spoke
    return carried(context.before, cue.gender if cue.kind in ("finite", "unseen") else None, plural=cue.plural)


def _nobody(para: Paragraph, cue: Cue) -> Speaker:
    return Speaker(None, None, cue.gender, cue.plural, frozenset(), para.number)


def _acting(context: Context, sentence: int, cues: list[Cue]) -> Speaker | None:
    """Who acts before the first cue of a sentence: a phrase that heads a clause, or the subject of another verb."""
    para = context.para
    first = para.first_word(sentence)
    beyond = para.first_word(sentence + 1) if sentence + 1 < len(para.sentences) else len(para.tokens)
    end = cues[0].at if cues else len(para.tokens)
    opened = -1
    for clause in _clauses(para, first, min(end, beyond)):
        if clause <= opened:
            continue  # openers alone, as far as has been seen
        opened = head = _behind_openers(context, clause, end)
        head += context.speech.phrase_at("issued_by", para.words, head)
        for start in (head, head + 1):
            inside = start < end and para.sentence_of(para.tokens[start].start) == sentence
            stop = noun_phrase(para, context.speech, start) if inside else start
            if stop > start and (_is_known(context, start, stop) or _is_nominal(context, start)):
                return resolve(context, _as_cue(para, head, start), (start, stop))
    return None


def _behind_openers(context: Context, at: int, end: int) -> int:
    """«هذا وكان المبعوث قد حذر»: the clause begins at its subject."""
    openers = context.speech.lists["openers"]
    while at < end - 1 and any(
        word in openers for word in (context.para.words[at], context.para.words[at].removeprefix("و"))
    ):
        at += 1
    return at


def _clauses(para: Paragraph, first: int, end: int) -> Iterator[int]:
    """The first word of a sentence, and of each part of it that a comma begins."""
    for at in range(first, end):
        if at == first or any(c in para.between(at - 1, at) for c in "،,"):
            yield at


def _as_cue(para: Paragraph, verb: int, start: int) -> Cue:
    word = para.words[verb].removeprefix("و")
    gender: Gender | None = None if verb == start else "f" if word.startswith("ت") or word.endswith("ت") else "m"
    return Cue("finite", start, start, "", gender, False, para.sentence_of(para.tokens[start].start), led=False)


def _is_known(context: Context, start: int, stop: int) -> bool:
    """True when a known person stands at the head of the phrase, or ends an office that does."""
    para = context.para
    left, right = para.tokens[start].start, para.tokens[stop - 1].end
    found = context.names.people.within(para.number, left, right)
    heads = start == para.first_word(para.sentence_of(left)) or "،" in para.between(start - 1, start)
    return bool(found) and (not heads or _is_nominal(context, start) or found[0].start <= left)


def _is_nominal(context: Context, at: int) -> bool:
    word, speech = context.para.words[at], context.speech
    return word.startswith("ال") or word in speech.lists["speakers"] or word in speech.lists["bodies"]
