"""Which articles are nearly the same text, and which tell the same story; in far fewer steps than all pairs.

Nearly the same: by bottom-k sketches of four-word shingles (Broder 1997; Cohen and Kaplan 2007). The same story: by the
cosine of their rarer words in title, first paragraphs and names. What an article gives to it is made from that article
alone. Candidates meet over what few articles have, and those of a story over several such words. Invariant: the work of
an article is bounded, however many there are.
"""

from __future__ import annotations

import hashlib
import heapq
import math
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from operator import mul
from typing import Literal, NamedTuple

from generator.model import Article
from generator.reading.letters import fold, tokens
from generator.reading.stems import without_article

_SHINGLE = 4
_SKETCH = 96
# Of two texts that are just so alike, two in 10^5 share fewer of their smallest hashes: ten of all news share one.
_MEETING, _ALIKE = 32, 3
# Calibrated on 255 texts of 80 words and more: with one word in twenty changed at random every copy keeps a likeness of
# .45 and more, with one in ten the median is .49. Among 468 texts only those that do share passages reach .4.
NEARLY_SAME = 0.4
# Of 468 encyclopaedic and news texts, the pairs from .33 up are about the same thing but for one (two football clubs,
# .36); the five first seeds, all of one field, reach .21 among each other; a story retold in other words .35.
SAME_STORY = 0.33
_OPENING = 3
_SHORTEST_WORD = 3
# What more articles have tells nothing, and pairing them would cost the square of their number.
_COMMON = 40
_MOST_TIMES = 255

# Of 1,300 news texts no two of one story have less than 7 such words in common; where 6 are asked for, an article is
# weighed against 7 others, of 213 that have any.
_SEVERAL = 6

Kind = Literal["nearly-same", "same-story"]
Pair = tuple[int, int]
"""Two articles by their places, the earlier first."""


@dataclass(frozen=True)
class Likeness:
    """Two articles by their names, how they are alike, and how much (0 to 1)."""

    one: str
    other: str
    kind: Kind
    degree: float


class Traits(NamedTuple):
    """What an article gives: its sketch, sorted; the hashes of its story's words, sorted, and how often each stands."""

    sketch: array[int]
    words: array[int]
    times: array[int]


def traits_of(article: Article) -> Traits:
    """What an article gives, made from it alone."""
    counted = sorted((_hashed(word), times) for word, times in _words(article).items())
    words, times = array("Q", [word for word, _ in counted]), array("B", [min(n, _MOST_TIMES) for _, n in counted])
    return Traits(array("I", sorted(_sketch(article))), words, times)


def alike(told: Mapping[str, Traits]) -> tuple[Likeness, ...]:
    """Every pair that is alike, once, as the graver of the two kinds; sorted by names."""
    names = sorted(told)
    same = _nearly_same([told[name].sketch for name in names])
    story = _same_story([told[name] for name in names])
    found = {pair: Likeness(names[pair[0]], names[pair[1]], "same-story", degree) for pair, degree in story.items()}
    found |= {pair: Likeness(names[pair[0]], names[pair[1]], "nearly-same", degree) for pair, degree in same.items()}
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


def _sketch(article: Article) -> Iterable[int]:
    """The smallest hashes of an article's shingles; all of them when it has few."""
    words = [fold(t.text) for line in article.cleaned.paragraphs for t in tokens(line.text)]
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
    return heapq.nsmallest(_SKETCH, {zlib.crc32(s.encode()) for s in shingles})


def _nearly_same(sketches: Sequence[array[int]]) -> dict[Pair, float]:
    found = {}
    for other, near in enumerate(sharers([sketch[:_MEETING] for sketch in sketches], _COMMON, _ALIKE)):
        for one in near:
            own, others = set(sketches[one]), set(sketches[other])
            both, shared = sorted(own | others)[:_SKETCH], own & others
            degree = sum(value in shared for value in both) / len(both)
            if degree >= NEARLY_SAME:
                found[one, other] = round(degree, 3)
    return found


def sharers(features: Sequence[Iterable[int]], common: int, several: int) -> Iterator[list[int]]:
    """For each place those before it with which it shares several features that so many have at most; all such of one
    of the two, where that has fewer.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    fewest = list[int]()
    for at, telling in enumerate(_shared(features, common)):
        held = [holders[feature] for feature in telling]
        fewest.append(min(several, len(held)))
        met = Counter(chain.from_iterable(held))
        yield sorted([one for one, times in met.items() if times >= several or times >= min(fewest[one], fewest[at])])
        for places in held:
            places.append(at)


def _shared(features: Sequence[Iterable[int]], common: int) -> Iterator[set[int]]:
    """Of the features at each place those that two have and so many at most: nearly all others are of one alone."""
    spread = Counter(chain.from_iterable(features))
    telling = {feature for feature, count in spread.items() if 1 < count <= common}
    return map(telling.intersection, features)


def _words(article: Article) -> Counter[str]:
    """The words of title, opening and names; a name counts as one word, since that is what a story is about."""
    facts = article.facts
    text = [facts.title.text] if facts.title else []
    text += [line.text for line in article.cleaned.paragraphs if line.verdict != "subheading"][:_OPENING]
    words = [without_article(token.text) for part in text for token in tokens(part)]
    names = [x.id or fold(x.name) for x in (*facts.people, *facts.places, *facts.organisations)]
    return Counter([word for word in words if len(word) >= _SHORTEST_WORD] + names)


def _hashed(word: str) -> int:
    """A word in 64 bits, in which no two of a million words are likely to meet."""
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest())


class _Weighed(NamedTuple):
    """The words of an article that others have, with what each is of the whole: more the rarer it is, and the oftener
    it stands there.
    """

    words: array[int]
    parts: array[float]


def _weighed(told: Sequence[Traits], spread: Mapping[int, int]) -> list[_Weighed]:
    rarity = [0.0, *(math.log(1 + len(told) / n) for n in range(1, len(told) + 1))]
    often = [0.0, *(1 + math.log(n) for n in range(1, _MOST_TIMES + 1))]
    found = []
    for x in told:
        held = [spread[word] for word in x.words]
        weights = [often[n] * rarity[count] for n, count in zip(x.times, held, strict=True)]
        length = math.sqrt(sum([weight * weight for weight in weights])) or 1.0
        several = [at for at, count in enumerate(held) if count > 1]
        words, parts = [x.words[at] for at in several], [weights[at] / length for at in several]
        found.append(_Weighed(array("Q", words), array("d", parts)))
    return found


def _same_story(told: Sequence[Traits]) -> dict[Pair, float]:
    words = [x.words for x in told]
    weighed = _weighed(told, Counter(chain.from_iterable(words)))
    found = {}
    for other, near in enumerate(sharers(words, _COMMON, _SEVERAL)):
        own = dict(zip(*weighed[other], strict=True)) if near else {}
        for one in near:
            degree = sum(map(mul, weighed[one].parts, map(own.get, weighed[one].words, repeat(0.0))))
            if degree >= SAME_STORY:
                found[one, other] = round(degree, 3)
    return found
