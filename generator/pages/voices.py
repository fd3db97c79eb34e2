"""How pages call those for whom speakers speak: a body, the officials of a state, those of a trade."""

from __future__ import annotations

from generator.catalogue.institutions import Institution
from generator.lexicon.entities import Place
from generator.pages.desk import Desk


def voice(desk: Desk, institution: Institution, *, governed: bool = False) -> str:
    """The words for those a speaker speaks for; `governed`: as they stand behind a preposition («لمسؤولين أتراك»)."""
    if institution.kind == "body":
        return institution.name
    if institution.state is None:
        return _in_case(desk, f"voice.{institution.id or institution.kind}", governed)
    if institution.state.nisba:
        return _in_case(desk, "voice.officials", governed, nation=_nationals(desk, institution.state, governed))
    return _in_case(desk, "voice.officials.from", governed, state=institution.state.name)


def _in_case(desk: Desk, message: str, governed: bool, **values: str) -> str:
    return desk.say(f"{message}.in" if governed else message, None, **values)


def _nationals(desk: Desk, state: Place, governed: bool) -> str:
    """What several of a state's people are called: «أتراك», «أمريكيين», «كوريون جنوبيون»."""
    words = state.nisba[0].split()
    return state.nationals or " ".join(_in_case(desk, "nation.plural", governed, word=word) for word in words)
