"""Reads the name of an outlet from a piece of a row, known or not, and says what the page itself shows for it.

Invariant: an unknown name is a short piece without words of clauses, labels or sections; else there is no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.facts.found import evidence
from generator.facts.publisher.sheet import Row, Sheet
from generator.lexicon.outlets import OutletName, Outlets
from generator.model import Evidence
from generator.reading.letters import bare, display, fold, squeeze, tokens

_MOST_WORDS = 6
_FEWEST_LETTERS, _MOST_LETTERS = 2, 48
_EDGE = re.compile(r"^[\W_]+|[\s\-–—|:،؛,.;/\\(\[{«“\"'‘‹•·*©®™_ـ]+$")
_CLOSED = re.compile(r"[\s»”\"'’›)\]}]+$")
_MARKED = re.compile(r"[«“”\"„(‹\[]\s*([^«»“”\"()\[\]‹›]{2,48}?)\s*[»”\"“)›\]]")
_MARK_REACH = 80
_LETTER = re.compile(r"[^\W\d_]")
_NO_NAME = re.compile(r"(?:1[89]|20)\d\d|\d{5,}|[#:|]")


@dataclass(frozen=True)
class Name:
    """A name as read: how it is shown, its comparing form, its span in the row, and what is known of it."""

    text: str
    key: str
    known: OutletName | None
    start: int
    end: int


@dataclass(frozen=True)
class Sign:
    """Something that points at a publisher, with a weight from 0 (nothing) to 1 (proof)."""

    name: Name
    evidence: Evidence
    weight: float
    owner: str | None = None


def sign(row: Row, name: Name | None, rule: str, weight: float) -> tuple[Sign, ...]:
    """A sign by a rule, or none when there is no name."""
    if name is None or weight <= 0:
        return ()
    return (Sign(name, evidence(row.line.number, row.line.text, name.start, name.end, rule), weight),)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks and spaces at its ends."""
    piece = text[start:end]
    lead = _EDGE.match(piece)
    start += lead.end() if lead else 0
    piece = text[start:end]
    while cut := (_EDGE.search(piece) if piece else None) or _CLOSED.search(piece):
        if cut.end() != len(piece) or cut.start() == 0:
            break
        piece = piece[: cut.start()]
    return start, start + len(piece)


def core(words: tuple[str, ...], outlets: Outlets) -> tuple[str, ...]:
    """The words of a name without the nouns of the trade before it and the descriptions after it."""
    trades, descriptors = outlets.cues.trades, outlets.cues.descriptors
    while len(words) > 1 and (words[0] in trades or words[0].removeprefix("ال") in trades):
        words = words[1:]
    while len(words) > 1 and words[-1] in descriptors:
        words = words[:-1]
    return words


def known_name(outlets: Outlets, words: tuple[str, ...]) -> OutletName | None:
    """The known outlet that a whole piece names, with or without a noun of the trade before it."""
    if found := outlets.by_key.get(" ".join(words)):
        return found
    while len(words) > 1 and words[0] in outlets.cues.trades:
        trade, words = words[0], words[1:]
        if (found := outlets.by_key.get(" ".join(words))) and outlets.fits(trade, found):
            return found
    return None


def read_name(sheet: Sheet, row: Row, start: int, end: int) -> Name | None:
    """The name in a span of a row; None when the span holds no name."""
    start, end = trim(row.line.text, start, end)
    piece = row.line.text[start:end]
    words = tuple(fold(token.text) for token in tokens(piece))
    if not words:
        return None
    known = known_name(sheet.outlets, words)
    if known:
        spelled = tuple(fold(token.text) for token in tokens(known.text))
        return Name(shown(piece, sheet.outlets), _key(spelled, sheet.outlets), known, start, end)
    if not shaped(piece, words, sheet.outlets):
        return None
    return Name(shown(piece, sheet.outlets), _key(words, sheet.outlets), None, start, end)


def _key(words: tuple[str, ...], outlets: Outlets) -> str:
    return " ".join(core(words, outlets))


def named(outlets: Outlets, id_: str, start: int, end: int) -> Name:
    """The name of a known outlet that a span shows without spelling it, as an address does."""
    text = outlets.by_id[id_].name
    words = tuple(fold(token.text) for token in tokens(text))
    return Name(text, _key(words, outlets), outlets.by_key[" ".join(words)], start, end)


def shaped(piece: str, words: tuple[str, ...], outlets: Outlets) -> bool:
    """True for what may be the name of an unknown outlet."""
    cues = outlets.cues
    bare_name = core(words, outlets)
    joined = " ".join(words)
    if (
        len(words) > _MOST_WORDS
        or len(piece) > _MOST_LETTERS
        or len(_LETTER.findall(piece)) < _FEWEST_LETTERS
        or max(map(len, words)) < _FEWEST_LETTERS
        or _NO_NAME.search(fold(piece))
    ):
        return False
    if joined in cues.not_names or " ".join(bare_name) in cues.not_names or joined in cues.datelines:
        return False
    if any(word in cues.sentence_words or word in cues.page_words for word in words):
        return False
    if words[0] in cues.according or all(word in cues.desks or word in cues.trades for word in words):
        return False
    return bare_name[0] not in cues.origins and bare_name[0] not in cues.trades


def shown(piece: str, outlets: Outlets) -> str:
    """An unknown name as it is shown: «صحيفة», «موقع» and their like off, marks off, spaces single."""
    text = squeeze(display(piece).replace("ـ", "")).strip('«»“”"()[]‹› ')
    while (rest := text.partition(" ")[2]) and fold(bare(text.partition(" ")[0])) in outlets.cues.plain_trades:
        text = squeeze(rest).strip('«»“”"()[]‹› ')
    return text


def media_like(name: Name, outlets: Outlets) -> bool:
    """True for a known name and for one that holds a word of the trade."""
    words = {fold(token.text) for token in tokens(name.text)}
    return bool(name.known) or outlets.cues.media_words.among(words)


def marked(sheet: Sheet, row: Row, start: int) -> Name | None:
    """The name in quotation marks or brackets that opens at a place of a row, spaces aside."""
    text = row.line.text[start : start + _MARK_REACH]
    match = _MARKED.match(text, len(text) - len(text.lstrip(" ـ\u00a0")))
    return read_name(sheet, row, start + match.start(1), start + match.end(1)) if match else None
