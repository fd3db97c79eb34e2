"""Feeds as files: JSON Feed, Atom, and OPML that lists them all.

Invariant: whatever a title holds, each file is well-formed; addresses are whole where the site's is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.catalogue.groups import Entry
from generator.model.addresses import relative
from generator.model.files import FileDraft
from generator.pages.desk import Desk
from generator.pages.following import OPML, Feed, FeedItem, feeds, item
from generator.pages.grounds import Grounds, hash_of
from generator.reading.letters import display
from generator.reading.masks import shown

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Articles that are kept as feeds tell of them: one is in a dozen feeds, of its themes and all that it names.
_ITEMS = 4096
_Told = Callable[[Entry], FeedItem]
# Characters that no XML may hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_files(grounds: Grounds) -> Iterator[FileDraft]:
    """Every feed."""
    desk, made = grounds.desk, tuple(feeds(grounds.desk))
    words, entries = desk.say("withheld"), {entry.address: entry for feed in made for entry in feed.entries}

    @lru_cache(maxsize=_ITEMS)
    def told_at(address: str) -> FeedItem:
        told: FeedItem = shown(item(desk, entries[address]), words)
        return told

    def told_of(entry: Entry) -> FeedItem:
        return told_at(entry.address)

    for feed in made:
        rests_on = (hash_of(feed.title), grounds.among(feed.entries))
        yield FileDraft(feed.json[1:], rests_on, partial(_json, desk, feed, told_of))
        if feed.atom:
            yield FileDraft(feed.atom[1:], rests_on, partial(_atom, desk, feed, feed.atom, told_of))
    if desk.url and made:
        yield FileDraft(OPML[1:], (hash_of([(x.title, x.atom or x.json) for x in made]),), partial(_opml, desk, made))


def _json(desk: Desk, feed: Feed, told_of: _Told) -> str:
    title, items = shown(feed.title, desk.say("withheld")), map(told_of, feed.entries)
    whole = {"home_page_url": desk.whole(feed.address), "feed_url": desk.whole(feed.json)} if desk.url else {}
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        **whole,
        "description": desk.described,
        "language": desk.lexicon.wording.language,
        "items": [_json_item(desk, each) for each in items],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _json_item(desk: Desk, told_of: FeedItem) -> Mapping[str, str]:
    told = {
        "id": told_of.id,
        "url": desk.whole(told_of.address) if desk.url else None,
        "title": told_of.title,
        "content_text": f"{told_of.source}\n\n{told_of.text}".strip(),
        "date_modified": told_of.changed,
        "language": told_of.language,
    }
    return {name: value for name, value in told.items() if value}


def _atom(desk: Desk, feed: Feed, path: str, told_of: _Told) -> str:
    title, updated = shown(feed.title, desk.say("withheld")), feed.updated or ""
    root = Element("feed", {"xmlns": _ATOM, _LANG: desk.lexicon.wording.language})
    _say(root, "id", feed.id)
    _say(root, "title", title)
    _say(root, "updated", updated)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": _way(desk, path, path)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _way(desk, path, feed.address)})
    _say(SubElement(root, "author"), "name", desk.name)
    for each in map(told_of, feed.entries):
        entry = SubElement(root, "entry", {_LANG: each.language})
        _say(entry, "id", each.id)
        _say(entry, "title", each.title)
        _say(entry, "updated", each.changed or updated)
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _way(desk, path, each.address)})
        _say(entry, "summary", f"{each.source}\n\n{each.text}".strip())
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
        address, words = desk.whole(feed.atom or feed.json), desk.say("withheld")
        title = _NOT_XML.sub("", display(shown(feed.title, words)))
        told = {"type": "rss", "text": title, "title": title, "xmlUrl": address, "htmlUrl": desk.whole(feed.address)}
        SubElement(body, "outline", told)
    return _xml(root)


def _xml(root: Element) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'
