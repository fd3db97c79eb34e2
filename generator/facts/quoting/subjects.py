"""Where the noun phrase of a speaker ends: before occasion, audience or words spoken."""

from __future__ import annotations

from generator.facts.quoting.hearing import Hearing
from generator.lexicon.speech import has_form
from generator.reading.clitics import AS_THE, BEFORE_NOUNS, HER, HIS, IN_THE, PRONOUNS_OF_VERBS, TAKEN_UP
from generator.reading.letters import INVISIBLE

# «أن» in any of its writings, with what may be written to it: no noun phrase runs over it.
THAT = frozenset(f"{before}ان{after}" for before in ("", *BEFORE_NOUNS) for after in ("", *PRONOUNS_OF_VERBS))
_INSIDE = frozenset(f" \u00a0\t()[]«»\"“”'-–ـ{INVISIBLE}")
_LONGEST = 18
_HIS = (HIS, HER)  # «بدأت فلانة حديثها»: the object has begun.
_ADVERBIAL = (IN_THE, AS_THE)  # «بالعربية», «كالعادة»: how something is said, never who says it.


def subject_end(para: Hearing, start: int) -> int:
    """The index after the last word of the phrase that begins at a word; `start` itself when there is none."""
    at = start
    while at < len(para.line.words) and at - start < _LONGEST and _goes_on(para, start, at):
        at += 1
    while at > start and para.line.words[at - 1] in ("في", "من"):
        at -= 1
    return at


def _goes_on(para: Hearing, start: int, at: int) -> bool:
    speech, word = para.speech, para.line.words[at]
    if para.hidden[at] or len(word) == 1 or not _INSIDE.issuperset(para.line.between(at - 1, at)) or _stops(para, at):
        return False
    if word in ("في", "من"):
        if at == start or not has_form(speech.offices, para.line.words[start]):
            return False
        following = para.line.words[at + 1 : at + 2]
        return word == "من" or not (following and has_form(speech.occasions, following[0]))
    if at > start and word in speech.occasions and word.endswith(_HIS):
        return False
    # «لوكالة», «للصحفيين»
    heard = word[2:] if word.startswith(TAKEN_UP) else word[1:] if word.startswith("ل") else ""
    if heard in speech.audiences or (at == start and word.startswith(_ADVERBIAL)):
        return False
    said = para.said(at)
    return said is None or (said.form.verb.homograph and not said.led and at > start)


def _stops(para: Hearing, at: int) -> bool:
    """A word that ends a phrase. «علي» is a man's name, unless «أن» shows that a preposition is meant."""
    word = para.line.words[at]
    if word == "علي" and para.line.tokens[at].text.endswith("ي"):
        return at + 1 < len(para.line.words) and para.line.words[at + 1] in THAT
    return word in para.speech.stops or word in THAT
