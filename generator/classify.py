"""Classifies an article: which themes its own words prove, each with those words as evidence.

Invariant: a theme without a strong term in the title or the body is not given, and every piece of evidence is an exact
piece of its line. Pages' furniture, captions and related headlines prove nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.lexicon import Lexicon
from generator.lexicon.themes import STRONG, Mark, Term, Themes
from generator.match import Hit
from generator.model import Cleaned, Evidence, Line, ThemeHit
from generator.sentences import sentence_span
from generator.text import tokens

_IN_TITLE = 2.0  # A word in the stated title says what the article is about, not only what it mentions.
_REPEAT = 0.5  # Each further occurrence of a term counts half of the one before: a term gives at most twice its weight.


@dataclass(frozen=True)
class _Found:
    mark: Mark
    weight: float
    evidence: Evidence


def classify(cleaned: Cleaned, lexicon: Lexicon) -> tuple[ThemeHit, ...]:
    """The themes of an article, highest score first, then in order of display.

    A score is the sum of the weights of the terms found, twice as much in a stated title, with diminishing returns for
    repeats. At least one term of weight `STRONG` is needed.
    """
    themes = lexicon.themes
    by_theme: dict[str, list[_Found]] = defaultdict(list)
    for line in cleaned.lines:
        if line.is_body or line.verdict == "title":
            for found in _found(line, themes):
                by_theme[found.mark.theme].append(found)
    hits = [_hit(theme.id, by_theme[theme.id]) for theme in themes.all if _proved(theme.terms, by_theme[theme.id])]
    return tuple(sorted(hits, key=lambda hit: -hit.score))


def _proved(terms: tuple[Term, ...], found: list[_Found]) -> bool:
    return any(terms[f.mark.term].weight >= STRONG for f in found)


def _hit(theme: str, found: list[_Found]) -> ThemeHit:
    weights: dict[int, list[float]] = defaultdict(list)
    for f in found:
        weights[f.mark.term].append(f.weight)
    score = sum(
        weight * _REPEAT**rank for term in weights.values() for rank, weight in enumerate(sorted(term, reverse=True))
    )
    return ThemeHit(theme, round(score, 3), tuple(f.evidence for f in found))


def _found(line: Line, themes: Themes) -> Iterator[_Found]:
    marks: dict[str, list[Hit[Mark]]] = defaultdict(list)
    for hit in themes.book.find_all(line.text):
        marks[hit.payload.theme].append(hit)
    needs = themes.needs.find_all(line.text) if marks else ()
    for theme, hits in marks.items():
        terms = themes.by_id[theme].terms
        factor = _IN_TITLE if line.verdict == "title" else 1.0
        for hit in _kept(line.text, hits, needs, terms):
            rule = f"theme:{theme}:{hit.payload.phrase}"
            evidence = Evidence(line.number, hit.start, hit.end, line.text[hit.start : hit.end], rule)
            yield _Found(hit.payload, terms[hit.payload.term].weight * factor, evidence)


def _kept(
    line: str, hits: list[Hit[Mark]], needs: tuple[Hit[frozenset[str]], ...], terms: tuple[Term, ...]
) -> list[Hit[Mark]]:
    """The terms that count, in order: not swallowed by an exclusion, what they need at hand, none over another."""
    swallowing = [hit for hit in hits if hit.payload.role == "exclusion"]
    kept: list[Hit[Mark]] = []
    candidates = (hit for hit in hits if hit.payload.role == "term")
    for hit in sorted(candidates, key=lambda h: (-terms[h.payload.term].weight, -h.words, h.start, h.payload.term)):
        if any(_swallows(exclusion, hit) for exclusion in swallowing) or any(_overlap(hit, other) for other in kept):
            continue
        if _has_needs(line, hit, terms[hit.payload.term], needs):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _overlap(one: Hit[Mark], other: Hit[Mark] | Hit[frozenset[str]]) -> bool:
    return one.start < other.end and other.start < one.end


def _swallows(exclusion: Hit[Mark], term: Hit[Mark]) -> bool:
    """True when they overlap, unless the term holds the whole exclusion and more."""
    holds = term.start <= exclusion.start and exclusion.end <= term.end and term.words > exclusion.words
    return _overlap(exclusion, term) and not holds


def _has_needs(line: str, hit: Hit[Mark], term: Term, needs: Iterable[Hit[frozenset[str]]]) -> bool:
    if not term.needs:
        return True
    start, end = sentence_span(line, hit.start, hit.end)
    starts = [word.start for word in tokens(line)] if term.within else []
    at_hand = {
        met
        for need in needs
        for met in need.payload
        if start <= need.start
        and need.end <= end
        and not _overlap(hit, need)
        and (term.within is None or _words_between(starts, hit, need) < term.within)
    }
    return at_hand.issuperset(term.needs)


def _words_between(starts: list[int], one: Hit[Mark], other: Hit[frozenset[str]]) -> int:
    (_, left), (right, _) = sorted(((one.start, one.end), (other.start, other.end)))
    return bisect_left(starts, right) - bisect_left(starts, left)
