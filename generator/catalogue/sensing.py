"""Reads what a figure is told of from the words beside it, its sentence, and what its article knows.

Invariant: a figure of which that is not plain has no sense, and is compared with nothing.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from operator import attrgetter

from generator.catalogue.groups import Entry
from generator.catalogue.senses import NamesNear, Sense, Span
from generator.catalogue.tallies import Stretch, Tally, tallies
from generator.lexicon import Lexicon
from generator.lexicon.circumstances import Circumstances
from generator.lexicon.counted import noun_called
from generator.model import Entity, Evidence, Figure
from generator.model.calendar import parse_iso
from generator.reading.clitics import AND
from generator.reading.letters import fold, plain, tokens
from generator.reading.stems import ROOT, light, without_article

_NEAR = 4
"""Words on either side of a figure that tell what happens to those it counts."""
_BREAKS = frozenset("،,؛;:.!؟?\n")
_ANYBODY = "anybody"


def senses_in(entry: Entry, vocabulary: SenseWords) -> tuple[Sense, ...]:
    """The senses of an article's figures, in their order; those that tell no plain one are left out."""
    own = tallies((entry,))
    return tuple(_Reader(entry, vocabulary).read(own)) if own else ()


class SenseWords:
    """What words say, each looked up once: as what they count, which event they tell of, whether they tell at all."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.told: Circumstances = lexicon.numbers.circumstances
        self.nouns = lexicon.numbers.nouns
        self._little = lexicon.furniture.cues.little | lexicon.summary.stops.forms | frozenset(lexicon.speech.forms)
        self._read: dict[str, tuple[str | None, bool]] = {}

    def event(self, word: str) -> str | None:
        """Which event a word tells of."""
        return self._word(word)[0]

    def tells(self, word: str) -> bool:
        """Whether a word says anything of what is counted."""
        return self._word(word)[1]

    def key(self, word: str) -> str:
        """Under what a word meets others: its event, else its stem."""
        return self.event(word) or _stem(word)

    def _word(self, word: str) -> tuple[str | None, bool]:
        if word not in self._read:
            known = self.told.event_of
            event = known.get(word) or known.get(without_article(word)) or known.get(word.removeprefix(AND))
            plainly = len(word) > 2 and not word[0].isdecimal() and word not in self._little  # noqa: PLR2004
            self._read[word] = event, event is not None or plainly
        return self._read[word]


class _Reader:
    """Reads the senses of an article's figures; what their sentences share is looked up once an article."""

    def __init__(self, entry: Entry, vocabulary: SenseWords) -> None:
        self._entry, self._known = entry, vocabulary
        self._named: Mapping[str, Mapping[int, list[tuple[Stretch, str]]]] = {
            kind: _by_line(entry, entities)
            for kind, entities in (
                ("people", entry.article.facts.people),
                ("organisations", entry.article.facts.organisations),
                ("places", entry.article.facts.places),
            )
        }

    def read(self, own: Sequence[Tally]) -> Iterator[Sense]:
        """Each that has a plain sense; `own` are all figures of the article."""
        starts = defaultdict[int, list[Stretch]](list)
        for tally in own:
            starts[tally.place.line].append(tally.place)
        for places in starts.values():
            places.sort()
        for tally in own:
            sense = self._sense(tally, starts[tally.place.line])
            if sense:
                yield sense

    def _sense(self, tally: Tally, beside: Sequence[Stretch]) -> Sense | None:
        text = self._entry.article.cleaned.holder(tally.place.line).text
        near = self._near(text, tally, beside)
        noun, own = self._noun(tally.figure)
        if not near or noun is None or tally.figure.rule == "dual":
            return None
        events = frozenset(filter(None, (*map(self._known.event, near), own)))
        lasting = any(_is(word, self._known.told.states) for word in near)
        if noun == (_ANYBODY,) and not events and not lasting:
            return None
        return Sense(
            tally=tally,
            noun=noun,
            events=events,
            lasting=lasting,
            near=frozenset(map(self._known.key, near)),
            words=self._words(text, tally),
            names=self._names(tally),
            period=self._period(tally),
        )

    def _near(self, text: str, tally: Tally, beside: Sequence[Stretch]) -> list[str]:
        """The telling words beside a figure; none where it is a part, comes on top, is so in a time or is unsure."""
        place, sentence, told = tally.place, tally.sentence, self._known.told
        earlier = bisect_left(beside, place.start, key=attrgetter("start"))
        later = bisect_left(beside, place.end, key=attrgetter("start"))
        since = beside[earlier - 1].end if earlier else 0
        until = beside[later].start if later < len(beside) else len(text)
        before = _last_clause(text[max(since, sentence.start) : place.start])
        after = _first_clause(text[place.end : min(until, sentence.end)])
        apart = (_is(x, told.apart_before) for x in before), (_is(x, told.apart_after) for x in after[:_NEAR])
        if any(apart[0]) or any(apart[1]):
            return []
        tells = self._known.tells
        return [*list(filter(tells, before))[-_NEAR:], *list(filter(tells, after))[:_NEAR]]

    def _noun(self, figure: Figure) -> tuple[tuple[str, ...] | None, str | None]:
        """What is counted, with what describes it, and what the noun itself says that happened: «12 قتيلا»."""
        if figure.kind != "count" or (figure.value is None and figure.low is None and figure.high is None):
            return None, None
        if figure.unit is None:
            return (_ANYBODY,), None
        head = fold(figure.unit)
        event = self._known.event(head)
        more = tuple(sorted(_stem(word) for word in (figure.subject or "").split()[1:]))
        if event or head in self._known.told.anybody:
            return (_ANYBODY, *more), event
        known = noun_called(figure.unit, self._known.nouns)
        return (known.singular if known else _stem(figure.unit), *more), None

    def _words(self, text: str, tally: Tally) -> frozenset[str]:
        place, sentence = tally.place, tally.sentence
        around = (*tokens(text[sentence.start : place.start]), *tokens(text[place.end : sentence.end]))
        return frozenset(self._known.key(word) for word in (fold(t.text) for t in around) if self._known.tells(word))

    def _names(self, tally: Tally) -> NamesNear:
        """What the sentence names, but for him who says it: two may differ of one thing."""
        found = {kind: _within(tally.sentence, named) for kind, named in self._named.items()}
        speaker = {tally.quote.speaker_id, fold(tally.quote.speaker or "")} if tally.quote else set[str | None]()
        return NamesNear(**{kind: named - speaker for kind, named in found.items()})

    def _period(self, tally: Tally) -> Span | None:
        """The days of which a sentence tells, else those on which its article may have been published."""
        spans = [
            (parsed.first, parsed.last)
            for date in self._entry.article.facts.dates_mentioned
            if self._stands_in(date.evidence, tally.sentence) and (parsed := parse_iso(date.value))
        ]
        if spans:
            return spans[0] if len(set(spans)) == 1 else None
        first, last = self._entry.article.facts.date.interval
        return (dt.date.fromisoformat(first), dt.date.fromisoformat(last)) if first and last else None

    def _stands_in(self, found: Evidence, sentence: Stretch) -> bool:
        line, start, end = self._entry.article.cleaned.span(found)
        return sentence.holds(Stretch(line.number, start, end))


