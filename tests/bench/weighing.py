"""What a site weighs, by what its files are for; as they lie, and each compressed as a host sends it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Sections whose pages are one sort, however they are cut.
_SECTIONS = {
    "articles": "articles",
    "people": "entities",
    "organisations": "entities",
    "places": "entities",
    "outlets": "entities",
    "themes": "entities",
    "lists": "lists",
}
_FOLDERS = {
    "data": "data",
    "schemas": "data",
    "search": "index",
    "cite": "citations",
    "assets": "assets",
    "feeds": "feeds",
}
_FEEDS = frozenset({"feed.json", "feeds.opml"})
_CITED = frozenset({".bib", ".ris"})
_ALL = "all"
_SENT_SMALL = 6  # the level at which hosts compress


@dataclass(frozen=True)
class Weight:
    """Files of a kind, their bytes, and their bytes compressed."""

    files: int = 0
    raw: int = 0
    gzipped: int = 0

    def __add__(self, other: Weight) -> Weight:
        return Weight(self.files + other.files, self.raw + other.raw, self.gzipped + other.gzipped)


def kind(path: str) -> str:
    """What a file of a site is for, by its path there."""
    first, _, rest = path.partition("/")
    if path.endswith(".html"):
        return f"html: {_SECTIONS.get(first, 'other') if rest else 'other'}"
    if Path(path).suffix in _CITED:
        return "citations"
    if Path(path).name in _FEEDS:
        return "feeds"
    return _FOLDERS.get(first, "other") if rest else "other"


def weights(site: Path) -> dict[str, Weight]:
    """The weight of each kind of a site, and of all."""
    found: dict[str, Weight] = {}
    for name, weight in _each(site):
        for key in (kind(name), _ALL):
            found[key] = found.get(key, Weight()) + weight
    return dict(sorted(found.items(), key=lambda item: (item[0] == _ALL, item[0])))


def _each(site: Path) -> Iterator[tuple[str, Weight]]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            held = path.read_bytes()
            yield path.relative_to(site).as_posix(), Weight(1, len(held), len(gzip.compress(held, _SENT_SMALL)))
