"""Feeds as files: JSON Feed, Atom, and OPML that lists them all.

Invariant: whatever a title holds, each file is well-formed; addresses are whole where the site's is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.model.addresses import relative
from generator.pages.desk import Desk
from generator.pages.following import OPML, Feed, FeedItem, feeds
from generator.reading.letters import display
from generator.reading.masks import shown

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Characters that no XML may hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_files(desk: Desk) -> dict[str, str]:
    """Every feed by its path below docs/."""
    made: Sequence[Feed] = shown(tuple(feeds(desk)), desk.say("withheld"))
    found = {path[1:]: text for feed in made for path, text in _forms(desk, feed)}
    return {**found, OPML[1:]: _opml(desk, made)} if desk.url and made else found


def _forms(desk: Desk, feed: Feed) -> Iterator[tuple[str, str]]:
    yield feed.json, _json(desk, feed)
    if feed.atom and feed.updated:
        yield feed.atom, _atom(desk, feed, feed.atom, feed.updated)


def _json(desk: Desk, feed: Feed) -> str:
    whole = {"home_page_url": desk.whole(feed.address), "feed_url": desk.whole(feed.json)} if desk.url else {}
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        **whole,
        "description": desk.described,
        "language": desk.lexicon.wording.language,
        "items": [_json_item(desk, item) for item in feed.items],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _json_item(desk: Desk, item: FeedItem) -> Mapping[str, str]:
    told = {
        "id": item.id,
        "url": desk.whole(item.address) if desk.url else None,
        "title": item.title,
        "content_text": f"{item.source}\n\n{item.text}".strip(),
        "date_modified": item.changed,
        "language": item.language,
    }
    return {name: value for name, value in told.items() if value}


def _atom(desk: Desk, feed: Feed, path: str, updated: str) -> str:
    root = Element("feed", {"xmlns": _ATOM, _LANG: desk.lexicon.wording.language})
    _say(root, "id", feed.id)
    _say(root, "title", feed.title)
    _say(root, "updated", updated)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": _way(desk, path, path)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _way(desk, path, feed.address)})
    _say(SubElement(root, "author"), "name", desk.name)
    for item in feed.items:
        entry = SubElement(root, "entry", {_LANG: item.language})
        _say(entry, "id", item.id)
        _say(entry, "title", item.title)
        _say(entry, "updated", item.changed or updated)
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _way(desk, path, item.address)})
        _say(entry, "summary", f"{item.source}\n\n{item.text}".strip())
    return _xml(root)


def _way(desk: Desk, path: str, target: str) -> str:
    """An address as a feed gives it: whole where the site's is known."""
    return desk.whole(target) if desk.url else path.rpartition("/")[2] if path == target else relative(path, target)


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _NOT_XML.sub("", display(text))


def _opml(desk: Desk, made: Sequence[Feed]) -> str:
    root = Element("opml", {"version": "2.0"})
    _say(SubElement(root, "head"), "title", desk.name)
    body = SubElement(root, "body")
    for feed in made:
        address, title = desk.whole(feed.atom or feed.json), _NOT_XML.sub("", display(feed.title))
        told = {"type": "rss", "text": title, "title": title, "xmlUrl": address, "htmlUrl": desk.whole(feed.address)}
        SubElement(body, "outline", told)
    return _xml(root)


def _xml(root: Element) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'
