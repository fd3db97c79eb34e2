"""The shape of a person's name: where it begins, how far it runs, what sounds foreign.

Invariant: a run of a name never crosses punctuation, a known name, an everyday word or a verb.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from generator.facts.names.words import TANWIN, among, is_definite
from generator.lexicon.names import Names, pairs
from generator.reading.clitics import (
    AND,
    AND_THE,
    ARTICLE,
    BEFORE_NOUNS,
    NOT_BEFORE_SONS,
    PREFIXES_OF_GIVEN_NAMES,
    TO_OR_IN,
    Analysis,
    analyses,
    readings,
)
from generator.reading.letters import bare, fold, sound
from generator.reading.line import ReadLine, kept_on_lexicon

_SHORTEST = 3
_MOST_UNITS = 4
_PLURAL = 5  # letters of «جوائز» and «ملاعب»
_SERVANT = "عبدال"
_FOREIGN = 0.25  # mean log ratio of letter pairs; calibrated on surnames of the gazetteer against everyday words
_HEARD = 4
# «لاستئذان», «لافتتاح», «لانطلاق»: what somebody came for, an infinitive of the longer stems after its preposition.
_PURPOSE = re.compile("[لب]ا(?:ست|.ت|ن.)...?")
_MOST_PARTICLES = 8  # «بن أبي عبد …»: names have three; where more follow each other, they are no name


@kept_on_lexicon
def given(word: str, names: Names) -> bool:
    """True when a word, as it stands, is a given name."""
    folded = fold(word)
    if folded in names.given or bare(word) in names.given_spelled or _servant(folded):
        return True
    if len(folded) < _HEARD or sound(folded) not in names.given_sounds or among(word, names.common):
        return False
    return not any(r.suffix and r.stem in names.common for r in readings(word))  # «إننا» is not «آنا»


def _servant(folded: str) -> bool:
    """«عبدالعزيز», written as one word."""
    return folded.startswith(_SERVANT) and len(folded) >= len(_SERVANT) + 2


@kept_on_lexicon
def given_after_clitic(word: str, names: Names) -> Analysis | None:
    """The reading of a word as a clitic and a given name of at least three letters."""
    for r in analyses(word)[1:]:
        whole = r.prefix in PREFIXES_OF_GIVEN_NAMES and not r.definite and len(r.exact) >= _SHORTEST
        if whole and (r.stem in names.given or _servant(r.stem)):
            return None if given(word, names) else r
    return None


def starts_name(line: ReadLine, at: int, names: Names) -> bool:
    """True when a word begins a name for certain: a given name, or «عبد», «أبو» and the like with a word after them."""
    folded = line.folded(at)
    if folded in names.particles:
        return folded in names.openers and line.close(at + 1)
    return given(line.word(at), names) or halves(line, at, names) or _has_father(line, at, names)


def begins_given(word: str, names: Names) -> bool:
    """True for a word that begins a given name by itself or with the next; only «بن» behind it makes another one."""
    folded = fold(word)
    return folded in names.openers or folded in names.halves or given(word, names)


def _has_father(line: ReadLine, at: int, names: Names) -> bool:
    """«مقرن بن فلان»: an unlisted word before «بن» or «بنت» is a given name."""
    if line.folded(at + 1) not in names.sonship or not line.close(at + 1):
        return False
    word = line.word(at)
    could = name_like(word, names) or (_office(word, names) and not is_definite(word))
    return could and not line.folded(at).startswith(NOT_BEFORE_SONS)


def halves(line: ReadLine, at: int, names: Names) -> bool:
    """«نصر الدين», «فضل الله»: two words that are one given name, the first an everyday word too."""
    return line.folded(at) in names.halves and line.folded(at + 1) in names.seconds and line.close(at + 1)


@kept_on_lexicon
def name_like(word: str, names: Names) -> bool:
    """True when a word could be part of a name: letters, no article, no everyday word or its accusative, no verb."""
    folded = fold(word)
    if TANWIN in word or len(folded) < _SHORTEST or not folded.isalpha() or folded.isascii():
        return False
    if given(word, names):
        return True
    everyday = is_definite(word) or folded.removesuffix("ا") in names.common or among(word, names.common, names.verbs)
    return not (everyday or _office(word, names))


def _office(word: str, names: Names) -> bool:
    return among(word, names.roles.within, names.roles.private, names.roles.honours)


@kept_on_lexicon
def is_foreign(word: str, names: Names) -> bool:
    """True when the letters of a word follow each other as in transliterated names."""
    found, known = pairs(fold(word)), names.letters
    return sum([known.get(pair, 0.0) for pair in found]) / len(found) > _FOREIGN


def run(line: ReadLine, first: int, inside: AbstractSet[int], names: Names) -> int | None:
    """The last word of the name that begins at a word; None when only one unit stands there."""
    last, units = _unit(line, first, names), 1
    while units < _MOST_UNITS and last + 1 not in inside and _continues(line, last + 1, units, names):
        last = _unit(line, last + 1, names)
        units += 1
    return last if units > 1 else None


def _unit(line: ReadLine, at: int, names: Names) -> int:
    """The last word of one unit of a name: «عبد الرحمن», «بن سلمان» and «نصر الله» are one each."""
    first = at
    while at - first < _MOST_PARTICLES and line.folded(at) in names.particles and line.close(at + 1):
        at += 1
    return at + 1 if line.folded(at + 1) in names.seconds and line.close(at + 1) else at


def _continues(line: ReadLine, at: int, units: int, names: Names) -> bool:
    word, folded = line.word(at), line.folded(at)
    if not line.close(at) or folded in names.particles:
        return line.close(at) and line.close(at + 1)
    if folded.startswith(ARTICLE) and is_definite(word):
        return _is_family(line, at, units, names)
    if halves(line, at, names):
        return not _begins_office(line, at, names)
    if given(word, names):
        return not _begins_office(line, at, names) and not _family_before(line, at, names)
    if units > 1 and folded.startswith(AND) and given_after_clitic(word, names) is not None:
        return False  # «سامر الحسن ونبيل الراوي» are two
    verb = folded.startswith(("ي", "سي", "ست")) or (units > 1 and folded.startswith(("ت", "ن")))
    return not verb and name_like(word, names) and _could_be_family(line, at, units, names)


def _could_be_family(line: ReadLine, at: int, units: int, names: Names) -> bool:
    """An unlisted word of a name: after a given name, or one that sounds foreign, or where the clause goes on."""
    word, folded = line.word(at), line.folded(at)
    if joined_word(word, names) or folded in names.cues.place_prepositions:
        return False
    feminine = bare(word)
    owned = feminine.endswith("ه") or (folded.startswith(TO_OR_IN) and folded.endswith("ه"))  # «صوابه», «لمحطة»
    if units > 1 and (owned or _PURPOSE.match(folded)):
        return False
    if units == 1 or is_foreign(word, names) or folded.endswith("وي"):
        return True
    thing = feminine.endswith("ة") and line.close(at + 1)  # «برقية تهنئة»
    return not thing and not is_definite(line.word(at - 1)) and _ends_name(line, at, names)


def joined_word(word: str, names: Names) -> bool:
    """«بمدينة» in «فيصل بمدينة»: a clitic and an everyday word, which is no part of a name."""
    folded, roles = fold(word), names.roles
    if folded[:1] not in BEFORE_NOUNS or len(folded) <= _SHORTEST:
        return False
    lists = (roles.followed, names.common, names.verbs, names.cues.place_nouns, roles.within, roles.honours)
    return any(folded[1:] in known for known in lists)


def _is_family(line: ReadLine, at: int, units: int, names: Names) -> bool:
    """«الحمصي», «السيد»: a definite word after a name that is no time, no title, and not what somebody did."""
    word, folded, roles = line.word(at), line.folded(at), names.roles
    nisba = folded.endswith("ي")
    if folded in names.times or folded in names.organisations.ending or folded in names.prepositions:
        return False
    if among(word, _apart(names.common, names)) and not (units == 1 and nisba):
        return False
    if not nisba and (_family_before(line, at, names) or (units > 1 and _broken_plural(folded))):
        return False  # «سفيان القضاة الموقف», «أعلن حسين فهمي الجوائز»
    if units == 1 and _office_as_family(line, at, names):
        return True
    title = among(word, roles.titles, roles.heads, _apart(roles.inside, names))
    return not title and (nisba or units == 1 or _ends_name(line, at, names))


@kept_on_lexicon
def _apart(words: frozenset[str], names: Names) -> frozenset[str]:
    """A list without the prepositions in it."""
    return words - names.prepositions


def _broken_plural(folded: str) -> bool:
    """«الجوائز», «المشاريع», «الفائزين»: what somebody gives or meets, and no third name."""
    stem = folded[2:]
    shape = len(stem) >= _PLURAL and stem[2] == "ا"
    broken = shape and (stem[1] == "و" or stem[3] == "ئ" or (stem[0] == "م" and stem[4] == "ي"))
    return broken or (len(stem) > _PLURAL and stem.endswith(("ين", "ات")))


def _office_as_family(line: ReadLine, at: int, names: Names) -> bool:
    """«فؤاد القاضي إن»: an office right after a given name that nobody has a rank before, and nothing after it."""
    word, roles, following = line.word(at), names.roles, line.right(at)
    ranked = among(line.word(at - 2), roles.ranks, roles.birth, roles.honours, roles.titles)
    if ranked or line.folded(at).startswith(AND_THE) or not among(word, roles.heads, roles.enough):
        return False
    return not (is_definite(following) or name_like(following, names) or fold(following) in names.particles)


def _family_before(line: ReadLine, at: int, names: Names) -> bool:
    """True when the word before is a family name, so that no more given names follow."""
    before = line.folded(at - 2)
    return is_definite(line.word(at - 1)) and before not in names.particles and before not in names.halves


def _ends_name(line: ReadLine, at: int, names: Names) -> bool:
    """True when no adjective follows, so that a word is no noun of the clause: «فيصل بن بندر الحفل الختامي»."""
    word = line.right(at)
    return not is_definite(word) or among(word, names.roles.heads) or fold(word).startswith("و")


def _begins_office(line: ReadLine, at: int, names: Names) -> bool:
    """«أمير» in «فيصل بن خالد أمير منطقة عسير»: a given name that is an office too, and goes on as one."""
    word = line.right(at)
    following = fold(word)
    family = following.startswith(ARTICLE) and following.endswith("ي")
    name = given(word, names) or following in names.particles or family
    return bool(word) and line.folded(at) in names.roles.heads and not name
