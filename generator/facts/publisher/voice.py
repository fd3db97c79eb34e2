"""The house in its own text: what it heard, what it was told or sent, where its reporters stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.facts.publisher.names import Clue, HouseName, clue, name_in_marks, read_name
from generator.facts.publisher.rows import INITIALS, PageRows, words_before
from generator.lexicon.loading import WordList
from generator.lexicon.outlets import OutletName
from generator.reading.line import ReadLine

_TO = re.compile(r"(?<![^\W_])ل[ـ\s]?\s*(?=[«“”\"(])")
_OPENERS = " ـ\u00a0\"«“(”'"
"""What may stand before a name: a mark that opens it, never closed perhaps."""
_MARKS = frozenset('«“"')
_OPENED = ("«", "“", '"', "(")
_NEAR_WORDS = 6
_COPY_WORDS = 6
_NAME_WORDS = 4
_Found = tuple[ReadLine, HouseName]
_Place = tuple[int, int, OutletName | None]


def _named(page: PageRows, rows: Iterable[ReadLine], cue: WordList) -> Iterator[_Found]:
    """The house right after a cue, where a row has it; a wire is one that the text cites."""
    for row in rows:
        for hit in cue.find(row):
            name = _following(page, row, hit.end)
            if name and not name.wire:
                yield row, name


def heard_by_house(page: PageRows) -> Iterator[Clue]:
    """«تابعته (X)»: the house itself watched, read or received what it reports."""
    for row, name in _named(page, page.body, page.cues.heard):
        yield from clue(row, name, "outlet-heard", 0.8 if name.known else 0.6)


def reporters(page: PageRows) -> Iterator[Clue]:
    """«مراسل X»: whose reporter stood there. A wire's reporter is one that the text cites.

    A text that has another source, or that spoke of the house before, only tells what its reporter said.
    """
    found = list(_named(page, page.body, page.cues.reporters))
    spoken = _spoken_of(page) if found else ()
    for row, name in found:
        if not any(_is_other(place, row, name) for place in spoken):
            yield from clue(row, name, "outlet-reporter", 0.5 if name.known else 0.4)


def _spoken_of(page: PageRows) -> list[_Place]:
    """Where the article and the rows round it name known houses or, without one, label a source."""
    found: list[_Place] = []
    for row in {row.number: row for row in (*page.header, *page.body, *page.footer)}.values():
        text = INITIALS.sub(" ", row.text)
        hits = [h for h in page.outlets.phrases.find(text) if not h.payload.ambiguous or text[: h.start][-1:] in _MARKS]
        found += [(row.number, hit.start, hit.payload) for hit in hits]
        labelled = not row.is_body and row.words[0] in page.cues.sources and len(row.words) > 1
        found += [(row.number, 0, None)] if labelled and not hits else []
    return found


def _is_other(place: _Place, row: ReadLine, name: HouseName) -> bool:
    """Another house, or the same one before its reporter."""
    number, start, known = place
    return not (known and name.is_one_of(known.ids)) or (number, start) < (row.number, name.start)


def offers(page: PageRows) -> Iterator[Clue]:
    """«يقدم موقع X لقرائه أبرز …»: the house offers its text to its readers."""
    for row, name in _named(page, (*page.body, *page.outside), page.cues.offers):
        after = row.words_to(name.end)
        if page.cues.audience.among(row.words[after : after + _NAME_WORDS]):
            yield from clue(row, name, "outlet-offers", 0.6)


def _following(page: PageRows, row: ReadLine, at: int) -> HouseName | None:
    """The name right after a place: in marks, or known; nouns of the trade may stand between."""
    if enclosed := name_in_marks(page, row, at):
        return enclosed
    first = row.words_to(at)
    while page.cues.trades.among(row.words[first : first + 1]):
        at, first = row.tokens[first].end, first + 1
    name = name_in_marks(page, row, at)
    if name or first == len(row.tokens) or row.text[at : row.tokens[first].start].strip(_OPENERS):
        return name
    start = row.tokens[first].start
    hit = next((h for h in page.outlets.phrases.find(row.text[: start + 60]) if h.start == start), None)
    return read_name(page, row, (hit.start, hit.end)) if hit and not hit.payload.ambiguous else None


def received(page: PageRows) -> Iterator[Clue]:
    """«تلقت X نسخة منه»: the name between the verb and the copy."""
    for row in page.body:
        for hit in page.cues.received.find(row):
            yield from _received(page, row, hit.end)


def _received(page: PageRows, row: ReadLine, at: int) -> tuple[Clue, ...]:
    first = row.words_to(at)
    after = range(first, min(first + _COPY_WORDS + 1, len(row.words)))
    copy = next((i for i in after if row.words[i] in page.cues.copies), first)
    between = [i for i in range(first, copy) if row.words[i] not in page.cues.fillers]
    if not between:
        return ()
    span = row.tokens[between[0]].start, row.tokens[between[-1]].end
    name = name_in_marks(page, row, at) or read_name(page, row, span)
    if name is None or name.wire:
        return ()
    sure = row.words[between[0]] in page.cues.trades or name.media or row.text[name.start - 1 : name.start] in _OPENED
    return clue(row, name, "outlet-received", 0.75 if name.known else 0.6 if sure else 0.2)


def told_to_house(page: PageRows) -> Iterator[Clue]:
    """«قال لـ«X»»: a house names itself so, without a noun of the trade; once it may be another's, often it is not."""
    found = [one for row in page.body for one in _told(page, row)]
    for row, name in found:
        often = sum(other.key == name.key for _, other in found) > 1
        weight = (0.6 if often else 0.45) if name.known else 0.35 if often else 0.15
        yield from clue(row, name, "outlet-told", weight)


def _told(page: PageRows, row: ReadLine) -> Iterator[_Found]:
    for match in _TO.finditer(row.text):
        before = words_before(row, match.start())[-_NEAR_WORDS:]
        name = name_in_marks(page, row, match.end())
        if name and not name.wire and page.cues.told.among(word.removeprefix("و") for word in before):
            yield row, name
