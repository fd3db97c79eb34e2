"""Takes pages out of a built site's sitemap that ask search engines not to list them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection
from html import unescape
from urllib.parse import unquote, urlsplit

from generator.site.assembly import Assembly

_ENTRY = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_PLACE = re.compile(r"<loc>(?P<address>.*?)</loc>", re.DOTALL)
_INDEX = "index.html"
_NAME, _PACKED = "sitemap.xml", "sitemap.xml.gz"


def without(site: Assembly, pages: Collection[str], base_path: str) -> None:
    """Rewrite sitemap.xml and its compressed copy without these pages, paths below the site, where one is among them.

    `base_path` is the path under which the site lives.
    """
    path = site.fresh / _NAME
    if not pages or not path.is_file():
        return
    addresses = {f"{base_path.rstrip('/')}/{page.removesuffix(_INDEX)}" for page in pages}
    text = path.read_text(encoding="utf-8")
    kept = _ENTRY.sub(lambda m: "" if _address(m.group()) in addresses else m.group(), text)
    site.put(_NAME, kept.encode())
    if (site.fresh / _PACKED).is_file():
        site.put(_PACKED, gzip.compress(kept.encode(), mtime=0))


def _address(entry: str) -> str:
    """The path of an entry's page."""
    found = _PLACE.search(entry)
    return unquote(urlsplit(unescape(found["address"].strip())).path) if found else ""
