"""What of a page stands around its words: which shell it needs, and what goes into that shell's places.

Two pages of one key differ, outside their own words, in these values alone. That is not believed but shown: two
samples of each key are rendered by the engine, and each must come out of the other's shell.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from generator.model.addresses import relative

Path = tuple[str, ...]
Row = tuple[str, ...]

# What a frame prints of the front matter, by the name of its place.
TEXTS: Mapping[str, Path] = {
    "title": ("title",),
    "description": ("description",),
    "preview": ("preview",),
    "headline": ("briefing", "title"),
    "language": ("briefing", "language"),
    "date": ("briefing", "date", "value"),
    "outlet": ("briefing", "outlet", "name"),
    "author": ("briefing", "author", "name"),
}
# Addresses within the site, printed as the way from the page.
WAYS: Mapping[str, Path] = {"data": ("briefing", "data")}
# Rows of words, by how many are in each, and which of them is an address.
ROWS: Mapping[str, tuple[int, int | None]] = {"cited": (2, None), "feeds": (3, 1)}
# What a frame decides by: pages that differ here have different shells.
DECIDING: tuple[Path, ...] = (
    ("robots",),
    ("briefing", "kind"),
    ("briefing", "title_basis"),
    ("briefing", "date", "basis"),
    ("briefing", "date", "certainty"),
    ("briefing", "outlet", "basis"),
    ("briefing", "outlet", "certainty"),
    ("briefing", "author", "basis"),
)
# What is printed whole, or brings another template: the engine does it.
_OTHER: tuple[Path, ...] = (("template",), ("briefing", "dataset"))
_INDEX = "index.md"
_PLAIN = re.compile(r"[\w./:~%-]*", re.ASCII)


@dataclass(frozen=True)
class Frame:
    """The key of a page's shell, and what goes into it by the name of its place: words, or rows of words."""

    key: str
    values: Mapping[str, str | Sequence[Row]]


@dataclass(frozen=True)
class Surroundings:
    """What of a site all frames share: its address, and what they link to. None of it is a page's own."""

    url: str
    links: frozenset[str]

    @property
    def is_plain(self) -> bool:
        """True where no sign of the address is written otherwise in HTML."""
        return bool(_PLAIN.fullmatch(self.url))


def page_url(file: str) -> str | None:
    """A page's address below the site, by its Markdown file; None for one that is no folder's page."""
    if not file.endswith(_INDEX) or not _PLAIN.fullmatch(file):
        return None
    url = file.removesuffix(_INDEX)
    return url if not url or url.endswith("/") else None


def shown_place(url: str, links: frozenset[str]) -> tuple[str, int]:
    """What of a page's address its frame shows: the folders that it shares with something linked from every frame,
    and the first in any case, and how deep it lies. A page of the first two levels has a frame of its own.
    """
    parts = url.split("/")[:-1]
    kept = 1
    while kept < len(parts) and any(link.startswith("/".join(parts[: kept + 1]) + "/") for link in links):
        kept += 1
    return "/".join(parts[:kept]), len(parts)


def frame(file: str, said: Mapping[str, Any], around: Surroundings) -> Frame | None:
    """The frame of a page with this front matter; None where the engine has to make it."""
    url = page_url(file)
    if url is None or any(at(said, path) is not None for path in _OTHER):
        return None
    try:
        values = dict(_values(url, said, around.url))
    except ValueError:
        return None
    if "title" not in values:
        return None
    decided = [at(said, path) for path in DECIDING]
    return Frame(json.dumps([shown_place(url, around.links), sorted(values), decided]), values)


def _values(url: str, said: Mapping[str, Any], base: str) -> Iterator[tuple[str, str | Sequence[Row]]]:
    """What the page puts into its frame. Raises ValueError for what is not words, or no plain address."""
    for name, path in TEXTS.items():
        if found := at(said, path):
            yield name, _words(found)
    for name, path in WAYS.items():
        if found := at(said, path):
            yield name, _way(url, found)
    for name, (width, address) in ROWS.items():
        if found := said.get(name):
            yield name, [_row(url, each, width, address) for each in found]
    if base:
        yield "canonical", urljoin(base if base.endswith("/") else f"{base}/", url)


def framing(said: Mapping[str, Any]) -> dict[str, Any]:
    """What of a page's front matter its frame is made of and decided by, at the same places."""
    paths = (*TEXTS.values(), *WAYS.values(), *((name,) for name in ROWS), *DECIDING)
    kept: dict[str, Any] = {}
    for path in (*paths, *_OTHER):
        value = at(said, path)
        if value is not None:
            _put(kept, path, True if path in _OTHER else value)
    return kept


def _put(kept: dict[str, Any], path: Path, value: Any) -> None:
    for name in path[:-1]:
        kept = kept.setdefault(name, {})
    kept[path[-1]] = value


def at(said: Any, path: Path) -> Any:
    """What stands at a path of a front matter; None where nothing does."""
    for name in path:
        said = said.get(name) if isinstance(said, dict) else None
    return said


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004  one way to say that the engine has to print it
    return value


def _way(url: str, value: Any) -> str:
    address = _words(value)
    if not address.startswith("/") or not _PLAIN.fullmatch(address):
        raise ValueError(address)
    return relative(f"/{url}", address)


def _row(url: str, row: Any, width: int, address: int | None) -> Row:
    if not isinstance(row, list) or len(row) != width:
        raise ValueError(row)
    return tuple(_way(url, cell) if at == address else _words(cell) for at, cell in enumerate(row))
