"""The same tree under Zensical: the day on which MkDocs or Material can no longer be used is a change of one word.

What differs is listed here, and nothing of it is seen or leads elsewhere: Zensical spells links longer (`./..` for
`..`), writes `/` in an attribute as `&#x2f;`, JSON without spaces, and the sitemap without days and without its
compressed copy; it brings files of its own theme, for which no page asks, and an index of its own search.
"""

import json
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import build
from tests import five
from tests.once import ADDRESS, five_site

pytestmark = [
    pytest.mark.slow,
    pytest.mark.process,
    pytest.mark.skipif(not find_spec("zensical"), reason="Zensical is not installed: pip install zensical"),
]

ONLY_MKDOCS = ("sitemap.xml.gz",)
ONLY_ZENSICAL = ("assets/javascripts/*", "assets/stylesheets/*", "search.json")
OTHER_BYTES = ("*.html", "sitemap.xml")
_LINKS = frozenset({"href", "src", "action"})
_DATA = 'script[type="application/ld+json"]'

Sites = tuple[dict[str, bytes], dict[str, bytes]]


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """The five seeds' site as MkDocs makes it, and as Zensical does."""
    home = tmp_path_factory.mktemp("zensical")
    build.site(five.copy_to(home / "seeds"), home / "site", url=ADDRESS, engine="zensical")
    return files(five_site(tmp_path_factory)), files(home / "site")


def pages(sites: Sites) -> Iterator[tuple[str, LexborHTMLParser, LexborHTMLParser]]:
    ours, theirs = sites
    for name in (name for name in ours if name.endswith(".html")):
        yield name, LexborHTMLParser(ours[name]), LexborHTMLParser(theirs[name])


def seen(page: LexborHTMLParser) -> list[str]:
    """The words of a page, its title's too, without scripts."""
    for node in page.css("script"):
        node.decompose()
    return page.root.text(separator=" ").split() if page.root else []


def said(page: LexborHTMLParser, name: str) -> list[tuple[str, str, str | None]]:
    """Every attribute of a page, links as the addresses that they lead to."""
    here = urljoin(ADDRESS, name.removesuffix("index.html"))
    nodes = page.css("*")
    return [(node.tag or "", *led(node, key, here)) for node in nodes for key in sorted(node.attributes)]


def led(node: LexborNode, key: str, here: str) -> tuple[str, str | None]:
    value = node.attributes[key]
    if key not in _LINKS or value is None:
        return key, value
    whole, fragment = urldefrag(urljoin(here, value))
    return key, f"{whole}#{fragment}" if fragment else whole


def data(page: LexborHTMLParser) -> list[Any]:
    return [json.loads(node.text()) for node in page.css(_DATA)]


def test_it_has_the_same_pages_with_the_same_words(sites: Sites) -> None:
    assert [name for name, ours, theirs in pages(sites) if seen(ours) != seen(theirs)] == []


def test_every_attribute_is_the_same_and_every_link_leads_to_the_same(sites: Sites) -> None:
    assert [name for name, ours, theirs in pages(sites) if said(ours, name) != said(theirs, name)] == []


def test_what_pages_say_to_programs_is_the_same(sites: Sites) -> None:
    assert [name for name, ours, theirs in pages(sites) if data(ours) != data(theirs)] == []


def test_all_other_files_are_the_same_but_those_listed(sites: Sites) -> None:
    def beyond(names: set[str], listed: tuple[str, ...]) -> list[str]:
        return sorted(name for name in names if not any(fnmatch(name, pattern) for pattern in listed))

    ours, theirs = sites
    assert beyond({*ours} - {*theirs}, ONLY_MKDOCS) == []
    assert beyond({*theirs} - {*ours}, ONLY_ZENSICAL) == []
    assert beyond({name for name in {*ours} & {*theirs} if ours[name] != theirs[name]}, OTHER_BYTES) == []


def test_nothing_is_listed_in_vain(sites: Sites) -> None:
    ours, theirs = sites
    differing = {name for name in {*ours} | {*theirs} if ours.get(name) != theirs.get(name)}
    listed = (*ONLY_MKDOCS, *ONLY_ZENSICAL, *OTHER_BYTES)
    assert [pattern for pattern in listed if not any(fnmatch(name, pattern) for name in differing)] == []
