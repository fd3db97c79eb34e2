"""The zip that opens from a folder: links name files, no search, and the same bytes each time."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from generator.site.offline import detached, zipped

KNOWN = {"index.html", "articles/a_b/index.html", "indexes/index.html", "assets/site.css", "data/x.csv"}
HEAD = (
    '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'"><link rel="preload" href="x" as="font">'
    '<link rel="stylesheet" href="../../assets/site.css">'
)
MENU = '<nav><li><a href="../../indexes/">الفهارس</a></li>\n<li><a href="../../search/">البحث</a></li></nav>'


@pytest.mark.parametrize(
    ("href", "made"),
    [
        ("../..", "../../index.html"),
        ("../../", "../../index.html"),
        ("../../articles/a&#95;b/#l3", "../../articles/a_b/index.html#l3"),
        ("../../indexes/?x=1&amp;y=2", "../../indexes/index.html?x=1&amp;y=2"),
        ("../../search/?q=x", "../../indexes/index.html"),
        ("../../data/x.csv", "../../data/x.csv"),
        ("#w3-1-2", "#w3-1-2"),
        ("https://example.org/articles/", "https://example.org/articles/"),
        ("mailto:x@example.org", "mailto:x@example.org"),
    ],
)
def test_a_link_names_its_file(href: str, made: str) -> None:
    page = f'<a class="x" href="{href}">x</a>'
    assert detached(page, "articles/a_b/index.html", KNOWN) == f'<a class="x" href="{made}">x</a>'


def test_a_page_has_no_search_and_no_policy_and_its_words_stay() -> None:
    box = '<form class="mz-box" action="../../search/">\n<input name="q"></form>'
    words = '<p>href="../" &lt;a href="../../indexes/"&gt;</p><meta name="description" content="../..">'
    made = detached(f"{HEAD}{box}{MENU}{words}", "articles/a_b/index.html", KNOWN)
    assert made == (
        '<link rel="stylesheet" href="../../assets/site.css">'
        f'<nav><li><a href="../../indexes/index.html">الفهارس</a></li>\n</nav>{words}'
    )


def test_the_same_site_gives_the_same_bytes_without_what_needs_a_server(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name in ("index.html", "404.html", "sitemap.xml", "search/index.html", "assets/site.css"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("<a href='x'>", encoding="utf-8")
    assert zipped(site, tmp_path / "one" / "dossier.zip") == len(("index.html", "assets/site.css"))
    os.utime(site / "index.html", (0, 0))
    (site / "index.html").chmod(0o600)
    zipped(site, tmp_path / "other" / "dossier.zip")
    first, second = (tmp_path / name / "dossier.zip" for name in ("one", "other"))
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as held:
        assert held.namelist() == ["dossier/assets/site.css", "dossier/index.html"]
        assert {entry.compress_type for entry in held.infolist()} == {ZIP_STORED}
    assert not list(tmp_path.rglob("*.part"))
