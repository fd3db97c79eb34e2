"""Finished pages: direction, a policy whose hashes are right, no dead link, no request to another host."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from generator.model import Problem
from generator.model.kept import NOTHING_KEPT
from generator.site.assembly import Assembly
from generator.site.finish import finish, finish_page, unsafe
from generator.site.finish import finished as plainly
from generator.site.markup import head_of, look
from generator.site.policy import POLICY

CSP = "Content-Security-Policy"
HEAD = '<!doctype html>\n<html lang="ar">\n<head><meta charset="utf-8">'


def page(body: str) -> str:
    return f"{HEAD}</head><body>{body}</body></html>"


def finished(folder: Path, pages: dict[str, str], base: str = "/") -> tuple[Problem, ...]:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return finish(Assembly(folder, folder, {}), base)


def faults(folder: Path, body: str, base: str = "/", at: str = "index.html") -> list[tuple[str, str]]:
    site = {
        "index.html": page("<h1 id='top'>x</h1>"),
        "articles/index.html": page("<p id='قسم'>x</p>"),
        "articles/x/index.html": page("<p id='l3'>x</p>"),
        "assets/a b.css": "",
        "404.html": page(""),
    }
    found = finished(folder, {**site, at: page(body + "<p id='here'></p>")}, base)
    assert {p.file for p in found} <= {at}
    return [(p.rule, dict(p.values)["address"]) for p in found if p not in unsafe(found)]


def test_the_direction_stands_on_the_page_itself_once() -> None:
    assert '<html dir="rtl" lang="ar">' in finished_page(page(""))
    there = '<!doctype html><html lang="ar" dir="ltr"><head><meta charset="utf-8"></head>'
    assert finished_page(there).count("dir=") == 1


SCRIPTS = (
    '<script src="a.js"></script>'
    '<script type="application/json">{"a": 1}</script>'
    '<script type="application/ld+json">{"b": 1}</script>'
)


def finished_page(text: str) -> str:
    made = finish_page(text)
    assert made
    return made


def said(text: str) -> str:
    """The policy as a browser finds it: in the element right after the charset."""
    found = head_of(text).policy
    assert found
    return found


def test_the_policy_allows_files_of_the_site_alone() -> None:
    found = said(finished_page(page(SCRIPTS)))
    assert "default-src 'none'" in found and "script-src 'self';" in found and "unsafe" not in found


QUOTING = [
    "Content-Security-Policy",
    '<meta http-equiv="Content-Security-Policy" content="default-src *">',
    '&lt;html dir="rtl"&gt; dir=',
    '<meta charset="utf-8">',
    "</head><head><meta charset=utf-8>",
    "<!-- <html> -->",
]


@pytest.mark.parametrize("quoted", QUOTING)
def test_a_page_that_speaks_of_policies_and_markup_has_its_own(quoted: str) -> None:
    """In a description, in a title, and in the body."""
    escaped = html.escape(quoted)
    text = f'{HEAD}<meta name="description" content="{escaped}"><title>{escaped}</title></head><body>{quoted}</body>'
    made = finished_page(text)
    assert said(made) == POLICY and head_of(made).direction == "rtl"
    added = f'<meta http-equiv="{CSP}" content="{POLICY}">'
    assert made.replace(' dir="rtl"', "", 1).replace(added, "", 1) == text, "nothing else is written anew"


@pytest.mark.parametrize(
    ("written", "made"),
    [
        (
            '<a href="&#35;w1-2-3">0&#46;1&#58; &#42;a&#42; &#91;&#95;&#96;&#123;&#123;</a>',
            '<a href="#w1-2-3">0.1: *a* [_`{{</a>',
        ),
        ("&#38;&#35;35; &#60;b&#62; &#34; &#39; &amp;#35;", "&#38;#35; &#60;b&#62; &#34; &#39; &amp;#35;"),
        ("&&#35;60; &amp&#61; &#59; &#10;", "&&#35;60; &amp&#61; &#59; &#10;"),
    ],
)
def test_references_that_html_needs_not_are_said_plainly_and_mean_the_same(written: str, made: str) -> None:
    text = plainly(page(written), "rtl")
    assert text and f"<body>{made}</body>" in text and html.unescape(made) == html.unescape(written)


def test_the_policy_stands_before_anything_it_speaks_of() -> None:
    text = finished_page(page(SCRIPTS))
    assert text.index(CSP) < text.index("<script")


@pytest.mark.parametrize(
    "beginning",
    [
        "<html><head></head><body>",
        "<!doctype html><html><body><p>x</p><meta charset='utf-8'>",
        "<!doctype html><html><head><title>x</title><meta charset=utf-8></head>",
        "<!-- x --><!doctype html><html><head><meta charset=utf-8>",
    ],
)
def test_a_page_that_begins_otherwise_stops_the_site(tmp_path: Path, beginning: str) -> None:
    assert finish_page(beginning) is None
    (tmp_path / "index.html").write_text(beginning, "utf-8")
    assert [p.rule for p in unsafe(finish(Assembly(tmp_path, tmp_path, {}), "/"))] == ["page-beginning"]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<script>planted()</script>", "refused-script"),
        ("<script></script>", "refused-script"),
        ("<script type=text/plain>x</script>", "refused-script"),
        ("<svg><script>planted()</script></svg>", "refused-script"),
        ("<!--><script>planted()</script>", "refused-script"),
        ("<title></title/><script>planted()</script>", "refused-script"),
        ("<noscript><script>planted()</script></noscript>", "refused-script"),
        ("<p onclick=planted()>x</p>", "onclick"),
        ("<img src='data:x'/onerror=planted()>", "onerror"),
        ("<a href='javascript:planted()'>x</a>", "href=javascript:"),
        ("<a href=' java\n\tscript:planted()'>x</a>", "href=javascript:"),
        ("<a href=&#1;JaVaScRiPt&colon;x>x</a>", "href=javascript:"),
        ("<a href='data:text/html,x'>x</a>", "href=javascript:"),
        ("<form action=vbscript:x></form>", "action=javascript:"),
        ("<button formaction=javascript:x></button>", "formaction=javascript:"),
        ("<svg><a xlink:href=javascript:x>x</a></svg>", "xlink:href=javascript:"),
        ("<script src=data:,planted()></script>", "src=javascript:"),
        ("<p style='position:fixed'>x</p>", "style"),
        ("<style>p {}</style>", "<style>"),
        ("<iframe srcdoc='x'></iframe>", "srcdoc"),
        ("<base href=/x/>", "<base>"),
        ("<template><script>planted()</script></template>", "<template>"),
        ("<meta http-equiv=refresh content='0; url=https://example.org/'>", "http-equiv"),
        ("<meta http-equiv=refresh content='0;URL=\"javascript:x\"'>", "http-equiv"),
        ("<meta http-equiv=default-style content=x>", "http-equiv"),
    ],
)
def test_what_no_template_writes_stops_the_site(tmp_path: Path, body: str, rule: str) -> None:
    """Told by its name; its words, which may be anybody's, are not repeated."""
    found = unsafe(finished(tmp_path, {"index.html": page(body)}))
    assert rule in [dict(p.values).get("what", p.rule) for p in found]
    assert "planted" not in str(found) and {p.level for p in found} == {"error"}


