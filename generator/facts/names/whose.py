"""Whose is a known name: its bearer's, or part of somebody else's; and whom a family name alone means.

Invariant: a family name alone means only one whom the same article names in full, with his office, or by his
government, and nobody without an office beside it where somebody else of the article bears it too. A headline is judged
after its body, since all lines are read before any is judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.facts.names.shape import given, is_foreign, name_like
from generator.facts.names.words import NameSpan, among, bare_or_joined, is_definite
from generator.lexicon.entities import Entities, Person
from generator.lexicon.names import Names
from generator.reading.clitics import ARTICLE, analyses
from generator.reading.letters import bare, fold, sound
from generator.reading.line import ReadLine, kept_on_lexicon

_MOST_AFTER = 6  # words of a line of fathers and a house after a name: «بن عبد العزيز آل سعود»
_NISBA = "ي"
_SON = {"ابن": "بن"}


def person_of(x: NameSpan, entities: Entities) -> Person | None:
    """The person of the gazetteer whose name is meant."""
    return entities.people.get(x.id or "") if x.kind == "person" else None


def of_another(line: ReadLine, x: NameSpan, entities: Entities, names: Names) -> bool:
    """True when the words beside a known person's name make it the name of somebody else."""
    person = person_of(x, entities)
    return person is not None and (_begun(line, x, person, names) or _goes_on(line, x, person, entities, names))


def _begun(line: ReadLine, x: NameSpan, person: Person, names: Names) -> bool:
    """«برني ساندرز», «فيصل بن سلمان», «شركة وود ماكينزي»: a word that could be a name right before it."""
    before = "" if x.prefix else line.left(x.first)
    folded, own = fold(before), _heard((person.name, *person.variants))
    if not before or sound(folded) in own or is_particle(before, names):
        return bool(before) and sound(folded) not in own
    if given(before, names):
        return bare(before) in names.given_spelled or folded not in names.roles.within
    return x.last == x.first and _could_be_given(line, x.first - 1, names)


def _could_be_given(line: ReadLine, at: int, names: Names) -> bool:
    """A bare word that no list knows and that looks foreign, or one of a company's name: «شركة وود ماكينزي»."""
    word, proper = line.word(at), names.organisations.proper
    could = name_like(word, names) and not bare_or_joined(word, names.any_cue)
    company = bare_or_joined(line.left(at), proper)
    return fold(word) in proper or (could and (company or is_foreign(word, names)))


def _goes_on(line: ReadLine, x: NameSpan, person: Person, entities: Entities, names: Names) -> bool:
    """«محمد بن سلمان آل خليفة», «محمود عباس الدليمي»: the name goes on, and not as its bearer's own does."""
    word = line.right(last_of(line, x.last, person, names))
    if is_particle(word, names):
        return True
    if not word or x.first == x.last or person.transliterated:
        return False
    if is_definite(word):
        return _is_family(word, entities, names)
    return given(word, names) and fold(word) not in names.roles.within


def is_particle(word: str, names: Names) -> bool:
    """«بن», «آل», «فان»; not «فإن», which is an everyday word with a clitic."""
    return fold(word) in names.particles and not among(word, names.common)


def _is_family(word: str, entities: Entities, names: Names) -> bool:
    """«الدليمي», but not «المصري», «الماضي» or «الرسمي»."""
    folded, bodies, roles = fold(word), names.organisations, names.roles
    nisba = folded.startswith(ARTICLE) and folded.endswith(_NISBA)
    described = folded.removeprefix(ARTICLE) in entities.adjectives or folded in bodies.ending | bodies.generic
    return nisba and not described and not among(word, names.common, names.times, roles.titles, roles.within)


def last_of(line: ReadLine, last: int, person: Person | None, names: Names) -> int:
    """The last word of a known name with the fathers and the house that are its bearer's own."""
    if person is None or line.folded(last + 1) not in names.particles:
        return last
    end, joined, own = last, "", _runs((person.name, *person.variants))
    for at in range(last + 1, min(last + 1 + _MOST_AFTER, len(line.words))):
        folded = line.folded(at)
        joined += _SON.get(folded, folded)
        if not line.close(at) or not any(joined in form for form in own):
            break
        end = end if folded in names.particles else at
    return end


@lru_cache(maxsize=1024)
def _runs(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a person, each as one run of letters, so that «عبد العزيز» and «عبدالعزيز» are one."""
    return tuple(fold(form).replace(" ", "") for form in forms)


@lru_cache(maxsize=1024)
def _heard(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(sound(part) for form in forms for part in fold(form).split())


def identified(
    lines: Sequence[ReadLine],
    spans: Sequence[list[NameSpan]],
    contested: frozenset[str | None],
    entities: Entities,
    names: Names,
) -> list[list[NameSpan]]:
    """The spans of each line without the family names that nothing in the article gives to anybody.

    `contested`: ids of those whose family name stands in the article as part of another's name.
    """
    judged = [
        [_shown(line, x, entities, names) if x.unsure else x for x in found]
        for line, found in zip(lines, spans, strict=True)
    ]
    known = {x.id for found in judged for x in found if x.kind == "person" and not x.unsure} - contested
    return [
        [replace(x, unsure=False) if x.unsure else x for x in found if not x.unsure or x.id in known]
        for found in judged
    ]


def _shown(line: ReadLine, x: NameSpan, entities: Entities, names: Names) -> NameSpan:
    """A family name, no longer unsure where the words beside it give it to its bearer."""
    person, rule = entities.people[x.id or ""], "person-by-office"
    own = x.role is not None and fits(person, x.role.text, names)
    if x.role is None and not x.prefix and bare_or_joined(line.left(x.first), names.cues.named_after):
        rule = "person-by-government"
        own = any(_rules(_content(role.title)[0], names) for role in person.roles)
    return replace(x, unsure=not own, rule=rule if own else x.rule)


def fits(person: Person, office: str, names: Names) -> bool:
    """True when a stated office is one that a known person holds or held: «وزير الدفاع» for a minister of defence."""
    head, *rest = _content(office) or ("",)
    return any(
        own[0] == head and (not frozenset(rest).isdisjoint(own[1:]) if rest else _rules(head, names))
        for own in (_content(role.title) for role in person.roles)
    )


@kept_on_lexicon
def _rules(office: str, names: Names) -> bool:
    return office in map(_skeleton, names.cues.rulers)


@lru_cache(maxsize=4096)
def _content(office: str) -> tuple[str, ...]:
    """The words of an office as they sound, without clitics, article and the ending of the feminine."""
    return tuple(_skeleton(word) for word in office.replace("،", " ").split() if len(fold(word)) > 1)


def _skeleton(word: str) -> str:
    reading = next((r for r in analyses(word) if r.definite), None)
    return sound((reading.stem if reading else fold(word)).removesuffix("ه"))
