"""Links are checked from the little that is kept of each page, as if all pages lay open."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote, urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from generator.site.links import check_links, held
from generator.site.markup import Contents, Reference

FILES = (
    "index.html",
    "articles/index.html",
    "articles/x/index.html",
    "people/ن/index.html",
    "data/a.json",
    "assets/b.css",
)
IDS = frozenset({"l1", "قسم"})
PIECES = st.sampled_from(
    (
        "..",
        ".",
        "",
        "articles",
        "x",
        "people",
        "ن",
        "%D9%86",
        "index.html",
        "data",
        "a.json",
        "/",
        "#",
        "l1",
        "قسم",
        "?q=1",
        "no",
    )
)
ADDRESSES = st.lists(PIECES, max_size=7).map("/".join).map(lambda x: x.replace("/#/", "#").replace("/?", "?"))


def contents(addresses: Iterable[str], fetched: bool = False) -> Contents:
    return Contents(IDS, tuple(Reference(x, fetched) for x in addresses), (), ())


def leads(page: str, address: str) -> bool:
    """By the rules of the web: what a browser would ask for, and whether it is there."""
    parts = urlsplit(urljoin(f"https://x/{page}", address))
    path = "/".join(part for part in unquote(parts.path).split("/") if part)
    target = next((x for x in (path, f"{path}/index.html".lstrip("/")) if x in FILES), None)
    is_page = target is not None and target.endswith(".html")
    return target is not None and (not is_page or not parts.fragment or unquote(parts.fragment) in IDS)


@given(st.sampled_from([x for x in FILES if x.endswith(".html")]), ADDRESSES)
def test_a_link_is_dead_where_a_browser_finds_nothing(page: str, address: str) -> None:
    """No address climbs out of the site here: browsers stay at the root, the check tells of it."""
    depth = page.count("/") - address.count("..")
    if depth < 0 or address.startswith("//") or "//" in address:
        return
    seen = {x: held(contents([address] if x == page else [])) for x in FILES if x.endswith(".html")}
    assert [x.rule for x in check_links(seen, FILES, "/")] == ([] if leads(page, address) else ["dead-link"])


def test_of_a_page_only_what_concerns_others_is_kept() -> None:
    """No way to its own places, nor to other hosts where nothing is fetched from them."""
    found = held(contents(["#l1", "#قسم", "https://example.org/a?b#c", "../", "../", "#none", "mailto:a@b.example"]))
    assert {x.address for x in found.references()} == {"../", "#none", "mailto:a@b.example"}
    assert found.has("l1") and found.has("__main") and not found.has("l") and not found.has("l1 قسم")
    assert [x.fetched for x in held(contents(["https://example.org/a.js"], fetched=True)).references()] == [True]


def test_each_page_that_leads_astray_is_told_once_for_each_address() -> None:
    seen = {page: held(contents(["../no/", "../no/", "../../x#l9"])) for page in ("a/index.html", "b/index.html")}
    told = [(x.file, dict(x.values)["address"]) for x in check_links(seen, set(seen), "/")]
    assert told == [(page, address) for page in seen for address in ("../../x#l9", "../no/")]
