"""Reads `dossier.yml`: forgiving in what people type, exact in what it reports.

Invariant: one bad setting never costs the others, not even where the file as a whole is no YAML; each fault names its
line, what was written, and what is allowed or nearest.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model import Problem
from generator.model.colours import LIGHT, READABLE, least_contrast, readable
from generator.reading.handwritten import Fault, Forgiven, Path, Typed, read_typed
from generator.reading.letters import digits
from generator.source.read import DOSSIER_FILE
from generator.source.settings import Colours, Settings

_KEYS = tuple(Settings.model_fields)
_COLOURS = tuple(Colours.model_fields)
_NUMBERS = frozenset(name for name, said in Settings.model_fields.items() if said.annotation is int)
# What may carry an unquoted colon.
_SENTENCES = ("name", "subject", "description", "not_covered", "footer", "keeper", "funding", "licence")
# A colour without quotation marks is a comment to YAML, and the setting empty; a value close to its colon is none.
_BARE_COLOUR = re.compile(rf"((?:{'|'.join(_COLOURS)})\s*:\s*)(#[^\s,}}\"']+)")
_CLOSE = re.compile(rf"^(\s*(?:{'|'.join((*_KEYS, *_COLOURS))})):(?=\S)", re.MULTILINE)
_PART = re.compile(r"^[^\s#\-\]}].*?:", re.MULTILINE)
_RULER = re.compile(r"^(?:---|\.\.\.)\s*$", re.MULTILINE)
_SHOWN = 60
_PUBLISH = re.compile(r"^[\s\"']*publish\b", re.MULTILINE | re.IGNORECASE)
_LEAST = "metadata"

# The rule of a problem for each kind of error that the shape finds; a value of any other kind is no text.
_RULES = {
    "literal_error": "choice",
    "int_parsing": "number",
    "int_type": "number",
    "greater_than": "number",
    "greater_than_equal": "number",
    "less_than_equal": "number",
    "string_too_long": "long",
    "too_long": "many",
    "tuple_type": "list",
    "string_pattern_mismatch": "pointed",
    "model_type": "group",
    "model_attributes_type": "group",
    **{kind: kind for kind in ("colour", "contact", "forge", "branch", "folder", "logo-place")},
}


@dataclass(frozen=True)
class SettingsRead:
    """A dossier's settings, what was wrong with them, and in which line each stands."""

    settings: Settings = field(default=Settings())
    problems: tuple[Problem, ...] = ()
    lines: Mapping[Path, int] = field(default_factory=dict)


def read_settings_file(text: str | None) -> SettingsRead:
    """The settings of a `dossier.yml`; what cannot be understood has its default, and a problem."""
    if text is None:
        return SettingsRead()
    typed = _typed(_BARE_COLOUR.sub(r'\1"\2"', _CLOSE.sub(r"\1: ", text)))
    problems = [Problem("error", DOSSIER_FILE, f.line, f"settings-{f.kind}", f.values) for f in typed.faults]
    problems += (
        Problem("note", DOSSIER_FILE, x.line, "settings-colon", (("key", x.key), ("value", x.value)))
        for x in typed.forgiven
    )
    values, found = _known(typed)
    problems += found
    settings, found = _valid(values, typed.lines)
    met = (*problems, *found, *_unreadable(settings, typed.lines))
    if _holds_back(text, settings, met):
        settings = settings.model_copy(update={"publish": _LEAST})
        met = (*met, Problem("error", DOSSIER_FILE, typed.lines.get(("publish",)), "settings-publish-unclear"))
    return SettingsRead(settings, met, typed.lines)


def parse_settings(text: str | None) -> tuple[Settings, tuple[Problem, ...]]:
    """The same without the lines."""
    read = read_settings_file(text)
    return read.settings, read.problems


def _typed(text: str) -> Typed:
    """The file as a whole, or setting by setting where something keeps it from being one."""
    whole = read_typed(text, _SENTENCES)
    if whole.values is not None or whole.faults[0].kind in ("too-large", "shape"):
        return whole
    values, lines, faults = dict[str, Any](), dict[Path, int](), list[Fault]()
    forgiven = list[Forgiven]()
    for text_of_part in _parts(text):
        part = read_typed(text_of_part, _SENTENCES)
        found = part.values or {}
        again = sorted(values.keys() & found.keys())
        faults += (_within(fault, text_of_part) for fault in part.faults)
        faults += (Fault("duplicate", part.lines[key,], (("key", key),)) for key in again)
        forgiven += part.forgiven
        lines |= {path: line for path, line in part.lines.items() if path and path[0] not in again}
        values |= {key: value for key, value in found.items() if key not in again}
    return Typed(values, lines, tuple(faults), tuple(forgiven))


def _parts(text: str) -> Iterator[str]:
    """Each setting by itself, below as many empty lines as stand above it in the file."""
    plain = _RULER.sub("", text)
    starts = sorted({0, *(found.start() for found in _PART.finditer(plain))})
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        yield "\n" * plain.count("\n", 0, start) + plain[start:end]


def _within(fault: Fault, part: str) -> Fault:
    """The fault of a setting by itself, in one of its own lines."""
    lines = part.rstrip().split("\n")
    first = next(number for number, line in enumerate(lines, start=1) if line)
    return replace(fault, line=max(first, min(fault.line or first, len(lines))))


