"""A source as read, its lines with what each is, and the views of them that readers get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from generator.model.declared import Declared
from generator.model.words import Evidence, Wrap

Verdict = Literal[
    "title",
    "dek",
    "subheading",
    "body",
    "table",
    "caption",
    "related",
    "other-article",
    "comment",
    "signature",
    "furniture",
    "blank",
]
# What readers get of a line: its words, its words once they ask for them, or nothing.
Access = Literal["open", "folded", "closed"]
# The line and span of a mention or a quotation, and who it is.
Told = tuple[int, int, int, str]

# Whose words the stages know: the second is any in Latin letters, of which they know little.
_READ: frozenset[str] = frozenset({"ar", "en"})

BODY_VERDICTS: frozenset[str] = frozenset({"body", "subheading", "dek", "table"})


@dataclass(frozen=True)
class Source:
    """A seed as read. `text` is decoded, without BOM, line ends LF, with the listed repairs, and otherwise untouched.

    sha256: of the file's bytes; None where a name of its text is withheld.
    format: of the file, whatever its name; repairs: what was mended in its text, and how often.
    told: where a name is withheld, whom the text as given names, with each mention, and who says each quotation in it;
    what is left of it may mean no other. None where nothing is withheld.
    """

    name: str
    sha256: str | None
    encoding: str
    text: str
    told: frozenset[Told] | None = None
    format: str = "txt"
    repairs: tuple[tuple[str, int], ...] = ()
    declared: Declared | None = None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text split at LF; a closing line end leaves an empty last line."""
        return tuple(self.text.split("\n"))


@dataclass(frozen=True)
class Line:
    """A line of a source with what it is and the rule that said so.

    wrap: how a paragraph that was broken over lines lies on them; its number is that of the first, its text the whole.
    rules: all that had a great part in its verdict, `rule` first.
    access: what readers get of it; the words of one that is not open stand in the article's own text alone.
    """

    number: int
    text: str
    verdict: Verdict
    rule: str
    wrap: Wrap | None = None
    rules: tuple[str, ...] = ()
    access: Access = "open"

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the source's lines that it is made of."""
        return tuple(piece.line for piece in self.wrap.pieces) if self.wrap else (self.number,)

    def shows(self, start: int, end: int, rule: str) -> Evidence:
        """The words of a span as evidence, on the lines of the source."""
        if self.wrap is None:
            return Evidence(self.number, start, end, self.text[start:end], rule)
        first, *others = pieces = self.wrap.cut(start, end)
        more = pieces if others else ()
        return Evidence(first.line, first.start, first.end, self.text[start:end], rule, pieces=more)

    @property
    def is_body(self) -> bool:
        """True for what readers get as the article: body, subheading, dek and table, so far as they are open."""
        return self.verdict in BODY_VERDICTS and self.access == "open"

    @property
    def is_left_out(self) -> bool:
        """True for what is not of the article: neither body nor title nor blank."""
        return self.verdict not in BODY_VERDICTS and self.verdict not in ("title", "blank")


@dataclass(frozen=True)
class Cleaned:
    """A source with a verdict for each of its lines, in order."""

    source: Source
    language: str
    lines: tuple[Line, ...]
    wraps: tuple[Wrap, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """True for a language that no stage reads: only the title is known of such a text."""
        return self.language not in _READ

    @property
    def lang(self) -> str | None:
        """What pages call its language where it is surely not theirs."""
        return self.language if self.is_foreign and self.language != "und" else None

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines that readers get, in order."""
        return tuple(line for line in self.lines if line.is_body)

    @cached_property
    def joined(self) -> tuple[Line, ...]:
        """All lines in order, those of a paragraph that was broken as one."""
        if not self.wraps:
            return self.lines
        whole = {wrap.pieces[0].line: wrap for wrap in self.wraps}
        within = {piece.line for wrap in self.wraps for piece in wrap.pieces[1:]}
        kept = (line for line in self.lines if line.number not in within)
        return tuple(_whole(line, whole[line.number]) if line.number in whole else line for line in kept)

    @cached_property
    def paragraphs(self) -> tuple[Line, ...]:
        """What readers get, in order: lines, and paragraphs that were broken over lines."""
        return tuple(line for line in self.joined if line.is_body)

    @cached_property
    def readable(self) -> tuple[Line, ...]:
        """The same with what readers get only where they ask for it."""
        return tuple(line for line in self.joined if line.is_body or line.access == "folded")

    @cached_property
    def _counted(self) -> Mapping[int, int]:
        """The number of each line's paragraph as a reader counts them; a table counts once, a subheading not."""
        counted, number, tabled = dict[int, int](), 0, False
        for line in (line for line in self.joined if line.verdict in BODY_VERDICTS):
            goes_on, tabled = tabled and line.verdict == "table", line.verdict == "table"
            if line.verdict != "subheading":
                number += not goes_on
                counted[line.number] = number
        return counted

    def paragraph(self, number: int) -> int | None:
        """Which paragraph of the article holds a line of the source, those that are not shown counted; None for a
        subheading and what is not of it.
        """
        return self._counted.get(self.holder(number).number)

    @cached_property
    def _holders(self) -> Mapping[int, Line]:
        held = ((piece.line, line) for line in self.joined if line.wrap for piece in line.wrap.pieces)
        return {line.number: line for line in self.joined} | dict(held)

    def holder(self, number: int) -> Line:
        """The line of that number; where it is of a paragraph that was broken, all of that."""
        return self._holders[number]

    def span(self, found: Evidence) -> tuple[Line, int, int]:
        """Where a piece of evidence stands: in which line, or paragraph that was broken, from where to where."""
        line, last = self.holder(found.line), found.spots[-1]
        if line.wrap is None:
            return line, found.start, found.end
        return line, line.wrap.place(found.line, found.start), line.wrap.place(last.line, last.end)

    @cached_property
    def left_out(self) -> tuple[Line, ...]:
        """The lines that are not of the article."""
        return tuple(line for line in self.lines if line.is_left_out)


def _whole(line: Line, wrap: Wrap) -> Line:
    return replace(line, text=wrap.text, wrap=wrap)