@pytest.mark.parametrize(
    "body",
    [
        SCRIPTS,
        "&lt;script&gt;planted()&lt;/script&gt;",
        "<p title='<script>planted()</script> onclick=x style=y'>x</p>",
        "<!-- <script>planted()</script> -->",
        "<title><script>planted()</script></title>",
        '<script type="application/ld+json">{"a": "\\u003cscript> onclick=x <style>"}</script>',
        "<a href='?javascript:x'>x</a><p data-onclick=x id=onclick>x</p>",
        "<meta http-equiv=refresh content='0; url=.'>",
    ],
)
def test_what_a_page_merely_quotes_harms_nothing(tmp_path: Path, body: str) -> None:
    assert unsafe(finished(tmp_path, {"index.html": page(body)})) == ()


def test_a_page_forwards_to_what_is_there(tmp_path: Path) -> None:
    order = "<meta http-equiv=refresh content='0; url={}'>"
    assert faults(tmp_path, order.format("articles/x/")) == []
    assert faults(tmp_path, order.format("articles/y/")) == [("dead-link", "articles/y/")]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    finished(tmp_path, {"index.html": page(SCRIPTS.replace('<script src="a.js"></script>', ""))})
    once = (tmp_path / "index.html").read_bytes()
    assert finished(tmp_path, {}) == ()
    assert (tmp_path / "index.html").read_bytes() == once


