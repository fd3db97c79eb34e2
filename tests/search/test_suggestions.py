"""What the box offers after one letter: lists of bounded size, and what the engine takes from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.search import Document, Field, Passage
from generator.search.suggestions import LARGEST, lists
from tests import engine

NAMES = (
    ("people/salma-haddad/", "person", "سلمى الحداد", 9),
    ("people/smyr-0a1b2c3d/", "person", "سمير", 1),
    ("people/ahmad-nur/", "person", "أحمد نور", 2),
    ("places/al-hadba/", "place", "الحدباء", 4),
    ("people/nasser-bin-jad/", "person", "ناصر بن جاد", 2),
    ("places/germany/", "place", "ألمانيا", 3),
    ("themes/prisons/", "theme", "السجون", 7),
)
TITLES = (("articles/a/", "سلال القمح تعود"), ("articles/b/", "سلال القمح تعود"), ("articles/c/", "هدوء في السوق"))


def _named(address: str, kind: str, label: str, mentions: int) -> Document:
    return Document(address, (Passage(Field.TITLE, label),), kind, mentions=mentions)


DOCUMENTS = (
    *(_named(address, "article", title, 0) for address, title in TITLES),
    *(_named(*name) for name in NAMES),
)


def test_a_list_stays_small_however_many_names_begin_alike() -> None:
    """And titles have their part of it beside ten thousand names."""
    names = [_named(f"people/s{n}/", "person", f"سعيد الثاني عشر {n}", n) for n in range(10_000)]
    titles = [_named(f"articles/{n}/", "article", f"سوق الخضار {n}", 0) for n in range(10_000)]
    found = lists([*titles, *names], ["article", "person"])["س"]
    rows = json.loads(found)
    kinds = [kind for kind, *_ in rows]
    assert LARGEST * 0.95 < len(found) <= LARGEST + 1
    assert kinds == sorted(kinds, reverse=True) and 15 < kinds.count(0) < 26
    assert [mentions for _, mentions, *_ in rows if mentions] == [*range(9_999, 9_999 - kinds.count(1), -1)]


def test_hostile_titles_are_listed_as_bytes() -> None:
    """A lone surrogate is no letter of UTF-8."""
    (found,) = lists([_named("a/", "article", "س \ud800 \u202e", 0)], ["article"]).values()
    assert json.loads(found) == [[0, 0, "س ? \u202e", "a/"]]


CASES: tuple[tuple[str, list[str]], ...] = (
    ("س", ["سلمى الحداد", "السجون", "سمير", "سلال القمح تعود"]),
    ("سل", ["سلمى الحداد", "سلال القمح تعود"]),
    ("حد", ["الحدباء", "سلمى الحداد"]),
    ("الحد", ["الحدباء", "سلمى الحداد"]),
    ("ال", ["السجون", "الحدباء", "ألمانيا", "سلمى الحداد"]),
    ("أ", ["ألمانيا", "أحمد نور"]),
    ("ب", []),
    ("بن ج", ["ناصر بن جاد"]),
    ("ناصر بن", ["ناصر بن جاد"]),
    ("al ha", ["الحدباء"]),
    ("الم", ["ألمانيا"]),
    ("سلمي ال", ["سلمى الحداد"]),
    ("سَلْمى ح", ["سلمى الحداد"]),
    ("سلمى نور", []),
    ("Hadd", ["سلمى الحداد"]),
    ("smyr", []),
    ("prison", ["السجون"]),
    ("ه", ["هدوء في السوق"]),
    ("سوق", []),
    ("", []),
    ("-س", []),
    ("«س", []),
    ("\ud800\u202e\u0000", []),
    ("س" * 10_000, []),
)


@pytest.mark.process
@pytest.mark.parametrize("split_above", [engine.WHOLE, engine.SPLIT])
def test_names_and_titles_are_offered_from_the_first_letter(tmp_path: Path, split_above: int) -> None:
    """The same from texts at hand as from lists, whichever way the index comes."""
    found = engine.suggestions(tmp_path, DOCUMENTS, [typed for typed, _ in CASES], split_above=split_above)
    labels = [(typed, [each["label"] for each in some]) for (typed, _), some in zip(CASES, found, strict=True)]
    assert labels == list(CASES)
    marked = next(each for each in found[0] if each["label"] == "سلمى الحداد")
    assert (marked["marks"], marked["kind"], marked["mentions"]) == ([[0, 4]], "person", 9)
