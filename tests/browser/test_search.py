"""Readers find what the dossier holds, in the box and on the search page, and are told what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from generator.reading.letters import plain, tokens
from generator.search import FORMAT, MAGIC, ROOT, Aids, Document, Field, Passage, index
from generator.search.vocabulary import shard_key
from tests import five
from tests.asking import MISSED, misses, table
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage, Site

pytestmark = pytest.mark.browser

BOX = ".mz-box input"
HOSTILE = {
    "marks": "ًٌٍَُِّْ" * 20,
    "emoji": "😀🇵🇸👩‍👩‍👧",
    "long": "سجون " * 2000,
    "one long word": "س" * 10_000,
    "controls": "\u0000\u0007سجون\u001b",
    "bidi": "\u202eسجون\u2066\u2069\u200f",
    "html": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "regex": "(.*)+$[^س]{1,99}\\",
    "proto": "__proto__ constructor toString hasOwnProperty",
    "quotes": '"""«»""" -"',
    "minus": "--- - -- -",
    "surrogate": "\ud83d",
}


# The last text that the worker answered; the box shows an answer at once.
ANSWERED = """() => {
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (asked) {
    this.onmessage = ({ data }) => (window.lastAnswered = data.text);
    return send.call(this, asked);
  };
}"""


# Texts put into the box one after another, as a paste does, and the addresses that it shows for each, best first.
EACH = """async ([box, queries]) => {
  const shown = [];
  for (const query of queries) {
    box.value = query;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    while (window.lastAnswered !== query) await new Promise((soon) => setTimeout(soon));
    shown.push([...document.querySelectorAll(".mz-box__hit")].map(({ href }) => href));
  }
  return shown;
}"""


def asked(page: Page, *queries: str) -> list[list[str]]:
    """The addresses that the box shows for each query, best first."""
    shown: list[list[str]] = page.evaluate(EACH, [page.locator(BOX).element_handle(), queries])
    return shown


@pytest.fixture
def box(visit: OpenPage) -> Page:
    """A page with the search box open; `lastAnswered` is the last text that was answered."""
    page = visit("").page
    page.evaluate(ANSWERED)
    page.locator(BOX).click()
    page.wait_for_function("() => window.lastAnswered === ''")
    return page


def test_readers_queries_are_answered_in_the_box(box: Page, site: Site) -> None:
    """The whole table: names, spellings, slips, other keyboards, numbers, dates, headlines, and what is absent."""
    queries = [row.query for row in table()]
    shown = [[href.removeprefix(site.url) for href in hrefs] for hrefs in asked(box, *queries)]
    missed = list(misses(dict(zip(queries, shown, strict=True))))
    assert len(missed) <= MISSED, "\n".join(missed)


def test_an_absent_name_is_said_to_be_absent(box: Page) -> None:
    asked(box, "البغدادي")
    assert "لا يرد «البغدادي» في هذا الملف" in box.locator(".mz-box__said").inner_text()
    asked(box, "سجون")
    assert "لا يرد" not in box.locator(".mz-box__said").inner_text()


def test_words_are_marked_as_written_and_lead_to_their_paragraph(box: Page, site: Site) -> None:
    asked(box, "ويلبرغر")
    part = box.locator(".mz-box__hit[href*='articles/001'][href*='#l']").first
    assert "ويلبارغر" in part.locator("mark").all_inner_texts()
    href = part.get_attribute("href") or ""
    page = (site.folder / "articles" / "001_84b9d23c19d35bde" / "index.html").read_text(encoding="utf-8")
    assert f'id="{href.partition("#")[2]}"' in page


def test_the_box_with_results_is_accessible(box: Page) -> None:
    asked(box, "سجون")
    assert violations(box) == []


def test_hostile_queries_put_nothing_into_the_page(visit: OpenPage) -> None:
    """No exception, nothing injected; what they cost is measured in Node."""
    seen = visit("search/")
    for name, query in HOSTILE.items():
        seen.page.locator("#mz-query").fill(query)
        seen.page.wait_for_timeout(400)
        assert seen.page.locator(".mz-search img, .mz-search script").count() == 0, name
        assert seen.errors == [], name


def test_a_cut_file_is_not_read_as_whole(visit: OpenPage, site: Site) -> None:
    seen = visit("people/")
    data = next(Path(site.folder, "search", "data").glob("facets-*.bin")).read_bytes()
    seen.page.route("**/search/data/facets-*", lambda route: route.fulfill(status=200, body=data[:-9]))
    told = seen.page.evaluate(
        """async () => {
          const { open } = await import("../modules/search.js");
          const search = await open(new URL("../search/data/", location.href));
          const { total, facets, unnarrowed } = await search.query("السجون", { facets: true });
          return [total > 0, facets.length, unnarrowed];
        }"""
    )
    assert told == [True, 0, True]


def test_browser_and_generator_see_the_same_words(visit: OpenPage) -> None:
    """Words of a text and the file of each word's postings: the two sides must agree, letter for letter."""
    texts = [text.read_text(encoding="utf-8") for text in sorted(five.SEEDS.glob("00*.txt"))]
    texts.append("ﻼ ٣٫٥ U.S.-led naïve İstanbul Straße گوگل پاريس یک ۱۲۳ مَدْرَسَةٌ الـــسلام كلمة‌بفاصل _أ_ ½")
    found = visit("search/").page.evaluate(
        """async (texts) => {
          const { words, bare } = await import("../modules/text.js");
          const { shardKey } = await import("../modules/stems.js");
          return texts.map((text) => words(text).map((w) => [w.text, shardKey(bare(w.text))]));
        }""",
        texts,
    )
    for text, pairs in zip(texts, found, strict=True):
        assert pairs == [[t.text, shard_key(plain(t.text))] for t in tokens(text)]


