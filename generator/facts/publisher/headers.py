"""Datelines, header lines and signatures: «بغداد / X», «خاص - X», «X - رويترز», «المصدر: X + وكالات»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.publisher.names import Name, Sign, media_like, read_name, sign
from generator.facts.publisher.sheet import Row, Sheet

_DATELINE = 70
_PART_WORDS = 6
_SIGNATURE_WORDS = 9
_ALONE = 0.45  # a known house alone below the text published it, or was its source
_BYLINE_WORDS, _PAIR = 8, 2
_DATE = re.compile(r"\d")
_JOINED = re.compile(r"[+،,&/|]|\s-|\sو(?=\s|و)")


def datelines(sheet: Sheet) -> Iterator[Sign]:
    """The house in the first words of the article, or on a short row close to its title."""
    titles = [] if sheet.title is None else [sheet.rows[sheet.title]]
    for row in (*sheet.header(), *(row for row in titles if _is_house(sheet, row))):
        parts = _opening(row)
        if not parts:
            continue
        cities = [_is_city(sheet, row_key(row, part)) for part in parts]
        exclusive = any(row_key(row, part) in sheet.outlets.cues.exclusives for part in parts)
        if row.line.verdict in ("caption", "related") and not (any(cities) or exclusive):
            continue
        for part, city in zip(parts, cities, strict=True):
            name = None if _cites(sheet, row, part) else read_name(sheet, row, *part)
            if name and not (city and len(parts) > 1 and name.known) and not (name.known and name.known.wire):
                rule = "outlet-dateline" if row.line.verdict == "body" else "outlet-header"
                yield from sign(row, name, rule, _weight(sheet, row, name, any(cities) and not city, exclusive))


def bylines(sheet: Sheet) -> Iterator[Sign]:
    """«سامر العطار – مرافئ نيوز» below the title: a person, and the house he writes for."""
    rows = () if sheet.title is None else sheet.rows[sheet.title + 1 : sheet.title + 3]
    for row in rows:
        parts = row.parts()
        if len(parts) != _PAIR or len(row.tokens) > _BYLINE_WORDS or not sheet.is_person(row):
            continue
        name = read_name(sheet, row, *parts[1])
        if name and media_like(name, sheet.outlets) and not (name.known and (name.known.wire or name.known.ambiguous)):
            yield from sign(row, name, "outlet-header", 0.55)


def _is_house(sheet: Sheet, row: Row) -> bool:
    """«X - متابعة» taken for a title: a known house, and nothing else but places and desks."""
    parts = row.parts()
    names = [read_name(sheet, row, *part) for part in parts]
    known = [bool(name and name.known) for name in names]
    cues = sheet.outlets.cues
    rest = (row_key(row, part) for part, is_known in zip(parts, known, strict=True) if not is_known)
    return sum(known) == 1 and all(words in cues.exclusives or words in cues.datelines for words in rest)


def _is_city(sheet: Sheet, words: str) -> bool:
    """A city of datelines, or words with a number among them: a date, with a place before it perhaps."""
    dated = len(words.split()) > 1 and bool(_DATE.search(words)) and words not in sheet.outlets.by_key
    return dated or words in sheet.outlets.cues.datelines


def _opening(row: Row) -> tuple[tuple[int, int], ...]:
    """The short parts that a row begins with; what follows them is left out. A row of one part has no dateline."""
    parts = row.parts(_DATELINE if row.line.is_body else 400)
    short = []
    for part in parts:
        if len(row_key(row, part).split()) > _PART_WORDS:
            break
        short.append(part)
    whole = len(parts) == len(short) and len(row.text) <= _DATELINE
    if len(parts) == 1 or not short or (row.line.verdict != "body" and not whole):
        return ()
    return tuple(short[:4]) if whole else tuple(short[:3])


def _cites(sheet: Sheet, row: Row, part: tuple[int, int]) -> bool:
    """«كشفت صحيفة X: …»: a part that begins with a verb of citing names whom the text leans on."""
    first = row_key(row, part).partition(" ")[0]  # a part of signs alone has no word
    return row.line.is_body and first in sheet.outlets.cues.citing


def row_key(row: Row, part: tuple[int, int]) -> str:
    """The words of a part of a row in match form."""
    return " ".join(w for t, w in zip(row.tokens, row.words, strict=True) if part[0] <= t.start < part[1])


def _weight(sheet: Sheet, row: Row, name: Name, after_city: bool, exclusive: bool) -> float:
    if name.known and not name.known.ambiguous:
        return 0.7 if after_city or exclusive else 0.6
    if name.known and (after_city or exclusive):
        return 0.6
    if sheet.is_person(row) or sheet.starts_person(name.key):
        return 0.0
    if not name.known and media_like(name, sheet.outlets):
        return 0.55 if after_city or exclusive or _opens(row, name) else 0.2
    if exclusive and (_opens(row, name) or row.text.rstrip().endswith(row.text[name.start : name.end])):
        return 0.55
    return 0.3 if _opens(row, name) and (row.line.is_body or _DATE.search(row.text)) else 0.0 if name.known else 0.15


def _opens(row: Row, name: Name) -> bool:
    """True for a name that a row begins with."""
    return not row.text[: name.start].strip('«“"( \u00a0')


def exclusives(sheet: Sheet) -> Iterator[Sign]:
    """«خاص بـ X», «خاص X» close to the title."""
    for row in sheet.header():
        if row.line.is_body or len(row.tokens) > _PART_WORDS + 1 or row.words[0] not in sheet.outlets.cues.exclusives:
            continue
        after = 1 + (row.words[1:2] in (("ب",), ("ل",)))
        if after < len(row.tokens) and len(row.parts()) == 1:
            name = read_name(sheet, row, row.tokens[after].start, len(row.text))
            yield from sign(row, name, "outlet-exclusive", 0.65 if name and name.known else 0.3)


def signatures(sheet: Sheet) -> Iterator[Sign]:
    """The house below the last paragraph, alone or before its source."""
    for row in sheet.tail():
        if len(row.tokens) > _SIGNATURE_WORDS or row.text.rstrip().endswith((".", "؟", "!")):
            continue
        yield from _source(sheet, row) if row.words[0] in sheet.outlets.cues.sources else _signed(sheet, row)


def _signed(sheet: Sheet, row: Row) -> Iterator[Sign]:
    """«X - رويترز», «X - وكالات», or a known X alone. A person or a city may stand there as well."""
    parts = row.parts()
    name = read_name(sheet, row, *parts[0]) if parts else None
    if name is None or (name.known and name.known.wire) or sheet.is_person(row):
        return
    others = [_is_source(sheet, row, part) for part in parts[1:]]
    if all(others) and (others or name.known):
        yield from sign(row, name, "outlet-signature", _signed_weight(name, bool(others)))


def _is_source(sheet: Sheet, row: Row, part: tuple[int, int]) -> bool:
    """A known outlet or «وكالات»."""
    named = read_name(sheet, row, *part)
    return bool(named and named.known) or row_key(row, part) in sheet.outlets.cues.agencies_plural


def _signed_weight(name: Name, sourced: bool) -> float:
    if name.known and sourced:
        return 0.7 if name.known.ambiguous else 0.8
    if name.known:
        return 0.3 if name.known.ambiguous else _ALONE
    return 0.55


def _source(sheet: Sheet, row: Row) -> Iterator[Sign]:
    """«المصدر: X» names whom the text leans on; «المصدر: X + وكالات» is how a house signs its own digest."""
    begin = row.tokens[1].start if len(row.tokens) > 1 else len(row.text)
    names, shared = [], False
    for at, end in joined(row, begin):
        name = read_name(sheet, row, at, end)
        shared = shared or bool(
            row_key(row, (at, end)) in sheet.outlets.cues.agencies_plural or (name and name.known and name.known.wire)
        )
        names += [name] if name and name.known and not name.known.wire else []
    if shared and len(names) == 1:
        yield from sign(row, names[0], "outlet-digest", 0.55)


def joined(row: Row, begin: int) -> tuple[tuple[int, int], ...]:
    """Spans of the sources that a row lists from a place on."""
    spans, at = [], begin
    for match in _JOINED.finditer(row.text, begin):
        spans.append((at, match.start()))
        at = match.end()
    return (*spans, (at, len(row.text)))
