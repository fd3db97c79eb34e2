"""What a line is looked over for at once: no rule misses a word, and none is asked about twice."""

from __future__ import annotations

import pytest

from generator.facts.names import sight
from generator.facts.names.heads import noun_of
from generator.facts.names.shape import given, given_after_clitic
from generator.facts.names.sight import seen
from generator.lexicon import load_lexicon
from generator.lexicon.names import Names
from generator.reading.line import read_line
from generator.source.read import read_folder
from tests.five import SEEDS


def test_no_rule_misses_a_word() -> None:
    """What each rule would find by asking word for word is among the places."""
    names = load_lexicon().names
    for text in {line for source in read_folder(SEEDS).sources for line in source.text.splitlines()}:
        line = read_line(text)
        words = list(enumerate(line.written))
        opens = [at for at, w in words if given(w, names) or given_after_clitic(w, names) is not None]
        assert set(opens) <= set(seen(line, "opens", names)), text
        assert [at for at, w in words if noun_of(w, names) is not None] == list(seen(line, "body", names)), text
        assert [at for at, w in words if sight.as_office(w, names)] == list(seen(line, "office", names)), text


def test_a_word_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six rules ask two lines; each form of a word is looked at once, and kept for the next line."""
    asked = list[str]()

    def noted(word: str, names: Names) -> bool:
        asked.append(word)
        return False

    monkeypatch.setattr(sight, "may_open", noted)
    for text in ("زغفران خظيب ضثومة", "ضثومة زغفران"):
        line = read_line(text)
        for kind in ("office", "body", "opens", "rule", "son", "second"):
            assert not seen(line, kind, load_lexicon().names)
    assert sorted(asked) == sorted(["زغفران", "خظيب", "ضثومة"])
