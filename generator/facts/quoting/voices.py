"""Who speaks at each cue of a passage, in order.

Invariant: who may be carried changes with every new subject, a speaking or, where it is a known person, an acting one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.facts.quoting.cues import Cue, find_cues
from generator.facts.quoting.earlier import Speaker
from generator.facts.quoting.speakers import Context, resolve
from generator.facts.quoting.subjects import subject_end
from generator.lexicon.speech import Gender

_COMMAS = frozenset("،,")


@dataclass(frozen=True)
class Voice:
    """A cue with who speaks; None when nobody can be named."""

    cue: Cue
    speaker: Speaker | None


def hear(context: Context) -> tuple[Voice, ...]:
    """Who speaks at each cue of a passage, given those who spoke before it; who speaks or acts here joins them."""
    cues = find_cues(context.para)
    by_sentence: list[list[Cue]] = [[] for _ in context.para.sentences]
    for cue in cues:
        by_sentence[cue.sentence].append(cue)
    return tuple(voice for sentence, held in enumerate(by_sentence) for voice in _in_sentence(context, sentence, held))


def _in_sentence(context: Context, sentence: int, cues: list[Cue]) -> Iterator[Voice]:
    spoke, verb = _acting(context, sentence, cues), None
    if spoke and (spoke.is_person or any(c.kind == "finite" and not c.subject for c in cues)):
        context.before.add(spoke)
    for cue in cues:
        speaker = _who(context, cue, spoke)
        # «مضى … إلى القول»: the verb is that of the sentence.
        yield Voice(replace(cue, verb=verb) if cue.kind == "saying" and verb is not None else cue, speaker)
        if cue.subject and cue.kind != "impersonal":
            nobody = Speaker(None, None, cue.gender, cue.plural, frozenset(), context.para.line.number)
            context.before.add(speaker or nobody)
        spoke = speaker or spoke
        verb = cue.verb if cue.kind == "finite" else verb


def _who(context: Context, cue: Cue, spoke: Speaker | None) -> Speaker | None:
    if cue.kind == "impersonal":
        return None
    if cue.subject:
        return resolve(context, cue, cue.subject)
    agrees = cue.kind in ("finite", "unseen")
    heads = cue.at == context.para.first_word(cue.sentence) or (cue.led and cue.kind == "finite")
    if spoke and not (heads and agrees):
        return spoke
    return context.before.agreeing(cue.gender if agrees else None, plural=cue.plural)


def _acting(context: Context, sentence: int, cues: list[Cue]) -> Speaker | None:
    """Who acts before the first cue of a sentence: a phrase that heads a clause, or the subject of another verb."""
    para, speech, words = context.para, context.para.speech, context.para.line.words
    end = cues[0].at if cues else len(words)
    opened = -1
    for clause in _clauses(context, sentence, end):
        if clause <= opened:
            continue  # openers alone, as far as has been seen
        head = clause
        while head < end - 1 and not speech.openers.isdisjoint(
            (para.line.words[head], para.line.words[head].removeprefix("و"))
        ):
            head += 1  # «هذا وكان المبعوث قد حذر»: the clause begins at its subject.
        opened = head
        head += speech.issued_by.at(words, head)
        for start in (head, head + 1):
            inside = start < end and para.sentence[start] == sentence
            stop = subject_end(para, start) if inside else start
            if stop > start and (_is_known(context, start, stop) or _is_nominal(context, start)):
                return resolve(context, _as_cue(context, head, start), (start, stop))
    return None


def _clauses(context: Context, sentence: int, end: int) -> Iterator[int]:
    """The first word of a sentence, and of each part of it that a comma begins."""
    first = context.para.first_word(sentence)
    for at in range(first, min(end, context.para.first_word(sentence + 1))):
        if at == first or not _COMMAS.isdisjoint(context.para.line.between(at - 1, at)):
            yield at


def _as_cue(context: Context, verb: int, start: int) -> Cue:
    word = context.para.line.words[verb].removeprefix("و")
    gender: Gender | None = None if verb == start else "f" if word.startswith("ت") or word.endswith("ت") else "m"
    return Cue("finite", start, start, "", context.para.sentence[start], gender)


def _is_known(context: Context, start: int, stop: int) -> bool:
    """True when a known person stands at the head of the phrase, or ends an office that does."""
    para = context.para
    left, right = para.line.starts[start], para.line.tokens[stop - 1].end
    found = context.names.people.within(para.line.number, left, right)
    heads = start == para.first_word(para.sentence[start]) or "،" in para.line.between(start - 1, start)
    return bool(found) and (not heads or _is_nominal(context, start) or found[0].start <= left)


def _is_nominal(context: Context, at: int) -> bool:
    word = context.para.line.words[at]
    return word.startswith("ال") or word in context.para.speech.offices
