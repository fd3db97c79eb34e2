"""The shape of a person's name: where it begins, how far it runs, what sounds foreign.

Invariant: a run of a name never crosses punctuation, a known name, an everyday word or a verb.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from generator.facts.names.words import among, has_tanwin, is_definite, plain, readings
from generator.lexicon.names import Names, pairs
from generator.reading.clitics import BEFORE_NOUNS, Analysis, analyses
from generator.reading.letters import bare, sound
from generator.reading.line import ReadLine

_SHORTEST = 3
_MOST_UNITS = 4
_PLURAL = 5  # letters of «جوائز» and «ملاعب»
_SERVANT = "عبدال"
_FOREIGN = 0.25  # mean log ratio of letter pairs; calibrated on surnames of the gazetteer against everyday words
_HEARD = 4
# «لاستئذان», «لافتتاح», «لانطلاق»: what somebody came for, an infinitive of the longer stems after its preposition.
_PURPOSE = re.compile("[لب]ا(?:ست|.ت|ن.)...?")
_MOST_PARTICLES = 8  # «بن أبي عبد …»: names have three; where more follow each other, they are no name


@lru_cache(maxsize=16384)
def given(word: str, names: Names) -> bool:
    """True when a word, as it stands, is a given name."""
    folded = plain(word)
    if folded in names.given or bare(word) in names.given_spelled or _servant(folded):
        return True
    if len(folded) < _HEARD or sound(folded) not in names.given_sounds or among(word, names.common):
        return False
    return not any(r.suffix and r.stem in names.common for r in readings(word))  # «إننا» is not «آنا»


def _servant(folded: str) -> bool:
    """«عبدالعزيز», written as one word."""
    return folded.startswith(_SERVANT) and len(folded) >= len(_SERVANT) + 2


@lru_cache(maxsize=16384)
def given_after_clitic(word: str, names: Names) -> Analysis | None:
    """The reading of a word as a clitic and a given name of at least three letters."""
    if given(word, names):
        return None
    clitic = (r for r in analyses(word) if r.prefix in ("و", "ل", "ب", "ف", "ول", "وب") and not r.definite)
    return next((r for r in clitic if len(r.exact) >= _SHORTEST and (r.stem in names.given or _servant(r.stem))), None)


def starts_name(words: ReadLine, at: int, names: Names) -> bool:
    """True when a word begins a name for certain: a given name, or «عبد», «أبو» and the like with a word after them."""
    word = words.word(at)
    if plain(word) in names.particles:
        return words.close(at + 1) and plain(word) in names.openers
    return given(word, names) or halves(words, at, names) or _has_father(words, at, names)


def _has_father(words: ReadLine, at: int, names: Names) -> bool:
    """«مقرن بن فلان»: an unlisted word before «بن» or «بنت» is a given name."""
    if plain(words.word(at + 1)) not in names.sonship or not words.close(at + 1):
        return False
    word = words.word(at)
    could = name_like(word, names) or (_office(word, names) and not is_definite(word))
    return could and not plain(word).startswith(("لل", "وال", "ب"))


def halves(words: ReadLine, at: int, names: Names) -> bool:
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
    return among(word, names.roles.within, names.roles.private, names.roles.honours)


def is_foreign(word: str, names: Names) -> bool:
    """True when the letters of a word follow each other as in transliterated names."""
    return _foreign(plain(word), names) > _FOREIGN


@lru_cache(maxsize=16384)
def _foreign(folded: str, names: Names) -> float:
    found = pairs(folded)
    return sum(names.letters.get(pair, 0.0) for pair in found) / len(found)


def run(words: ReadLine, first: int, inside: AbstractSet[int], names: Names) -> int | None:
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


def _unit(words: ReadLine, at: int, names: Names) -> int:
    """The last word of one unit of a name: «عبد الرحمن», «بن سلمان» and «نصر الله» are one each."""
    first = at
    while at - first < _MOST_PARTICLES and plain(words.word(at)) in names.particles and words.close(at + 1):
        at += 1
    if at > first:
        return at + 1 if words.close(at + 1) and plain(words.word(at + 1)) in names.seconds else at
    return at + 1 if words.close(at + 1) and plain(words.word(at + 1)) in names.seconds else at


def _continues(words: ReadLine, at: int, units: int, names: Names) -> bool:
    word = words.word(at)
    folded = plain(word)
    if folded in names.particles:
        return words.close(at + 1)
    if is_definite(word) and folded.startswith("ال"):
        return _is_family(words, at, units, names)
    known = halves(words, at, names)
    if known or not (name_like(word, names) or given(word, names)):
        return known and not _begins_office(words, at, names)
    if given(word, names):
        return not _begins_office(words, at, names) and not _family_before(words, at, names)
    return not _is_verb(folded, units) and _could_be_family(words, at, units, names)


def _is_verb(folded: str, units: int) -> bool:
    return folded.startswith(("ي", "سي", "ست")) or (units > 1 and folded.startswith(("ت", "ن")))


def _could_be_family(words: ReadLine, at: int, units: int, names: Names) -> bool:
    """An unlisted word of a name: after a given name, or one that sounds foreign, or where the clause goes on."""
    word = words.word(at)
    folded = plain(word)
    if joined_word(word, names) or plain(word) in names.cues.place_prepositions:
        return False
    if units > 1 and _PURPOSE.match(folded):
        return False
    if units > 1 and (bare(word).endswith("ه") or (folded[:1] in ("ل", "ب") and folded.endswith("ه"))):
        return False  # «صوابه», «لمحطة»
    if units == 1 or is_foreign(word, names) or folded.endswith("وي"):
        return True
    thing = bare(word).endswith("ة") and words.close(at + 1)  # «برقية تهنئة»
    return not thing and not is_definite(words.word(at - 1)) and _ends_name(words, at, names)


def joined_word(word: str, names: Names) -> bool:
    """«بمدينة» in «فيصل بمدينة»: a clitic and an everyday word, which is no part of a name."""
    folded = plain(word)
    long_enough = folded[:1] in BEFORE_NOUNS and len(folded) > _SHORTEST
    return long_enough and (
        folded[1:] in names.roles.followed or any(folded[1:] in known for known in _everywhere(names))
    )


def _everywhere(names: Names) -> tuple[frozenset[str], ...]:
    roles = names.roles
    return (names.common, names.verbs, names.cues.place_nouns, roles.inside, roles.heads, roles.honours)


def _is_family(words: ReadLine, at: int, units: int, names: Names) -> bool:
    """«الحمصي», «السيد»: a definite word after a name that is no time, no title, and not what somebody did."""
    word = words.word(at)
    folded = plain(word)
    if folded in names.times or folded in names.organisations.ending or folded in names.prepositions:
        return False
    nisba = folded.endswith("ي")
    if among(word, names.common - names.prepositions) and not (units == 1 and nisba):
        return False
    if not nisba and (_family_before(words, at, names) or (units > 1 and _broken_plural(folded))):
        return False  # «سفيان القضاة الموقف», «أعلن حسين فهمي الجوائز»
    if units == 1 and _office_as_family(words, at, names):
        return True
    if nisba or units == 1:
        return not _title(word, names)
    return _ends_name(words, at, names) and not _title(word, names)


def _broken_plural(folded: str) -> bool:
    """«الجوائز», «المشاريع», «الفائزين»: what somebody gives or meets, and no third name."""
    stem = folded[2:]
    shape = (
        len(stem) >= _PLURAL
        and stem[2] == "ا"
        and (stem[1] == "و" or stem[3] == "ئ" or (stem[0] == "م" and stem[4] == "ي"))
    )
    return shape or (len(stem) > _PLURAL and stem.endswith(("ين", "ات")))


def _office_as_family(words: ReadLine, at: int, names: Names) -> bool:
    """«فؤاد القاضي إن»: an office right after a given name that nobody has a rank before, and nothing after it."""
    word, roles = words.word(at), names.roles
    ranked = among(words.word(at - 2), roles.ranks, roles.birth, roles.honours, roles.titles)
    if ranked or plain(word).startswith("وال") or not among(word, roles.heads, roles.enough):
        return False
    following = words.word(at + 1) if words.close(at + 1) else ""
    goes_on = is_definite(following) or name_like(following, names) or plain(following) in names.particles
    return not (following and goes_on)


def _family_before(words: ReadLine, at: int, names: Names) -> bool:
    """True when the word before is a family name, so that no more given names follow."""
    return is_definite(words.word(at - 1)) and plain(words.word(at - 2)) not in names.particles | names.halves


def _ends_name(words: ReadLine, at: int, names: Names) -> bool:
    """True when no adjective follows, so that a word is no noun of the clause: «فيصل بن بندر الحفل الختامي»."""
    following = at + 1
    if following >= len(words.tokens) or not words.close(following):
        return True
    word = words.word(following)
    return not is_definite(word) or among(word, names.roles.heads) or plain(word).startswith("و")


def _begins_office(words: ReadLine, at: int, names: Names) -> bool:
    """«أمير» in «فيصل بن خالد أمير منطقة عسير»: a given name that is an office too, and goes on as one."""
    if plain(words.word(at)) not in names.roles.heads or not words.close(at + 1):
        return False
    following = plain(words.word(at + 1))
    family = following.startswith("ال") and following.endswith("ي")
    return not (given(words.word(at + 1), names) or following in names.particles or family)


@lru_cache(maxsize=16384)
def _title(word: str, names: Names) -> bool:
    return among(word, names.roles.titles, names.roles.heads, names.roles.inside - names.prepositions)
