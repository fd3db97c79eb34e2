"""What a link leads to outside the dossier is nobody's article; what lies inside may be named twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.source.read import read_folder, read_seed, read_sidecar
from tests import dossiers

SECRET = dossiers.ARTICLE.replace("القمح", "الشعير")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.txt").write_text(SECRET, "utf-8")
    (tmp_path / "elsewhere/x.yml").write_text("title: x", "utf-8")
    made = dossiers.folder(tmp_path, {"good.txt": dossiers.ARTICLE, ".env": "secret"})
    (made / "below").mkdir()
    (made / "below/y.txt").write_text(SECRET, "utf-8")
    (made / ".git").mkdir()
    (made / ".git/config").write_text(SECRET, "utf-8")
    return made


OUT = {
    "absolute": "{home}/elsewhere/x.txt",
    "relative": "../elsewhere/x.txt",
    "there and back and out": "below/../../elsewhere/x.txt",
    "through a linked folder": "gate/x.txt",
    "through another link": "second",
    "to the system": "/proc/self/environ",
    "to nothing outside": "../elsewhere/gone.txt",
    "to a folder outside": "../elsewhere",
    "to a hidden file": ".env",
    "into a hidden folder": ".git/config",
}


@pytest.mark.parametrize("way", OUT)
@pytest.mark.parametrize("name", ["h.txt", "good.yml", "dossier.yml"])
def test_a_link_that_leads_out_is_refused_and_told(dossier: Path, way: str, name: str) -> None:
    (dossier / "gate").symlink_to("../elsewhere")
    (dossier / "second").symlink_to("../elsewhere/x.txt")
    (dossier / name).symlink_to(OUT[way].format(home=dossier.parent))
    read = read_folder(dossier)
    assert [s.name for s in read.sources] == ["good.txt"] and read.settings is None
    (found,) = [p for p in read.problems if p.file == name]
    assert (found.rule, found.level) == ("link-outside", "error")
    assert "elsewhere" not in str(read.problems), "where it leads is not published"


def test_a_sidecar_that_leads_out_holds_its_article_back(dossier: Path) -> None:
    (dossier / "good.yml").symlink_to("../elsewhere/x.yml")
    assert read_sidecar(dossier / "good.txt") == ("good.yml", None)
    assert dossiers.desk(dossier).catalogue.entries == ()


def test_one_text_alone_is_not_read_through_such_a_link_either(dossier: Path) -> None:
    (dossier / "h.txt").symlink_to("../elsewhere/x.txt")
    assert getattr(read_seed(dossier / "h.txt"), "rule", None) == "link-outside"


@pytest.mark.parametrize("target", ["good.txt", "below/y.txt", "below/../good.txt", "{home}/dossier/good.txt"])
def test_a_link_within_the_folder_is_a_file_like_others(dossier: Path, target: str) -> None:
    (dossier / "h.txt").symlink_to(target.format(home=dossier.parent))
    read = read_folder(dossier)
    assert [s.name for s in read.sources] == ["good.txt", "h.txt"]
    assert "link-outside" not in [p.rule for p in read.problems]


def test_the_folder_itself_may_be_reached_by_a_link(dossier: Path) -> None:
    (dossier / "h.txt").symlink_to("good.txt")
    (dossier.parent / "gate").symlink_to(dossier)
    assert [s.name for s in read_folder(dossier.parent / "gate").sources] == ["good.txt", "h.txt"]


def test_a_ring_of_links_is_a_problem_and_no_more(dossier: Path) -> None:
    (dossier / "a.txt").symlink_to("b.txt")
    (dossier / "b.txt").symlink_to("a.txt")
    assert [p.file for p in read_folder(dossier).problems if p.level == "error"] == ["a.txt", "b.txt"]


def test_a_hard_link_is_the_file_itself(dossier: Path) -> None:
    """The system cannot tell which of its names was first."""
    os.link(dossier.parent / "elsewhere/x.txt", dossier / "h.txt")
    assert [s.name for s in read_folder(dossier).sources] == ["good.txt", "h.txt"]


@pytest.mark.parametrize(
    "name", [".h.txt", ".good.yml", ".dossier.yml", ".txt", ".draft", "._good.txt", ".notes.txt.swp"]
)
def test_a_name_that_begins_with_a_dot_is_not_read_and_told(dossier: Path, name: str) -> None:
    (dossier / name).write_text(SECRET, "utf-8")
    read = read_folder(dossier)
    assert [s.name for s in read.sources] == ["good.txt"] and not read.sidecars and read.settings is None
    assert [p.rule for p in read.problems if p.file == name] == ["seed-dotted"]


@pytest.mark.parametrize("name", [".gitignore", ".gitattributes", ".DS_Store", ".mujaz.json"])
def test_what_systems_put_into_folders_is_not_worth_a_word(dossier: Path, name: str) -> None:
    (dossier / name).write_text("x", "utf-8")
    assert [p.file for p in read_folder(dossier).problems] == [".env", "below"]
