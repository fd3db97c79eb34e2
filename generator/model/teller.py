"""What a long task tells of how far it is."""

from __future__ import annotations

from typing import Protocol


class Teller(Protocol):
    """Hears which step is at hand, and of a long one how much is done of how much."""

    def __call__(self, step: str, done: int = 0, of: int = 0, /) -> None:
        """Be told."""
