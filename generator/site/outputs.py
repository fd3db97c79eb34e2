"""The generated files of a build, each known by the hash of its bytes: from an earlier build, or made now.

Invariant: a hash is that of the bytes that making the file gives. No content is held: one that is made is handed on at
once, and one that is known is made only for whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from msgspec import DecodeError, ValidationError, json

from generator.model import Problem
from generator.model.files import FileContent, FileDraft
from generator.model.kept import Kept
from generator.site.finish import finished
from generator.site.holdings import HTML
from generator.site.press.frame import framing
from generator.site.press.front import front
from generator.site.press.statics import PAGE
from generator.site.write import in_the_way

_ROOM = "file"


@dataclass(frozen=True)
class KnownFile:
    """What is kept of a file: the hash of its content, and of a page what its frame needs."""

    hash: str
    framing: dict[str, Any] | None = None


@dataclass(frozen=True)
class Outputs:
    """What makes the files of a build. `base`: a fingerprint of what all of them rest on; `direction`: how the
    interface is written; what has to be made goes below `folder`, but not in the place of what is `lying` there.
    """

    kept: Kept
    base: str
    direction: str
    folder: Path
    lying: frozenset[str]

    def of(self, drafts: Iterable[FileDraft]) -> tuple[dict[str, FileContent], tuple[Problem, ...]]:
        """Every file by its path below docs/, and what is wrong: something else stands in the place of one."""
        files, problems = dict[str, FileContent](), list[Problem]()
        for draft in drafts:
            if self._is_taken(draft.path):
                problems.append(in_the_way(draft.path))
            else:
                files[draft.path] = self._content(draft)
        return files, tuple(problems)

    def _is_taken(self, path: str) -> bool:
        """True where a file that no build made, or a folder of such, has a path, or a file has that of its folder."""
        return path in self.lying or path in self._folders or not self.lying.isdisjoint(_above(path))

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(folder for path in self.lying for folder in _above(path))

    @cached_property
    def _made(self) -> set[str]:
        """The folders that files were put into: each is made once."""
        return set()

    def _content(self, draft: FileDraft) -> FileContent:
        key = None if draft.rests_on is None else _key(self.base, draft.path, draft.rests_on)
        told = self._known(key)
        if told is None:
            content = self._bytes(draft)
            told = _told(draft.path, content)
            self._put(draft.path, content)
            if key:
                self.kept.put(_ROOM, key, json.encode(told))
        return FileContent(told.hash, partial(self._bytes, draft), told.framing)

    def _put(self, path: str, content: bytes) -> None:
        """Write a file; a folder that many lie in is made once, for asking costs as much as a small file."""
        target, folder = self.folder / path, path.rpartition("/")[0]
        if folder not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        target.write_bytes(content)

    def _known(self, key: str | None) -> KnownFile | None:
        data = self.kept.get(_ROOM, key) if key else None
        try:
            return json.decode(data, type=KnownFile) if data else None
        except (DecodeError, ValidationError):
            return None

    def _bytes(self, draft: FileDraft) -> bytes:
        """What a draft makes; a page that no engine sees, finished."""
        content = draft.make()
        if isinstance(content, str) and draft.path.endswith(HTML):
            content = finished(content, self.direction) or content
        return content.encode() if isinstance(content, str) else content


def _above(path: str) -> Iterator[str]:
    """The folders that a path lies in, the nearest first."""
    while path := path.rpartition("/")[0]:
        yield path


def _key(base: str, path: str, rests_on: Iterable[str]) -> str:
    told = "\0".join((base, path, *rests_on))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _told(path: str, content: bytes) -> KnownFile:
    read = front(content.decode()) if path.endswith(PAGE) else None
    return KnownFile(sha256(content).hexdigest(), framing(read.said) if read else None)
