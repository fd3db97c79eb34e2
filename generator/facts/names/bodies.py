"""Organisations beyond the gazetteer: bodies of states, and names built on a noun such as «منظمة» or «لجنة».

Invariant: a built name is a piece of its line; that of a state's body is its noun and the state's adjective.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.names.shape import is_foreign
from generator.facts.names.words import (
    Span,
    among,
    bare_or_joined,
    covered,
    is_definite,
    plain,
    readings,
    starting,
)
from generator.lexicon.entities import Entities, Place
from generator.lexicon.names import Names
from generator.reading.line import ReadLine

_LONGEST = 5  # words after the noun: «الاتحاد الدولي لجمعيات الصليب الأحمر والهلال الأحمر» is as long as they come
_FEWEST_AFTER_COMMON = 2
_SECOND = 2  # words after the noun: «لجنة الأمن والدفاع»


def state_bodies(words: ReadLine, spans: list[Span], entities: Entities, names: Names) -> Iterator[Span]:
    """«الحكومة العراقية», «وزارة الدفاع الروسية»: a body and the adjective of its state."""
    starts = {token.start: at for at, token in enumerate(words.tokens)}
    inside = covered([span for span in spans if span.kind == "organisation"])
    for hit in names.bodies.find(words):
        first = starts[hit.start]
        last = first + hit.words
        state = state_of(words.word(last), entities, names) if words.close(last) else None
        if state and first not in inside and not _of_office(words, first, hit.prefix, names):
            id_, name = _body(entities.states[state], hit.payload, entities, names)
            yield Span("organisation", id_, name, first, last, "organisation-of-state", hit.prefix)


def _of_office(words: ReadLine, first: int, prefix: str, names: Names) -> bool:
    """«وزير الدفاع الأمريكي» names no ministry."""
    return not prefix and words.close(first) and among(words.word(first - 1), names.organisations.offices)


def _body(state: Place, body: str, entities: Entities, names: Names) -> tuple[str, str]:
    """The id and the name of a body of a state: the gazetteer's where it knows it."""
    known = entities.bodies.get((state.iso or "", body))
    if known:
        return known, entities.organisations[known].name
    adjective = f"ال{state.nisba[0]}"
    return f"{state.id}-{body}", names.organisations.state_bodies[body].name.format(m=adjective, f=f"{adjective}ة")


def state_of(word: str, entities: Entities, names: Names) -> str | None:
    """The ISO code of the state whose definite adjective a word is."""
    if not is_definite(word):
        return None
    stems = (r.stem for r in readings(word) if r.definite and not r.suffix)
    return next((iso for stem in stems if (iso := entities.adjectives.get(stem.removesuffix("ه")))), None)


def built(words: ReadLine, spans: list[Span], entities: Entities, names: Names) -> Iterator[Span]:
    """«منظمة العمل ضد الجوع», «لجنة الأمن والدفاع النيابية»: a noun of bodies and what completes its name."""
    inside, first_of = covered(spans), starting(spans)
    at = 0
    while at < len(words.tokens):
        prefix = _head(words.word(at), names) if at not in inside else None
        last = _completed(words, at, first_of, names) if prefix is not None else None
        last = _within_state(words, last, entities, names) if last is not None else None
        last = (field_of(words, last + 1, names) or last) if last is not None else None
        if (
            last is not None
            and _heads_body(words, at, names)
            and _enough(words, at, last, prefix or "", entities, names)
        ):
            name = words.with_article(at, last, prefix or "")
            yield Span("organisation", None, name, at, last, "organisation-built", prefix or "", "probable")
            at = last
        at += 1


def _heads_body(words: ReadLine, at: int, names: Names) -> bool:
    """«زعيم حركة النهضة», but not «حركة المرور»; «قيادة القوات», not «قيادة المدرب»; not «اللجنة المنظمة للحفل»."""
    noun, before, after = plain(words.word(at)), words.word(at - 1), plain(words.word(at + 1))
    bare_noun = noun.removeprefix("و").removeprefix("ل").removeprefix("ب")
    bare_noun = "ا" + bare_noun if noun.startswith("لل") else bare_noun
    if bare_noun in names.organisations.movements:
        group = bare_or_joined(before, names.cues.group_nouns) or among(before, names.roles.heads)
        return group or is_foreign(words.word(at + 1), names) or _of_nation(words.word(at + 2))
    wanted = names.organisations.completed.get(bare_noun)
    if wanted is not None:
        return after in wanted
    return not (words.close(at) and is_definite(before) and not among(before, names.roles.heads) and noun == "المنظمه")


def _within_state(words: ReadLine, last: int, entities: Entities, names: Names) -> int:
    """Without the definite noun after a state's adjective: «اتهم الهلال الأحمر الفلسطيني الجيش»."""
    folded = plain(words.word(last))
    noun = folded.startswith("ال") and not folded.endswith(("ي", "يه", "ين"))
    return last - 1 if noun and state_of(words.word(last - 1), entities, names) is not None else last


