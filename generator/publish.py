"""Exchanges a finished tree with the published one, whole: readers see the old site or the new one, never a mixture."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from generator.model import Problem

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_OLD = ".mujaz-old"
# Every site holds it, so a folder that does is one of ours, to be replaced whole.
_SIGN = "schemas/briefing.schema.json"


class PublishError(OSError):
    """A place that may not be replaced by a site; the message says why."""


class UnsafeError(PublishError):
    """A site with which the old one may not be replaced; `problems` say what is wrong with its pages."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        pages = len({problem.file for problem in problems})
        super().__init__(f"the site was not published, and the old one stays: {pages} pages are not safe to show")
        self.problems = problems


def place_for(site: Path) -> Path:
    """Where a site really goes, links followed. Raises PublishError where something else than a site stands there."""
    place = site.resolve()
    if place.exists() and not place.is_dir():
        raise PublishError(f"{site} is a file; name a folder for the site")
    if place.exists() and any(place.iterdir()) and not (place / _SIGN).is_file():
        raise PublishError(f"{site} holds something else than a site, and is left alone; name a folder of its own")
    return place


def publish(fresh: Path, site: Path) -> None:
    """Put a fresh folder, on the same file system, in the place of the site; what was there is removed."""
    old = site.with_name(site.name + _OLD)
    recover(site)
    if not site.exists():
        fresh.rename(site)
        return
    if _exchange(fresh, site):
        shutil.rmtree(fresh)
        return
    site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old)


def recover(site: Path) -> None:
    """Complete an exchange that was interrupted between its two renames."""
    old = site.with_name(site.name + _OLD)
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
