"""The search page: what it answers, narrows, sorts and lets readers take along, by mouse and by keyboard."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import OpenPage

pytestmark = pytest.mark.browser

HITS = ".mz-search__hits li"
STATUS = ".mz-search__status"
NOTICE = ".mz-search__notice"
CHIP = ".mz-chip"
INPUT = "#mz-query"
VALUE = ".mz-search__facets label"
FACETS = re.compile(r".*/search/data/facets-.*")


def address(query: str, more: str = "") -> str:
    return f"search/?q={quote(query)}{more}"


def focused(page: Page) -> str:
    """What has the focus, by its text."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_search_page_answers_its_address(visit: OpenPage, width: int) -> None:
    """Facets are counted beside the results where there is room, and asked for nowhere else before one opens them."""
    seen = visit(address("السجون"), width=width)
    page = seen.page
    page.locator(HITS).first.wait_for()
    assert page.locator(STATUS).inner_text() == f"{page.locator(HITS).count()} نتائج"
    assert page.title().startswith("السجون · البحث")
    assert not page.locator(".mz-box__panel").is_visible()
    if width == 360:
        assert not [url for url in seen.requests if FACETS.match(url)]
        page.locator(".mz-search__filters summary").click()
    page.locator(VALUE).first.wait_for()
    assert min(page.locator(VALUE).evaluate_all("all => all.map(a => a.offsetHeight)")) >= 24
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert violations(page) == []
    assert seen.errors == []
    assert seen.foreign == []


def test_facets_narrow_and_their_address_can_be_shared(visit: OpenPage) -> None:
    """The focus stays where it was; what narrows is a chip, which goes by itself and leaves the focus near."""
    page = visit(address("داعش")).page
    box = page.locator("input[name=kind][value=article]")
    count = int(box.locator("xpath=..").locator(".mz-count").inner_text())
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**kind=article**")
    expect(page.locator(HITS)).to_have_count(count)
    assert {text.split(" · ")[0] for text in page.locator(".mz-card__meta").all_inner_texts()} == {"مادة"}
    expect(box).to_be_focused()
    assert page.locator("input[name=kind]").count() > 1
    page.locator("input[name=year]").last.check()
    expect(page.locator(CHIP)).to_have_count(2)
    assert violations(page) == []
    page.reload()
    expect(page.locator(CHIP)).to_have_count(2)
    assert page.locator(CHIP).first.inner_text() == "النوع: مواد"
    assert box.is_checked()
    page.locator(CHIP).last.press("Enter")
    expect(page.locator(CHIP)).to_have_count(1)
    expect(page.locator(CHIP)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(CHIP)).to_have_count(0)
    assert page.url.endswith(address("داعش"))
    page.go_back()
    expect(page.locator(CHIP)).to_have_count(1)


def test_results_are_sorted_by_day_both_ways(visit: OpenPage) -> None:
    """An address that asked for the newest by its older name still does."""
    page = visit(address("داعش", "&kind=article&sort=date")).page
    page.locator(HITS).first.wait_for()
    sort, links = page.locator(".mz-search__sort"), page.locator(f"{HITS} a")
    assert sort.input_value() == "newest"
    newest = links.evaluate_all("all => all.map(a => a.pathname)")
    sort.select_option("oldest")
    page.wait_for_url("**sort=oldest**")
    page.wait_for_function("was => document.querySelector('.mz-search__hits a').pathname !== was", arg=newest[0])
    assert sorted(links.evaluate_all("all => all.map(a => a.pathname)")) == sorted(newest)


def test_the_search_page_works_by_keyboard(visit: OpenPage) -> None:
    page = visit("search/").page
    box = page.locator(INPUT)
    box.press_sequentially("سجون")
    page.locator(HITS).first.wait_for()
    box.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.mz-search__hits') !== null")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    assert box.input_value() == ""
    assert page.locator(HITS).count() == 0
    assert page.title().startswith("البحث")


def test_results_stand_until_others_come(visit: OpenPage) -> None:
    """While one types on, the list is never empty and nothing is announced that is not so."""
    page = visit(address("سجون")).page
    page.locator(HITS).first.wait_for()
    page.evaluate("""() => {
      const [list, status] = [".mz-search__hits", ".mz-search__status"].map((name) => document.querySelector(name));
      window.seen = [];
      const look = () => window.seen.push([list.children.length, status.textContent]);
      const watch = new MutationObserver(look);
      for (const part of [list, status]) watch.observe(part, { childList: true, characterData: true, subtree: true });
    }""")
    page.locator(INPUT).press("End")
    page.locator(INPUT).press_sequentially(" داعش التحالف", delay=150)
    page.wait_for_function("() => document.title.startsWith('سجون داعش التحالف') && window.seen.length > 1")
    seen = page.evaluate("window.seen")
    assert min(count for count, _ in seen) > 0
    assert {"", "يجري البحث"}.isdisjoint(text for _, text in seen)


