"""Files of a site: made when they are asked for, and known by their hash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FileDraft:
    """A file by its path below docs/, and what it rests on beside what every file of a build does: where all of that is
    equal, the file is. One that rests on what nobody has counted is made anew each time: `rests_on` is None.
    """

    path: str
    rests_on: tuple[str, ...] | None
    make: Callable[[], str | bytes]


@dataclass(frozen=True)
class FileContent:
    """The content of a file: its SHA-256, and what makes it.

    framing: of a page, what of its front matter decides what stands around it; None of one that only the engine reads.
    """

    hash: str
    make: Callable[[], bytes]
    framing: Mapping[str, Any] | None = None
