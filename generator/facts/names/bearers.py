"""Whose a family name is: the words around it, which may make it part of somebody else's name.

Invariant: a known name inside a longer name that is not its bearer's own is nobody's here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.facts.names.shape import given, is_foreign, name_like
from generator.facts.names.words import Span, among, bare_or_joined, is_definite, plain
from generator.lexicon.entities import Entities, Person
from generator.lexicon.names import Names
from generator.reading.clitics import analyses
from generator.reading.letters import bare, sound
from generator.reading.line import ReadLine

_MOST_AFTER = 6  # words of a line of fathers and a house after a name: «بن عبد العزيز آل سعود»
_NISBA = "ي"
_SON = {"ابن": "بن"}


def of_another(words: ReadLine, span: Span, entities: Entities, names: Names) -> bool:
    """True when the words beside a known person's name make it the name of somebody else."""
    person = entities.people.get(span.id or "")
    if person is None:
        return False
    return _before(words, span, person, names) or _after(words, span, person, entities, names)


def _before(words: ReadLine, span: Span, person: Person, names: Names) -> bool:
    """«برني ساندرز», «فيصل بن سلمان», «شركة وود ماكينزي»: a word that could be a name right before it."""
    before = words.word(span.first - 1) if words.close(span.first) and not span.prefix else ""
    if not before or _own(before, person):
        return False
    folded = plain(before)
    if is_particle(before, names):
        return True
    if given(before, names):
        return bare(before) in names.given_spelled or folded not in names.roles.within
    return span.last == span.first and _could_be_given(words, span.first - 1, names)


def _could_be_given(words: ReadLine, at: int, names: Names) -> bool:
    """A bare word that no list knows and that looks foreign, or one of a company's name: «شركة وود ماكينزي»."""
    word, proper = words.word(at), names.organisations.proper
    if plain(word) in proper:
        return True
    if not name_like(word, names) or bare_or_joined(word, names.any_cue):
        return False
    company = words.close(at) and bare_or_joined(words.word(at - 1), proper)
    return company or is_foreign(word, names)


def _after(words: ReadLine, span: Span, person: Person, entities: Entities, names: Names) -> bool:
    """«محمد بن سلمان آل خليفة», «محمود عباس الدليمي»: the name goes on, and not as its bearer's own does."""
    at = last_of(words, span.last, person, names) + 1
    word = words.word(at) if words.close(at) else ""
    if not word:
        return False
    if is_particle(word, names):
        return True
    if span.first == span.last or person.transliterated:
        return False
    if is_definite(word):
        return _is_family(word, entities, names)
    return given(word, names) and plain(word) not in names.roles.within


def is_particle(word: str, names: Names) -> bool:
    """«بن», «آل», «فان»; not «فإن», which is an everyday word with a clitic."""
    return plain(word) in names.particles and not among(word, names.common)


def _is_family(word: str, entities: Entities, names: Names) -> bool:
    """«الدليمي», but not «المصري», «الماضي» or «الرسمي»."""
    folded = plain(word)
    lists = (names.common, names.times, names.roles.titles, names.roles.heads, names.roles.inside)
    if not (folded.startswith("ال") and folded.endswith(_NISBA)) or any(among(word, known) for known in lists):
        return False
    adjective = folded.removeprefix("ال") in entities.adjectives
    return not adjective and folded not in names.organisations.ending | names.organisations.generic


def last_of(words: ReadLine, last: int, person: Person | None, names: Names) -> int:
    """The last word of a known name with the fathers and the house that are its bearer's own."""
    if person is None:
        return last
    end, joined, own = last, "", _joined((person.name, *person.variants))
    for at in range(last + 1, min(last + 1 + _MOST_AFTER, len(words.tokens))):
        if not words.close(at):
            break
        joined += _SON.get(plain(words.word(at)), plain(words.word(at)))
        if not any(joined in form for form in own):
            break
        if plain(words.word(at)) not in names.particles:
            end = at
    return end if plain(words.word(last + 1)) in names.particles else last


@lru_cache(maxsize=1024)
def _joined(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a person, each as one run of letters, so that «عبد العزيز» and «عبدالعزيز» are one."""
    return tuple(plain(form).replace(" ", "") for form in forms)


@lru_cache(maxsize=1024)
def _heard(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(sound(part) for form in forms for part in plain(form).split())


def _own(word: str, person: Person) -> bool:
    """True for a word of the person's own names, or one that sounds like it."""
    return sound(plain(word)) in _heard((person.name, *person.variants))


def fits(person: Person, office: str, names: Names) -> bool:
    """True when a stated office is one that a known person holds or held: «وزير الدفاع» for a minister of defence."""
    stated = _content(office)
    if not stated:
        return False
    head, rest = stated[0], frozenset(stated[1:])
    ruling = _skeletons(names.cues.rulers)
    for role in person.roles:
        own = _content(role.title)
        if head == own[0] and (rest & frozenset(own[1:]) if rest else head in ruling):
            return True
    return False


def office_of(person: Person, offices: Iterable[tuple[str, int]], names: Names) -> int | None:
    """Where the first of several stated offices begins that a known person holds; None when he holds none of them."""
    return next((at for text, at in offices if fits(person, text, names)), None)


def rules(person: Person, names: Names) -> bool:
    """True for a head of state or government, by whose name a government may go."""
    return any(_content(role.title)[0] in _skeletons(names.cues.rulers) for role in person.roles)


@lru_cache(maxsize=4)
def _skeletons(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_skeleton, words))


@lru_cache(maxsize=4096)
def _content(office: str) -> tuple[str, ...]:
    """The words of an office as they sound, without clitics, article and the ending of the feminine."""
    return tuple(_skeleton(word) for word in office.replace("،", " ").split() if len(plain(word)) > 1)


def _skeleton(word: str) -> str:
    reading = next((r for r in analyses(word) if r.definite), None)
    return sound((reading.stem if reading else plain(word)).removesuffix("ه"))
