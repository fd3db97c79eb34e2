"""How pages call those for whom speakers speak: a body, the officials of a state, those of a trade."""

from __future__ import annotations

from generator.catalogue.institutions import Institution
from generator.lexicon.entities import Place
from generator.pages.desk import Desk
from generator.reading.clitics import ARTICLE, TAKEN_UP


def voice(desk: Desk, institution: Institution, *, governed: bool = False) -> str:
    """The words for those a speaker speaks for; `governed`: as they stand behind a preposition («لمسؤولين أتراك»)."""
    if institution.kind == "body":
        return institution.name
    if institution.state is None:
        return _in_case(desk, f"voice.{institution.id or institution.kind}", governed)
    if institution.state.nisba:
        return _in_case(desk, "voice.officials", governed, nation=_nationals(desk, institution.state, governed))
    return _in_case(desk, "voice.officials.from", governed, state=institution.state.name)


def spoken_for(desk: Desk, institution: Institution) -> str:
    """The words for those somebody speaks for, behind «ل»: «لقوة المهام المشتركة», «للمرصد السوري», «للجنة الدولية»."""
    name = voice(desk, institution, governed=True)
    if not name.startswith(ARTICLE):
        return desk.say("voice.of", name=name)
    rest = name.removeprefix(ARTICLE)
    return desk.say("voice.of.definite", rest=rest.removeprefix(TAKEN_UP[:1]), name=name)


def _in_case(desk: Desk, message: str, governed: bool, **values: str) -> str:
    return desk.say(f"{message}.in" if governed else message, None, **values)


def _nationals(desk: Desk, state: Place, governed: bool) -> str:
    """What several of a state's people are called: «أتراك», «أمريكيين», «كوريون جنوبيون»."""
    words = state.nisba[0].split()
    return state.nationals or " ".join(_in_case(desk, "nation.plural", governed, word=word) for word in words)
