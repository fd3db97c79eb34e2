"""The words before the first sentence of a line, piece by piece: place, house, agency, date, desk, label, name.

Bylines and signatures are made of the same. Its pieces are known each by itself, or stand between
marks; the sentence begins where neither holds. Which of the unknown ones is a house or a place, the page says.

Invariant: pieces stand in order and apart, each span exact over the line. No more than the first letters of a line are
read, each a few times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.facts.signing.opening import MARKS, Kind, Opening
from generator.facts.signing.persons import Sureness, sureness_of
from generator.lexicon import Lexicon
from generator.reading.letters import Token, fold, key, tokens
from generator.reading.line import ReadLine

_RUN_WORDS, _RUN_LETTERS = 6, 48
_LABEL_WORDS, _PLACE_WORDS = 6, 3
_CLOSING = {"«": "»", "“": "”", '"': '"', "„": "“", "(": ")", "[": "]", "‹": "›"}
_CLOSERS = frozenset(_CLOSING.values())
_QUOTES = ("«", "“", '"', "„", "‹")
_GLUED = re.compile(r"(?<=[\u0621-\u064a])[-–—](?=[\u0621-\u064a])")
_FIRST = re.compile(r"([^،,]+)[،,]")
_PARTED = re.compile(r"\s*[^\w\s]")
_LIGHT = re.compile(r"[،,.]")


@dataclass(frozen=True)
class Element:
    """A piece of a dateline. form: how surely it is a person's name. before, after: the marks on either side of it.

    rule: that of a byline's label.
    """

    kind: Kind
    start: int
    end: int
    before: str = ""
    after: str = ""
    form: Sureness = Sureness.NONE
    rule: str = ""

    @property
    def marked(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.before.endswith(_QUOTES) and self.after[:1] in _CLOSERS


@dataclass(frozen=True)
class Dateline:
    """The pieces with which a line begins, and where they end. whole: the line has nothing else."""

    line: ReadLine
    pieces: tuple[Element, ...] = ()
    end: int = 0
    whole: bool = False

    def of(self, *kinds: Kind) -> tuple[Element, ...]:
        """The pieces of some kinds, in order."""
        return tuple(piece for piece in self.pieces if piece.kind in kinds)

    @property
    def is_parted(self) -> bool:
        """Whether a mark parts it from the sentence, or it ends in an agency, which needs none."""
        last = self.pieces[-1:]
        return any(bool(piece.after.strip()) or piece.kind in ("wire", "desk") for piece in last)

    @property
    def is_dateline(self) -> bool:
        """Whether the line is a dateline and nothing else: a date, beside a place, house, agency or desk."""
        return self.whole and bool(self.of("date")) and bool(self.of("place", "land", "house", "wire", "desk"))

    def tells(self, at: int, *, tied: bool) -> bool:
        """Whether a date that begins at a place is a dateline's: something else stands there, and a mark parts it off.

        tied: a preposition stands before the date; then unknown words before it may be a sentence.
        """
        before = [piece for piece in self.pieces if piece.end <= at]
        known = not tied or all(piece.kind != "name" or " " not in self.text(piece) for piece in before)
        dated = any(piece.start <= at < piece.end for piece in self.of("date"))
        return dated and self.is_parted and known and len(self.of("date")) < len(self.pieces)

    def text(self, piece: Element) -> str:
        """A piece as written."""
        return self.line.text[piece.start : piece.end]


def dateline_of(line: ReadLine, lexicon: Lexicon) -> Dateline:
    """The head of a line; without pieces where a sentence begins at once."""
    return dateline_from(line, 0, lexicon)


def dateline_from(line: ReadLine, begin: int, lexicon: Lexicon) -> Dateline:
    """The head that begins at a place of a line."""
    seen = Opening(line, begin, lexicon)
    pieces, at = list[Element](), 0
    while found := _piece(seen, at, pieces):
        before = seen.text[at : found.start]
        pieces[-1:] = [replace(piece, after=before) for piece in pieces[-1:]]
        pieces.append(replace(found, before=before))
        at = found.end
    pieces[-1:] = [replace(piece, after=seen.text[at : seen.next(at)]) for piece in pieces[-1:]]
    moved = (replace(piece, start=piece.start + begin, end=piece.end + begin) for piece in pieces)
    return Dateline(line, tuple(moved), begin + at, seen.is_whole and not tokens(seen.raw[at:]))


def _piece(seen: Opening, at: int, before: Sequence[Element]) -> Element | None:
    start = seen.next(at)
    if start >= len(seen.text):
        return None
    if start in seen.dated:
        return Element("date", start, seen.dated[start])
    return (
        _label(seen, start)
        or _known(seen, start, seen.text[at:start], before)
        or _run(seen, start, seen.text[at:start], before)
    )


def _known(seen: Opening, at: int, mark: str, before: Sequence[Element]) -> Element | None:
    """What the lexicon knows, when a mark parts it from what follows, or something else that is known follows.

    After a mark, a place, desk or agency that others stand before needs none: «X – متابعات إذا كنت …».
    """
    if at not in seen.known:
        return None
    end, kind = seen.known[at]
    after, following = seen.behind(end), seen.next(end)
    parted = after is None or bool(MARKS.search(after) or _LIGHT.match(after.strip()) or set(after) & _CLOSERS)
    beside = following in seen.dated or (kind == "wire" and following in seen.known)
    beside = beside or (kind == "desk" and _run(seen, following, "", ()) is not None and not seen.is_long)
    last = (
        bool(before)
        and kind in ("place", "land", "desk", "wire")
        and (bool(MARKS.search(mark)) or before[-1].kind == "date")
    )
    return Element(kind, at, end) if parted or beside or last else None


def _label(seen: Opening, at: int) -> Element | None:
    """«كتب:», «بقلم», «تقرير خاص:», «مراسل كذا في كذا:»: a byline's label, what stands with it before a mark too."""
    words = [word for word in seen.words if word.start >= at][: _LABEL_WORDS + 1]
    if not words or fold(words[0].text) not in seen.lexicon.outlets.byline_begins:
        return None
    folded = [fold(word.text) for word in words]
    for rule, labels in seen.lexicon.outlets.bylines.items():
        for label in labels:
            size = label.count(" ") + 1
            if " ".join(folded[:size]) == label:
                return Element("label", at, _label_end(seen, words, size), rule=rule)
    return None


