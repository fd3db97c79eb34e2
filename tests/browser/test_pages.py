"""Every kind of page as readers meet it: on a phone, a tablet and a desk, in light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from generator.site.links import check_links, held
from generator.site.markup import look
from tests import five
from tests.browser.axe import OF_COLOUR, violations
from tests.browser.conftest import BASE_PATH, OpenPage, Site, Visit

pytestmark = pytest.mark.browser

# An article with furniture, and one without a title, which shows other parts.
ARTICLE, UNTITLED = "articles/002_5906e71ed4f50e03/", "articles/000_df4c0d42261ce1aa/"
PHONE, DESK, NARROWEST = 360, 1280, 320
# What Lighthouse and search engines call good is .1.
MOST_SHIFT = 0.02
# As Lighthouse has it for slow 4G: 150 ms there and back, 1.6 Mbit a second.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
AT_ONCE = 6
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => setTimeout(() => done(sum), 300));
})"""


def kinds(site: Site) -> list[str]:
    """The address of every list, of the longest page below each, of the front page and of one that does not exist."""
    lists = sorted(path.parent for path in site.folder.glob("*/index.html"))
    below = [sorted(each.glob("*/index.html"), key=lambda path: path.stat().st_size) for each in lists]
    folders = [*lists, *(found[-1].parent for found in below if found)]
    return [
        "",
        "no/such/page/",
        ARTICLE,
        UNTITLED,
        *(f"{each.relative_to(site.folder).as_posix()}/" for each in folders),
    ]


