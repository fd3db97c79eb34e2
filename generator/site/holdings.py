"""What the pages of a site hold for the check of its links, kept by the hash of their bytes and read when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import DecodeError, ValidationError, json

from generator.model.kept import Kept
from generator.site.fingerprint import Tree
from generator.site.links import Leads, held
from generator.site.markup import look

HTML = ".html"
_ROOM = "holds"
# Pages that many lead to are asked for again and again.
_AT_ONCE = 4096


def keep_held(kept: Kept, told: str, leads: Leads) -> None:
    """Keep what a page of a hash holds."""
    kept.put(_ROOM, told, json.encode(leads))


def is_held(kept: Kept, told: str) -> bool:
    """Whether it is known what a page of a hash holds."""
    return kept.has(_ROOM, told)


class Holdings(Mapping[str, Leads]):
    """What each page of a site holds, by its file."""

    def __init__(self, site: Path, files: Tree, kept: Kept) -> None:
        self._site = site
        self._hashes = {name: told for name, told in files.items() if name.endswith(HTML)}
        self._kept = kept
        self._read = lru_cache(_AT_ONCE)(self._of)

    def __getitem__(self, page: str) -> Leads:
        """What a page holds; where nobody could keep that, on a full disk, it is looked at again."""
        return self._read(self._hashes[page]) or held(look((self._site / page).read_text(encoding="utf-8")))

    def __iter__(self) -> Iterator[str]:
        """The pages."""
        return iter(self._hashes)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._hashes)

    def changed(self, files: Tree, standing: Tree) -> list[str] | None:
        """The pages that are not as they stood on a site; None where something is gone that a link may lead to."""
        if not standing.keys() <= files.keys():
            return None
        changed = [page for page, told in self._hashes.items() if standing.get(page) != told]
        for page in changed:
            was = self._of(standing[page]) if page in standing else None
            if page in standing and (was is None or self[page].lacks(was)):
                return None
        return changed

    def _of(self, told: str) -> Leads | None:
        data = self._kept.get(_ROOM, told)
        try:
            return json.decode(data, type=Leads) if data else None
        except (DecodeError, ValidationError):
            return None
