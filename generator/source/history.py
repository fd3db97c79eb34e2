"""When each seed came into the dossier, and in which order, read once from git.

Where git cannot tell, day and order are absent, never replaced by the clock.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True)
class History:
    """By file name, the ISO day and the place in order of its first commit; empty when there is no usable history.

    Files of one commit have one place: git does not say which of them came first.
    """

    added: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    order: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def renamed(self, change: Callable[[str], str]) -> History:
        """The same with every name changed; of names that become one the earliest counts."""
        names = sorted(self.order, key=lambda name: (-self.order[name], name))
        added = {change(name): self.added[name] for name in names}
        return History(MappingProxyType(added), MappingProxyType({change(name): self.order[name] for name in names}))


def read_history(folder: Path) -> History:
    """The first commit of each file of a folder. Empty outside git and in a shallow clone.

    A shallow clone would show every file as added by its oldest commit, which is false.
    """
    if git(folder, "rev-parse", "--is-shallow-repository") != "false\n":
        return History()
    return _first_commits(git(folder, *_LOG, "--", ".") or "")


# Oldest first, a parent always before its children, whatever the clocks of their authors said. Each commit begins with
# a control character that no path holds, then its day.
_LOG = (
    *("log", "--reverse", "--date-order", "--relative", "--diff-filter=A", "--no-renames"),
    *("--format=%x01%cs", "--name-only", "-z"),
)


def place_within(folder: Path) -> str | None:
    """Where a folder lies within its repository, empty at the top; None outside git."""
    told = git(folder, "rev-parse", "--show-prefix")
    return None if told is None else told.strip().strip("/")


def _first_commits(log: str) -> History:
    added: dict[str, str] = {}
    order: dict[str, int] = {}
    for place, commit in enumerate(log.split("\x01")[1:]):
        day, *names = commit.split("\x00")
        for name in names:
            plain = name.lstrip("\n")
            if plain and "/" not in plain:
                added.setdefault(plain, day)
                order.setdefault(plain, place)
    return History(MappingProxyType(added), MappingProxyType(order))


def git(folder: Path, *arguments: str) -> str | None:
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
