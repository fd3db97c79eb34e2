"""A fresh site put together file by file: what stands in the old one with the same bytes is linked, the rest written.

Invariant: every file of the fresh folder is told of with the hash of its bytes; the old folder is not touched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from generator.site.fingerprint import Tree, tree_of


class Assembly:
    """A folder in the making. `old`: where the last site stands; `standing`: the hashes of its files, by path."""

    def __init__(self, fresh: Path, old: Path, standing: Tree) -> None:
        self.fresh, self._old, self._standing = fresh, old, standing
        self._holds: dict[str, str] = {}
        self._written: set[str] = set()
        self._folders: set[Path] = set()

    def put(self, path: str, content: bytes) -> None:
        """Write a file, as a new one: that of this name may be the old site's too."""
        target = self._target(path)
        target.unlink(missing_ok=True)
        target.write_bytes(content)
        self._holds[path] = sha256(content).hexdigest()
        self._written.add(path)

    def has(self, path: str, told: str) -> bool:
        """True where the old site has the file with these bytes: it is linked, or copied where no link can be made."""
        if self._standing.get(path) != told:
            return False
        target = self._target(path)
        try:
            os.link(self._old / path, target)
        except FileNotFoundError:
            return False
        except OSError:
            shutil.copyfile(self._old / path, target)
            self._written.add(path)
        self._holds[path] = told
        return True

    def move(self, path: str, file: Path) -> None:
        """A file that lies elsewhere goes here."""
        file.replace(self._target(path))
        self._holds.pop(path, None)
        self._written.add(path)

    def wrote(self, path: str, told: str) -> None:
        """Another hand has written a file of this hash."""
        self._holds[path] = told
        self._written.add(path)

    def begin_anew(self) -> None:
        """Drop all that was put together so far."""
        shutil.rmtree(self.fresh, ignore_errors=True)
        self._holds, self._written, self._folders = {}, set(), set()

    def take(self, path: str, told: str, make: Callable[[], bytes]) -> None:
        """A file whose hash is known: from the old site, else made."""
        if not self.has(path, told):
            self.put(path, make())

    def content(self, path: str) -> bytes:
        """A file of the folder."""
        return (self.fresh / path).read_bytes()

    def look_around(self) -> None:
        """Take in what others wrote into the folder."""
        self._holds |= tree_of(self.fresh, known=self._holds)

    @property
    def holds(self) -> Tree:
        """Every file of the folder, as far as it was looked at, with its hash."""
        return self._holds

    @property
    def written(self) -> frozenset[str]:
        """The files that were written now; the others lie on the disk already."""
        return frozenset(self._written)

    def _target(self, path: str) -> Path:
        target = self.fresh / path
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        return target
