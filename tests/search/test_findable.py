"""What readers can find: nothing that no article has, and nothing that is not known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue.gather import Catalogue, ThemeGroup
from generator.catalogue.groups import Entry, groups
from generator.model import DateFact, Entity, Evidence, Facts, Title
from generator.pages.desk import Desk
from generator.search import Aids, Document, Field, Passage, findable, index
from generator.search.corpus import corpus
from generator.search.findable import documents
from generator.search.symbols import symbols
from generator.search.texts import BLOCK
from generator.source.settings import Settings
from tests import dossiers, indexes

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


def test_counts_and_years_have_the_dossiers_digits() -> None:
    entry = Entry(replace(ARTICLE, facts=Facts(date=DateFact("2021"))), "/articles/a/", None)
    for settings, year, name in ((Settings(), "2021", "latn"), (Settings(digits="arabic"), "٢٠٢١", "arab")):
        desk = Desk(Catalogue((entry,)), dossiers.LEXICON, settings, {})
        assert findable._labels(desk)["year"]["2021"] == year
        assert findable._says(desk)["digits"] == name


def test_what_a_lexicon_knows_is_found_in_latin_letters_and_digits_of_a_hash_are_not() -> None:
    people = (
        Entity("person", "mike-pompeo", "مايك بومبيو"),
        Entity("person", "smyr-0a1b2c3d", "سمير"),
        Entity("person", None, "ليلى كاظم"),
    )
    (document,) = found(people=people, title=Title("عنوان", "stated", 1, "x"))
    names = {passage.text for passage in document.passages if passage.field is Field.NAMES}
    assert names == {"مايك بومبيو mike pompeo", "سمير", "ليلى كاظم"}


def test_a_text_may_begin_with_a_space() -> None:
    assert symbols(" كلمة أخرى") == (" ", "كلمة", "أخرى")


def _document(n: int, words: int) -> Document:
    return Document(f"{n}/", (Passage(Field.BODY, " ".join(f"كلمة{n}x{m}" for m in range(words))),))


def test_texts_come_whole_up_to_so_many_words() -> None:
    texts = [_document(n, 10) for n in range(3)]
    assert [indexes.said(index(texts, Aids(), split_above=most)).whole for most in (30, 29)] == [True, False]


def test_a_block_of_texts_takes_as_many_as_it_has_room_for() -> None:
    """Each more is one more that a reader waits for."""
    files = index([_document(n, 150) for n in range(40)], Aids(), 0)
    sizes = [len(data) for name, data in files.items() if name.startswith("text-")]
    assert len(sizes) > 2
    assert all(BLOCK / 8 - 1_000 < size <= BLOCK / 8 + 1 for size in sizes[:-1])


def test_a_line_says_who_somebody_is_and_how_often_he_is_named() -> None:
    """His office as the first article of the list gives it; the Latin spelling is for finding alone."""
    spots = tuple(Evidence(3, at, at + 4, "ليلى", "x") for at in range(12))
    somebody = Entity("person", "layla-kazim", "ليلى كاظم", role="وزيرة الزراعة", mentions=spots)
    entry = Entry(replace(ARTICLE, facts=Facts(people=(somebody,))), "/articles/a/", None)
    catalogue = Catalogue((entry,), groups=groups((entry,), dossiers.LEXICON))
    desk = Desk(catalogue, dossiers.LEXICON, Settings(), {})
    article, person = documents(desk)
    assert said(person) == ["وزيرة الزراعة · 12 موضعًا في مادة واحدة"]
    assert [p.text for p in person.passages if p.field is Field.NAMES] == ["وزيرة الزراعة", "layla kazim"]
    assert person.mentions == 12
    assert said(article) == ["الناشر: غير معروف · بلا تاريخ نشر"]


def test_a_line_says_of_what_kind_and_country_a_place_or_an_organisation_is() -> None:
    """As far as a lexicon knows; of a country itself its kind alone, of what no lexicon has how often it stands."""
    spot = (Evidence(3, 0, 4, "حلب", "x"),)
    places = tuple(Entity("place", id_, id_, mentions=spot) for id_ in ("aleppo", "syria", "x"))
    bodies = tuple(Entity("organisation", id_, id_, mentions=spot) for id_ in ("us-congress", "taliban"))
    facts = Facts(places=places, organisations=bodies)
    entry = Entry(replace(ARTICLE, facts=facts), "/articles/a/", None)
    desk = Desk(Catalogue((entry,), groups=groups((entry,), dossiers.LEXICON)), dossiers.LEXICON, Settings(), {})
    lines = {found.address: said(found)[0].removesuffix("موضع واحد في مادة واحدة") for found in documents(desk)}
    assert lines["places/aleppo/"] == "مدينة · سوريا · "
    assert lines["places/syria/"] == "دولة · "
    assert lines["organisations/us-congress/"] == "برلمان · الولايات المتحدة · "
    assert lines["organisations/taliban/"] == "جماعة مسلحة · "
    assert lines["places/x/"] == ""


def said(document: Document) -> list[str]:
    return [passage.text for passage in document.passages if passage.field is Field.SAID]


@pytest.mark.parametrize(
    ("spots", "articles", "words"),
    [
        (0, 2, "في مادتين"),
        (1, 1, "موضع واحد في مادة واحدة"),
        (2, 2, "موضعان في مادتين"),
        (3, 3, "3 مواضع في 3 مواد"),
        (10, 11, "10 مواضع في 11 مادة"),
        (11, 99, "11 موضعًا في 99 مادة"),
        (100, 100, "100 موضع في 100 مادة"),
        (103, 103, "103 مواضع في 103 مواد"),
    ],
)
def test_spots_and_articles_are_counted_in_the_case_that_they_stand_in(spots: int, articles: int, words: str) -> None:
    desk = Desk(Catalogue(()), dossiers.LEXICON, Settings(), {})
    assert findable.spots_in(desk, spots, articles) == words


def test_what_is_said_of_a_document_is_not_searched() -> None:
    """Nor does it count as a word of it."""
    passages = (Passage(Field.BODY, "سجون المدينة"), Passage(Field.SAID, "«المدى» · 2021"))
    known = corpus([Document("a/", passages)])
    found = {word for word, postings in zip(known.vocabulary.words, known.postings, strict=True) if postings}
    assert (found, known.length) == ({"سجون", "المدينة"}, 2)


def test_texts_that_are_nearly_one_are_a_group_of_the_index() -> None:
    texts = [replace(_document(n, 3), copy_of="0/" if n in (2, 3) else None) for n in range(4)]
    assert indexes.said(index(texts, Aids())).aids["copies"] == [[0, 2, 3]]
