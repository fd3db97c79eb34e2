"""A dossier's own lexicon as entries: what each file of it adds, replaces or takes away, and what is wrong with it.

Invariant: a file or entry that is wrong is left out alone, with a problem that names file, line and remedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Literal

from pydantic import ValidationError

from generator.lexicon.chronology import Fact
from generator.lexicon.entities import Id, Organisation, Person, Place
from generator.lexicon.faults import ValueFault, line_at, value_faults
from generator.lexicon.furniture import FurnitureRule
from generator.lexicon.layout import CHRONOLOGY, FOLDER, SEARCH
from generator.lexicon.loading import ITEMS, Record
from generator.lexicon.outlets import OutletRecord
from generator.lexicon.search import MoreWords
from generator.lexicon.themes import PhraseGroup, Theme
from generator.model import Level, Problem
from generator.reading.handwritten import Path, Typed, most_like, read_typed, take_out
from generator.reading.masks import each_text

"""The name of the folder in a dossier."""
# A gazetteer's file has a few hundred characters, the longest chronology some ten thousands.
_MOST = 400_000
_SUFFIXES = (".yml", ".yaml")
_BESIDE = ("readme", "license", "licence")
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
# What may carry an unquoted colon: sentences, and names as people write them.
_FORGIVEN = ("label", "description", "name", "title", "source", "note", "why", "ar", "en")


class Removal(Record):
    """What takes an entry of an earlier layer away, and says nothing else."""

    id: Id | None = None
    remove: Literal[True]


KINDS: Mapping[str, type[Record]] = {
    "people": Person,
    "organisations": Organisation,
    "places": Place,
    "outlets": OutletRecord,
    "furniture": FurnitureRule,
    "themes": Theme,
    "themes/groups": PhraseGroup,
    CHRONOLOGY: Fact,
    SEARCH: MoreWords,
}
"""What a dossier's lexicon may hold: a folder with a file a thing, or a file; and the records that stand there."""
_FILES = (CHRONOLOGY, SEARCH)


@dataclass(frozen=True)
class OwnEntry:
    """One thing that a dossier says of a kind. `record` is None where it takes something away."""

    kind: str
    id: str
    file: str
    record: Record | None
    lines: Mapping[Path, int] = field(default_factory=dict)
    at: Path = ()

    @property
    def said(self) -> str:
        """All that it says in words, its name among them, for looking through."""
        words = [self.id]

        def heard(text: str) -> str:
            words.append(text)
            return text

        each_text(self.record.model_dump() if self.record else (), heard)
        return " | ".join(words)

    def problem(self, fault: ValueFault, level: Level = "error") -> Problem:
        """A fault in it as a problem, with its line."""
        return Problem(level, self.file, line_at(self.lines, (*self.at, *fault.place)), fault.rule, fault.values)


Read = tuple[tuple[OwnEntry, ...], tuple[Problem, ...]]
_NOTHING: Read = ((), ())


def read_layer(files: Iterable[tuple[str, str | Problem]]) -> Read:
    """The entries of a lexicon, from the text of each file by its path in the folder; folders end in a slash.

    A file that cannot be opened stands with its problem.
    """
    found, met = _together(_of_file(*file) for file in sorted(files, key=lambda x: (x[0].endswith(_SUFFIXES[1]), x[0])))
    first: dict[tuple[str, str], OwnEntry] = {}
    for entry in found:
        first.setdefault((entry.kind, entry.id), entry)
    again = [entry for entry in found if first[entry.kind, entry.id] is not entry]
    return tuple(first.values()), (*met, *(_twice(entry, first[entry.kind, entry.id]) for entry in again))


def _twice(entry: OwnEntry, first: OwnEntry) -> Problem:
    line = line_at(first.lines, first.at)
    where = f"{first.file}:{line}" if line and first.file == entry.file else first.file
    return entry.problem(ValueFault(("id",), "lexicon-twice", (("id", entry.id), ("first", where))))


def _of_file(path: str, text: str | Problem) -> Read:
    where = PurePosixPath(path)
    kind = path if path in _FILES else str(where.parent)
    if isinstance(text, Problem):
        return (), (text,)
    if strange := _strange(path):
        return (), (strange,)
    if kind not in KINDS or path.endswith("/") or where.stem.lower() in _BESIDE:
        return _NOTHING
    file = f"{FOLDER}/{path}"
    typed = read_typed(text, _FORGIVEN, items=ITEMS if kind == CHRONOLOGY else None, most=_MOST)
    told = (*_typed_faults(file, typed, kind), *_forgiven(file, typed))
    if not typed.values:
        return (), told if typed.faults else (Problem("warning", file, None, "lexicon-empty"),)
    found, met = _entries(kind, where.stem, file, typed)
    return found, (*told, *met)


