"""Whether every link within a site leads to something, and none of its pages asks another host for a file.

What a page holds is kept as two strings: as objects, 20,000 articles would take half a gigabyte. Invariant: what was
left out of them needs no look at any other page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from generator.model import Problem
from generator.site.markup import Contents, Reference

# What stands between two ids or addresses: no parser of HTML leaves it in one.
# What a site has no fault in of which none of these is told.
RULES = frozenset({"dead-link", "foreign-request"})
_BETWEEN = "\0"
_FETCHED = "\1"
# Places that the theme's scripts make.
_MADE_LATER = "__"
# An address that is a path within the site, and what it means without reading it as one of the web's.
_PATH = re.compile(r"[\w./-]+(?:#[^%?#\s]*)?")
# An address of another host that no reader stumbles over.
_OUT = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][^\[\]]*)?")
_UP = "../"


@dataclass(frozen=True)
class Leads:
    """What other pages may ask of a page, and what it asks of them: its ids, and what it refers to beside itself;
    `unlisted` when it asks search engines to leave it out.
    """

    ids: str
    led: str
    unlisted: bool = False

    def has(self, id_: str) -> bool:
        """True for the id of a place on the page."""
        return id_.startswith(_MADE_LATER) or f"{_BETWEEN}{id_}{_BETWEEN}" in self.ids

    def lacks(self, other: Leads) -> bool:
        """True where another page has a place that this one has not."""
        return self.ids != other.ids and not set(other.ids.split(_BETWEEN)) <= set(self.ids.split(_BETWEEN)) | {""}

    def references(self) -> Iterator[Reference]:
        """What it refers to, each once."""
        for address in self.led.split(_BETWEEN) if self.led else ():
            yield Reference(address.removeprefix(_FETCHED), address.startswith(_FETCHED))


def held(contents: Contents) -> Leads:
    """What of a page the check of all links needs: no way to a place that it has, and none out of the site."""
    ids = f"{_BETWEEN}{_BETWEEN.join(sorted(contents.ids))}{_BETWEEN}" if contents.ids else ""
    left = {f"{_FETCHED * each.fetched}{each.address}" for each in contents.references if _concerns(each, contents)}
    return Leads(ids, _BETWEEN.join(sorted(left)), contents.unlisted)


def _concerns(reference: Reference, contents: Contents) -> bool:
    address = reference.address
    if address.startswith("#"):
        place = address[1:]
        return not (place in contents.ids and "%" not in place and place.isprintable())
    return reference.fetched or not _OUT.fullmatch(address)


def check_links(
    seen: Mapping[str, Leads], files: Collection[str], base_path: str, pages: Iterable[str] | None = None
) -> Iterator[Problem]:
    """Links within the site that lead nowhere, and needed files on other hosts. `files` are all that the site has;
    `pages` are those to look at, all unless given.
    """
    site = _Site(seen, files, base_path.rstrip("/") + "/", {})
    for page in sorted(seen if pages is None else pages):
        faults = [(each, rule) for each in seen[page].references() if (rule := site.fault(page, each))]
        for reference, rule in sorted(faults, key=lambda fault: (fault[0].address, fault[0].fetched)):
            yield Problem("error", page, None, rule, (("address", reference.address),))


@dataclass(frozen=True)
class _Site:
    """All pages and files of a site, and which file each path from its root was found to mean."""

    seen: Mapping[str, Leads]
    files: Collection[str]
    base: str
    known: dict[str, str | None]

    def fault(self, page: str, reference: Reference) -> str | None:
        """What is wrong with a link of a page."""
        address, up = reference.address, _UP * page.count("/")
        if not (address.startswith(up) and _PATH.fullmatch(address)) or address.startswith("/"):
            return self._fault_of_any(page, reference)
        path, _, fragment = address[len(up) :].partition("#")
        if path not in self.known:
            self.known[path] = self._target("", path) if path else self._target(page, up)
        return self._fault_at(self.known[path], fragment)

    def _fault_of_any(self, page: str, reference: Reference) -> str | None:
        try:
            parts = urlsplit(reference.address)
        except ValueError:
            return "dead-link"
        if parts.scheme or parts.netloc:
            return "foreign-request" if reference.fetched and parts.scheme != "data" else None
        return self._fault_at(self._target(page, parts.path), unquote(parts.fragment))

    def _fault_at(self, target: str | None, fragment: str) -> str | None:
        if target is None:
            return "dead-link"
        found = self.seen.get(target) if fragment else None
        return None if found is None or found.has(fragment) else "dead-link"

    def _target(self, page: str, path: str) -> str | None:
        """The file that a path leads to from a page; None when there is none."""
        if not path:
            return page
        start, rest = page.rpartition("/")[0], unquote(path)
        if rest.startswith("/"):
            if not f"{rest}/".startswith(unquote(self.base)):
                return None
            start, rest = "", rest[len(unquote(self.base)) :]
        parts = start.split("/") if start else []
        for part in rest.split("/"):
            if part == "..":
                if not parts:
                    return None
                parts.pop()
            elif part not in ("", "."):
                parts.append(part)
        name = "/".join(parts)
        candidates = (name, f"{name}/index.html".lstrip("/"))
        return next((c for c in candidates if c in self.files), None)
