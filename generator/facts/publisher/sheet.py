"""A page as the signs of its publisher are read from it: its rows of words, and where the article stands among them.

Invariant: spans of a row are code points of its line, so that evidence can be cut from it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.lexicon import Lexicon
from generator.lexicon.outlets import OutletCues, Outlets
from generator.reading.clitics import ARTICLE, analyses
from generator.reading.letters import Token, fold, tokens
from generator.reading.line import ReadLine, ReadText, Span
from generator.reading.page import Extent

SEEN, BODY_SEEN = 600, 4000
"""Code points of a line that are looked at: no furniture is longer, and one endless paragraph must not cost seconds."""
INITIALS = re.compile(r"(?<=[^\W\d_])\.(?=\s?[^\W\d_](?:\W|$))")
"""The dots of «أ.ف.ب.»."""
_SEPARATOR = re.compile(
    r"\s*[|｜¦/\\:•·؛;()\[\]]\s*|\s*::\s*|\s+[»«›‹>~]+\s+|\s*[–—]\s*|\sـ+\s|\s+-+\s*|\s*-+\s+|(?<=[\u0621-\u064a])-(?=[\u0621-\u064a])"
)
_PAGE_SEPARATOR = re.compile(r"\s*[|｜¦]\s*|\s*::\s*|\s+[-–—•·»«›‹~:/\\]+\s+")


@dataclass(frozen=True)
class Row:
    """A line that holds a word, at its place on the page, cut where nobody looks any more."""

    at: int
    line: ReadLine

    @cached_property
    def text(self) -> str:
        """The line as it stands, as far as it is looked at."""
        return self.line.text[: BODY_SEEN if self.line.is_body else SEEN]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words as written."""
        return self.line.tokens if len(self.text) == len(self.line.text) else tokens(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in match form, in order."""
        whole = len(self.text) == len(self.line.text)
        return self.line.words if whole else tuple(fold(token.text) for token in self.tokens)

    @cached_property
    def key(self) -> str:
        """The words as one string, for comparing rows."""
        return " ".join(self.words)

    @property
    def whole(self) -> Span:
        """The span of all of it."""
        return 0, len(self.text)

    @cached_property
    def parts(self) -> tuple[Span, ...]:
        """Spans between separators of any kind: of datelines, signatures, headers."""
        return tuple(_split(self.text, _SEPARATOR))

    def opening(self, upto: int) -> tuple[Span, ...]:
        """The same of its first characters alone."""
        return self.parts if len(self.text) <= upto else tuple(_split(self.text[:upto], _SEPARATOR))

    @cached_property
    def page_parts(self) -> tuple[Span, ...]:
        """Spans between the separators of page titles and breadcrumbs, which white space sets off."""
        return tuple(_split(self.text, _PAGE_SEPARATOR))

    def words_to(self, at: int) -> int:
        """How many words begin before a place."""
        return min(self.line.words_to(at), len(self.words))

    def words_in(self, part: Span) -> str:
        """The words that begin in a part, in match form."""
        return " ".join(self.words[self.words_to(part[0]) : self.words_to(part[1])])

    def words_before(self, at: int) -> tuple[str, ...]:
        """The words that end before a place."""
        count = self.words_to(at)
        return self.words[: count - bool(count and self.tokens[count - 1].end > at)]


def _split(text: str, separator: re.Pattern[str]) -> Iterator[Span]:
    at = 0
    for match in separator.finditer(text):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:].strip():
        yield at, len(text)


@dataclass(frozen=True, kw_only=True)
class Sheet(Extent):
    """The rows of a page that hold a word, and where the article stands among them; without one, behind them all."""

    rows: tuple[Row, ...]
    outlets: Outlets
    given: frozenset[str]

    @property
    def cues(self) -> OutletCues:
        """The word lists of the trade."""
        return self.outlets.cues

    @cached_property
    def keys(self) -> Counter[str]:
        """How often each row stands on the page."""
        return Counter(row.key for row in self.rows)

    def is_topic(self, row: Row) -> bool:
        """True when the words of a row are spoken of in the article: a label over it, then, and no name of a house."""
        return all(word in self._spoken for word in row.words if word not in self.cues.trades)

    def is_person(self, key: str) -> bool:
        """True when words in match form begin as a person's name does."""
        return key.partition(" ")[0] in self.given

    @cached_property
    def _spoken(self) -> frozenset[str]:
        rows = (row for row in self.rows if row.line.is_body or row.at == self.title)
        stems = frozenset(reading.stem for row in rows for token in row.tokens for reading in analyses(token.text))
        return stems | frozenset(ARTICLE + stem for stem in stems)

    def at(self, places: Iterable[int]) -> tuple[Row, ...]:
        """The rows at some places, as far as there are any."""
        return tuple(self.rows[place] for place in places if place < len(self.rows))

    @cached_property
    def body(self) -> tuple[Row, ...]:
        """Rows of the article."""
        return tuple(row for row in self.rows if row.line.is_body)

    @cached_property
    def outside(self) -> tuple[Row, ...]:
        """Rows that are furniture or a signature: what a page says of itself."""
        return tuple(row for row in self.rows if row.line.verdict in ("furniture", "signature"))

    @cached_property
    def header(self) -> tuple[Row, ...]:
        """Rows close round the article's beginning: up to three before its title and all to its second body row."""
        return tuple(
            row
            for row in self.at(self.head(3, 8))
            if row.line.verdict != "title" and row.words[0] not in self.cues.sources
        )

    @cached_property
    def footer(self) -> tuple[Row, ...]:
        """The last body row and up to three rows below it."""
        return tuple(row for row in self.at(self.tail(3)) if row.line.verdict not in ("caption", "related", "title"))


def sheet(text: ReadText, lexicon: Lexicon) -> Sheet:
    """The rows of a text that hold a word in what is looked at, with its stated title."""
    held = (line for line in text.lines if Row(0, line).tokens)
    rows = tuple(Row(at, line) for at, line in enumerate(held))
    stated = next((line.number for line in text.lines if line.verdict == "title"), None)
    title = next((row.at for row in rows if row.line.number == stated), None)
    own = [row.at for row in rows if row.line.is_body]
    first, last = (own[0], own[-1]) if own else (len(rows), len(rows) - 1)
    outlets, given = lexicon.outlets, lexicon.names.given
    return Sheet(rows=rows, outlets=outlets, given=given, title=title, first=first, last=last)
