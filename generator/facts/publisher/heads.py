"""Names that stand above and below the article: in page titles, in mastheads, alone on a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.publisher.names import Name, Sign, media_like, read_name, sign
from generator.facts.publisher.sheet import Row, Sheet

_MOST_TOKENS = 45
_TITLE_WORDS = 4
_NAME_WORDS = 5
_ZONE = 25
_VERY_TOP = 3
_PAIR = 2
_LONE = re.compile(r"^\s*[-–—|]?\s*[^\W_][^|:.؟!]{1,44}?\s*[-–—|]\s*$")
_PIPE = re.compile(r"[|｜¦]")


def page_titles(sheet: Sheet) -> Iterator[Sign]:
    """«العنوان | X»: a row that holds the title and, set off from it, the name of the site."""
    for row in sheet.rows:
        if row.line.verdict in ("caption", "related") or len(row.tokens) > _MOST_TOKENS:
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
    elif (
        not row.line.is_body
        and row.at in (0, sheet.title)
        and len(first.split()) >= _TITLE_WORDS
        and len(last.split()) < _TITLE_WORDS
    ):
        name = read_name(sheet, row, *parts[-1])
        sure = name and not (name.known and name.known.ambiguous) and media_like(name, sheet.outlets)
        yield from sign(row, name, "outlet-page-title", 0.65 if sure else 0.35)


def _title_weight(sheet: Sheet, row: Row, name: Name | None, parts: tuple[tuple[int, int], ...]) -> float:
    """A section stands in a page title too: in the menu as well, and often named by a word of sections."""
    if name is None:
        return 0.0
    section = name.known is not None and name.known.ambiguous
    if media_like(name, sheet.outlets) and not section:
        return 0.85
    repeated = len(parts) == _PAIR and bool(sheet.keys.get(name.key, 0))
    if repeated and (section or sheet.outlets.cues.label_words.among(name.key.split())):
        return 0.35
    between = row.text[parts[-2][1] : parts[-1][0]]
    return 0.7 if _PIPE.search(between) and not repeated else 0.55


def _words(row: Row, part: tuple[int, int]) -> str:
    return " ".join(w for t, w in zip(row.tokens, row.words, strict=True) if part[0] <= t.start < part[1])


def _is_title(sheet: Sheet, row: Row, words: str) -> bool:
    if len(words.split()) < _TITLE_WORDS:
        return False
    return sheet.keys.get(words, 0) > (row.key == words)


def mastheads(sheet: Sheet) -> Iterator[Sign]:
    """A row that is a name and nothing else, above or below the article; right below it, it would be a signature."""
    for row in sheet.outside():
        is_near = row.at < min(sheet.top, _ZONE) or row.at >= len(sheet.rows) - _ZONE
        if len(row.tokens) > _NAME_WORDS + 2 or not is_near or row.at == sheet.last + 1:
            continue
        name = read_name(sheet, row, 0, len(row.text)) if len(row.parts()) == 1 else None
        if name and name.known and not name.known.wire:
            headed = row.words[0] in sheet.outlets.cues.trades
            yield from sign(row, name, "outlet-masthead", 0.25 if name.known.ambiguous and not headed else 0.5)
        elif name and not name.known and media_like(name, sheet.outlets):
            yield from sign(row, name, "outlet-masthead", 0.5 if row.at < _VERY_TOP else 0.3)


def issues(sheet: Sheet) -> Iterator[Sign]:
    """«صحيفة X - العدد 120»: the head of a printed page."""
    cues = sheet.outlets.cues
    for row in sheet.outside():
        parts = row.parts()
        numbered = any(
            _words(row, part).split()[:1] and _words(row, part).split()[0] in cues.issues for part in parts[1:]
        )
        if numbered and row.words[0] in cues.trades and len(row.tokens) <= _MOST_TOKENS:
            yield from sign(row, read_name(sheet, row, *parts[0]), "outlet-issue", 0.65)


def lone_names(sheet: Sheet) -> Iterator[Sign]:
    """«X -» on a row of its own, close to the title."""
    for row in sheet.header():
        if row.line.is_body or len(row.tokens) > _NAME_WORDS or not _LONE.match(row.text):
            continue
        name = read_name(sheet, row, 0, len(row.text))
        if name and not (name.known and name.known.wire):
            yield from sign(row, name, "outlet-lone-name", 0.65 if name.known else 0.55)


def first_rows(sheet: Sheet) -> Iterator[Sign]:
    """The one row above a title, when it names neither section, topic nor person: nothing but a house stands there."""
    above = [row for row in sheet.rows[: sheet.top] if not any(word.isdecimal() for word in row.words)]
    if (
        sheet.title is None
        or len(above) != 1
        or above[0].at != 0
        or above[0].line.verdict not in ("furniture", "caption")
    ):
        return
    row = above[0]
    name = read_name(sheet, row, 0, len(row.text)) if len(row.parts()) == 1 and "." not in row.text else None
    labelled = sheet.is_topic(row) or sheet.is_person(row) or sheet.outlets.cues.label_words.among(row.words)
    login = row.text.isascii() and not (name and media_like(name, sheet.outlets))
    if name and not name.known and len(row.tokens) > 1 and not labelled and not login:
        yield from sign(row, name, "outlet-first-row", 0.5)
