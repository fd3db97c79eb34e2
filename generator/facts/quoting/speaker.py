"""Somebody who speaks in an article."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lexicon.speech import Gender
from generator.reading.letters import fold, tokens


@dataclass(frozen=True)
class Speaker:
    """Somebody who may speak again. `label` is None for one who cannot be named; `line` is where he was named."""

    label: str | None
    id: str | None
    gender: Gender | None
    plural: bool
    words: frozenset[str]
    line: int
    is_person: bool = False


def tail(label: str) -> tuple[str, ...]:
    """The words of a name but the first, in match form."""
    return tuple(fold(t.text) for t in tokens(label))[1:]
