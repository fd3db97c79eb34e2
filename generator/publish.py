"""Exchanges a finished tree with the published one, whole: readers see the old site or the new one, never a mixture."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_OLD = ".mujaz-old"


def publish(fresh: Path, site: Path) -> None:
    """Put a fresh folder, on the same file system, in the place of the site; what was there is removed.

    Raises NotADirectoryError when something else than a folder stands there.
    """
    old = site.with_name(site.name + _OLD)
    recover(site)
    if not site.exists():
        fresh.rename(site)
        return
    if not site.is_dir():
        raise NotADirectoryError(str(site))
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
