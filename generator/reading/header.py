"""The header that people and programs put before a text: «العنوان: … المصدر: …», or YAML between two rules.

Invariant: a header stands first, states two things of different kinds at least, and ends where its form does; a label
anywhere else is a line like others. Spans are those of the lines themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.reading.letters import key

Kinds = Mapping[str, str]
"""What each label states, by the label in match form: one of STATED, «body» before the text, or «other»."""
STATED = ("title", "date", "outlet", "author", "url")

_FENCE = re.compile(r"\s*(?:-{3,}|\+{3,})\s*")
_LABELLED = re.compile(
    r"\s*(?:[#>*•\-]\s{0,3})?[*_\"«]{0,2}([^\W\d][^:：=|<>«»()\n]{0,38}?)[*_\"»]{0,2}\s*[:：=]\s*(?:\*\*)?\s*"
)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-]+")
_QUOTED = re.compile(r"(['\"])(.*)\1")
_STRANGE = "strange"
_MOST_LINES, _MOST_LABEL, _MOST_VALUE = 60, 4, 30
# So many kinds make a header; below a headline that has no label of its own, one more.
_FEWEST = 2


@dataclass(frozen=True)
class Stating:
    """A kind of value with its place: line from 1, span in it, end excluded."""

    kind: str
    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Header:
    """The numbers of a header's lines, and what they state."""

    numbers: frozenset[int]
    stated: tuple[Stating, ...]

    def of(self, kind: str) -> Stating | None:
        """Where the header states a kind of value first."""
        return next((x for x in self.stated if x.kind == kind), None)


NO_HEADER = Header(frozenset(), ())


def header_of(lines: Sequence[str], kinds: Kinds) -> Header:
    """The header of a text; an empty one where it has none."""
    first = next((at for at, line in enumerate(lines[:_MOST_LINES]) if line.strip()), None)
    if first is None:
        return NO_HEADER
    if _FENCE.fullmatch(lines[first]):
        return _fenced(lines, first, kinds)
    label = _label(lines[first], kinds)
    if label and label[0] != _STRANGE:
        return _weighed(_run(lines, first, kinds), _FEWEST, ("title", "url", "body"))
    # A headline without label above: pages have a byline and a date there too, but not the address of their article.
    return _weighed(_run(lines, first + 1, kinds), _FEWEST + 1, ("url",))


def _weighed(header: Header, fewest: int, telling: Sequence[str]) -> Header:
    """A header that states enough, and something that no page prints in such a row."""
    enough = len({x.kind for x in header.stated} & set(STATED)) >= fewest
    return header if enough and any(map(header.of, telling)) else NO_HEADER


def _fenced(lines: Sequence[str], first: int, kinds: Kinds) -> Header:
    """YAML between two rules; no header without a second rule, or where nothing in it is known."""
    ends = (at for at in range(first + 1, min(len(lines), first + _MOST_LINES)) if _FENCE.fullmatch(lines[at]))
    end = next(ends, None)
    if end is None:
        return NO_HEADER
    stated = tuple(x for at in range(first + 1, end) for x in _stated(lines[at], at, kinds) if x.kind in STATED)
    return Header(frozenset(range(first + 1, end + 2)), stated) if stated else NO_HEADER


def _run(lines: Sequence[str], first: int, kinds: Kinds) -> Header:
    """Labelled lines one after another, up to the last whose label is known; blank ones may stand between them."""
    stated, last, waiting = list[Stating](), first - 1, None
    for at in range(first, min(len(lines), first + _MOST_LINES)):
        line = lines[at]
        if not line.strip():
            continue
        if waiting and not _label(line, kinds):
            stated.append(Stating(waiting, at + 1, *_trimmed(line, 0, len(line))))
            last, waiting = at, None
            continue
        found = _label(line, kinds)
        if found is None or (found[0] == _STRANGE and len(line.split()) > _MOST_VALUE // 2):
            break
        kind, value = found
        if kind == "body":
            stated.append(Stating(kind, last + 1, 0, 0))
            return _header(first, at if not line[value:].strip() else last, stated)
        if not line[value:].strip():
            waiting = kind if kind in STATED else None
        stated += (x for x in _stated(line, at, kinds) if x.kind in STATED)
        last = at if kind != _STRANGE else last
    return _header(first, last, stated)


def _header(first: int, last: int, stated: Sequence[Stating]) -> Header:
    kept = tuple(x for x in stated if x.number <= last + 1)
    return Header(frozenset(range(first + 1, last + 2)), kept) if kept else NO_HEADER


def _stated(line: str, at: int, kinds: Kinds) -> Iterator[Stating]:
    """What a line states; several things where bars part them."""
    edges = [m.end() for m in re.finditer(r"\s[|•]\s|\t", line)]
    for start, end in zip([0, *edges], [*edges, len(line)], strict=True):
        piece = line[start:end].rstrip(" \t|•")
        found = _label(piece, kinds)
        if found and piece[found[1] :].strip():
            kind = _by_form(found[0], piece[found[1] :])
            yield Stating(kind, at + 1, *_trimmed(line, start + found[1], start + len(piece)))


def _label(line: str, kinds: Kinds) -> tuple[str, int] | None:
    """What the label of a line states, and where its value begins; None for a line without one."""
    found = _LABELLED.match(line[:200])
    if not found:
        return None
    words = key(_CAMEL.sub(" ", found[1])).split()
    if not words or len(words) > _MOST_LABEL:
        return None
    return kinds.get(" ".join(words)) or _by_word(words, kinds), found.end()


def _by_word(words: list[str], kinds: Kinds) -> str:
    """A longer label by its head: the first of Arabic words, the last of others; none of them where it is strange."""
    ordered = words if not words[0].isascii() else words[::-1]
    known = [kinds[word] for word in ordered if word in kinds]
    if "other" in known:
        return "other"
    return known[0] if known else _STRANGE


def _by_form(kind: str, value: str) -> str:
    """An address is an address, whatever its label; a date has figures."""
    if _URL.fullmatch(value.strip().strip("<>\"'")):
        return "url" if kind != "other" else kind
    if kind == "url" or (kind == "date" and not any(c.isdecimal() for c in value)):
        return "other"
    return kind


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    """A span without white space, marks of emphasis and the quotes of YAML round it."""
    piece = line[start:end]
    left = start + len(piece) - len(piece.lstrip(" \t*_"))
    right = max(left, start + len(piece.rstrip(" \t*_")))
    quoted = _QUOTED.fullmatch(line[left:right])
    return (left + 1, right - 1) if quoted and quoted[2].strip() else (left, right)
