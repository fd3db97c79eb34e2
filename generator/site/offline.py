"""A built site as one zip whose pages open from a folder, without a server: links name their files, and the indexes
stand in the place of the search, which no browser lets run there.

Invariant: the same site gives the same bytes on any machine: files in order, stored as they are, all of one time.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from html import escape, unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_STORED, ZipFile, ZipInfo

# What only a server makes use of, or needs one: the search with its index, the page for addresses that are none.
_LEFT = ("search/", "404.html", "sitemap.xml")
_SEARCH = "search/"
_INDEXES = "indexes/index.html"
_BOX = re.compile(r"<form class=\"mz-box\".*?</form>", re.DOTALL)
_ITEM = re.compile(r"<li><a href=\"(?P<href>[^\"]*)\"[^>]*>[^<]*</a></li>")
_LINK = re.compile(
    r"(?P<before><(?:(?:a|link)\b[^>]*?\shref=\"|meta http-equiv=\"refresh\" content=\"0; url=))(?P<href>[^\"]*)(?=\")"
)
# A browser takes each file there for a place of its own, so that no 'self' means the files beside.
_POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
_CROSS = re.compile(r"<link rel=\"preload\"[^>]*>\n?")
# The earliest that a zip can tell, and what it says of who may read a file.
_TIME, _RIGHTS, _UNIX = (1980, 1, 1, 0, 0, 0), 0o644 << 16, 3


def zipped(site: Path, target: Path) -> int:
    """Write a built site to a zip, in a folder of its name; gives how many files it holds."""
    names = sorted(name for p in site.rglob("*") if p.is_file() and _stays(name := p.relative_to(site).as_posix()))
    known, part = frozenset(names), target.with_name(f".{target.name}.part")
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(part, "w", ZIP_STORED) as held:
        for name in names:
            data = (site / name).read_bytes()
            written = detached(data.decode(), name, known).encode() if name.endswith(".html") else data
            entry = ZipInfo(f"{target.stem}/{name}", _TIME)
            entry.external_attr, entry.create_system = _RIGHTS, _UNIX
            held.writestr(entry, written)
    part.replace(target)
    return len(names)


def _stays(name: str) -> bool:
    return not name.startswith(_LEFT)


def detached(page: str, name: str, known: Collection[str]) -> str:
    """A page as it opens from a folder: with links to files, without search box, policy and what is fetched early."""
    folder = PurePosixPath(name).parent.as_posix()
    text = _CROSS.sub("", _POLICY.sub("", _BOX.sub("", page)))
    text = _ITEM.sub(
        lambda item: "" if _meant(unescape(item["href"]), folder) == _SEARCH.rstrip("/") else item[0], text
    )
    return _LINK.sub(lambda link: link["before"] + escape(_to_file(unescape(link["href"]), folder, known)), text)


def _meant(href: str, folder: str) -> str | None:
    """The path below the site that a link means; None for one that leads out of the site, or to a place of its page."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    return posixpath.normpath(posixpath.join(folder, unquote(parts.path)))


def _to_file(href: str, folder: str, known: Collection[str]) -> str:
    meant = _meant(href, folder)
    if meant is None:
        return href
    path, mark, rest = _parted(href)
    if f"{meant}/".startswith(_SEARCH):
        return posixpath.relpath(_INDEXES, folder)
    page = "index.html" if meant == "." else f"{meant}/index.html"
    return f"{path.rstrip('/')}/index.html{mark}{rest}" if page in known else href


def _parted(href: str) -> Iterator[str]:
    """A link's path, the sign behind it, and what follows."""
    found = re.match(r"([^?#]*)([?#]?)(.*)", href, re.DOTALL)
    yield from found.groups() if found else (href, "", "")
