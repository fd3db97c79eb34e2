"""Letters of addresses, words of the search, what finds withheld names, and figures that were measured."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.catalogue.telling import Telling
from generator.lexicon import load_lexicon
from generator.lexicon.wording import Wording
from generator.place import DATA
from generator.reading.letters import bare, fold
from generator.reading.masks import MASK
from generator.source.withholding.intent import answers, key_meant
from tests import dossiers

pytestmark = pytest.mark.dear

LEXICON = load_lexicon()
SEARCH, NAMES = LEXICON.search, LEXICON.withholding


@pytest.mark.lexicon("language/letters.yml")
def test_every_letter_of_arabic_has_its_latin_ones() -> None:
    """An address is ASCII; a letter without any would leave two names one address."""
    wording: Wording = LEXICON.wording
    letters = map(chr, (*range(0x0621, 0x063B), *range(0x0641, 0x064B)))
    silent = {"ء", "ع"}
    assert [x for x in letters if not wording.letters.get(x) and x not in silent] == []
    assert [spelled for spelled in wording.letters.values() if not re.fullmatch("[a-z]*", spelled)] == []


@pytest.mark.lexicon("language/search")
def test_words_that_say_nothing_are_sorted_and_single() -> None:
    """Arabic ones by their letters; the few Latin ones stand by how frequent they are."""
    words = [word for word in SEARCH.stop if not word.isascii()]
    assert words == sorted(words)
    assert len(set(SEARCH.stop)) == len(SEARCH.stop)
    assert [word for word in SEARCH.stop if len(bare(word).split()) != 1] == []


@pytest.mark.lexicon("language/search")
def test_phrases_of_one_meaning_are_at_least_two() -> None:
    """A group of one joins nothing."""
    assert [group for group in SEARCH.variants if len(group) < 2] == []


@pytest.mark.lexicon("language/search")
def test_the_search_knows_the_months_and_days_of_a_year_as_texts_are_read() -> None:
    dates: dict[str, Any] = dict(SEARCH.reckoning.dates)
    assert len(dates["months"]) == 12
    assert [*map(int, dates["days"])] == [*range(1, 32)]
    assert {"شباط", "فبراير", "Feb"} <= set(dates["months"][1])
    assert "كانون 2" in dates["months"][0]
    assert {"آب", "May"} <= set(dates["double"])


@pytest.mark.lexicon("language/withholding/protection.yml")
@pytest.mark.parametrize("key", ["publish", "hidden", "withhold"])
def test_a_word_of_protection_means_its_own_key(key: str) -> None:
    """A word under two keys would be taken for the first of them."""
    words = NAMES.protection
    assert [word for word in getattr(words, key) if key_meant(word, words) != key] == []
    assert all(answers(word, words) for word in (*words.agree, *words.refuse))
    assert set(words.agree).isdisjoint(words.refuse)


@pytest.mark.lexicon("language/withholding/names.yml")
@pytest.mark.parametrize("group", NAMES.alike, ids=lambda group: group[0])
def test_words_that_stand_for_one_another_hide_one_another(group: tuple[str, ...]) -> None:
    hide = dossiers.hiding(f"سالم {group[0]} مراد")
    assert hide
    assert [word for word in group if MASK not in hide(f"وصل سالم {word} مراد إلى السوق")] == []


@pytest.mark.lexicon("language/withholding/names.yml")
@pytest.mark.parametrize("letters", [tuple(NAMES.latin)[n::10] for n in range(10)], ids="".join)
def test_each_letter_is_found_in_every_latin_spelling_of_it(letters: tuple[str, ...]) -> None:
    """In the name of a file; but where two of its letters would be spelled alike, for these run together."""
    hide = dossiers.hiding(" ".join(f"{letter}ا{letters[n - 1]}" for n, letter in enumerate(letters)))
    assert hide
    for letter in letters:
        for spelled in NAMES.latin[letter]:
            latin = [spelled if other == letter else NAMES.latin[other][0] for other in letters]
            file = "-".join(f"{each}a{latin[n - 1]}" for n, each in enumerate(latin))
            assert MASK in hide.label(f"{file}.txt") or len(set(latin)) < len(latin), file


@pytest.mark.lexicon("language/withholding/unicode.yml")
def test_what_shows_nothing_parts_no_letters_and_what_ends_a_sentence_does() -> None:
    """Whatever Unicode calls a format character is looked through, but for signs that are seen; and letters that show
    nothing, which it calls letters.
    """
    hide = dossiers.hiding("سمير الحسن")
    assert hide
    unseen = [chr(n) for n in range(0x10000) if unicodedata.category(chr(n)) == "Cf"]
    unseen += "\u034f\u115f\u17b4\u180b\u3164\ufe0f\uffa0"
    seen = {*map(chr, range(0x600, 0x606)), "\u06dd", "\u070f", "\u0890", "\u0891", "\u08e2"}
    assert [f"{ord(c):04X}" for c in unseen if c not in seen and MASK not in hide(f"سم{c}ير الحسن")] == []
    assert [c for c in ".؟!؛" if MASK in hide(f"وصل سمير{c} الحسن مدينة")] == []


@pytest.mark.lexicon("language/quality.yml")
def test_every_measured_figure_has_its_words() -> None:
    for figure in LEXICON.quality.figures:
        assert LEXICON.wording.say(f"quality.{figure.id.partition('.')[2]}")
        assert LEXICON.wording.say(f"quality.data.{figure.data}")
    for row in LEXICON.quality.trusted:
        assert LEXICON.wording.say(f"quality.trust.{row.id}")


@pytest.mark.lexicon("language/proposals.yml")
def test_formulas_are_sorted_and_single() -> None:
    """What the other lists of little words hold already would never matter here."""
    listed = yaml.safe_load((DATA / "language/proposals.yml").read_text(encoding="utf-8"))
    for words in listed.values():
        assert words == sorted(words) and len({fold(word) for word in words}) == len(words)
    words = (word for entry in (*listed["words"], *listed["phrases"]) for word in entry.split())
    none = LEXICON.formulas.model_copy(update={"words": frozenset[str]()})
    read = Telling(words, (), replace(LEXICON, formulas=none))
    assert [word for word in listed["words"] if not read.words[word].first.tells] == []
    for first, second in ((read.words[word] for word in phrase.split()) for phrase in listed["phrases"]):
        assert first.first.tells and second.second.tells and read.agree(first, second), (first, second)
