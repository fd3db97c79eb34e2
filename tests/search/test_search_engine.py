"""What the engine of the pages finds, weighs, shows and says, run in Node."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.search import findable
from generator.search.bits import low_bits
from tests import dossiers, engine, five

pytestmark = pytest.mark.process

FILLING = "كلام آخر لا صلة له بما يبحث عنه القارئ"


def test_both_sides_count_the_low_bits_of_gaps_alike() -> None:
    """The generator writes by them and the browser reads by them; nothing in the files says how many there are."""
    pairs = [(total, members) for total in range(1, 120) for members in range(1, total + 1, 3)]
    pairs += [(10**n, 7**m) for n in range(2, 7) for m in range(6)]
    assert engine.called("bits.js", "lowBits", pairs) == [low_bits(*pair) for pair in pairs]


def test_postings_read_back_for_words_of_few_and_of_many_documents(tmp_path: Path) -> None:
    """A split index stores where a word stands as gaps; each word is found where it stands, and there alone."""
    words = {f"كلمة{n}": range(n, 300, n) for n in (1, 2, 3, 7, 20, 90, 250)}
    texts = [" ".join(word for word, where in words.items() if at in where) for at in range(300)]
    documents = [engine.body(str(at), text or FILLING) for at, text in enumerate(texts)]
    found = engine.answers(tmp_path, documents, [*words], split_above=engine.SPLIT, limit=300)
    for where, answer in zip(words.values(), found, strict=True):
        assert {int(hit["url"]) for hit in answer["hits"]} == set(where)


@pytest.mark.parametrize(("query", "kindred"), [("سجن", "سجون"), ("حروب", "حرب"), ("جندي", "جنود"), ("برج", "أبراج")])
def test_kindred_forms_weigh_what_they_find(tmp_path: Path, query: str, kindred: str) -> None:
    """What holds them more often comes before what stands first in the index."""
    texts = (("once", kindred), ("often", f"{kindred} {kindred} {kindred}"))
    documents = [engine.body(name, f"{text} {FILLING} {FILLING}") for name, text in texts]
    documents += [engine.body(f"rest{n}", FILLING) for n in range(4)]
    (answer,) = engine.answers(tmp_path, documents, [query])
    assert [hit["url"] for hit in answer["hits"]] == ["often", "once"]
    assert all(hit["score"] > 0 for hit in answer["hits"])


@pytest.mark.parametrize("query", ["سجن -سجون", "53 سجن", "«سجن» -سجون", "سجن -«سجون المدينة»", "٥٣ سجن"])
def test_kindred_words_are_not_said_to_be_found_where_nothing_is(tmp_path: Path, query: str) -> None:
    """«The results are for what is like it» needs results."""
    documents = [engine.body("a", "سجون المدينة مكتظة")]
    kindred, (answer,) = engine.answers(tmp_path, documents, ["سجن"])[0], engine.answers(tmp_path, documents, [query])
    assert kindred["kin"]
    assert (answer["total"], answer["kin"], answer["unheld"], answer["preferred"]) == (0, [], [], [])


def test_a_thing_is_described_in_words_and_never_by_its_address(tmp_path: Path) -> None:
    """Things and articles can be found by how an address spells a name, but show text that readers wrote or read."""
    desk = dossiers.desk(five.copy_to(tmp_path / "five"))
    spelled = {group.id.replace("-", " ") for group in desk.catalogue.groups}
    (tmp_path / "index").mkdir()
    found = engine.answers(tmp_path / "index", [*findable.documents(desk)], sorted(spelled), limit=30)
    shown = [hit["said"] + hit["snippet"] for answer in found for hit in answer["hits"]]
    assert len(shown) > len(spelled)
    assert [text for text in shown if any(name in text for name in spelled)] == []
    assert "" not in shown
