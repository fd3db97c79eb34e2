"""The box at the head of every page: Enter, arrows, text that comes without a key, what it says of its results."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOX = ".mz-box input"
RESULTS = ".mz-box__hit"
SAID = ".mz-box__said"
INDEX = "**/search/data/**"
ENGINE = "**/search/search.js*"


def opened(seen: Visit) -> Page:
    """The page with the focus in its box, which on a phone is a lens until then."""
    seen.page.locator(BOX).click()
    return seen.page


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["", "articles/001_84b9d23c19d35bde/", "search/", "no/such/page/"])
def test_enter_in_the_box_leads_to_all_results(visit: OpenPage, path: str, width: int) -> None:
    """From any depth, with results shown."""
    seen = visit(path, width=width)
    page = opened(seen)
    page.keyboard.type("بومبيو")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{seen.site.url}search/?q={quote('بومبيو')}")
    expect(page.locator("#mz-query")).to_have_value("بومبيو")
    page.locator(".mz-search__hits li").first.wait_for()
    assert [said for said in seen.errors if "404" not in said] == []


@pytest.mark.parametrize("query", ["كلمات لا ترد 🙂", "xyzzy & ?q=#1", '"سجون" -داعش', "السُّجون"])
def test_enter_needs_no_results_and_waits_for_none(visit: OpenPage, query: str) -> None:
    """The index never comes, as on a slow line: the words reach the search page all the same, letter for letter."""
    seen = visit("people/")
    seen.page.route(INDEX, lambda _route: None)
    page = opened(seen)
    page.keyboard.type(query)
    page.keyboard.press("NumpadEnter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("#mz-query")).to_have_value(query)
    assert seen.errors == []


def test_enter_on_a_blank_box_stays_and_on_a_result_opens_it(visit: OpenPage) -> None:
    page = opened(visit("people/"))
    for typed in ("", "  "):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.url.endswith("/people/")
    page.locator(BOX).fill("")
    page.keyboard.type("بومبيو")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/mike-pompeo/**")


def test_enter_that_settles_an_input_methods_word_searches_nothing(visit: OpenPage) -> None:
    page = opened(visit("people/"))
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": "سج", "selectionStart": 2, "selectionEnd": 2})
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.url.endswith("/people/")


@pytest.mark.parametrize("width", [360, 1280])
def test_without_javascript_the_box_leads_to_a_page_that_says_what_it_can(visit: OpenPage, width: int) -> None:
    seen = visit("articles/001_84b9d23c19d35bde/", width=width, javascript=False)
    page = opened(seen)
    assert page.locator(".mz-box").inner_text().strip() == "" and page.locator("[role=combobox]").count() == 0
    page.keyboard.type("سجون")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{seen.site.url}search/?q={quote('سجون')}")
    assert "يحتاج البحث إلى جافاسكربت" in page.locator("article").inner_text()


def test_one_file_brings_the_engine_and_no_page_asks_for_it_before_its_reader(visit: OpenPage) -> None:
    """Neither a first view nor a box that nobody enters; then one script, which the search page needs no other for."""
    seen = visit("people/")
    seen.page.wait_for_load_state("networkidle")
    ours = re.compile(f"^{re.escape(seen.site.url)}.*[.]m?js(?:[?#].*)?$|.*/search/data/")
    first = [f"{seen.site.url}assets/{name}.js" for name in ("early", "site")]
    assert list(filter(ours.match, seen.requests)) == first
    page = opened(seen)
    page.keyboard.insert_text("بومبيو")
    page.locator(RESULTS).first.wait_for()
    scripts = [each for each in filter(ours.match, seen.requests) if "/data/" not in each]
    assert scripts[2:] == [f"{seen.site.url}search/search.js"]
    seen.requests.clear()
    page.keyboard.press("Enter")
    page.locator(".mz-search__hits li").first.wait_for()
    scripts = sorted(each for each in filter(ours.match, seen.requests) if "/data/" not in each)
    assert scripts == [*first, f"{seen.site.url}search/search.js"]


def test_a_pointer_that_nears_the_box_brings_the_engine(visit: OpenPage) -> None:
    seen = visit("people/")
    with seen.page.expect_request(lambda asked: "/search/data/" in asked.url):
        seen.page.locator(BOX).hover()


def test_while_the_engine_comes_this_is_said(visit: OpenPage) -> None:
    page = visit("people/").page
    page.route(INDEX, lambda _route: None)
    page.locator(BOX).fill("سجون")
    expect(page.locator(SAID)).to_have_text("يجري تجهيز البحث")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")


def test_an_engine_that_cannot_be_had_is_said_and_asked_for_again(visit: OpenPage) -> None:
    page = visit("people/").page
    page.route(ENGINE, lambda route: route.abort())
    page.locator(BOX).click()
    page.keyboard.type("سجون")
    expect(page.locator(SAID)).to_contain_text("تعذّر تحميل فهرس البحث")
    assert "لا نتائج" not in page.locator(".mz-box__panel").inner_text()
    page.unroute(ENGINE)
    page.keyboard.type(" داعش")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator(SAID)).not_to_contain_text("تعذّر")


def composed(page: Page, word: str) -> None:
    """Types a word as an input method does: growing in place, then settled, without keys."""
    method = page.context.new_cdp_session(page)
    for end in range(1, len(word) + 1):
        method.send("Input.imeSetComposition", {"text": word[:end], "selectionStart": end, "selectionEnd": end})
    method.send("Input.insertText", {"text": word})


def pasted(page: Page, text: str) -> None:
    """What a mouse pastes: the clipboard's own event and text, and no key."""
    page.evaluate("text => document.execCommand('insertText', false, text)", text)


