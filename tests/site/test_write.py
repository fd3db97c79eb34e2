"""Generated files appear whole or not at all, beside files written by hand, and an interrupted run is healed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.files import MARKER
from generator.site import write as writing
from generator.site.write import JOURNAL, MANIFEST, generated, write


def page(text: str) -> str:
    return f"---\n{MARKER}\n---\n\n{text}\n"


FIRST = {"index.md": page("a"), "articles/x/index.md": page("x"), "articles/y/index.md": page("y"), "data/z.bin": "z"}
SECOND = {"index.md": page("b"), "articles/x/index.md": page("x"), "people/p/index.md": page("p"), "data/z.bin": "new"}


def tree(folder: Path) -> dict[str, str]:
    """What lies in a folder beside the writer's own books."""
    paths = (p for p in folder.rglob("*") if p.is_file() and p.name not in (MANIFEST, JOURNAL))
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in paths}


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write(tmp_path, FIRST)
    for path in tmp_path.rglob("*.md"):
        os.utime(path, (1, 1))
    done = write(tmp_path, SECOND)
    assert (done.changed, done.removed, done.problems) == (3, 1, ())
    assert (tmp_path / "articles/x/index.md").stat().st_mtime == 1
    assert (tmp_path / "index.md").stat().st_mtime != 1
    assert tree(tmp_path) == SECOND
    assert write(tmp_path, SECOND) == writing.Written(0, 0, ())


def test_what_is_stale_goes_with_its_empty_folders(tmp_path: Path) -> None:
    write(tmp_path, FIRST)
    (tmp_path / "articles/x/mine.md").write_text("by hand", "utf-8")
    write(tmp_path, {})
    assert tree(tmp_path) == {"articles/x/mine.md": "by hand"}
    assert sorted(p.name for p in tmp_path.iterdir()) == [MANIFEST, "articles"]


@pytest.mark.parametrize("name", ["index.md", "data/z.bin"])
def test_a_file_written_by_hand_is_kept_and_told(tmp_path: Path, name: str) -> None:
    hand = tmp_path / name
    hand.parent.mkdir(exist_ok=True)
    hand.write_text("by hand", "utf-8")
    for _ in range(2):
        (problem,) = write(tmp_path, FIRST).problems
        assert (problem.rule, problem.file, problem.level) == ("file-in-the-way", name, "error")
        assert tree(tmp_path) == {**FIRST, name: "by hand"}
    write(tmp_path, {})
    assert tree(tmp_path) == {name: "by hand"}


def test_a_folder_or_a_file_in_the_place_of_the_other_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.md").mkdir()
    (tmp_path / "articles").write_text("by hand", "utf-8")
    assert [p.file for p in write(tmp_path, FIRST).problems] == [
        "articles/x/index.md",
        "articles/y/index.md",
        "index.md",
    ]
    assert tree(tmp_path) == {"articles": "by hand", "data/z.bin": "z"}


def test_a_file_that_says_already_what_is_to_be_written_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/z.bin").write_text("z", "utf-8")
    assert write(tmp_path, FIRST).problems == ()


class Killed(BaseException):
    """What nothing in the writer may catch."""


def _stop_after(steps: int, patch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Let so many steps that touch the disk happen, then none; gives how many did."""
    done = [0]

    def counted(name: str) -> None:
        real = getattr(Path, name)

        def step(self: Path, *args: object, **kwargs: object) -> object:
            if done[0] >= steps:
                raise Killed
            done[0] += 1
            return real(self, *args, **kwargs)

        patch.setattr(Path, name, step)

    for name in ("write_bytes", "replace", "unlink", "rmdir", "mkdir"):
        counted(name)
    return lambda: done[0]


@pytest.mark.parametrize("before", [{}, FIRST], ids=["from nothing", "from another state"])
def test_a_run_killed_between_any_two_steps_is_healed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dict[str, str]
) -> None:
    """And the next may have other things to write than the one that was killed."""
    for steps in range(60):
        folder = tmp_path / str(steps)
        folder.mkdir()
        (folder / "hand.md").write_text("by hand", "utf-8")
        if before:
            write(folder, before)
        with monkeypatch.context() as patch:
            _stop_after(steps, patch)
            try:
                write(folder, SECOND)
                finished = True
            except Killed:
                finished = False
        third = {**SECOND, "data/z.bin": "third", "index.md": page("third")}
        assert write(folder, third).problems == ()
        assert tree(folder) == {**third, "hand.md": "by hand"}
        assert sorted(p.name for p in folder.iterdir() if p.name.startswith(".")) == [MANIFEST]
        if finished:
            return
    pytest.fail("the writer never came to its end")


@pytest.mark.parametrize(
    "books",
    ["", "{", "null", "3", '"x"', '{"a": 1}', "[1, null, []]", "[" * 100_000, "\x00", '["\\u0000"]', '[""]', '["."]'],
)
def test_a_broken_manifest_counts_as_none(tmp_path: Path, books: str) -> None:
    write(tmp_path, FIRST)
    (tmp_path / MANIFEST).write_text(books, "utf-8")
    (tmp_path / "hand.md").write_text("by hand", "utf-8")
    assert write(tmp_path, {**SECOND, "data/z.bin": "z"}).problems == ()
    assert tree(tmp_path) == {**SECOND, "data/z.bin": "z", "hand.md": "by hand"}


@pytest.mark.parametrize("name", ["../out.md", "a/../../out.md", "OUT", "..\\out.md", "articles/../../out.md"])
def test_no_manifest_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    out, folder = tmp_path / "out.md", tmp_path / "docs"
    out.write_text("by hand", "utf-8")
    write(folder, FIRST)
    for books in (MANIFEST, JOURNAL):
        (folder / books).write_text(json.dumps([name.replace("OUT", str(out))]), "utf-8")
    write(folder, SECOND)
    assert out.read_text("utf-8") == "by hand"


def test_only_the_marker_at_the_head_of_a_file_makes_it_generated(tmp_path: Path) -> None:
    hand = tmp_path / "x.md"
    hand.write_text("by hand " * 100 + MARKER, "utf-8")
    assert not generated(hand) and not generated(tmp_path) and not generated(tmp_path / "nowhere")
    hand.write_text(page("x"), "utf-8")
    assert generated(hand)
