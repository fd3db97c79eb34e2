"""What a build makes of a catalogue: pages to be, and addresses that lead on to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page to be: its kind names the template, its address ends in a slash."""

    kind: str
    address: str
    title: str
    context: dict[str, Any]
    description: str = ""


@dataclass(frozen=True)
class Forward:
    """An address of a file whose text is the page of another: it leads on to that page."""

    address: str
    target: str
