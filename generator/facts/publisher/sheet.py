"""A page as the signs of its publisher are read from it: its rows of words, and where the article stands among them.

Invariant: spans of a row are code points of its line, so that evidence can be cut from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.lexicon import Lexicon
from generator.lexicon.outlets import Outlets
from generator.model import Cleaned, Facts, Line
from generator.reading.clitics import analyses
from generator.reading.letters import Token, fold, tokens

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
    """A line with its words in match form."""

    at: int
    line: Line
    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in match form, in order."""
        return tuple(fold(token.text) for token in self.tokens)

    @cached_property
    def key(self) -> str:
        """The words as one string, for comparing rows."""
        return " ".join(self.words)

    @property
    def text(self) -> str:
        """The line as it stands, cut where nobody looks any more."""
        return self.line.text[: seen(self.line)]

    def parts(self, upto: int = BODY_SEEN) -> tuple[tuple[int, int], ...]:
        """Spans between separators of any kind: of datelines, signatures, headers."""
        return tuple(_split(self.text[:upto], _SEPARATOR))

    def page_parts(self) -> tuple[tuple[int, int], ...]:
        """Spans between the separators of page titles and breadcrumbs, which white space sets off."""
        return tuple(_split(self.text, _PAGE_SEPARATOR))


def _split(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for match in separator.finditer(text):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:].strip():
        yield at, len(text)


@dataclass(frozen=True)
class Sheet:
    """The rows of a page; `title`, `first` and `last` are places in `rows`, of the title and of the body's ends."""

    rows: tuple[Row, ...]
    title: int | None
    first: int
    last: int
    outlets: Outlets
    given: frozenset[str]

    @cached_property
    def keys(self) -> dict[str, int]:
        """How often each row stands on the page."""
        counts: dict[str, int] = {}
        for row in self.rows:
            counts[row.key] = counts.get(row.key, 0) + 1
        return counts

    def is_topic(self, row: Row) -> bool:
        """True when the words of a row are spoken of in the article: a label over it, then, and no name of a house."""
        words = [word for word in row.words if word not in self.outlets.cues.trades]
        return all(word in self._spoken for word in words)

    def is_person(self, row: Row) -> bool:
        """True when a row begins as a person's name does."""
        return self.starts_person(row.key)

    def starts_person(self, key: str) -> bool:
        """True when words in match form begin as a person's name does."""
        return key.partition(" ")[0] in self.given

    @cached_property
    def _spoken(self) -> frozenset[str]:
        rows = (row for row in self.rows if row.line.is_body or row.at == self.title)
        stems = (reading.stem for row in rows for token in row.tokens for reading in analyses(token.text))
        bare_stems = frozenset(stems)
        return bare_stems | frozenset("ال" + stem for stem in bare_stems)

    @property
    def top(self) -> int:
        """Where the article begins: its title, else its first body row."""
        return self.first if self.title is None else min(self.title, self.first)

    def outside(self) -> Iterator[Row]:
        """Rows that are furniture or a signature: what a page says of itself."""
        return (row for row in self.rows if row.line.verdict in ("furniture", "signature"))

    def body(self) -> Iterator[Row]:
        """Rows of the article."""
        return (row for row in self.rows if row.line.is_body)

    def header(self) -> tuple[Row, ...]:
        """Rows close round the article's beginning: up to three before its title and all to its second body row."""
        begin = max(0, self.top - 3)
        rows = self.rows[begin : min(self.first, self.top + 8)] + self.rows[self.first : self.first + 2]
        sources = self.outlets.cues.sources
        return tuple(row for row in rows if row.line.verdict != "title" and row.words[0] not in sources)

    def tail(self) -> tuple[Row, ...]:
        """The last body row and up to three rows below it."""
        rows = self.rows[max(self.last, 0) : self.last + 4]
        return tuple(row for row in rows if row.line.verdict not in ("caption", "related", "title"))


def seen(line: Line) -> int:
    """How many code points of a line are looked at."""
    return BODY_SEEN if line.is_body else SEEN


def sheet(cleaned: Cleaned, facts: Facts, lexicon: Lexicon) -> Sheet:
    """The rows of a cleaned text that hold a word."""
    held = [(line, tokens(line.text[: seen(line)])) for line in cleaned.lines if line.text.strip()]
    rows = tuple(Row(at, line, found) for at, (line, found) in enumerate(pair for pair in held if pair[1]))
    stated = facts.title.line if facts.title and facts.title.basis == "stated" else None
    title = next((row.at for row in rows if row.line.number == stated), None)
    body = [row.at for row in rows if row.line.is_body]
    first, last = (body[0], body[-1]) if body else (len(rows), len(rows))
    return Sheet(rows, title, first, last, lexicon.outlets, lexicon.names.given)