def wider_than_screen(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def tour(visit: OpenPage, site: Site, width: int) -> Iterator[tuple[str, Visit]]:
    """Every kind of page in one window: another window for each would cost as much as the page."""
    seen = visit("", width=width)
    for address in kinds(site):
        seen.page.set_viewport_size({"width": width, "height": 800})
        seen.page.emulate_media(color_scheme="light")
        seen.errors.clear()
        seen.requests.clear()
        seen.page.goto(site.url + address, wait_until="load")
        yield address, seen


def wrong(seen: Visit, width: int) -> Iterator[str]:
    """What is amiss with a page at a width: it scrolls sideways, asks others, complains, or axe-core objects."""
    seen.page.set_viewport_size({"width": width, "height": 800})
    if (wider := wider_than_screen(seen.page)) > 0:
        yield f"{wider} px wider than the screen"
    yield from (f"asks {address}" for address in seen.foreign)
    yield from (said for said in seen.errors if "404" not in said)
    yield from violations(seen.page)


def test_every_kind_of_page_is_sound_on_a_phone(visit: OpenPage, site: Site) -> None:
    """No sideways scrolling (at 320 px too), no request elsewhere, nothing on the console, no rule of axe broken."""
    found = list[str]()
    for address, seen in tour(visit, site, NARROWEST):
        narrow = wider_than_screen(seen.page)
        found += [f"{address} at {NARROWEST} px: {narrow} px too wide"] if narrow > 0 else []
        found += (f"{address}: {fault}" for fault in wrong(seen, PHONE))
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_every_kind_of_page_is_as_sound_on_a_desk_and_in_the_dark(visit: OpenPage, site: Site) -> None:
    """Colours are what differs in the dark: only their rules are asked again."""
    found = list[str]()
    for address, seen in tour(visit, site, DESK):
        found += (f"{address}: {fault}" for fault in wrong(seen, DESK))
        seen.page.emulate_media(color_scheme="dark")
        for width in (DESK, PHONE):
            seen.page.set_viewport_size({"width": width, "height": 800})
            found += (f"{address} at {width} px, dark: {fault}" for fault in violations(seen.page, OF_COLOUR))
    assert not found, "\n".join(found)


def slow_page(visit: OpenPage) -> Page:
    """A window on a phone's line that keeps nothing of what it has asked for."""
    page = visit("", width=PHONE).page
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.send("Network.emulateNetworkConditions", SLOW)
    return page


@pytest.mark.slow
def test_nothing_moves_while_a_page_comes_over_a_slow_line(visit: OpenPage, site: Site) -> None:
    """The faces come last; what stands there must not make room for them. A few lines are waited for at once."""
    found, waiting = {}, kinds(site)
    pages = [slow_page(visit) for _ in range(AT_ONCE)]
    while waiting:
        begun = list(zip(pages, waiting, strict=False))
        waiting = waiting[len(begun) :]
        for page, address in begun:
            page.goto(site.url + address, wait_until="commit")
        for page, address in begun:
            page.wait_for_load_state("load")
            if (shift := page.evaluate(SHIFTS)) > MOST_SHIFT:
                found[address] = round(shift, 3)
    assert found == {}


@pytest.mark.slow
def test_every_link_and_fragment_leads_somewhere(site: Site) -> None:
    pages = {path.relative_to(site.folder).as_posix(): path for path in site.folder.rglob("*.html")}
    files = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    seen = {page: held(look(path.read_text("utf-8"))) for page, path in pages.items()}
    assert list(check_links(seen, files, BASE_PATH)) == []


def test_a_theme_leads_to_its_words(visit: OpenPage) -> None:
    """Two taps: the themes of an article unfold, and each leads to the words that prove it."""
    page = visit(ARTICLE, width=PHONE).page
    page.locator("#s-themes > summary").click()
    link = page.locator("#s-themes a[href^='#w']").first
    target = link.get_attribute("href")
    link.click()
    assert target and page.locator(f"[id='{target.removeprefix('#')}']").first.is_visible()


def test_a_left_out_line_is_folded_away_and_can_be_read(visit: OpenPage) -> None:
    page = visit(ARTICLE).page
    line = page.locator(".mz-removed li").first
    assert not line.is_visible()
    page.locator("details:has(> .mz-removed) > summary").click()
    assert line.is_visible()


def test_pages_can_be_read_without_javascript(visit: OpenPage) -> None:
    page = visit(ARTICLE, javascript=False).page
    assert page.locator("article p[id^=l]").count() >= 8
    assert page.locator("article p[id^=l]").first.is_visible()


def test_what_a_reader_chooses_holds_on_the_next_page(visit: OpenPage) -> None:
    """Dark, sans and large: at once, and after a reload; Escape closes the menu."""
    page = visit("articles/", width=360).page
    ground = "getComputedStyle(document.body).backgroundColor"
    before, size = page.evaluate(ground), page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.locator(".mz-reading > summary").click()
    for value in ("dark", "sans", "large"):
        page.locator(f".mz-reading input[value={value}]").check()
    page.keyboard.press("Escape")
    assert not page.locator(".mz-reading form").is_visible()
    page.reload()
    assert page.evaluate(ground) != before
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > size
    assert "Sans" in page.evaluate("getComputedStyle(document.querySelector('article')).fontFamily").split(",")[0]


def test_a_policy_forbids_what_the_page_does_not_need(visit: OpenPage) -> None:
    """A script planted in the page does not run."""
    seen = visit(ARTICLE)
    seen.page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.planted = 1';
        document.body.append(script);
    }""")
    assert seen.page.evaluate("window.planted") is None
    assert any("Content Security Policy" in said or "Content-Security-Policy" in said for said in seen.errors)


def test_every_address_that_was_ever_given_still_leads_somewhere(site: Site) -> None:
    """Links to the site lie in reports that nobody here can mend: no page and no place on a page may go. A page that
    leads on by itself, as that of a thing with one article does, leads on from all its places.
    """
    given = (five.ROOT / "tests/gold/addresses.txt").read_text("utf-8").split()
    held, leads_on = dict[str, set[str | None]](), set[str]()
    gone = []
    for address in given:
        page, _, place = address.partition("#")
        file = site.folder / page / "index.html" if not page or page.endswith("/") else site.folder / page
        if page not in held:
            tree = LexborHTMLParser(file.read_text("utf-8")) if file.suffix == ".html" and file.is_file() else None
            held[page] = {node.attributes.get("id") for node in tree.css("[id]")} if tree else set()
            leads_on |= {page} if tree and tree.css_first("meta[http-equiv=refresh]") else set()
        if not file.is_file() or (place and place not in held[page] and page not in leads_on):
            gone.append(address)
    assert gone == []
