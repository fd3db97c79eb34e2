"""A harmed index, a bad line and hostile texts, as readers meet them in the box and on the search page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.search import ROOT, Document, Field, Passage, findable, index
from tests import dossiers, five
from tests.browser.conftest import OpenPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DATA = "**/search/data/**"
BOX, RESULTS, SAID, PANEL = ".mz-box input", ".mz-box__hit", ".mz-box__said", ".mz-box__panel"
LOST = "تعذّر تحميل فهرس البحث"
RUN = '<img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1">'
HTML = "<!doctype html><title>404</title><p>الصفحة غير موجودة"
HARMS: Mapping[str, Callable[[Route], None]] = {
    "no network": lambda route: route.abort(),
    "no file": lambda route: route.fulfill(status=404, body=HTML, content_type="text/html"),
    "a page where bytes were due": lambda route: route.fulfill(body=HTML, content_type="text/html"),
    "nothing": lambda route: route.fulfill(body=""),
    "null": lambda route: route.fulfill(body="null"),
    "no root": lambda route: route.fulfill(body="{}"),
    "another format": lambda route: route.fulfill(body=json.dumps({"format": 1, "documents": 3})),
}


def test_an_index_harmed_in_any_way_is_one_sentence_until_it_can_be_had(visit: OpenPage) -> None:
    seen = visit("people/")
    page = seen.page
    for number, (harm, answer) in enumerate(HARMS.items()):
        page.route(DATA, answer)
        page.locator(BOX).fill(f"سجون {number}")
        expect(page.locator(SAID), harm).to_contain_text(LOST)
        assert page.locator(RESULTS).count() == 0, harm
        assert "لا نتائج" not in page.locator(PANEL).inner_text(), harm
        page.locator(BOX).fill("")
        page.unroute(DATA)
    page.locator(BOX).fill("سجون")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_a_line_on_which_every_second_request_fails_is_got_over(visit: OpenPage) -> None:
    page = visit("people/").page
    asked = [0]

    def flaky(route: Route) -> None:
        asked[0] += 1
        route.abort() if asked[0] % 2 else route.continue_()

    page.route(DATA, flaky)
    for time in range(8):
        page.locator(BOX).fill("سجون" + " " * time)
        expect(page.locator(f"{RESULTS}, {SAID}:has-text('{LOST}')").first).to_be_visible()
        if page.locator(RESULTS).count():
            break
    assert page.locator(RESULTS).count()
    assert LOST not in page.locator(PANEL).inner_text()


def served(page: Page, documents: list[Document], home: Path) -> None:
    """Gives the pages of the site an index of other documents."""
    files = index(documents, findable.aids(dossiers.desk(five.copy_to(home / "five"))))
    held = {name: bytes(data) for name, data in files.items()}
    assert ROOT in held
    page.route(DATA, lambda route: route.fulfill(body=held[route.request.url.rpartition("/")[2]]))


@pytest.mark.parametrize("place", ["people/", "search/"])
def test_html_in_titles_texts_and_queries_is_shown_and_never_run(visit: OpenPage, place: str, tmp_path: Path) -> None:
    passages = (Passage(Field.TITLE, f"سجون {RUN}"), Passage(Field.BODY, f"{RUN} سجون المدينة {RUN}", 1))
    thing = Document("people/x/", (Passage(Field.TITLE, f"{RUN} زيد"), Passage(Field.BODY, RUN)), "person")
    seen = visit(place)
    page = seen.page
    served(page, [Document("articles/000_x/", passages), thing], tmp_path)
    box = page.locator("#mz-query" if place == "search/" else BOX)
    shown = page.locator(f"{RESULTS}, .mz-search__hits li")
    for query in ("سجون", f"{RUN} سجون", f'"{RUN}" سجون -حريق{RUN}', f"زيد قسمبيط<b>{RUN}"):
        box.fill(query)
        expect(shown.first).to_contain_text("<img src=x")
        assert page.locator(":is(.mz-box__panel, .mz-search) :is(img, script, svg[onload], b)").count() == 0, query
        box.fill("")
        expect(shown).to_have_count(0)
    assert page.evaluate("window.ran") is None
    assert seen.errors == []
