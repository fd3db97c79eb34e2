"""Reads YAML that people type into a forge's web page: forgiving, safe, and with the line of every value.

Invariant: scalars stay as written (2021 is «2021», a date its own words); anchors, aliases and tags are refused, so a
small file never becomes a large value.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from generator.reading.letters import display, squeeze

Path = tuple[str | int, ...]
FaultKind = Literal["syntax", "quote", "feature", "too-large", "shape", "duplicate", "key"]

# The longest sidecar a person types is a few kilobytes; what is a hundred times that is something else.
_LARGEST = 64_000
_DEEPEST = 12
_NOTHING = "tag:yaml.org,2002:null"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_LINE = re.compile(r"^(?P<head>\s*(?:-\s+)?(?P<key>[A-Za-z_]+))\s*:(?P<space>\s*)(?P<value>[^\s\"'|>\[{&*!#].*?)\s*$")
_OPENING, _CLOSING = "“”„‟«", "“”‟»"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a file, and in which line; `values` fill in the wording."""

    kind: FaultKind
    line: int | None
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Forgiven:
    """A value that was taken as quoted, though it was not."""

    line: int
    key: str
    value: str


Rows = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Typed:
    """A mapping as typed, the line of every value by its path, what was wrong and what was forgiven.

    `values` is None when the file as a whole cannot be understood, and empty when it says nothing. `rows`: values
    without quotation marks that run over several lines, line by line, for YAML makes one of them.
    """

    values: dict[str, Any] | None
    lines: Mapping[Path, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    forgiven: tuple[Forgiven, ...] = ()
    rows: Mapping[Path, Rows] = field(default_factory=dict)


@dataclass
class _Reading:
    """What is gathered while a text's nodes are read."""

    text: str
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    rows: dict[Path, Rows] = field(default_factory=dict)


def read_typed(
    text: str, keys: Collection[str], exact: Collection[str] = (), *, items: str | None = None, most: int = _LARGEST
) -> Typed:
    """A typed mapping. `keys` may carry unquoted colons in their values; `exact` among them may not.

    items: where the file is to be a list, the key under which its items come. most: how many characters it may have.
    """
    if len(text) > most:
        return Typed(None, faults=(Fault("too-large", None, (("size", str(len(text))),)),))
    read, forgiven = _forgive(text.removeprefix("\ufeff"), frozenset(keys) - frozenset(exact))
    try:
        refused = next(_refused(read), None)
        node = None if refused else yaml.compose(read, Loader=_Loader)
    except yaml.YAMLError:
        return Typed(None, faults=(_unread(read),))
    if refused:
        return Typed(None, faults=(Fault("feature", refused),))
    if node is None or node.tag == _NOTHING or (isinstance(node, yaml.ScalarNode) and not node.value.strip()):
        return Typed({})
    reading = _Reading(read)
    if items and isinstance(node, yaml.SequenceNode):
        values = {items: _plain(node, (items,), reading)}
    elif not items and isinstance(node, yaml.MappingNode):
        values = _mapping(node, (), reading)
    else:
        return Typed(None, faults=(Fault("shape", 1),))
    return Typed(values, reading.lines, tuple(reading.faults), forgiven, reading.rows)


def _unread(text: str) -> Fault:
    """Why a text is no YAML: a quotation mark that nothing closes, with the line where it opened, or the line alone.

    It is read once more by the reader in Python, which places faults better than the one in C.
    """
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        line = _line_of(error, text)
        opened = _opened(text, line) if line else None
        return Fault("quote", opened) if opened else Fault("syntax", line)
    return Fault("syntax", None)


def _opened(text: str, line: int) -> int | None:
    """Where the quotation mark opened that runs on into the line of an error, most often for want of another."""
    last: int | None = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            quoted = isinstance(token, yaml.ScalarToken) and token.style in _QUOTES
            if quoted and token.start_mark.line + 1 < line == token.end_mark.line + 1:
                last = token.start_mark.line + 1
    except yaml.YAMLError as error:
        if getattr(error, "context", None) == "while scanning a quoted scalar":
            mark = getattr(error, "context_mark", None)
            return int(mark.line) + 1 if mark else None
    return last


def most_like(word: str, words: Iterable[str]) -> str:
    """The word most like another, empty when none is like it."""
    return next(iter(difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)), "")


