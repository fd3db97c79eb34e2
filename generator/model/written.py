"""Pages that somebody wrote for a site, as they go to the engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnPage:
    """A page written by hand: its file for problems, its address, what the menu calls it, and its body as Markdown in
    which nothing is left that the engine could stumble on.
    """

    file: str
    address: str
    title: str
    description: str
    body: str
