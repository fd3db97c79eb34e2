"""Classifies an article: which themes its own words prove, each with those words as evidence.

Invariant: a theme without a strong term in the title or the body is not given, nor one of which the article says less
than its file asks for, and every piece of evidence is an exact piece of its line. Pages' furniture, captions and
related headlines prove nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.lexicon.themes import STRONG, Term, Theme, ThemeMark, Themes
from generator.model import Evidence, Facts, ThemeHit
from generator.reading.line import ReadLine, ReadText, Span
from generator.reading.match import Hit

_IN_TITLE = 2.0  # A word in the stated title says what the article is about, not only what it mentions.
_REPEAT = 0.5  # Each further occurrence of a term counts half of the one before: a term gives at most twice its weight.

_Kept = tuple[Hit[ThemeMark], tuple[Span, ...]]


@dataclass(frozen=True)
class Proof:
    """A term of a theme where it was found, and what it weighs there."""

    mark: ThemeMark
    weight: float
    evidence: tuple[Evidence, ...]  # the words of the term, then those it needs


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[ThemeHit, ...]]:
    """The themes of an article, highest score first, then in order of display.

    A score is the sum of the weights of the terms found, twice as much in a stated title, with diminishing returns for
    repeats. At least one term of weight `STRONG` is needed, and of all terms together what the theme asks for
    `per_hundred` words.
    """
    by_theme, words = weighed_themes(text, lexicon), words_of(text)
    proved = [theme for theme in lexicon.themes.all if _proved(theme, by_theme[theme.id], words)]
    hits = [_hit(theme.id, by_theme[theme.id]) for theme in proved]
    return Found(tuple(sorted(hits, key=lambda hit: -hit.score)))


def weighed_themes(text: ReadText, lexicon: Lexicon) -> Mapping[str, list[Proof]]:
    """What speaks for each theme, in the order of the text; nothing for a theme of which no term was found."""
    by_theme: dict[str, list[Proof]] = defaultdict(list)
    for line in _telling(text):
        for found in _found(line, lexicon.themes):
            by_theme[found.mark.theme].append(found)
    return by_theme


def words_of(text: ReadText) -> int:
    """How many words the title and the body have, in which themes are looked for."""
    return sum(len(line.written) for line in _telling(text))


def per_hundred(found: Sequence[Proof], words: int) -> float:
    """What the terms found weigh for each hundred words. Each repeat counts in full: it says more of the theme."""
    return 100 * sum(f.weight for f in found) / max(words, 1)


def _telling(text: ReadText) -> Iterator[ReadLine]:
    return (line for line in text.lines if line.is_body or line.verdict == "title")


def _proved(theme: Theme, found: list[Proof], words: int) -> bool:
    strong = any(theme.terms[f.mark.term].weight >= STRONG for f in found)
    return strong and per_hundred(found, words) >= theme.per_hundred


def _hit(theme: str, found: list[Proof]) -> ThemeHit:
    weights: dict[int, list[float]] = defaultdict(list)
    for f in found:
        weights[f.mark.term].append(f.weight)
    score = sum(
        weight * _REPEAT**rank for term in weights.values() for rank, weight in enumerate(sorted(term, reverse=True))
    )
    terms, needed = (f.evidence[0] for f in found), (one for f in found for one in f.evidence[1:])
    return ThemeHit(theme, round(score, 3), tuple(dict.fromkeys((*terms, *needed))))


def _found(line: ReadLine, themes: Themes) -> Iterator[Proof]:
    marks: dict[str, list[Hit[ThemeMark]]] = defaultdict(list)
    for hit in themes.book.find_all(line):
        marks[hit.payload.theme].append(hit)
    nearby = _Nearby(line, themes.needs.find_all(line) if marks else ())
    for theme, hits in marks.items():
        terms = themes.by_id[theme].terms
        factor = _IN_TITLE if line.verdict == "title" else 1.0
        for hit, met in _kept(nearby, hits, terms):
            rule = f"theme:{theme}:{hit.payload.phrase}"
            spans = ((_with_particle(line, hit.start, themes), hit.end), *met)
            shown = tuple(line.evidence(start, end, rule) for start, end in spans)
            yield Proof(hit.payload, terms[hit.payload.term].weight * factor, shown)


def _with_particle(line: ReadLine, start: int, themes: Themes) -> int:
    """Where words begin with the «لا» or «ما» before them, which make their verb."""
    at = line.words_to(start)
    denied = at and line.close(at) and themes.denying.find(line.word(at - 1))
    return line.starts[at - 1] if denied else start


class _Nearby:
    """What may stand beside a term in a line, asked for by place: a hit is a run of whole words."""

    def __init__(self, line: ReadLine, needs: Iterable[Hit[frozenset[str]]]) -> None:
        self._line = line
        self._before: dict[str, list[tuple[int, int]]] = defaultdict(list)  # (end, start), by end
        self._after: dict[str, list[tuple[int, int]]] = defaultdict(list)  # (start, end), by start
        for need in needs:
            for met in need.payload:
                self._before[met].append((need.end, need.start))
                self._after[met].append((need.start, need.end))
        for found in (*self._before.values(), *self._after.values()):
            found.sort()

    def words(self, hit: Hit[ThemeMark]) -> range:
        """The numbers of a hit's words."""
        first = self._line.words_to(hit.start)
        return range(first, first + hit.words)

    def met(self, hit: Hit[ThemeMark], term: Term) -> tuple[Span, ...] | None:
        """Where what a term needs stands nearest to it, fewer than `within` words away; None when something is not."""
        nearest = [min(self._apart(need, hit), default=None) for need in term.needs]
        found = [x for x in nearest if x and (term.within is None or x[0] < term.within)]
        return tuple(dict.fromkeys(x[1:] for x in found)) if len(found) == len(nearest) else None

    def _apart(self, need: str, hit: Hit[ThemeMark]) -> Iterator[tuple[int, int, int]]:
        """The nearest of a kind before a term and after it in its sentence: the words between, where it stands."""
        start, end = self._line.sentence(hit.start, hit.end)
        before, after = self._before[need], self._after[need]
        at = bisect_right(before, (hit.start, len(self._line.text))) - 1
        while at >= 0 and before[at][0] > start and before[at][1] < start:
            at -= 1
        if at >= 0 and before[at][1] >= start:
            yield self._count(before[at][0], hit.start), before[at][1], before[at][0]
        at = bisect_left(after, (hit.end, 0))
        while at < len(after) and after[at][0] < end < after[at][1]:
            at += 1
        if at < len(after) and after[at][1] <= end:
            yield self._count(hit.end, after[at][0]), *after[at]

    def _count(self, left: int, right: int) -> int:
        return self._line.words_to(right) - self._line.words_to(left)