def _of_nation(word: str) -> bool:
    """«حركة النهضة التونسية», «حركة الشباب الصوماليين»; not «حركة التنقل بين المدن»."""
    return is_definite(word) and plain(word).endswith(("يه", "ين"))


def _head(word: str, names: Names) -> str | None:
    """The clitic before a noun of bodies; None when the word is none."""
    if plain(word) in names.prepositions:
        return None
    for r in readings(word):
        heads = ("ال" if r.definite else "") + r.exact
        if not r.suffix and (plain(heads) in names.organisations.proper or plain(heads) in names.organisations.common):
            return r.prefix
    return None


def _completed(words: ReadLine, at: int, spans: dict[int, Span], names: Names) -> int | None:
    """The last word of the name that begins with a noun of bodies; None when nothing completes it."""
    last = at
    while last - at < _LONGEST and words.close(last + 1):
        following = last + 1
        if following in spans:
            place = _with_place(words, at, last, spans[following], names)
            if place is None or not _of_place_too(words, at, place + 1):
                return place or _or_none(last, at)
            last = place
            continue
        if not _completes(words, at, following, names):
            break
        last = following
    return _or_none(last, at)


def _with_place(words: ReadLine, at: int, last: int, place: Span, names: Names) -> int | None:
    """The end of a place's name that is part of a body's: «جامعة الموصل», «شبكة أطباء السودان»; else None."""
    if place.kind != "place" or place.prefix:
        return None
    field = plain(words.word(place.last + 1)).startswith("لل") and words.close(place.last + 1)
    heads = names.organisations.proper if field else names.organisations.of_places
    of_place = last == at and plain(words.word(at)) in heads
    if of_place:
        return place.last + field  # «شركة قطر للبترول»
    return place.last if _in_construct(words, at, last, names) else None


def _of_place_too(words: ReadLine, at: int, following: int) -> bool:
    """What still belongs to a body of a place: «شركة الخليج للبترول», «بنك قطر الوطني»."""
    folded = plain(words.word(following))
    adjective = folded.startswith("ال") and folded.endswith("يه" if plain(words.word(at)).endswith("ه") else "ي")
    joined = folded.startswith("وال") and plain(words.word(following - 1)).startswith("لل")
    return folded.startswith("لل") or adjective or joined


def _agrees(noun: str, adjective: str) -> bool:
    """«للصحفيين التونسيين», «للمقاولات العامة»."""
    return (noun.endswith("ين") and adjective.endswith("يين")) or (noun.endswith("ات") and adjective.endswith("ه"))


def _wanted(words: ReadLine, at: int, following: int, names: Names) -> bool:
    """«تجارة» and «وصناعة» after «غرفة»: bare words without which the noun is no body."""
    head, word = plain(words.word(at)), plain(words.word(following))
    wanted = (
        names.organisations.completed.get(head.removeprefix("و"))
        or names.organisations.completed.get(head[1:])
        or frozenset()
    )
    return word in wanted or (following > at + 1 and word.removeprefix("و") in wanted)


def _in_construct(words: ReadLine, at: int, last: int, names: Names) -> bool:
    """«شبكة أطباء السودان»: a bare noun between the noun of bodies and a place."""
    word = words.word(last)
    if last > at and not is_definite(word) and all(_wanted(words, at, x, names) for x in range(at + 1, last + 1)):
        return True
    bare_nouns = last == at + 1 and not is_definite(words.word(at)) and not is_definite(word)
    return bare_nouns and not among(word, names.common) and not _describes(word) and plain(word) not in names.verbs


def _or_none(last: int, at: int) -> int | None:
    return last if last > at else None


def _completes(words: ReadLine, at: int, following: int, names: Names) -> bool:
    word = words.word(following)
    generic = following == at + 1 and (plain(word) in names.organisations.generic or _object(words, at, names))
    never = among(word, names.verbs) or among(word, names.roles.heads) or plain(word) in names.prepositions
    if generic or never:
        return False
    if is_definite(word):
        return _completes_definite(words, at, following, names)
    if _wanted(words, at, following, names):
        return True
    if following > at + 1:
        pair = (words.word(following - 1), word)
        return not among(word, names.common) and all(is_foreign(x, names) and not is_definite(x) for x in pair)
    return _before_place(words, at, names) or _completes_bare(words, at, names)


def _object(words: ReadLine, at: int, names: Names) -> bool:
    """«تطالب النقابة الحكومة»: a definite noun of bodies has an adjective after it, or no name at all."""
    head, word = words.word(at), words.word(at + 1)
    adjective = plain(word).endswith(("ي", "يه")) or among(word, names.roles.qualities)
    free = plain(head) in names.organisations.proper and plain(head) not in names.organisations.completed
    return free and is_definite(head) and not adjective


