"""When each seed came into the dossier, read once from git.

Where git cannot tell, the day is absent, never replaced by the clock.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True)
class History:
    """ISO days by file name; empty when there is no usable history."""

    added: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def read_history(folder: Path) -> History:
    """The day each file of a folder was first committed. Empty outside git and in a shallow clone.

    A shallow clone would show every file as added by its oldest commit, which is false.
    """
    if _git(folder, "rev-parse", "--is-shallow-repository") != "false\n":
        return History()
    log = _git(
        folder, "log", "--reverse", "--relative", "--diff-filter=A", "--no-renames", _FORMAT, "--name-only", "-z", "."
    )
    return History(MappingProxyType(_first_days(log or "")))


# Each commit begins with a control character that no path holds, then its day.
_FORMAT = "--format=%x01%cs"


def _first_days(log: str) -> dict[str, str]:
    added: dict[str, str] = {}
    for commit in log.split("\x01")[1:]:
        day, *names = commit.split("\x00")
        for name in names:
            plain = name.lstrip("\n")
            if plain and "/" not in plain:
                added.setdefault(plain, day)
    return added


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, or None when it is not there or not willing."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="surrogateescape",  # a file's name may be any bytes
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