def suggested(page: Page, text: str) -> None:
    """A phone's suggestion: text put in at once, as by an input method that composed nothing."""
    page.keyboard.insert_text(text)


def dropped(page: Page, text: str) -> None:
    """Text set from outside, as dragging and dictation by some programs do: one event of input."""
    page.evaluate(
        """text => {
          document.activeElement.value = text;
          document.activeElement.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromDrop" }));
        }""",
        text,
    )


@pytest.mark.parametrize("put", [pasted, suggested, dropped, composed])
def test_text_that_comes_without_a_key_is_searched(visit: OpenPage, put: Callable[[Page, str], None]) -> None:
    page = opened(visit("people/"))
    put(page, "بومبيو")
    expect(page.locator(RESULTS).first).to_contain_text("بومبيو")
    page.locator(BOX).select_text()
    page.evaluate("document.execCommand('delete')")
    expect(page.locator(RESULTS)).to_have_count(0)
    page.goto(page.url.replace("people/", "search/"))
    page.locator("#mz-query").focus()
    put(page, "بومبيو")
    expect(page.locator(".mz-search__hits li").first).to_contain_text("بومبيو")


def marked(page: Page) -> str | None:
    """Where Enter would lead: the address of the result that assistive technology is told of, and that is shown so."""
    found: str | None = page.evaluate(
        """input => {
          const marked = document.querySelectorAll("[role=option][aria-selected=true]");
          if (marked.length > 1) throw new Error("several are marked");
          const told = document.getElementById(input.getAttribute("aria-activedescendant"));
          if ((marked[0] ?? null) !== told) throw new Error("one is marked, and another is told of");
          return told?.getAttribute("href");
        }""",
        page.locator(BOX).element_handle(),
    )
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_arrows_go_round_the_results_and_escape_closes_empties_and_leaves(visit: OpenPage, width: int) -> None:
    """The focus stays in the box; the last of the list are all results; near words follow by the tabulator."""
    page = opened(visit("", width=width))
    box, panel = page.locator(BOX), page.locator(".mz-box__panel")
    page.keyboard.insert_text("بومبيو قسمبيط السجوم")
    page.locator(RESULTS).first.wait_for()
    assert "قسمبيط" in page.locator(SAID).inner_text()
    expect(box).to_have_attribute("aria-expanded", "true")
    hrefs = [each.get_attribute("href") for each in page.locator("#mz-found [role=option]").all()]
    for wanted in (hrefs[0], hrefs[1]):
        page.keyboard.press("ArrowDown")
        assert marked(page) == wanted
    for wanted in (hrefs[0], None, hrefs[-1]):
        page.keyboard.press("ArrowUp")
        assert marked(page) == wanted
    assert "search/?q=" in str(hrefs[-1])
    page.keyboard.press("ArrowDown")
    assert marked(page) is None
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).not_to_have_value("")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    page.keyboard.press("Escape")
    expect(box).not_to_be_focused()


