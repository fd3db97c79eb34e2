"""Finished pages: direction, a policy whose hashes are right, no dead link, no request to another host."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from generator.finish import finish, finish_page, look
from generator.model import Problem

HEAD = '<!doctype html>\n<html lang="ar">\n<head><meta charset="utf-8">'


def page(body: str) -> str:
    return f"{HEAD}</head><body>{body}</body></html>"


def finished(folder: Path, pages: dict[str, str], base: str = "/") -> tuple[Problem, ...]:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return finish(folder, base)


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
    return [(p.rule, dict(p.values)["address"]) for p in found]


def test_the_direction_stands_on_the_page_itself_once() -> None:
    assert '<html dir="rtl" lang="ar">' in finish_page(page(""))
    assert finish_page('<html lang="ar" dir="rtl"><meta charset="utf-8">').count("dir=") == 1


SCRIPTS = (
    "<script>var a = '<p>';</script>"
    "<script type='module'>\nimport('x')\n</script>"
    '<script src="a.js"></script>'
    '<script type="application/json">{"a": 1}</script>'
    '<script type="application/ld+json">{"b": 1}</script>'
)


def test_the_policy_allows_exactly_the_scripts_of_the_page() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', finish_page(page(SCRIPTS)))
    assert policy
    wanted = {
        "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in ("var a = '<p>';", "\nimport('x')\n")
    }
    assert set(re.findall(r"'(sha256-[^']*)'", policy[1])) == wanted
    assert "default-src 'none'" in policy[1] and "unsafe" not in policy[1]


def test_the_policy_stands_before_anything_it_speaks_of() -> None:
    text = finish_page(page(SCRIPTS))
    assert text.index("Content-Security-Policy") < text.index("<script")


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    finished(tmp_path, {"index.html": page(SCRIPTS.replace('<script src="a.js"></script>', ""))})
    once = (tmp_path / "index.html").read_bytes()
    assert finish(tmp_path, "/") == ()
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