def _label_end(seen: Opening, words: list[Token], size: int) -> int:
    """Where a label ends: before a mark, or before the surest name; else with its own words."""
    ends = [word.end for word in words]
    marks = (at for at in range(size, len(words)) if MARKS.search(seen.text[ends[at - 1] : words[at].start]))
    last = next(marks, None)
    forms = {at: _form_from(seen, words[at].start) for at in range(size, len(words) if last is None else last)}
    best = max(forms, key=lambda at: (forms[at], -at), default=size)
    named = best if forms.get(best, Sureness.NONE) >= Sureness.LIKELY else last
    return ends[size - 1 if named is None else named - 1]


def _form_from(seen: Opening, at: int) -> Sureness:
    """How surely a person's name fills a place up to the next mark."""
    mark = MARKS.search(seen.text, at)
    return sureness_of(seen.text[at : mark.start() if mark else len(seen.text)][:_RUN_LETTERS], seen.lexicon)


def _run(seen: Opening, at: int, mark: str, before: Sequence[Element]) -> Element | None:
    """Unknown words up to a mark, few and none of a sentence."""
    end = _run_end(seen, at, _CLOSING.get(mark[-1:], ""))
    piece = "" if end is None else seen.text[at:end].rstrip(" \u00a0،,.")
    if not piece or len(piece) > _RUN_LETTERS or len(piece.split()) > _RUN_WORDS:
        return None
    piece = seen.raw[at : at + len(piece)]
    form = sureness_of(piece, seen.lexicon)
    first = _FIRST.match(piece) if form is Sureness.NONE else None
    if first and sureness_of(first[1], seen.lexicon) >= Sureness.LIKELY:
        piece, form = first[1], sureness_of(first[1], seen.lexicon)
    if form >= Sureness.LIKELY:
        return Element("person", at, at + len(piece), form=form)
    if key(piece).partition(" ")[0] in seen.lexicon.outlets.cues.professions:
        return Element("trade", at, at + len(piece))
    if form is Sureness.NONE and _is_sentence(seen.lexicon, key(piece).split()):
        return None
    behind, ends = (
        seen.raw[at + len(piece) :],
        bool(before) and before[-1].kind not in ("label", "desk") and not mark.strip(),
    )
    unmarked = not _PARTED.match(behind) and bool(behind.strip()) and len(piece.split()) > _PLACE_WORDS
    return None if ends or unmarked else Element("name", at, at + len(piece), form=form)


def _run_end(seen: Opening, at: int, closer: str) -> int | None:
    found = [m.start() for m in (MARKS.search(seen.text, at), _GLUED.search(seen.text, at)) if m]
    found += [seen.text.find(closer, at)] if closer and closer in seen.text[at:] else []
    found += [start for start in seen.dated if start > at]
    found += [len(seen.text)] if seen.is_whole else []
    end = min(found, default=None)
    # What would end it behind a word that is too far for a run comes too late.
    near = (word for before, word in pairwise(seen.words) if word.start > at and before.end - at <= _RUN_LETTERS)
    first = next((word.start for word in near if seen.begins_origin(word) or seen.ties(word)), end)
    return first if end is None or first is None else min(first, end)


def _is_sentence(lexicon: Lexicon, words: list[str]) -> bool:
    """Words of clauses, verbs, prepositions, or of the furniture of a page."""
    cues, names = lexicon.outlets.cues, lexicon.names
    lists = (cues.sentence_words, cues.page_words, cues.citing, cues.according)
    spoken = any(words_of.among(words) for words_of in lists)
    return spoken or any(word in names.verbs or word in names.prepositions for word in words)
