"""The title of an article: stated above it, else derived from its own words and marked so.

Invariant: the text of a title equals, code point for code point, a piece of its line; nothing is worded anew.
"""

from __future__ import annotations

import re

from generator.extract.found import Found
from generator.lexicon import Lexicon
from generator.model import Cleaned, Facts, Line, Problem, Title

_LONGEST = 12
_BULLET = re.compile(r"^[\s•·●○▪■◆►▶▸‣*|\-–—]+")
_CLAUSE_END = re.compile(r"[.؟?!؛:…]|[،,](?=\s)")
_WORD = re.compile(r"\S+")


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[Title | None]:
    """The stated title, else a derived one; None when there is no article."""
    stated = next((line for line in cleaned.lines if line.verdict == "title"), None)
    if stated:
        return Found(Title(_shown(stated.text), "stated", stated.number, stated.rule))
    if not cleaned.body:
        return Found(None)
    title = _subheading(cleaned.body) or _lede(cleaned.body)
    return Found(title, (Problem("note", cleaned.source.name, title.line, "title-derived"),))


def _shown(text: str) -> str:
    return _BULLET.sub("", text).strip()


def _subheading(body: tuple[Line, ...]) -> Title | None:
    lines = (x for x in body if x.verdict == "subheading" and 5 <= len(x.text.split()) <= 20)
    line = next(lines, None)
    return line and Title(_shown(line.text), "derived", line.number, "title-from-subheading")


def _lede(body: tuple[Line, ...]) -> Title:
    line = next((x for x in body if x.verdict == "body"), body[0])
    text = _shown(line.text)
    words = list(_WORD.finditer(text))[:_LONGEST]
    cut = words[-1].end() if words else len(text)
    clause = next((m.start() for m in _CLAUSE_END.finditer(text, 0, cut) if m.start() > cut // 3), cut)
    return Title(text[:clause].rstrip(" ،,؛:.«“\"("), "derived", line.number, "title-from-lede")
