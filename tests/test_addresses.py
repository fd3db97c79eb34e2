"""Addresses come from file names alone, are plain ASCII, never meet, and lead from any page to any other."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import markdown_path, relative, slug
from tests import dossiers

LETTERS = dossiers.LEXICON.wording.letters
PLAIN = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_NAME = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(lambda n: n + ".txt")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("000_df4c0d42261ce1aa.txt", "000_df4c0d42261ce1aa"),
        ("Camp Report (2).txt", "camp-report-2"),
        ("a.b.c.txt", "a-b-c"),
        ("index.html.txt", "index-html"),
        ("..txt", None),
        ("__.txt", None),
    ],
)
def test_an_ascii_name_stays_readable(name: str, wanted: str | None) -> None:
    assert slug(name, LETTERS) == wanted if wanted else PLAIN.fullmatch(slug(name, LETTERS))


def test_another_script_is_spelled_with_digits_of_its_hash() -> None:
    made = slug("تقرير المخيم.txt", LETTERS)
    assert re.fullmatch(r"tqryr-almkhym-[0-9a-f]{8}", made)
    assert slug("تقرير المخيّم.txt", LETTERS) != made


@given(_NAME)
def test_any_name_gives_a_plain_short_address(name: str) -> None:
    made = slug(name, LETTERS)
    assert PLAIN.fullmatch(made) and len(made) <= 96


@given(
    st.lists(st.sampled_from(["articles", "x", "people", "مادة"]), max_size=3),
    st.lists(st.sampled_from(["articles", "x", "y"]), max_size=3),
)
def test_a_relative_way_leads_to_its_target(start: list[str], target: list[str]) -> None:
    here = "/" + "".join(f"{part}/" for part in start)
    for there in ("/" + "".join(f"{part}/" for part in target), "/" + "/".join([*target, "x.json"])):
        way = relative(here, there)
        assert not way.startswith("/")
        end = posixpath.normpath(posixpath.join(here, way))
        assert end == posixpath.normpath(there)
        assert way.endswith("/") == there.endswith("/") or way == ""
        assert relative(here, there + "#l3").endswith("#l3")


def test_a_place_on_the_same_page_is_only_a_fragment() -> None:
    assert relative("/a/", "/a/#l3") == "#l3"
    assert relative("/a/", "/a/") == "./"


def test_a_page_lies_where_its_address_says() -> None:
    assert markdown_path("/") == "index.md"
    assert markdown_path("/articles/x/") == "articles/x/index.md"


def addresses(home: Path, files: dict[str, str]) -> dict[str, str]:
    desk = dossiers.desk(dossiers.folder(home, files))
    return {e.article.name: e.address for e in desk.catalogue.entries}


def text(n: int) -> str:
    return dossiers.ARTICLE.replace("القمح", f"القمح {n}")


def test_an_address_does_not_move_when_a_title_is_edited(tmp_path: Path) -> None:
    found = addresses(tmp_path, {"one.txt": text(1), "one.yml": "title: عنوان آخر تمامًا"})
    assert found == {"one.txt": "/articles/one/"}


def test_names_that_would_meet_are_kept_apart_and_told(tmp_path: Path) -> None:
    files = {"A b.txt": text(1), "a-b.txt": text(2), "a b.txt": text(3)}
    found = addresses(tmp_path, files)
    assert len(set(found.values())) == 3 and found["A b.txt"] == "/articles/a-b/"
    assert sum("address-taken" in rules for rules in dossiers.rules(tmp_path / "dossier").values()) == 2


def test_of_names_that_meet_only_the_first_depends_on_the_others(tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "three").mkdir()
    two = addresses(tmp_path / "two", {"a b.txt": text(1), "a-b.txt": text(2)})
    three = addresses(tmp_path / "three", {"a b.txt": text(1), "a+b.txt": text(3), "a-b.txt": text(2)})
    assert two["a-b.txt"] == three["a-b.txt"] and two["a b.txt"] == three["a b.txt"]


def test_an_address_that_an_editor_gives_comes_first(tmp_path: Path) -> None:
    found = addresses(tmp_path, {"camp.txt": text(1), "z.txt": text(2), "z.yml": "address: camp"})
    assert found["z.txt"] == "/articles/camp/"
    assert found["camp.txt"].startswith("/articles/camp-")
