"""A summary of one to three sentences of the article, taken unchanged and in its order.

A sentence earns points for what it shares with the rest (each of its content words counts by the number of other
sentences that hold it, after Luhn), with the title, and for standing early. Invariant: a sentence is whole; none opens
with a word that leans on the one before, none cuts a quotation in two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.facts.dating.layout import Layout
from generator.facts.found import Found, evidence
from generator.lexicon import Lexicon
from generator.lexicon.loading import WordList
from generator.model import Cleaned, Evidence, Facts, Line
from generator.reading.clitics import analyses
from generator.reading.letters import tokens
from generator.reading.sentences import sentences

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
_MARKS = '«“„"»”'


@dataclass(frozen=True)
class _Sentence:
    """A sentence with its content words, in match form."""

    order: int
    line: int
    text: str
    start: int
    end: int
    words: frozenset[str]


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[tuple[Evidence, ...]]:
    """The lede, then up to two central sentences, in the order of the text."""
    stops = lexicon.outlets.cues.summary_stops
    layout = Layout(cleaned, lexicon.dates)
    whole = _sentences([line for line in cleaned.body if not layout.is_date_line(line)], stops)
    told = [s for s in whole if _stands_alone(s, lexicon)]
    if not told:
        return Found(())
    title = _content(facts.title.text, stops) if facts.title and facts.title.basis == "stated" else frozenset()
    lede, rest = told[0], told[1:]
    chosen = [lede]
    if len(whole) >= _LONG_ENOUGH:
        scores = _scores(told, title)
        for one in sorted(rest, key=lambda s: (-scores[s.order], s.order)):
            if len(chosen) < _MOST and all(_alike(one, other) < _TOO_ALIKE for other in chosen):
                chosen.append(one)
    ordered = sorted(chosen, key=lambda s: s.order)
    return Found(tuple(_shown(s, s is lede) for s in ordered))


def _shown(one: _Sentence, is_lede: bool) -> Evidence:
    return evidence(one.line, one.text, one.start, one.end, "summary-lede" if is_lede else "summary-central")


def _sentences(body: Sequence[Line], stops: WordList) -> list[_Sentence]:
    spans = ((x, span) for x in body if x.verdict != "subheading" for span in sentences(x.text))
    return [
        _Sentence(order, line.number, line.text, *span, _content(line.text[span[0] : span[1]], stops))
        for order, (line, span) in enumerate(spans)
    ]


def _content(text: str, stops: WordList) -> frozenset[str]:
    """The words that carry meaning, each by its shortest reading, so that «والقوات» and «قوات» are one."""
    found = set()
    for token in tokens(text):
        stems = [reading.stem for reading in analyses(token.text)]
        if stems[0] not in stops and not stems[0].isdecimal():
            found.add(min(stems, key=lambda stem: (len(stem) < _SHORTEST, len(stem), stem)))
    return frozenset(word for word in found if len(word) >= _SHORTEST)


def _stands_alone(one: _Sentence, lexicon: Lexicon) -> bool:
    """Long enough to say something, short enough to sum up, whole, and not leaning on what went before."""
    text = one.text[one.start : one.end]
    count = len(tokens(text))
    if not _FEWEST_WORDS <= count <= _MOST_WORDS or text.rstrip().endswith((":", "؟")):
        return False
    if any(hit.start == 0 for hit in lexicon.outlets.cues.leaning_openers.find(text)):
        return False
    opened, closed = sum(text.count(c) for c in "«“„"), sum(text.count(c) for c in "»”")
    return text[0] not in _MARKS and opened == closed and text.count('"') % 2 == 0


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
