"""What an engine gets, and what is told of its complaint: without running one."""

from __future__ import annotations

from pathlib import Path
from stat import S_IWUSR

import pytest

from generator.model.files import MARKER
from generator.site.engine import EngineFiles, _environment, _told, copy_tree


def test_no_page_is_copied_and_of_the_files_what_people_put_there(tmp_path: Path) -> None:
    """Data files carry no marker: the books of the last build name them."""
    docs = tmp_path / "docs"
    texts = {
        "index.md": "# صفحة", "old/index.md": f"---\n# {MARKER}\n---\n", "search/data/x.bin": "x", "assets/x.css": "x",
        ".mujaz.json": '["search/data/x.bin"]', ".hidden/x.md": "x",
    }  # fmt: skip
    for name, text in texts.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x", "utf-8")
    (tmp_path / "tree").mkdir()
    made = copy_tree(EngineFiles(tmp_path / "mkdocs.yml", docs, tmp_path / "theme"), tmp_path / "tree")
    kept = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert kept == {"assets/x.css"}


def test_what_is_copied_of_a_read_only_package_can_be_written_to(tmp_path: Path) -> None:
    """As where a system keeps its packages from everybody; root may write anyway, so the modes are looked at."""
    package = tmp_path / "package"
    for name in ("mkdocs.yml", "docs/assets/x.css", "theme/partials/x.html"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("x", "utf-8")
    for path in (package, *package.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (tmp_path / "tree").mkdir()
    copy_tree(EngineFiles(package / "mkdocs.yml", package / "docs", package / "theme"), tmp_path / "tree")
    copied = [*(tmp_path / "tree").rglob("*")]
    assert len(copied) == 8
    assert [path.name for path in copied if not path.stat().st_mode & S_IWUSR] == []
    for path in (package, *package.rglob("*")):
        path.chmod(0o755)  # else nobody could remove it


def test_an_engine_s_complaint_is_told_without_what_it_says_on_the_way() -> None:
    said = "INFO    -  Cleaning site directory\n\nWARNING -  Doc file 'a.md' contains a link\nINFO    -  Building\n"
    assert _told(said) == "WARNING -  Doc file 'a.md' contains a link"
    trace = "Traceback (most recent call last):\n  File x, line 1\n    y\nValueError: no such theme\n"
    assert _told(f"{said}{trace}") == "WARNING -  Doc file 'a.md' contains a link\nValueError: no such theme"


def test_no_day_is_invented_from_the_clock_and_one_that_is_given_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert _environment("https://x.example/")["SOURCE_DATE_EPOCH"] == "315532800"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert _environment("https://x.example/")["SOURCE_DATE_EPOCH"] == "1700000000"
    assert _environment("https://x.example/")["SITE_URL"] == "https://x.example/"
