"""What several articles speak of: names, and pairs of neighbouring words that chance does not bring together.

A pair is weighed by Dunning's log-likelihood ratio (Ted Dunning, "Accurate Methods for the Statistics of Surprise and
Coincidence", Computational Linguistics 19:1, 1993): G² = 2 Σ k ln(k / e) over the four cells of the table «the first
word is a or not, the second is b or not», k as counted over all neighbouring words of the dossier, e as it would be if
the two were independent.

Invariant: counting is by stems, what is shown is as most often written. One pass over the words of the dossier, and
another over the pairs that several articles have.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal, NamedTuple

from generator.catalogue.groups import Entry, Group
from generator.catalogue.telling import Telling, Word
from generator.facts.names.words import is_definite
from generator.facts.table import FIELDS
from generator.lexicon import Lexicon
from generator.model import GroupKind
from generator.reading.letters import key
from generator.reading.line import ReadLine, line_read

# χ² of one degree of freedom: so high, chance brings a pair once in a thousand.
NOT_BY_CHANCE = 10.83
# A word beside a pair belongs to it where it stands there so often.
_BELONGS = 0.8
_SPELLINGS = 4

Stems = tuple[str, str]


@dataclass(frozen=True)
class Shared:
    """A name or a pair of words that several articles have.

    text: as shown. spellings: as written, the most frequent first. stems: of its words. articles: by their place in the
    list, with how often each has it, once more where its title does. times: how often it stands in all; expected: how
    often chance would bring a pair. definite: whether a pair may stand by itself, as a label does.
    """

    text: str
    spellings: tuple[str, ...]
    stems: frozenset[str]
    articles: Mapping[int, int]
    times: int
    kind: Literal["pair"] | GroupKind = "pair"
    definite: bool = True
    expected: float = 0.0


class _PairAt(NamedTuple):
    """Where a pair stands: the article, the line, the number of its second word."""

    article: int
    line: ReadLine
    at: int


def shared(entries: Sequence[Entry], groups: Sequence[Group], lexicon: Lexicon, fewest: int) -> tuple[Shared, ...]:
    """All that so many articles have in common: pairs of words in the order of the text, then names."""
    lines = tuple(tuple(_lines(entry)) for entry in entries)
    written = (word for own in lines for line in own for word in line.written)
    people = (word for group in groups if group.kind == "people" for word in key(group.name).split())
    telling = Telling(written, people, lexicon)
    return (*_pairs(entries, lines, telling, fewest), *_names(entries, groups, lexicon, fewest))


def _lines(entry: Entry) -> Iterator[ReadLine]:
    """What an article says itself, in a language whose little words are known."""
    for line in entry.article.cleaned.joined if not entry.article.cleaned.is_foreign else ():
        if line.is_body or line.verdict == "title":
            yield line_read(line)


def _pairs(
    entries: Sequence[Entry], lines: Sequence[Sequence[ReadLine]], telling: Telling, fewest: int
) -> Iterator[Shared]:
    firsts, seconds, places = Counter[str](), Counter[str](), defaultdict[Stems, list[_PairAt]](list)
    for number, (entry, own) in enumerate(zip(entries, lines, strict=True)):
        named = _named(entry)
        for line in own:
            words = [telling.words[word] for word in line.written]
            firsts.update([word.first.stem for word in words[:-1]])
            seconds.update([word.second.stem for word in words[1:]])
            for at in _telling(line, words, named[line.number], telling):
                places[words[at - 1].first.stem, words[at].second.stem].append(_PairAt(number, line, at))
    total = firsts.total()
    for stems, found in places.items():
        margins = firsts[stems[0]], seconds[stems[1]], total
        expected = margins[0] * margins[1] / total
        several = len({place.article for place in found}) >= fewest
        if several and len(found) > expected and ratio(len(found), *margins) >= NOT_BY_CHANCE:
            yield _pair(stems, found, expected, telling)


def _telling(
    line: ReadLine, words: Sequence[Word], named: Sequence[tuple[int, int]], telling: Telling
) -> Iterator[int]:
    """The numbers of words that close a pair which may tell something: in no name, and not behind one."""
    for at in range(1, len(words)):
        first, second = words[at - 1].first, words[at].second
        if first.tells and second.tells and line.close(at):
            start, end = line.tokens[at - 1].start, line.tokens[at].end
            after_name = at > 1 and words[at - 2].before_name and line.close(at - 1)
            phrase = not after_name and telling.agree(*words[at - 1 : at + 1])
            if phrase and not _meets(named, start, end):
                yield at


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch of a line shares a letter with one of some spans, which are in order and apart."""
    at = bisect_right(spans, start, key=itemgetter(1))
    return at < len(spans) and spans[at][0] < end


