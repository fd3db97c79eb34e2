"""Writes generated files below a folder: only what changed, stale ones removed, each by its own rename.

The manifest is written last and says what is generated. An interrupted run is healed by the next: what it meant to
write stands in a journal, and generated pages carry a marker besides. A file written by hand is never touched.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.model import Problem
from generator.model.files import MARKER, FileContent

MANIFEST = ".mujaz.json"
JOURNAL = ".mujaz-begun.json"
_PENDING = ".mujaz-new"
_MARKED_WITHIN = 200
_MARKED_KINDS = frozenset({".md", ".json", ".html"})


@dataclass(frozen=True)
class Written:
    """What a run did to the folder."""

    changed: int
    removed: int
    problems: tuple[Problem, ...]


def write(folder: Path, files: Mapping[str, str | bytes | FileContent]) -> Written:
    """Make a folder hold exactly these generated files, by path relative to it, beside those written by hand."""
    contents = {name: _content(data) for name, data in files.items()}
    folder.mkdir(parents=True, exist_ok=True)
    known = listed(folder)
    blocked = {name for name in contents if _in_the_way(folder, name, contents[name], known)}
    ours = sorted(set(contents) - blocked)
    if any(not (folder / name).is_file() for name in ours):
        _replace(folder / JOURNAL, _listing({*known, *ours}))
    changed = sum(_replace(folder / name, contents[name]) for name in ours)
    stale = sorted({*known, *_marked(folder)} - set(contents))
    removed = sum(_remove(folder, name) for name in stale)
    _replace(folder / MANIFEST, _listing(ours))
    (folder / JOURNAL).unlink(missing_ok=True)
    return Written(changed, removed, tuple(map(in_the_way, sorted(blocked))))


def in_the_way(name: str) -> Problem:
    """The problem of a file in whose place something else stands."""
    return Problem("error", name, None, "file-in-the-way", (("path", name),))


def _content(data: str | bytes | FileContent) -> FileContent:
    if isinstance(data, FileContent):
        return data
    content = data.encode() if isinstance(data, str) else data
    return FileContent(sha256(content).hexdigest(), lambda: content)


def _is(path: Path, content: FileContent) -> bool:
    """True where a file has some content."""
    return sha256(path.read_bytes()).hexdigest() == content.hash


def _in_the_way(folder: Path, name: str, content: FileContent, known: frozenset[str]) -> bool:
    """True where something that no build has written stands in a file's place, or in that of a folder above it."""
    target = folder / name
    if any(parent.is_file() for parent in (folder / part for part in PurePosixPath(name).parents)):
        return True
    if not target.exists():
        return False
    return not target.is_file() or not (name in known or generated(target) or _is(target, content))


def _listing(names: Iterable[str]) -> FileContent:
    return _content(json.dumps(sorted(names), indent=0) + "\n")


def files_below(folder: Path) -> Iterator[str]:
    """Every file below a folder by its path; ten thousand take a tenth of the time that objects of paths do."""
    root = str(folder)
    for place, _, names in os.walk(root):
        below = place[len(root) + 1 :].replace(os.sep, "/")
        yield from (f"{below}/{name}" if below else name for name in names)


def listed(folder: Path) -> frozenset[str]:
    """What builds have written below a folder, or were about to, by path relative to it."""
    return _listed(folder / MANIFEST) | _listed(folder / JOURNAL)


def standing(folder: Path) -> frozenset[str]:
    """The addresses of the articles that the last build put there: Markdown pages, or pages of a finished site.

    A page that only leads on to another carries the marker in the finished site, where no other page does.
    """
    pages = [path for path in folder.glob("articles/*/index.*") if path.suffix in (".md", ".html")]
    return frozenset(f"/articles/{p.parent.name}/" for p in pages if generated(p) == (p.suffix == ".md"))


def _listed(path: Path) -> frozenset[str]:
    """The names in a manifest; one that cannot be read counts as none, for the markers still tell."""
    try:
        names = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return frozenset()
    return frozenset(n for n in names if _is_inside(n)) if isinstance(names, list) else frozenset()


def _is_inside(name: object) -> bool:
    """True for a path below the folder that no way leads out of."""
    if not isinstance(name, str) or not name or "\x00" in name or "\\" in name:
        return False
    return not name.startswith("/") and ".." not in PurePosixPath(name).parts


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


def _replace(target: Path, content: FileContent) -> bool:
    """Put content in a file's place by a rename; True when that changed anything."""
    if target.is_file() and _is(target, content):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    pending = target.with_name(target.name + _PENDING)
    pending.write_bytes(content.make())
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