def test_without_javascript_the_page_leads_to_the_indexes(visit: OpenPage) -> None:
    """To those that the page of all indexes leads to, and the two of the menu."""
    page = visit("search/", javascript=False).page
    assert "جافاسكربت" in page.locator("article").inner_text()
    ways = page.locator("article .mz-index a").all_inner_texts()
    page.goto(page.url.replace("/search/", "/indexes/"))
    assert sorted(ways) == sorted(["المواد", "الموضوعات", *page.locator("article .mz-index dt a").all_inner_texts()])


def test_a_missing_index_is_one_sentence_and_the_page_still_stands(visit: OpenPage) -> None:
    page = visit("search/").page
    page.route("**/search/data/*.bin", lambda route: route.abort())
    page.locator(INPUT).fill("سجون")
    page.locator(STATUS, has_text="تعذّر").wait_for()
    assert page.locator("article .mz-index a").count() > 6
    page.unroute("**/search/data/*.bin")
    page.locator(INPUT).press("Enter")
    page.locator(HITS).first.wait_for()


def test_without_what_narrows_all_results_stay_and_it_is_said(visit: OpenPage) -> None:
    seen = visit("search/")
    seen.page.route(FACETS, lambda route: route.fulfill(body="<html>"))
    seen.page.goto(seen.site.url + address("داعش", "&kind=person"))
    expect(seen.page.locator(NOTICE)).to_contain_text("تعذّر تحميل ما تُضيَّق به النتائج")
    assert {text.split(" · ")[0] for text in seen.page.locator(".mz-card__meta").all_inner_texts()} > {"مادة"}
    seen.page.locator(CHIP).click()
    expect(seen.page.locator(".mz-search__facets")).to_have_text("تعذّر تحميل ما تُضيَّق به النتائج.")


def test_a_word_that_a_notice_offers_is_searched_for_at_once(visit: OpenPage) -> None:
    """On this page, with its filters; that there are no results is never said beside what was not found."""
    page = visit(address("السجقون")).page
    link = page.locator(f"{NOTICE} a").first
    link.wait_for()
    assert "لا نتائج" not in page.locator(".mz-search").inner_text()
    word = link.inner_text()
    page.evaluate("window.stayed = true")
    link.click()
    page.locator(HITS).first.wait_for()
    assert page.locator(INPUT).input_value() == word
    assert page.evaluate("window.stayed") is True


def test_more_results_come_as_one_scrolls_and_can_be_taken_along(visit: OpenPage) -> None:
    """As text: title, what is said of it, address; and the address of the search. One engine serves page and box."""
    seen = visit("search/")
    page = seen.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(seen.site.url + address("سوريا العراق التحالف"))
    page.locator(HITS).first.wait_for()
    total = int(re.sub(r"\D", "", page.locator(STATUS).inner_text()))
    assert page.locator(HITS).count() < total
    page.locator(INPUT).focus()
    page.mouse.wheel(0, 100_000)
    page.locator(HITS).nth(8).wait_for()
    expect(page.locator(INPUT)).to_be_focused()
    page.get_by_role("button", name="نسخ الرابط").click()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("button", name="نسخ قائمة النتائج").click()
    expect(page.locator("#mz-status")).to_have_text("نُسخت النتائج المعروضة")
    blocks = page.evaluate("navigator.clipboard.readText()").strip().split("\n\n")
    links = page.locator(f"{HITS} h2 a")
    assert [block.split("\n")[0] for block in blocks] == links.all_inner_texts()
    assert [block.split("\n")[-1] for block in blocks] == links.evaluate_all("all => all.map(a => a.href)")
    page.locator(".mz-box input").fill("بومبيو")
    page.locator(".mz-box__hit").first.wait_for()
    assert len(page.workers) == 1


@pytest.mark.parametrize("dark", [False, True])
def test_matches_are_lit_on_a_phone(visit: OpenPage, dark: bool) -> None:
    page = visit(address("داعش", "&kind=article"), width=360, dark=dark).page
    mark = page.locator(f"{HITS} mark").first
    mark.wait_for()
    assert mark.evaluate("mark => getComputedStyle(mark).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert violations(page) == []


def test_long_words_and_mixed_scripts_stay_within_the_page(visit: OpenPage) -> None:
    """A query of one long word, Latin within Arabic, and chips of values that nobody has."""
    page = visit(address("س" * 2000, "&person=" + "x" * 300), width=360).page
    expect(page.locator(".mz-search")).to_contain_text("س" * 20)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert len(page.title()) < 200


def test_going_back_brings_the_query_and_its_results_back(visit: OpenPage) -> None:
    """From another query, and from a result that one had scrolled to."""
    page = visit("search/", width=360).page
    box = page.locator(INPUT)
    for query in ("داعش", "البنتاغون"):
        box.fill(query)
        box.press("Enter")
        page.wait_for_url(f"**/search/?q={quote(query)}")
    page.go_back()
    expect(box).to_have_value("داعش")
    page.locator(f"{HITS} a").nth(4).click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    expect(box).to_have_value("داعش")
    expect(page.locator(f"{HITS} a").nth(4)).to_be_in_viewport()
