"""What a page's front matter says, read as the engine reads it.

Invariant: a page that the engine might read in another way than this is not read at all, so that it goes to the engine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The engine's own pattern: what stands between two lines of hyphens at the very beginning.
_FRONT = re.compile(r"\A---[ \t]*\n((?:#[^\n]*\n)*)(.*?\n)(?:\.\.\.|---)[ \t]*\n", re.DOTALL)
_KEY = re.compile(r"(  )?([A-Za-z_]\w*): ?")


@dataclass(frozen=True)
class Front:
    """What a page says of itself, and its Markdown below that."""

    said: Mapping[str, Any]
    body: str


def front(markdown: str) -> Front | None:
    """A page's front matter and body; None for a page that has none, or whose line ends are not plain."""
    found = _FRONT.match(markdown)
    if not found or "\r" in markdown:
        return None
    said = _read(found[2])
    return Front(said, markdown[found.end() :].lstrip("\n")) if isinstance(said, dict) else None


def _read(text: str) -> Any:
    """A front matter's values. A key a line with a value in JSON, as generated pages have it, is read in a tenth of
    the time that YAML takes, and that is as long as pressing a short page.
    """
    try:
        return json.loads(text) if text.startswith("{") else _by_line(text)
    except (ValueError, TypeError):
        pass
    try:
        return yaml.load(text, _Loader)  # noqa: S506  the safe one, in C where it is there
    except yaml.YAMLError:
        return None


def _by_line(text: str) -> dict[str, Any]:
    """A key a line, those of a record below it indented. Raises ValueError for what is written otherwise."""
    said = dict[str, Any]()
    within: dict[str, Any] | None = None
    for line in text.splitlines():
        key = _KEY.match(line)
        if key is None:
            raise ValueError(line)
        indent, name = key.groups()
        value = line[key.end() :]
        if indent and within is not None:
            within[name] = json.loads(value)
        elif indent or name in said:
            raise ValueError(line)
        else:
            said[name] = within = {} if not value else None
            if value:
                said[name] = json.loads(value)
    return said
