"""What an article gives to what crosses articles is the same from what was kept as made anew, and of no other text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalogue.copies import said_by
from generator.catalogue.groups import Entry
from generator.catalogue.points import points
from generator.catalogue.traces import Tracer
from generator.model import Article
from generator.model.kept import KeptInMemory
from tests import dossiers

TOLD = (
    "عنوان لا يدل على شيء\n\nقُتل 12 شخصا في حريق اندلع داخل مستودع للأخشاب غرب مدينة حلب.\n\n"
    "قال وزير الزراعة السوري سمير الحسن: «بذار القمح سيصل إلى عشرين ألف أسرة ريفية في محافظات الشمال».\n"
)
ARTICLE = replace(dossiers.article(TOLD), digest="d1")


class Counting(KeptInMemory):
    """A shelf that counts what it had."""

    def __init__(self) -> None:
        super().__init__()
        self.had, self.asked = 0, set[tuple[str, str]]()

    def get(self, room: str, key: str) -> bytes | None:
        """What was kept."""
        found = super().get(room, key)
        self.asked.add((room, key))
        self.had += found is not None
        return found


def test_what_was_kept_is_what_would_be_made() -> None:
    shelf = Counting()
    made = Tracer(dossiers.LEXICON).of(ARTICLE)
    assert Tracer(dossiers.LEXICON, shelf).of(ARTICLE) == made
    assert shelf.had == 0
    assert Tracer(dossiers.LEXICON, shelf).of(ARTICLE) == made
    assert shelf.had == 1
    assert made.senses
    assert made.sayings
    assert made.worths


def test_the_text_is_kept_too_and_tells_texts_apart() -> None:
    shelf = Counting()
    other = replace(dossiers.article(TOLD.replace("12", "13")), digest="d2")
    texts = [Tracer(dossiers.LEXICON, shelf).text(x) for x in (ARTICLE, other, ARTICLE)]
    assert texts[0] == texts[2] != texts[1]
    assert shelf.had == 1
    assert (said_by(ARTICLE) == said_by(other)) is False


@pytest.mark.parametrize(
    "other",
    [replace(ARTICLE, digest="d2"), replace(ARTICLE, extent="excerpt"), replace(ARTICLE, digest="")],
)
def test_nothing_is_taken_from_what_was_kept_of_another(other: Article) -> None:
    """Nor where nobody knows what an article is."""
    shelf = Counting()
    Tracer(dossiers.LEXICON, shelf).of(ARTICLE)
    Tracer(dossiers.LEXICON, shelf).of(other)
    Tracer(dossiers.LEXICON, shelf, "another lexicon").of(ARTICLE)
    assert shelf.had == 0


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"[1,2,3,4]", b'[["!","",""],[],[],[]]', b"\xff"])
def test_what_is_no_record_is_made_anew(broken: bytes) -> None:
    shelf = Counting()
    made = Tracer(dossiers.LEXICON, shelf).of(ARTICLE)
    for room, key in shelf.asked:
        shelf.put(room, key, broken)
    assert Tracer(dossiers.LEXICON, shelf).of(ARTICLE) == made


def test_points_are_the_same_whether_their_worth_was_kept_or_is_looked_up() -> None:
    entry = Entry(ARTICLE, "/articles/a/", None)
    worths = {entry.address: Tracer(dossiers.LEXICON).of(ARTICLE).worths}
    found = points([entry], dossiers.LEXICON)
    assert found
    assert points([entry], dossiers.LEXICON, worths=worths) == found
