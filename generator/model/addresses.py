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

# Every site has this file, and every folder of a site's pages: a folder that holds it was made by a build.
SIGN = "schemas/briefing.schema.json"


def stem_of(file_name: str) -> str:
    """What tells a seed from all others, and its sidecar is called by: the name of a text without its suffix, the whole
    name of a file in another format, so that a text of that name may come to lie beside it.
    """
    stem, suffix = _parts(file_name)
    return file_name if suffix else stem


def slug(file_name: str, letters: Mapping[str, str], usual: str = "txt") -> str:
    """The address part for a file: its name in small ASCII, with its suffix if that is not the usual one; another
    script transliterated by `letters`, with 8 digits of the name's SHA-256, since names may transliterate alike.

    Some file systems take letters with marks apart (NFD): a name gives the same address on every one.
    """
    name = unicodedata.normalize("NFC", file_name)
    stem, suffix = _parts(name, usual)
    plain = _NOT_PLAIN.sub("_" if "_" in stem else "-", stem.lower()).strip("_-")
    if name.isascii() and plain and len(plain) <= _LONGEST:
        return plain + suffix
    return distinct(spell(stem, letters) + suffix, name)


def is_own(part: str, file_name: str) -> bool:
    """True when an address part belongs to this file name alone: it is the name itself, or holds digits of its hash.

    False where folding made it, so that another name may give the same: «GOOD» and «good», NFD and NFC.
    """
    return part == "".join(_parts(file_name)) or part.endswith(_digest(file_name))


def _parts(file_name: str, usual: str = "txt") -> tuple[str, str]:
    """A file's name without its suffix, and what an address has of that: nothing of the usual one, -pdf of .pdf."""
    stem, dot, suffix = file_name.rpartition(".")
    if not dot:
        return file_name, ""
    return stem, "" if suffix.lower() == usual else f"-{_NOT_PLAIN.sub('-', suffix.lower())}"


def spell(text: str, letters: Mapping[str, str]) -> str:
    """A text in small ASCII letters, digits and hyphens, as `letters` spell it; empty when nothing of it can be."""
    spelled = "".join(letters.get(c, c) for c in unicodedata.normalize("NFKC", text.lower()))
    latin = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return _NOT_PLAIN.sub("-", latin).strip("-")[:_LONGEST]


def distinct(spelled: str, text: str) -> str:
    """A spelling with 8 digits of the SHA-256 of what it spells."""
    digest = _digest(text)
    return f"{spelled}-{digest}" if spelled else digest


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def relative(start: str, target: str) -> str:
    """The way from one page's address to another's, both absolute within the site, directories ending in a slash."""
    path, hash_sign, fragment = target.partition("#")
    if path == start:
        return hash_sign + fragment if fragment else f"./{hash_sign}"
    return _way(start.rpartition("/")[0], path) + hash_sign + fragment


def _way(folder: str, path: str) -> str:
    """By the parts that both have; what is not plain by way of the library, which is twice as slow."""
    if not path.startswith("/") or "/." in path or "//" in path:
        return posixpath.relpath(path or "/", folder or "/") + ("/" if path.endswith("/") else "")
    here, there = folder.split("/"), path.split("/")
    most = min(len(here), len(there) - 1)
    shared = next((at for at in range(most) if here[at] != there[at]), most)
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def forward_path(address: str) -> str:
    """The file below docs/ that only leads on from an address: a finished page, which no engine touches."""
    return address.strip("/") + "/index.html"


def data_path(address: str) -> str:
    """The file that holds what a page is made of: that of /articles/x/ is data/articles/x.json."""
    return f"data/{address.strip('/')}.json"


def citation_path(key: str | None, suffix: str) -> str:
    """The file that cites an article, by the last part of its address, or, without one, all that lists show."""
    return f"cite/articles/{key}.{suffix}" if key else f"cite/dossier.{suffix}"


def markdown_path(address: str) -> str:
    """The file below docs/ that becomes a page: /articles/x/ is articles/x/index.md."""
    return address.strip("/") + "/index.md" if address != "/" else "index.md"
