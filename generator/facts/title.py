"""The title of an article: stated above it, else derived from its own words and marked so.

Invariant: the text of a title equals, code point for code point, a piece of its line; nothing is worded anew.
"""

from __future__ import annotations

import re
from itertools import islice

from generator.facts.found import Found
from generator.lexicon import Lexicon
from generator.lexicon.furniture import Furniture
from generator.model import Cleaned, Facts, Line, Problem, Title
from generator.reading.letters import NUMBER
from generator.reading.line import read_line
from generator.reading.marks import BULLETS

_FEWEST, _MOST_OF_SUBHEADING = 4, 20
_MOST_OF_LEDE = 12
_FEWEST_OF_CLAUSE = 5
_DATE_PREFIX_SEEN = 16
_PLACE_PREFIX_SEEN = 50
_OUTLET_WORDS = 4

_BULLET = re.compile(rf"^[\s{re.escape(BULLETS)}]+")
_OUTLET_BEHIND = re.compile(r"^(.*\S)\s*\|\s*([^|]+)$")
_CLAUSE_END = re.compile(r"[.؟?!؛:…](?=\s|$)|[،,](?=\s)")
_PLACE_PREFIX = re.compile(r"^[^،.؛«\"]{2,30}?\s?[-–—/]\s?[^،.؛«\"]{0,20}?[:–—-]\s+|^[^\s،.]{3,12}\s?[-–—]\s")
_WORD = re.compile(r"\S+")
_ENDING = ' ،,؛:.«“"(-–—'


def find(cleaned: Cleaned, lexicon: Lexicon, facts: Facts) -> Found[Title | None]:
    """The stated title, else a derived one with a note; None when there is no article."""
    stated = next((line for line in cleaned.lines if line.verdict == "title"), None)
    if stated:
        return Found(Title(_without_outlet(_shown(stated.text)), "stated", stated.number, stated.rule))
    if not cleaned.body:
        return Found(None)
    title = _from_subheading(cleaned.body) or _from_lede(cleaned.body, lexicon.furniture)
    return Found(title, (Problem("note", cleaned.source.name, title.line, "title-derived"),))


def _shown(text: str) -> str:
    return _BULLET.sub("", text).strip()


def _without_outlet(text: str) -> str:
    """«Headline | Outlet», as a page calls itself in the browser: the headline alone."""
    match = _OUTLET_BEHIND.match(text)
    if match and len(match[2].split()) <= _OUTLET_WORDS < len(match[1].split()):
        return match[1]
    return text


def _from_subheading(body: tuple[Line, ...]) -> Title | None:
    for line in body:
        if line.verdict == "subheading" and _FEWEST <= len(line.text.split()) <= _MOST_OF_SUBHEADING:
            return Title(_shown(line.text), "derived", line.number, "title-from-subheading")
    return None


def _from_lede(body: tuple[Line, ...], furniture: Furniture) -> Title:
    """The first clause of the first paragraph, without dateline, cut at a word that can end a phrase."""
    line = next((x for x in body if x.verdict == "body"), body[0])
    text = _without_date(_shown(line.text), furniture)
    place = _PLACE_PREFIX.match(text[:_PLACE_PREFIX_SEEN])
    text = text[place.end() :] if place else text
    words, little = list(islice(_WORD.finditer(text), _MOST_OF_LEDE)), furniture.cues.function_words_ar
    if not words:
        return Title(line.text.strip(), "derived", line.number, "title-from-lede")
    fewest = words[min(_FEWEST_OF_CLAUSE, len(words)) - 1].start()
    end = next((m.start() for m in _CLAUSE_END.finditer(text, 0, words[-1].end() + 1) if m.start() >= fewest), None)
    while end is None and len(words) > _FEWEST_OF_CLAUSE and little.among(read_line(words[-1].group()).words[:1]):
        words.pop()
    return Title(text[: end or words[-1].end()].rstrip(_ENDING), "derived", line.number, "title-from-lede")


def _without_date(text: str, furniture: Furniture) -> str:
    """Without a date that a page ran together with the first sentence."""
    seen = [(read_line(m.group()).labelled, m.start()) for m in islice(_WORD.finditer(text), _DATE_PREFIX_SEEN)]
    dated = next((n for n, (words, _) in enumerate(seen) if not furniture.date_words.issuperset(words)), len(seen))
    numbered = any(NUMBER in words for words, _ in seen[:dated])
    return text[seen[dated][1] :] if 1 < dated < len(seen) and numbered else text
