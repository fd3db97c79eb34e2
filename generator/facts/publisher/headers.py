"""Datelines, header lines and signatures: «بغداد / X», «خاص - X», «X - رويترز», «المصدر: X + وكالات»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.publisher.names import Clue, HouseName, clue, read_name
from generator.facts.publisher.rows import PageRows, row_parts, words_of_part
from generator.reading.line import ReadLine, Span

_DATELINE, _HEADER = 70, 400
_PART_WORDS = 6
_SIGNATURE_WORDS = 9
_ALONE = 0.45  # a known house alone below the text published it, or was its source
_BYLINE_WORDS, _PAIR = 8, 2
_DATE = re.compile(r"\d")
_JOINED = re.compile(r"[+،,&/|]|\s-|\sو(?=\s|و)")


def datelines(page: PageRows) -> Iterator[Clue]:
    """The house in the first words of the article, or on a short row close to its title."""
    titles = () if page.title is None else page.rows[page.title : page.title + 1]
    for row in (*page.header, *(row for row in titles if _is_house(page, row))):
        parts = _opening(row)
        keys = [words_of_part(row, part) for part in parts]
        cities, exclusive = [_is_city(page, key) for key in keys], page.cues.exclusives.among(keys)
        if row.verdict in ("caption", "related") and not (any(cities) or exclusive):
            continue
        for part, key, city in zip(parts, keys, cities, strict=True):
            # «كشفت صحيفة X: …»: a part that begins with a verb of citing names whom the text leans on.
            cites = row.is_body and key.partition(" ")[0] in page.cues.citing
            name = None if cites else read_name(page, row, part)
            if name and not (city and len(parts) > 1 and name.known) and not name.wire:
                rule = "outlet-dateline" if row.verdict == "body" else "outlet-header"
                yield from clue(row, name, rule, _weight(page, row, name, any(cities) and not city, exclusive))


def bylines(page: PageRows) -> Iterator[Clue]:
    """«سامر العطار – مرافئ نيوز» below the title: a person, and the house he writes for."""
    for row in () if page.title is None else page.rows[page.title + 1 : page.title + 3]:
        if len(row_parts(row)) == _PAIR and len(row.tokens) <= _BYLINE_WORDS and page.is_person(row.key):
            name = read_name(page, row, row_parts(row)[1])
            if name and name.media and not name.wire and not name.ambiguous:
                yield from clue(row, name, "outlet-header", 0.55)


def _is_house(page: PageRows, row: ReadLine) -> bool:
    """«X - متابعة» taken for a title: a known house, and nothing else but places and desks."""
    names = [read_name(page, row, part) for part in row_parts(row)]
    rest = [
        words_of_part(row, part) for part, name in zip(row_parts(row), names, strict=True) if not (name and name.known)
    ]
    plain = all(words in page.cues.exclusives or words in page.cues.datelines for words in rest)
    return plain and len(rest) == len(names) - 1


def _is_city(page: PageRows, words: str) -> bool:
    """A city of datelines, or words with a number among them: a date, with a place before it perhaps."""
    dated = " " in words and bool(_DATE.search(words)) and words not in page.outlets.by_key
    return dated or words in page.cues.datelines


def _opening(row: ReadLine) -> tuple[Span, ...]:
    """The short parts that a row begins with; what follows them is left out. A row of one part has no dateline."""
    parts = row_parts(row, _DATELINE if row.is_body else _HEADER)
    long = (at for at, part in enumerate(parts) if len(words_of_part(row, part).split()) > _PART_WORDS)
    short = parts[: next(long, len(parts))]
    whole = len(parts) == len(short) and len(row.text) <= _DATELINE
    if len(parts) == 1 or (row.verdict != "body" and not whole):
        return ()
    return short[:4] if whole else short[:3]


def _weight(page: PageRows, row: ReadLine, name: HouseName, after_city: bool, exclusive: bool) -> float:
    opens, led = _opens(row, name), after_city or exclusive
    if name.known and (led or not name.ambiguous):
        return 0.6 if name.ambiguous or not led else 0.7
    if page.is_person(row.key) or page.is_person(name.key):
        return 0.0
    if not name.known and name.media:
        return 0.55 if led or opens else 0.2
    if exclusive and (opens or row.text.rstrip().endswith(row.text[name.start : name.end])):
        return 0.55
    return 0.3 if opens and (row.is_body or _DATE.search(row.text)) else 0.0 if name.known else 0.15


def _opens(row: ReadLine, name: HouseName) -> bool:
    """True for a name that a row begins with."""
    return not row.text[: name.start].strip('«“"( \u00a0')


def exclusives(page: PageRows) -> Iterator[Clue]:
    """«خاص بـ X», «خاص X» close to the title."""
    for row in page.header:
        if row.is_body or len(row.tokens) > _PART_WORDS + 1 or row.words[0] not in page.cues.exclusives:
            continue
        after = 1 + (row.words[1:2] in (("ب",), ("ل",)))
        if after < len(row.tokens) and len(row_parts(row)) == 1:
            name = read_name(page, row, (row.tokens[after].start, len(row.text)))
            yield from clue(row, name, "outlet-exclusive", 0.65 if name and name.known else 0.3)


def signatures(page: PageRows) -> Iterator[Clue]:
    """The house below the last paragraph, alone or before its source."""
    for row in page.footer:
        if len(row.tokens) <= _SIGNATURE_WORDS and not row.text.rstrip().endswith((".", "؟", "!")):
            yield from _source(page, row) if row.words[0] in page.cues.sources else _signed(page, row)


def _signed(page: PageRows, row: ReadLine) -> tuple[Clue, ...]:
    """«X - رويترز», «X - وكالات», or a known X alone. A person or a city may stand there as well."""
    name = read_name(page, row, row_parts(row)[0]) if row_parts(row) else None
    if name is None or name.wire or page.is_person(row.key):
        return ()
    sourced = len(row_parts(row)) > 1
    if not (sourced or name.known) or not all(_is_source(page, row, part) for part in row_parts(row)[1:]):
        return ()
    weight = (0.7 if name.ambiguous else 0.8) if sourced else 0.3 if name.ambiguous else _ALONE
    return clue(row, name, "outlet-signature", weight if name.known else 0.55)


def _is_source(page: PageRows, row: ReadLine, part: Span) -> bool:
    """A known outlet or «وكالات»."""
    name = read_name(page, row, part)
    return bool(name and name.known) or words_of_part(row, part) in page.cues.agencies_plural


def _source(page: PageRows, row: ReadLine) -> tuple[Clue, ...]:
    """«المصدر: X» names whom the text leans on; «المصدر: X + وكالات» is how a house signs its own digest."""
    parts = joined_sources(row, row.tokens[1].start if len(row.tokens) > 1 else len(row.text))
    known = [name for part in parts if (name := read_name(page, row, part)) and name.known]
    names = [name for name in known if not name.wire]
    shared = len(names) < len(known) or any(words_of_part(row, part) in page.cues.agencies_plural for part in parts)
    return clue(row, names[0], "outlet-digest", 0.55) if shared and len(names) == 1 else ()


def joined_sources(row: ReadLine, begin: int) -> tuple[Span, ...]:
    """Spans of the sources that a row lists from a place on."""
    marks = list(_JOINED.finditer(row.text, begin))
    starts, ends = [begin, *(m.end() for m in marks)], [*(m.start() for m in marks), len(row.text)]
    return tuple(zip(starts, ends, strict=True))
