"""Whether a build would make what stands there already: what the last one was made of, and what it left.

Invariant: a site counts as standing only where every file of it has the bytes that the build left; a page deleted or
changed by hand comes back with the next build.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msgspec import DecodeError, ValidationError, json

from generator.model import Problem
from generator.model.kept import Kept
from generator.site.fingerprint import print_of, tree_of
from generator.site.links import RULES

_ROOM, _KEY = "build", "last"


@dataclass(frozen=True)
class LastBuild:
    """A build: fingerprints of what it was made of and of what it left, in the site and in docs/, and what it told."""

    made_of: str
    left: tuple[str, str]
    articles: int
    pages: int
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """True for a site whose every link leads somewhere."""
        return not any(problem.rule in RULES for problem in self.problems)


def last_build(kept: Kept) -> LastBuild | None:
    """The last build that came to its end; None where nobody remembers one."""
    data = kept.get(_ROOM, _KEY)
    try:
        return json.decode(data, type=LastBuild) if data else None
    except (DecodeError, ValidationError):
        return None


def remember(kept: Kept, build: LastBuild) -> None:
    """Keep a build that came to its end."""
    kept.put(_ROOM, _KEY, json.encode(build))


def left_in(folder: Path) -> str:
    """A fingerprint of what lies in a folder now."""
    return print_of(tree_of(folder))