def test_a_split_index_answers_as_a_whole_one_and_without_a_shard_says_so(visit: OpenPage, site: Site) -> None:
    """The same words in parts; when one is gone, what else there is still comes, and the answer is called partial."""
    texts = [line for name in five.NAMES for line in (five.SEEDS / name).read_text("utf-8").split("\n")]
    made = [Document(f"{n}/", (Passage(Field.BODY, text),)) for n, text in enumerate(texts) if text.strip()]
    for name, above in (("whole", 10**6), ("split", 0)):
        folder = site.folder / "search" / name
        folder.mkdir(exist_ok=True)
        for file, data in index(made, Aids(), above).items():
            (folder / file).write_bytes(data)
    seen = visit("search/")
    ask = """async ([name, queries]) => {
      const { open } = await import("../modules/search.js");
      const search = await open(new URL(`${name}/`, location.href));
      const answers = [];
      for (const query of queries) answers.push(await search.query(query, { limit: 50 }));
      return answers.map(({ hits, total, partial }) => ({ urls: hits.map((hit) => hit.url), total, partial }));
    }"""
    queries = ["السجون", "مخيم الهول", "ويلبرغر", '"قوات سوريا الديمقراطية"', "غريب مفقود"]
    whole = seen.page.evaluate(ask, ["whole", queries])
    split = seen.page.evaluate(ask, ["split", queries])
    assert [set(a["urls"]) for a in split] == [set(a["urls"]) for a in whole]
    assert not any(a["partial"] for a in split)
    seen.page.evaluate(FORGET)
    seen.page.route("**/search/split/text-*", lambda route: route.abort())
    without = seen.page.evaluate(ask, ["split", queries[:1]])[0]
    assert without["partial"]
    assert without["total"] == whole[0]["total"]


# What the browser keeps of indexes from one visit to the next.
FORGET = "async () => { for (const name of await caches.keys()) await caches.delete(name); }"


def in_parts(site: Site, name: str) -> list[Document]:
    """Puts an index in parts below /search/NAME/, of the paragraphs of the five seeds."""
    texts = [line for seed in five.NAMES for line in (five.SEEDS / seed).read_text("utf-8").split("\n")]
    made = [Document(f"{n}/", (Passage(Field.BODY, text),)) for n, text in enumerate(texts) if text.strip()]
    folder = site.folder / "search" / name
    folder.mkdir(exist_ok=True)
    for file, data in index(made, Aids(), 0).items():
        (folder / file).write_bytes(data)
    return made


ASK = """async ([name, query]) => {
  const { open } = await import("../modules/search.js");
  try {
    const { total, partial } = await (await open(new URL(`${name}/`, location.href))).query(query);
    return { total, partial };
  } catch (error) {
    return { reason: error.reason };
  }
}"""


@pytest.mark.parametrize("harm", ["lost", "cut", "of another version"])
def test_a_harmed_file_of_words_makes_an_answer_partial(visit: OpenPage, site: Site, harm: str) -> None:
    """The page goes on: other words are found, and one sentence says that something may be missing."""
    in_parts(site, "harmed")
    postings = sorted((site.folder / "search" / "harmed").glob("words-*.bin"))
    page = visit("search/").page
    before = page.evaluate(ASK, ["harmed", "السجون مخيم"])
    assert before["total"]
    assert not before["partial"]
    page.evaluate(FORGET)

    def answer(route: Route) -> None:
        data = (site.folder / "search" / "harmed" / route.request.url.rpartition("/")[2]).read_bytes()
        if harm == "lost":
            route.abort()
        else:
            route.fulfill(status=200, body=data[:-3] if harm == "cut" else data[::-1])

    half = {file.name for file in postings[::2]}
    page.route(lambda url: url.rpartition("/")[2] in half, answer)
    words = ["السجون", "مخيم", "التحالف", "الهول", "داعش", "العراق"]
    answers = [page.evaluate(ASK, ["harmed", word]) for word in words]
    assert all("reason" not in a for a in answers)
    assert any(a["partial"] for a in answers)
    assert any(a["total"] and not a["partial"] for a in answers) or len(postings) == 1


def giving(body: bytes) -> Callable[[Route], None]:
    """Answers with some bytes whatever is asked."""
    return lambda route: route.fulfill(body=body)


def test_an_outdated_root_is_told_from_a_broken_one_and_from_a_page(visit: OpenPage, site: Site) -> None:
    in_parts(site, "outdated")
    page = visit("search/").page
    root = (site.folder / "search" / "outdated" / ROOT).read_bytes()
    before = MAGIC + bytes((FORMAT - 1,)) + root[len(MAGIC) + 1 :]
    for body, reason in ((before, "outdated"), (root[:-9], "cut"), (b"<!doctype html><title>404", "foreign")):
        page.route(f"**/outdated/{ROOT}", giving(body))
        assert page.evaluate(ASK, ["outdated", "سجون"]) == {"reason": reason}


def test_what_was_searched_once_is_found_without_a_net(visit: OpenPage, site: Site) -> None:
    """The browser itself keeps the files, and the root of the index for when none comes."""
    in_parts(site, "kept")
    page = visit("search/").page
    before = page.evaluate(ASK, ["kept", "السجون"])
    page.wait_for_function(
        "async () => (await (await caches.open('search ' + new URL('kept/', location).pathname)).keys()).length > 2"
    )
    page.route("**/search/kept/**", lambda route: route.abort())
    assert before["total"]
    assert page.evaluate(ASK, ["kept", "السجون"]) == before
    page.evaluate(FORGET)
    assert page.evaluate(ASK, ["kept", "السجون"]) == {"reason": "missing"}
