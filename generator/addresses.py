"""Where pages live: addresses from ids and file names, and the relative way from one page to another.

An article's address comes from its seed's file name alone, so it does not move when a title is edited.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Mapping

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


def slug(file_name: str, letters: Mapping[str, str]) -> str:
    """The address part for a seed: its name in small ASCII; another script transliterated by `letters`, with 8 digits
    of the name's SHA-256, since different names may transliterate alike.
    """
    stem = file_name.rsplit(".", 1)[0]
    plain = _NOT_PLAIN.sub("_" if "_" in stem else "-", stem.lower()).strip("_-")
    if stem.isascii() and plain and len(plain) <= _LONGEST:
        return plain
    return distinct(spell(stem, letters), file_name)


def spell(text: str, letters: Mapping[str, str]) -> str:
    """A text in small ASCII letters, digits and hyphens, as `letters` spell it; empty when nothing of it can be."""
    spelled = "".join(letters.get(c, c) for c in unicodedata.normalize("NFKC", text.lower()))
    latin = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("-", latin).strip("-")[:_LONGEST]


def distinct(spelled: str, text: str) -> str:
    """A spelling with 8 digits of the SHA-256 of what it spells."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{spelled}-{digest}" if spelled else digest


def relative(start: str, target: str) -> str:
    """The way from one page's address to another's, both absolute within the site, directories ending in a slash."""
    path, hash_sign, fragment = target.partition("#")
    way = posixpath.relpath(path or "/", start.rpartition("/")[0] or "/")
    if path.endswith("/"):
        way += "/"
    if path == start:
        way = "" if fragment else "./"
    return way + hash_sign + fragment


def markdown_path(address: str) -> str:
    """The file below docs/ that becomes a page: /articles/x/ is articles/x/index.md."""
    return address.strip("/") + "/index.md" if address != "/" else "index.md"
