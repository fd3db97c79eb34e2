"""What a word of a body's name can be: a noun or an adjective, and which nouns an adjective can describe.

Invariant: forms alone are read, so that a word which no list knows has one too; of an adjective the gender and number
must be those of its noun: «حزب العمال البريطاني», and not «الميزانية» after it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.facts.names.words import is_definite
from generator.lexicon.names import Names
from generator.reading.clitics import ARTICLE, BEFORE_NAMES, TAKEN_UP
from generator.reading.letters import bare, fold
from generator.reading.line import kept_on_lexicon

Number = Literal["he", "she", "people", "things", "many"]
"""One of either gender; several people or several things, as their endings tell; several of either."""

_FITS: dict[Number, frozenset[Number]] = {
    "he": frozenset({"he"}),
    "she": frozenset({"she", "things", "many"}),
    "people": frozenset({"people", "many"}),
}
_NISBA = ("ي", "يه")
_SHORTEST_PEOPLE = 5  # letters of «فائزين» without the article; «الدين» is none
_SHORTEST_THINGS = 4  # «قوات»
_SHORTEST_BROKEN = 4


class WordForm(NamedTuple):
    """A word's article, what it is one of, whether it describes, and its letters without what is written to it."""

    definite: bool
    number: Number
    adjective: bool
    stem: str


@kept_on_lexicon
def form_of(word: str, names: Names) -> WordForm:
    """The form of a word as it stands; و or ل before its article is no part of it."""
    plain = bare(word)
    joined = plain[:1] in BEFORE_NAMES and plain[1:].startswith((ARTICLE, TAKEN_UP))
    plain = plain[1:] if joined else plain
    definite = is_definite(word) and plain.startswith((ARTICLE, TAKEN_UP))
    spelled = plain[2:] if definite else plain
    stem = fold(spelled)
    return WordForm(definite, _number(spelled, stem, names), _describes(stem, names), stem)


def agrees(adjective: WordForm, noun: WordForm) -> bool:
    """True when an adjective can be of a noun: «القدم السعودي», «الأوراق المالية», «الصحفيين التونسيين»."""
    return noun.number in _FITS.get(adjective.number, ())


def _number(spelled: str, stem: str, names: Names) -> Number:
    bodies = names.organisations
    if stem in bodies.people or stem in bodies.plurals:
        return "people" if stem in bodies.nations else "many"
    if stem in bodies.singulars:
        return "he"
    if stem[-1:] == "ه" or stem[-2:] == "يا" or stem in bodies.feminine:
        return "she"
    if len(stem) >= _SHORTEST_PEOPLE and stem.endswith(("ين", "ون")):
        verbal = len(stem) == _SHORTEST_PEOPLE and stem[0] == "ت"  # «تثمين», «تعاون»
        return "he" if verbal else "people"
    if len(stem) >= _SHORTEST_THINGS and stem.endswith("ات"):
        return "things"
    return "many" if _broken(spelled, stem) else "he"


def _broken(spelled: str, stem: str) -> bool:
    """«أوراق», «شؤون», «موارد», «أطباء»: the commonest shapes of a broken plural; «تحالف» and «إسكان» are none."""
    if len(stem) < _SHORTEST_BROKEN:
        return False
    long = len(stem) > _SHORTEST_BROKEN and stem[2] == "ا" and stem[0] != "ت" and stem[-1] not in "اي"
    return (
        (spelled[0] == "أ" and "ا" in stem[-2:])
        or (len(stem) == _SHORTEST_BROKEN and stem[2] == "و")
        or (long and stem[-2] != "ا" and stem[0] != "ا")
    )


def _describes(stem: str, names: Names) -> bool:
    """True for «سعودي», «أولمبية», «تونسيين», and what the list has: «عليا», «متحدة»."""
    bodies = names.organisations
    one = stem.removesuffix("ين") if stem.endswith("يين") else stem
    nisba = one.endswith(_NISBA) and stem not in bodies.nouns_in_ya
    return nisba or stem in bodies.adjectives or stem.removesuffix("ه") in bodies.adjectives or stem in bodies.nations
