"""A site in a language that nobody wrote shows no Arabic: every word of its own is in the catalogue of words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests import five, indexes, pseudo
from tests.browser.conftest import OpenPage, Site, serve

pytestmark = pytest.mark.process

NAMES = [name.removesuffix(".txt") for name in five.NAMES]
SIDECARS = {
    f"{NAMES[0]}.yml": "title: عنوان من المحرر\nnote: ملاحظة\nurl: https://example.org/\nquotes:\n- add: كلمات\n",
    f"{NAMES[1]}.yml": "date: 2019\noutlet: صحيفة\nauthor: كاتب\nitle: x\nslips: [كلمة]\n",
    f"{NAMES[2]}.yml": "not_before: 2020-01-01\nnot_after: 2019-01-01\nthemes: [{add: camps}, {add: nowhere}]\n",
    f"{NAMES[3]}.yml": "publish: flase\n",
    "dossier.yml": "name: ملف التجربة\nsubject: ما يُجرَّب\nfooter: سطر\nsearch_examples: [سجون]\nmonths: levant\nx: y\n",
    "pages/about.md": pseudo.strange("# عن الملف\n\nكلمة، ثم «كلمة».\n"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The five with editors' words, mistakes in them and a text twice, in the pseudo-language and served."""
    home = tmp_path_factory.mktemp("pseudo")
    seeds, folder = five.copy_to(home / "seeds"), home / "site"
    for name, text in SIDECARS.items():
        (seeds / name).parent.mkdir(exist_ok=True)
        (seeds / name).write_text(text, "utf-8")
    (seeds / "twice.txt").write_bytes((seeds / five.NAMES[4]).read_bytes())
    (seeds / "empty.txt").write_text("", "utf-8")
    with serve(folder) as url:
        pseudo.site(seeds, folder, url)
        yield Site(folder, url)


# The adjective of a nation is a word of the lexicon, as names are, and no message.
NATION = re.compile("⟦nation[.]plural[^⟧]*⟧")


def arabic(text: str) -> list[str]:
    """Each word or sign of Arabic in a text with what stands round it."""
    said = NATION.sub("", text)
    return [said[max(0, x.start() - 40) : x.end() + 40] for x in pseudo.ARABIC.finditer(said)]


def test_no_page_holds_arabic(site: Site) -> None:
    """Nowhere in its file: not in its text, nor in any attribute, script or comment."""
    pages = {path: html.unescape(path.read_text("utf-8")) for path in sorted(site.folder.rglob("*.html"))}
    assert len(pages) > 50 and sum("data-made" in text for text in pages.values()) == 1
    held = {path.relative_to(site.folder).as_posix(): arabic(text)[:3] for path, text in pages.items()}
    assert {path: words for path, words in held.items() if words} == {}
    for path, text in pages.items():
        assert re.search(r'<html (?=[^>]*lang="en")(?=[^>]*dir="ltr")', text) and "⟦" in text, path


def letters_of(facets: bytes) -> str:
    """The alphabet of the facets file, which comes first in it: how long it is, then its bytes."""
    bits = "".join(f"{byte:08b}" for byte in facets)
    head = 2 * bits.index("1") + 1
    ends = range(head, head + 8 * (int(bits[:head], 2) - 1), 8)
    return bytes(int(bits[at : at + 8], 2) for at in ends).decode()


def test_no_file_that_a_script_shows_something_of_holds_arabic(site: Site) -> None:
    """The search index but for the words that it knows, which nobody is shown; the articles' data files but for their
    problems, which they tell in Arabic too, whatever the interface is.
    """
    root = indexes.in_folder(site.folder / "search/data").aids
    articles = {path.name: path.read_text("utf-8") for path in site.folder.glob("data/articles/*.json")}
    (facets,) = site.folder.glob(f"search/data/{root['facets']}*")
    texts = articles | {"says": str(root["says"]), "facets": letters_of(facets.read_bytes())}
    assert len(articles) > 2 and root["says"] and len(texts["facets"]) > 20
    told = {name: re.sub(r'"(message|remedy)_ar":"[^"]*"', "", text) for name, text in texts.items()}
    assert {name: words for name, text in told.items() if (words := arabic(text)[:3])} == {}


QUERIES = {
    "found": pseudo.strange("داعش"),
    "unknown": "xyzzy",
    "near": pseudo.strange("التحالغغ"),
    "no such phrase": f'"{pseudo.strange("الهول مخيم")}"',
    "one of two": pseudo.strange("داعش xyzzy"),
    "two sentences": f'xyzzy qwerty "{pseudo.strange("الهول مخيم")}"',
}


def seen_by(page: Page) -> list[str]:
    """What of Arabic stands on a page as scripts have left it."""
    return arabic(html.unescape(page.content()))


@pytest.mark.browser
def test_no_search_says_a_word_of_arabic(visit: OpenPage) -> None:
    """The page and the box, with results and without, narrowed and sorted."""
    seen = visit("search/")
    page, told = seen.page, set[str]()
    for query in QUERIES.values():
        page.goto(f"{seen.site.url}search/?{urlencode({'q': query})}")
        expect(page.locator(".mz-search")).to_contain_text(re.compile("⟦search.(count|absent|near)"))
        told |= set(re.findall(r"⟦search\.([\w.]+)", page.locator(".mz-search__notice").inner_text()))
        if page.locator(".mz-search__hits li").count():
            page.locator(".mz-search__facets input").first.check()
            page.locator(".mz-chip").wait_for()
            page.locator(".mz-search__sort").select_option("newest")
        assert seen_by(page) == []
        page.locator(".mz-box input").click()
        page.keyboard.type(query)
        expect(page.locator(".mz-box__said")).to_contain_text(re.compile("⟦search.(count|absent|near)"))
        assert seen_by(page) == []
    assert {"absent", "near", "unheld", "between"} <= told and seen.errors == []


@pytest.mark.browser
def test_a_search_that_cannot_be_had_says_no_word_of_arabic(visit: OpenPage) -> None:
    seen = visit("search/")
    seen.page.route("**/search/data/**", lambda route: route.abort())
    seen.page.locator("#mz-query").fill("xyzzy")
    expect(seen.page.locator(".mz-search__status")).to_have_text("⟦search.broken⟧")
    seen.page.locator(".mz-box input").click()
    seen.page.keyboard.type("xyzzy")
    expect(seen.page.locator(".mz-box__said")).to_contain_text("⟦search.broken.box⟧")
    assert seen_by(seen.page) == []
