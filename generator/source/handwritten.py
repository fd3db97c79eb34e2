"""Reads YAML that people type into a forge's web page: forgiving, safe, and with the line of every value.

Invariant: scalars stay as written (2021 is «2021», a date its own words); anchors, aliases and tags are refused, so a
small file never becomes a large value.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from generator.reading.letters import display, squeeze

Path = tuple[str | int, ...]
FaultKind = Literal["syntax", "quote", "feature", "too-large", "shape", "duplicate"]

# The longest sidecar a person types is a few kilobytes; the parser needs a second for a hundred times that.
_LARGEST = 64_000
_DEEPEST = 12
_NOTHING = "tag:yaml.org,2002:null"

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


def read_typed(text: str, keys: Collection[str], exact: Collection[str] = ()) -> Typed:
    """A typed mapping. `keys` may carry unquoted colons in their values; `exact` among them may not."""
    if len(text) > _LARGEST:
        return Typed(None, faults=(Fault("too-large", None, (("size", str(len(text))),)),))
    read, forgiven = _forgive(text.removeprefix("\ufeff"), frozenset(keys) - frozenset(exact))
    try:
        refused = next(_refused(read), None)
        node = None if refused else yaml.compose(read, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return Typed(None, faults=(Fault("syntax", _line_of(error, read)),))
    if refused:
        return Typed(None, faults=(Fault("feature", refused),))
    if node is None or node.tag == _NOTHING or (isinstance(node, yaml.ScalarNode) and not node.value.strip()):
        return Typed({})
    if not isinstance(node, yaml.MappingNode):
        return Typed(None, faults=(Fault("shape", 1),))
    reading = _Reading(read)
    values = _mapping(node, (), reading)
    return Typed(values, reading.lines, tuple(reading.faults), forgiven, reading.rows)


def _line_of(error: yaml.YAMLError, text: str) -> int | None:
    mark = getattr(error, "problem_mark", None)
    if mark:
        return int(mark.line) + 1
    position = getattr(error, "position", None)
    return None if position is None else text.count("\n", 0, position) + 1


def _refused(text: str) -> Iterator[int]:
    """Lines of anchors, aliases, tags, and of nesting deeper than any value is."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
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
