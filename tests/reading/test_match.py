"""The phrase book: longest phrase first, clitics and all, and what each option allows."""

from __future__ import annotations

import pytest

from generator.reading.letters import sound
from generator.reading.line import read_line
from generator.reading.match import Phrasebook


def found(book: Phrasebook[str], line: str) -> list[tuple[str, str]]:
    return [(line[hit.start : hit.end], hit.payload) for hit in book.find(line)]


def test_the_longest_phrase_wins() -> None:
    """«واشنطن تايمز» keeps the city from being found in it."""
    book = Phrasebook([("واشنطن", "city"), ("واشنطن تايمز", "paper")])
    assert found(book, "كتبت واشنطن تايمز من واشنطن") == [("واشنطن تايمز", "paper"), ("واشنطن", "city")]


@pytest.mark.parametrize("word", ["العراق", "والعراق", "للعراق", "بالعراق", "وللعراق", "كالعراق", "العـراق", "العِراق"])
def test_clitics(word: str) -> None:
    """A name is found with whatever is written onto it."""
    assert found(Phrasebook([("العراق", "iraq")]), f"في {word} اليوم") == [(word, "iraq")]


@pytest.mark.parametrize("word", ["عراقي", "أعراق", "عراقيل", "آلاف"])
def test_other_words(word: str) -> None:
    """A name is not found inside another word."""
    assert found(Phrasebook([("العراق", "iraq"), ("اف", "no")]), word) == []


def test_exact_spelling_outranks_a_folded_one() -> None:
    """Of «على» and «علي» each line gets its own."""
    book = Phrasebook([("على", "preposition"), ("علي", "name")])
    assert found(book, "على علي") == [("على", "preposition"), ("علي", "name")]


def test_words_are_adjoining() -> None:
    """Space, marks and brackets may stand between the words of a phrase, a comma or a stop may not."""
    book = Phrasebook([("تنظيم داعش", "group")])
    assert found(book, "تنظيم «داعش»") == [("تنظيم «داعش", "group")]
    assert found(book, "تنظيم، داعش") == []


def test_loose_article() -> None:
    """Where allowed, a word given without its article is found with it."""
    strict, loose = Phrasebook([("سجن", "x")]), Phrasebook([("سجن", "x")], loose_article=True)
    assert found(strict, "السجن") == []
    assert found(loose, "السجن") == [("السجن", "x")]


def test_pronouns() -> None:
    """Where allowed, the last word may carry a pronoun."""
    assert found(Phrasebook([("معتقلو", "x")], pronouns=True, loose_article=True), "معتقلوه") == [("معتقلوه", "x")]
    assert found(Phrasebook([("معتقلو", "x")]), "معتقلوه") == []


def test_no_proclitics() -> None:
    """Where forbidden, the first word stands bare."""
    assert found(Phrasebook([("داعش", "x")], proclitics=False), "وداعش داعش") == [("داعش", "x")]


def test_by_sound() -> None:
    """A book of foreign names finds the other transliteration, and nothing across the article."""
    book = Phrasebook([("الكونغرس", "congress"), ("الإكوادور", "ecuador")], spelling=sound)
    assert found(book, "ناقش الكونجرس الأمر") == [("الكونجرس", "congress")]
    assert found(book, "ليس بالقدر الكافي") == []


def test_a_phrase_needs_a_word() -> None:
    """An entry of punctuation alone is a slip in a lexicon."""
    with pytest.raises(ValueError, match="without a word"):
        Phrasebook([("«»", "x")])


def test_a_book_made_later_finds_in_a_line_read_before() -> None:
    """What is known of a line's words rests on the books there are: a new one is asked all over."""
    line = read_line("زار الوفد بلدة تلعرن ومعه صحفيون")
    assert Phrasebook([("الوفد", "x")]).find(line)
    assert [hit.payload for hit in Phrasebook([("بلدة تلعرن", "new")]).find(line)] == ["new"]


def test_each_word_is_looked_at_once_for_all_books() -> None:
    """Three books of one way to read ask two lines; a word that begins no phrase is taken apart once for all."""
    asked = list[str]()

    def noted(stem: str) -> str:
        asked.append(stem)
        return stem

    known = ("زغفران", "خظيب", "ضثوم")
    books = [Phrasebook([(word, word)], spelling=noted) for word in known]
    asked.clear()
    for text in ("غثقان ظخيل زغفران", "ظخيل غثقان ضثوم"):
        line = read_line(text)
        found = [hit.payload for book in books for hit in book.find(line)]
        assert found == [word for word in text.split() if word in known]
    assert (asked.count("غثقان"), asked.count("ظخيل")) == (1, 1)
