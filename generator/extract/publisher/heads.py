"""What a page says of itself above and below: page titles, mastheads, descriptions, imprints, archive stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extract.publisher.names import Name, Sign, media_like, read_name, sign
from generator.extract.publisher.sheet import Row, Sheet

_MOST_TOKENS = 45
_TITLE_WORDS = 4
_NAME_WORDS = 5
_ZONE = 25
_LONE = re.compile(r"^\s*[-–—|]?\s*[^\W_][^|:.؟!]{1,44}?\s*[-–—|]\s*$")
_PIPE = re.compile(r"[|｜¦]")


def page_titles(sheet: Sheet) -> Iterator[Sign]:
    """«العنوان | X»: a row that holds the title and, set off from it, the name of the site."""
    for row in sheet.rows:
        if row.line.is_body or row.line.verdict in ("caption", "related") or len(row.tokens) > _MOST_TOKENS:
            continue
        parts = row.page_parts()
        if len(parts) > 1:
            yield from _page_title(sheet, row, parts)


def _page_title(sheet: Sheet, row: Row, parts: tuple[tuple[int, int], ...]) -> Iterator[Sign]:
    first, last = (_words(row, part) for part in (parts[0], parts[-1]))
    if _is_title(sheet, row, first):
        name = read_name(sheet, row, *parts[-1])
        yield from sign(row, name, "outlet-page-title", _title_weight(sheet, row, name, parts))
    elif _is_title(sheet, row, last):
        name = read_name(sheet, row, *parts[0])
        yield from sign(row, name, "outlet-page-title", 0.8 if name and media_like(name, sheet.outlets) else 0.3)
    elif row.at in (0, sheet.title) and len(first.split()) >= _TITLE_WORDS and len(last.split()) < _TITLE_WORDS:
        name = read_name(sheet, row, *parts[-1])
        sure = name and not (name.known and name.known.ambiguous) and media_like(name, sheet.outlets)
        yield from sign(row, name, "outlet-page-title", 0.65 if sure else 0.35)


def _title_weight(sheet: Sheet, row: Row, name: Name | None, parts: tuple[tuple[int, int], ...]) -> float:
    """A section stands in a page title too; but it stands in the menu as well, and not behind another section."""
    if name is None or media_like(name, sheet.outlets):
        return 0.85
    between = row.text[parts[-2][1] : parts[-1][0]]
    if len(parts) == 2 and sheet.keys.get(name.key, 0):
        return 0.35
    return 0.7 if _PIPE.search(between) else 0.55


def _words(row: Row, part: tuple[int, int]) -> str:
    return " ".join(w for t, w in zip(row.tokens, row.words, strict=True) if part[0] <= t.start < part[1])


def _is_title(sheet: Sheet, row: Row, words: str) -> bool:
    if len(words.split()) < _TITLE_WORDS:
        return False
    return sheet.keys.get(words, 0) > (row.key == words)


def mastheads(sheet: Sheet) -> Iterator[Sign]:
    """A row that is a name and nothing else, above or below the article."""
    for row in sheet.outside():
        if len(row.tokens) > _NAME_WORDS + 2 or not (row.at < min(sheet.top, _ZONE) or row.at >= len(sheet.rows) - _ZONE):
            continue
        name = read_name(sheet, row, 0, len(row.text))
        if name and name.known and not name.known.wire:
            headed = row.words[0] in sheet.outlets.cues["trades"]
            yield from sign(row, name, "outlet-masthead", 0.25 if name.known.ambiguous and not headed else 0.5)
        elif name and row.words[0] in sheet.outlets.cues["trades"] and len(row.tokens) > 1:
            yield from sign(row, name, "outlet-masthead", 0.3)


def lone_names(sheet: Sheet) -> Iterator[Sign]:
    """«X -» on a row of its own, close to the title."""
    for row in sheet.header():
        if row.line.is_body or row.line.verdict == "caption" or len(row.tokens) > _NAME_WORDS or not _LONE.match(row.text):
            continue
        name = read_name(sheet, row, 0, len(row.text))
        if name and not (name.known and name.known.wire):
            yield from sign(row, name, "outlet-lone-name", 0.65 if name.known else 0.55)


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
            yield from sign(above, read_name(sheet, above, 0, len(above.text)), "outlet-description", 0.65)


def _description(sheet: Sheet, row: Row) -> int | None:
    """The place of the noun of the trade that an indefinite adjective follows, when few words stand before it."""
    cues = sheet.outlets.cues
    for at, (word, following) in enumerate(zip(row.words, row.words[1:], strict=False)):
        if at > _NAME_WORDS:
            return None
        if word in cues["trades"] and following in cues["description_adjectives"]:
            return at
    return None


def stamps(sheet: Sheet) -> Iterator[Sign]:
    """«نشر في X يوم …», «رئيس تحرير X»: archives and imprints say it outright."""
    cues = sheet.outlets.cues
    for row in sheet.outside():
        for rule, book, weight in (("outlet-stamp", "published_in", 0.75), ("outlet-editor", "editors", 0.5)):
            hit = next(iter(sheet.outlets.books[book].find(row.text)), None)
            if hit is None or hit.start > 12 or len(row.tokens) > 16:
                continue
            stops = (t.start for t, w in zip(row.tokens, row.words, strict=True) if t.start > hit.end and w in cues["on_day"])
            stop = next(stops, len(row.text))
            colon = row.text.find(":", hit.end, stop)
            yield from sign(row, read_name(sheet, row, hit.end, colon if colon >= 0 else stop), rule, weight)


def mentions(sheet: Sheet) -> Iterator[Sign]:
    """A known name after its noun in furniture: «جريدة X بتاريخ …». Only many of them carry weight."""
    for row in sheet.outside():
        if len(row.tokens) > 20:
            continue
        for hit in sheet.outlets.phrases.find(row.text):
            before = [w for t, w in zip(row.tokens, row.words, strict=True) if t.end <= hit.start]
            headed = bool(before) and before[-1] in sheet.outlets.cues["trades"]
            if not hit.payload.wire and headed:
                yield from sign(row, read_name(sheet, row, hit.start, hit.end), "outlet-mention", 0.15)
