"""What a web page declares of itself: JSON-LD, OpenGraph, `meta`, `<time datetime>`; nothing is guessed.

Invariant: each value comes with the words that declare it. What is said of a change, of another article or of the
software is no declaration; what two fields say differently is told as such, for others to weigh.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model.declared import Declaration, Declared
from generator.source.web import linked
from generator.source.web.days import declared_day, surest_day

# Fields of `meta` by what they declare, the surest first; names are held against `property`, `name` and `itemprop`.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "date": (
        "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
        "article.published", "citation_publication_date", "citation_date", "citation_online_date", "dc.date.issued",
        "dcterms.issued", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date",
        "publish_date", "publishdate", "published_time", "published-date", "pubdate", "date.published",
        "publication_date", "dc.date", "dcterms.date", "date",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"),
    "title": ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title"),
    "author": (
        "article:author", "og:article:author", "author", "citation_author", "dc.creator", "dcterms.creator",
        "parsely-author", "sailthru.author", "byl",
    ),
    "url": ("og:url", "citation_public_url", "twitter:url", "parsely-link"),
}  # fmt: skip
_LINKED = {"date": "datePublished", "title": "headline", "url": "url"}
_WEB = ("http", "https")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
# How the name of a site follows the title of a page.
_TAIL = re.compile(r"\s+(?:\||-|–|—|::|»|«|•|:)\s+")
_UPDATED = re.compile(r"updat|modif", re.IGNORECASE)
_MOST_WORDS = 400


@dataclass(frozen=True)
class _Page:
    """A page as its declarations are looked for."""

    tree: LexborHTMLParser
    metas: tuple[tuple[str, str, str], ...]
    records: tuple[linked.Record, ...]


def declared(tree: LexborHTMLParser, text: str) -> Declared:
    """What a page declares, the surest of each; what says it otherwise as a rival."""
    page = _Page(tree, tuple(_metas(tree)), linked.linked_records(_scripts(tree)))
    outlets = _distinct(_of(page, "outlet"))
    titles = _distinct(x for x in _titles(page, outlets))
    found = {
        "title": titles,
        "date": surest_day(x for x in _of(page, "date")) or surest_day(_times(tree)),
        "outlet": outlets,
        "author": _distinct(x for x in _of(page, "author") if not urlsplit(x.value).scheme),
        "url": tuple(x for x in _urls(page, text) if urlsplit(x.value).scheme in _WEB and urlsplit(x.value).netloc),
    }
    first = {"tab": next(_of_tab(tree), None)} | {name: values[0] for name, values in found.items() if values}
    rivals = ((name, x) for name, values in found.items() if name != "url" for x in values[1:])
    return Declared(**first, rivals=tuple(rivals))


def article_text(tree: LexborHTMLParser) -> str:
    """The text of the article as JSON-LD gives it; empty where none does."""
    for record in linked.articles(linked.linked_records(_scripts(tree))):
        body = record.get("articleBody")
        if isinstance(body, str) and body.strip():
            return body
    return ""


def _scripts(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("script"):
        if "ld+json" in (node.attributes.get("type") or "").lower():
            yield node.text() or ""


def _metas(tree: LexborHTMLParser) -> Iterator[tuple[str, str, str]]:
    """Name, value and words of every `meta`."""
    for node in tree.css("meta"):
        said = node.attributes
        content = (said.get("content") or "").strip()
        for kind in ("property", "name", "itemprop"):
            name = said.get(kind)
            if name and content:
                yield name.strip().lower(), content, f'meta {kind}="{name}" content="{_cut(content)}"'


def _of(page: _Page, what: str) -> Iterator[Declaration]:
    """All declarations of one kind: those of JSON-LD first, then of `meta` by rank."""
    for record in linked.articles(page.records):
        yield from _in_record(record, what, page.records)
    if what == "outlet":
        yield from (x for site in linked.sites(page.records) for x in _said(site, "name", page.records))
    for wanted in _FIELDS[what]:
        yield from (Declaration(value, words, name) for name, value, words in page.metas if name == wanted)


def _in_record(record: linked.Record, what: str, known: tuple[linked.Record, ...]) -> Iterator[Declaration]:
    if what == "outlet":
        yield from _said(record, "publisher", known)
    elif what == "author" and linked.is_person(record.get("author"), known):
        yield from tuple(_said(record, "author", known))[:1]
    elif what in _LINKED:
        yield from _said(record, _LINKED[what], known)


def _said(record: linked.Record, key: str, known: tuple[linked.Record, ...]) -> Iterator[Declaration]:
    kinds: Any = record.get("@type")
    kind = kinds[0] if isinstance(kinds, list) and kinds else kinds
    for value in linked.names(record.get(key), known):
        words = f'"{key}": {json.dumps(_cut(value), ensure_ascii=False)}'
        yield Declaration(" ".join(value.split()), words, f"{kind}.{key}")


def _titles(page: _Page, outlets: tuple[Declaration, ...]) -> Iterator[Declaration]:
    """Titles without the name of the site behind them; that of the browser's tab where there is no other."""
    names = {_plain(x.value) for x in outlets}
    found = tuple(_of(page, "title"))
    for said in found or tuple(_of_tab(page.tree)):
        yield Declaration(_without_tail(said.value, names, tab=not found), said.words, said.field)


