"""The noun phrase of a speaker: behind the hearer and the day it begins, before occasion or words spoken it ends."""

from __future__ import annotations

import re

from generator.facts.quoting.hearing import Hearing
from generator.lexicon.speech import has_form
from generator.reading.clitics import ARTICLE, AS_THE, BEFORE_NOUNS, HER, HIS, IN_THE, PRONOUNS_OF_VERBS, TAKEN_UP
from generator.reading.letters import INVISIBLE

# «أن» in any of its writings, with what may be written to it: no noun phrase runs over it.
THAT = frozenset(f"{before}ان{after}" for before in ("", *BEFORE_NOUNS) for after in ("", *PRONOUNS_OF_VERBS))
_INSIDE = frozenset(f" \u00a0\t()[]«»\"“”'-–ـ{INVISIBLE}")
_LONGEST = 18
_RELATION = ("ي", "يه")
_CLAUSE_END = re.compile("[.؟?!؛،,:]")
_MOST_BEFORE = 3  # words between a verb and its subject that may be looked over one by one
_MOST_HEARER = 6  # words of a hearer or an occasion between a verb and its subject
_WILL = "فضل"
_OFFICE = 4  # words of an office before the preposition that completes it
_HIS = (HIS, HER)  # «بدأت فلانة حديثها»: the object has begun.
_ADVERBIAL = (IN_THE, AS_THE)  # «بالعربية», «كالعادة»: how something is said, never who says it.


def subject_end(para: Hearing, start: int, *, to: bool = False) -> int:
    """The index after the last word of the phrase that begins at a word; `start` itself when there is none.

    to: the first word may come with «ل», as in «وفقا لوكالة».
    """
    at = start
    while at < len(para.line.words) and at - start < _LONGEST and _goes_on(para, start, at, to=to and at == start):
        at += 1
    while at > start and para.line.words[at - 1] in ("في", "من"):
        at -= 1
    return at


def opens(para: Hearing, at: int, named: frozenset[int]) -> bool:
    """The phrase of somebody begins at a word: a known name, a noun that describes, the «د» of «د. سمير»."""
    if at >= len(para.line.words) or para.hidden[at]:
        return False
    word = para.line.words[at]
    return _is_initial(para, at) or at in named or has_form(para.speech.describing, word)


def subject_start(para: Hearing, start: int, named: frozenset[int]) -> int:
    """Where the phrase of the subject begins: behind «به», the hearer, the day, the occasion."""
    words, speech, at = para.line.words, para.speech, start
    while at < min(len(words), start + _MOST_BEFORE) and not para.hidden[at]:
        if words[at] in speech.objects:
            at += 1
        elif words[at] in speech.adverbs:
            at = _next_opening(para, at + 1, named, 1) or start
            break
        elif _hearer(para, at):
            at = _next_opening(para, _behind_marks(para, at + 1), named, _MOST_HEARER) or start
            break
        elif words[at] in speech.within and has_form(speech.occasions, para.line.folded(at + 1)):
            at += 2
            while para.line.folded(at).endswith(_RELATION) and not words[at].startswith(ARTICLE) and at not in named:
                at += 1  # «تصريح صحفي», «مقابلة تلفزيونية»
            heard = at < len(words) and _hearer(para, at)
            behind = _behind_marks(para, at + 1) if heard else at
            at = _next_opening(para, behind, named, _MOST_HEARER if heard else 1) or start
            break
        else:
            break
    return at


def _behind_marks(para: Hearing, at: int) -> int:
    """The word behind a piece in marks that begins at a word; the word itself where none does."""
    piece = para.first_piece(para.line.tokens[at - 1].end)
    opens = piece is not None and piece.closed and at < len(para.line.words) and piece.start == para.line.starts[at]
    return para.line.words_to(piece.end) if piece and opens else at


def _hearer(para: Hearing, at: int) -> bool:
    """«ل"الرياض"», «لـ«عكاظ»», «لوكالة فرانس برس», «للصحفيين»: to whom it was said."""
    word = para.line.words[at]
    return word == "ل" or _heard(word) in para.speech.audiences


def _next_opening(para: Hearing, at: int, named: frozenset[int], most: int) -> int | None:
    """The next of some words at which the phrase of somebody begins, if nothing ends the clause before it."""
    for near in range(at, min(at + most, len(para.line.words))):
        gap = para.line.between(near - 1, near)
        ended = para.line.words[near] in para.speech.stops or para.line.words[near] in THAT
        if ended or (near > at and (_CLAUSE_END.search(gap) or para.said(near))):
            return None
        if opens(para, near, named):
            return near
    return None


def _goes_on(para: Hearing, start: int, at: int, *, to: bool) -> bool:
    speech, word = para.speech, para.line.words[at]
    if para.hidden[at] or not (_near(para, at) or at == start) or (word.isdecimal() and "(" in para.line.gap(at)):
        return False
    if at > start and _governed(para, start, at):
        return True
    ended = (len(word) == 1 and not _is_initial(para, at)) or _stops(para, at) or _is_heard(para, at, to=to)
    how = word.startswith(_ADVERBIAL) if at == start else word in speech.occasions and word.endswith(_HIS)
    if ended or how:
        return False
    if word in ("في", "من"):
        return at > start and _holds(para, start, at)
    said = para.said(at)
    return said is None or (said.form.verb.homograph and not said.led and at > start)


def _holds(para: Hearing, start: int, at: int) -> bool:
    """«مسؤول كبير في البنتاغون»: a preposition within an office; not «في بيان»."""
    if not has_form(para.speech.described_offices, para.line.words[start]):
        return False
    following, speech = para.line.folded(at + 1), para.speech
    return following not in speech.turning and (
        para.line.words[at] == "من" or not has_form(speech.occasions, following)
    )


def _near(para: Hearing, at: int) -> bool:
    """Nothing but space, brackets and marks before a word, or the dot of «د. سمير»."""
    gap = para.line.between(at - 1, at)
    return gap == " " or _INSIDE.issuperset(gap) or (at > 0 and _is_initial(para, at - 1) and gap.strip() == ".")


def _is_initial(para: Hearing, at: int) -> bool:
    """The «د» of «د. سمير» and «د سمير»; not the «ل» before marks."""
    return len(para.line.words[at]) == 1 and para.line.words[at] not in BEFORE_NOUNS and para.line.words[at].isalpha()


def _governed(para: Hearing, start: int, at: int) -> bool:
    """«المشرف العام على المركز», «المبعوث إلى سوريا»: the preposition completes an office."""
    wanted = para.speech.governs.get(para.line.words[at], frozenset[str]())
    return bool(wanted) and any(has_form(wanted, para.line.words[i]) for i in range(max(start, at - _OFFICE), at))


def _is_heard(para: Hearing, at: int, *, to: bool) -> bool:
    """«لوكالة», «للصحفيين»; not «وفقا لوكالة»."""
    return not to and _heard(para.line.words[at]) in para.speech.audiences


def _heard(word: str) -> str:
    return word[2:] if word.startswith(TAKEN_UP) else word[1:] if word.startswith("ل") else ""


def _stops(para: Hearing, at: int) -> bool:
    """A word that ends a phrase. «علي» is a man's name, unless «أن» shows that a preposition is meant."""
    word = para.line.words[at]
    if word == "علي" and para.line.tokens[at].text.endswith("ي"):
        return at + 1 < len(para.line.words) and para.line.words[at + 1] in THAT
    named = word == _WILL and at > 0 and para.line.words[at - 1] in para.speech.titles  # «الدكتور فضل»
    return (word in para.speech.stops and not named) or word in THAT
