"""Puts marks into a line without touching its text: overlapping spans become adjoining pieces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.escape import escape, isolate

_OPEN = Markup('<mark class="mz-mark" id="{}"><a href="{}">{}</a></mark>')
_CONTINUED = Markup('<mark class="mz-mark"><a href="{}">{}</a></mark>')
_AFTER = Markup(' <ins class="mz-editor">{}</ins>')
_ANCHOR = Markup('<span id="{}"></span>')


@dataclass(frozen=True)
class Mark:
    """A span of a line to be marked: its id on the page, where it leads back to, an editor's words after it."""

    start: int
    end: int
    id: str
    back: str
    after: str = ""


def marked(line: str, marks: Iterable[Mark]) -> Markup:
    """A line escaped, with its marks; each id stands once, at its mark's first character."""
    in_order = sorted(marks, key=lambda m: (m.start, -m.end, m.id))
    edges = sorted({0, len(line), *(edge for m in in_order for edge in (m.start, m.end))})
    return (
        Markup("")
        .join(
            _piece(line[start:end], start, [m for m in in_order if m.start <= start < m.end]) + _after(in_order, end)
            for start, end in pairwise(edges)
        )
        .strip()
    )


def _after(marks: list[Mark], end: int) -> Markup:
    """What an editor adds where marks end."""
    return Markup("").join(_AFTER.format(escape(m.after)) for m in marks if m.after and m.end == end)


def _piece(text: str, start: int, covering: list[Mark]) -> Markup:
    """One piece between two edges; the innermost mark is the one that leads back."""
    if not covering:
        return isolate(text)
    innermost = covering[-1]
    opening = [m for m in covering if m.start == start]
    anchors = Markup("").join(_ANCHOR.format(escape(m.id)) for m in opening if m is not innermost)
    if innermost in opening:
        return anchors + _OPEN.format(escape(innermost.id), escape(innermost.back), isolate(text))
    return anchors + _CONTINUED.format(escape(innermost.back), isolate(text))
