"""Takes pages out of a built site's sitemap that ask search engines not to list them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_PLACE = re.compile(r"<loc>(?P<address>.*?)</loc>", re.DOTALL)
_INDEX = "index.html"


def without(site: Path, pages: Collection[str], base_path: str) -> None:
    """Rewrite sitemap.xml and its compressed copy without these pages, paths below the site, where one is among them.

    `base_path` is the path under which the site lives.
    """
    path, packed = site / "sitemap.xml", site / "sitemap.xml.gz"
    if not pages or not path.is_file():
        return
    addresses = {f"{base_path.rstrip('/')}/{page.removesuffix(_INDEX)}" for page in pages}
    text = path.read_text(encoding="utf-8")
    kept = _ENTRY.sub(lambda m: "" if _address(m.group()) in addresses else m.group(), text)
    path.write_text(kept, encoding="utf-8")
    if packed.is_file():
        packed.write_bytes(gzip.compress(kept.encode(), mtime=0))


def _address(entry: str) -> str:
    """The path of an entry's page."""
    found = _PLACE.search(entry)
    return unquote(urlsplit(unescape(found["address"].strip())).path) if found else ""
