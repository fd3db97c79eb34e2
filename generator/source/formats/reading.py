"""What reading a file gives, whatever its format: its text, or why it has none."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.declared import Declared


@dataclass(frozen=True)
class Content:
    """The text of a file, without BOM and with LF line ends, and the encoding of what it was read from.

    repairs: what was mended in it, by name, and how often; declared: what the file says of itself.
    """

    text: str
    encoding: str
    repairs: tuple[tuple[str, int], ...] = ()
    declared: Declared | None = None


@dataclass(frozen=True)
class Refusal:
    """Why a file has no text to be published: a rule of problems, what fills its words, and the line, if it is one."""

    rule: str
    values: tuple[tuple[str, str], ...] = ()
    line: int | None = None
