"""Reads seeds in this process, where a test is not about the process apart."""

from __future__ import annotations

from importlib import import_module

from generator.model import Problem, Source
from generator.source.formats.apart import Apart
from generator.source.formats.child import Answer
from generator.source.read import parse_seed


class Here(Apart):
    """Has the module of a format read where it is asked."""

    def read(self, form: str, data: bytes) -> Answer:
        """What the module of a format reads in some bytes."""
        answer: Answer = import_module(f"generator.source.formats.{form}").read(data)
        return answer


def parsed(name: str, data: bytes) -> Source | Problem:
    """The bytes of a seed as a source, or the problem that keeps them from being one."""
    return parse_seed(name, data, apart=Here())


def source(name: str, data: bytes) -> Source:
    """The bytes of a seed that can be read."""
    read = parsed(name, data)
    assert isinstance(read, Source), read
    return read


def refused(name: str, data: bytes) -> Problem:
    """Why the bytes of a seed cannot be read."""
    read = parsed(name, data)
    assert isinstance(read, Problem), read
    return read
