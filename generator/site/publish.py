"""Exchanges a finished tree with the published one, whole: readers see the old site or the new one, never a mixture."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.model import Problem
from generator.model.addresses import SIGN
from generator.model.fault import CommandError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_OLD = ".mujaz-old"
# A journal takes many waiting files at once: on ext4, 1,100 files took 6.4 s one by one and 0.4 s eight at a time; a
# system that writes all it has to in one step is asked for that.
_AT_ONCE = 8


class PublishError(CommandError):
    """A place that may not be replaced by a site."""


class UnsafeError(PublishError):
    """A site with which the old one may not be replaced; `problems` say what is wrong with its pages."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("site.unsafe", number=len({problem.file for problem in problems}))
        self.problems = problems

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """By what it was made of."""
        return type(self), (self.problems,)


def place_for(site: Path) -> Path:
    """Where a site really goes, links followed. Raises PublishError where something else than a site stands there."""
    place = site.resolve()
    if place.exists() and not place.is_dir():
        raise PublishError("site.is-file", site=site)
    if place.exists() and any(place.iterdir()) and not (place / SIGN).is_file():
        raise PublishError("site.not-ours", site=site)
    return place


def publish(fresh: Path, site: Path) -> None:
    """Put a fresh folder, on the same file system, in the place of the site; what was there is removed.

    All of it lies on the disk before readers get it: a power cut afterwards leaves no page empty.
    """
    recover(site)
    _flush_tree(fresh)
    rest = _put(fresh, site)
    _flush(site.parent)
    if rest:
        shutil.rmtree(rest)


def former(site: Path) -> Path:
    """Where a site waits to be removed, on systems that cannot exchange two folders in one step."""
    return site.with_name(site.name + _OLD)


def _put(fresh: Path, site: Path) -> Path | None:
    """Give the site's name to a fresh folder; where the former site is now, if there was one."""
    if not site.exists():
        fresh.rename(site)
        return None
    if _exchange(fresh, site):
        return fresh
    old = former(site)
    site.rename(old)
    fresh.rename(site)
    return old


def _flush_tree(folder: Path) -> None:
    """Have the system write every file of a folder to the disk, then the folders that name them."""
    if _flush_system(folder):
        return
    below = [*folder.rglob("*")]
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for paths in ([p for p in below if p.is_file()], [folder, *(p for p in below if p.is_dir())]):
            deque(threads.map(_flush, paths), maxlen=0)  # the first that fails is raised


def _flush_system(folder: Path) -> bool:
    """Have all of a file system written in one step where the system can (Linux, syncfs); False where it cannot."""
    if sys.platform != "linux":
        return False
    sync = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if sync is None:
        return False
    file = os.open(folder, os.O_RDONLY)
    try:
        return bool(sync(file) == 0)
    finally:
        os.close(file)


def _flush(path: Path) -> None:
    if sys.platform == "win32":  # flushes no file that is open to be read, and opens no folder
        return
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def recover(site: Path) -> None:
    """Complete an exchange that was interrupted between its two renames."""
    old = former(site)
    if not old.exists():
        return
    if site.exists():
        shutil.rmtree(old)
    else:
        old.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux, renameat2); False where it cannot."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