def _known(typed: Typed) -> tuple[dict[str, Any], list[Problem]]:
    """The settings that exist, and what is wrong with the others and with those that have no value."""
    values, problems = dict[str, Any](), list[Problem]()
    for path, value in _each(typed.values or {}):
        line, key = typed.lines.get(path), ".".join(map(str, path))
        known = _COLOURS if len(path) > 1 else _KEYS
        if path[-1] not in known:
            problems.append(_unknown(str(path[-1]), line, known))
        elif value in (None, "", [], {}):
            problems.append(Problem("warning", DOSSIER_FILE, line, "settings-empty", (("key", key),)))
        elif len(path) > 1:
            values["colours"] = {**values.get("colours", {}), path[1]: value}
        else:
            values[str(path[0])] = _plain(str(path[0]), value)
    return values, problems


def _each(values: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    """Every setting with its path; the colours each by itself."""
    for key, value in values.items():
        if key == "colours" and isinstance(value, dict) and value:
            yield from (((key, name), colour) for name, colour in value.items())
        else:
            yield (key,), value


def _plain(key: str, value: Any) -> Any:
    if isinstance(value, list):
        return [item for item in value if item not in (None, "")]
    return digits(value) if key in _NUMBERS and isinstance(value, str) else value


def _unknown(key: str, line: int | None, known: Iterable[str]) -> Problem:
    names = tuple(known)
    meant = difflib.get_close_matches(key.lower().replace("-", "_"), names, n=1, cutoff=0.5)
    values = (("key", _shown(key)), ("keys", ", ".join(names)))
    if not meant:
        return Problem("error", DOSSIER_FILE, line, "settings-strange-key", values)
    return Problem("error", DOSSIER_FILE, line, "settings-unknown-key", (*values, ("nearest", meant[0])))


def _valid(values: dict[str, Any], lines: Mapping[Path, int]) -> tuple[Settings, list[Problem]]:
    """The settings without those that are wrong, and a problem for each of these."""
    try:
        return Settings.model_validate(values), []
    except ValidationError as error:
        wrong = {_place(fault): fault for fault in reversed(error.errors())}
    kept = dict(values)
    for path in wrong:
        if len(path) > 1 and isinstance(kept[str(path[0])], dict):
            kept[str(path[0])] = {k: v for k, v in kept[str(path[0])].items() if k != path[1]}
        elif len(path) > 1:
            kept[str(path[0])] = [v for n, v in enumerate(values[str(path[0])]) if (path[0], n) not in wrong]
        else:
            kept.pop(str(path[0]))
    return Settings.model_validate(kept), [
        _problem(path, fault, lines) for path, fault in sorted(wrong.items(), key=str)
    ]


def _place(fault: ErrorDetails) -> Path:
    """Where an error lies, without the steps that the shape takes within a value."""
    first, *rest = fault["loc"]
    return (first, rest[0]) if rest and (rest[0] in _COLOURS or isinstance(rest[0], int)) else (first,)


def _problem(path: Path, fault: ErrorDetails, lines: Mapping[Path, int]) -> Problem:
    key, said = ".".join(str(part) for part in path if isinstance(part, str)), fault["input"]
    line, rule = lines.get(path) or lines.get(path[:1]), _RULES.get(fault["type"], "text")
    values = {"key": key, "value": _shown(said)}
    if rule == "choice":
        names = get_args(Settings.model_fields[key].annotation)
        near = difflib.get_close_matches(values["value"].lower(), names, n=1, cutoff=0.5)
        values |= {"allowed": ", ".join(names), **({"nearest": near[0]} if near else {})}
        rule = "choice-near" if near else "choice"
    if rule == "number":
        values |= _bounds(key)
        rule = "number-between" if "high" in values else "number"
    if rule in ("long", "many"):
        values["most"] = str(fault.get("ctx", {}).get("max_length", ""))
    return Problem("error", DOSSIER_FILE, line, f"settings-{rule}", tuple(values.items()))


def _shown(said: Any) -> str:
    """What was written, as problems show it: whole or not at all, for half of a name could not be masked."""
    return said if isinstance(said, str) and len(said) <= _SHOWN else "…"


def _bounds(key: str) -> dict[str, str]:
    """The least and the greatest number that a setting takes; no greatest where there is none."""
    shape = Settings.model_json_schema()["properties"][key]
    low = shape.get("minimum", shape.get("exclusiveMinimum", 0) + 1)
    return {"low": str(low), **({"high": str(shape["maximum"])} if "maximum" in shape else {})}


def _holds_back(text: str, settings: Settings, problems: Iterable[Problem]) -> bool:
    """True where somebody means to say how much of texts is shown, and what he says cannot be understood."""
    meant = bool(_PUBLISH.search(text)) or any(("nearest", "publish") in p.values for p in problems)
    return meant and "publish" not in settings.model_fields_set


def _unreadable(settings: Settings, lines: Mapping[Path, int]) -> Iterator[Problem]:
    """A colour of links that cannot be read on a light page. Of the dark scheme nothing is told, for no colour reads on
    both; nor of the header's ground, on which black or white always does.
    """
    accent = settings.colours.accent
    if accent and (ratio := least_contrast(accent, LIGHT)) < READABLE:
        values = (
            ("key", "accent"),
            ("value", accent),
            ("ratio", f"{ratio:.2f}"),
            ("wanted", f"{READABLE}"),
            ("nearest", readable(accent, LIGHT)),
        )
        yield Problem("warning", DOSSIER_FILE, lines.get(("colours", "accent")), "settings-contrast", values)
