"""Rights lines: «جميع الحقوق محفوظة لـ X 2023», «X © 2020», «Copyright 2020 X. All rights reserved»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.publisher.names import Name, Sign, known_name, read_name, shown, sign
from generator.facts.publisher.sheet import Row, Sheet
from generator.reading.letters import Token, bare, fold

_SIGN = re.compile(r"[©ⓒ]|\(c\)|&copy;", re.IGNORECASE)
_BREAK = re.compile(r"[|｜©®ⓒ–—•·،,؛;:/\\*>]|\s-|-\s|\.(?:\s|$)|\(c\)", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MOST_TOKENS = 45
_BARE_WORDS = 8
"""A row that begins with the sign and is no longer needs no year."""
_BESIDE_WORDS = 4


@dataclass(frozen=True)
class _Run:
    """Words of a rights line between rights words, years and separators. `firm`: «محفوظة» stands right before."""

    tokens: tuple[Token, ...]
    firm: bool


def signs(sheet: Sheet) -> Iterator[Sign]:
    """The name in each rights line, or on the row beside one that names nobody."""
    for row in sheet.rows:
        if row.line.verdict in ("caption", "related", "title") or not _speaks(row, sheet):
            continue
        found = _named(sheet, row)
        if found:
            yield from found
        elif not row.line.is_body:
            yield from _beside(sheet, row)


def _speaks(row: Row, sheet: Sheet) -> bool:
    if len(row.tokens) > _MOST_TOKENS:
        return False
    dated = bool(_SIGN.search(row.text)) and any(_YEAR.fullmatch(w) for w in row.words)
    reserved = sheet.outlets.cues.rights_nouns.among(row.words) and sheet.outlets.cues.rights_verbs.among(row.words)
    short = len(set(row.words)) < _BARE_WORDS
    return dated or reserved or row.words[0] == "copyright" or bool(short and _SIGN.match(row.text.strip()))


def _named(sheet: Sheet, row: Row) -> tuple[Sign, ...]:
    """The surest name of a rights line; a wire's mere «©» stands under whatever prints it."""
    names = [(run.firm, name) for run in _runs(sheet, row) if (name := _name(sheet, row, run))]
    if not names:
        return ()
    firm, name = max(names, key=lambda pair: (pair[0], pair[1].known is not None))
    if name.known and name.known.wire and not sheet.outlets.cues.rights_verbs.among(row.words):
        return sign(row, name, "outlet-rights", 0.3)
    return sign(row, name, "outlet-rights", 0.9 if firm or name.known else 0.85)


def _runs(sheet: Sheet, row: Row) -> Iterator[_Run]:
    cues, run, firm, credit = sheet.outlets.cues, list[Token](), False, False
    before: Token | None = None
    for token, word in zip(row.tokens, row.words, strict=True):
        apart = before is not None and _BREAK.search(row.text[before.end : token.start])
        edge = word in cues.rights or bool(_YEAR.fullmatch(word)) or word in cues.credits
        if run and (apart or edge):
            yield _Run(tuple(run), firm)
            run, firm = [], False
        if word in cues.rights:
            firm, credit = word in cues.rights_firm, False
        elif word in cues.credits:
            credit = True
        elif not _YEAR.fullmatch(word) and not credit:
            run.append(token)
        before = token
    if run:
        yield _Run(tuple(run), firm)


def _name(sheet: Sheet, row: Row, run: _Run) -> Name | None:
    start, end = run.tokens[0].start, run.tokens[-1].end
    plain = read_name(sheet, row, start, end)
    if not run.firm or (plain and plain.known):
        return plain
    first = bare(run.tokens[0].text)
    if fold(first) in sheet.outlets.cues.fillers and len(run.tokens) > 1:
        return read_name(sheet, row, run.tokens[1].start, end)
    return _after_preposition(sheet, row, run, first) if first.startswith("ل") else plain


def _after_preposition(sheet: Sheet, row: Row, run: _Run, first: str) -> Name | None:
    """«لموقع X», «لهسبريس», «للجزيرة»: the name without its ل. The span starts after the letter."""
    start, end = run.tokens[0].start, run.tokens[-1].end
    if not first.startswith("لل"):
        offset = row.line.text[start:end].index("ل") + 1
        return read_name(sheet, row, start + offset, end)
    rest = (fold("ال" + first[2:]), *(fold(token.text) for token in run.tokens[1:]))
    known = known_name(sheet.outlets, rest)
    if known:
        return Name(known.name, fold(known.name), known, start, end)
    if " ".join(rest) in sheet.outlets.cues.not_names or not read_name(sheet, row, start, end):
        return None
    text = shown("ال" + first[2:] + row.line.text[run.tokens[0].end : end], sheet.outlets)
    return Name(text, fold(text), None, start, end)


def _beside(sheet: Sheet, row: Row) -> Iterator[Sign]:
    for at in (row.at + 1, row.at - 1):
        if 0 <= at < len(sheet.rows) and sheet.rows[at].line.verdict in ("furniture", "signature"):
            other = sheet.rows[at]
            name = read_name(sheet, other, 0, len(other.text)) if len(other.tokens) <= _BESIDE_WORDS else None
            yield from sign(other, name, "outlet-rights-beside", 0.7 if name and name.known else 0.3)
