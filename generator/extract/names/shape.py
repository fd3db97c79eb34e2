"""The shape of a person's name: where it begins, how far it runs, what sounds foreign.

Invariant: a run of a name never crosses punctuation, a known name, an everyday word or a verb.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from generator.extract.names.words import Words, among, has_tanwin, is_definite, plain
from generator.lexicon.names import Names, pairs
from generator.text import Analysis, analyses, bare, sound

_SHORTEST = 3
_MOST_UNITS = 4
_FOREIGN = 0.25  # mean log ratio of letter pairs; calibrated on surnames of the gazetteer against everyday words
_HEARD = 4
_MOST_PARTICLES = 8  # «بن أبي عبد …»: names have three; where more follow each other, they are no name


@lru_cache(maxsize=16384)
def given(word: str, names: Names) -> bool:
    """True when a word, as it stands, is a given name."""
    folded = plain(word)
    if folded in names.given or bare(word) in names.given_spelled:
        return True
    return len(folded) >= _HEARD and sound(folded) in names.given_sounds and not among(word, names.common)


@lru_cache(maxsize=16384)
def given_after_clitic(word: str, names: Names) -> Analysis | None:
    """The reading of a word as a clitic and a given name of at least three letters."""
    if given(word, names):
        return None
    clitic = (r for r in analyses(word) if r.prefix in ("و", "ل", "ب", "ف", "ول", "وب") and not r.definite)
    return next((r for r in clitic if len(r.exact) >= _SHORTEST and r.stem in names.given), None)


def starts_name(words: Words, at: int, names: Names) -> bool:
    """True when a word begins a name for certain: a given name, or «عبد», «أبو» and the like with a word after them."""
    word = words.word(at)
    if plain(word) in names.particles:
        return words.close(at + 1) and plain(word) in names.openers
    return given(word, names) or halves(words, at, names)


def halves(words: Words, at: int, names: Names) -> bool:
    """«نصر الدين», «فضل الله»: two words that are one given name, the first an everyday word too."""
    return plain(words.word(at)) in names.halves and words.close(at + 1) and plain(words.word(at + 1)) in names.seconds


@lru_cache(maxsize=16384)
def name_like(word: str, names: Names) -> bool:
    """True when a word could be part of a name: letters, no article, no everyday word, no verb."""
    folded = plain(word)
    if has_tanwin(word) or len(folded) < _SHORTEST or not folded.isalpha() or folded.isascii():
        return False
    return given(word, names) or not (is_definite(word) or _everyday(word, names) or _office(word, names))


def _everyday(word: str, names: Names) -> bool:
    """True for an everyday word or verb, the accusative «بيانا» of one too."""
    stripped = plain(word).removesuffix("ا")
    return among(word, names.common) or among(word, names.verbs) or stripped in names.common


def _office(word: str, names: Names) -> bool:
    return (
        among(word, names.roles["heads"]) or among(word, names.roles["inside"]) or among(word, names.roles["private"])
    )


def is_foreign(word: str, names: Names) -> bool:
    """True when the letters of a word follow each other as in transliterated names."""
    return _foreign(plain(word), names) > _FOREIGN


@lru_cache(maxsize=16384)
def _foreign(folded: str, names: Names) -> float:
    found = pairs(folded)
    return sum(names.letters.get(pair, 0.0) for pair in found) / len(found)


def run(words: Words, first: int, inside: AbstractSet[int], names: Names) -> int | None:
    """The last word of the name that begins at a word; None when only one unit stands there."""
    last = _unit(words, first, names)
    units = 1
    while units < _MOST_UNITS and words.close(last + 1) and last + 1 not in inside:
        following = last + 1
        if not _continues(words, following, units, names):
            break
        last = _unit(words, following, names)
        units += 1
    return last if units > 1 else None


def _unit(words: Words, at: int, names: Names) -> int:
    """The last word of one unit of a name: «عبد الرحمن», «بن سلمان» and «نصر الله» are one each."""
    first = at
    while at - first < _MOST_PARTICLES and plain(words.word(at)) in names.particles and words.close(at + 1):
        at += 1
    if at > first:
        return at
    return at + 1 if words.close(at + 1) and plain(words.word(at + 1)) in names.seconds else at


def _continues(words: Words, at: int, units: int, names: Names) -> bool:
    word = words.word(at)
    folded = plain(word)
    if folded in names.particles:
        return words.close(at + 1)
    if is_definite(word) and folded.startswith("ال"):
        family = units == 1 or folded.endswith("ي")
        other = names.times | names.organisations["ending"]
        everyday = among(word, names.common) and not (units == 1 and folded.endswith("ي"))
        return family and not everyday and folded not in other and not _title(word, names)
    known = halves(words, at, names)
    if known or not name_like(word, names):
        return known
    if given(word, names):
        return True
    verb = folded.startswith("ي") or (units > 1 and folded.startswith(("ت", "ن")))
    return not verb and (units == 1 or is_foreign(word, names) or folded.endswith("وي"))


def _title(word: str, names: Names) -> bool:
    return among(word, names.roles["titles"]) or among(word, names.roles["heads"]) or among(word, names.roles["inside"])