def _of_tab(tree: LexborHTMLParser) -> Iterator[Declaration]:
    node = tree.css_first("head > title") or tree.css_first("title")
    text = " ".join((node.text() or "").split()) if node else ""
    if text:
        yield Declaration(text, f"<title>{_cut(text)}</title>", "title")


_TAIL_WORDS = 4


def _without_tail(title: str, names: set[str], *, tab: bool) -> str:
    """Without the site's name before or behind; of a tab's title without any few words behind the last mark."""
    marks = list(_TAIL.finditer(title))
    if not marks:
        return title
    head, tail = title[: marks[-1].start()], title[marks[-1].end() :]
    if _plain(tail) in names or (tab and len(tail.split()) <= _TAIL_WORDS < len(head.split())):
        return head
    first, rest = title[: marks[0].start()], title[marks[0].end() :]
    return rest if _plain(first) in names else title


def _times(tree: LexborHTMLParser) -> Iterator[Declaration]:
    """The time that the article itself bears: marked as that of publication, else the first in its only `article`."""
    times = [node for node in tree.css("time") if node.attributes.get("datetime")]
    marked = [node for node in times if _is_of_publication(node)]
    whole = tree.css("article")
    inside = [n for n in times if whole and _nearest(n) == whole[0].mem_id and not _UPDATED.search(_marks(n))]
    for node in marked[:1] or inside[:1]:
        day = node.attributes.get("datetime") or ""
        yield Declaration(day, f'time datetime="{_cut(day)}"', "time")
    for node in [] if times else tree.css("abbr.published")[:1]:
        day = node.attributes.get("title") or ""
        yield Declaration(day, f'abbr class="published" title="{_cut(day)}"', "abbr")


def _is_of_publication(node: LexborNode) -> bool:
    said = node.attributes
    return "pubdate" in said or (said.get("itemprop") or "").lower() == "datepublished"


def _marks(node: LexborNode) -> str:
    said = node.attributes
    return f"{said.get('class') or ''} {said.get('itemprop') or ''}"


def _nearest(node: LexborNode) -> int:
    """Which article a node stands in; 0 for what stands in none, or beside it."""
    above = node.parent
    while above is not None and above.tag not in ("article", "aside", "footer", "nav"):
        above = above.parent
    return above.mem_id if above is not None and above.tag == "article" else 0


def _urls(page: _Page, text: str) -> Iterator[Declaration]:
    for node in page.tree.css('link[rel="canonical"]'):
        address = (node.attributes.get("href") or "").strip()
        yield Declaration(address, f'link rel="canonical" href="{_cut(address)}"', "canonical")
    yield from _of(page, "url")
    saved = _SAVED.search(text[:2000])
    if saved:
        yield Declaration(saved[1], saved[0], "saved from url")


def _distinct(found: Iterable[Declaration]) -> tuple[Declaration, ...]:
    """Declarations without those that say the same as one before."""
    seen: dict[str, Declaration] = {}
    for said in found:
        plain = _plain(said.value)
        if plain:
            seen.setdefault(plain, said)
    return tuple(seen.values())


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_WORDS else text[:_MOST_WORDS] + "…"


__all__ = ["article_text", "declared", "declared_day"]
