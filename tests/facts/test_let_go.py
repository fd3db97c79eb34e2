"""What was read is let go: a text when its facts are found, a lexicon when another takes its place."""

from __future__ import annotations

import gc
import weakref

import pytest

from generator import clean
from generator.facts.extract import extract
from generator.lexicon import Lexicon, load_lexicon
from generator.lexicon.names import Names
from generator.model import Cleaned
from generator.reading.line import ReadText, kept_on_lexicon, read_text
from generator.source.read import read_folder
from tests.five import SEEDS

pytestmark = pytest.mark.dear


def read_anew() -> Lexicon:
    """A lexicon of its own, as after the cache is cleared; that of the other tests stays."""
    return load_lexicon.__wrapped__()


@pytest.mark.lexicon("language/names")
def test_a_served_site_holds_no_lexicon_but_the_last() -> None:
    """Answers about names are kept with the lexicon that gave them, so none holds the one before."""
    old = read_anew()
    for source in read_folder(SEEDS).sources:
        extract(clean.clean(source, old), old)
    assert old.names.answers
    held = weakref.ref(old.names)
    del old
    read_anew()
    assert held() is None


@pytest.mark.parametrize("used_once_more", [False, True])
def test_what_the_last_build_left_in_a_circle_is_let_go_before_the_next(*, used_once_more: bool) -> None:
    """What stays when a lexicon is read is searched no more, so a circle left till then would hold the old one."""
    old = read_anew()
    circle: list[object] = [old.names]
    circle.append(circle)
    held = weakref.ref(old.names)
    if used_once_more:
        read_anew()
    del old, circle
    read_anew()
    assert held() is None


def test_a_text_is_let_go_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Circles are looked for seldom, since nothing that is made of a text is one."""
    lexicon, seen = load_lexicon(), list[weakref.ref[ReadText]]()

    def noted(cleaned: Cleaned) -> ReadText:
        text = read_text(cleaned)
        seen.append(weakref.ref(text))
        return text

    monkeypatch.setattr("generator.facts.extract.read_text", noted)
    gc.disable()
    try:
        for source in read_folder(SEEDS).sources:
            extract(clean.clean(source, lexicon), lexicon)
        assert [text() for text in seen] == [None] * len(seen) != []
    finally:
        gc.enable()


def test_answers_are_given_once_and_never_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word is looked at once with a lexicon; another lexicon is asked anew; many words push out those before."""
    monkeypatch.setattr("generator.reading.line.MOST_ANSWERS", 3)
    asked = list[str]()

    @kept_on_lexicon
    def first(word: str, names: Names) -> str:
        asked.append(word)
        return word[:1]

    one, other = load_lexicon().names, read_anew().names
    assert [first(word, one) for word in ("أب", "أب", "بيت")] == ["أ", "أ", "ب"]
    assert first("أب", other) == "أ"
    assert asked == ["أب", "بيت", "أب"]
    for number in range(10):
        first(str(number), one)
        assert all(len(known) <= 3 for make, known in one.answers.items() if make is first.__wrapped__)  # type: ignore[attr-defined]
