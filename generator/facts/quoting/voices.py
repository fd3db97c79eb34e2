"""Who speaks at each cue of a passage, in order.

Invariant: who may be carried changes with every new subject, a speaking or, where it is a known person, an acting one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.facts.quoting.cues import Cue, find_cues
from generator.facts.quoting.earlier import Speaker
from generator.facts.quoting.speakers import Context, resolve
from generator.facts.quoting.subjects import THAT, subject_end
from generator.lexicon.speech import Gender
from generator.reading.clitics import AND, ARTICLE, THIRD_PERSONS

_COMMAS = frozenset("،,")
_MOST_BEFORE = 40  # words of a clause before its verb
_PLAIN = (" ", "\u00a0")


@dataclass(frozen=True)
class Voice:
    """A cue with who speaks; None when nobody can be named."""

    cue: Cue
    speaker: Speaker | None


def hear(context: Context) -> tuple[Voice, ...]:
    """Who speaks at each cue of a passage, given those who spoke before it; who speaks or acts here joins them."""
    cues = find_cues(context.para, context.names.starts(context.para.line))
    by_sentence: list[list[Cue]] = [[] for _ in context.para.sentences]
    for cue in cues:
        by_sentence[cue.sentence].append(cue)
    return tuple(voice for sentence, held in enumerate(by_sentence) for voice in _in_sentence(context, sentence, held))


def _in_sentence(context: Context, sentence: int, cues: list[Cue]) -> Iterator[Voice]:
    spoke, verb = _acting(context, sentence, cues), None
    if spoke and (spoke.is_person or any(not c.subject and c.kind != "impersonal" for c in cues)):
        context.before.add(spoke)
    lost = False  # a verb of the sentence whose subject nobody here knows: what follows it is his as well
    told = False  # «أن» has begun what somebody says
    for cue in cues:
        speaker = None if lost and not cue.subject else _who(context, cue, spoke)
        if told and cue.kind == "finite" and not cue.led and context.para.line.gap(cue.at) in _PLAIN:
            yield Voice(cue, speaker)  # «قال إنه نقل شكر البلاد»: within what he says
            continue
        told = told or (cue.kind == "finite" and cue.how == "that")
        lost = cue.kind == "finite" and speaker is None
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
    if cue.plural and cue.kind in ("participle", "saying") and spoke and spoke.is_person:
        return None  # «قائلين» after one man
    heads = cue.at == context.para.first_word(cue.sentence) or (cue.led and cue.kind == "finite")
    if spoke and not (heads and agrees):
        return spoke
    if cue.kind == "finite" and not heads and not _may_carry(context, cue.at):
        return None
    return context.before.agreeing(cue.gender if agrees else None, plural=cue.plural)


def _may_carry(context: Context, at: int) -> bool:
    """A verb without a subject goes back to who spoke before, but not behind a noun that is its subject."""
    line, speech = context.para.line, context.para.speech
    before = line.folded(at - 1)
    light = speech.openers | speech.stops | context.lexicon.names.prepositions
    known = before in light | speech.turning | THAT or any(before.removesuffix(own) in light for own in THIRD_PERSONS)
    if known or line.gap(at) not in _PLAIN:
        return True
    near = range(at, max(0, at - _MOST_BEFORE), -1)
    clause = next((x for x in near if line.gap(x) not in _PLAIN), 0 if at <= _MOST_BEFORE else at)
    return line.folded(clause).removeprefix(AND) in light  # «وعن رحيله قال»


def _acting(context: Context, sentence: int, cues: list[Cue]) -> Speaker | None:
    """Who acts before the first cue of a sentence: a phrase that heads a clause, or the subject of another verb."""
    para, speech, words = context.para, context.para.speech, context.para.line.words
    first, end = para.first_word(sentence), cues[0].at if cues else len(words)
    opened = -1
    last = min(end, para.first_word(sentence + 1))
    commas = para.line.commas
    for clause in (first, *commas[bisect_right(commas, first) : bisect_left(commas, last)]):
        if not opened < clause < last:
            continue  # inside a clause, or openers alone, as far as has been seen
        head = clause
        while head < end - 1 and (passed := _opens_clause(context, head)):
            head += passed  # «هذا وكان المبعوث قد حذر», «من جانبه علق»: the clause begins behind that
        opened = head
        head += speech.issued_by.at(words, head)
        if words[head].removeprefix(AND) in context.lexicon.names.prepositions:
            continue  # «في جدة عبّر»: behind a preposition nobody acts
        for start in (head, head + 1):
            inside = start < end and para.sentence[start] == sentence
            stop = subject_end(para, start) if inside else start
            if stop > start and (_is_known(context, start, stop) or _is_nominal(context, start)):
                verb = words[head].removeprefix("و")
                gender: Gender = "f" if verb.startswith("ت") or verb.endswith("ت") else "m"
                cue = Cue("finite", start, start, "", sentence, None if start == head else gender)
                return resolve(context, cue, (start, stop))
    return None


def _opens_clause(context: Context, at: int) -> int:
    """How many words open a clause before its verb at a place."""
    words, speech = context.para.line.words, context.para.speech
    first, following = words[at].removeprefix(AND), context.para.line.folded(at + 1)
    if (first in ("من", "في") and following in speech.turning) or (first in speech.by_this and following):
        return 2
    return int(not speech.openers.isdisjoint((words[at], words[at].removeprefix(AND))))


def _is_known(context: Context, start: int, stop: int) -> bool:
    """True when a known person stands at the head of the phrase, or ends an office that does."""
    para = context.para
    left, right = para.line.starts[start], para.line.tokens[stop - 1].end
    found = context.names.people.within(para.line.number, left, right)
    heads = start in para.heads or "،" in para.line.between(start - 1, start)
    return bool(found) and (not heads or _is_nominal(context, start) or found[0].start <= left)


def _is_nominal(context: Context, at: int) -> bool:
    word = context.para.line.words[at]
    speech = context.para.speech
    definite = word.startswith(ARTICLE) and word not in speech.not_verbs
    return definite or not {word, word.removeprefix(AND)}.isdisjoint(speech.describing)
