"""Finds where somebody speaks: the word of saying, the noun phrase of who says it, and where the words begin.

Invariant: no cue is read in the words spoken, and none overlaps another.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from generator.facts.quoting.cue import Cue, How, Kind
from generator.facts.quoting.nouns import THAT, noun_phrase
from generator.facts.quoting.paragraph import Paragraph
from generator.lexicon.speech import Gender, Speech

_COLON = re.compile(r":(?!\d|//)")
_BREAK = re.compile(r"[.؟?!؛]")
_MOST_BETWEEN = 40  # Words between a verb and what it takes; beyond that they belong to another clause.
_LONGEST_UNSEEN_SUBJECT = 6
_SHORTEST_VERB = 3
_NEAR_THAT, _NEAR_WORDS = 6, 15  # Words that may stand between a homograph's subject and what it takes.
_SPOKEN_END = ("»", "”", "“", '"', "›", "'")


def find_cues(para: Paragraph, speech: Speech) -> tuple[Cue, ...]:
    """Every cue of a paragraph in order, outside the words spoken."""
    found: list[Cue] = []
    at = 0
    while at < len(para.tokens):
        cue = None if para.hidden[at] else _cue(para, speech, at)
        if cue:
            found.append(cue)
        at = max(cue.until if cue else at + 1, at + 1)
    return tuple(found)


def _cue(para: Paragraph, speech: Speech, at: int) -> Cue | None:
    return _thus(para, speech, at) or _phrase(para, speech, at) or _verb(para, speech, at) or _unseen(para, speech, at)


_PHRASES: tuple[tuple[str, Kind], ...] = (
    ("impersonal", "impersonal"),
    ("according_to_him", "noun"),
    ("according", "according"),
    ("appears_in", "document"),
    ("saying", "saying"),
)


def _phrase(para: Paragraph, speech: Speech, at: int) -> Cue | None:
    for name, kind in _PHRASES:
        count = speech.phrase_at(name, para.words, at)
        if count and all(not para.between(at + i, at + i + 1).strip() for i in range(count - 1)):
            text = para.text[para.tokens[at].start : para.tokens[at + count - 1].end]
            cue = Cue(kind, at, at + count, text, None, False, _sentence(para, at), led=text.startswith("و"))
            if kind in ("according", "document"):
                cue = _with_subject(para, speech, cue, at + count)
                if kind == "according" and cue.subject is None:
                    return None
            return _with_words(para, speech, cue, cue.subject[1] if cue.subject else at + count)
    return None


def _thus(para: Paragraph, speech: Speech, at: int) -> Cue | None:
    """«…»، هكذا بدأت فلانة حديثها: whatever the verb, its subject speaks."""
    count = speech.phrase_at("thus", para.words, at)
    if not count or not _after_words(para, at) or at + count >= len(para.tokens):
        return None
    verb = para.tokens[at + count]
    cue = Cue("finite", at, at + count + 1, verb.text, None, False, _sentence(para, at), led=False, after_words=True)
    return _with_subject(para, speech, cue, at + count + 1)


def _after_words(para: Paragraph, at: int) -> bool:
    """«…»، -: words spoken end before a word, but for a comma and a dash."""
    gap = para.between(at - 1, at).rstrip()
    gap = gap[:-1].rstrip() if gap.endswith("-") else gap
    gap = gap[:-1].rstrip() if gap.endswith(("،", ",")) else gap
    return gap.endswith(_SPOKEN_END)


def _verb(para: Paragraph, speech: Speech, at: int) -> Cue | None:
    spoken = speech.read(para.tokens[at])
    if spoken is None:
        return None
    form = spoken.form
    verb, takes = form.verb, "words" in form.verb.takes
    cue = Cue(
        form.kind, at, at + 1, spoken.word, form.gender, form.plural, _sentence(para, at), spoken.led, takes_words=takes
    )
    cue = replace(cue, after_words=_after_words(para, at) and not spoken.led)
    end = at + 1
    if form.kind == "finite":
        cue = _with_subject(para, speech, cue, at + 1)
        end = cue.subject[1] if cue.subject else end
        if verb.relays:
            cue = _relayed(para, speech, cue, end)
            end = cue.subject[1] if cue.subject else end
    cue = _with_words(para, speech, cue, end)
    return None if verb.homograph and not _proved(para, speech, cue) else cue


def _proved(para: Paragraph, speech: Speech, cue: Cue) -> bool:
    """A homograph speaks when it heads its clause and its words, or a word of saying, follow its subject."""
    if cue.kind != "finite":
        return cue.how is not None
    before = para.between(cue.at - 1, cue.at)
    heads = (
        cue.led
        or cue.at == para.first_word(cue.sentence)
        or any(c in before for c in "،,؛:")
        or _opened(para, speech, cue)
    )
    end = cue.subject[1] if cue.subject else cue.until
    follows = cue.how is not None and _near(para, end, cue)
    return heads and (follows or cue.after_words or _says_later(para, speech, end))


def _opened(para: Paragraph, speech: Speech, cue: Cue) -> bool:
    return cue.at > 0 and para.words[cue.at - 1] in speech.lists["openers"]


def _near(para: Paragraph, end: int, cue: Cue) -> bool:
    """With a colon or marks a few words may lie between; «أن» follows at once, or after a comma or an occasion."""
    gap = para.words_to(cue.words_at) - end
    return gap <= (
        _NEAR_THAT
        if cue.how == "that" and "،" not in para.text[para.tokens[end - 1].end : cue.words_at]
        else _NEAR_WORDS
    )


def _says_later(para: Paragraph, speech: Speech, end: int) -> bool:
    """«واختتم حديثه قائلا», «مضى إلى القول»."""
    return any(speech.phrase_at("saying", para.words, i) for i in range(end, min(end + 6, len(para.words))))


def _unseen(para: Paragraph, speech: Speech, at: int) -> Cue | None:
    """Any word at the head of a sentence that a short subject, «أن» and marks follow is a verb of saying."""
    sentence = _sentence(para, at)
    word = para.words[at].removeprefix("و")
    if (
        at != para.first_word(sentence)
        or word in speech.lists["not_verbs"]
        or word.startswith("ال")
        or len(word) < _SHORTEST_VERB
    ):
        return None
    led = para.words[at].startswith("و")
    text = para.tokens[at].text[1:] if led else para.tokens[at].text
    gender: Gender = (
        "f" if (word.startswith("ت") and len(word) > _SHORTEST_VERB and not led) or word.endswith("ت") else "m"
    )
    cue = Cue("unseen", at, at + 1, text, gender, False, sentence, led)
    cue = _with_subject(para, speech, cue, at + 1)
    end = cue.subject[1] if cue.subject else at + 1
    cue = _with_words(para, speech, cue, end)
    if cue.how != "that" or end - at > _LONGEST_UNSEEN_SUBJECT + 1 or not _near(para, end, cue):
        return None
    return cue if _opens(para, cue.words_at) else None


def _opens(para: Paragraph, at: int) -> bool:
    """True when a piece begins at a place, but for spaces and commas."""
    first = bisect_left(para.pieces, at, key=lambda piece: piece.open)
    return first < len(para.pieces) and not para.text[at : para.pieces[first].open].strip(" ،,")


def _with_subject(para: Paragraph, speech: Speech, cue: Cue, start: int) -> Cue:
    if start < len(para.words) and para.words[start] in speech.lists["objects"] and not para.hidden[start]:
        start += 1  # «أفاد به مصدر»
    end = noun_phrase(para, speech, start)
    if end == start or _of_occasion(para, speech, start) or _is_thing(para, speech, cue, start, end):
        return cue  # «واختتم حديثه»: what is said, not who says it.
    return replace(cue, subject=(start, end))


def _is_thing(para: Paragraph, speech: Speech, cue: Cue, start: int, end: int) -> bool:
    """An occasion is nobody, but «بيان الوزارة» speaks for whoever issued it."""
    word = para.words[start]
    issued = word in speech.lists["documents"] and end > start + 1
    return word in speech.lists["occasions"] and cue.kind != "document" and not issued


def _of_occasion(para: Paragraph, speech: Speech, at: int) -> bool:
    """«خلصت جلسته», «أكد بيانها»: an occasion with a pronoun is nobody."""
    word = para.words[at]
    if not word.endswith(("ته", "تها", "تهم")):
        return False
    return word[: word.rindex("ت")] + "ه" in speech.lists["occasions"]


def _relayed(para: Paragraph, speech: Speech, cue: Cue, end: int) -> Cue:
    """Of «نقلت … عن … قوله» the one after the last «عن» speaks; without «عن» the subject does."""
    found = cue
    last = min(end + _MOST_BETWEEN, len(para.words))
    for i in range(end, last):
        if para.hidden[i] or para.sentence_of(para.tokens[i].start) != cue.sentence or THAT.fullmatch(para.words[i]):
            break
        if para.words[i] in speech.lists["relaying"] and i + 1 < len(para.words):
            stop = noun_phrase(para, speech, i + 1)
            if stop > i + 1:
                found = replace(found, subject=(i + 1, stop), relayed=True, gender=None)
    return found


def _with_words(para: Paragraph, speech: Speech, cue: Cue, end: int) -> Cue:
    """The cue with the place where its words begin: after a colon, after «أن», or at marks."""
    stop = para.sentences[cue.sentence][1]
    at = para.tokens[end - 1].end
    for i in range(end, min(end + _MOST_BETWEEN, len(para.tokens) + 1)):
        until = para.tokens[i].start if i < len(para.tokens) else len(para.text)
        found = _begins(para, at, min(until, stop))
        if found:
            return replace(cue, how=found[0], words_at=found[1])
        if i == len(para.tokens) or until >= stop or para.hidden[i]:
            break
        if THAT.fullmatch(para.words[i]):
            begun = not para.words[i].endswith("ان")
            return replace(cue, how="that", words_at=para.tokens[i].end, begun=begun)
        if _opens_after(para, i) and para.words[i] in speech.lists["prepositions"]:
            return replace(cue, how="that", words_at=para.tokens[i].end)
        if _speaks(para, speech, i):
            break
        at = para.tokens[i].end
    return cue


def _begins(para: Paragraph, start: int, end: int) -> tuple[How, int] | None:
    gap = para.text[start:end]
    colon = _COLON.search(gap)
    if colon:
        return "colon", start + colon.end()
    if _BREAK.search(gap):
        return None
    first = bisect_left(para.pieces, start, key=lambda piece: piece.open)
    opened = next((p for p in para.pieces[first : first + 1] if p.open <= end), None)
    if opened and para.hides(opened.open, opened.end):
        return "direct", opened.open
    return None


def _opens_after(para: Paragraph, at: int) -> bool:
    """True when spoken words begin straight after a word."""
    return at + 1 < len(para.tokens) and para.hidden[at + 1] and not para.hidden[at]


def _speaks(para: Paragraph, speech: Speech, at: int) -> bool:
    spoken = speech.read(para.tokens[at])
    if spoken is None:
        return bool(speech.phrase_at("saying", para.words, at))
    return not spoken.form.verb.homograph or spoken.form.kind == "participle"


def _sentence(para: Paragraph, at: int) -> int:
    return para.sentence_of(para.tokens[at].start)
