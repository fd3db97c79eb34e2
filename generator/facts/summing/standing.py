"""Whether a sentence says something by itself, or leans on the one before it.

It leans when it opens with a connective or pronoun, with a verb of saying that lacks its subject, with somebody's
noun, or points at what it does not name. Then it may stand only right behind the sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import groupby

from generator.facts.quoting.subjects import THAT
from generator.facts.summing.sentence import Sentence, content, cued, outer_marks
from generator.lexicon import Lexicon
from generator.lexicon.loading import WordList
from generator.lexicon.summary import SummaryCues
from generator.model import Quote
from generator.reading.clitics import AND, ARTICLE, CONJUNCTIONS, OWNERS, SO
from generator.reading.letters import bare
from generator.reading.marks import BULLETS

FEWEST = 8
"""Words of a sentence that says enough."""
_OPENING, _SUBJECT, _EARLY, _SECOND = 4, 3, 6, 2
"""First words among which one is owned, a subject stands, a thing is pointed at; the last in an article's first."""
_SHORTEST_OWNED = 3
_MARKS = '«“„"»”'
_QUESTIONS = ("؟", "?")
_STOPS = (".", "!", "…")
_BULLETS = f"{BULLETS}ـ \t\u00a0"
_NUMBERED = re.compile(r"\s\d+\s?[.)-]$")
_TELEPHONE = re.compile(r"(?<!\d)[0٠]\d{8,}")
_NAME = 4
"""Words that a marked name has at most."""


def is_unbroken(one: Sentence) -> bool:
    """No question, no head of a list nor entry of one, nobody's telephone, and no quotation cut in two."""
    end = one.text.rstrip(f"{_MARKS} .)")
    if end.endswith(_QUESTIONS) or (one.order > 0 and (end.endswith(":") or not _is_ended(one))):
        return False
    if one.order > 0 and _TELEPHONE.search(one.text):
        return False
    (start, stop), pieces = one.span, outer_marks(one.line)
    around = (bisect_left(pieces, (start, 0)) - 1, bisect_left(pieces, (stop, 0)) - 1)
    opened, closed = (pieces[at][1] if at >= 0 else -1 for at in around)
    return opened < start and closed < stop


def _is_ended(one: Sentence) -> bool:
    """A full stop ends it, or the line that is all its own: behind others, what has no end is a row of tags."""
    start, stop = one.span
    alone = not one.line.text[:start].strip(_BULLETS) and not one.line.text[stop:].strip()
    return (alone or one.text.rstrip(f"{_MARKS} )").endswith(_STOPS)) and not _NUMBERED.search(one.text[-_EARLY:])


class Spoken:
    """What of a text somebody says in direct words."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        direct = (quote for quote in quotes if quote.marks != "reported")
        ordered = sorted(direct, key=lambda quote: (quote.line, quote.start))
        self._lines = {line: tuple(said) for line, said in groupby(ordered, lambda quote: quote.line)}

    def all_of(self, one: Sentence) -> bool:
        """All of a sentence is somebody's words, or it opens with the words of somebody whom it does not name."""
        start, end = one.span
        here = self._in(one.line.number, start, end)
        if any(quote.start <= start + 1 and quote.end >= end - 2 for quote in here):
            return True
        if one.text[0] not in _MARKS or any(quote.speaker_basis == "in-line" for quote in here):
            return False
        close = next((last for first, last in outer_marks(one.line) if first == start), None)
        return close is None or one.line.words_to(close) - one.first > _NAME

    def _in(self, line: int, start: int, end: int) -> tuple[Quote, ...]:
        said = self._lines.get(line, ())
        first = max(bisect_left(said, start, key=lambda quote: quote.start) - 1, 0)
        last = bisect_left(said, end, key=lambda quote: quote.start)
        return tuple(quote for quote in said[first:last] if quote.end > start)


def leans(one: Sentence, lexicon: Lexicon) -> bool:
    """Whether it rests on the sentence before; the first sentence of an article hardly can."""
    cues = lexicon.summary
    if one.opens(cued(one.line, "leaning", cues)) or _lacks_subject(one, lexicon):
        return True
    if one.order == 0:
        return _points(one, cues, _SECOND)
    subordinate = one.opens(cued(one.line, "subordinate", cues))
    return subordinate or is_owned(one, cues, _OPENING) or _points(one, cues, one.length)


def subject(one: Sentence, stops: WordList) -> frozenset[str]:
    """The words behind the first that carry meaning, where a verb has its subject."""
    return content(one.line, one.first + 1, min(one.first + _SUBJECT, one.last), stops)


def _lacks_subject(one: Sentence, lexicon: Lexicon) -> bool:
    """«وأضاف أن», «وقال في كلمته», «وأكد الأحمري أن»: who speaks is said before, in whole or in part."""
    line, at = one.line, one.first
    if one.length <= _SECOND or line.words[at].startswith(SO + ARTICLE):
        return True
    said = lexicon.speech.read(line.written[at], line.words[at])
    second, third = line.words[at + 1], line.words[at + 2]
    if one.order == 0:
        return said is not None and said.led and second in THAT
    without = _is_particle(second, lexicon)
    if said is None or said.form.kind != "finite":
        return without and line.words[at][0] in CONJUNCTIONS
    return without or ":" in line.gap(at + 1) or third in THAT or ":" in line.gap(at + 2)


def _is_particle(word: str, lexicon: Lexicon) -> bool:
    return word in THAT or word in lexicon.speech.prepositions or word in lexicon.speech.stops or word == "في"


def is_owned(one: Sentence, cues: SummaryCues, within: int) -> bool:
    """«وبلغ عددهم», «سموه», «ونقل عنه»: among so many first words one whose owner may be named before."""
    for at in range(one.first, min(one.first + within, one.last)):
        plain, word = bare(one.line.written[at]), one.line.words[at]
        joined = at - one.first >= _SECOND and plain.startswith(AND)  # «المعلمة وأطفالها»: the owner stands before
        named = joined or plain.removeprefix(AND).startswith(ARTICLE) or len(word) < _SHORTEST_OWNED
        if plain.endswith(OWNERS) and not named and cues.unowned.isdisjoint((word, word[1:])):
            return True
    return False


def _points(one: Sentence, cues: SummaryCues, within: int) -> bool:
    """«هذا القرار», «ذلك» of something that the sentence does not name before."""
    words = one.line.words[one.first : one.last]
    pointing = (at for at in range(min(within, len(words) - 1)) if words[at] in cues.pointing)
    return any(_is_elsewhere(words, at, cues) for at in pointing)


def _is_elsewhere(words: tuple[str, ...], at: int, cues: SummaryCues) -> bool:
    """Whether what a word points at stands in no word before it, and is not the present."""
    noun = words[at + 1].removeprefix(ARTICLE)
    if noun == words[at + 1]:
        return at < _EARLY and not noun.startswith(AND)
    return noun not in cues.present and not any(noun in word for word in words[:at])
