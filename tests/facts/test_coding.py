"""An article that was kept is the one that was read."""

from __future__ import annotations

import pytest

from generator.articles import SeedReader
from generator.facts.coding import article_from, coded_article
from generator.model import Article
from generator.model.kept import Kept, KeptInMemory
from generator.source.read import read_folder
from generator.source.withholding.protect import Protection
from tests import dossiers, five

SOURCES = read_folder(five.SEEDS).sources


class _Counting(KeptInMemory):
    """A shelf that counts what it is asked in vain."""

    missed = 0

    def get(self, room: str, key: str) -> bytes | None:
        """What was kept."""
        found = super().get(room, key)
        self.missed += found is None
        return found


def _articles(kept: Kept, lexicon: str = "", given: str | None = None) -> tuple[Article, ...]:
    reader = SeedReader(dossiers.LEXICON, Protection(), lexicon, kept=kept)
    said = dossiers.sidecar(given) if given else None
    return reader.articles([(source, said) for source in SOURCES])


def test_all_of_the_five_come_back_as_they_were_read() -> None:
    shelf = _Counting()
    first = _articles(shelf)
    assert shelf.missed == 5
    assert _articles(shelf) == first
    assert shelf.missed == 5


@pytest.mark.parametrize("given", ["title: عنوان آخر\n", "outlet: جريدة\nnote: كلمة\n", "slips: [كلمة]\n"])
def test_another_word_of_an_editor_is_another_article(given: str) -> None:
    shelf = _Counting()
    plain = _articles(shelf)
    said = _articles(shelf, given=given)
    assert shelf.missed == 10
    assert {a.digest for a in plain}.isdisjoint(a.digest for a in said)
    assert _articles(shelf, given=given) == said


def test_another_lexicon_reads_anew() -> None:
    shelf = _Counting()
    _articles(shelf, "one")
    _articles(shelf, "other")
    assert shelf.missed == 10


def test_bytes_of_another_shape_are_no_article() -> None:
    source = SOURCES[0]
    data = coded_article(_articles(_Counting())[0], source)
    assert article_from(data, source, None) is not None
    for broken in (data[:-1], data[:100], b"", b"\x80", data.replace(b"facts", b"fakts")):
        assert article_from(broken, source, None) is None


def test_what_is_withheld_is_part_of_an_article_s_digest() -> None:
    """Names are taken out of an article after it was read: pages that rest on its digest are made anew then."""
    assert {a.digest for a in _articles(_Counting(), "one")}.isdisjoint(a.digest for a in _articles(_Counting(), "two"))
