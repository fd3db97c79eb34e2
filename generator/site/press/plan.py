"""What there is to press, before the engine runs: pages by the key of their shell."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.site.engine import SiteName
from generator.site.press.frame import Surroundings, at, frame, page_url
from generator.site.press.trees import menu_files

# How many real pages of each build are held against the engine's.
_HELD = 20
_KIND = ("briefing", "kind")


@dataclass(frozen=True)
class Shown:
    """A page by its file, with what its frame needs of what it says of itself."""

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


def plan(pages: Mapping[str, Mapping[str, Any] | None], around: Surroundings) -> Plan:
    """What there is to press of pages with what their frames need, by their files."""
    keys, others = dict[str, tuple[Shown, Shown]](), set[str]()
    for file, said in sorted(pages.items()):
        made = frame(file, said, around) if said is not None and around.is_plain else None
        if made is None or said is None:
            others.add(file)
        else:
            shown = Shown(file, said)
            keys[made.key] = keys.get(made.key, (shown,))[0], shown
    held = sorted((file for file in pages if file not in others), key=_hash)[:_HELD]
    return Plan(tuple(sorted(pages)), keys, frozenset(others), held, around)


def _hash(file: str) -> bytes:
    return hashlib.sha256(file.encode()).digest()
