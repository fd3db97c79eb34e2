"""What is kept of words: each is asked about once, and however many there are, so many are kept at most."""

from __future__ import annotations

from generator.reading.memo import Lazy, Memo


def test_a_word_is_asked_about_once() -> None:
    """The second time the answer is known."""
    asked = list[str]()

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Memo(length)
    assert [lengths[word] for word in ("أب", "أخوان", "أب")] == [2, 5, 2]
    assert asked == ["أب", "أخوان"]


def test_many_words_push_out_those_before() -> None:
    """A dossier's words have no end, what is kept of them has one; what is said stays the same."""
    lengths: Memo[str, int] = Memo(len, most=3)
    for turn in range(3):
        for word in ("a", "bb", "ccc", "dddd", "eeeee"):
            assert lengths[word] == len(word), turn
            assert len(lengths) <= 3


class Thing:
    """Counts how often its view is made."""

    made = 0

    @Lazy
    def view(self) -> int:
        """What is seen."""
        self.made += 1
        return self.made


def test_a_view_is_made_once_for_each_thing() -> None:
    """It is kept on the thing, and told of on the class as it was written."""
    one, other = Thing(), Thing()
    assert (one.view, one.view, one.made, other.made) == (1, 1, 1, 0)
    assert Thing.view.__doc__ == "What is seen."
