"""The little words of other languages: in order, once, in their own letters, and none that Arabic has too."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.clean.doubts import _NAMED
from generator.lexicon.loading import records
from generator.lexicon.tongues import TongueRecord
from generator.place import DATA
from generator.reading.letters import bare, fold
from tests import dossiers

pytestmark = pytest.mark.lexicon("language/tongues")

FOLDER: Path = DATA / "language/tongues"
TONGUES = dict(records(FOLDER, TongueRecord))
each_tongue = pytest.mark.parametrize(("id_", "tongue"), TONGUES.items(), ids=TONGUES)


@each_tongue
def test_lists_are_sorted_and_single(id_: str, tongue: TongueRecord) -> None:
    for words in (tongue.words, tongue.both):
        assert list(words) == sorted(words) and len({bare(word) for word in words}) == len(words)
    assert not {bare(word) for word in tongue.words} & {bare(word) for word in tongue.both}


@each_tongue
def test_no_telling_word_is_a_little_word_of_arabic(id_: str, tongue: TongueRecord) -> None:
    """As written, or without what else the fold joins: «لە» is no «له»."""
    little = dossiers.LEXICON.furniture.cues.function_words_ar.forms
    assert [word for word in tongue.words if bare(word) == fold(word) and fold(word) in little] == []


@each_tongue
def test_words_stand_in_the_letters_of_their_language(id_: str, tongue: TongueRecord) -> None:
    """Persian, Urdu and Kurdish have their own yeh and kaf; Arabic ones are matched anyway."""
    assert [word for word in (*tongue.words, *tongue.both) if set(word) & set("يكى")] == []


def test_every_language_has_its_name_and_its_note() -> None:
    wording = dossiers.LEXICON.wording
    assert set(TONGUES) == set(_NAMED)
    assert all(wording.say(f"language.{id_}") for id_ in TONGUES)
    assert all(rule in wording.problems for rule in _NAMED.values())
