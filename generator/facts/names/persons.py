"""People: a known name, or an office stated beside a name; and the office that a text gives to each.

Invariant: nobody becomes an entity by a name alone, and an office has one holder. Whom the text calls a private person,
or says was held, tried or harmed, is left out even with an office, unless the gazetteer knows the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.facts.names.bearers import office_of
from generator.facts.names.holders import Named, Stated, holders, in_order
from generator.facts.names.offices import Line, line_of, says_office
from generator.facts.names.outlaws import of_outlaws
from generator.facts.names.shape import run, starts_name
from generator.facts.names.words import Span, among, bare_or_joined, covered, is_definite, plain
from generator.lexicon.entities import Entities, Person
from generator.lexicon.names import Names
from generator.model import Certainty, Evidence
from generator.reading.letters import same_sound, sound
from generator.reading.line import ReadLine

_NEAR = 4  # words before an office or a name in which an arrest or a death still concerns its holder


def persons(words: ReadLine, spans: list[Span], entities: Entities, names: Names) -> list[Span]:
    """The spans of a line with its people: known ones with their office, and unknown ones whom an office shows."""
    line = line_of(words, [*spans, *_titled(words, spans, entities, names)], names)
    found = dict(line.by_first)
    for named, stated in holders(in_order(line), line):
        person = found.get(named.first)
        if person is not None:
            found[named.first] = _with_office(line, person, stated, entities)
        elif (new := _shown(line, named, stated)) is not None:
            found[new.first] = new
    everybody = list(found.values())
    return sorted((*everybody, *_in_power(words, everybody, names)), key=lambda span: span.first)


def _titled(words: ReadLine, spans: list[Span], entities: Entities, names: Names) -> Iterator[Span]:
    """«الوزير كيري»: a title right before a family name that one known person bears."""
    inside = covered(spans)
    for at in range(1, len(words.tokens)):
        word, title = words.word(at), words.word(at - 1)
        known = entities.families.get(sound(plain(word)))
        person = entities.people.get(known) if known and at not in inside and words.close(at) else None
        if person and is_definite(title) and among(title, names.roles.titles) and _family_of(person, word, names):
            yield Span("person", person.id, person.name, at, at, "person-short", unsure=True)


def _family_of(person: Person, word: str, names: Names) -> bool:
    family = plain(person.name.split()[-1])
    return person.transliterated and same_sound(plain(word), family) and not among(word, names.common)


def _with_office(line: Line, span: Span, stated: Stated, entities: Entities) -> Span:
    """A known person with the office that the text states; of «مستشار الرئيس فلان» the office that he is known by."""
    person = entities.people.get(span.id or "")
    role = _evidence(line, stated, person)
    own = role if span.unsure or says_office(role, line.names) else None
    fuller = _fuller(span.role, own)
    return replace(span, role=fuller, office=_whole(fuller))


def _whole(role: Evidence | None) -> str:
    """«للرئيس الأمريكي» is the office «الرئيس الأمريكي»: its ل took up the article."""
    text = role.text if role else ""
    at = text.find("لل", 0, len("ول"))
    return "ا" + text[at + 1 :] if at >= 0 else ""


def _fuller(one: Evidence | None, other: Evidence | None) -> Evidence | None:
    """Of two offices of one mention the first, unless it is one word."""
    if one is None or other is None:
        return one or other
    return other if " " not in one.text and " " in other.text else one


def _evidence(line: Line, stated: Stated, person: Person | None) -> Evidence:
    words, office = line.words, stated.office
    first, prefix = office.first, office.prefix
    if person is not None and stated.before:
        offices = [(words.slice(at, office.last), at) for at in (office.first, *stated.heads)]
        inner = office_of(person, offices, line.names)
        first, prefix = (inner, "") if inner is not None and inner != first else (first, prefix)
    text = words.word(first)
    skip = len(prefix) if text.startswith(prefix) and not _swallows(text, prefix) else 0
    return words.show(first, office.last, "office-before" if stated.before else "office-after", skip)


def _swallows(word: str, prefix: str) -> bool:
    """«للمبعوث»: its ل took up the article, so that taking it off would leave no word."""
    return word[len(prefix) :].startswith("ل") and prefix.endswith("ل")


def _shown(line: Line, named: Named, stated: Stated) -> Span | None:
    """Somebody whom a stated office makes known; None for a private person, or one of whom the text tells harm."""
    words, names = line.words, line.names
    role = _evidence(line, stated, None)
    if of_outlaws(line, stated.office) or not says_office(role, names):
        return None
    for at in (min(named.first, stated.office.first), named.first):
        if _harmed(words, at, names) or _called_private(line, at, stated):
            return None
    rule = "person-after-office" if stated.before else "person-before-office"
    return _unknown(words, named, rule, role)


def _unknown(words: ReadLine, named: Named, rule: str, role: Evidence | None) -> Span:
    name = words.slice(named.first, named.last, named.prefix)
    certainty: Certainty = "certain" if named.certain else "probable"
    return Span("person", None, name, named.first, named.last, rule, named.prefix, certainty, role, _whole(role))


def _in_power(words: ReadLine, spans: list[Span], names: Names) -> Iterator[Span]:
    """«حكومة فلان الفلاني», «نظام …»: whoever rules holds a public role."""
    inside = covered(spans)
    for at in range(1, len(words.tokens)):
        rules = bare_or_joined(words.word(at - 1), names.cues.rule_nouns)
        if rules and at not in inside and words.close(at) and starts_name(words, at, names):
            last = run(words, at, inside, names)
            if last is not None:
                yield _unknown(words, Named(at, last, "", True), "person-in-power", None)


def _harmed(words: ReadLine, at: int, names: Names) -> bool:
    """True when an arrest, a trial or a death is told shortly before, in the same clause."""
    for near in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if words.stops(near + 1):
            return False
        if among(words.word(near), names.roles.harmed):
            return True
    return False


def _called_private(line: Line, at: int, stated: Stated) -> bool:
    """True for «الطالبة فلانة» and «مساعد الطبيب فلان»."""
    words, private = line.words, line.names.roles.private
    return any(
        among(words.word(near), private)
        and not (words.stops(near + 1) or near in line.place_ends or _school(line, near, stated))
        for near in (at - 1, at - 2)
    )


def _school(line: Line, at: int, stated: Stated) -> bool:
    """«المدرسة» right after «مديرة»: the school, and no teacher."""
    words, first = line.words, stated.office.first
    directed = at == first + 1 and not is_definite(words.word(first))
    return directed and among(words.word(at), line.names.cues.named_places)
