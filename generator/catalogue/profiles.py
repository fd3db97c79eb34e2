"""What the articles of a dossier tell of one person, organisation, place or outlet: how its name is written, what it
says and what is said of it, the figures beside it, and the names that stand in the same articles.

Invariant: all are pieces of the articles that show it; what is said of somebody is told of those alone who hold a
public office. Linear in what those articles hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from generator.catalogue.groups import Group, Membership
from generator.lexicon import Lexicon
from generator.model import Cleaned, Evidence, Figure, GroupKind, Quote
from generator.model.words import LinePiece
from generator.reading.clitics import ARTICLE, TAKEN_UP, analyses
from generator.reading.letters import key, squeeze
from generator.reading.sentences import sentence_span

_SPEAKERS: frozenset[GroupKind] = frozenset({"people", "organisations"})
_NAMED: frozenset[GroupKind] = frozenset({"people", "organisations", "places"})


# A sentence of an article: the line that holds it, and where in that it begins.
Sentence = tuple[int, int]


@dataclass(frozen=True)
class Present:
    """A name in an article, with the lines that hold it."""

    group: Group
    lines: frozenset[int]


@dataclass(frozen=True)
class NamedBeside:
    """A name that stands in so many of the articles of another."""

    group: Group
    articles: int


def written_as(group: Group, members: Iterable[Membership]) -> tuple[tuple[str, int], ...]:
    """How texts write a name, the most frequent first, without what is written to it: «والعراق» is «العراق»."""
    written = Counter(squeeze(found.text) for member in members for found in member.evidence)
    known = {key(text) for text in (group.name, *(name for m in group.members for name in m.names), *written)}
    known |= {" ".join(words[at:]) for text in tuple(known) if (words := text.split()) for at in range(1, len(words))}
    counted: Counter[str] = Counter()
    for text, times in written.items():
        counted[_alone(text, known)] += times
    return tuple(sorted(counted.items(), key=lambda x: (-x[1], x[0])))


def _alone(text: str, known: set[str]) -> str:
    """A name as written, without a letter before it, where what is left is known to be one."""
    first, space, rest = text.partition(" ")
    for reading in analyses(first):
        if reading.prefix:
            taken_up = reading.definite and reading.prefix.endswith(TAKEN_UP[0])
            left = ARTICLE + first[len(reading.prefix) + 1 :] if taken_up else first[len(reading.prefix) :]
            if key(whole := f"{left}{space}{rest}") in known:
                return whole
    return text


def holds_office(group: Group, lexicon: Lexicon) -> bool:
    """Whether a text, an editor or a lexicon gives somebody a public office."""
    known = group.known and group.id in lexicon.entities.people
    return group.kind == "people" and (known or any(member.role for member in group.members))


def sayings_by(group: Group, member: Membership) -> tuple[Quote, ...]:
    """What an article has a person or a body say."""
    if group.kind not in _SPEAKERS:
        return ()
    return tuple(quote for quote in member.entry.article.facts.quotes if _is_by(quote, group, member))


def _is_by(quote: Quote, group: Group, member: Membership) -> bool:
    """By the name that the article's facts have for both, or by the id of a lexicon."""
    if quote.speaker in member.names:
        return True
    return group.known and quote.speaker_id == group.id


def sayings_about(group: Group, member: Membership) -> tuple[Quote, ...]:
    """What others, each of whom the text tells, say in an article with a name in their words."""
    named = sorted({(spot.line, spot.start, spot.end) for found in member.evidence for spot in found.spots})
    return tuple(
        quote
        for quote in member.entry.article.facts.quotes
        if quote.speaker and not _is_by(quote, group, member) and any(_holds(x, named) for x in quote.spots)
    )


def _holds(said: LinePiece, named: Sequence[tuple[int, int, int]]) -> bool:
    """Whether the first of some places, which are in order, that begins within some words ends there too."""
    at = bisect_left(named, (said.line, said.start, 0))
    return at < len(named) and named[at][0] == said.line and named[at][2] <= said.end


def figures_beside(member: Membership) -> tuple[Figure, ...]:
    """The figures of the sentences that hold a name; how long something took is none."""
    cleaned, figures = member.entry.article.cleaned, member.entry.article.facts.figures
    sentences = {_sentence(cleaned, found) for found in member.evidence}
    return tuple(x for x in figures if x.kind != "duration" and _sentence(cleaned, x) in sentences)


def one_a_sentence(member: Membership) -> tuple[Evidence, ...]:
    """The first words of each sentence that show a thing, in order."""
    first: dict[Sentence, Evidence] = {}
    for found in member.evidence:
        first.setdefault(_sentence(member.entry.article.cleaned, found), found)
    return tuple(first[at] for at in sorted(first))


def told_apart(member: Membership, said: Iterable[Quote]) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The first words of each sentence that show a thing: of those without any of these sayings, and of the others."""
    cleaned, quotes = member.entry.article.cleaned, tuple(said)
    within = {_sentence(cleaned, quote) for quote in quotes}
    found = one_a_sentence(member)
    apart = tuple(x for x in found if _sentence(cleaned, x) not in within and not _is_in(cleaned, x, quotes))
    return apart, tuple(x for x in found if x not in apart)


def _is_in(cleaned: Cleaned, found: Evidence, quotes: Iterable[Quote]) -> bool:
    """Whether words stand in one of some sayings, which may go on over several sentences."""
    line, start, _ = cleaned.span(found)
    spans = (cleaned.span(quote) for quote in quotes)
    return any(other.number == line.number and first <= start < last for other, first, last in spans)


def _sentence(cleaned: Cleaned, found: Evidence) -> Sentence:
    line, start, end = cleaned.span(found)
    return line.number, sentence_span(line.text, start, end)[0]


def present_by_article(groups: Iterable[Group]) -> Mapping[str, tuple[Present, ...]]:
    """Which people, bodies and places each article names, by its address."""
    found: dict[str, list[Present]] = defaultdict(list)
    for group in groups:
        for member in group.members if group.kind in _NAMED else ():
            cleaned = member.entry.article.cleaned
            lines = {cleaned.holder(x.line).number for x in member.evidence}
            found[member.entry.address].append(Present(group, frozenset(lines)))
    return {address: tuple(some) for address, some in found.items()}


def named_beside(group: Group, present: Mapping[str, tuple[Present, ...]], most: int) -> tuple[NamedBeside, ...]:
    """The names that stand most often in the articles of a thing; by its side in one paragraph, or in two articles."""
    met: dict[int, _Met] = {}
    for member in group.members:
        here = present.get(member.entry.address, ())
        own = next((x.lines for x in here if x.group is group), frozenset[int]())
        for other in here:
            if other.group is not group:
                one = met.get(id(other.group)) or met.setdefault(id(other.group), _Met(other.group))
                one.articles += 1
                one.paragraphs += len(own & other.lines)
    told = [x for x in met.values() if x.articles > 1 or x.paragraphs]
    ranked = nsmallest(most, told, key=lambda x: (-x.articles, -x.paragraphs, len(x.group.members), x.group.name))
    return tuple(NamedBeside(x.group, x.articles) for x in ranked)


@dataclass
class _Met:
    """A name that stands beside another: in how many articles, in how many paragraphs of those."""

    group: Group
    articles: int = 0
    paragraphs: int = 0
