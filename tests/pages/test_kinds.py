"""The table of page kinds: what is in it stands in the menu, and a kind more is a module, a template and a row."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import pages
from generator.model import Draft, Page
from generator.pages import PageKind, menu
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds, drafted
from generator.place import TEMPLATES
from generator.site import files
from tests import dossiers

TEMPLATE = """# {{ page.title }}

{{ say("count.articles", count=count) }}
"""


def entries(rows: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Words and files of a menu, those under a heading too."""
    for row in rows:
        for words, what in row.items():
            yield from ((words, what),) if isinstance(what, str) else entries(what)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return dossiers.desk(dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE}))


def test_the_menu_holds_the_first_page_of_each_section_and_no_other(desk: Desk) -> None:
    """The engine, which is strict, would refuse a page that is missing here as well as one that is missing there."""
    written = [name for name in files.files_of(desk) if name.endswith(".md")]
    wanted = [name for kind in pages.KINDS if kind.wanted(desk) for name in kind.menu]
    assert [file for _, file in entries(menu(desk))] == [pages._file(name) for name in wanted]
    assert {pages._file(name) for name in wanted} <= set(written)


def test_a_page_kind_is_a_module_a_template_and_a_row(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And its words. It is written, and stands in the menu."""

    def toy(grounds: Grounds) -> Iterable[Draft]:
        said = grounds.desk.say("page.toy")
        yield drafted(Page("toy", "/toy/", said, {"count": len(grounds.desk.catalogue.listed)}, said))

    shutil.copytree(TEMPLATES, tmp_path / "templates")
    (tmp_path / "templates/toy.md.j2").write_text(TEMPLATE, "utf-8")
    monkeypatch.setattr(files, "TEMPLATES", tmp_path / "templates")
    monkeypatch.setattr(pages, "KINDS", (*pages.KINDS, PageKind(toy, ("toy",))))
    wording = replace(desk.lexicon.wording, messages={**desk.lexicon.wording.messages, "page.toy": "لعبة"})
    desk = replace(desk, lexicon=replace(desk.lexicon, wording=wording))
    made = files.files_of(desk)["toy/index.md"]
    assert made.endswith("# لعبة\n\nمادة واحدة\n")
    assert ("لعبة", "toy/index.md") in entries(menu(desk))


def test_a_site_speaks_english_where_its_dossier_says_so(tmp_path: Path) -> None:
    """All pages of a small dossier, each message in each form that they need; the article stays as it is."""
    folder = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "dossier.yml": "name: Wheat\nlanguage: en\n"})
    made = files.files_of(dossiers.desk(folder))
    assert "Undated" in made["articles/a/index.md"] or "undated" in made["articles/a/index.md"]
    assert dossiers.LEDE.split()[0] in made["articles/a/index.md"]
    assert "الموجز" not in made["index.md"]
