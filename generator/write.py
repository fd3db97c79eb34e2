"""Writes generated files below a folder: only what changed, stale ones removed, each by its own rename.

The manifest is written last and says what is generated. An interrupted run is healed by the next: a file that carries
the marker may be replaced or removed whether a manifest names it or not; a file written by hand never is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model import Problem
from generator.render import MARKER

MANIFEST = ".mujaz.json"
_PENDING = ".mujaz-new"
_MARKED_WITHIN = 200
_MARKED_KINDS = frozenset({".md", ".json"})


@dataclass(frozen=True)
class Written:
    """What a run did to the folder."""

    changed: int
    removed: int
    problems: tuple[Problem, ...]


def write(folder: Path, files: Mapping[str, str]) -> Written:
    """Make a folder hold exactly these generated files, by path relative to it, beside those written by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    known = _manifest(folder)
    problems, changed = [], 0
    for name in sorted(files):
        target = folder / name
        if target.exists() and name not in known and not generated(target):
            problems.append(Problem("error", name, None, "file-in-the-way", (("path", name),)))
        elif _replace(target, files[name].encode()):
            changed += 1
    stale = sorted({*known, *_marked(folder)} - set(files))
    removed = sum(_remove(folder, name) for name in stale)
    _replace(folder / MANIFEST, (json.dumps(sorted(files), indent=0) + "\n").encode())
    return Written(changed, removed, tuple(problems))


def _manifest(folder: Path) -> frozenset[str]:
    """What the last complete run wrote; a manifest that cannot be read counts as none, for the markers still tell."""
    try:
        names = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    return frozenset(n for n in names if isinstance(n, str) and ".." not in n.split("/") and not n.startswith("/"))


def _marked(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.suffix in _MARKED_KINDS and generated(path):
            yield path.relative_to(folder).as_posix()
    for path in folder.rglob(f"*{_PENDING}"):
        yield path.relative_to(folder).as_posix()


def generated(path: Path) -> bool:
    """True for a file that a build may replace or remove."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return MARKER.encode() in file.read(_MARKED_WITHIN)


def _replace(target: Path, data: bytes) -> bool:
    """Put data in a file's place by a rename; True when that changed anything."""
    if target.is_file() and target.read_bytes() == data:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    pending = target.with_name(target.name + _PENDING)
    pending.write_bytes(data)
    pending.replace(target)
    return True


def _remove(folder: Path, name: str) -> bool:
    """Remove a file and the folders that this leaves empty; True when it was there."""
    target = folder / name
    if not target.is_file():
        return False
    target.unlink()
    for parent in target.relative_to(folder).parents:
        place = folder / parent
        if place == folder or any(place.iterdir()):
            break
        place.rmdir()
    return True
