"""When a seed came into the dossier is what git tells, else nothing; never the clock."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.source.history import History, read_history


def git(folder: Path, *arguments: str, day: str = "2024-05-01") -> None:
    env = {
        "PATH": os.environ["PATH"],
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
        "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
        "HOME": str(folder),
    }
    name = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "protocol.file.allow=always")
    subprocess.run(["git", *name, *arguments], cwd=folder, env=env, check=True, capture_output=True)


def commit(repo: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        (repo / "seeds" / f"{name}.txt").write_text(text, "utf-8")
    git(repo, "add", "--all")
    git(repo, "commit", "--quiet", "--message", day, day=day)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    made = tmp_path / "repo"
    (made / "seeds" / "below").mkdir(parents=True)
    git(made, "init", "--quiet", "--initial-branch", "main")
    commit(made, "2024-05-01", a="one", مادة="two")
    return made


def test_a_seed_was_added_on_the_day_of_its_first_commit(repo: Path) -> None:
    commit(repo, "2024-05-02", a="changed", b="three")
    assert dict(read_history(repo / "seeds").added) == {
        "a.txt": "2024-05-01",
        "مادة.txt": "2024-05-01",
        "b.txt": "2024-05-02",
    }


def test_one_that_came_back_keeps_its_first_day(repo: Path) -> None:
    (repo / "seeds" / "a.txt").unlink()
    commit(repo, "2024-05-02")
    commit(repo, "2024-05-03", a="again")
    assert read_history(repo / "seeds").added["a.txt"] == "2024-05-01"


def test_a_new_name_is_a_new_seed(repo: Path) -> None:
    """An address comes of the name, so under a new name it is new to readers too."""
    git(repo, "mv", "seeds/a.txt", "seeds/z.txt")
    commit(repo, "2024-05-04")
    assert read_history(repo / "seeds").added["z.txt"] == "2024-05-04"


def test_what_is_not_committed_yet_has_no_day(repo: Path) -> None:
    (repo / "seeds" / "new.txt").write_text("x", "utf-8")
    assert "new.txt" not in read_history(repo / "seeds").added


def test_files_below_or_beside_the_folder_are_not_its_seeds(repo: Path) -> None:
    (repo / "seeds" / "below" / "c.txt").write_text("x", "utf-8")
    (repo / "d.txt").write_text("x", "utf-8")
    commit(repo, "2024-05-05")
    assert set(read_history(repo / "seeds").added) == {"a.txt", "مادة.txt"}


def test_a_name_that_is_not_utf_8_does_no_harm(repo: Path) -> None:
    Path(os.fsdecode(os.fsencode(repo) + b"/seeds/caf\xe9.txt")).write_text("x", "utf-8")
    commit(repo, "2024-05-06", e="x")
    assert read_history(repo / "seeds").added["e.txt"] == "2024-05-06"


def test_a_shallow_clone_tells_nothing(repo: Path, tmp_path: Path) -> None:
    """It would show every seed as added by its oldest commit, which is false."""
    commit(repo, "2024-05-02", b="x")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repo}", "shallow")
    assert not read_history(tmp_path / "shallow" / "seeds").added
    git(tmp_path, "clone", "--quiet", f"file://{repo}", "whole")
    assert read_history(tmp_path / "whole" / "seeds").added["a.txt"] == "2024-05-01"


def test_of_two_names_that_become_one_the_earliest_day_counts() -> None:
    """As where both hold a withheld name, and are shown by the rest of it."""
    days = {"a.txt": "2024-05-02", "b.txt": "2024-05-01", "c.txt": "2024-05-03"}
    was = History(days, {"b.txt": 0, "a.txt": 1, "c.txt": 2})
    now = was.renamed(lambda name: "x.txt" if name < "c" else name)
    assert (dict(now.added), dict(now.order)) == (
        {"x.txt": "2024-05-01", "c.txt": "2024-05-03"},
        {"x.txt": 0, "c.txt": 2},
    )


def test_outside_git_there_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    assert not read_history(tmp_path).added


def test_without_git_there_is_no_history(repo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("git") is None
    assert not read_history(repo / "seeds").added


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert not read_history(tmp_path).added
