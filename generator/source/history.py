"""When each seed came into the dossier, and in which order, read once from git.

Where git cannot tell, day and order are absent, never replaced by the clock.
"""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True)
class History:
    """By file name, the ISO day and the place in order of its first commit; empty when there is no usable history.

    Files of one commit have one place: git does not say which of them came first. `changed` is the moment of a file's
    last commit, in UTC, as feeds write it.
    """

    added: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    order: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    changed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def renamed(self, change: Callable[[str], str]) -> History:
        """The same with every name changed; of names that become one the earliest counts."""
        names = sorted(self.order, key=lambda name: (-self.order[name], name))
        added = {change(name): self.added[name] for name in names}
        order = {change(name): self.order[name] for name in names}
        changed = {change(name): at for name, at in sorted(self.changed.items(), key=lambda x: (x[1], x[0]))}
        return History(MappingProxyType(added), MappingProxyType(order), MappingProxyType(changed))


def read_history(folder: Path) -> History:
    """The first commit of each file of a folder. Empty outside git and in a shallow clone.

    A shallow clone would show every file as added by its oldest commit, which is false.
    """
    if git(folder, "rev-parse", "--is-shallow-repository") != "false\n":
        return History()
    first = _first_commits(git(folder, *_LOG, "--", ".") or "")
    return replace(first, changed=_last_commits(git(folder, *_LOG_OF_CHANGES, "--", ".") or ""))


# Oldest first, a parent always before its children, whatever the clocks of their authors said. Each commit begins with
# a control character that no path holds, then its day.
_LOG = (
    *("log", "--reverse", "--date-order", "--relative", "--diff-filter=A", "--no-renames"),
    *("--format=%x01%cs", "--name-only", "-z"),
)


# Newest first: the first commit that names a file is its last.
_LOG_OF_CHANGES = (
    *("log", "--date-order", "--relative", "--diff-filter=AM", "--no-renames"),
    *("--format=%x01%ct", "--name-only", "-z"),
)


def _last_commits(log: str) -> Mapping[str, str]:
    changed: dict[str, str] = {}
    for commit in log.split("\x01")[1:]:
        second, *names = commit.split("\x00")
        moment = dt.datetime.fromtimestamp(int(second), dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        for name in _directly_there(names):
            changed.setdefault(name, moment)
    return MappingProxyType(changed)


def _directly_there(names: Iterable[str]) -> Iterator[str]:
    """The names of files in the folder itself."""
    plain = (name.lstrip("\n") for name in names)
    return (name for name in plain if name and "/" not in name)


def place_within(folder: Path) -> str | None:
    """Where a folder lies within its repository, empty at the top; None outside git."""
    told = git(folder, "rev-parse", "--show-prefix")
    return None if told is None else told.strip().strip("/")


def _first_commits(log: str) -> History:
    added: dict[str, str] = {}
    order: dict[str, int] = {}
    for place, commit in enumerate(log.split("\x01")[1:]):
        day, *names = commit.split("\x00")
        for name in _directly_there(names):
            added.setdefault(name, day)
            order.setdefault(name, place)
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