def _kept(nearby: _Nearby, hits: list[Hit[ThemeMark]], terms: tuple[Term, ...]) -> list[_Kept]:
    """The terms that count with what they need, in order: not swallowed by an exclusion, none over another."""
    swallowing: dict[int, list[Hit[ThemeMark]]] = defaultdict(list)
    for hit in hits:
        if hit.payload.role == "exclusion":
            for word in nearby.words(hit):
                swallowing[word].append(hit)
    kept, taken = list[_Kept](), set[int]()
    candidates = (hit for hit in hits if hit.payload.role == "term")
    for hit in sorted(candidates, key=lambda h: (-terms[h.payload.term].weight, -h.words, h.start, h.payload.term)):
        words, term = nearby.words(hit), terms[hit.payload.term]
        if not taken.isdisjoint(words) or any(_swallows(x, hit) for word in words for x in swallowing.get(word, ())):
            continue
        met = nearby.met(hit, term)
        if met is not None:
            kept.append((hit, met))
            taken.update(words)
    return sorted(kept, key=lambda pair: pair[0].start)


def _swallows(exclusion: Hit[ThemeMark], term: Hit[ThemeMark]) -> bool:
    """True for one that shares a word, unless the term holds the whole exclusion and more."""
    return not (term.start <= exclusion.start and exclusion.end <= term.end and term.words > exclusion.words)
