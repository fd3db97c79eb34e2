"""A site is exchanged whole: readers see the old one or the new one, and nothing but a site is ever replaced."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from generator.site import publish as publishing
from generator.site.publish import PublishError, place_for, publish, recover

WAYS = pytest.mark.parametrize("exchange", [True, False], ids=["exchanged", "renamed"])


def site(folder: Path, text: str) -> Path:
    (folder / "schemas").mkdir(parents=True)
    (folder / "schemas/briefing.schema.json").write_text("{}", "utf-8")
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def said(folder: Path) -> str:
    return (folder / "index.html").read_text("utf-8")


@pytest.fixture(autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "exchange" in request.fixturenames and not request.getfixturevalue("exchange"):
        monkeypatch.setattr(publishing, "_exchange", lambda *_: False)


@WAYS
def test_a_first_site_takes_its_place(tmp_path: Path, exchange: bool) -> None:
    publish(site(tmp_path / "new", "new"), tmp_path / "site")
    assert said(tmp_path / "site") == "new"


@WAYS
def test_a_site_is_replaced_whole(tmp_path: Path, exchange: bool) -> None:
    old = site(tmp_path / "site", "old")
    (old / "only-old.html").write_text("x", "utf-8")
    publish(site(tmp_path / "new", "new"), old)
    assert said(old) == "new" and not (old / "only-old.html").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_the_exchange_itself_works_where_the_system_has_it(tmp_path: Path) -> None:
    """Where it cannot, it says so and changes nothing."""
    one, other = site(tmp_path / "one", "one"), site(tmp_path / "other", "other")
    done = publishing._exchange(one, other)
    assert (said(one), said(other)) == (("other", "one") if done else ("one", "other"))
    assert not publishing._exchange(one, tmp_path / "nowhere")


class Killed(BaseException):
    """What nothing in the publisher may catch."""


@WAYS
@pytest.mark.parametrize("step", range(4))
def test_a_run_killed_between_any_two_steps_leaves_one_whole_site(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    exchange: bool,
    step: int,
) -> None:
    place = site(tmp_path / "site", "old")
    done = [0]

    def counted(holder: object, name: str) -> None:
        real = getattr(holder, name)

        def run(*args: object, **kwargs: object) -> object:
            if done[0] == step:
                raise Killed
            done[0] += 1
            return real(*args, **kwargs)

        monkeypatch.setattr(holder, name, run)

    counted(Path, "rename")
    counted(shutil, "rmtree")
    with suppress(Killed):
        publish(site(tmp_path / "new", "new"), place)
    monkeypatch.undo()
    recover(place)
    assert said(place) in ("old", "new")
    assert not (tmp_path / "site.mujaz-old").exists()
    publish(site(tmp_path / "newer", "newer"), place)
    assert said(place) == "newer"


def test_nothing_to_recover_is_fine(tmp_path: Path) -> None:
    recover(tmp_path / "site")
    assert not list(tmp_path.iterdir())


def test_a_new_an_empty_and_an_old_place_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "new", tmp_path / "empty", site(tmp_path / "old", "x")):
        assert place_for(place) == place.resolve()


def test_a_folder_with_anything_else_in_it_is_never_replaced(tmp_path: Path) -> None:
    """One slip of the hand, `--site .`, would be the end of somebody's work."""
    (tmp_path / "thesis.doc").write_text("x", "utf-8")
    with pytest.raises(PublishError, match="not-ours"):
        place_for(tmp_path)


def test_a_file_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(PublishError, match="is-file"):
        place_for(tmp_path / "site")


def test_a_link_to_a_site_stays_a_link(tmp_path: Path) -> None:
    real = site(tmp_path / "real", "old")
    (tmp_path / "site").symlink_to(real)
    publish(site(tmp_path / "new", "new"), place_for(tmp_path / "site"))
    assert (tmp_path / "site").is_symlink() and said(tmp_path / "site") == "new"
