"""A summary of one to three sentences of the article, taken unchanged and in its order.

A sentence earns points for what it shares with the rest (each of its content words counts by the number of other
sentences that hold it, after Luhn), with the title, and for standing early. Invariant: a sentence is whole; none opens
with a word that leans on the one before, none cuts a quotation in two.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from generator.facts.dating.layout import is_date_line
from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.lexicon.loading import WordList
from generator.model import Evidence, Facts
from generator.reading.clitics import analyses
from generator.reading.letters import tokens
from generator.reading.line import ReadLine, ReadText, Span, read_line

_MOST = 3
_FEWEST_WORDS = 8
_MOST_WORDS = 60
_LONG_ENOUGH = 5
"""With fewer sentences than this the lede alone sums up."""
_CENTRAL, _TITLE, _EARLY = 1.0, 0.6, 0.4
"""Weights of centrality, overlap with the title and position; set by reading, on texts written for the purpose."""
_TOO_ALIKE = 0.6
_SHORTEST = 3
"""Letters of a content word."""
_NO_PROSE = frozenset({"subheading", "table"})
_MARKS = '«“„"»”'


@dataclass(frozen=True)
class _Sentence:
    """A sentence with its content words, in match form."""

    order: int
    line: ReadLine
    span: Span
    words: frozenset[str]


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Evidence, ...]]:
    """The lede, then up to two central sentences, in the order of the text."""
    stops = lexicon.outlets.cues.summary_stops
    prose = (line for line in text.body if line.verdict not in _NO_PROSE)
    body = (line for line in prose if not line.once(is_date_line, lexicon))
    spans = enumerate((line, span) for line in body for span in line.sentences)
    whole = [_Sentence(at, line, span, _content(line, span, stops)) for at, (line, span) in spans]
    told = [s for s in whole if _stands_alone(s.line.text[slice(*s.span)], lexicon)]
    if not told:
        return Found(())
    headline = facts.title.text if facts.title and facts.title.basis in ("stated", "metadata") else ""
    title = _content(read_line(headline), (0, len(headline)), stops)
    lede, chosen = told[0], [told[0]]
    if len(whole) >= _LONG_ENOUGH:
        scores = _scores(told, title)
        for one in sorted(told[1:], key=lambda s: (-scores[s.order], s.order)):
            if len(chosen) < _MOST and all(_alike(one, other) < _TOO_ALIKE for other in chosen):
                chosen.append(one)
    rules = ((s, "summary-lede" if s is lede else "summary-central") for s in sorted(chosen, key=lambda s: s.order))
    return Found(tuple(s.line.evidence(*s.span, rule) for s, rule in rules))


def _content(line: ReadLine, span: Span, stops: WordList) -> frozenset[str]:
    """The words that carry meaning, each by its shortest reading, so that «والقوات» and «قوات» are one."""
    first, last = map(line.words_to, span)
    words = zip(line.written[first:last], line.words[first:last], strict=True)
    kept = {written for written, word in words if word not in stops.forms and not word.isdecimal()}
    return frozenset(word for word in map(_shortest, kept) if len(word) >= _SHORTEST)


@lru_cache(maxsize=65536)
def _shortest(word: str) -> str:
    return min((r.stem for r in analyses(word)), key=lambda stem: (len(stem) < _SHORTEST, len(stem), stem))


def _stands_alone(text: str, lexicon: Lexicon) -> bool:
    """Long enough to say something, short enough to sum up, whole, and not leaning on what went before."""
    if not _FEWEST_WORDS <= len(tokens(text)) <= _MOST_WORDS or text.rstrip().endswith((":", "؟")):
        return False
    opener = lexicon.outlets.cues.leaning_openers.first(text)
    opened, closed = sum(text.count(c) for c in "«“„"), sum(text.count(c) for c in "»”")
    leaning = opener is not None and opener.start == 0
    return not leaning and text[0] not in _MARKS and opened == closed and text.count('"') % 2 == 0


def _scores(told: list[_Sentence], title: frozenset[str]) -> dict[int, float]:
    """A score by place; each part lies between 0 and 1 before its weight."""
    spread = Counter(word for one in told for word in one.words)
    central = {one.order: sum(spread[w] - 1 for w in one.words) / (len(one.words) or 1) for one in told}
    most = max(central.values()) or 1.0
    last = told[-1].order or 1
    return {
        one.order: _CENTRAL * central[one.order] / most
        + _TITLE * (len(one.words & title) / len(title) if title else 0.0)
        + _EARLY * (1 - one.order / last)
        for one in told
    }


def _alike(one: _Sentence, other: _Sentence) -> float:
    """The share of the shorter one's words that both hold."""
    return len(one.words & other.words) / (min(len(one.words), len(other.words)) or 1)
