"""The site works where it lies: under a base path, and asks no one else for anything."""

import urllib.error
import urllib.request

import pytest

from tests.browser.conftest import OpenPage, Site

pytestmark = pytest.mark.browser


def test_front_page_loads_whole_under_a_base_path(visit: OpenPage) -> None:
    """Every file that the front page asks for is there, below the base path, and nothing complains."""
    seen = visit("")
    assert seen.page.locator("html").get_attribute("dir") == "rtl"
    assert seen.page.title()
    assert seen.errors == []
    assert seen.foreign == []
    assert [url for url in seen.requests if not url.startswith(seen.site.url)] == []


def test_unknown_address_gets_the_sites_own_page_with_its_styles(visit: OpenPage) -> None:
    """The 404 page is shown at any depth, so its links to styles and scripts must hold from there."""
    seen = visit("no/such/page/")
    assert seen.page.locator("h1").count() == 1
    # The browser reports the page itself; a missing style or script would be a second report.
    assert len(seen.errors) == 1
    assert [url for url in seen.requests if not url.startswith(seen.site.url)] == []


def test_nothing_lies_above_the_base_path(site: Site) -> None:
    """The server of the tests proves the base path only if it refuses what lies above it."""
    above = site.url.removesuffix("mujaz/")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(above + "sitemap.xml")
    assert refused.value.code == 404
    refused.value.close()
