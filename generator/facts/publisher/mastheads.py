"""How a page calls itself outside the article: in page titles, mastheads, descriptions, stamps and imprints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.facts.publisher.names import Clue, HouseName, clue, read_name
from generator.facts.publisher.rows import PageRows, page_parts, row_parts, whole, words_before, words_of_part
from generator.reading.line import ReadLine, Span

_MOST_TOKENS = 45
_TITLE_WORDS = 4
_NAME_WORDS = 5
_ZONE = 25
_VERY_TOP = 3
_PAIR = 2
_STAMP_WORDS = 30
_MENTION_WORDS = 20
_ANYWHERE = 600
_LONE = re.compile(r"^\s*[-–—|]?\s*[^\W_][^|:.؟!]{1,44}?\s*[-–—|]\s*$")
_PIPE = re.compile(r"[|｜¦]")


def page_titles(page: PageRows) -> Iterator[Clue]:
    """«العنوان | X»: a row that holds the title and, set off from it, the name of the site."""
    for row in page.rows:
        parts = page_parts(row)
        if row.verdict not in ("caption", "related") and len(row.tokens) <= _MOST_TOKENS and len(parts) > 1:
            yield from _page_title(page, row, parts)


def _page_title(page: PageRows, row: ReadLine, parts: tuple[Span, ...]) -> tuple[Clue, ...]:
    first, last = words_of_part(row, parts[0]), words_of_part(row, parts[-1])
    titles = page.at(row) in (0, page.title) and not row.is_body and _is_long(first) and not _is_long(last)
    if _is_title(page, row, first):
        name = read_name(page, row, parts[-1])
        weight = _title_weight(page, row, name, parts) if name else 0.0
    elif _is_title(page, row, last):
        name = read_name(page, row, parts[0])
        weight = 0.8 if name and name.media else 0.3
    else:
        name = read_name(page, row, parts[-1]) if titles else None
        weight = 0.65 if name and name.media and not name.ambiguous else 0.35
    return clue(row, name, "outlet-page-title", weight)


def _title_weight(page: PageRows, row: ReadLine, name: HouseName, parts: tuple[Span, ...]) -> float:
    """A section stands in a page title too: in the menu as well, and often named by a word of sections."""
    if name.media and not name.ambiguous:
        return 0.85
    repeated = len(parts) == _PAIR and name.key in page.keys
    if repeated and (name.ambiguous or page.cues.label_words.among(name.key.split())):
        return 0.35
    between = row.text[parts[-2][1] : parts[-1][0]]
    return 0.7 if _PIPE.search(between) and not repeated else 0.55


def _is_long(words: str) -> bool:
    return len(words.split()) >= _TITLE_WORDS


def _is_title(page: PageRows, row: ReadLine, words: str) -> bool:
    return _is_long(words) and page.keys[words] > (row.key == words)


def mastheads(page: PageRows) -> Iterator[Clue]:
    """A row that is a name and nothing else, above or below the article; right below it, it would be a signature."""
    near = {*range(min(page.top, _ZONE)), *range(max(0, len(page.rows) - _ZONE), len(page.rows))} - {page.last + 1}
    for row in page.outside:
        if len(row.tokens) > _NAME_WORDS + 2 or page.at(row) not in near or len(row_parts(row)) != 1:
            continue
        name = read_name(page, row, whole(row))
        if name and name.known and not name.wire:
            headed = row.words[0] in page.cues.trades
            yield from clue(row, name, "outlet-masthead", 0.25 if name.ambiguous and not headed else 0.5)
        elif name and not name.known and name.media:
            yield from clue(row, name, "outlet-masthead", 0.5 if page.at(row) < _VERY_TOP else 0.3)


def issues(page: PageRows) -> Iterator[Clue]:
    """«صحيفة X - العدد 120»: the head of a printed page."""
    for row in page.outside:
        if row.words[0] in page.cues.trades and len(row.tokens) <= _MOST_TOKENS:
            parts = row_parts(row)
            if any(words_of_part(row, part).partition(" ")[0] in page.cues.issues for part in parts[1:]):
                yield from clue(row, read_name(page, row, parts[0]), "outlet-issue", 0.65)


def lone_names(page: PageRows) -> Iterator[Clue]:
    """«X -» on a row of its own, close to the title."""
    for row in page.header:
        if not row.is_body and len(row.tokens) <= _NAME_WORDS and _LONE.match(row.text):
            name = read_name(page, row, whole(row))
            if name and not name.wire:
                yield from clue(row, name, "outlet-lone-name", 0.65 if name.known else 0.55)


def first_rows(page: PageRows) -> Iterator[Clue]:
    """The one row above a title, when it names neither section, topic nor person: nothing but a house stands there."""
    above = [row for row in page.rows[: page.top] if not any(word.isdecimal() for word in row.words)]
    if page.title is None or len(above) != 1 or page.at(above[0]) or above[0].verdict not in ("furniture", "caption"):
        return
    row = above[0]
    name = read_name(page, row, whole(row)) if len(row_parts(row)) == 1 and "." not in row.text else None
    labelled = page.is_topic(row) or page.is_person(row.key) or page.cues.label_words.among(row.words)
    login = row.text.isascii() and not (name and name.media)
    if name and not name.known and len(row.tokens) > 1 and not labelled and not login:
        yield from clue(row, name, "outlet-first-row", 0.5)


def descriptions(page: PageRows) -> Iterator[Clue]:
    """«X موقع إخباري …», or such words on the row under X."""
    trades, adjectives = page.cues.trades, page.cues.description_adjectives
    for row in page.outside:
        words = row.words[: _NAME_WORDS + 2]
        pairs = enumerate(pairwise(words))
        at = next((at for at, (word, following) in pairs if word in trades and following in adjectives), None)
        if at:
            yield from clue(row, read_name(page, row, (0, row.tokens[at].start)), "outlet-description", 0.75)
        elif at == 0 and page.at(row) and (above := page.rows[page.at(row) - 1]).verdict == "furniture":
            name = read_name(page, above, whole(above)) if len(above.tokens) < _NAME_WORDS else None
            yield from clue(above, name, "outlet-description", 0.65)


def stamps(page: PageRows) -> Iterator[Clue]:
    """«نشر في X يوم …», «ظهرت المقالة … أولا على X», «رئيس تحرير X»: archives, feeds and imprints say it outright."""
    cues = page.cues
    stamped = (  # Rule, cues, weight, how far into the row the cue may stand.
        ("outlet-stamp", cues.published_in, 0.75, 12),
        ("outlet-feed", cues.first_on, 0.8, _ANYWHERE),
        ("outlet-editor", cues.editors, 0.5, 12),
        ("outlet-welcome", cues.welcomes, 0.5, 12),
        ("outlet-disclaimer", cues.disclaims, 0.5, _ANYWHERE),
        ("outlet-logo", cues.logos, 0.5, 0),
        ("outlet-about", cues.about, 0.35, 0),
    )
    rows = [row for row in (*page.outside, *page.footer) if len(row.tokens) <= _STAMP_WORDS]
    for rule, words, weight, reach in stamped:
        for row in rows:
            hit = words.first(row)
            if hit and hit.start <= reach:
                yield from clue(row, _until_day(page, row, hit.end), rule, weight)


def _until_day(page: PageRows, row: ReadLine, at: int) -> HouseName | None:
    """The name from a place on to a colon, a date or the row's end."""
    first = row.words_to(at + 1)
    ends = (t for t, w in zip(row.tokens[first:], row.words[first:], strict=True) if _is_day(page, w))
    stop = next((token.start for token in ends), len(row.text))
    colon = row.text.find(":", at + 2, stop)
    return read_name(page, row, (at, colon if colon >= 0 else stop))


def _is_day(page: PageRows, word: str) -> bool:
    return word.isdecimal() or word in page.cues.on_day


def known_mentions(page: PageRows) -> Iterator[Clue]:
    """A known name after its noun in furniture: «جريدة X بتاريخ …». Only many of them carry weight."""
    for row in page.outside:
        for hit in page.outlets.phrases.find(row) if len(row.tokens) <= _MENTION_WORDS else ():
            headed = page.cues.trades.among(words_before(row, hit.start)[-1:])
            if not hit.payload.wire and headed:
                yield from clue(row, read_name(page, row, (hit.start, hit.end)), "outlet-mention", 0.15)
