"""The extent of a speaker's noun phrase: from its first word to where occasion, audience or words spoken begin."""

from __future__ import annotations

import re

from generator.facts.quoting.paragraph import Paragraph
from generator.lexicon.speech import Speech

# «أن» in any of its writings, with what may be written to it: no noun phrase runs over it.
THAT = re.compile(r"(?:[وفبلك])?ان(?:ه|ها|هم|هما|هن|نا|ني|ك|كم|ي)?")
_INSIDE = frozenset(" \u00a0\t()[]«»\"“”'-–ـ\u200e\u200f")
_LONGEST = 18
_HIS = ("ه", "ها")  # «بدأت فلانة حديثها»: the object has begun.
_ADVERBIAL = ("بال", "كال")  # «بالعربية», «كالعادة»: how something is said, never who says it.


def noun_phrase(para: Paragraph, speech: Speech, start: int) -> int:
    """The index after the last word of the phrase that begins at a word; `start` itself when there is none."""
    at = start
    while at < len(para.tokens) and at - start < _LONGEST and _goes_on(para, speech, start, at):
        at += 1
    while at > start and para.words[at - 1] in ("في", "من"):
        at -= 1
    return at


def _goes_on(para: Paragraph, speech: Speech, start: int, at: int) -> bool:
    gap, word = para.between(at - 1, at), para.words[at]
    if any(c not in _INSIDE for c in gap) or para.hidden[at] or len(word) == 1 or _stops(para, speech, at):
        return False
    if word == "في":
        return at > start and _is_office(speech, para.words[start]) and not _is_occasion(para, speech, at + 1)
    if word == "من":
        return at > start and _is_office(speech, para.words[start])
    if at > start and word in speech.lists["occasions"] and word.endswith(_HIS):
        return False
    if _to_audience(speech, word) or (at == start and word.startswith(_ADVERBIAL)):
        return False
    spoken = speech.read(para.tokens[at])
    return spoken is None or (spoken.form.verb.homograph and not spoken.led and at > start)


def _stops(para: Paragraph, speech: Speech, at: int) -> bool:
    """A word that ends a phrase. «علي» is a man's name, unless «أن» shows that a preposition is meant."""
    word, text = para.words[at], para.tokens[at].text
    if word == "علي" and text.endswith("ي"):
        return at + 1 < len(para.words) and THAT.fullmatch(para.words[at + 1]) is not None
    return word in speech.lists["stops"] or THAT.fullmatch(word) is not None


def _is_office(speech: Speech, word: str) -> bool:
    return speech.is_in("speakers", word) or speech.is_in("bodies", word)


def _is_occasion(para: Paragraph, speech: Speech, at: int) -> bool:
    return at < len(para.words) and speech.is_in("occasions", para.words[at])


def _to_audience(speech: Speech, word: str) -> bool:
    """«لوكالة», «للصحفيين»."""
    rest = word[2:] if word.startswith("لل") else word[1:] if word.startswith("ل") else ""
    return bool(rest) and rest in speech.lists["audiences"]