def _strange(path: str) -> Problem | None:
    """The problem of a file or folder that has no place in a lexicon, with the name that was most likely meant."""
    where, file = PurePosixPath(path), f"{FOLDER}/{path}"
    folder, parent = path.endswith("/"), str(where.parent)
    if (folder and str(where) in KINDS) or (where.name in _FILES and parent == "." and not folder):
        return None
    names = [str(PurePosixPath(kind).name) for kind in KINDS if str(PurePosixPath(kind).parent) == parent]
    if (not folder and where.stem.lower() in _BESIDE) or parent not in (".", *KINDS):  # its folder was told
        return None
    if not folder and parent in KINDS:
        if where.suffix.lower() not in _SUFFIXES:
            return _misnamed(file, f"{where.stem}.yml", f"*{_SUFFIXES[0]}")
        return None if _ID.fullmatch(where.stem) else Problem("error", file, None, "lexicon-file-name")
    return _misnamed(file, _meant(where, names), ", ".join(names))


def _meant(where: PurePosixPath, names: Iterable[str]) -> str:
    """The name most like that of a file or folder, whatever its suffix."""
    stems = {PurePosixPath(name).stem: name for name in names}
    return stems.get(most_like(where.stem.lower(), stems), "")


def _misnamed(file: str, near: str, names: str) -> Problem:
    rule = "lexicon-unknown-file" if near else "lexicon-strange-file"
    return Problem("error", file, None, rule, (("nearest", near), ("names", names or "-")))


def _typed_faults(file: str, typed: Typed, kind: str) -> Iterator[Problem]:
    for fault in typed.faults:
        shape = fault.kind == "shape" and kind == CHRONOLOGY
        yield Problem("error", file, fault.line, "lexicon-no-list" if shape else f"lexicon-{fault.kind}", fault.values)


def _forgiven(file: str, typed: Typed) -> Iterator[Problem]:
    for found in typed.forgiven:
        values = (("key", found.key), ("value", found.value))
        yield Problem("note", file, found.line, "lexicon-colon", values)


def _entries(kind: str, stem: str, file: str, typed: Typed) -> Read:
    values: dict[str, Any] = _said(typed.values)
    if kind == CHRONOLOGY:
        items = enumerate(values[ITEMS])
        return _together(_entry(OwnEntry(kind, "", file, None, typed.lines, (ITEMS, n)), x) for n, x in items)
    blank = OwnEntry(kind, stem, file, None, typed.lines)
    return _pruned(blank, values) if kind == SEARCH else _entry(blank, values)


def _together(read: Iterable[Read]) -> Read:
    both = tuple(read)
    return tuple(e for found, _ in both for e in found), tuple(p for _, met in both for p in met)


def _said(value: Any) -> Any:
    """A value without keys that were left empty."""
    if isinstance(value, dict):
        return {key: _said(part) for key, part in value.items() if part is not None}
    return [_said(part) for part in value] if isinstance(value, list) else value


def _entry(blank: OwnEntry, values: Any) -> Read:
    """What one file, or one item of a list, says; nothing where anything of it is wrong."""
    removes = isinstance(values, dict) and "remove" in values
    kind = Removal if removes else KINDS[blank.kind]
    try:
        record = kind.model_validate(_without_strings(values) if removes else values)
    except ValidationError as error:
        faults = (_of_removal(x) if removes else x for x in value_faults(error, kind))
        return (), tuple(dict.fromkeys(blank.problem(fault) for fault in faults))
    own = getattr(record, "id", None) or blank.id
    if blank.id and own != blank.id:
        values_ = (("id", own), ("name", blank.id))
        return (), (blank.problem(ValueFault(("id",), "lexicon-id-file", values_)),)
    if not own:
        return (), (blank.problem(ValueFault((), "lexicon-missing-key", (("key", "id"),))),)
    return (OwnEntry(blank.kind, own, blank.file, None if removes else record, blank.lines, blank.at),), ()


def _of_removal(fault: ValueFault) -> ValueFault:
    """What is wrong where something is to be taken away."""
    key = str(fault.place[0]) if fault.place else ""
    if key == "remove":
        return ValueFault(fault.place, "lexicon-remove")
    extra = fault.rule in ("lexicon-unknown-key", "lexicon-strange-key")
    return ValueFault(fault.place, "lexicon-remove-alone", (("key", key),)) if extra else fault


def _without_strings(values: dict[str, Any]) -> dict[str, Any]:
    """As typed all values are text; the one that says yes is told from every other."""
    return {**values, "remove": str(values["remove"]).lower() in ("true", "yes")}


def _pruned(blank: OwnEntry, values: Any) -> Read:
    """A file of lists without the items that are wrong."""
    kind = KINDS[blank.kind]
    try:
        return (OwnEntry(blank.kind, blank.id, blank.file, kind.model_validate(values), blank.lines),), ()
    except ValidationError as error:
        faults = tuple(value_faults(error, kind))
    take_out(values, {_item(fault.place) for fault in faults})
    found, more = _pruned(blank, values)
    return found, (*dict.fromkeys(map(blank.problem, faults)), *more)


def _item(place: Path) -> Path:
    """What goes where a value at a place is wrong: the item of the list that it stands in, else the whole key."""
    first = next((n for n, part in enumerate(place) if isinstance(part, int)), 0)
    return place[: first + 1]
