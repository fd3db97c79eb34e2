"""What there is to press below a docs folder, before the engine runs: pages by the key of their shell."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.site.engine import SiteName
from generator.site.press.frame import Surroundings, at, frame, page_url
from generator.site.press.front import front
from generator.site.press.trees import menu_files

# How many real pages of each build are held against the engine's.
_HELD = 20
_KIND = ("briefing", "kind")


@dataclass(frozen=True)
class Shown:
    """A page by its file, with what it says of itself."""

    file: str
    said: Mapping[str, Any]


@dataclass(frozen=True)
class Plan:
    """The pages of a tree, in order: the first and the last of each key, those that are not for the press, those that
    are held against the engine's, by a hash of their names; and what all have around them.
    """

    files: tuple[str, ...]
    keys: Mapping[str, tuple[Shown, Shown]]
    others: frozenset[str]
    held: Sequence[str]
    around: Surroundings

    def kind_of(self, key: str) -> str:
        """The kind of the pages of a key."""
        return str(at(self.keys[key][0].said, _KIND))


def surroundings(name: SiteName) -> Surroundings:
    """What of a site all frames share."""
    foot: Any = name.face.get("foot", ())
    indexed: Any = name.face.get("indexed", ())
    menu = (page_url(file) or "" for file in menu_files(name))
    return Surroundings(name.url, frozenset((*menu, *(row["address"] for row in foot), *indexed)))


def plan(docs: Path, around: Surroundings) -> Plan:
    """What there is to press below a folder."""
    files, keys, others = list[str](), dict[str, tuple[Shown, Shown]](), set[str]()
    for path in sorted(docs.rglob("*.md")):
        file = path.relative_to(docs).as_posix()
        files.append(file)
        read = front(path.read_text(encoding="utf-8")) if around.is_plain else None
        made = frame(file, read.said, around) if read else None
        if made is None or read is None:
            others.add(file)
        else:
            shown = Shown(file, read.said)
            keys[made.key] = keys.get(made.key, (shown,))[0], shown
    held = sorted((file for file in files if file not in others), key=_hash)[:_HELD]
    return Plan(tuple(files), keys, frozenset(others), held, around)


def _hash(file: str) -> bytes:
    return hashlib.sha256(file.encode()).digest()
