"""JSON-LD of a page: what it says of its own article, in whatever shape and however broken.

Invariant: only what a record of the article itself says counts, never that of a list, a comment or another article.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

Record = Mapping[str, Any]

_ARTICLE = ("article", "posting", "report")
_PAGE = ("webpage", "itempage")
# What a record holds other records of the same page in; all else in it is of other pages.
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_COMMENT = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.{0,40}?\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*.{0,40}?\*/)\s*\Z"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_DEEPEST = 12
# A page of news has some dozens; each may lead to any other.
_MOST = 500


def linked_records(scripts: Iterable[str]) -> tuple[Record, ...]:
    """Every record of a page's blocks of JSON-LD, those of its graphs too; what cannot be read is passed over."""
    found = (record for text in scripts for value in _read(text) for record in _records(value))
    return tuple(islice(found, _MOST))


def articles(found: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records of the page's article, else of the page."""
    own = tuple(record for record in found if _is(record, _ARTICLE))
    return own or tuple(record for record in found if _is(record, _PAGE))


def sites(found: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records of the whole site."""
    return tuple(record for record in found if _is(record, ("website",)))


def names(value: Any, found: tuple[Record, ...]) -> Iterator[str]:
    """The names of a publisher or an author: written out, in a record, in a list of these, or by its id."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            yield one
        elif isinstance(one, dict):
            name = one.get("name") or _named(one.get("@id"), found)
            yield from (x for x in (name if isinstance(name, list) else [name]) if isinstance(x, str) and x.strip())


def is_person(value: Any, found: tuple[Record, ...]) -> bool:
    """False for what a page says is an organisation."""
    one = value[0] if isinstance(value, list) and value else value
    if not isinstance(one, dict):
        return True
    known = one if "@type" in one else next((x for x in found if x.get("@id") == one.get("@id")), one)
    return not _is(known, ("organization", "corporation", "website"))


def _named(id_: Any, found: tuple[Record, ...]) -> Any:
    return next((x["name"] for x in found if id_ and x.get("@id") == id_ and x.get("name")), None)


def _is(record: Record, kinds: tuple[str, ...]) -> bool:
    types = record.get("@type")
    said = types if isinstance(types, list) else [types]
    return any(isinstance(x, str) and x.lower().endswith(kinds) for x in said)


def _records(value: Any, depth: int = 0) -> Iterator[Record]:
    if isinstance(value, list):
        for one in value:
            yield from _records(one, depth + 1) if depth < _DEEPEST else ()
    elif isinstance(value, dict):
        yield value
        for name in _WITHIN:
            yield from _records(value.get(name), depth + 1) if depth < _DEEPEST else ()


def _read(text: str) -> Iterator[Any]:
    """The values of a block: one as a rule, several one after another where a page was put together carelessly."""
    plain = _COMMENT.sub("", _COMMENT.sub("", text)).strip().rstrip(";")
    for attempt in (plain, _TRAILING_COMMA.sub(r"\1", plain), html.unescape(plain)):
        values = _values(attempt)
        if values:
            yield from values
            return


def _values(text: str) -> list[Any]:
    decoder, at, found = json.JSONDecoder(strict=False), 0, list[Any]()
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return found
        found.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return found
