"""A cue: the place in a sentence where somebody speaks.

Invariant: it lies in one sentence; its spans are word indices of its paragraph, and `words_at` is a character.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.lexicon.speech import Gender

Kind = Literal["finite", "participle", "noun", "saying", "according", "document", "impersonal", "unseen"]
How = Literal["colon", "that", "direct"]


@dataclass(frozen=True)
class Cue:
    """A word of saying. `at` to `until` are its own words; `subject` the words of who speaks; `how` his words begin.

    relayed: another hands on what is said. begun: «أنه», so that the marks hold but the rest of the sentence.
    """

    kind: Kind
    at: int
    until: int
    verb: str
    gender: Gender | None
    plural: bool
    sentence: int
    led: bool
    subject: tuple[int, int] | None = None
    how: How | None = None
    words_at: int = 0
    takes_words: bool = True
    after_words: bool = False
    relayed: bool = False
    begun: bool = False
