"""Cuts from a long sentence what hangs on its main clause.

Invariant: what is left is the beginning of the sentence up to a comma, with all that the headline says of it, and no
mark or bracket of it is open.
"""

from __future__ import annotations

import re

from generator.facts.summing.sentence import Sentence, cued, cut_sentence
from generator.lexicon import Lexicon
from generator.lexicon.summary import SummaryCues
from generator.model import Facts
from generator.reading.line import ReadLine

_LONG, _LEFT = 45, 15
"""Words of a sentence that is shortened, and of what is left of it at least."""
_LONG_FIRST, _LEFT_FIRST = 60, 30
"""The same of the first sentence of an article."""
_COMMA = re.compile("[،,]")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))


def shortened(one: Sentence, lexicon: Lexicon, facts: Facts, title: frozenset[str]) -> Sentence:
    """A sentence without what hangs on it, where it is long; of an article's first, no figure is cut off."""
    most, least = (_LONG, _LEFT) if one.order else (_LONG_FIRST, _LEFT_FIRST)
    if one.length <= most:
        return one
    for at in range(one.first + least, one.first + most + 1):
        if one.line.comma(at) and _hangs(one.line, at, lexicon):
            shorter = _up_to(one, at, lexicon.summary)
            if one.content & title <= shorter.content and is_closed(shorter.text) and not _loses(one, shorter, facts):
                return shorter
    return one


def _hangs(line: ReadLine, at: int, lexicon: Lexicon) -> bool:
    """«، حيث», «، مشيرا إلى»."""
    said = lexicon.speech.read(line.written[at], line.words[at])
    hangs = bool(said and said.form.kind == "participle")
    return hangs or line.starts[at] in cued(line, "hanging", lexicon.summary)


def _up_to(one: Sentence, at: int, cues: SummaryCues) -> Sentence:
    """A sentence up to the comma before a word."""
    end = one.line.tokens[at - 1].end
    kept = _COMMA.split(one.line.gap(at), maxsplit=1)[0].rstrip()
    return cut_sentence(one.order, one.line, (one.span[0], end + len(kept)), cues.stops)


def _loses(one: Sentence, shorter: Sentence, facts: Facts) -> bool:
    """Whether an article's first sentence would lose a figure."""
    figures = facts.figures if one.order == 0 else ()
    return any(one.holds(x.line, x.start) and not shorter.holds(x.line, x.start) for x in figures)


def is_closed(text: str) -> bool:
    """Whether every mark and bracket that a text opens is closed in it."""
    return text.count('"') % 2 == 0 and all(text.count(opener) == text.count(closer) for opener, closer in _PAIRS)
