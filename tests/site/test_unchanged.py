"""A build of what has not changed is none; whatever makes another site, or harms the one there, is seen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import build
from generator.start import Outcome
from tests import dossiers

pytestmark = pytest.mark.process


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small dossier, its site, and what the build left."""
    home = tmp_path_factory.mktemp("unchanged")
    dossiers.folder(home, {"one.txt": dossiers.ARTICLE, "pages/word.md": "# كلمة\n"})
    assert not _build(home).unchanged
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return shutil.copytree(built, tmp_path / "home")


def _build(home: Path, url: str = "") -> Outcome:
    return build.site(home / "dossier", home / "site", url=url, cache=home / "cache")


@pytest.mark.dear
def test_what_has_not_changed_is_not_built(home: Path) -> None:
    (home / "site" / "index.html").touch()
    (home / "dossier" / "one.txt").touch()
    again = _build(home)
    assert again.unchanged
    assert (again.articles, again.problems) == (1, build.site(home / "dossier", home / "other").problems)


def _changed(home: Path) -> None:
    with (home / "dossier" / "one.txt").open("a", encoding="utf-8") as file:
        file.write("\nوجاء في البيان أن العمل سيبدأ في المحافظات الشمالية قريبًا.\n")


def _page_gone(home: Path) -> None:
    (home / "site" / "index.html").unlink()


def _page_altered(home: Path) -> None:
    (home / "site" / "assets" / "site.css").write_text("", "utf-8")


def _page_more(home: Path) -> None:
    (home / "site" / "more.html").write_text("more", "utf-8")


def _own_page(home: Path) -> None:
    (home / "dossier" / "pages" / "word.md").write_text("# كلمة أخرى\n", "utf-8")


def _no_cache(home: Path) -> None:
    shutil.rmtree(home / "cache")


@pytest.mark.dear
@pytest.mark.parametrize("change", [_changed, _page_gone, _page_altered, _page_more, _own_page, _no_cache])
def test_what_is_not_as_the_last_build_left_it_is_built(home: Path, change: Callable[[Path], None]) -> None:
    change(home)
    assert not _build(home).unchanged
    build.site(home / "dossier", home / "clean")
    assert _tree(home / "site") == _tree(home / "clean")
    assert _build(home).unchanged


@pytest.mark.dear
def test_another_address_is_another_site(home: Path) -> None:
    assert not _build(home, "https://example.org/").unchanged


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.dear
def test_a_cache_that_cannot_be_used_costs_nothing_but_a_note(home: Path) -> None:
    shutil.rmtree(home / "cache")
    (home / "cache").write_text("a file", "utf-8")
    (home / "site" / "index.html").unlink()
    told = _build(home)
    assert [problem.rule for problem in told.problems if problem.rule.startswith("cache")] == ["cache-unkept"]
    build.site(home / "dossier", home / "clean")
    assert _tree(home / "site") == _tree(home / "clean")


@pytest.mark.dear
def test_a_withheld_name_stands_in_no_key_of_what_is_kept(home: Path) -> None:
    (home / "dossier" / "one.yml").write_text("withhold: [سمير الحسن]\n", "utf-8")
    _build(home)
    kept = (home / "cache" / "site.sqlite").read_bytes()
    assert "الحسن".encode() not in kept
