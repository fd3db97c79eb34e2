"""The box at the head of every page: keys, touch, text that comes without a key, what it says and remembers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from generator.search import ROOT
from tests.browser.axe import violations
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
    page.keyboard.insert_text("بومبيو")
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
    page.keyboard.insert_text("بومبيو")
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
    """Neither a first view nor a box that nobody enters; then one script, and on the search page its own."""
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
    scripts = sorted({each for each in filter(ours.match, seen.requests) if "/data/" not in each})
    assert scripts == [*first, f"{seen.site.url}search/page.js", f"{seen.site.url}search/search.js"]


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
        said, box = page.locator(".mz-search__status, .mz-search__notice"), page.locator("#mz-query")
        box.fill("")
        expect(said.filter(has_text=re.compile("."))).to_have_count(0)
        box.fill(query)
        expect(said.filter(has_text=re.compile("^(?!.*يجري).")).first).to_be_attached()
        return "".join(said.all_inner_texts())
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
    """Neither now nor from an earlier visit. Results of a query before it go; when it can be had again, they come."""
    seen = visit(place)
    page = seen.page
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    page.route(INDEX, lambda route: route.abort())
    if place != "search/":
        opened(seen)
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


def told_aloud(page: Page) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What assistive technology gets of the box, in order: role, name, properties; a group has an end."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def below(node: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
        role = node.get("role", {}).get("value", "")
        shown = not node["ignored"] and role not in {"generic", "InlineTextBox", "StaticText", "none"}
        if shown:
            properties = {each["name"]: each["value"] for each in node.get("properties", ())}
            yield role, node.get("name", {}).get("value", ""), properties
        for child in node.get("childIds", ()):
            yield from below(by_id[child])
        if shown and role == "group":
            yield "end", "", {}

    yield from below(next(node for node in nodes if node.get("role", {}).get("value") == "search"))


def test_assistive_technology_is_told_of_a_combobox_and_its_groups(visit: OpenPage) -> None:
    """One field that controls one list: options in groups with a label, the marked one alone selected and told of."""
    page = opened(visit("people/"))
    page.keyboard.insert_text("بومبيو قسمبيط السجوم")
    page.locator(RESULTS).first.wait_for()
    page.locator(".mz-told button").click()
    page.keyboard.press("ArrowDown")
    told = list(told_aloud(page))
    field = next(properties for role, _, properties in told if role == "combobox")
    assert field["expanded"]["value"] is True
    assert field["autocomplete"]["value"] == "list"
    assert field["focused"]["value"] is True
    assert [each["idref"] for each in field["controls"]["relatedNodes"]] == ["mz-found"]
    assert [each["idref"] for each in field["activedescendant"]["relatedNodes"]] == ["mz-found-1"]
    start = next(at for at, (role, name, _) in enumerate(told) if role == "listbox" and name)
    shown = [(role, name) for role, name, _ in told[start + 1 :] if role in {"group", "option", "end"}]
    assert [name for role, name in shown if role == "group"] == ["أشخاص", "موضوعات", "مواد"]
    assert shown[1][0] == "option" and shown[1][1].startswith("مايك بومبيو")
    assert shown[-1] == ("option", "كل النتائج وتضييقها")
    chosen = [name for role, name, properties in told if role == "option" and properties["selected"]["value"] is True]
    assert chosen == [shown[1][1]]
    assert {role for role, _, _ in told[:start]} >= {"search", "link", "status"} or "link" in {
        role for role, _, _ in told
    }
    assert violations(page) == []


def test_what_was_found_is_told_aloud_when_typing_rests_and_not_before(visit: OpenPage) -> None:
    page = opened(visit("people/"))
    page.evaluate(
        """() => {
          window.heard = [];
          const live = document.querySelector(".mz-box [role=status]");
          const note = () => live.textContent && window.heard.push(live.textContent);
          new MutationObserver(note).observe(live, { childList: true });
        }"""
    )
    for letter in "السجون":
        page.keyboard.insert_text(letter)
        page.wait_for_timeout(60)
    page.locator(RESULTS).first.wait_for()
    status = page.locator(".mz-box [role=status]")
    expect(status).to_contain_text("نتائج")
    assert page.evaluate("window.heard") == [status.text_content()]


def remembered(page: Page) -> list[str]:
    """The searches made before that the empty box shows."""
    return page.locator(".mz-box__before").all_inner_texts()


def test_searches_made_are_kept_on_the_device_and_go_one_by_one_or_all(visit: OpenPage) -> None:
    """Those that were sent or led somewhere, latest first; letters typed on the way are none."""
    seen = visit("people/")
    page = opened(seen)
    assert remembered(page) == []
    for text in ("مخيم الهول", "البنتاغون", " مخيم  الهول ", "س"):
        page.locator(BOX).fill(text)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/search/?q={quote(text).replace('%20', '+')}")
        opened(seen)
    page.locator(BOX).fill("بومبيو")
    page.locator(RESULTS).first.click()
    page.wait_for_url("**/people/mike-pompeo/**")
    opened(seen)
    assert remembered(page) == ["بومبيو", "مخيم الهول", "البنتاغون"]
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Delete")
    assert remembered(page) == ["بومبيو", "البنتاغون"]
    assert (marked(page) or "").endswith(quote("البنتاغون"))
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_have_value("البنتاغون")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="إزالة «بومبيو»").click()
    assert remembered(page) == ["البنتاغون"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".mz-box__panel")).to_be_hidden()
    expect(page.locator(BOX)).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.includes('searches'))") == []


def test_without_storage_the_box_works_and_remembers_nothing(visit: OpenPage) -> None:
    page = visit("people/").page
    page.context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    page.reload()
    page.locator(BOX).fill("بومبيو")
    page.locator(RESULTS).first.click()
    page.wait_for_url("**/people/mike-pompeo/**")
    page.locator(BOX).click()
    expect(page.locator(".mz-box__panel")).to_be_hidden()


def test_names_come_after_one_letter_and_lead_to_their_pages(visit: OpenPage) -> None:
    page = opened(visit("themes/"))
    page.keyboard.insert_text("ب")
    expect(page.locator(SAID)).to_have_text("اقتراحات من الأسماء والعناوين")
    shown = page.locator(".mz-box__hit").all_inner_texts()
    assert any("بومبيو" in each for each in shown)
    assert page.locator(".mz-box__all").count() == 0
    page.keyboard.insert_text("ومب")
    expect(page.locator(RESULTS).first).to_contain_text("مايك بومبيو")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/mike-pompeo/**")


def test_keys_open_the_list_leave_it_and_lead_to_the_box(visit: OpenPage) -> None:
    """Alt with arrows opens and closes, Home and End return to the text; / and Ctrl+K lead here, save from fields."""
    page = opened(visit("people/"))
    panel, box = page.locator(".mz-box__panel"), page.locator(BOX)
    page.keyboard.insert_text("بومبيو")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("Alt+ArrowUp")
    expect(panel).to_be_hidden()
    page.keyboard.press("Alt+ArrowDown")
    expect(panel).to_be_visible()
    assert marked(page) is None
    for key, place in (("Home", 0), ("End", 6)):
        page.keyboard.press("ArrowDown")
        assert marked(page)
        page.keyboard.press(key)
        assert marked(page) is None
        assert box.evaluate("input => input.selectionStart") == place
    page.keyboard.insert_text("/")
    expect(box).to_have_value("بومبيو/")
    for keys in ("/", "Control+k"):
        box.evaluate("input => input.blur()")
        page.keyboard.press(keys)
        expect(box).to_be_focused()
        assert box.evaluate("input => input.selectionEnd - input.selectionStart") == 7
    assert "Ctrl+K" in (box.get_attribute("title") or "")
    page.goto(page.url.replace("people/", "search/"))
    page.locator("#mz-query").click()
    page.keyboard.press("/")
    expect(page.locator("#mz-query")).to_have_value("/")


def test_a_word_offered_instead_is_reached_by_keys_and_answered_in_place(visit: OpenPage) -> None:
    page = opened(visit("people/", width=360))
    page.keyboard.insert_text("بومبيو السجوم")
    offered = page.locator(f"{SAID} a")
    offered.first.wait_for()
    page.keyboard.press("Tab")
    while not offered.first.evaluate("link => link === document.activeElement"):
        page.keyboard.press("Tab")
    word = offered.first.get_attribute("data-ask") or ""
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_have_value(word)
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(f"{RESULTS} mark").first).to_contain_text(word)
    assert page.url.endswith("/people/")


def test_six_results_come_first_and_more_as_the_list_is_scrolled(visit: OpenPage) -> None:
    page = opened(visit("people/", width=360))
    page.keyboard.insert_text("التحالف الدولي داعش سوريا العراق القوات ")
    page.locator(RESULTS).first.wait_for()
    hits = page.locator(RESULTS)
    assert hits.count() == 6
    assert min(hits.evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")) >= 44
    before = hits.evaluate_all("all => all.map(({ href }) => href)")
    total = int(re.findall(r"\d+", page.locator(SAID).inner_text())[0])
    for _ in range(len(before) + 1):
        page.keyboard.press("ArrowDown")
    expect(hits.nth(6)).to_be_attached()
    while hits.count() < total:
        count = hits.count()
        page.locator("#mz-found").evaluate("list => list.scrollTo(0, list.scrollHeight)")
        expect(hits.nth(count)).to_be_attached()
    after = hits.evaluate_all("all => all.map(({ href }) => href)")
    assert after[:6] == before
    assert len({*after}) == total
    assert page.locator("#mz-found > :last-child").inner_text() == "كل النتائج وتضييقها"


def test_the_panel_ends_where_a_keyboard_on_the_screen_begins(visit: OpenPage) -> None:
    """What one sees of a page is as small as with a keyboard: enlarged twice, it is half as high."""
    page = opened(visit("people/", width=360))
    page.keyboard.insert_text("داعش")
    page.locator(RESULTS).first.wait_for()
    page.context.new_cdp_session(page).send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    ends = """() => {
      const { offsetTop, height } = visualViewport;
      const { top, bottom } = document.querySelector(".mz-box__panel").getBoundingClientRect();
      return height < 400 && bottom > top + 100 && bottom <= offsetTop + height + 1;
    }"""
    page.wait_for_function(ends)
    page.locator(".mz-box__close").evaluate("button => button.click()")
    expect(page.locator(".mz-box__panel")).to_be_hidden()
    expect(page.locator(BOX)).not_to_be_focused()


def kept_back(page: Page, address: str) -> list[Route]:
    """Requests for an address, which wait until they are let go."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(address, keep)
    return held