@pytest.mark.parametrize(
    "link",
    [
        "articles/",
        "./articles/x/",
        "articles/x/index.html",
        "articles/x/#l3",
        "#here",
        "#",
        "articles/#قسم",
        "articles/#%D9%82%D8%B3%D9%85",
        "articles/../articles/x/",
        "/articles/x/?a=b",
        "assets/a%20b.css",
        "assets/a&#32;b.css",
        "articles&#47;x/",
        "https://example.org/x",
        "mailto:a@example.org",
        "//example.org/x",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(tmp_path: Path, link: str) -> None:
    assert faults(tmp_path, f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    "link",
    [
        "nowhere/",
        "articles/y/",
        "articles/x/#l4",
        "#nowhere",
        "../",
        "articles/../../x",
        "/nowhere",
        "assets/b.css",
        "http://[",
    ],
)
def test_a_dead_link_is_told(tmp_path: Path, link: str) -> None:
    assert faults(tmp_path, f'<a href="{link}">x</a>') == [("dead-link", link)]


@pytest.mark.parametrize(
    "quoted", ['href="{}"', "href='{}'", "href={}", 'HREF="{}"', 'href = "{}"', 'title="a>b" href="{}"']
)
def test_a_link_is_seen_however_it_is_written(tmp_path: Path, quoted: str) -> None:
    assert faults(tmp_path, f"<a {quoted.format('nowhere/')}>x</a>") == [("dead-link", "nowhere/")]


@pytest.mark.parametrize(
    "body",
    ['<p title=" href=nowhere ">x</p>', '<!-- <a href="nowhere">x</a> -->', "<script>'<a href=\"nowhere\">'</script>"],
)
def test_what_is_no_link_is_not_taken_for_one(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, body) == []


def test_under_a_base_path_only_links_below_it_are_the_sites(tmp_path: Path) -> None:
    links = '<a href="/mujaz/articles/">x</a><a href="/mujaz/">x</a><a href="/mujaz">x</a><a href="/articles/">x</a>'
    assert faults(tmp_path, links, "/mujaz/", "404.html") == [("dead-link", "/articles/")]
    assert faults(tmp_path, links, "/mujaz", "404.html") == [("dead-link", "/articles/")]


@pytest.mark.parametrize(
    "body",
    [
        '<script src="{}"></script>',
        '<img src="{}">',
        '<link rel="stylesheet" href="{}">',
        '<link rel="shortcut icon" href="{}">',
        '<link href="{}" rel=preload>',
        '<video poster="{}"></video>',
        '<object data="{}"></object>',
        '<iframe src="{}"></iframe>',
    ],
)
@pytest.mark.parametrize("address", ["https://example.org/x", "//example.org/x"])
def test_what_a_page_needs_from_another_host_is_told(tmp_path: Path, body: str, address: str) -> None:
    assert faults(tmp_path, body.format(address)) == [("foreign-request", address)]


@pytest.mark.parametrize(
    "body",
    [
        '<link rel="canonical" href="https://example.org/">',
        '<a href="https://example.org/">x</a>',
        '<img src="data:image/gif;base64,x">',
    ],
)
def test_what_a_reader_may_follow_is_no_request(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, body) == []


def test_ids_and_addresses_are_read_as_a_browser_reads_them() -> None:
    seen = look('<p id="a&amp;b"><a href="?x=1&amp;y=2" ID=c data-id="d">x</a>')
    assert seen.ids == {"a&b", "c"}
    assert [r.address for r in seen.references] == ["?x=1&y=2"]


SITEMAP = (
    "<urlset>"
    + "".join(f"\n<url>\n<loc>https://x/b/{path}</loc></url>" for path in ("", "a/", "b%C3%A9/", "c/"))
    + "\n</urlset>"
)


@pytest.mark.parametrize(("base", "left"), [("/b/", 3), ("/b", 3), ("/", 4)])
def test_a_page_that_asks_not_to_be_listed_leaves_the_sitemap(tmp_path: Path, base: str, left: int) -> None:
    (tmp_path / "sitemap.xml").write_text(SITEMAP, encoding="utf-8")
    finished(tmp_path, {"bé/index.html": '<meta name="robots" content="noindex">', "a/index.html": "x"}, base)
    kept = (tmp_path / "sitemap.xml").read_text("utf-8")
    assert kept.count("<loc>") == left and ("%C3%A9" in kept) == (left == 4)
    assert not (tmp_path / "sitemap.xml.gz").exists()


def test_words_about_robots_ask_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text(SITEMAP, encoding="utf-8")
    finished(tmp_path, {"a/index.html": '<p>&lt;meta name="robots" content="noindex"&gt;</p>'}, "/b/")
    assert (tmp_path / "sitemap.xml").read_text("utf-8") == SITEMAP


def test_links_are_checked_where_nothing_can_be_kept(tmp_path: Path) -> None:
    """On a full disk what pages hold is looked at again."""
    (tmp_path / "index.html").write_text(page('<a href="gone/">x</a><a href="b.html#there">y</a>'), "utf-8")
    (tmp_path / "b.html").write_text(page("<p id='there'>x</p>"), "utf-8")
    told = finish(Assembly(tmp_path, tmp_path, {}), "/", kept=NOTHING_KEPT)
    assert [(problem.rule, problem.file) for problem in told] == [("dead-link", "index.html")]