def _named(entry: Entry) -> Mapping[int, list[tuple[int, int]]]:
    """Where names of any kind stand in an article, by line, in order and apart."""
    spans = defaultdict[int, set[tuple[int, int]]](set)
    for field in FIELDS:
        for thing in field.items(entry.article.facts) if field.group else ():
            for line, *span in map(entry.article.cleaned.span, field.shown_by(thing)):
                spans[line.number].add((span[0], span[1]))
    return defaultdict(list, {line: _apart(found) for line, found in spans.items()})


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def ratio(together: int, first: int, second: int, total: int) -> float:
    """Dunning's G² of two words: how often they stand together, the one first, the other second, and all pairs."""
    seen = (together, first - together, second - together, total - first - second + together)
    rows, columns = (first, first, total - first, total - first), (second, total - second, second, total - second)
    expected = (rows[0] * columns[0], rows[1] * columns[1], rows[2] * columns[2], rows[3] * columns[3])
    return 2 * sum(k * math.log(k * total / e) for k, e in zip(seen, expected, strict=True) if k)


def _pair(stems: Stems, places: Sequence[_PairAt], expected: float, telling: Telling) -> Shared:
    spellings = _by_frequency(_spelled(place, telling) for place in places)
    best = spellings[0]
    before = _belongs([_beside(place, telling, -1) for place in places])
    after = _belongs([_beside(place, telling, 1) for place in places])
    return Shared(
        text=" ".join(word for word in (before, best, after) if word),
        spellings=spellings,
        stems=frozenset(stems),
        articles=_counted((place.article, place.line.verdict == "title") for place in places),
        times=len(places),
        definite=is_definite(after or best.split()[-1]),
        expected=expected,
    )


def _by_frequency(spelled: Iterable[str]) -> tuple[str, ...]:
    """The few ways in which something is written most often."""
    counted = Counter(spelled)
    return tuple(sorted(counted, key=lambda text: (-counted[text], text)))[:_SPELLINGS]


def _spelled(place: _PairAt, telling: Telling) -> str:
    first, second = place.line.written[place.at - 1 : place.at + 1]
    return f"{telling.words[first].first.text} {telling.words[second].second.text}"


def _beside(place: _PairAt, telling: Telling, way: int) -> str:
    """The word before a pair or behind it, where it tells something; empty where it does not."""
    line, at = place.line, place.at + way if way > 0 else place.at + 2 * way
    if not 0 <= at < len(line.written) or not line.close(max(at, at - way)):
        return ""
    word, next_to = (telling.words[line.written[number]] for number in (at, at - way))
    form = word.second if way > 0 else word.first
    agrees = telling.agree(next_to, word) if way > 0 else telling.agree(word, next_to)
    return form.text if form.tells and agrees and not word.before_name else ""


def _belongs(beside: Sequence[str]) -> str:
    """The word that nearly always stands beside a pair; empty where none does."""
    word, times = Counter(beside).most_common(1)[0]
    return word if times >= _BELONGS * len(beside) else ""


def _counted(places: Iterable[tuple[int, bool]]) -> Mapping[int, int]:
    counts = Counter[int]()
    for article, in_title in places:
        counts[article] += 1 + in_title
    return counts


def _names(entries: Sequence[Entry], groups: Iterable[Group], lexicon: Lexicon, fewest: int) -> Iterator[Shared]:
    places = {entry.address: at for at, entry in enumerate(entries)}
    for group in groups:
        if _may_be_a_subject(group, lexicon):
            evidence = [(member.entry, words) for member in group.members for words in member.evidence]
            # A family name alone identifies nobody.
            shown = [x for x in evidence if group.kind != "people" or " " in x[1].text]
            titled = ((places[x.address], x.article.cleaned.lines[w.line - 1].verdict == "title") for x, w in shown)
            articles = _counted(titled)
            if len(articles) >= fewest:
                spellings = _by_frequency(words.text for _, words in shown)
                stems = frozenset(key(group.name).split())
                yield Shared(group.name, spellings, stems, articles, len(shown), group.kind)


def _may_be_a_subject(group: Group, lexicon: Lexicon) -> bool:
    """A person that the lexicon knows, a body; a place only where it is one of few: cities are named everywhere."""
    if group.kind == "places":
        place = lexicon.entities.places.get(group.id)
        return place is not None and place.kind in ("camp", "base", "town", "district", "water")
    return group.kind == "organisations" or (group.kind == "people" and group.id in lexicon.entities.people)
