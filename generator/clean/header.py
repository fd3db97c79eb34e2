"""What a header before a text means for its lines: none of them is of the article, and one may be its headline.

Invariant: the model sees the page without the header, the headline alone in its place; each line keeps its own text.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import Cleaned, Line, Source
from generator.reading.header import Header
from generator.reading.letters import key

RULE = "metadata-header"


def without_header(source: Source, header: Header) -> Source:
    """A source with blank lines for its header, but for the words of the headline."""
    if not header.numbers:
        return source
    title = header.of("title")
    shown = {title.number: source.lines[title.number - 1][title.start : title.end]} if title else {}
    bare = (shown.get(n, "") if n in header.numbers else text for n, text in enumerate(source.lines, start=1))
    return replace(source, text="\n".join(bare))


def with_header(cleaned: Cleaned, source: Source, header: Header) -> Cleaned:
    """The verdicts of a text with those of its header: its headline goes before any other line that seemed one."""
    if not header.numbers:
        return cleaned
    title = header.of("title")
    headline = key(source.lines[title.number - 1][title.start : title.end]) if title else None

    def judged(line: Line) -> Line:
        """A line with the verdict that the header gives it."""
        text = source.lines[line.number - 1]
        if title and line.number == title.number:
            return replace(line, text=text, verdict="title", rule=RULE if line.verdict != "title" else line.rule)
        if line.number in header.numbers:
            blank = not text.strip()
            return line if blank else replace(line, text=text, verdict="furniture", rule=RULE)
        if headline and key(line.text) == headline:
            return replace(line, verdict="furniture", rule=RULE)
        return replace(line, verdict="body") if title and line.verdict == "title" else line

    return replace(cleaned, source=source, lines=tuple(map(judged, cleaned.lines)))
