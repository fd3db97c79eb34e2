"""Runs a program as a user would and tells what it cost: processor, wall, memory of it and all that it started.

Processor time and wall hold from the first instruction of the child to its end. Memory is the greatest sum of what its
processes held at once, a page that several share counted once (PSS), looked at four times a second, and never less than
what the largest of them held at its height; without /proc the latter alone.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_LOOK = 0.25
_KB = 1024
# Linux tells it in KB, macOS in bytes.
_PER_MB = _KB if sys.platform != "darwin" else _KB * _KB


class RunError(Exception):
    """A program ended badly; its last words."""


@dataclass(frozen=True)
class Cost:
    """Seconds of processor and of wall, MB."""

    cpu: float
    wall: float
    peak_mb: float


def measured(command: Sequence[str], cwd: Path, log: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run a program to its end, its output to a file. Raises RunError."""
    begun = time.perf_counter()
    with log.open("w", encoding="utf-8") as out:
        child = subprocess.Popen(command, cwd=cwd, env=env, stdout=out, stderr=subprocess.STDOUT)
    watch = _Watch(child.pid)
    watch.start()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    watch.done.set()
    watch.join()
    if child.returncode:
        said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-12:]
        raise RunError("\n".join([f"{' '.join(command)} ended with {child.returncode}:", *said]))
    largest = used.ru_maxrss / _PER_MB
    return Cost(round(used.ru_utime + used.ru_stime, 2), round(wall, 2), round(max(largest, watch.peak), 1))


class _Watch(threading.Thread):
    """Looks now and then at what a process and those that it started hold."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak, self.done = pid, 0.0, threading.Event()

    def run(self) -> None:
        """Until it is done."""
        while not self.done.wait(_LOOK):
            self.peak = max(self.peak, sum(map(_held, tree(self.pid))) / _KB)


def tree(pid: int) -> Iterator[int]:
    """A process and all that it started and that lives; nothing where the system does not tell."""
    yield pid
    try:
        tasks = list((_PROC / str(pid) / "task").iterdir())
    except OSError:
        return  # it ended meanwhile, or there is no such place
    for task in tasks:
        for child in _said(task / "children").split():
            yield from tree(int(child))


def _held(pid: int) -> float:
    """KB that a process holds, its part of what it shares."""
    lines = _said(_PROC / str(pid) / "smaps_rollup").splitlines()
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)


def _said(path: Path) -> str:
    try:
        return path.read_text()
    except (OSError, ValueError):
        return ""


def processor() -> float:
    """Seconds of processor of this process and all that it started, those that live included."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    below = (x for x in tree(os.getpid()) if x != os.getpid())
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(map(_ticked, below))


def _ticked(pid: int) -> float:
    # The name, in brackets, may hold anything; utime, stime, cutime and cstime are the twelfth to fifteenth after it.
    numbers = _said(_PROC / str(pid) / "stat").rpartition(")")[2].split()[11:15]
    return sum(map(int, numbers)) / os.sysconf("SC_CLK_TCK")
