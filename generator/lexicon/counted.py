"""The forms that a counted noun has behind a number: «عضو واحد», «عضوان», «4 أعضاء», «79 عضوًا», «100 عضو».

Invariant: made of a singular and its plural alone, by the rules of the written language; a form has one noun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.lexicon.loading import LexiconError, folded
from generator.reading.letters import fold

Form = Literal["one", "two", "few", "many", "other"]

_FEMININE, _TANWIN, _ALEF, _HAMZA_ON_ALEF, _MADDA = "ة", "\u064b", "ا", "أ", "آ"
_NOMINATIVE, _OBLIQUE = "ان", "ين"
_FEW, _MANY = range(3, 11), range(11, 100)


def number_form(value: float) -> Form:
    """Which form a number asks of what it counts. A fraction takes the singular, and so do the hundreds."""
    if value != int(value):
        return "other"
    if value in (1, 2):
        return "one" if value == 1 else "two"
    rest = int(value) % 100
    return "few" if rest in _FEW else "many" if rest in _MANY else "other"


@dataclass(frozen=True)
class Noun:
    """A noun in the singular and the plural that stands behind a number; `adjective` as it is without an ending."""

    singular: str
    plural: str
    adjective: str = ""

    @property
    def is_feminine(self) -> bool:
        """True for one in ة."""
        return self.singular.endswith(_FEMININE)

    @property
    def heading(self) -> str:
        """The plural as a heading has it, with its adjective: a sound plural in the nominative, «مقاتلون»."""
        sound = self.singular + _OBLIQUE == self.plural
        return self._with(self.singular + "ون" if sound else self.plural, self.adjective + _FEMININE)

    def in_form(self, form: Form, *, oblique: bool = False) -> str:
        """The noun with its adjective in a form; a pair in the case of what stands before it, and one with «واحد»."""
        if form == "two" and self.singular != self.plural:
            return self._with(*(_pair(word, oblique=oblique) for word in (self.singular, self._of_singular)))
        if form == "few":
            return self._with(self.plural, self.adjective + _FEMININE)
        if form == "many":
            return self._with(self._counted(self.singular), self._counted(self._of_singular))
        one = "واحد" + _FEMININE * self.is_feminine if form == "one" else ""
        return " ".join(filter(None, (self._with(self.singular, self._of_singular), one)))

    @property
    def _of_singular(self) -> str:
        return self.adjective + _FEMININE * self.is_feminine

    def _with(self, noun: str, adjective: str) -> str:
        return f"{noun} {adjective}" if self.adjective else noun

    def _counted(self, word: str) -> str:
        """In the accusative of 11 to 99; what has but one form keeps it."""
        if self.singular == self.plural or word.endswith((_FEMININE, _ALEF, "ى")):
            return word
        return word + (_TANWIN if word.endswith("اء") else _TANWIN + _ALEF)


def _pair(word: str, *, oblique: bool) -> str:
    ending = _OBLIQUE if oblique else _NOMINATIVE
    if word.endswith(_FEMININE):
        return word[:-1] + "ت" + ending
    if word.endswith("ى"):
        return word[:-1] + "ي" + ending
    return word[:-1] + _MADDA + "ن" if word.endswith(_HAMZA_ON_ALEF) and not oblique else word + ending


def nouns_of(plurals: Mapping[str, str], path: Path) -> dict[str, Noun]:
    """Nouns by their forms in match form: singular, accusative, plural. Raises LexiconError for a form of two."""
    found: dict[str, Noun] = {}
    for singular, plural in plurals.items():
        noun = Noun(singular, plural)
        for form in folded((singular, plural, *_sound(singular, plural), noun.in_form("many"))):
            if found.setdefault(form, noun) != noun:
                raise LexiconError(
                    f"{path}: plurals: {form}: «{found[form].singular}» and «{singular}» share this form"
                )
    return found


def _sound(singular: str, plural: str) -> tuple[str, ...]:
    """The nominative of a sound plural."""
    return (singular + "ون",) if singular + _OBLIQUE == plural else ()


def noun_called(text: str, nouns: Mapping[str, Noun]) -> Noun | None:
    """The noun that a unit or a counted word of a text is, with the adjective of a unit; None for an unknown one."""
    head, _, adjective = text.partition(" ")
    noun = nouns.get(fold(head))
    if noun is None or not adjective:
        return noun
    return Noun(noun.singular, noun.plural, adjective.removesuffix(_FEMININE))
