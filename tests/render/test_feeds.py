"""Feeds hold what lists hold, well-formed whatever a title says, with the days that git tells and no others."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.catalogue.groups import Entry
from generator.pages import following
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds
from generator.render.feeds import feed_files
from generator.source.settings import Settings
from tests import dossiers

ATOM = "{http://www.w3.org/2005/Atom}"
AT = "2024-05-01T12:00:00Z"
ODD = 'وزارة الزراعة <تعلن> & "خطة" ]]> لدعم مزارعي القمح في الشمال'


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two texts that name a body, and one that lists do not hold."""
    other = dossiers.ARTICLE.replace(dossiers.TITLE, ODD).replace("القمح", "الذرة")
    texts = {"a.txt": dossiers.ARTICLE, "b.txt": other}
    held = {"c.txt": f"{dossiers.ARTICLE}\nوهذا نص ثالث لا يظهر في القوائم.\n", "c.yml": "hidden: true\n"}
    made = dossiers.desk(dossiers.folder(tmp_path_factory.mktemp("feeds"), {**texts, **held}))
    return replace(made, settings=Settings(name="ملف"), url="https://example.org/x/")


def read(text: str) -> Element:
    return fromstring(text)  # noqa: S314  The program's own file.


def dated(desk: Desk, moment: str | None) -> Desk:
    """The same, its files last changed at that moment."""
    catalogue = desk.catalogue
    entries = tuple(replace(entry, changed=moment) for entry in catalogue.entries)
    by_address = {entry.address: entry for entry in entries}
    groups = tuple(
        replace(group, members=tuple(replace(m, entry=by_address[m.entry.address]) for m in group.members))
        for group in catalogue.groups
    )
    return replace(desk, catalogue=replace(catalogue, entries=entries, groups=groups))


def test_a_feed_is_for_what_two_articles_name_and_holds_what_lists_hold(desk: Desk) -> None:
    files = dossiers.written(feed_files(Grounds(desk)))
    site = json.loads(files["feed.json"])
    assert {item["url"] for item in site["items"]} == {f"https://example.org/x/articles/{name}/" for name in "ab"}
    assert "feeds.opml" in files and not [name for name in files if name.endswith(".xml")]
    followed = [group for group in desk.catalogue.groups if len(group.members) > 1]
    assert followed and {f"{group.address[1:]}feed.json" for group in followed} < {*files}
    assert len(files) == len(followed) + 2


def test_atom_is_there_where_git_tells_and_well_formed(desk: Desk) -> None:
    files = dossiers.written(feed_files(Grounds(dated(desk, AT))))
    root = read(files["feed.xml"])
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    assert root.findtext(f"{ATOM}updated") == AT and {dossiers.TITLE} < {*titles} and len(titles) == 2
    assert {entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")} == {AT}
    outlines = read(files["feeds.opml"]).findall("body/outline")
    assert outlines[0].attrib["xmlUrl"] == "https://example.org/x/feed.xml"


def test_without_an_address_ids_are_names_and_links_relative(desk: Desk) -> None:
    files = dossiers.written(feed_files(Grounds(replace(dated(desk, AT), url=""))))
    root, item = read(files["feed.xml"]), json.loads(files["feed.json"])["items"][0]
    assert str(root.findtext(f"{ATOM}id")).startswith("urn:uuid:") and "feeds.opml" not in files
    assert item["id"].startswith("urn:uuid:") and "url" not in item
    links = {link.attrib["href"] for link in root.iter(f"{ATOM}link")}
    assert links == {"feed.xml", "./", "articles/a/", "articles/b/"}


def test_the_page_of_feeds_leads_to_them(desk: Desk) -> None:
    (page,) = dossiers.pages_by(following.drafts, desk)
    assert page.context["opml"] == "/feeds.opml" and page.context["followed"][0][0].address == "/feed.json"


def test_an_article_is_told_once_for_all_feeds_that_hold_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def item(desk: Desk, entry: Entry) -> following.FeedItem:
        told.append(entry.address)
        return following.item(desk, entry)

    monkeypatch.setattr("generator.render.feeds.item", item)
    assert len(dossiers.written(feed_files(Grounds(desk)))) > 2
    assert sorted(told) == ["/articles/a/", "/articles/b/"]
