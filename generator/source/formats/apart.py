"""Has files parsed in a process of its own, with limits of memory and time: one for many files, another after one that
broke it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from generator.place import IMPORTED_FROM
from generator.source.formats.child import ANSWER, HEAVY, SECONDS, Answer
from generator.source.formats.reading import Refusal

# By the clock: a process that waits for its turn on a busy machine has used none of its own seconds.
_PATIENCE = SECONDS * 10
# Far more than the largest text that a seed may hold takes as JSON.
_LONGEST_ANSWER = 100_000_000


# Ended by the limit of seconds, by that of patience, or by a system that runs out of memory.
_KILLED = frozenset({-getattr(signal, name, 0) for name in ("SIGXCPU", "SIGKILL")})


class Apart:
    """A process that parses, begun when the first file needs it and ended with the block that it is made for."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended()

    def read(self, form: str, data: bytes) -> Answer:
        """What the module of a format reads in some bytes, or why it came to no end."""
        process = self._process = self._process or _begun()
        answer = _asked(process, form, data)
        try:
            return ANSWER.validate_json(answer)
        except ValidationError:
            code = self._ended()
        return Refusal("file-heavy" if code == HEAVY or code in _KILLED else "file-broken")

    def _ended(self) -> int | None:
        """Let the process come to its end; gives how it ended."""
        process, self._process = self._process, None
        if process is None:
            return None
        with suppress(OSError):  # what it was not there to read any more
            process.communicate()
        return process.wait()


def _begun() -> subprocess.Popen[bytes]:
    """The process, with this very package wherever it lies, and no other code from the folder at hand."""
    paths = (str(IMPORTED_FROM), os.environ.get("PYTHONPATH", ""))
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "generator.source.formats.child"],
        env=settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _asked(process: subprocess.Popen[bytes], form: str, data: bytes) -> bytes:
    """The answer of the process; what there is of one where it ended, or had to be ended."""
    given, taken = process.stdin, process.stdout
    if given is None or taken is None:
        return b""
    late = Timer(_PATIENCE, process.kill)
    late.start()
    with suppress(BrokenPipeError):
        given.write(json.dumps({"format": form, "size": len(data)}).encode() + b"\n" + data)
        given.flush()
    answer = taken.readline(_LONGEST_ANSWER)
    late.cancel()
    return answer
