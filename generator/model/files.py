"""A file of a site that is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class FileDraft:
    """A file by its path below docs/, and what it rests on beside what every file of a build does: where all of that is
    equal, the file is. One that rests on what nobody has counted is made anew each time: `rests_on` is None.
    """

    path: str
    rests_on: tuple[str, ...] | None
    make: Callable[[], str | bytes]
