"""The lists of speech and of the cues of prose: a fault in one is told with its file and field."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.lexicon import LexiconError, load_lexicon
from generator.lexicon.furniture import load_furniture
from generator.lexicon.loading import read_record
from generator.lexicon.speech import Speech
from generator.place import DATA

SPEECH = (DATA / "language/speech.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("was", "is_now", "told"),
    [
        ("joins: [و, ثم]", "joins: [أو, او]", "joins: two words that fold to the same"),
        ("joins: [و, ثم]", "", "joins: Field required"),
        ("joins: [و, ثم]", "join: [و]\njoins: [و, ثم]", "join: no such key; the nearest is joins"),
        ("joins: [و, ثم]", "joins: [1, ثم]", "joins.0: Input should be a valid string"),
        ("past: قال, ", "", "verbs.0.past: Field required"),
    ],
)
def test_a_fault_in_the_words_of_saying_names_file_and_field(tmp_path: Path, was: str, is_now: str, told: str) -> None:
    assert was in SPEECH
    path = tmp_path / "speech.yml"
    path.write_text(SPEECH.replace(was, is_now, 1), encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        read_record(path, Speech)
    line = SPEECH[: SPEECH.index(was)].count("\n") + 1
    where = f"{path}:{line}" if is_now or "." in told else str(path)  # what is not there at all has no line
    assert str(error.value) == f"{where}: {told}"


def test_a_form_is_read_with_what_is_written_to_it() -> None:
    """«وقالت» has its conjunction off, «وصف» begins with its own letter, «طالبًا» is no finite verb."""
    speech = load_lexicon().speech
    said, described = speech.read("وقالت", "وقالت"), speech.read("وصف", "وصف")
    assert said is not None
    assert (said.word, said.led, said.form.gender) == ("قالت", True, "f")
    assert described is not None
    assert not described.led
    assert speech.read("طالبًا", "طالبا") is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda cues: (cues / "speech.yml").unlink(), "cues: speech: Field required"),
        (
            lambda cues: (cues / "other.yml").write_text("why: x\nwords: [y]"),
            "cues: other: no such key",
        ),
        (
            lambda cues: (cues / "speech.yml").write_text("why: x\nwords: []"),
            "speech.yml:2: words: Tuple should have at least",
        ),
    ],
    ids=["missing", "unknown", "empty"],
)
def test_a_fault_in_the_cues_of_prose_is_told(tmp_path: Path, change: Callable[[Path], object], told: str) -> None:
    folder = tmp_path / "language/furniture"
    shutil.copytree(DATA / "language/furniture", folder)
    change(folder / "cues")
    with pytest.raises(LexiconError) as error:
        load_furniture(tmp_path)
    assert told in str(error.value)
