"""Puts marks into a line without touching its text: overlapping spans become pieces, long ones enclose them.

Invariant: a mark is words with an address; what is said of them stands beside and below the text, and leads here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from generator.pages.escape import escape, isolate

# A span of these kinds holds others; marked as a whole, so that all of it lights up when a link leads to it.
REPORTED = "reported"
ENCLOSING = frozenset({"quotes", REPORTED})
# Kinds that look otherwise where all is shown, or that scripts ask for; a mark of another kind needs no class, and a
# page of 270 words has fourteen.
_TOLD = ENCLOSING | {"themes"}

_CLOSE = "</mark>"


@dataclass(frozen=True)
class Mark:
    """A span of a line to be marked: its id on the page, and an editor's words after it."""

    start: int
    end: int
    id: str
    kind: str = "head"
    after: str = ""


def marked(line: str, marks: Iterable[Mark]) -> Markup:
    """A line escaped, with its marks; each id stands once, at its mark's first character."""
    in_order = sorted(marks, key=lambda m: (m.start, -m.end, m.id))
    enclosing = _apart(m for m in in_order if m.kind in ENCLOSING)
    begun, ended = _by(in_order, "start"), _by(in_order, "end")
    edges = sorted({0, len(line), *begun, *ended})
    parts, covering = list[str](), list[Mark]()
    for start, end in pairwise(edges):
        here = [m for m in begun.get(start, ()) if m.end > start]
        covering += here
        while covering and covering[-1].end <= start:
            covering.pop()
        parts += [_opened(m) for m in begun.get(start, ()) if m.id in enclosing]
        innermost = covering[-1] if covering else None
        parts.append(_piece(line[start:end], innermost, _Begun(tuple(here), enclosing)))
        parts += [_CLOSE for m in ended.get(end, ()) if m.id in enclosing]
        parts += [f' <ins class="mz-editor">{escape(m.after)}</ins>' for m in ended.get(end, ()) if m.after]
    return Markup("".join(parts).strip())  # noqa: S704  pieces that were escaped, and marks round them


def _opened(mark: Mark) -> str:
    return f'<mark{_kind(mark)} id="{escape(mark.id)}">'


def _kind(mark: Mark) -> str:
    return f' class="mz-mark--{escape(mark.kind)}"' if mark.kind in _TOLD else ""


def _by(marks: Iterable[Mark], edge: str) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(getattr(mark, edge), []).append(mark)
    return found


def _apart(marks: Iterable[Mark]) -> frozenset[str]:
    """The marks that begin after the one before has ended, by their ids."""
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return frozenset(mark.id for mark in kept)


@dataclass(frozen=True)
class _Begun:
    """The marks that begin where a piece does, and the ids of those that enclose."""

    marks: tuple[Mark, ...]
    enclosing: frozenset[str]

    def anchors(self, but: Mark | None = None) -> str:
        """Where marks begin that open no element of their own, their ids."""
        begun = (m for m in self.marks if m is not but and m.id not in self.enclosing)
        return "".join(f'<span id="{escape(m.id)}"></span>' for m in begun)


def _piece(text: str, innermost: Mark | None, begun: _Begun) -> str:
    """One piece between two edges, in the innermost of the marks that it lies in."""
    if innermost is None or innermost.id in begun.enclosing:
        return f"{begun.anchors()}{isolate(text)}"
    goes_on = f"<mark{_kind(innermost)}>"
    opened = _opened(innermost) if innermost in begun.marks else goes_on
    return f"{begun.anchors(innermost)}{opened}{isolate(text)}{_CLOSE}"
