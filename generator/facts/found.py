"""What a field hands back: its value and the problems met on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model import Evidence, Problem

V = TypeVar("V")


@dataclass(frozen=True)
class Found(Generic[V]):
    """A value with the problems that a person should look at."""

    value: V
    problems: tuple[Problem, ...] = ()


def evidence(line: int, text: str, start: int, end: int, rule: str) -> Evidence:
    """The words of a line between two code points, as evidence by a rule."""
    return Evidence(line, start, end, text[start:end], rule)