def _is(word: str, known: frozenset[str]) -> bool:
    return word in known or word.removeprefix(AND) in known or without_article(word) in known


def _stem(word: str) -> str:
    return light(plain(word))


def _by_line(entry: Entry, entities: Iterable[Entity]) -> Mapping[int, list[tuple[Stretch, str]]]:
    found = defaultdict[int, list[tuple[Stretch, str]]](list)
    for entity in entities:
        for mention in entity.mentions:
            line, start, end = entry.article.cleaned.span(mention)
            found[line.number].append((Stretch(line.number, start, end), entity.id or fold(entity.name)))
    return found


def _within(sentence: Stretch, found: Mapping[int, list[tuple[Stretch, str]]]) -> frozenset[str]:
    return frozenset(name for place, name in found.get(sentence.line, ()) if sentence.holds(place))


def _last_clause(text: str) -> list[str]:
    """The words behind the last mark, in match form."""
    start = max((text.rfind(mark) for mark in _BREAKS), default=-1) + 1
    return [fold(token.text) for token in tokens(text[start:])]


def _first_clause(text: str) -> list[str]:
    """The words up to a mark, or up to one that «and» joins: another clause; in match form."""
    end = min((at for mark in _BREAKS if (at := text.find(mark)) >= 0), default=len(text))
    words = (fold(token.text) for token in tokens(text[:end]))
    return list(takewhile(lambda word: not (word.startswith(AND) and len(word) > ROOT), words))
