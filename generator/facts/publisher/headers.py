"""Datelines, header lines and signatures: «بغداد / X», «خاص - X», «X - رويترز», «المصدر: X + وكالات»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.facts.names.shape import given
from generator.facts.names.words import among, is_definite
from generator.facts.publisher.names import PROBABLE, Clue, HouseName, clue, read_name
from generator.facts.publisher.rows import PageRows, row_parts, words_of_part
from generator.facts.signing.datelines import Dateline, Element, dateline_of
from generator.facts.signing.persons import Sureness
from generator.facts.signing.signed import is_place, signing_rows, words_told
from generator.reading.letters import key
from generator.reading.line import ReadLine, Span

_PART_WORDS = 6
_SIGNATURE_WORDS = 9
_ALONE = 0.45  # a known house alone below the text published it, or was its source
_CLOSING_AWAY = 5
_CREDIT_WORDS = 30
_CREDIT = re.compile(r"[(\[]\s*[«“\"]\s*([^«»“”\"()]{2,40}?)\s*[»”\"]\s*[)\]]\s*$")
_DASHES = ("-", "–", "—", "•", "*")
_JOINED = re.compile(r"[+،,&/|]|\s-|\sو(?=\s|و)")


def datelines(page: PageRows) -> Iterator[Clue]:
    """The house in a dateline or byline: a known one, or what is left when places, desks and people are taken off."""
    near = {row.number for row in page.header}
    for row, head in (*signing_rows(page), *_title_head(page)):
        led = bool(head.of("place", "desk"))
        if (row.verdict == "related" and not led) or (row.number not in near and page.at(row) != page.title):
            continue
        for piece in head.of("house", "name"):
            none = is_place(page, head, piece) or _is_labelling(page, head, piece)
            name = None if none else read_name(page, row, (piece.start, piece.end))
            if name and not name.reprinted:
                rule = "outlet-dateline" if row.verdict == "body" else "outlet-header"
                yield from clue(row, name, rule, _weight(page, head, piece, name))


def _title_head(page: PageRows) -> tuple[tuple[ReadLine, Dateline], ...]:
    """«X - متابعة» taken for a title: a known house, and nothing else but places and desks."""
    titles = () if page.title is None else page.rows_at((page.title,))
    found = ((row, row.once(dateline_of, page.lexicon)) for row in titles)
    return tuple(
        (r, h) for r, h in found if h.whole and h.of("house") and len(h.of("house", "place", "desk")) == len(h.pieces)
    )


def _weight(page: PageRows, head: Dateline, piece: Element, name: HouseName) -> float:
    led, opens = bool(head.of("place", "land", "desk")), not head.line.text[: piece.start].strip('«“"( \u00a0')
    signed = bool(head.of("person")) and head.whole
    if piece.kind == "house":
        signed = signed and head.of("person")[0].start < piece.start
        parted = len(head.pieces) > 1 and (piece.marked or (opens and head.is_parted and not head.whole))
        sure = led or signed or not name.ambiguous or parted
        weight = 0.7 if led and not name.ambiguous else 0.6 if sure else 0.0
    elif name.media or _has_desk(page, head, piece):
        weight = 0.55 if led or opens or signed else 0.2
    elif piece.marked and led:
        weight = 0.55
    else:
        weight = _unknown(page, head, piece, name)
    dated = opens and (head.line.is_body or bool(head.of("date")))
    return max(weight, 0.3 if dated else 0.0)


def _is_labelling(page: PageRows, head: Dateline, piece: Element) -> bool:
    """«ترجمة فلان», «تصوير فلان», «الأمين العام فلان»: a person stands in it."""
    first = key(head.text(piece)).partition(" ")[0]
    lists = (page.cues.translators, page.cues.pictures, page.cues.professions)
    names = page.lexicon.names
    held = piece.kind == "name" and any(
        given(w, names) or among(w, names.roles.heads) for w in head.text(piece).split()
    )
    return held or any(first in words for words in lists)


def _has_desk(page: PageRows, head: Dateline, piece: Element) -> bool:
    """«X – متابعات», «خاص - X»."""
    desks = head.of("desk")
    return any(piece.start < desk.start or key(head.text(desk)) in page.cues.exclusives for desk in desks)


def _unknown(page: PageRows, head: Dateline, piece: Element, name: HouseName) -> float:
    """An unknown name that nothing marks: beside a place a house, unless it may be a person, a section, a topic."""
    words = name.key.split()
    section = page.cues.label_words.among(words) or words_told(page, head.line, head.text(piece)) >= set(words)
    if section or piece.form is Sureness.LIKELY:
        return 0.15
    plain = piece.form is Sureness.NONE or len(words) == 1 or is_definite(words[0])
    return 0.5 if head.of("place") and plain else 0.3 if len(head.pieces) > 1 else 0.15


def closings(page: PageRows) -> Iterator[Clue]:
    """An agency in the dateline that closes its text with marks of its own, «// انتهى //», published it itself."""
    below = page.rows_at(range(max(0, page.last - 1), page.last + _CLOSING_AWAY))
    if any(row.key in page.cues.closings for row in below):
        for row, head in signing_rows(page):
            for piece in head.of("wire"):
                yield from clue(row, read_name(page, row, (piece.start, piece.end)), "outlet-closing", PROBABLE)


def picture_credits(page: PageRows) -> Iterator[Clue]:
    """«… («X»)»: the house's own pictures, whose captions end in its name in marks and brackets."""
    rows = [(row, _CREDIT.search(row.text)) for row in page.rows if len(row.tokens) <= _CREDIT_WORDS]
    found = [(row, read_name(page, row, match.span(1))) for row, match in rows if match]
    often = Counter(name.key for _, name in found if name)
    for row, name in found:
        if name and not name.reprinted:
            yield from clue(row, name, "outlet-credit", 0.55 if name.known or often[name.key] > 1 else 0.3)


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
    if name is None or name.reprinted or page.is_person(row.key):
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
    if row.text.lstrip().startswith(_DASHES) and len(parts) == 1 and not shared:
        return clue(row, read_name(page, row, parts[0]), "outlet-source", PROBABLE)
    return clue(row, names[0], "outlet-digest", 0.55) if shared and len(names) == 1 else ()


def joined_sources(row: ReadLine, begin: int) -> tuple[Span, ...]:
    """Spans of the sources that a row lists from a place on."""
    marks = list(_JOINED.finditer(row.text, begin))
    starts, ends = [begin, *(m.end() for m in marks)], [*(m.start() for m in marks), len(row.text)]
    return tuple(zip(starts, ends, strict=True))
