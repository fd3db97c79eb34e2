"""Addresses come from file names alone, are plain ASCII, never meet, and lead from any page to any other."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from random import Random
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.claims import place
from generator.model import Cleaned
from generator.model.addresses import markdown_path, relative, slug
from generator.source.history import History
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
    assert len(set(found.values())) == 3 and found["a-b.txt"] == "/articles/a-b/"
    assert sum("address-taken" in rules for rules in dossiers.rules(tmp_path / "dossier").values()) == 2


def test_of_names_that_meet_only_the_first_depends_on_the_others(tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "three").mkdir()
    two = addresses(tmp_path / "two", {"a b.txt": text(1), "a-b.txt": text(2)})
    three = addresses(tmp_path / "three", {"a b.txt": text(1), "a+b.txt": text(3), "a-b.txt": text(2)})
    assert two["a-b.txt"] == three["a-b.txt"] and two["a b.txt"] == three["a b.txt"]


NFC, NFD = (unicodedata.normalize(form, "أخبار الأمن") for form in ("NFC", "NFD"))


@pytest.mark.parametrize(
    ("owner", "other", "asked"),
    [
        ("good", "GOOD", ""),
        ("good", "Good", ""),
        ("good", "zz", "good"),
        ("camp-report", "Camp Report", ""),
        ("camp-report", "camp+report", ""),
        ("camp_report", "other", "camp_report"),
        (NFC, NFD, ""),
        (NFC, "other", slug(f"{NFC}.txt", LETTERS)),
        ("index", "INDEX", ""),
        ("x" * 60, "X" * 60, ""),
        ("GOOD", "zz", "good"),
    ],
)
def test_the_file_whose_own_name_it_is_keeps_an_address(tmp_path: Path, owner: str, other: str, asked: str) -> None:
    """By whatever way another would come to the same; it gets one of its own, and is told."""
    files = {f"{owner}.txt": text(1), f"{other}.txt": text(2), f"{other}.yml": f"address: {asked}"}
    found = addresses(tmp_path, files if asked else {n: t for n, t in files.items() if n.endswith(".txt")})
    assert found[f"{owner}.txt"] == f"/articles/{slug(f'{owner}.txt', LETTERS)}/"
    assert found[f"{other}.txt"] != found[f"{owner}.txt"]
    assert "address-taken" in dossiers.rules(tmp_path / "dossier")[f"{other}.txt"]


def test_one_that_does_not_get_what_its_editor_asks_for_has_its_own_name(tmp_path: Path) -> None:
    found = addresses(tmp_path, {"camp.txt": text(1), "z.txt": text(2), "z.yml": "address: camp"})
    assert found == {"camp.txt": "/articles/camp/", "z.txt": "/articles/z/"}


def test_what_nobody_else_is_called_an_editor_may_ask_for(tmp_path: Path) -> None:
    found = addresses(tmp_path, {"camp.txt": text(1), "z.txt": text(2), "z.yml": "address: fire"})
    assert found["z.txt"] == "/articles/fire/"


def test_an_address_that_its_own_file_has_left_may_be_asked_for(tmp_path: Path) -> None:
    files = {"camp.txt": text(1), "camp.yml": "address: fire", "z.txt": text(2), "z.yml": "address: camp"}
    assert addresses(tmp_path, files) == {"camp.txt": "/articles/fire/", "z.txt": "/articles/camp/"}


@pytest.mark.parametrize("away", [b"\xff\x00\xfe" * 9, None], ids=["unreadable", "kept off the site"])
def test_a_file_that_is_away_for_a_while_keeps_its_address(tmp_path: Path, away: bytes | None) -> None:
    """Else readers of the one would find the other there."""
    files: dict[str, str | bytes] = {"zz.txt": text(2), "zz.yml": "address: good"}
    files |= {"good.txt": away} if away else {"good.txt": text(1), "good.yml": "publish: false"}
    found = dossiers.desk(dossiers.folder(tmp_path, files))
    assert [e.address for e in found.catalogue.entries] == ["/articles/zz/"]


_ARTICLE = dossiers.article()


def age(days: dict[str, int], *names: str) -> dict[str, str]:
    """The addresses of files without sidecars, by their place in git's order."""
    articles = [replace(_ARTICLE, cleaned=_named(name)) for name in names]
    history = History(MappingProxyType(dict.fromkeys(days, "2024-05-01")), MappingProxyType(days))
    placed, _ = place(articles, (), LETTERS, history, frozenset())
    return {p.article.name: p.address for p in placed}


def _named(name: str) -> Cleaned:
    cleaned = _ARTICLE.cleaned
    return replace(cleaned, source=replace(cleaned.source, name=name))


def test_of_two_names_that_fold_alike_the_older_in_git_keeps_the_address() -> None:
    for first, second in permutations(("Good.txt", "GOOD.txt")):
        found = age({first: 0, second: 1}, "Good.txt", "GOOD.txt")
        assert found[first] == "/articles/good/" != found[second]
    assert age({"Good.txt": 3}, "Good.txt", "GOOD.txt")["Good.txt"] == "/articles/good/", "what git knows is older"
    assert age({"GOOD.txt": 0, "good.txt": 1}, "GOOD.txt", "good.txt")["good.txt"] == "/articles/good/"


@given(st.lists(st.sampled_from(["a b", "A B", "a-b", "A-b", "a+b", "م ا", "a b-1"]), unique=True), st.randoms())
def test_addresses_never_meet_whatever_the_order(names: list[str], luck: Random) -> None:
    files = [f"{name}.txt" for name in names]
    found = age({}, *files)
    luck.shuffle(files)
    assert len(set(found.values())) == len(files) and age({}, *files) == found
