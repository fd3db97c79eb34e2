"""Whose a public person's short name is in a text that is looked through for withheld names: the word before it tells.

Invariant: in doubt it is the person's own, for who is withheld must not be known by it.
"""

from __future__ import annotations

import re
from typing import Literal

from generator.lexicon.names import Names
from generator.reading.clitics import analyses
from generator.reading.letters import fold, sound

# A namesake has another given name, a thing bears the name; with his title it is surely himself.
Bearer = Literal["himself", "namesake", "thing", "unknown"]

_LONGEST = 60
# Letters of a given name that tell it from others.
_ENOUGH = 3
_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]+$")
_AFTER = re.compile(r"[ \u00a0]+([^\W\d_]+)")


def bearer(text: str, start: int, end: int, own: frozenset[str], names: Names) -> Bearer:
    """Whose the short name is that stands at a place of a text; `own`: its person's given names as they sound."""
    after = _AFTER.match(text, end)
    if after and fold(after[1]) in names.sonship:
        return "namesake"
    found = _BEFORE.search(text, max(0, start - _LONGEST), start)
    if not found:
        return "unknown"
    word = fold(found[1])
    if any(_may_be(sound(word), given) for given in own):
        return "himself"
    if _is_title(found[1], names) or word in names.cues.rule_nouns:
        return "himself"
    if word in names.given or sound(word) in names.given_sounds or word in names.particles:
        return "namesake"
    cues = names.cues
    is_thing = (
        word
        in cues.settlements | cues.named_places | cues.named_bodies | cues.named_things | names.organisations.proper
    )
    return "thing" if is_thing else "unknown"


def _may_be(heard: str, given: str) -> bool:
    """True for a given name, and for a longer or shorter form of it: «مايك», «مايكل»."""
    short, long_ = sorted((heard, given), key=len)
    return heard == given or (len(short) >= _ENOUGH and long_.startswith(short))


def _is_title(word: str, names: Names) -> bool:
    return any(r.definite and r.stem in names.roles.titles for r in analyses(word))
