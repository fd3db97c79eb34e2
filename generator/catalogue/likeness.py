"""Which articles are nearly the same text, and which tell the same story; in far fewer steps than all pairs.

Nearly the same: by bottom-k sketches of four-word shingles (Broder 1997; Cohen and Kaplan 2007). The same story: by the
cosine of their rarer words in title, first paragraphs and names. Candidates meet in an inverted index, without entries
that most articles share are left out.
"""

from __future__ import annotations

import heapq
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from generator.model import Article
from generator.reading.letters import fold, tokens
from generator.reading.stems import without_article

_SHINGLE = 4
_SKETCH = 96
# Calibrated on 255 texts of 80 words and more: with one word in twenty changed at random every copy keeps a likeness of
# .45 and more, with one in ten the median is .49. Among 468 texts only those that do share passages reach .4.
NEARLY_SAME = 0.4
# Of 468 encyclopaedic and news texts, the pairs from .33 up are about the same thing but for one (two football clubs,
# .36); the five first seeds, all of one field, reach .21 among each other; a story retold in other words .35.
SAME_STORY = 0.33
_OPENING = 3
_SHORTEST_WORD = 3
# An index entry of more articles tells nothing, and pairing them would cost the square of their number.
_COMMON = 40
_RAREST = 40

Kind = Literal["nearly-same", "same-story"]


@dataclass(frozen=True)
class Likeness:
    """Two articles by their names, how they are alike, and how much (0 to 1)."""

    one: str
    other: str
    kind: Kind
    degree: float


def alike(articles: Sequence[Article]) -> tuple[Likeness, ...]:
    """Every pair that is alike, once, as the graver of the two kinds; sorted by names."""
    same = _nearly_same({a.name: _sketch(a) for a in articles})
    story = _same_story({a.name: _words(a) for a in articles})
    found = {**story, **same}
    return tuple(found[pair] for pair in sorted(found))


def stand_ins(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each name that of which it is nearly a copy: the first in order, and no copy itself."""
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    found: dict[str, str] = {}
    for name in names:
        if name not in found:
            found |= {other: name for other in beside[name] if other not in found}
    return found


def _sketch(article: Article) -> frozenset[int]:
    """The smallest hashes of an article's shingles; all of them when it has few."""
    words = [fold(t.text) for line in article.cleaned.paragraphs for t in tokens(line.text)]
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
    return frozenset(heapq.nsmallest(_SKETCH, {zlib.crc32(s.encode()) for s in shingles}))


def _nearly_same(sketches: Mapping[str, frozenset[int]]) -> dict[tuple[str, str], Likeness]:
    found = {}
    for one, other in _meeting(sketches):
        both = heapq.nsmallest(_SKETCH, sketches[one] | sketches[other])
        shared = sketches[one] & sketches[other]
        degree = sum(value in shared for value in both) / len(both)
        if degree >= NEARLY_SAME:
            found[one, other] = Likeness(one, other, "nearly-same", round(degree, 3))
    return found


def _meeting(features: Mapping[str, Iterable[int] | Iterable[str]]) -> list[tuple[str, str]]:
    """Pairs that share a feature which few have."""
    holders: dict[int | str, list[str]] = defaultdict(list)
    for name in sorted(features):
        for feature in features[name]:
            holders[feature].append(name)
    pairs = {pair for names in holders.values() if len(names) <= _COMMON for pair in combinations(names, 2)}
    return sorted(pairs)


def _words(article: Article) -> Counter[str]:
    """The words of title, opening and names; a name counts as one word, since that is what a story is about."""
    facts = article.facts
    text = [facts.title.text] if facts.title else []
    text += [line.text for line in article.cleaned.paragraphs if line.verdict != "subheading"][:_OPENING]
    words = [without_article(token.text) for part in text for token in tokens(part)]
    names = [x.id or fold(x.name) for x in (*facts.people, *facts.places, *facts.organisations)]
    return Counter([word for word in words if len(word) >= _SHORTEST_WORD] + names)


def _same_story(counts: Mapping[str, Counter[str]]) -> dict[tuple[str, str], Likeness]:
    spread = Counter(word for words in counts.values() for word in words)
    rarity = {word: math.log(1 + len(counts) / n) for word, n in spread.items()}
    vectors = {
        name: {w: (1 + math.log(n)) * rarity[w] for w, n in words.items() if spread[w] > 1}
        for name, words in counts.items()
    }
    lengths = {
        name: math.sqrt(sum(((1 + math.log(n)) * rarity[w]) ** 2 for w, n in words.items()))
        for name, words in counts.items()
    }
    rarest = {name: heapq.nsmallest(_RAREST, v, key=lambda w: (spread[w], w)) for name, v in vectors.items()}
    found = {}
    for one, other in _meeting(rarest):
        product = sum(weight * vectors[other].get(word, 0.0) for word, weight in vectors[one].items())
        degree = product / (lengths[one] * lengths[other] or 1.0)
        if degree >= SAME_STORY:
            found[one, other] = Likeness(one, other, "same-story", round(degree, 3))
    return found
