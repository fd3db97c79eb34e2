"""One run at a time for a place; whatever killed a run, the next takes over and leaves nothing of it behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.site import publish as publishing
from generator.site.hold import BusyError, alone, workshop
from generator.site.publish import publish
from tests import dossiers
from tests.site.test_publish import site

pytestmark = [pytest.mark.skipif(sys.platform == "win32", reason="there is no such lock on Windows"), pytest.mark.dear]

WORKING = """
import os, signal, sys
from pathlib import Path
from generator.site.hold import workshop
with workshop(Path(sys.argv[1])) as work:
    (work / "site").mkdir()
    (work / "site" / "half.html").write_text("half a page")
    print("at work", flush=True)
    if sys.argv[2:]:
        child = os.fork()
        if child == 0:
            signal.pause()
        print(child, flush=True)
    sys.stdin.read()
"""


@contextmanager
def working(place: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that is at work on a place, until it is told to end or killed."""
    command = [sys.executable, "-c", WORKING, str(place), *more]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "at work\n"
        try:
            yield process
        finally:
            process.kill()


def beside(place: Path) -> list[str]:
    return sorted(p.name for p in place.parent.iterdir())


def test_what_a_killed_run_leaves_is_gone_with_the_next(tmp_path: Path) -> None:
    with working(tmp_path / "site") as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert beside(tmp_path / "site") == [".mujaz-site"], "it had no time to clear up"
    assert list((tmp_path / ".mujaz-site").rglob("half.html"))
    with workshop(tmp_path / "site") as work:
        assert not list((tmp_path / ".mujaz-site").rglob("half.html"))
        assert not list(work.iterdir())
    assert beside(tmp_path / "site") == []


def test_a_second_run_is_told_who_is_at_work(tmp_path: Path) -> None:
    with working(tmp_path / "site") as process, pytest.raises(BusyError, match=f"{process.pid}: .*/site"):
        workshop(tmp_path / "site").__enter__()
    with workshop(tmp_path / "site"):
        pass


def test_a_run_that_is_only_stopped_keeps_its_place(tmp_path: Path) -> None:
    with working(tmp_path / "site") as process:
        process.send_signal(signal.SIGSTOP)
        with pytest.raises(BusyError):
            workshop(tmp_path / "site").__enter__()
        with workshop(tmp_path / "other"):
            assert list((tmp_path / ".mujaz-site").rglob("half.html")), "nor does a neighbour clear it away"


def test_a_child_of_a_killed_run_does_not_keep_its_lock(tmp_path: Path) -> None:
    """Workers and the engine may outlive the run that began them."""
    with working(tmp_path / "site", "child") as process:
        assert process.stdout
        child = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        process.wait()
        try:
            with workshop(tmp_path / "site"):
                os.kill(child, 0)  # it is still there
        finally:
            os.kill(child, signal.SIGKILL)


LEFT = {
    "of a version without a lock": {"tree/docs/index.md": "x", "site/index.html": "x"},
    "with a lock that nobody holds": {"lock": "1\n", "run-x/site/index.html": "x"},
    "begun and nothing more": {"lock": ""},
    "empty": {},
}
KEPT = {
    "something else of that name": {"notes.doc": "x"},
    "something among ours": {"tree/x": "x", "thesis.doc": "x"},
}


@pytest.mark.parametrize(("files", "kept"), [*((f, False) for f in LEFT.values()), *((f, True) for f in KEPT.values())])
def test_only_what_dead_runs_of_ours_left_is_cleared_away(tmp_path: Path, files: dict[str, str], kept: bool) -> None:
    folder = tmp_path / ".mujaz-k3x_9a"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    with workshop(tmp_path / "site"):
        assert folder.exists() == kept
    assert beside(tmp_path / "site") == ([folder.name] if kept else [])


def test_a_link_of_such_a_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "tree").mkdir(parents=True)
    (tmp_path / ".mujaz-link").symlink_to(tmp_path / "elsewhere")
    with workshop(tmp_path / "site"):
        pass
    assert (tmp_path / "elsewhere" / "tree").is_dir()


def test_the_lock_goes_even_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), workshop(tmp_path / "site"):
        raise ValueError("x")
    with pytest.raises(ValueError, match="x"), alone(tmp_path / "docs" / ".lock", tmp_path / "docs"):
        raise ValueError("x")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["site", "generate"])
def test_the_command_ends_with_3_and_says_who_is_at_work(tmp_path: Path, command: str) -> None:
    seeds = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE})
    where = ["--site", tmp_path / "site"] if command == "site" else ["--docs", tmp_path / ".mujaz-site/docs"]
    with working(tmp_path / "site") as process:
        lock = tmp_path / ".mujaz-site/docs/.mujaz.lock"
        lock.parent.mkdir()
        lock.hardlink_to(tmp_path / ".mujaz-site/lock")
        done = CliRunner().invoke(main, [command, "--seeds", str(seeds), *map(str, where)])
    assert done.exit_code == 3 and done.output.startswith(f"mujaz: process {process.pid} is at work on")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the name of an open file")
def test_all_lies_on_the_disk_before_readers_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file, then every folder; then comes the exchange, then the folder that holds the site. So it is where the
    system cannot write all it has to in one step.
    """
    real, done = os.fsync, list[str]()

    def flush(file: int) -> None:
        done.append(Path(f"/proc/self/fd/{file}").readlink().name)
        real(file)

    fresh, place = site(tmp_path / "new", "new"), site(tmp_path / "site", "old")
    (fresh / "articles").mkdir()
    (fresh / "articles/a.html").write_text("a", "utf-8")
    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(publishing, "_flush_system", lambda _: False)
    publish(fresh, place)
    assert {*done[:-1]} == {"new", "index.html", "articles", "a.html", "schemas", "briefing.schema.json"}
    assert {*done[:3]} == {"index.html", "a.html", "briefing.schema.json"} and done[-1] == tmp_path.name


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux writes all it has to in one step")
def test_one_step_does_for_all_files_before_readers_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, done = publishing._flush_system, list[str]()

    def flush(folder: Path) -> bool:
        done.append((place / "index.html").read_text("utf-8"))
        return real(folder)

    fresh, place = site(tmp_path / "new", "new"), site(tmp_path / "site", "old")
    monkeypatch.setattr(publishing, "_flush_system", flush)
    publish(fresh, place)
    assert done == ["old"]
    assert (place / "index.html").read_text("utf-8") == "new"
