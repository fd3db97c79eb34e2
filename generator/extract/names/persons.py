"""People: a known name, or an office stated beside a name; and the office that a text gives to each.

Invariant: nobody becomes an entity by a name alone. Whom the text calls a private person, or says was held, tried or
harmed, is left out even with an office, unless the gazetteer knows the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator.extract.names.offices import name_after, office_after, office_prefix, says_office
from generator.extract.names.shape import given, given_after_clitic, name_like, run, starts_name
from generator.extract.names.words import Placed, Span, Words, among, bare_or_joined, covered, is_definite, plain
from generator.lexicon.entities import Entities, Person
from generator.lexicon.names import Names
from generator.model import Evidence
from generator.text import bare, same_sound, sound

_NEAR = 4  # words before an office or a name in which an arrest or a death still concerns its holder


def persons(words: Words, spans: list[Span], entities: Entities, names: Names) -> list[Span]:
    """The spans of a line with its people: known ones with their office, and unknown ones whom an office shows."""
    placed = Placed([*spans, *_titled(words, spans, entities, names)])
    _before(words, placed, names)
    _after(words, placed, names)
    found = placed.spans()
    return sorted((*found, *_in_power(words, found, names)), key=lambda span: span.first)


def _titled(words: Words, spans: list[Span], entities: Entities, names: Names) -> Iterator[Span]:
    """«الوزير كيري»: a title right before a family name that one known person bears."""
    inside = covered(spans)
    for at in range(1, len(words)):
        word, title = words.word(at), words.word(at - 1)
        known = entities.families.get(sound(plain(word))) if at not in inside and words.close(at) else None
        person = entities.people.get(known) if known else None
        if person and is_definite(title) and among(title, names.roles["titles"]) and _family_of(person, word, names):
            yield Span("person", person.id, person.name, at, at, "person-short", unsure=True)


def _family_of(person: Person, word: str, names: Names) -> bool:
    family = plain(person.name.split()[-1])
    return person.transliterated and same_sound(plain(word), family) and not among(word, names.common)


def _before(words: Words, placed: Placed, names: Names) -> None:
    """Offices that stand before a name: «وزير الدفاع بالوكالة باتريك شاناهان»."""
    at = 0
    while at < len(words):
        free = at not in placed.by_first or placed.by_first[at].kind == "place"
        head = office_prefix(words, at, names) if free else None
        name = name_after(words, at, placed.by_first, names) if head is not None else None
        if head is None or name is None or (name > at + 1 and _apposed(words, at, placed, names)):
            at += 1
            continue
        role = _office(words, at, _without_rank(words, at, name - 1, placed, names), head, "office-before")
        placed.put(_with_role(words, placed, name, role, at, names))
        at = name + 1


def _apposed(words: Words, at: int, placed: Placed, names: Names) -> bool:
    """True when a name stands right before an office, which is then its own and not that of a name to come."""
    if words.stops(at) or words.comma(at) or bare(words.word(at)).endswith(("ه", "ها")):
        return False  # «نظيره» is never the one before it
    if (office_prefix(words, at, names) or "").startswith("و"):
        return False  # «فلان ووزير الدفاع فلان» are two
    if placed.ends("person", at - 1):
        return True
    starts = range(max(0, at - _NEAR), at - 1)
    return any(_could_start(words, x, names) and run(words, x, placed.inside, names) == at - 1 for x in starts)


def _could_start(words: Words, at: int, names: Names) -> bool:
    """A given name, or any word that looks like one right after a verb."""
    after_verb = among(words.word(at - 1), names.verbs) and words.close(at)
    return given(words.word(at), names) or (after_verb and name_like(words.word(at), names))


def _without_rank(words: Words, first: int, last: int, placed: Placed, names: Names) -> int:
    """The last word of an office, without the rank or style between it and the name: «قائد العمليات الفريق فلان»."""
    if len(words.word(last)) == 1 and last - 1 > first:
        last -= 1  # «د. سمير»
    before = words.word(last - 1)
    ends = placed.ends(None, last - 1) or is_definite(before)
    ranked = (
        last - 1 > first
        and among(words.word(last), names.roles["titles"] | names.roles["styles"])
        and is_definite(words.word(last))
    )
    return last - 1 if ranked and ends else last


def _with_role(words: Words, placed: Placed, name: int, role: Evidence | None, head: int, names: Names) -> Span | None:
    """The span of a name that an office leads to; None where it may not be one."""
    known = placed.by_first.get(name)
    if known:
        own = role if known.unsure or says_office(role, names) else None
        return replace(known, role=known.role or own)
    last = run(words, name, placed.inside, names)
    if last is None or _harmed(words, head, names) or _private(words, head, name, names):
        return None
    role = role if says_office(role, names) else _following(words, name, last, placed.by_first, names)
    if role is None:
        return None
    certain = starts_name(words, name, names)
    return _unknown(words, name, last, "person-after-office", certain, role)


def _unknown(
    words: Words, first: int, last: int, rule: str, certain: bool, role: Evidence | None, prefix: str = ""
) -> Span:
    name = words.slice(first, last, prefix)
    return Span("person", None, name, first, last, rule, prefix, "certain" if certain else "probable", role)


def _office(words: Words, first: int, last: int, prefix: str, rule: str) -> Evidence:
    token = words.tokens[first]
    return words.show(
        first, last, rule, len(prefix) if token.text.startswith(prefix) and not _swallows(token.text, prefix) else 0
    )


def _swallows(word: str, prefix: str) -> bool:
    """«للمبعوث»: its ل took up the article, so that taking it off would leave no word."""
    return word[len(prefix) :].startswith("ل") and prefix.endswith("ل")


def _after(words: Words, placed: Placed, names: Names) -> None:
    """Offices that stand after a name: «جون جودفري، القائم بأعمال المبعوث»."""
    for at in range(len(words)):
        known = placed.by_first.get(at)
        if known is not None and known.kind == "person" and _only_rank(known.role):
            following = _following(words, known.first, known.last, placed.by_first, names)
            placed.put(replace(known, role=following or known.role))
        elif at not in placed.inside:
            for found in _shown_by_office(words, at, placed.by_first, placed.inside, names):
                placed.put(found)


def _only_rank(role: Evidence | None) -> bool:
    """True for no office, or one word: «العميد», after which the office itself may follow the name."""
    return role is None or " " not in role.text


def _following(words: Words, first: int, last: int, spans: dict[int, Span], names: Names) -> Evidence | None:
    if not words.comma(last + 1) and among(words.word(first - 1), names.cues["meeting_verbs"]):
        return None
    office = office_after(words, last, spans, names)
    return _office(words, office[0], office[1], office[2], "office-after") if office else None


def _shown_by_office(
    words: Words, at: int, spans: dict[int, Span], inside: AbstractSet[int], names: Names
) -> list[Span]:
    clitic = given_after_clitic(words.word(at), names)
    certain = starts_name(words, at, names) or clitic is not None
    after_verb = among(words.word(at - 1), names.verbs) and words.close(at)
    if not certain and not (after_verb and name_like(words.word(at), names)):
        return []
    last = run(words, at, inside, names)
    if last is None or _harmed(words, at, names) or _called_private(words, at, names):
        return []
    role = _following(words, at, last, spans, names)
    prefix = clitic.prefix if clitic else ""
    shown = says_office(role, names)
    return [_unknown(words, at, last, "person-before-office", certain, role, prefix)] if shown else []


def _in_power(words: Words, spans: list[Span], names: Names) -> Iterator[Span]:
    """«حكومة فلان الفلاني», «نظام …»: whoever rules holds a public role."""
    inside = covered(spans)
    for at in range(1, len(words)):
        rules = bare_or_joined(words.word(at - 1), names.cues["rule_nouns"])
        if rules and at not in inside and words.close(at) and starts_name(words, at, names):
            last = run(words, at, inside, names)
            if last is not None:
                yield _unknown(words, at, last, "person-in-power", True, None)


def _harmed(words: Words, at: int, names: Names) -> bool:
    """True when an arrest, a trial or a death is told shortly before, in the same clause."""
    for near in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if words.stops(near + 1):
            return False
        if among(words.word(near), names.roles["harmed"]):
            return True
    return False


def _private(words: Words, head: int, name: int, names: Names) -> bool:
    return _called_private(words, head, names) or any(
        among(words.word(at), names.roles["private"]) for at in range(head, name)
    )


def _called_private(words: Words, at: int, names: Names) -> bool:
    return any(
        among(words.word(near), names.roles["private"]) and not words.stops(near + 1) for near in (at - 1, at - 2)
    )