def take_out(values: Any, places: Iterable[Path]) -> None:
    """Take out what stands at some places of typed values, the last of a list first: none moves before it goes."""

    def order(place: Path) -> list[str]:
        """By numbers as numbers."""
        return [f"{part:09}" if isinstance(part, int) else part for part in place]

    for place in sorted(places, key=order, reverse=True):
        holder = values
        for part in place[:-1]:
            holder = holder[part]
        del holder[place[-1]]


def _line_of(error: yaml.YAMLError, text: str) -> int | None:
    bracket = str(getattr(error, "context", None)).startswith("while parsing a flow")
    mark = getattr(error, "context_mark" if bracket else "problem_mark", None)
    if mark:
        return int(mark.line) + 1
    position = getattr(error, "position", None)
    return None if position is None else text.count("\n", 0, position) + 1


def _refused(text: str) -> Iterator[int]:
    """Lines of anchors, aliases, tags, and of nesting deeper than any value is."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if getattr(event, "anchor", None) or getattr(event, "tag", None) or depth > _DEEPEST:
            yield event.start_mark.line + 1


def _forgive(text: str, keys: frozenset[str]) -> tuple[str, tuple[Forgiven, ...]]:
    """Quotes what an editor left unquoted: a colon in a title, a value close to its colon."""
    lines, forgiven = text.expandtabs(2).split("\n"), []
    for number, line in enumerate(lines, start=1):
        found = _LINE.match(line)
        if not found or found["key"] not in keys:
            continue
        value = found["value"]
        doubtful = ": " in value or value.endswith(":") or " #" in value
        if doubtful or value[0] in _OPENING + "@`%" or found["space"].strip(" ") or not found["space"]:
            lines[number - 1] = f"{found['head']}: {_quoted(_unwrapped(value))}"
        if doubtful and _unwrapped(value) == value:
            forgiven.append(Forgiven(number, found["key"], value))
    return "\n".join(lines), tuple(forgiven)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _unwrapped(value: str) -> str:
    """A value without curly marks or guillemets round the whole of it, typed in place of straight marks."""
    inner = value[1:-1]
    wrapped = len(value) > 1 and value[0] in _OPENING and value[-1] in _CLOSING
    return inner if wrapped and not any(c in _OPENING + _CLOSING for c in inner) else value


def _plain(node: yaml.Node, path: Path, reading: _Reading) -> Any:
    reading.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, reading)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, n), reading) for n, item in enumerate(node.value)]
    if node.tag == _NOTHING:
        return None
    text = squeeze(display(str(node.value)))
    if not isinstance(node, yaml.ScalarNode) or node.style in _QUOTES:
        return text
    rows = _rows(node, reading.text)
    if len(rows) > 1:
        reading.rows[path] = rows
    return text if node.style else _unwrapped(text)


# What stands between quotation marks is one value, over however many lines.
_QUOTES = ("'", '"')


def _rows(node: yaml.ScalarNode, text: str) -> Rows:
    """The lines of a value as typed; of a block without the sign that opens it."""
    raw = text[node.start_mark.index : node.end_mark.index].split("\n")
    numbered = [(node.start_mark.line + 1 + n, squeeze(display(row))) for n, row in enumerate(raw)]
    return tuple((number, row) for number, row in numbered[1 if node.style else 0 :] if row)


def _mapping(node: yaml.MappingNode, path: Path, reading: _Reading) -> dict[str, Any]:
    """The first value of each key; a key that stands twice is a fault, one that is no word is passed over as shape."""
    found: dict[str, Any] = {}
    for key_node, value in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            reading.faults.append(Fault("shape", line))
            continue
        key = squeeze(str(key_node.value))
        if key in found:
            reading.faults.append(Fault("duplicate", line, (("key", key),)))
            continue
        found[key] = _plain(value, (*path, key), reading)
        reading.lines[*path, key] = line
    return found
