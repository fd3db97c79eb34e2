"""In which country a place lies and a paper is at home, as far as a lexicon knows."""

from __future__ import annotations

from babel import Locale

from generator.catalogue.groups import Group
from generator.lexicon.entities import Place
from generator.lexicon.wording import LANGUAGE
from generator.pages.desk import Desk


def country_of(desk: Desk, group: Group) -> Place | None:
    """The country of a place or an outlet; None for what lies in none or in several, or is not known."""
    code = _code(desk, group)
    return desk.lexicon.entities.states.get(code) if code else None


def country_name(desk: Desk, country: Place) -> str:
    """What a country is called in the interface's language: by the lexicon in Arabic, else by CLDR."""
    language = desk.lexicon.wording.language
    named = {} if language == LANGUAGE else Locale.parse(language, sep="-").territories
    return str(named.get(country.iso or "", country.name))


def _code(desk: Desk, group: Group) -> str | None:
    if group.kind == "outlets":
        outlet = desk.lexicon.outlets.by_id.get(group.id)
        return outlet.country if outlet else None
    place = desk.lexicon.entities.places.get(group.id) if group.kind == "places" else None
    return place.state or place.iso if place else None
