"""Built HTML to final HTML, the same after any engine: direction on <html>, a Content-Security-Policy, checked links.

Invariant: no page asks another host for anything it needs, and every link within the site leads to something.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.model import Problem

_HTML = re.compile(r"<html(?P<rest>[^>]*)>", re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]+>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+)))?"
)
_ADDRESSES = frozenset({"href", "src", "poster", "data", "xlink:href"})
_DATA_TYPE = re.compile(r"type=[\"']?application/(?:ld\+)?json", re.IGNORECASE)
# Tags whose address is fetched when the page opens, as against a link that a reader may follow.
_FETCHING = frozenset({"script", "img", "iframe", "source", "audio", "video", "embed", "object", "use"})
_FETCHED_RELATIONS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'"
)


@dataclass(frozen=True)
class Reference:
    """An address that a page names; `fetched` when the page needs it to show itself."""

    address: str
    fetched: bool


@dataclass(frozen=True)
class Seen:
    """What a finished page holds: the ids to link to, and what it refers to."""

    ids: frozenset[str]
    references: tuple[Reference, ...]


def finish(site: Path, base_path: str) -> tuple[Problem, ...]:
    """Finish every page of a built site in place; gives what is wrong with its links.

    `base_path` is the path under which the site lives, such as /mujaz/; links of the 404 page begin with it.
    """
    seen: dict[str, Seen] = {}
    for path in sorted(site.rglob("*.html")):
        text = finish_page(path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
        seen[path.relative_to(site).as_posix()] = look(text)
    _empty_index(site / "search" / "search_index.json")
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    return tuple(check_links(seen, files, base_path))


def _empty_index(path: Path) -> None:
    """The engine's own search index without a page: the theme fetches it, and the site's own index takes its place."""
    if path.is_file():
        index = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({"config": index["config"], "docs": []}) + "\n", encoding="utf-8")


def finish_page(text: str) -> str:
    """One page with its direction and its policy. A page that has both stays as it is."""
    text = _HTML.sub(_direct, text, count=1)
    if "Content-Security-Policy" in text:
        return text
    return _CHARSET.sub(lambda m: m.group() + _policy(text), text, count=1)


def _direct(match: re.Match[str]) -> str:
    rest = match["rest"]
    return match.group() if " dir=" in rest else f'<html dir="rtl"{rest}>'


def _policy(text: str) -> str:
    hashes = sorted({_hash(m["body"]) for m in _SCRIPT.finditer(text) if _inline(m["attributes"])})
    policy = _POLICY.format(hashes="".join(f" '{value}'" for value in hashes))
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _inline(attributes: str) -> bool:
    return " src=" not in attributes and not _DATA_TYPE.search(attributes)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def look(text: str) -> Seen:
    """The ids and references of a page; scripts and comments are passed over."""
    ids, references = set[str](), []
    for tag in _TAG.finditer(_COMMENT.sub("", _SCRIPT.sub(_without_body, text))):
        name, attributes = tag["name"].lower(), _attributes(tag["attributes"])
        if "id" in attributes:
            ids.add(attributes["id"])
        if name != "base":
            fetched = _is_fetched(name, attributes)
            references += [Reference(value, fetched) for key, value in attributes.items() if key in _ADDRESSES]
    return Seen(frozenset(ids), tuple(references))


def _attributes(text: str) -> dict[str, str]:
    """A tag's attributes with their values as a browser reads them, the first of each name."""
    found: dict[str, str] = {}
    for part in _ATTRIBUTE.finditer(text):
        found.setdefault(part["name"].lower(), html.unescape(part["double"] or part["single"] or part["bare"] or ""))
    return found


def _without_body(match: re.Match[str]) -> str:
    return f"<script{match['attributes']}></script>"


def _is_fetched(name: str, attributes: Mapping[str, str]) -> bool:
    relations = attributes.get("rel", "").lower().split()
    return name in _FETCHING or (name == "link" and not _FETCHED_RELATIONS.isdisjoint(relations))


def check_links(seen: Mapping[str, Seen], files: set[str], base_path: str) -> Iterator[Problem]:
    """Links within the site that lead nowhere, and needed files on other hosts."""
    base = base_path.rstrip("/") + "/"
    for page, found in seen.items():
        for reference in sorted(set(found.references), key=lambda r: (r.address, r.fetched)):
            rule = _fault(page, reference, base, seen, files)
            if rule:
                yield Problem("error", page, None, rule, (("address", reference.address),))


def _fault(page: str, reference: Reference, base: str, seen: Mapping[str, Seen], files: set[str]) -> str | None:
    try:
        parts = urlsplit(reference.address)
    except ValueError:
        return "dead-link"
    if parts.scheme or parts.netloc:
        return "foreign-request" if reference.fetched and parts.scheme != "data" else None
    target = _target(page, parts.path, base, files)
    return "dead-link" if target is None or not _has(seen, target, unquote(parts.fragment)) else None


def _target(page: str, path: str, base_path: str, files: set[str]) -> str | None:
    """The file that a path leads to from a page; None when there is none."""
    if not path:
        return page
    start, rest = page.rpartition("/")[0], unquote(path)
    if rest.startswith("/"):
        if not f"{rest}/".startswith(unquote(base_path)):
            return None
        start, rest = "", rest[len(unquote(base_path)) :]
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
    return next((c for c in candidates if c in files), None)


def _has(seen: Mapping[str, Seen], target: str, fragment: str) -> bool:
    if not fragment or target not in seen:
        return True
    return fragment in seen[target].ids or fragment.startswith("__")
