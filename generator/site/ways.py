"""Where the links of hand-written pages lead on the site: they are written so that a forge's preview follows them too.

«other.md» is the page beside, «../assets/x.png» a file of the dossier, «../x.txt» the article of a text; what begins
with a slash, or names a page of the site («themes/», «articles/x/»), is meant from the site's root.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

from generator.model.addresses import relative
from generator.pages.face import OWN_ASSETS

# Ways out of the site that a reader may take.
_OUTWARD = frozenset({"http", "https", "mailto", "tel", "sms", "xmpp", "geo"})
_OWN = "assets/"
# Where files lie that every site has; whether one is there is asked once the site is built.
_OF_THE_SITE = ("/assets/", "/schemas/", "/data/", "/sitemap.xml", "/404.html")


@dataclass(frozen=True)
class Ways:
    """What links can lead to: pages by the files that they are made of, addresses of pages, files of the dossier by
    their paths below assets/, articles by the files of their texts, and the places of some pages, by address.

    Paths are looked up composed (NFC), for some systems take letters with marks apart.
    """

    pages: Mapping[str, str]
    addresses: Collection[str]
    files: Mapping[str, str]
    articles: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Collection[str]] = field(default_factory=dict)


def way(link: str, file: str, address: str, ways: Ways) -> str | None:
    """A link of the page at `address`, made of `file`, as it leads on the site; None where it leads nowhere."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return link if parts.scheme.lower() in _OUTWARD or (parts.netloc and not parts.scheme) else None
    target = _target(unquote(parts.path), file, ways) if parts.path else address
    if target is None or _is_no_place(unquote(parts.fragment), target, ways):
        return None
    found = relative(address, quote(target)) if parts.path else ""
    return found + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")


def composed(path: str) -> str:
    """A path with its letters and marks put together."""
    return unicodedata.normalize("NFC", path)


def _is_no_place(fragment: str, address: str, ways: Ways) -> bool:
    """True for a place that a page does not have; of other pages it is asked once the site is built."""
    return bool(fragment) and address in ways.places and fragment not in ways.places[address]


def _target(path: str, file: str, ways: Ways) -> str | None:
    """The address of a page or file of the site that a path names; None where there is none."""
    below = composed(posixpath.normpath(posixpath.join(posixpath.dirname(file), path)))
    if not path.startswith("/"):
        for known in (ways.pages, ways.articles):
            if below in known:
                return known[below]
        if below.startswith(_OWN):
            own = ways.files.get(below.removeprefix(_OWN))
            return own and f"/{OWN_ASSETS}{own}"
    within = below.partition("/")[2] if file.startswith("docs/") else path
    return _of_the_site(path, ways) or _of_the_site(within, ways)


def _of_the_site(path: str, ways: Ways) -> str | None:
    plain = posixpath.normpath("/" + path.lstrip("/")).removesuffix("/index.md").removesuffix("/index.html")
    plain = "/" + "/".join(part for part in plain.split("/") if part not in ("", ".."))
    page = plain.removesuffix(".md").rstrip("/") + "/"
    if page in ways.addresses:
        return page
    if plain.startswith(f"/{OWN_ASSETS}"):
        own = ways.files.get(plain.removeprefix(f"/{OWN_ASSETS}"))
        return own and f"/{OWN_ASSETS}{own}"
    return plain if plain.startswith(_OF_THE_SITE) else None