def test_a_tap_beside_the_list_closes_it_and_one_on_a_result_opens_that(visit: OpenPage) -> None:
    page = opened(visit("people/", width=360))
    page.keyboard.insert_text("بومبيو")
    page.locator(RESULTS).first.wait_for()
    page.mouse.click(180, 735)
    expect(page.locator(".mz-box__panel")).to_be_hidden()
    page.locator(BOX).click()
    page.locator(RESULTS).first.click()
    page.wait_for_url("**/people/mike-pompeo/**")


def told(page: Page, query: str, place: str) -> str:
    """All that the box, or the search page, says beside its results, once it has answered."""
    if place == "search/":
        status, box = page.locator(".mz-search__status"), page.locator("#mz-query")
        box.fill("")
        expect(status).to_have_text("")
        box.fill(query)
        expect(status).not_to_have_text(re.compile("^$|يجري"))
        return status.inner_text() + page.locator(".mz-search__notice").inner_text()
    status, box = page.locator(SAID), page.locator(BOX)
    box.fill("")
    expect(status).to_have_text("")
    box.fill(query)
    expect(status).not_to_have_text(re.compile("^$|يجري"))
    return page.locator(".mz-box__panel").inner_text()


@pytest.fixture(params=["people/", "search/"])
def place(request: pytest.FixtureRequest) -> str:
    """Where one searches: the box of a page, or the search page."""
    where: str = request.param
    return where


def at(visit: OpenPage, place: str) -> Page:
    seen = visit(place)
    return seen.page if place == "search/" else opened(seen)


def test_a_phrase_that_stands_nowhere_is_said_to_and_its_words_are_found(visit: OpenPage, place: str) -> None:
    page = at(visit, place)
    said = told(page, "«الهول مخيم»", place)
    assert "لم نجد العبارة «الهول مخيم» كما كُتبت؛ هذه نتائج كلماتها" in said
    assert page.locator(f"{RESULTS}, .mz-search__hits li").count()
    assert "العبارة" not in told(page, "«مخيم الهول»", place)


def test_a_phrase_in_a_longer_query_comes_first_and_this_is_said(visit: OpenPage, place: str) -> None:
    page = at(visit, place)
    said = told(page, "التحالف الدولي العراق «مخيم الهول»", place)
    assert "ما ترد فيه العبارة «مخيم الهول» أولًا، ثم سائر النتائج" in said
    first = page.locator(f"{RESULTS}, .mz-search__hits a").first
    assert "الهول" in first.inner_text() or "articles/002" in (first.get_attribute("href") or "")


def test_an_index_that_cannot_be_had_is_not_a_search_without_results(visit: OpenPage, place: str) -> None:
    """Results of a query before it go as well; when the index can be had again, they come."""
    page = at(visit, place)
    page.route(INDEX, lambda route: route.abort())
    said = told(page, "سجون", place)
    assert "تعذّر تحميل فهرس البحث" in said
    assert "لا نتائج" not in said
    page.unroute(INDEX)
    assert "تعذّر" not in told(page, "السجون", place)
    assert page.locator(f"{RESULTS}, .mz-search__hits li").count()


def test_no_results_never_stands_beside_results_for_what_is_like_it(visit: OpenPage, place: str) -> None:
    page = at(visit, place)
    for query in ("53 شخصا", "سجن -سجون -السجون -سجونا", "٩٩ هجوما", "ويلبرغر -ويلبارغر", "xyzzy"):
        said = told(page, query, place)
        assert not ("لا نتائج" in said and "هذه نتائج" in said), query


def test_no_spelling_of_an_address_is_shown_as_a_description(visit: OpenPage, place: str) -> None:
    page = at(visit, place)
    for query in ("iraq forces", "iraq", "john godfrey", "mike pompeo", "islamic state"):
        told(page, query, place)
        shown = page.locator(f"{RESULTS}, .mz-search__hits li").all_inner_texts()
        assert shown
        assert [text for text in shown if query in text] == []
