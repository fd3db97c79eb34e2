"""Reads sidecars: an editor's corrections beside a seed, forgiving in what people type, exact in what it reports.

Invariant: one bad key never costs the others; each fault names file, line and the nearest valid word. A sidecar whose
protection (`publish`, `hidden`, `withhold`) cannot be understood holds its article back rather than expose a name.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from generator.corrections import Corrections
from generator.dates import parse_iso
from generator.model import Problem, Sidecar
from generator.text import digits, squeeze

_PROTECTION = frozenset({"publish", "hidden", "withhold"})
_ADDRESS = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_QUOTED = re.compile(r"^[“”„«](.*)[“”»]$")
_UNQUOTED = re.compile(r"^(?P<key>[A-Za-z_]+)\s*:\s+(?P<value>[^\s\"'|>\[{&*!#].*?)\s*$")


class SidecarFile(BaseModel):
    """The published schema of `NAME.yml` beside `NAME.txt`. Every key is optional, and wins over the text."""

    model_config = ConfigDict(extra="forbid", title="Mujaz sidecar")

    title: str | None = Field(default=None, description="The title, as it should stand on the page.")
    date: str | None = Field(default=None, description="Date of publication: YYYY, YYYY-MM or YYYY-MM-DD.")
    outlet: str | None = Field(default=None, description="Who published the text.")
    author: str | None = Field(default=None, description="Who wrote it.")
    url: str | None = Field(default=None, description="Where it was published: an http or https address.")
    address: str | None = Field(
        default=None, description="The last part of the page's address: small ASCII letters, digits, -"
    )
    themes: list[str] | None = Field(default=None, description="Exactly these themes, by id; an empty list for none.")
    facts: Corrections = Field(default=Corrections(), description="Corrections of single facts, by field.")
    publish: bool = Field(default=True, description="false keeps the article off the site.")
    hidden: bool = Field(default=False, description="true keeps it out of lists and search; the page itself stays.")
    note: str | None = Field(default=None, description="An editor's note, shown on the page.")
    withhold: list[str] = Field(default_factory=list, description="Names to be left out of everything published.")

    @field_validator("title", "outlet", "author", "note", mode="after")
    @classmethod
    def _not_empty(cls, value: str | None) -> str | None:
        if value is not None and not value.strip():
            raise ValueError("is empty")
        return value

    @field_validator("date", mode="after")
    @classmethod
    def _iso(cls, value: str | None) -> str | None:
        if value is not None and parse_iso(value) is None:
            raise ValueError("is no date of the form 2021, 2021-03 or 2021-03-30")
        return value

    @field_validator("url", mode="after")
    @classmethod
    def _web(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"https?://[^\s<>\"']+", value):
            raise ValueError("is no http or https address")
        return value

    @field_validator("address", mode="after")
    @classmethod
    def _plain(cls, value: str | None) -> str | None:
        if value is not None and not _ADDRESS.fullmatch(value):
            raise ValueError("may hold small ASCII letters, digits and hyphens only")
        return value


_DATES = frozenset({"date", "not_before", "not_after"})
_PLAIN_DIGITS = _DATES | {"address", "url"}
_KEYS = tuple(SidecarFile.model_fields)


@dataclass(frozen=True)
class _Entry:
    key: str
    value: Any
    line: int


def parse_sidecar(file: str, text: str, theme_ids: Iterable[str]) -> tuple[Sidecar, tuple[Problem, ...]]:
    """A sidecar's text as a record with its problems. `theme_ids` are the themes that exist."""
    read, forgiven = _forgive(file, text)
    try:
        node = yaml.compose(read, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return _unreadable(file, text, error)
    if node is None:
        return Sidecar(file), (Problem("note", file, None, "sidecar-empty"),)
    if not isinstance(node, yaml.MappingNode):
        return replace(Sidecar(file), publish=not _mentions_protection(text)), (
            Problem("error", file, 1, "sidecar-shape"),
        )
    entries = [_Entry(str(k.value), _plain(k.value, v), k.start_mark.line + 1) for k, v in node.value]
    known, unknown = _known(file, entries)
    sidecar, invalid = _validated(file, known)
    sidecar, strange = _known_themes(sidecar, known, tuple(theme_ids))
    return sidecar, (*forgiven, *unknown, *invalid, *strange)


def _unreadable(file: str, text: str, error: yaml.YAMLError) -> tuple[Sidecar, tuple[Problem, ...]]:
    mark = getattr(error, "problem_mark", None)
    problem = Problem("error", file, mark.line + 1 if mark else None, "sidecar-syntax")
    return Sidecar(file, publish=not _mentions_protection(text)), (problem,)


def _mentions_protection(text: str) -> bool:
    return any(word in text for word in _PROTECTION)


def _forgive(file: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """Quotes what an editor left unquoted: a colon in a title, curly quotation marks around it."""
    lines, problems = text.expandtabs(2).split("\n"), []
    for number, line in enumerate(lines, start=1):
        found = _UNQUOTED.match(line)
        if not found:
            continue
        key, value = found["key"], found["value"]
        curly = _QUOTED.match(value)
        if curly:
            lines[number - 1] = f"{key}: {_quoted(curly[1])}"
        elif ": " in value or value.endswith(":") or " #" in value:
            lines[number - 1] = f"{key}: {_quoted(value)}"
            problems.append(Problem("note", file, number, "sidecar-colon", (("key", key), ("value", value))))
    return "\n".join(lines), tuple(problems)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _plain(key: str, node: yaml.Node) -> Any:
    """A node as plain data, scalars as written: 2021 stays «2021», a date stays its own words."""
    if isinstance(node, yaml.MappingNode):
        return {str(k.value): _plain(str(k.value), v) for k, v in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(key, item) for item in node.value]
    if node.tag == "tag:yaml.org,2002:null":
        return None
    text = squeeze(str(node.value))
    if key in _PLAIN_DIGITS:
        return digits(text).replace("/", "-") if key in _DATES else digits(text)
    return text


def _known(file: str, entries: list[_Entry]) -> tuple[list[_Entry], tuple[Problem, ...]]:
    known, problems = [], []
    for entry in entries:
        if entry.key in _KEYS:
            known.append(entry)
            continue
        nearest = _nearest(entry.key.lower(), _KEYS)
        values = (("key", entry.key), ("nearest", nearest), ("keys", ", ".join(_KEYS)))
        problems.append(Problem("error", file, entry.line, "sidecar-unknown-key", values))
        if nearest in _PROTECTION:
            known.append(_Entry("publish", "false", entry.line))
    return known, tuple(problems)


def _nearest(word: str, words: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(word, list(words), n=1, cutoff=0.5)), "—")


def _validated(file: str, entries: list[_Entry]) -> tuple[Sidecar, tuple[Problem, ...]]:
    values = {e.key: e.value for e in entries if e.value is not None}
    lines = {e.key: e.line for e in entries}
    problems = []
    while True:
        try:
            checked = SidecarFile.model_validate(values)
        except ValidationError as error:
            for fault in error.errors():
                key = str(fault["loc"][0])
                if values.pop(key, None) is not None:
                    reason = fault["msg"].removeprefix("Value error, ")
                    problems.append(
                        Problem("error", file, lines[key], "sidecar-value", (("key", key), ("reason", reason)))
                    )
                    if key in _PROTECTION:
                        values["publish"] = "false"
        else:
            return _record(file, checked), tuple(problems)


def _record(file: str, checked: SidecarFile) -> Sidecar:
    data = checked.model_dump()
    themes = data["themes"]
    return Sidecar(
        file,
        **{k: data[k] for k in ("title", "date", "outlet", "author", "url", "address", "publish", "hidden", "note")},
        themes=None if themes is None else tuple(themes),
        facts=checked.facts,
        withhold=tuple(data["withhold"]),
    )


def _known_themes(sidecar: Sidecar, entries: list[_Entry], ids: tuple[str, ...]) -> tuple[Sidecar, tuple[Problem, ...]]:
    if sidecar.themes is None:
        return sidecar, ()
    line = next((e.line for e in entries if e.key == "themes"), None)
    problems = tuple(
        Problem("error", sidecar.file, line, "sidecar-unknown-theme", (("theme", t), ("nearest", _nearest(t, ids))))
        for t in sidecar.themes
        if t not in ids
    )
    return replace(sidecar, themes=tuple(t for t in sidecar.themes if t in ids)), problems
