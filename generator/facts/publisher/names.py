"""Reads the name of an outlet from a piece of a row, known or not, and says what the page itself shows for it.

Invariant: an unknown name is a short piece without words of clauses, labels or sections; else there is no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.facts.publisher.rows import PageRows
from generator.lexicon.outlets import OutletName, Outlets
from generator.model import Evidence
from generator.reading.clitics import ARTICLE, TAKEN_UP
from generator.reading.letters import bare, display, fold, key, squeeze, tokens
from generator.reading.line import ReadLine, Span

PROBABLE = 0.5
"""The joint weight from which a name is shown."""
_MOST_WORDS = 6
_FEWEST_LETTERS, _MOST_LETTERS = 2, 48
_EDGE = re.compile(r"^[\W_]+|[\s\-–—|:،؛,.;/\\(\[{«“\"'‘‹•·*©®™_ـ]+$")
_CLOSED = re.compile(r"[\s»”\"'’›)\]}]+$")
_MARKED = re.compile(r"[«“”\"„(‹\[]\s*([^«»“”\"()\[\]‹›]{2,48}?)\s*[»”\"“)›\]]")
_MARK_REACH = 80
_LETTER = re.compile(r"[^\W\d_]")
_NO_NAME = re.compile(r"(?:1[89]|20)\d\d|\d{5,}|[#:|]")
_QUOTES = '«»“”"()[]‹› '


@dataclass(frozen=True)
class HouseName:
    """A name as read: how it is shown, its comparing form, its span in the row, and what is known of it.

    media: it is known, or holds a word of the trade.
    """

    text: str
    key: str
    known: OutletName | None
    start: int
    end: int
    media: bool = True

    @property
    def wire(self) -> bool:
        """Whether it is known as one that texts only cite."""
        return self.known is not None and self.known.wire

    @property
    def reprinted(self) -> bool:
        """Whether it is known as one that a dateline cites."""
        return self.known is not None and self.known.reprinted

    @property
    def ambiguous(self) -> bool:
        """Whether it is known, and an ordinary word too."""
        return self.known is not None and self.known.ambiguous

    def is_one_of(self, ids: tuple[str, ...]) -> bool:
        """Whether it may be one of some houses."""
        return self.known is not None and not set(self.known.ids).isdisjoint(ids)


@dataclass(frozen=True)
class Clue:
    """Something that points at a publisher, with a weight from 0 (nothing) to 1 (proof)."""

    name: HouseName
    evidence: Evidence
    weight: float
    owner: str | None = None


def clue(row: ReadLine, name: HouseName | None, rule: str, weight: float, owner: str | None = None) -> tuple[Clue, ...]:
    """A clue by a rule, or none when there is no name."""
    if name is None or weight <= 0:
        return ()
    return (Clue(name, row.evidence(name.start, name.end, rule), weight, owner),)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the marks and spaces at its ends."""
    lead = _EDGE.match(text[start:end])
    start += lead.end() if lead else 0
    piece = text[start:end]
    while cut := (_EDGE.search(piece) if piece else None) or _CLOSED.search(piece):
        if cut.end() != len(piece) or cut.start() == 0:
            break
        piece = piece[: cut.start()]
    return start, start + len(piece)


def _core(words: tuple[str, ...], outlets: Outlets) -> tuple[str, ...]:
    """The words of a name without the nouns of the trade before it and the descriptions after it."""
    trades, descriptors = outlets.cues.trades, outlets.cues.descriptors
    while len(words) > 1 and (words[0] in trades or words[0].removeprefix(ARTICLE) in trades):
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


def read_name(page: PageRows, row: ReadLine, span: Span) -> HouseName | None:
    """The name in a span of a row; None when the span holds no name."""
    outlets, (start, end) = page.outlets, trimmed(row.text, *span)
    start, end = _of_company(row.text, start, end, outlets)
    piece = row.text[start:end]
    words = tuple(key(piece).split())
    known = known_name(outlets, words) if words else None
    if not words or not (known or _is_shaped(piece, words, outlets)):
        return None
    text = name_shown(piece, outlets)
    spelled = tuple(key(known.text).split()) if known else words
    media = bool(known) or outlets.cues.media_words.among(key(text).split())
    return HouseName(text, " ".join(_core(spelled, outlets)), known, start, end, media)


def _of_company(text: str, start: int, end: int, outlets: Outlets) -> Span:
    """«دار X للصحافة والنشر»: the span of X, whose company it is."""
    words = tokens(text[start:end])
    keys = [fold(word.text) for word in words]
    ends = (at for at in range(2, len(keys)) if keys[at].startswith(TAKEN_UP) and keys[at] in outlets.cues.descriptors)
    last = next(ends, 0)
    company = last and keys[0] in outlets.cues.companies
    return (start + words[1].start, start + words[last - 1].end) if company else (start, end)


def name_of(outlets: Outlets, id_: str, span: Span) -> HouseName:
    """The name of a known outlet that a span shows without spelling it, as an address does."""
    text = outlets.by_id[id_].name
    words = tuple(key(text).split())
    return HouseName(text, " ".join(_core(words, outlets)), outlets.by_key[" ".join(words)], *span)


def _is_shaped(piece: str, words: tuple[str, ...], outlets: Outlets) -> bool:
    """True for what may be the name of an unknown outlet."""
    cues, core, joined = outlets.cues, _core(words, outlets), " ".join(words)
    if len(words) > _MOST_WORDS or len(piece) > _MOST_LETTERS or _NO_NAME.search(fold(piece)):
        return False
    if len(_LETTER.findall(piece)) < _FEWEST_LETTERS or max(map(len, words)) < _FEWEST_LETTERS:
        return False
    if joined in cues.not_names or " ".join(core) in cues.not_names or joined in cues.datelines:
        return False
    if cues.sentence_words.among(words) or cues.page_words.among(words) or words[0] in cues.according:
        return False
    if all(word in cues.desks or word in cues.trades for word in words):
        return False
    return core[0] not in cues.origins and core[0] not in cues.trades


def name_shown(piece: str, outlets: Outlets) -> str:
    """An unknown name as it is shown: «صحيفة», «موقع» and their like off, marks off, spaces single."""
    text = squeeze(display(piece).replace("ـ", "")).strip(_QUOTES)
    while (rest := text.partition(" ")[2]) and fold(bare(text.partition(" ")[0])) in outlets.cues.plain_trades:
        text = squeeze(rest).strip(_QUOTES)
    return text


def name_in_marks(page: PageRows, row: ReadLine, start: int) -> HouseName | None:
    """The name in quotation marks or brackets that opens at a place of a row, spaces aside."""
    text = row.text[start : start + _MARK_REACH]
    match = _MARKED.match(text, len(text) - len(text.lstrip(" ـ\u00a0")))
    return read_name(page, row, (start + match.start(1), start + match.end(1))) if match else None
