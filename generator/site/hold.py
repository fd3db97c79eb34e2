"""One run at a time for a place: a lock that a dead run does not keep, and the end of what dead runs left behind.

Invariant: only folders of this program are cleared away, and only those whose run has ended. The lock is one of the
system's (POSIX record locks, on Linux and macOS), which dies with its process and which no child inherits. Windows has
none of that kind: there nothing is locked, and nothing of others is cleared away.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from generator.model.fault import CommandError

_PREFIX = ".mujaz-"
_LOCK = "lock"
_RUN = "run-"
# What the work folders of versions without a lock held.
_FORMER = frozenset({"tree", "site"})
_LONGEST_PID = 20


class BusyError(CommandError):
    """Another run is at work on the same place."""


@contextmanager
def workshop(site: Path) -> Iterator[Path]:
    """A folder for the work on a site, on its file system, that no other run touches; gone with all in it at the end.

    What killed runs left beside the site goes at the start. Raises BusyError.
    """
    home = site.with_name(_PREFIX + site.name)
    with _gone(home), alone(home / _LOCK, site):
        _sweep(site.parent, home)
        try:
            # A folder of its own in it: the engine of a killed run may still be writing into the one that it was given.
            yield Path(tempfile.mkdtemp(prefix=_RUN, dir=home))
        finally:
            _clear(home)


@contextmanager
def _gone(folder: Path) -> Iterator[None]:
    """Remove a folder afterwards, unless somebody has put something there."""
    try:
        yield
    finally:
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def alone(lock: Path, place: Path) -> Iterator[None]:
    """Hold a lock file while working on a place; the file is gone afterwards. Raises BusyError."""
    with nullcontext() if lock.parent.exists() else _gone(lock.parent):
        held = _take(lock, place)
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)
            os.close(held)


def _take(lock: Path, place: Path) -> int:
    """An open and locked file of this name. One that its holder removes at that moment is no lock any more."""
    while True:
        lock.parent.mkdir(parents=True, exist_ok=True)
        try:
            file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:
            continue
        if not _locked(file):
            holder = os.read(file, _LONGEST_PID).decode("ascii", "replace").strip()
            os.close(file)
            raise BusyError("site.busy", process=holder or "?", place=place)
        if _is_there(file, lock):
            os.ftruncate(file, 0)
            os.write(file, f"{os.getpid()}\n".encode())
            return file
        os.close(file)


def _locked(file: int) -> bool:
    """Lock an open file for this process; False where another process has it."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415  absent on Windows

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_there(file: int, lock: Path) -> bool:
    """True while the open file is still the one of that name."""
    try:
        return os.path.samestat(os.fstat(file), lock.stat())
    except FileNotFoundError:
        return False


def _sweep(parent: Path, own: Path) -> None:
    """Remove what runs that have ended left in a folder, this place's own first."""
    _clear(own)
    for path in sorted(parent.glob(f"{_PREFIX}*")):
        if path != own and _is_left(path):
            shutil.rmtree(path, ignore_errors=True)


def _clear(home: Path) -> None:
    """Empty a work folder but for its lock."""
    for path in home.iterdir():
        if path.name != _LOCK:
            shutil.rmtree(path, ignore_errors=True)


def _is_left(path: Path) -> bool:
    """True for a work folder, and nothing else, whose run has ended."""
    if sys.platform == "win32" or path.is_symlink() or not path.is_dir():
        return False
    try:
        names = {each.name for each in path.iterdir()}
        if not all(name == _LOCK or name in _FORMER or name.startswith(_RUN) for name in names):
            return False
        return _LOCK not in names or _is_free(path / _LOCK)
    except OSError:
        return False  # somebody else's


def _is_free(lock: Path) -> bool:
    file = os.open(lock, os.O_RDWR)
    try:
        return _locked(file)
    finally:
        os.close(file)
