"""A page as the signs of its publisher are read from it: its rows of words, and where the article stands among them.

Invariant: spans of a row are code points of its line, so that evidence can be cut from it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.lexicon import Lexicon
from generator.lexicon.outlets import OutletCues, Outlets
from generator.reading.clitics import ARTICLE, analyses
from generator.reading.line import Asked, ReadLine, ReadText, Span
from generator.reading.memo import Lazy
from generator.reading.page import Extent

SEEN, BODY_SEEN = 600, 4000
"""Code points of a line that are looked at: no furniture is longer, and one endless paragraph must not cost seconds."""
INITIALS = re.compile(r"\.(?<=[^\W\d_]\.)(?=\s?[^\W\d_](?:\W|$))")  # the dot first: so it is looked for at once
"""The dots of «أ.ف.ب.»."""
_SEPARATOR = re.compile(
    r"\s*[|｜¦/\\:•·؛;()\[\]]\s*|\s*::\s*|\s+[»«›‹>~]+\s+|\s*[–—]\s*|\sـ+\s|\s+-+\s*|\s*-+\s+|(?<=[\u0621-\u064a])-(?=[\u0621-\u064a])"
)
_MARK = re.compile(r"[|｜¦/\\:•·؛;()\[\]»«›‹>~–—ـ-]")  # one of these is in every separator
_PAGE_SEPARATOR = re.compile(r"\s*[|｜¦]\s*|\s*::\s*|\s+[-–—•·»«›‹~:/\\]+\s+")


def row_parts(row: ReadLine, upto: int = BODY_SEEN) -> tuple[Span, ...]:
    """Spans between separators of any kind, of datelines, signatures, headers; of the first characters alone."""
    return row.once(_split, _SEPARATOR) if len(row.text) <= upto else _split(cut(row, upto), _SEPARATOR)


def page_parts(row: ReadLine) -> tuple[Span, ...]:
    """Spans between the separators of page titles and breadcrumbs, which white space sets off."""
    return row.once(_split, _PAGE_SEPARATOR)


def _split(row: ReadLine, separator: re.Pattern[str]) -> tuple[Span, ...]:
    text = row.text
    marks = list(separator.finditer(text)) if _MARK.search(text) else []
    edges = zip([0, *(m.end() for m in marks)], [*(m.start() for m in marks), len(text)], strict=True)
    return tuple((start, end) for start, end in edges if text[start:end].strip())


def whole(row: ReadLine) -> Span:
    """The span of all of a row."""
    return 0, len(row.text)


def words_of_part(row: ReadLine, part: Span) -> str:
    """The words that begin in a part of a row, in match form."""
    return " ".join(row.words[row.words_to(part[0]) : row.words_to(part[1])])


def words_before(row: ReadLine, at: int) -> tuple[str, ...]:
    """The words of a row that end before a place."""
    count = row.words_to(at)
    return row.words[: count - bool(count and row.tokens[count - 1].end > at)]


def cut(line: ReadLine, size: int) -> ReadLine:
    """The beginning of a line, as far as anybody looks."""
    return line if len(line.text) <= size else ReadLine(line.number, line.text[:size], line.verdict, line.rule)


@dataclass(frozen=True, kw_only=True)
class PageRows(Asked, Extent):
    """The lines of a page that hold a word, cut where nobody looks any more, and where the article stands among these
    rows; without one, behind them all.
    """

    rows: tuple[ReadLine, ...]
    lexicon: Lexicon

    @property
    def outlets(self) -> Outlets:
        """The known houses."""
        return self.lexicon.outlets

    @property
    def cues(self) -> OutletCues:
        """The word lists of the trade."""
        return self.outlets.cues

    @Lazy
    def _places(self) -> dict[int, int]:
        return {row.number: at for at, row in enumerate(self.rows)}

    def at(self, row: ReadLine) -> int:
        """The place of a row among all."""
        return self._places[row.number]

    def rows_at(self, places: Iterable[int]) -> tuple[ReadLine, ...]:
        """The rows at some places, as far as there are any."""
        return tuple(self.rows[place] for place in places if place < len(self.rows))

    @Lazy
    def keys(self) -> Counter[str]:
        """How often each row stands on the page."""
        return Counter(row.key for row in self.rows)

    def is_topic(self, row: ReadLine) -> bool:
        """True when the words of a row are spoken of in the article: a label over it, then, and no name of a house."""
        return all(word in self._spoken for word in row.words if word not in self.cues.trades)

    def is_person(self, key: str) -> bool:
        """True when words in match form begin as a person's name does."""
        return key.partition(" ")[0] in self.lexicon.names.given

    @Lazy
    def _spoken(self) -> frozenset[str]:
        rows = (*self.body, *self.rows_at(() if self.title is None else (self.title,)))
        stems = frozenset(reading.stem for row in rows for token in row.tokens for reading in analyses(token.text))
        return stems | frozenset(ARTICLE + stem for stem in stems)

    @Lazy
    def body(self) -> tuple[ReadLine, ...]:
        """Rows of the article."""
        return tuple(row for row in self.rows if row.is_body)

    @Lazy
    def outside(self) -> tuple[ReadLine, ...]:
        """Rows that are furniture or a signature: what a page says of itself."""
        return tuple(row for row in self.rows if row.verdict in ("furniture", "signature"))

    @Lazy
    def header(self) -> tuple[ReadLine, ...]:
        """Rows close round the article's beginning: up to three before its title and all to its second body row."""
        rows = self.rows_at(self.head(3, 8))
        return tuple(row for row in rows if row.verdict != "title" and row.words[0] not in self.cues.sources)

    @Lazy
    def footer(self) -> tuple[ReadLine, ...]:
        """The last body row and up to three rows below it."""
        return tuple(row for row in self.rows_at(self.tail(3)) if row.verdict not in ("caption", "related", "title"))


def page_rows(text: ReadText, lexicon: Lexicon) -> PageRows:
    """The rows of a text, with its stated title."""
    seen = (cut(line, BODY_SEEN if line.is_body else SEEN) for line in text.lines)
    rows = tuple(line for line in seen if line.tokens)
    stated = next((line.number for line in text.lines if line.verdict == "title"), None)
    title = next((at for at, row in enumerate(rows) if row.number == stated), None)
    own = [at for at, row in enumerate(rows) if row.is_body]
    first, last = (own[0], own[-1]) if own else (len(rows), len(rows) - 1)
    return PageRows(rows=rows, lexicon=lexicon, title=title, first=first, last=last)