def _completes_definite(words: ReadLine, at: int, following: int, names: Names) -> bool:
    word, roles = words.word(following), names.roles
    lists = (names.organisations.ending, names.times, roles.titles, roles.styles, roles.honours)
    ends = any(among(word, x) for x in lists)
    return _adds(words, at, following, names) and not ends and _belongs(words, at, following, names)


def _belongs(words: ReadLine, at: int, following: int, names: Names) -> bool:
    """False for «وزارة الصحة التأكيد», «تويتر للحصول على», «الإسكان بالدور»: what a body does, where and what for."""
    word = words.word(following)
    folded = plain(word)
    done = (
        folded.startswith("الت") and not folded.endswith(("ي", "يه", "يين")) and is_definite(words.word(following - 1))
    )
    if done or folded.startswith("بال") or among(word, names.roles.once):
        return False
    if folded.startswith("لل"):
        return is_definite(words.word(following - 1)) and not _governs(words, following, names)
    ministry = plain(words.word(at)) in names.organisations.ministries
    joined = folded.startswith("و")
    if plain(words.word(following - 1)).startswith(("لل", "وال")) and not joined:
        return folded.endswith(("ي", "يه")) or (
            following > at + _SECOND and _agrees(plain(words.word(following - 1)), folded)
        )
    return not ministry or following == at + 1 or joined or folded.endswith(("ي", "يه"))


def _governs(words: ReadLine, at: int, names: Names) -> bool:
    """«للحصول على», «للنهوض بالخدمات», «للتحضير لاجتماع»: an act with its object, not a field."""
    if not words.close(at + 1):
        return False
    word = words.word(at + 1)
    folded = plain(word)
    act = plain(words.word(at)).startswith("للت")
    if folded in names.prepositions:
        return act or folded not in names.cues.place_prepositions
    return folded.startswith(("بال", "لل")) or (act and folded.startswith("ل") and not is_definite(word))


def field_of(words: ReadLine, at: int, names: Names) -> int | None:
    """The end of «لكرة القدم», «لرعاية الشباب» at a word: the field of a body, and part of its name."""
    folded = plain(words.word(at))
    if not words.close(at) or not folded.startswith("ل") or folded[1:] not in names.organisations.fields:
        return None
    definite = words.close(at + 1) and is_definite(words.word(at + 1)) and plain(words.word(at + 1)).startswith("ال")
    return at + 1 if definite else None


def _before_place(words: ReadLine, at: int, names: Names) -> bool:
    """«شبكة أطباء …»: a bare plural before a definite word, which a place then is."""
    word = words.word(at + 1)
    known = plain(words.word(at)) in names.organisations.of_people and plain(word) in names.organisations.people
    return known and words.close(at + 2) and is_definite(words.word(at + 2))


def _completes_bare(words: ReadLine, at: int, names: Names) -> bool:
    """True for the indefinite word after the noun: «منظمة حماية البيئة», «شركة بلاكووتر»."""
    word, second = words.word(at + 1), words.word(at + _SECOND)
    if words.close(at + _SECOND) and second.startswith("ال") and not is_definite(words.word(at)):
        inside = plain(word) in names.roles.inside - names.prepositions
        return inside or not (among(word, names.common) or _describes(word))
    return plain(words.word(at)) in names.organisations.proper and is_foreign(word, names)


def _adds(words: ReadLine, at: int, following: int, names: Names) -> bool:
    """False for «والمركز» after the whole name of another body; «الأمن والدفاع» belongs together."""
    if not plain(words.word(following)).startswith("و"):
        return True
    head = plain(words.word(at))  # «بالهلال الأحمر والدفاع المدني»
    whole = is_definite(head) and not names.organisations.completed.keys().isdisjoint((head, head[1:], "ا" + head[1:]))
    if whole or _head(words.word(following), names) is not None:
        return False
    ministry = plain(words.word(at)) in names.organisations.ministries
    before = plain(words.word(following - 1))
    field = before.startswith("لل") or (before.endswith("ي") and plain(words.word(following)).endswith("ي"))
    return following == at + _SECOND or (following > at + 1 and (ministry or field))


def _describes(word: str) -> bool:
    """An adjective of the noun before it, «مسلحة» or «حقوقية», where «حماية» begins the name's own phrase."""
    folded = plain(word)
    relative = folded.endswith(("يه", "ها", "هم")) and not folded.endswith("ايه")
    return relative or (folded.startswith("م") and folded.endswith("ه"))


def _enough(words: ReadLine, at: int, last: int, prefix: str, entities: Entities, names: Names) -> bool:
    head = plain(words.slice(at, at, prefix))
    if head in names.organisations.proper:
        return True
    ends_with_state = state_of(words.word(last), entities, names) is not None
    return last - at >= _FEWEST_AFTER_COMMON or (ends_with_state and not head.startswith("ال"))
