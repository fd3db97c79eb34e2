"""The process in which files are parsed that may break, hold up or swell a parser: asked and answered over its pipes.

A request is a line of JSON that names the format and the size, then so many bytes; the answer is a line of JSON. What
a parser raises ends this process: whoever asked is told by that, and begins another for the next file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from pydantic import TypeAdapter

from generator.source.formats.reading import Content, Refusal

if sys.platform != "win32":  # which has no such limits: there the time alone is limited
    import resource


# Pages of news of some megabytes are parsed in a tenth of this; a bomb asks for a thousand times as much.
MEMORY = 1 << 30
SECONDS = 30
# How this process ends when its memory does not suffice.
HEAVY = 3

Answer = Content | Refusal
ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def answer_all() -> None:
    """Answer requests until there are none."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # nothing is written to a file
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while request := sys.stdin.buffer.readline():
        try:
            answer = _answer(json.loads(request), sys.stdin.buffer)
        except (MemoryError, RecursionError):
            sys.exit(HEAVY)
        sys.stdout.buffer.write(answer + b"\n")
        sys.stdout.buffer.flush()


def _answer(request: dict[str, Any], given: BinaryIO) -> bytes:
    data = given.read(request["size"])
    _allow_seconds()
    try:
        read: Callable[[bytes], Answer] = import_module(f"generator.source.formats.{request['format']}").read
    except ModuleNotFoundError as error:
        return ANSWER.dump_json(Refusal("format-not-installed", (("package", error.name or ""),)))
    return ANSWER.dump_json(read(data))


def _allow_seconds() -> None:
    """So much time of the processor for the next file: the limit counts from the first one."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    answer_all()
