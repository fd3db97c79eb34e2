"""What stands for a withheld name: as many masks as it has characters in a text, a few words where text is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import is_dataclass, replace
from typing import Any

# A character of the private use area: no text means anything by it, and no stage takes it for a letter.
MASK = "\ue0f0"
_MASKS = re.compile(f"{MASK}+")


def shown(value: Any, words: str) -> Any:
    """A value as it leaves the generator: in every string of it, runs of masks as words."""
    return each_text(value, lambda text: _MASKS.sub(words, text) if MASK in text else text)


def each_text(value: Any, change: Callable[[str], str]) -> Any:
    """A value with every string in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: each_text(part, change) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(each_text(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{name: each_text(part, change) for name, part in vars(value).items()})
    return value
