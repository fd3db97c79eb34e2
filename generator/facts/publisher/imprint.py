"""What a page says of itself in words: descriptions, archive and feed stamps, imprints, its name after its noun."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.publisher.names import Name, Sign, read_name, sign
from generator.facts.publisher.sheet import Row, Sheet

_NAME_WORDS = 5
_STAMP_WORDS = 30
_MENTION_WORDS = 20
_ANYWHERE = 600


def descriptions(sheet: Sheet) -> Iterator[Sign]:
    """«X موقع إخباري …», or such words on the row under X."""
    for row in sheet.outside():
        at = _description(sheet, row)
        if at is None:
            continue
        if at > 0:
            name = read_name(sheet, row, 0, row.tokens[at].start)
            yield from sign(row, name, "outlet-description", 0.75)
        elif row.at and sheet.rows[row.at - 1].line.verdict == "furniture":
            above = sheet.rows[row.at - 1]
            name = read_name(sheet, above, 0, len(above.text)) if len(above.tokens) < _NAME_WORDS else None
            yield from sign(above, name, "outlet-description", 0.65)


def _description(sheet: Sheet, row: Row) -> int | None:
    """The place of the noun of the trade that an indefinite adjective follows, when few words stand before it."""
    cues = sheet.outlets.cues
    for at, (word, following) in enumerate(zip(row.words, row.words[1:], strict=False)):
        if at > _NAME_WORDS:
            return None
        if word in cues.trades and following in cues.description_adjectives:
            return at
    return None


def stamps(sheet: Sheet) -> Iterator[Sign]:
    """«نشر في X يوم …», «ظهرت المقالة … أولا على X», «رئيس تحرير X»: archives, feeds and imprints say it outright."""
    cues = sheet.outlets.cues
    stamped = (  # Rule, cues, weight, how far into the row the cue may stand.
        ("outlet-stamp", cues.published_in, 0.75, 12),
        ("outlet-feed", cues.first_on, 0.8, _ANYWHERE),
        ("outlet-editor", cues.editors, 0.5, 12),
        ("outlet-welcome", cues.welcomes, 0.5, 12),
        ("outlet-disclaimer", cues.disclaims, 0.5, _ANYWHERE),
        ("outlet-logo", cues.logos, 0.5, 0),
        ("outlet-about", cues.about, 0.35, 0),
    )
    for rule, book, weight, reach in stamped:
        for row in (*sheet.outside(), *sheet.tail()):
            hit = book.first(row.text)
            if hit and hit.start <= reach and len(row.tokens) <= _STAMP_WORDS:
                yield from sign(row, _until_day(sheet, row, hit.end), rule, weight)


def _until_day(sheet: Sheet, row: Row, at: int) -> Name | None:
    """The name from a place on to a colon, a date or the row's end."""
    days = sheet.outlets.cues.on_day
    stops = (
        t.start for t, w in zip(row.tokens, row.words, strict=True) if t.start > at and (w in days or w.isdecimal())
    )
    stop = next(stops, len(row.text))
    colon = row.text.find(":", at + 2, stop)
    return read_name(sheet, row, at, colon if colon >= 0 else stop)


def mentions(sheet: Sheet) -> Iterator[Sign]:
    """A known name after its noun in furniture: «جريدة X بتاريخ …». Only many of them carry weight."""
    for row in sheet.outside():
        if len(row.tokens) > _MENTION_WORDS:
            continue
        for hit in sheet.outlets.phrases.find(row.text):
            before = [w for t, w in zip(row.tokens, row.words, strict=True) if t.end <= hit.start]
            headed = bool(before) and before[-1] in sheet.outlets.cues.trades
            if not hit.payload.wire and headed:
                yield from sign(row, read_name(sheet, row, hit.start, hit.end), "outlet-mention", 0.15)
