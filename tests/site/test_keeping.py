"""What builds leave for the next: found again, never wrong, never in the way."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import Problem
from generator.site.keeping import Store, store

VALUE = bytes(range(256)) * 40


def _kept(file: Path, code: str = "one") -> bytes | None:
    with store(file, code) as kept:
        return kept.get("room", "key")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store with one value."""
    path = tmp_path / "cache" / "site.sqlite"
    with store(path, "one") as kept:
        kept.put("room", "key", VALUE)
    return path


def test_what_was_put_is_there_in_the_next_build(file: Path) -> None:
    assert _kept(file) == VALUE


def test_what_was_put_is_there_at_once(tmp_path: Path) -> None:
    with store(tmp_path / "site.sqlite", "one") as kept:
        kept.put("room", "key", VALUE)
        assert kept.get("room", "key") == VALUE
        assert kept.get("other", "key") is None


@pytest.mark.parametrize("size", [0, 1, 199, 200, 201])
def test_short_values_are_kept_as_they_are(tmp_path: Path, size: int) -> None:
    with store(tmp_path / "site.sqlite", "one") as kept:
        kept.put("room", "key", VALUE[:size])
    assert _kept(tmp_path / "site.sqlite") == VALUE[:size]


def test_what_other_code_kept_is_gone(file: Path) -> None:
    assert _kept(file, "two") is None


def test_a_sweep_drops_what_nobody_asked_for(file: Path) -> None:
    with store(file, "one") as kept:
        kept.put("room", "more", b"more")
        kept.sweep()
    with store(file, "one") as kept:
        assert (kept.get("room", "key"), kept.get("room", "more")) == (None, b"more")


def test_without_a_sweep_all_stays(file: Path) -> None:
    with store(file, "one") as kept:
        kept.put("room", "more", b"more")
    assert _kept(file) == VALUE


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def _nonsense(path: Path) -> None:
    path.write_bytes(b"no database at all" * 1000)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _others(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE bookmarks (address TEXT)")
    base.close()


def _altered(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("UPDATE kept SET value = x'00112233445566778899' WHERE room = 'room'")
    base.close()


@pytest.mark.parametrize("harm", [_cut, _nonsense, _emptied, _others, _altered])
def test_a_damaged_store_is_begun_anew(file: Path, harm: Callable[[Path], None]) -> None:
    harm(file)
    assert _kept(file) is None
    with store(file, "one") as kept:
        kept.put("room", "key", VALUE)
        assert kept.problems == ()
    assert _kept(file) == VALUE


def test_a_full_disk_is_told_once_and_ends_nothing(file: Path) -> None:
    with store(file, "one") as kept:
        base = kept._base
        assert base is not None
        base.execute("PRAGMA max_page_count = 4")
        for at in range(40):
            kept.put("room", str(at), VALUE + bytes([at]) * 100_000 + at.to_bytes(4, "big") * 9)
        kept.sweep()
        assert _rules(kept) == ["cache-unkept"]
        assert kept.get("room", "key") is None


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", "utf-8")
    with store(tmp_path / "cache" / "site.sqlite", "one") as kept:
        kept.put("room", "key", VALUE)
        assert kept.get("room", "key") is None
        assert _rules(kept) == ["cache-unkept"]


def test_a_store_that_another_build_writes_to_is_left_alone(file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    with store(file, "one") as kept:
        assert kept.get("room", "key") is None
        assert _rules(kept) == ["cache-unkept"]
    other.rollback()
    other.close()
    assert _kept(file) == VALUE


def test_without_a_file_nothing_is_kept() -> None:
    with store(None, "") as kept:
        kept.put("room", "key", VALUE)
        kept.sweep()
        assert kept.get("room", "key") is None
        assert kept.problems == ()


def _rules(kept: Store) -> list[str]:
    problems: tuple[Problem, ...] = kept.problems
    return [problem.rule for problem in problems]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of this kind are those of POSIX")
def test_what_is_kept_is_for_nobody_but_who_builds(file: Path) -> None:
    """It holds texts as they were given, names that are withheld too."""
    assert file.parent.stat().st_mode & 0o077 == 0
