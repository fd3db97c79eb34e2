"""What is written to a word and is no part of it: conjunctions, prepositions, the article, pronouns behind it.

This is the one table of them. A rule that allows fewer than all names its own row here, with what would go wrong;
elsewhere only a single letter is spelled, where a rule asks for that one. `analyses` takes them off a word, as
candidates that a lexicon must confirm. The article is taken off before letters are folded, so that «آلاف» is not read
as ال + اف.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.reading.letters import bare, fold, letter_by_letter
from generator.reading.memo import MOST_ANSWERS

ARTICLE = "ال"
TAKEN_UP = "لل"
"""The preposition ل with the article: its alef falls out."""
AND, SO = "و", "ف"
CONJUNCTIONS = AND + SO
PREPOSITIONS = "بكل"
QUESTION, FUTURE = "أ", "س"
CALL, ASKED = "يا", "هل"
"""Written apart, but joined to the next word by those who type in haste."""
AND_THE, IN_THE, AS_THE = f"و{ARTICLE}", f"ب{ARTICLE}", f"ك{ARTICLE}"
TO_OR_IN = ("ل", "ب")
"""Before what an office, a body or a phrase goes on with: «لشرطة تبوك», «بمنطقة جازان»."""
BEFORE_NOUNS = CONJUNCTIONS + PREPOSITIONS
BEFORE_ANY = BEFORE_NOUNS + FUTURE
BEFORE_NAMES = "وفبل"
"""Not ك: «كنعان», «كانون» and many other names begin with it, and hardly any stands after «like»."""

_ONE = (*CONJUNCTIONS, *PREPOSITIONS, FUTURE, QUESTION)
_TWO = tuple(first + second for first in CONJUNCTIONS for second in (*PREPOSITIONS, FUTURE))
PREFIXES = ("", *_ONE, *_TWO, *(QUESTION + second for second in CONJUNCTIONS))
"""All that may stand before a word, by itself and together, none first."""
PREFIXES_OF_NAMES = ("", *BEFORE_NOUNS, "ول", "وب")
"""After «ف» a second letter is the name's own far more often: «فلاح», «فلحوط»."""
PREFIXES_OF_GIVEN_NAMES = tuple(each for each in PREFIXES_OF_NAMES if each not in ("", "ك"))
"""Never ك, as before any name."""
NOT_WITHIN_OFFICES = (SO, "ك", "فب", "فل", QUESTION)
"""A definite word after one of these is no part of the office before it: another clause has begun."""
NOT_BEFORE_SONS = (TAKEN_UP, AND_THE, "ب")
"""A word before «بن» that begins so is no given name."""
TAKEN_OFF_BODIES = (AND, *TO_OR_IN)
"""One after the other, in this order."""
PREFIXES_OF_NUMBERS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
"""In the order in which they are tried; «فلسبعة» is not said."""
PREFIXES_OF_SPEAKERS = (*CONJUNCTIONS, ARTICLE, AND_THE, TAKEN_UP, "ل", IN_THE, "ب")
HIS, HER, THEIR = "ه", "ها", "هم"
OWNERS = (HIS, HER, THEIR)
"""Whose an office is: «نظيره», «نائبها», «زعيمهم»."""
THIRD_PERSONS = (*OWNERS, "هن")
PRONOUNS = (*THIRD_PERSONS, "هما", "نا", "كم", "ك", "ي")
PRONOUNS_OF_VERBS = (*PRONOUNS, "ني")
"""After verbs and «أن»."""
ATTACHED_ARTICLES = (IN_THE, AS_THE, "فال", ARTICLE)
"""As light10 takes them off, longest first; it takes و off before."""
ARTICLES_OF_NUMERALS = (ARTICLE, IN_THE, AND_THE, TAKEN_UP)
"""By themselves before digits: «الـ25», «للـ25»."""

_LAST_OF_PRONOUNS = tuple(dict.fromkeys(pronoun[-1] for pronoun in PRONOUNS))
_SHORTEST_STEM = 2
_MOST_BEGINNINGS = 4096
_SHORTEST_AFTER_LETTER = 3


class Analysis(NamedTuple):
    """One way to read a word: what stands before it, whether ال does, the folded rest, a pronoun after it."""

    prefix: str
    definite: bool
    stem: str
    suffix: str
    exact: str


@lru_cache(maxsize=_MOST_BEGINNINGS)
def _divisions(beginning: str) -> tuple[tuple[str, str, int], ...]:
    """How a word that begins with two letters may be divided: what is before, what of an article, what falls."""
    found: list[tuple[str, str, int]] = []
    for prefix in PREFIXES:
        if beginning.startswith(prefix) and (prefix or beginning == ARTICLE):
            found += [(prefix, "", len(prefix))] if prefix else []
            if prefix.endswith("ل"):
                found += [(prefix, "ل", len(prefix)), (prefix, "ل", len(prefix) + 1)]
            elif not prefix.endswith(FUTURE):
                found.append((prefix, ARTICLE, len(prefix + ARTICLE)))
    return tuple(found)


@lru_cache(maxsize=MOST_ANSWERS)
def analyses(word: str) -> tuple[Analysis, ...]:
    """All readings of a word as clitics and stem, the word as it stands first.

    A reading is only a candidate: it counts when a lexicon knows its stem. «للجنة» is read as للجنة, ل+لجنة,
    ل+ال+لجنة and ل+ال+جنة.
    """
    plain = bare(word)
    letters = letter_by_letter(plain)
    found = [Analysis("", False, letters or fold(plain), "", plain)]
    for prefix, article, taken in _divisions(plain[:2]):
        rest = plain[taken:]
        whole = len(rest) >= (_SHORTEST_STEM if article else _SHORTEST_AFTER_LETTER)
        if whole and plain.startswith(article, len(prefix)):
            found.append(Analysis(prefix, bool(article), letters[-len(rest) :] or fold(rest), "", rest))
    return tuple(found)


@lru_cache(maxsize=MOST_ANSWERS)
def readings(word: str) -> tuple[Analysis, ...]:
    """All readings of a word, then those with a suffixed pronoun taken off; ت before one stands for ة."""
    found = analyses(word)
    if not found[0].exact.endswith(_LAST_OF_PRONOUNS):  # all of them end alike
        return found
    return (*found, *[shorter for reading in found if not reading.definite for shorter in _shorter(reading)])


def _shorter(reading: Analysis) -> Iterator[Analysis]:
    for suffix in PRONOUNS:
        rest = reading.exact.removesuffix(suffix)
        if rest != reading.exact and len(rest) >= _SHORTEST_AFTER_LETTER:
            yield Analysis(reading.prefix, True, fold(rest), suffix, rest)
            if rest.endswith("ت"):
                yield Analysis(reading.prefix, True, fold(rest[:-1] + "ة"), suffix, rest[:-1] + "ة")
