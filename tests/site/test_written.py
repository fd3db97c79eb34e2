"""Pages written by hand join the site or are told of; none of them ends a build or runs anything."""

from __future__ import annotations

import html
import re
import shutil
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import build, start
from generator.model import Problem
from generator.model.written import OwnPage
from generator.pages import menu
from generator.place import CONFIG
from generator.site.engine import EngineFiles
from generator.site.files import files_of
from generator.site.markdown import EXTENSIONS
from generator.site.markup import look
from generator.site.ways import Ways
from generator.site.written import own_pages
from generator.source.own import WrittenPage
from tests import dossiers
from tests.source.test_own import PNG, own

pytestmark = pytest.mark.dear

LETTERS = dossiers.LEXICON.wording.letters
PAGES = {"/", "/articles/", "/articles/x/", "/themes/"}
WAYS = Ways({}, PAGES, {"a b.png": "a b.png", "x.pdf": "x.pdf"}, {"x.txt": "/articles/x/"})


def shown(pages: Mapping[str, str]) -> tuple[dict[str, OwnPage], list[Problem]]:
    """Pages by their files, and what was told."""
    made, problems = own_pages([WrittenPage(file, text) for file, text in pages.items()], LETTERS, WAYS)
    return {page.file: page for page in made}, list(problems)


def alone(text: str) -> tuple[OwnPage | None, list[tuple[str, int | None]]]:
    """A page by itself, and the rules and lines of what was told of it."""
    made, problems = shown({"pages/about.md": text, "pages/02-other.md": "# ثان\n\n## موضع\n"})
    return made.get("pages/about.md"), [(p.rule, p.line) for p in problems]


def test_it_is_read_as_the_engine_reads_it() -> None:
    said = yaml.safe_load(re.sub(r"!!python/name:\S+|!ENV", "", CONFIG.read_text("utf-8")))
    assert set(EXTENSIONS) == {*said["markdown_extensions"], "toc", "tables", "fenced_code"}


WAYS_ON: Mapping[str, str] = {
    "[x](02-other.md)": "../other/",
    "[x](./02-other.md#موضع)": "../other/#موضع",
    "[x](../assets/a%20b.png)": "../assets/own/a%20b.png",
    "![x](<../assets/a b.png>)": "../assets/own/a%20b.png",
    "[x](../x.txt)": "../articles/x/",
    "[x](articles/x/)": "../articles/x/",
    "[x](articles/x)": "../articles/x/",
    "[x](/themes/)": "../themes/",
    "[x](/)": "../",
    "[x](/other/)": "../other/",
    "[x](https://example.org/a?b=1#c)": "https://example.org/a?b=1#c",
    "[x](mailto:desk@example.org)": "mailto:desk@example.org",
    "<a href='themes/' onmouse>x</a>": "",
}


@pytest.mark.parametrize("text", [text for text, target in WAYS_ON.items() if target])
def test_a_link_leads_where_it_leads_in_a_preview(text: str) -> None:
    page, told = alone(f"# x\n\n{text}\n")
    assert page and told == []
    (reference,) = [r.address for r in look(page.body).references]
    assert reference == WAYS_ON[text]


def test_a_name_is_found_however_its_system_takes_letters_apart() -> None:
    apart, whole = (unicodedata.normalize(form, "آخِر") for form in ("NFD", "NFC"))
    made, told = shown({f"pages/{apart}.md": "# x", "pages/a.md": f"[x]({whole}.md) [y]({apart}.md)"})
    assert told == [] and len(look(made["pages/a.md"].body).references) == 2


DEAD = (
    *(
        "[كلام](nowhere.md)",
        "[كلام](../assets/no.png)",
        "[كلام](../../etc/passwd)",
        "[كلام](/nowhere/)",
        "[كلام](x.txt)",
    ),
    *("[كلام](file:///etc/passwd)", "[كلام](http://[bad)", "[كلام](#nowhere)", "[كلام](02-other.md#nowhere)"),
    *("[كلام](x.txt)", "[كلام](ftp://example.org)"),
    *(
        "![كلام](../assets/no.png)",
        "![كلام](nowhere.png)",
        "[كلام](../assets/own/../a.png)",
        "[كلام](ftp://example.org)",
    ),
)


@pytest.mark.parametrize("text", DEAD)
def test_a_dead_link_leaves_its_words_and_is_told_with_its_line(text: str) -> None:
    page, told = alone(f"# x\n\nأول\n\n{text}\n")
    assert page and told == [("own-page-dead", 5)]
    assert "كلام" in page.body and not look(page.body).references


def test_a_picture_of_another_site_leaves_its_words() -> None:
    page, told = alone("# x\n\n![وصف](https://example.org/a.png)")
    assert page and told == [("own-page-foreign", 3)]
    assert "وصف" in page.body and not look(page.body).references


