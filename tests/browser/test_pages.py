"""Every kind of page as readers meet it: on a phone, a tablet and a desk, in light and dark."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import five
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage, Site

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1280)
# One page of each kind; an article with furniture and one without a title, since they show other parts.
KINDS = {
    "front": "",
    "articles": "articles/",
    "article": "articles/002_5906e71ed4f50e03/",
    "untitled": "articles/000_df4c0d42261ce1aa/",
    "themes": "themes/",
    "theme": "themes/prisons/",
    "people": "people/",
    "organisations": "organisations/",
    "places": "places/",
    "outlets": "outlets/",
    "quotes": "quotes/",
    "figures": "figures/",
    "dates": "dates/",
    "method": "method/",
    "notes": "notes/",
}
GROUPS = ("people", "organisations", "places", "outlets")


def one_of(site: Site, kind: str) -> str | None:
    """The address of the first page of a thing of a kind, where the five seeds give one."""
    found = sorted(path.parent.name for path in Path(site.folder, kind).glob("*/index.html"))
    return f"{kind}/{found[0]}/" if found else None


def wider_than_screen(page: object) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")  # type: ignore[attr-defined]
    return width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_fits_asks_nobody_and_is_accessible(visit: OpenPage, kind: str, width: int, dark: bool) -> None:
    """No sideways scrolling, no request to another host, nothing on the console, nothing that axe-core objects to."""
    seen = visit(KINDS[kind], width=width, dark=dark)
    assert wider_than_screen(seen.page) <= 0
    assert seen.foreign == []
    assert seen.errors == []
    if width != WIDTHS[1]:  # a tablet has the parts of one or the other
        assert violations(seen.page) == []


@pytest.mark.parametrize("kind", GROUPS)
def test_the_page_of_a_thing_is_as_sound(visit: OpenPage, site: Site, kind: str) -> None:
    """A person, an organisation, a place and an outlet of the five seeds."""
    address = one_of(site, kind)
    assert address, f"the five seeds give no page in {kind}"
    seen = visit(address, width=360)
    assert wider_than_screen(seen.page) <= 0
    assert seen.foreign == []
    assert seen.errors == []
    assert violations(seen.page) == []


def test_a_fact_leads_to_its_words_and_they_lead_back(visit: OpenPage) -> None:
    """Two taps: from a theme of an article to the words that prove it, and from them to the theme."""
    page = visit(KINDS["article"], width=360).page
    link = page.locator("#s-themes ~ dl dd a").first
    target = link.get_attribute("href")
    assert target
    link.click()
    mark = page.locator(f"[id='{target.removeprefix('#')}']")
    assert mark.is_visible()
    page.locator(f"mark[id='{target.removeprefix('#')}'] a, [id='{target.removeprefix('#')}'] + mark a").first.click()
    assert page.evaluate("location.hash").startswith("#f-")


def test_a_left_out_line_is_folded_away_and_can_be_read(visit: OpenPage) -> None:
    page = visit(KINDS["article"]).page
    line = page.locator(".mz-removed li").first
    assert not line.is_visible()
    page.locator(".mz-removed summary").click()
    assert line.is_visible()


def test_pages_can_be_read_without_javascript(visit: OpenPage) -> None:
    page = visit(KINDS["article"], javascript=False).page
    assert page.locator("article p[id^=l]").count() >= 8
    assert page.locator("article p[id^=l]").first.is_visible()


def test_what_a_reader_chooses_holds_on_the_next_page(visit: OpenPage) -> None:
    """Dark, sans and large: at once, and after a reload; Escape closes the menu."""
    page = visit(KINDS["articles"], width=360).page
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
    seen = visit(KINDS["article"])
    seen.page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.planted = 1';
        document.body.append(script);
    }""")
    assert seen.page.evaluate("window.planted") is None
    assert any("Content Security Policy" in said or "Content-Security-Policy" in said for said in seen.errors)


def test_every_address_that_was_ever_given_still_leads_somewhere(site: Site) -> None:
    """Links to the site lie in reports that nobody here can mend: no page and no place on a page may go."""
    given = (five.ROOT / "tests/gold/addresses.txt").read_text("utf-8").split()
    held = dict[str, set[str | None]]()
    gone = []
    for address in given:
        page, _, place = address.partition("#")
        file = site.folder / page / "index.html" if not page or page.endswith("/") else site.folder / page
        if page not in held:
            tree = LexborHTMLParser(file.read_text("utf-8")) if file.suffix == ".html" and file.is_file() else None
            held[page] = {node.attributes.get("id") for node in tree.css("[id]")} if tree else set()
        if not file.is_file() or (place and place not in held[page]):
            gone.append(address)
    assert gone == []