def test_what_is_typed_before_the_engine_is_there_is_answered_when_it_comes(visit: OpenPage) -> None:
    """Only what stands in the box at last; meanwhile it is said that the search is being prepared."""
    page = visit("people/").page
    held = kept_back(page, ENGINE)
    page.locator(BOX).click()
    for text in ("سجون", "سجون داعش", "بومبيو"):
        page.locator(BOX).fill(text)
    expect(page.locator(SAID)).to_have_text("يجري تجهيز البحث")
    for route in held:
        route.continue_()
    expect(page.locator(RESULTS).first).to_contain_text("بومبيو")
    expect(page.locator(SAID)).not_to_contain_text("يجري")


def test_later_letters_leave_results_in_place_until_others_come(visit: OpenPage) -> None:
    page = opened(visit("people/"))
    page.keyboard.insert_text("السجو")
    page.locator(RESULTS).first.wait_for()
    page.evaluate(
        """() => {
          window.gone = 0;
          const panel = document.querySelector(".mz-box__panel");
          const look = () => (panel.hidden || !panel.querySelector("[role=option]")) && window.gone++;
          new MutationObserver(look).observe(panel, { subtree: true, childList: true, attributes: true });
        }"""
    )
    for letter in "ن داعش":
        page.keyboard.insert_text(letter)
        page.wait_for_timeout(50)
    expect(page.locator(f"{RESULTS} mark").filter(has_text="داعش").first).to_be_visible()
    assert page.evaluate("window.gone") == 0


def test_when_the_line_is_back_the_box_answers_by_itself(visit: OpenPage) -> None:
    page = visit("people/").page
    page.route(INDEX, lambda route: route.abort())
    page.locator(BOX).click()
    page.keyboard.insert_text("بومبيو")
    expect(page.locator(SAID)).to_contain_text("تعذّر تحميل فهرس البحث")
    page.unroute(INDEX)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator(RESULTS).first).to_contain_text("بومبيو")


def test_the_root_of_the_index_comes_beside_the_engine_and_once(visit: OpenPage) -> None:
    """It is asked for before the engine has come, and not asked for again."""
    seen = visit("people/")
    held = kept_back(seen.page, ENGINE)
    with seen.page.expect_request(f"**/search/data/{ROOT}"):
        seen.page.locator(BOX).click()
    seen.page.wait_for_timeout(100)
    for route in held:
        route.continue_()
    seen.page.keyboard.insert_text("بومبيو")
    seen.page.locator(RESULTS).first.wait_for()
    assert len([url for url in seen.requests if url.endswith(f"/{ROOT}")]) == 1
