"""What a page says is its own: rights («جميع الحقوق محفوظة لـ X 2023», «X © 2020»), channels, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.publisher.names import (
    Clue,
    HouseName,
    clue,
    known_name,
    name_in_marks,
    name_of,
    name_shown,
    read_name,
)
from generator.facts.publisher.rows import PageRows, whole
from generator.reading.clitics import ARTICLE, TAKEN_UP
from generator.reading.letters import Token, bare, fold, key
from generator.reading.line import ReadLine

_SIGN = re.compile(r"[©ⓒ]|\(c\)|&copy;", re.IGNORECASE)
_BREAK = re.compile(r"[|｜©®ⓒ–—•·،,؛;:/\\*>]|\s-|-\s|\.(?:\s|$)|\(c\)", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MOST_TOKENS = 45
_BARE_WORDS = 8
"""A row that begins with the sign and is no longer needs no year."""
_BESIDE_WORDS = 4
_PROMO_WORDS, _NAME_WORDS = 22, 5
_ADDRESS = re.compile(r"(?:[a-z0-9.-]+@)?(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,10})(/\S*)?", re.IGNORECASE)


@dataclass(frozen=True)
class _Run:
    """Words of a rights line between rights words, years and separators. `firm`: «محفوظة» stands right before."""

    tokens: tuple[Token, ...]
    firm: bool


def rights(page: PageRows) -> Iterator[Clue]:
    """The name in each rights line, or on the row beside one that names nobody."""
    for row in page.rows:
        if row.verdict not in ("caption", "related", "title") and _speaks(page, row):
            found = _named(page, row)
            yield from found or (() if row.is_body else _beside(page, row))


def _speaks(page: PageRows, row: ReadLine) -> bool:
    if len(row.tokens) > _MOST_TOKENS:
        return False
    dated = bool(_SIGN.search(row.text)) and any(_YEAR.fullmatch(w) for w in row.words)
    reserved = page.cues.rights_nouns.among(row.words) and page.cues.rights_verbs.among(row.words)
    short = len(set(row.words)) < _BARE_WORDS
    return dated or reserved or row.words[0] == "copyright" or bool(short and _SIGN.match(row.text.strip()))


def _named(page: PageRows, row: ReadLine) -> tuple[Clue, ...]:
    """The surest name of a rights line; a wire's mere «©» stands under whatever prints it."""
    names = [(run.firm, name) for run in _runs(page, row) if (name := _name(page, row, run))]
    firm, name = max(names, key=lambda pair: (pair[0], pair[1].known is not None), default=(False, None))
    if name and name.wire and not page.cues.rights_verbs.among(row.words):
        return clue(row, name, "outlet-rights", 0.3)
    return clue(row, name, "outlet-rights", 0.9 if name and (firm or name.known) else 0.85)


def _runs(page: PageRows, row: ReadLine) -> Iterator[_Run]:
    cues, run, firm, credit = page.cues, list[Token](), False, False
    end = 0
    for token, word in zip(row.tokens, row.words, strict=True):
        year = bool(_YEAR.fullmatch(word))
        edge = word in cues.rights or year or word in cues.credits
        if run and (edge or _BREAK.search(row.text[end : token.start])):
            yield _Run(tuple(run), firm)
            run, firm = [], False
        if word in cues.rights:
            firm, credit = word in cues.rights_firm, False
        elif word in cues.credits:
            credit = True
        elif not year and not credit:
            run.append(token)
        end = token.end
    if run:
        yield _Run(tuple(run), firm)


def _name(page: PageRows, row: ReadLine, run: _Run) -> HouseName | None:
    start, end = run.tokens[0].start, run.tokens[-1].end
    plain, first = read_name(page, row, (start, end)), bare(run.tokens[0].text)
    if not run.firm or (plain and plain.known):
        return plain
    if fold(first) in page.cues.fillers and len(run.tokens) > 1:
        return read_name(page, row, (run.tokens[1].start, end))
    if first.startswith(TAKEN_UP):
        return _with_article(page, row, run, plain)
    return read_name(page, row, (row.text.index("ل", start) + 1, end)) if first.startswith("ل") else plain


def _with_article(page: PageRows, row: ReadLine, run: _Run, plain: HouseName | None) -> HouseName | None:
    """«للجزيرة»: the name gets back its article."""
    start, end = run.tokens[0].start, run.tokens[-1].end
    text = ARTICLE + bare(run.tokens[0].text)[2:] + row.text[run.tokens[0].end : end]
    words = tuple(key(text).split())
    known = known_name(page.outlets, words)
    if known:
        return HouseName(known.name, fold(known.name), known, start, end)
    if " ".join(words) in page.cues.not_names or not plain:
        return None
    text = name_shown(text, page.outlets)
    return HouseName(text, fold(text), None, start, end, page.cues.media_words.among(key(text).split()))


def _beside(page: PageRows, row: ReadLine) -> Iterator[Clue]:
    at = page.at(row)
    for other in (*page.rows[at + 1 : at + 2], *page.rows[max(0, at - 1) : at]):
        if other.verdict in ("furniture", "signature") and len(other.tokens) <= _BESIDE_WORDS:
            name = read_name(page, other, whole(other))
            yield from clue(other, name, "outlet-rights-beside", 0.7 if name and name.known else 0.3)


def promos(page: PageRows) -> Iterator[Clue]:
    """«تابعوا قناة X على …», «حمل تطبيق X», «اشترك في نشرة X». A promo that names a topic shows nothing."""
    cues = page.cues
    for row in page.outside:
        if len(row.tokens) > _PROMO_WORDS or cues.topics.has(row):
            continue
        follows = next((i for i, w in enumerate(row.words[:3]) if w in cues.follow), None)
        platform = cues.platforms.among(w.removeprefix(ARTICLE) for w in row.words)
        at = next((i for i, w in enumerate(row.words) if w in cues.channels), None)
        if at is not None and (follows is not None or (platform and at == 0)):
            yield from clue(row, _promoted(page, row, at + 1), "outlet-promo", 0.6)
        elif follows is not None and platform:
            yield from clue(row, _promoted(page, row, follows + 1), "outlet-promo", 0.55)


def _promoted(page: PageRows, row: ReadLine, at: int) -> HouseName | None:
    cues = page.cues
    while at < len(row.tokens) and (row.words[at] in cues.channels or row.words[at] in cues.fillers):
        at += 1
    if at >= len(row.tokens):
        return None
    last = at
    while last < len(row.tokens) and row.words[last] not in cues.name_ends:
        gap = row.text[row.tokens[last - 1].end : row.tokens[last].start].strip() if last > at else ""
        if gap or row.words[last].removeprefix(ARTICLE) in cues.platforms:
            break
        last += 1
    span = row.tokens[at].start, row.tokens[last - 1].end
    return name_in_marks(page, row, row.tokens[at - 1].end) or (
        read_name(page, row, span) if 0 < last - at <= _NAME_WORDS else None
    )


def addresses(page: PageRows) -> Iterator[Clue]:
    """A domain of a known house in furniture: one that links elsewhere has more than one, and shows little."""
    for row in page.outside:
        for match in _ADDRESS.finditer(row.text):
            labels = match.group(1).casefold().split(".")
            endings = (".".join(labels[at:]) for at in range(len(labels) - 1))
            owner = next((page.outlets.by_domain[x] for x in endings if x in page.outlets.by_domain), None)
            if owner:
                name = name_of(page.outlets, owner, match.span())
                yield from clue(row, name, "outlet-address", 0.5 if match.group(2) else 0.45, owner)