RUNS: Mapping[str, int] = {
    "<script>alert(1)</script>": 3,
    "</p></div></body><script>alert(1)</script>": 3,
    "<body onload=x()>": 3,
    "<link rel=stylesheet href=x.css><script>alert(1)</script>": 3,
    "<script src='/search/box.js'></script>": 3,
    "<p onclick='x()'>a</p>": 3,
    "[x](javascript:alert(1))": 3,
    "[x](JAVASCRIPT:alert(1))": 3,
    "[x](data:text/html;base64,AA)": 3,
    "<a href='&#106;avascript:x'>x</a>": 3,
    "<iframe src='https://example.org'></iframe>": 3,
    "<object data=x></object>": 3,
    "<style>p{}</style>": 3,
    "<base href='https://example.org/'>": 3,
    "<meta http-equiv=refresh content='0;url=https://example.org'>": 3,
    "<svg><a xlink:href='javascript:x'>q</a></svg>": 3,
    "<template><p>x</template>": 3,
    "كلام\n{: onclick=x }": 4,
}


@pytest.mark.parametrize("text", RUNS)
def test_a_page_that_could_run_something_is_left_out_and_told(text: str) -> None:
    page, told = alone(f"# x\n\n{text}\n")
    assert page is None
    assert [rule for rule, _ in told] == ["own-page-running"] and told[0][1] in (RUNS[text], None)
    if "&#106;" not in text:
        assert told[0][1] == RUNS[text]


def test_what_has_no_place_goes_and_its_words_stay() -> None:
    page, told = alone("# x\n\n<form><p style='color:red' data-md-x='y' class='md-x'>كلام</p><input></form>")
    assert page and told == [("own-page-markup", 3)] * 3
    assert "<p>كلام</p>" in page.body and "md-" not in page.body


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# عن الملف\n\nنص", "عن الملف", "# عن الملف"),
        ("## عن الملف\n\nنص", "عن الملف", "# عن الملف"),
        ("نص وحده", "about", "# about"),
        ("---\ntitle: عنوان: آخر\n---\n# عن\n", "عنوان: آخر", "# عن"),
        ("---\ntitle: عنوان\n---\nنص", "عنوان", "# عنوان"),
        ("---\r\ntitle: عنوان\r\n---\r\nنص".replace("\r\n", "\n"), "عنوان", "# عنوان"),
        ("title: x\ntemplate: 404.html\n\nنص", "about", "# about"),
        ("---\nنص", "about", "# about"),
        ("# \n\nنص", "about", "# about"),
        ("# **عن** `الملف` <b>", "عن الملف", "# عن الملف"),
        ("# [عن](/themes/)", "عن", '<div class="mz-own">\n<h1'),
    ],
)
def test_a_page_has_a_title(text: str, title: str, body: str) -> None:
    page, told = alone(text)
    assert page and told == []
    assert page.title == title and page.body.startswith(body)


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("template: 404.html\nhide: [toc]", [("front-key", 2), ("front-key", 3)]),
        ("title: [", [("front-syntax", 3)]),
        ("title: 'a", [("front-quote", 2)]),
        ("title: &a x", [("front-feature", 2)]),
        ("- x", [("front-shape", 2)]),
        ("title: a\ntitle: b", [("front-duplicate", 3)]),
        ("title: [a]", [("front-key", 2)]),
    ],
)
def test_a_faulty_head_costs_the_head_alone(front: str, told: list[tuple[str, int]]) -> None:
    page, found = alone(f"---\n{front}\n---\nنص")
    assert page and "نص" in page.body and found == told


def test_pages_stand_in_order_of_their_names_and_a_number_is_for_the_order() -> None:
    files = [
        "docs/a-first.md",
        "pages/b.md",
        "pages/10-ten.md",
        "pages/2_two.md",
        "pages/2024-report.md",
        "pages/٣ عن.md",
    ]
    made, told = shown(dict.fromkeys(files, "# x"))
    assert told == []
    assert [page.file for page in made.values()] == [
        *("pages/2_two.md", "pages/٣ عن.md", "pages/10-ten.md", "pages/2024-report.md", "pages/b.md", "docs/a-first.md")
    ]
    found = [page.address for page in made.values()]
    assert re.fullmatch("/[a-z]*-?[0-9a-f]{8}/", found.pop(1))
    assert found == ["/two/", "/ten/", "/2024-report/", "/b/", "/a-first/"]


@pytest.mark.parametrize(
    "name",
    [
        *("index", "404", "articles", "themes", "people", "outlets", "quotes", "search", "notes", "method", "assets"),
        *("data", "lists", "schemas", "01-Themes", "INDEX"),
    ],
)
def test_a_page_in_the_place_of_one_of_the_site_is_left_out(name: str) -> None:
    made, told = shown({f"pages/{name}.md": "# x", f"docs/{name.lower()}/below.md": "# x", "pages/good.md": "# x"})
    assert "pages/good.md" in made and f"pages/{name}.md" not in made
    assert {p.rule for p in told} == {"own-page-taken"}


def test_of_two_pages_of_one_address_the_first_stays() -> None:
    made, (problem,) = shown({"pages/A.md": "# x", "pages/01-a.md": "# y"})
    assert list(made) == ["pages/01-a.md"] and (problem.file, problem.rule) == ("pages/A.md", "own-page-twice")


