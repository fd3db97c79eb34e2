"""What a field hands back: its value and the problems met on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model import Problem

V = TypeVar("V")


@dataclass(frozen=True)
class Found(Generic[V]):
    """A value with the problems that a person should look at."""

    value: V
    problems: tuple[Problem, ...] = ()
