"""The first letters of a line, with all in them that the lexicon knows: places, houses, agencies, desks, dates.

Invariant: no more than the first letters of a line are read; spans count from where the reading begins.
"""

from __future__ import annotations

import re
from typing import Literal

from generator.facts.dating.expressions import dates_of
from generator.facts.publisher.rows import INITIALS
from generator.facts.signing.persons import Sureness, sureness_of
from generator.lexicon import Lexicon
from generator.lexicon.dates import PARTS
from generator.reading.letters import Token, fold, tokens
from generator.reading.line import ReadLine
from generator.reading.memo import Lazy

Kind = Literal["date", "place", "land", "house", "wire", "desk", "label", "person", "trade", "name"]
"""A land is a place too large for a dateline: a state, a region. A trade is what somebody who writes is."""

REACH = 200
"""Letters in which a dateline ends: the longest has a place, two dates, a house and names."""
_ORIGIN_WORDS = 3
_LANDS = frozenset({"state", "continent", "region", "water"})
_NEAR = 2  # letters between a date and a word that ties it
MARKS = re.compile(r"[-–—ـ/\\|:؛…·•*()\[\]]|\.{2,}|\n")
"""What parts the pieces of a dateline."""
_DIGIT = re.compile(r"\d")
_BLANK = "\x01"
_LINKS = frozenset(PARTS[part] for part in ("of", "lead", "agreeing", "hijri", "anno", "gregorian", "half"))


class Opening:
    """The first letters of a line from a place on, with all in them that the lexicon knows."""

    def __init__(self, line: ReadLine, begin: int, lexicon: Lexicon) -> None:
        self.line, self.begin, self.lexicon = line, begin, lexicon
        self.raw = line.text[begin : begin + REACH]
        self.text = INITIALS.sub(" ", self.raw)

    @property
    def is_whole(self) -> bool:
        """Whether they are all of the line."""
        return len(self.line.text) - self.begin <= REACH

    @property
    def is_long(self) -> bool:
        """Whether a line goes on as a paragraph does."""
        return len(self.line.text) > REACH // 2

    @Lazy
    def plain(self) -> str:
        """The same without digits: «الأحساء25» is a word and a number."""
        return _DIGIT.sub(_BLANK, self.text)

    @Lazy
    def words(self) -> tuple[Token, ...]:
        """The words, those glued to a number among them; numbers are none."""
        return tokens(self.plain)

    @Lazy
    def known(self) -> dict[int, tuple[int, Kind]]:
        """Where a known place, house, agency or desk begins: where it ends, and what it is; the longest counts."""
        cues = self.lexicon.outlets.cues
        named = self.lexicon.entities.spelled.find(self.plain)
        places = [
            (h.start, h.end, self._size(h.payload.id)) for h in named if h.payload.kind == "place" and not h.prefix
        ]
        places += [(h.start, h.end, "place") for h in cues.datelines.find(self.plain) if not h.prefix]
        desks = (h for words in (cues.exclusives, cues.agencies_plural) for h in words.find(self.plain))
        hits: list[tuple[int, int, Kind]] = [(h.start, h.end, "desk") for h in desks if not h.prefix]
        hits += places
        for h in self.lexicon.outlets.phrases.find(self.text):
            if not h.prefix:
                hits.append((h.start, h.end, "wire" if h.payload.reprinted else "house"))
        longest = sorted(hits, key=lambda hit: (hit[0], hit[1], hit[2] == "place", hit[2] == "land"))
        return {start: (end, kind) for start, end, kind in longest}

    def _size(self, id_: str) -> Kind:
        return "land" if self.lexicon.entities.places[id_].kind in _LANDS else "place"

    @Lazy
    def dated(self) -> dict[int, int]:
        """Where each date or time of day begins and ends."""
        ends = self.begin, self.begin + REACH
        found = (e for e in dates_of(self.line, self.lexicon.dates) if e.kind != "relative")
        return {e.start - ends[0]: e.end - ends[0] for e in found if ends[0] <= e.start and e.end <= ends[1]}

    def next(self, at: int) -> int:
        """Where the next word or date begins, past marks, numbers that are none, and words that tie a date."""
        words = (word.start for word in self.words if word.start >= at and not self.ties(word))
        return min((*(start for start in self.dated if start >= at), next(words, len(self.text))), default=at)

    def ties(self, word: Token) -> bool:
        """«في 5 مايو», «الموافق 11 أغسطس 2015 م», «نشر في 5 مايو»: a word that belongs to a date right beside it."""
        tied = self._ties_date(word) or (word.start > 0 and self.begins_origin(word))
        return tied and word.start not in self.known

    def _ties_date(self, word: Token) -> bool:
        if not self.dated:
            return False
        span = next((span for span in self.labels if span[0] <= word.start < span[1]), None)
        if span is None and self._part(word) in _LINKS:
            span = word.start, word.end
        return bool(span and self._is_by_date(*span))

    def _is_by_date(self, start: int, end: int) -> bool:
        before = any(0 <= start - last <= _NEAR for last in self.dated.values())
        return before or any(0 <= first - end <= _NEAR for first in self.dated)

    @Lazy
    def labels(self) -> tuple[tuple[int, int], ...]:
        """What stands beside a date: «نشر في», «الساعة»."""
        cues = self.lexicon.dates.cues
        return tuple(span for cue in (cues.published, cues.updated, cues.zone) for span in cue.spans(self.plain))

    def _part(self, word: Token) -> str:
        part = self.lexicon.dates.parts.get(word.text) or self.lexicon.dates.parts.get(fold(word.text))
        return part.code if part else ""

    def begins_origin(self, word: Token) -> bool:
        """Whether it is a preposition that a known place follows, or few words behind a name: «فلان من كذا»."""
        return self._part(word) == PARTS["of"] and self._is_origin(word)

    def _is_origin(self, word: Token) -> bool:
        following = min((start for start in self.known if start >= word.end), default=len(self.text))
        if following - word.end <= _NEAR and following in self.known and self.known[following][1] == "place":
            return True
        mark = MARKS.search(self.text, word.end)
        after = self.text[word.end : mark.start() if mark else len(self.text)]
        if not mark and not self.is_whole:
            return False
        if sureness_of(after, self.lexicon) is Sureness.SURE and MARKS.search(self.text, 0, word.start):
            return True
        before = MARKS.split(self.text[: word.start])[-1].split()
        named = any(sureness_of(" ".join(before[at:]), self.lexicon) is Sureness.SURE for at in (0, 1))
        return named and len(after.split()) <= _ORIGIN_WORDS

    def behind(self, end: int) -> str | None:
        """The marks behind a place up to the next word; None at the end of the line."""
        following = next((t.start for t in self.words if t.start >= end), None)
        return None if following is None else self.text[end:following]
