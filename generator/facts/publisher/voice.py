"""The house in its own text: what it heard, what it was told or sent, where its reporters stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.publisher.names import Name, Sign, marked, media_like, read_name, sign
from generator.facts.publisher.sheet import INITIALS, Row, Sheet
from generator.lexicon.outlets import OutletName
from generator.reading.match import Hit

_TO = re.compile(r"(?<![^\W_])ل[ـ\s]?\s*(?=[«“”\"(])")
_OPENERS = " ـ\u00a0\"«“(”'"
"""What may stand before a name: a mark that opens it, never closed perhaps."""
_MARKS = frozenset('«“"')
_NEAR_WORDS = 6
_COPY_WORDS = 6
_NAME_WORDS = 4


def heard(sheet: Sheet) -> Iterator[Sign]:
    """«تابعته (X)»: the house itself watched, read or received what it reports."""
    for row in sheet.body():
        for hit in sheet.outlets.cues.heard.find(row.text):
            name = _following(sheet, row, hit.end)
            if name and not (name.known and name.known.wire):
                yield from sign(row, name, "outlet-heard", 0.8 if name.known else 0.6)


def reporters(sheet: Sheet) -> Iterator[Sign]:
    """«مراسل X»: whose reporter stood there. A wire's reporter is one that the text cites.

    A text that has another source, or that spoke of the house before, only tells what its reporter said.
    """
    found = [
        (row, name)
        for row in sheet.body()
        for hit in sheet.outlets.cues.reporters.find(row.text)
        if (name := _following(sheet, row, hit.end)) and not (name.known and name.known.wire)
    ]
    spoken = _spoken_of(sheet) if found else ()
    for row, name in found:
        if not any(_is_other(one, row, name) for one in spoken):
            yield from sign(row, name, "outlet-reporter", 0.5 if name.known else 0.4)


_Place = tuple[int, int, OutletName | None]


def _spoken_of(sheet: Sheet) -> tuple[_Place, ...]:
    """Where the article and the rows round it name known houses or, without one, label a source."""
    rows = {row.at: row for row in (*sheet.header(), *sheet.body(), *sheet.tail())}
    found: list[_Place] = []
    for at, row in rows.items():
        text = INITIALS.sub(" ", row.text)
        hits = [
            h for h in sheet.outlets.phrases.find(text) if not h.payload.ambiguous or text[: h.start][-1:] in _MARKS
        ]
        found += [(at, hit.start, hit.payload) for hit in hits]
        labelled = not row.line.is_body and row.words[0] in sheet.outlets.cues.sources and len(row.words) > 1
        found += [(at, 0, None)] if labelled and not hits else []
    return tuple(found)


def _is_other(place: _Place, row: Row, name: Name) -> bool:
    """Another house, or the same one before its reporter."""
    at, start, known = place
    same = known is not None and name.known is not None and bool(set(known.ids) & set(name.known.ids))
    return (at, start) < (row.at, name.start) if same else True


def offers(sheet: Sheet) -> Iterator[Sign]:
    """«يقدم موقع X لقرائه أبرز …»: the house offers its text to its readers."""
    for row in (*sheet.body(), *sheet.outside()):
        for hit in sheet.outlets.cues.offers.find(row.text):
            name = _following(sheet, row, hit.end)
            after = [w for t, w in zip(row.tokens, row.words, strict=True) if name and t.start >= name.end][
                :_NAME_WORDS
            ]
            if name and not (name.known and name.known.wire) and sheet.outlets.cues.audience.among(after):
                yield from sign(row, name, "outlet-offers", 0.6)


def _following(sheet: Sheet, row: Row, at: int) -> Name | None:
    """The name right after a place: in marks, or known; nouns of the trade may stand between."""
    if enclosed := marked(sheet, row, at):
        return enclosed
    after = [t for t in row.tokens if t.start >= at]
    while after and row.words[row.tokens.index(after[0])] in sheet.outlets.cues.trades:
        at, after = after[0].end, after[1:]
    name = marked(sheet, row, at)
    if name or not after or row.text[at : after[0].start].strip(_OPENERS):
        return name
    hit = next(
        (h for h in sheet.outlets.phrases.find(row.text[: after[0].start + 60]) if h.start == after[0].start), None
    )
    return read_name(sheet, row, hit.start, hit.end) if hit and not hit.payload.ambiguous else None


def received(sheet: Sheet) -> Iterator[Sign]:
    """«تلقت X نسخة منه»: the name between the verb and the copy."""
    for row in sheet.body():
        verbs = sheet.outlets.cues.received.find(row.text)
        for hit in verbs:
            yield from _received(sheet, row, hit)


def _received(sheet: Sheet, row: Row, hit: Hit[str]) -> Iterator[Sign]:
    after = [(t, w) for t, w in zip(row.tokens, row.words, strict=True) if t.start >= hit.end][: _COPY_WORDS + 1]
    place = next((i for i, (_, w) in enumerate(after) if w in sheet.outlets.cues.copies), None)
    if not place:
        return
    between = [pair for pair in after[:place] if pair[1] not in sheet.outlets.cues.fillers]
    if not between:
        return
    name = marked(sheet, row, hit.end) or read_name(sheet, row, between[0][0].start, between[-1][0].end)
    if name and not (name.known and name.known.wire):
        headed = between[0][1] in sheet.outlets.cues.trades or media_like(name, sheet.outlets)
        enclosed = row.text[name.start - 1 : name.start] in tuple('«“"(')
        yield from sign(row, name, "outlet-received", 0.75 if name.known else 0.6 if headed or enclosed else 0.2)


def told(sheet: Sheet) -> Iterator[Sign]:
    """«قال لـ«X»»: a house names itself so, without a noun of the trade; once it may be another's, often it is not."""
    found = [one for row in sheet.body() for one in _told(sheet, row)]
    for row, name in found:
        times = sum(other.key == name.key for _, other in found)
        yield from sign(row, name, "outlet-told", _told_weight(name, times))


def _told_weight(name: Name, times: int) -> float:
    if name.known:
        return 0.6 if times > 1 else 0.45
    return 0.35 if times > 1 else 0.15


def _told(sheet: Sheet, row: Row) -> Iterator[tuple[Row, Name]]:
    for match in _TO.finditer(row.text):
        name = marked(sheet, row, match.end())
        before = [w for t, w in zip(row.tokens, row.words, strict=True) if t.end <= match.start()][-_NEAR_WORDS:]
        if (
            name
            and not (name.known and name.known.wire)
            and any(w.removeprefix("و") in sheet.outlets.cues.told for w in before)
        ):
            yield row, name
