"""The engine builds a private copy, strictly, and what it cannot build is told in a sentence."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.desk.terminal import sentence
from generator.model.files import MARKER
from generator.site.engine import EngineError, EngineFiles, SiteName, copy_tree, run_engine
from tests import dossiers

pytestmark = pytest.mark.process

CONFIG = """
site_name: x
site_url: !ENV [SITE_URL, ""]
theme: {name: mkdocs}
plugins: []
strict: true
validation: {links: {not_found: warn}}
"""
NAME = SiteName("ملف &amp; موجز", "وصف: قصير", "https://example.org/mujaz/")


@pytest.fixture
def place(tmp_path: Path) -> EngineFiles:
    theme, docs = tmp_path / "theme", tmp_path / "docs"
    (docs / "articles").mkdir(parents=True)
    theme.mkdir()
    (docs / "index.md").write_text("# صفحة\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return EngineFiles(tmp_path / "mkdocs.yml", docs, theme)


def copied(place: EngineFiles, tree: Path) -> None:
    """The tree with its pages, which a build writes there once they are looked through."""
    tree.mkdir()
    docs = copy_tree(place, tree)
    for page in place.docs.glob("*.md"):
        shutil.copy(page, docs)


def test_pages_generated_and_hidden_files_are_not_copied(place: EngineFiles, tmp_path: Path) -> None:
    (place.docs / "articles/old.md").write_text(f"---\n{MARKER}\n---\n", "utf-8")
    (place.docs / ".mujaz.json").write_text('["search/data/root.bin"]', "utf-8")
    (place.docs / "search/data").mkdir(parents=True)
    (place.docs / "search/data/root.bin").write_text("{}", "utf-8")
    (place.docs / "CNAME").write_text("example.org", "utf-8")
    (tmp_path / "tree").mkdir()
    docs = copy_tree(place, tmp_path / "tree")
    assert [p.name for p in docs.rglob("*") if p.is_file()] == ["CNAME"]


def built(place: EngineFiles, tmp_path: Path) -> Path:
    tree, out = tmp_path / "tree", tmp_path / "out"
    copied(place, tree)
    run_engine(tree, out, NAME)
    return out


def test_a_tree_becomes_a_site_with_its_name_and_address(place: EngineFiles, tmp_path: Path) -> None:
    page = (built(place, tmp_path) / "index.html").read_text("utf-8")
    assert "ملف &amp; موجز" in page and "&amp;amp;" not in page
    assert 'href="https://example.org/mujaz/"' in page


def test_the_sources_stay_untouched(place: EngineFiles, tmp_path: Path) -> None:
    before = sorted(p.name for p in place.docs.rglob("*"))
    built(place, tmp_path)
    assert sorted(p.name for p in place.docs.rglob("*")) == before


def test_the_menu_is_that_of_the_site(place: EngineFiles, tmp_path: Path) -> None:
    """Under its headings, and with pages that somebody wrote by hand by their own title."""
    (place.docs / "people.md").write_text("# الناس\n", "utf-8")
    (place.docs / "by-hand.md").write_text("# كلمة\n", "utf-8")
    copied(place, tmp_path / "tree")
    menu = ({"الموجز": "index.md"}, {"الحقائق": [{"الأشخاص": "people.md"}]}, "by-hand.md")
    run_engine(tmp_path / "tree", tmp_path / "out", replace(NAME, menu=menu))
    page = (tmp_path / "out/index.html").read_text("utf-8")
    assert all(words in page for words in ("الموجز", "الحقائق", "الأشخاص", "كلمة"))


@pytest.mark.parametrize(
    ("file", "content"),
    [("docs/index.md", "[x](nowhere.md)\n"), ("mkdocs.yml", "theme: {name: nosuch}\n"), ("mkdocs.yml", ": : :")],
    ids=["dead link", "unknown theme", "broken configuration"],
)
def test_what_cannot_be_built_is_told_without_a_traceback(
    place: EngineFiles, tmp_path: Path, file: str, content: str
) -> None:
    (tmp_path / file).write_text(content if file.endswith("md") else CONFIG + content, "utf-8")
    with pytest.raises(EngineError) as refused:
        built(place, tmp_path)
    said = sentence(refused.value, dossiers.TERMINAL)
    assert "mkdocs could not build the site" in said
    assert "Traceback" not in said and len(said.partition("\n")[2]) > 20


def test_an_engine_that_is_not_installed_is_told(place: EngineFiles, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    copy_tree(place, tree)
    with pytest.raises(EngineError, match="nosuchengine"):
        run_engine(tree, tmp_path / "out", NAME, "nosuchengine")