HOSTILE: Mapping[str, str] = {
    "declaration": "# a <![ b\n\n<![ c\n\n<!DOCTYPE x>\n<?php x ?>\n<!-- <![ -->\n",
    "lists": "".join("  " * 2 * n + "- س\n" for n in range(400)),
    "lists-in-a-line": "- " * 400 + "x",
    "quoted": "> " * 400 + "x",
    "boxes": "<div>" * 2000 + "x",
    "cut": "<b><i>x <table><tr><td>y",
    "brackets": "[" * 100_000,
    "deep-brackets": "[" * 50_000 + "]" * 50_000,
    "pictures": "![" * 50_000,
    "links-not-closed": "[a](" * 50_000,
    "tags-not-closed": "<a " * 50_000,
    "stars": "*a **b " * 500,
    "signs": "&#x3c;script&#x3e; &lt;b&gt; \u202e {{ config }} {% raw %} ${x} \\",
    "theme": "# x {: #__drawer .md-header data-md-component=search }\n\n<p id=__search>x</p>\n",
    "engine": "---\ntemplate: 404.html\nhide: [toc]\nsearch: {exclude: false}\n---\n# x\n\n[TOC]\n\n--8<-- 'x'\n",
    "reference": "[a][b]\n\n[b]: nowhere.md\n\n![c][d]\n\n[d]: nowhere.png\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_stands_in_a_page_costs_that_page_at_most(name: str) -> None:
    made, _ = shown({f"pages/{name}.md": HOSTILE[name], "pages/good.md": "# جيد"})
    assert "pages/good.md" in made
    for page in made.values():
        seen = look(page.body)
        assert not seen.scripts and not seen.refused and "<!" not in page.body
        assert not {id_ for id_ in seen.ids if id_.startswith("__")}


def test_a_withheld_name_is_masked_in_pages_and_their_names(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "good.yml": "withhold: [كريم العلي]",
        "pages/about.md": "---\ntitle: عن كريم العلي\n---\n## كريم العلي\n\n[كريم العلي](nowhere-karim-alali.md)\n",
        "pages/كريم العلي.md": "نص\n",
        "pages/karim-alali.md": "نص\n",
    }
    desk = dossiers.desk(own(tmp_path, files))
    written = files_of(desk)
    assert "عن [حُجب الاسم]" in html.unescape(str(menu(desk)))
    for text in (*written, *written.values(), str(menu(desk))):
        assert "كريم العلي" not in text and "karim" not in text.lower()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, start.Outcome]:
    """A site of a dossier with hostile and good pages, and of a checkout with some in its docs/."""
    home = tmp_path_factory.mktemp("written")
    pages: dict[str, Any] = {f"pages/{name}.md": text for name, text in HOSTILE.items()}
    pages |= {
        "pages/01-about.md": "# عن الملف\n\n[مادة](../good.txt) [ميت](nowhere.md) ![صورة](../assets/a.png)\n\n## قسم\n",
        "pages/runs.md": "<script>alert(1)</script>",
        "assets/a.png": PNG,
    }
    docs = home / "docs"
    shutil.copytree(start.PLACE.docs, docs, ignore=shutil.ignore_patterns("*.md"))
    (docs / "by-hand.md").write_text("# كلمة\n\n[ميت](nowhere.md) ![ش](assets/images/favicon.svg)\n", "utf-8")
    (docs / "method.md").write_text("# x\n", "utf-8")
    patch = pytest.MonkeyPatch()
    patch.setattr(start, "PLACE", EngineFiles(start.PLACE.config, docs, start.PLACE.theme))
    outcome = build.site(own(home, pages), home / "site", url="https://example.org/mujaz/")
    patch.undo()
    return home / "site", outcome


@pytest.mark.process
def test_no_page_ends_the_build_and_good_ones_join_the_menu(site: tuple[Path, start.Outcome]) -> None:
    folder, outcome = site
    page = (folder / "about/index.html").read_text("utf-8")
    assert re.search(r">\s*عن الملف\s*</a>", (folder / "index.html").read_text("utf-8"))
    assert 'href="../articles/good/"' in page and 'src="../assets/own/a.png"' in page and 'href="#قسم"' in page
    assert (folder / "assets/own/a.png").read_bytes() == PNG
    assert not (folder / "runs").exists() and "جيد" not in page
    front = (folder / "index.html").read_text("utf-8")
    assert front.index("المنهج") < front.index("عن الملف") < front.index("كلمة")
    told = {(p.file, p.rule) for p in outcome.problems if p.level == "error"}
    assert {("pages/runs.md", "own-page-running"), ("docs/by-hand.md", "own-page-dead")} <= told
    assert ("docs/method.md", "own-page-taken") in told and (folder / "method/index.html").is_file()
    assert not [p for p in outcome.problems if p.rule in ("dead-link", "foreign-request", "refused-markup")]


@pytest.mark.process
def test_what_was_told_stands_among_the_notes(site: tuple[Path, start.Outcome]) -> None:
    notes = (site[0] / "notes/index.html").read_text("utf-8")
    assert "pages/01-about.md" in notes and "docs/by-hand.md" in notes and "nowhere.md" in notes
