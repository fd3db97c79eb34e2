"""Puts marks into a line without touching its text: overlapping spans become pieces, long ones enclose them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.escape import escape, isolate

# A span of this kind holds others; marked as a whole, so that all of it lights up when a link leads to it.
ENCLOSING = "quotes"

_OPEN = Markup('<mark class="mz-mark mz-mark--{}" id="{}"><a href="{}">{}</a></mark>')
_CONTINUED = Markup('<mark class="mz-mark mz-mark--{}"><a href="{}">{}</a></mark>')
_ENCLOSE = Markup('<mark class="mz-mark mz-mark--{}" id="{}">')
_ENCLOSED = Markup('<a href="{}">{}</a>')
_ANCHOR = Markup('<span id="{}"></span>')
_AFTER = Markup(' <ins class="mz-editor">{}</ins>')
_CLOSE = Markup("</mark>")


@dataclass(frozen=True)
class Mark:
    """A span of a line to be marked: its id on the page, where it leads back to, an editor's words after it."""

    start: int
    end: int
    id: str
    back: str
    kind: str = "head"
    after: str = ""


def marked(line: str, marks: Iterable[Mark]) -> Markup:
    """A line escaped, with its marks; each id stands once, at its mark's first character."""
    in_order = sorted(marks, key=lambda m: (m.start, -m.end, m.id))
    enclosing = _apart(m for m in in_order if m.kind == ENCLOSING)
    edges = sorted({0, len(line), *(edge for m in in_order for edge in (m.start, m.end))})
    parts = []
    for start, end in pairwise(edges):
        parts += [_ENCLOSE.format(escape(m.kind), escape(m.id)) for m in enclosing if m.start == start]
        parts.append(_piece(line[start:end], start, [m for m in in_order if m.start <= start < m.end], enclosing))
        parts += [_CLOSE for m in enclosing if m.end == end]
        parts += [_AFTER.format(escape(m.after)) for m in in_order if m.after and m.end == end]
    return Markup("").join(parts).strip()


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    """The marks that begin after the one before has ended."""
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _piece(text: str, start: int, covering: list[Mark], enclosing: list[Mark]) -> Markup:
    """One piece between two edges; the innermost mark is the one that leads back."""
    if not covering:
        return isolate(text)
    if not any(c.isalnum() for c in text):  # a link needs a name to be spoken by
        return _anchors(covering, start, enclosing) + isolate(text)
    innermost = covering[-1]
    anchors = _anchors([m for m in covering if m is not innermost], start, enclosing)
    if innermost in enclosing:
        return anchors + _ENCLOSED.format(escape(innermost.back), isolate(text))
    if innermost.start == start:
        opened = _OPEN.format(escape(innermost.kind), escape(innermost.id), escape(innermost.back), isolate(text))
        return anchors + opened
    return anchors + _CONTINUED.format(escape(innermost.kind), escape(innermost.back), isolate(text))


def _anchors(marks: list[Mark], start: int, enclosing: list[Mark]) -> Markup:
    """Where marks begin that open no element of their own, their ids."""
    begun = [m for m in marks if m.start == start and m not in enclosing]
    return Markup("").join(_ANCHOR.format(escape(m.id)) for m in begun)
