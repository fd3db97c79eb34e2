"""What readers can find: nothing that no article has, and nothing that is not known."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from generator.catalogue.gather import Catalogue, ThemeGroup
from generator.catalogue.groups import Entry
from generator.model import DateFact, Entity, Facts, Title
from generator.pages.desk import Desk
from generator.search import ROOT, Aids, Document, Field, Passage, index
from generator.search.findable import documents
from generator.search.symbols import symbols, vocabulary
from generator.search.texts import _FILE, coded, text_files
from generator.source.settings import Settings
from tests import dossiers

ARTICLE = dossiers.article()


def found(*themes: ThemeGroup, **facts: Any) -> list[Document]:
    entry = Entry(replace(ARTICLE, facts=Facts(**facts)), "/articles/a/", None)
    return list(documents(Desk(Catalogue((entry,), themes=themes), dossiers.LEXICON, Settings(), {})))


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        (DateFact("2021-05"), "2021", "2021-05-31"),
        (DateFact(not_before="2021-02-01", not_after="2021-11-30"), "2021", "2021-11-30"),
        (DateFact(not_before="2020-12-31", not_after="2021-01-01"), "undated", "2021-01-01"),
        (DateFact(not_before="2020-12-31"), "undated", "2020-12-31"),
        (DateFact(), "undated", None),
    ],
)
def test_an_article_is_of_a_year_only_when_all_its_days_are_and_stands_by_the_latest(
    date: DateFact, year: str, day: str | None
) -> None:
    """As lists have it."""
    (document,) = found(date=date)
    assert (dict(document.facets)["year"], document.day) == (year, day)


def test_what_a_lexicon_knows_is_found_in_latin_letters_and_digits_of_a_hash_are_not() -> None:
    people = (
        Entity("person", "mike-pompeo", "مايك بومبيو"),
        Entity("person", "smyr-0a1b2c3d", "سمير"),
        Entity("person", None, "ليلى كاظم"),
    )
    (document,) = found(people=people, title=Title("عنوان", "stated", 1, "x"))
    names = {passage.text for passage in document.passages if passage.field is Field.NAMES}
    assert names == {"مايك بومبيو", "سمير", "ليلى كاظم", "mike pompeo"}


def test_a_text_may_begin_with_a_space() -> None:
    assert symbols(" كلمة أخرى") == (" ", "كلمة", "أخرى")


def _document(n: int, words: int) -> Document:
    return Document(f"{n}/", (Passage(Field.BODY, " ".join(f"كلمة{n}x{m}" for m in range(words))),))


def test_texts_come_whole_up_to_so_many_words() -> None:
    texts = [_document(n, 10) for n in range(3)]
    roots = [index(texts, Aids(), split_above=most)[ROOT] for most in (30, 29)]
    assert [b'"postings":null' in root for root in roots] == [True, False]


def test_a_file_of_texts_takes_as_many_as_it_has_room_for() -> None:
    """Each more is one more that a reader waits for."""
    texts = [coded(_document(n, 150)) for n in range(40)]
    words = vocabulary(texts)
    files = list(text_files(texts, words, whole=False))
    assert len(files) > 2
    for (_, data), (following, _) in pairwise(files):
        assert len(data) <= _FILE + 1 and len(data) * 8 + texts[following].packed(words).length > _FILE * 8
