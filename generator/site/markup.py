"""HTML as a browser reads it: what a page links to, what it runs, and whether its head is in order.

Invariant: words that a page quotes are words here too, whatever markup they spell; only elements and attributes count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ADDRESSES = frozenset({"href", "src", "poster", "data", "xlink:href", "action", "formaction"})
# Tags whose address is fetched when the page opens, as against a link that a reader may follow.
_FETCHING = frozenset({"script", "img", "iframe", "source", "audio", "video", "embed", "object", "use"})
_FETCHED_RELATIONS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
# Blocks of data, which no browser runs. Any other type counts as a script, be it one that no browser knows.
_DATA_TYPES = frozenset({"application/json", "application/ld+json"})
# What could run, restyle or redirect a page beside scripts, and what cannot be looked into. No template makes any.
_REFUSED = frozenset({"applet", "base", "embed", "frame", "iframe", "object", "style", "template"})
_REFUSED_ATTRIBUTES = frozenset({"style", "srcdoc"})
_RUNNING_SCHEMES = frozenset({"javascript", "vbscript", "data"})
_POLICY = "content-security-policy"
# What a browser passes over before the scheme of an address: C0 controls and the space.
_BEFORE_SCHEME = "".join(map(chr, range(0x21)))


@dataclass(frozen=True)
class Reference:
    """An address that a page names; `fetched` when the page needs it to show itself."""

    address: str
    fetched: bool


@dataclass(frozen=True)
class Contents:
    """What a page holds: ids to link to, what it refers to, scripts written into it, and the names of what a site
    of texts has no use for; `unlisted` when it asks search engines to leave it out.
    """

    ids: frozenset[str]
    references: tuple[Reference, ...]
    scripts: tuple[str, ...]
    refused: tuple[str, ...]
    unlisted: bool = False


@dataclass(frozen=True)
class Head:
    """How a page begins: the direction on its root, and the policy, if that stands first after the charset."""

    direction: str | None
    charset: bool
    policy: str | None


def look(text: str) -> Contents:
    """What a page holds, read once."""
    ids, references, scripts, refused = set[str](), list[Reference](), list[str](), list[str]()
    unlisted = False
    for node in LexborHTMLParser(text).css("*"):
        name, attributes = node.tag or "", _attributes(node)
        if "id" in attributes:
            ids.add(attributes["id"])
        references += _references(name, attributes)
        if name == "script" and _runs(attributes):
            scripts.append(node.text())
        refused += _refused(name, attributes)
        unlisted = unlisted or _unlists(name, attributes)
    return Contents(frozenset(ids), tuple(references), tuple(scripts), tuple(refused), unlisted)


def _unlists(name: str, attributes: Mapping[str, str]) -> bool:
    return (
        name == "meta" and attributes.get("name", "").lower() == "robots" and "noindex" in attributes.get("content", "")
    )


def head_of(text: str) -> Head:
    """How a page, or as much of it as holds its beginning, begins."""
    tree = LexborHTMLParser(text)
    first = [(node.tag, _attributes(node)) for node in tree.css("head > *")[:2]]
    charset = bool(first) and first[0][0] == "meta" and "charset" in first[0][1]
    policy = first[1][1] if len(first) > 1 and first[1][0] == "meta" else {}
    is_policy = policy.get("http-equiv", "").lower() == _POLICY
    root = _attributes(tree.root) if tree.root else {}
    return Head(root.get("dir"), charset, policy.get("content") if is_policy else None)


def _attributes(node: LexborNode) -> dict[str, str]:
    """An element's attributes; one without a value has an empty one."""
    return {name: value or "" for name, value in node.attributes.items()}


def _references(name: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
    fetched = _is_fetched(name, attributes)
    for key in attributes.keys() & _ADDRESSES:
        yield Reference(attributes[key], fetched)
    if name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield Reference(_forward(attributes.get("content", "")), fetched=True)


def _is_fetched(name: str, attributes: Mapping[str, str]) -> bool:
    relations = attributes.get("rel", "").lower().split()
    return name in _FETCHING or (name == "link" and not _FETCHED_RELATIONS.isdisjoint(relations))


def _forward(content: str) -> str:
    """The address of «0; url=…»; the page itself where none is named."""
    _, _, after = content.partition(";")
    key, found, address = after.strip().partition("=")
    return address.strip().strip("\"'") if found and key.strip().lower() == "url" else after.strip()


def _runs(attributes: Mapping[str, str]) -> bool:
    return "src" not in attributes and attributes.get("type", "").strip().lower() not in _DATA_TYPES


def _refused(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """The names, never the words, of what no page of a site may hold."""
    if name in _REFUSED:
        yield f"<{name}>"
    if name == "meta" and not _is_harmless_order(attributes):
        yield "http-equiv"
    for key, value in attributes.items():
        if key.startswith("on") or key in _REFUSED_ATTRIBUTES:
            yield key
        elif key in _ADDRESSES and _runs_as_address(name, value):
            yield f"{key}=javascript:"


def _is_harmless_order(attributes: Mapping[str, str]) -> bool:
    """True for a meta element that gives no order, tightens the policy, or forwards to a page of the site."""
    order = attributes.get("http-equiv", _POLICY).lower()
    return order == _POLICY or (order == "refresh" and not _is_elsewhere(_forward(attributes.get("content", ""))))


def _is_elsewhere(address: str) -> bool:
    """True where an address leads out of the site, or is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _runs_as_address(name: str, address: str) -> bool:
    """True where following or fetching an address would run what stands in it."""
    plain = address.lstrip(_BEFORE_SCHEME).translate({9: None, 10: None, 13: None})
    scheme = plain.partition(":")[0].lower()
    return scheme in _RUNNING_SCHEMES and not (name == "img" and scheme == "data")
