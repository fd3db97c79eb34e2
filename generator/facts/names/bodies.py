"""Organisations beyond the gazetteer: bodies of states, and names built on a noun such as «منظمة» or «لجنة».

Invariant: a built name is a piece of its line; that of a state's body is its noun and the state's adjective.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce

from generator.facts.names.shape import is_foreign
from generator.facts.names.words import NameSpan, among, bare_or_joined, is_definite, readings, words_covered
from generator.lexicon.entities import Entities, Place
from generator.lexicon.names import Names
from generator.reading.clitics import AND_THE, ARTICLE, IN_THE, TAKEN_OFF_BODIES, TAKEN_UP, analyses
from generator.reading.letters import fold
from generator.reading.line import ReadLine, kept_on_lexicon

_LONGEST = 5  # words after the noun: «الاتحاد الدولي لجمعيات الصليب الأحمر والهلال الأحمر» is as long as they come
_FEWEST_AFTER_COMMON = 2
_SECOND = 2  # words after the noun: «لجنة الأمن والدفاع»
_NISBA = ("ي", "يه")


def state_bodies(line: ReadLine, spans: list[NameSpan], entities: Entities, names: Names) -> Iterator[NameSpan]:
    """«الحكومة العراقية», «وزارة الدفاع الروسية»: a body and the adjective of its state."""
    inside = words_covered(span for span in spans if span.kind == "organisation")
    for hit in names.bodies.find(line):
        first = line.words_to(hit.start)
        last = first + hit.words
        state = state_of(line.right(last - 1), entities)
        # «وزير الدفاع الأمريكي» names no ministry.
        office = not hit.prefix and among(line.left(first), names.organisations.offices)
        if state and first not in inside and not office:
            id_, name = _body(entities.states[state], hit.payload, entities, names)
            yield NameSpan("organisation", id_, name, first, last, "organisation-of-state", hit.prefix)


def _body(state: Place, body: str, entities: Entities, names: Names) -> tuple[str, str]:
    """The id and the name of a body of a state: the gazetteer's where it knows it."""
    known = entities.bodies.get((state.iso or "", body))
    if known:
        return known, entities.organisations[known].name
    adjective = f"{ARTICLE}{state.nisba[0]}"
    return f"{state.id}-{body}", names.organisations.state_bodies[body].name.format(m=adjective, f=f"{adjective}ة")


def state_of(word: str, entities: Entities) -> str | None:
    """The ISO code of the state whose definite adjective a word is."""
    stems = (r.stem for r in readings(word) if r.definite and not r.suffix) if is_definite(word) else ()
    return next((iso for stem in stems if (iso := entities.adjectives.get(stem.removesuffix("ه")))), None)


def built(line: ReadLine, spans: list[NameSpan], entities: Entities, names: Names) -> Iterator[NameSpan]:
    """«منظمة العمل ضد الجوع», «لجنة الأمن والدفاع النيابية»: a noun of bodies and what completes its name."""
    inside, first_of = words_covered(spans), {span.first: span for span in spans}
    free = 0
    heads = [(at, prefix) for at, word in enumerate(line.written) if (prefix := _head(word, names)) is not None]
    for at, prefix in heads:
        last = _completed(line, at, first_of, names) if at >= free and at not in inside else None
        if last is None:
            continue
        # Without the definite noun after a state's adjective: «اتهم الهلال الأحمر الفلسطيني الجيش».
        noun = line.folded(last).startswith(ARTICLE) and not line.folded(last).endswith((*_NISBA, "ين"))
        last -= noun and state_of(line.word(last - 1), entities) is not None
        last = field_of(line, last + 1, names) or last
        head = fold(line.slice(at, at, prefix))
        of_state = not head.startswith(ARTICLE) and state_of(line.word(last), entities) is not None
        enough = head in names.organisations.proper or last - at >= _FEWEST_AFTER_COMMON or of_state
        if enough and _heads_body(line, at, names):
            name = line.with_article(at, last, prefix)
            yield NameSpan("organisation", None, name, at, last, "organisation-built", prefix, "probable")
            free = last + 1


def _heads_body(line: ReadLine, at: int, names: Names) -> bool:
    """«زعيم حركة النهضة», but not «حركة المرور»; «قيادة القوات», not «قيادة المدرب»; not «اللجنة المنظمة للحفل»."""
    noun, before, bodies = line.folded(at), line.word(at - 1), names.organisations
    bare_noun = reduce(str.removeprefix, TAKEN_OFF_BODIES, noun)
    bare_noun = "ا" + bare_noun if noun.startswith(TAKEN_UP) else bare_noun
    if bare_noun in bodies.movements:
        # «حركة النهضة التونسية», «حركة الشباب الصوماليين»; not «حركة التنقل بين المدن».
        of_nation = is_definite(line.word(at + 2)) and line.folded(at + 2).endswith(("يه", "ين"))
        group = bare_or_joined(before, names.cues.group_nouns) or among(before, names.roles.heads)
        return group or of_nation or is_foreign(line.word(at + 1), names)
    if bare_noun in bodies.completed:
        return line.folded(at + 1) in bodies.completed[bare_noun]
    described = noun == "المنظمه" and line.close(at) and is_definite(before)
    return not described or among(before, names.roles.heads)


@kept_on_lexicon
def _head(word: str, names: Names) -> str | None:
    """The clitic before a noun of bodies; None when the word is none."""
    if fold(word) in names.prepositions:
        return None
    bodies = names.organisations
    whole = ((r.prefix, (ARTICLE if r.definite else "") + r.stem) for r in analyses(word))
    return next((prefix for prefix, noun in whole if noun in bodies.proper or noun in bodies.common), None)


def _completed(line: ReadLine, at: int, spans: Mapping[int, NameSpan], names: Names) -> int | None:
    """The last word of the name that begins with a noun of bodies; None when nothing completes it."""
    last = at
    while last - at < _LONGEST and line.close(last + 1):
        if last + 1 in spans:
            place = _with_place(line, at, last, spans[last + 1], names)
            if place is None or not _of_place_too(line, at, place + 1):
                last = place or last
                break
            last = place
        elif _completes(line, at, last + 1, names):
            last += 1
        else:
            break
    return last if last > at else None


def _with_place(line: ReadLine, at: int, last: int, place: NameSpan, names: Names) -> int | None:
    """The end of a place's name that is part of a body's: «جامعة الموصل», «شبكة أطباء السودان»; else None."""
    if place.kind != "place" or place.prefix:
        return None
    field = line.close(place.last + 1) and line.folded(place.last + 1).startswith(TAKEN_UP)
    heads = names.organisations.proper if field else names.organisations.of_places
    if last == at and line.folded(at) in heads:
        return place.last + field  # «شركة قطر للبترول»
    return place.last if _in_construct(line, at, last, names) else None


def _of_place_too(line: ReadLine, at: int, following: int) -> bool:
    """What still belongs to a body of a place: «شركة الخليج للبترول», «بنك قطر الوطني»."""
    folded = line.folded(following)
    adjective = folded.startswith(ARTICLE) and folded.endswith("يه" if line.folded(at).endswith("ه") else "ي")
    joined = folded.startswith(AND_THE) and line.folded(following - 1).startswith(TAKEN_UP)
    return folded.startswith(TAKEN_UP) or adjective or joined


def _wanted(line: ReadLine, at: int, following: int, names: Names) -> bool:
    """«تجارة» and «وصناعة» after «غرفة»: bare words without which the noun is no body."""
    head, word, completed = line.folded(at), line.folded(following), names.organisations.completed
    wanted = completed.get(head.removeprefix("و")) or completed.get(head[1:]) or ()
    return word in wanted or (following > at + 1 and word.removeprefix("و") in wanted)


def _in_construct(line: ReadLine, at: int, last: int, names: Names) -> bool:
    """«شبكة أطباء السودان»: a bare noun between the noun of bodies and a place."""
    word = line.word(last)
    if last > at and not is_definite(word) and all(_wanted(line, at, x, names) for x in range(at + 1, last + 1)):
        return True
    bare_nouns = last == at + 1 and not is_definite(line.word(at)) and not is_definite(word)
    return bare_nouns and not (among(word, names.common) or _describes(word) or fold(word) in names.verbs)


def _completes(line: ReadLine, at: int, following: int, names: Names) -> bool:
    word, folded = line.word(following), line.folded(following)
    second = following == at + 1
    if second and (folded in names.organisations.generic or _object(line, at, names)):
        return False
    if among(word, names.verbs, names.roles.heads) or folded in names.prepositions:
        return False
    if is_definite(word):
        return _adds(line, at, following, names) and _belongs(line, at, following, names)
    if _wanted(line, at, following, names):
        return True
    if second:
        return _completes_bare(line, at, names)
    pair = (line.word(following - 1), word)
    return not among(word, names.common) and all(is_foreign(x, names) and not is_definite(x) for x in pair)


def _object(line: ReadLine, at: int, names: Names) -> bool:
    """«تطالب النقابة الحكومة»: a definite noun of bodies has an adjective after it, or no name at all."""
    head, bodies = line.folded(at), names.organisations
    adjective = line.folded(at + 1).endswith(_NISBA) or among(line.word(at + 1), names.roles.qualities)
    free = head in bodies.proper and head not in bodies.completed
    return free and is_definite(line.word(at)) and not adjective


def _belongs(line: ReadLine, at: int, following: int, names: Names) -> bool:
    """False for «وزارة الصحة التأكيد», «تويتر للحصول على», «الإسكان بالدور»: what a body does, where and what for."""
    word, folded, before = line.word(following), line.folded(following), line.folded(following - 1)
    nisba, joined, after_definite = (
        folded.endswith(_NISBA),
        folded.startswith("و"),
        is_definite(line.word(following - 1)),
    )
    done = folded.startswith("الت") and not nisba and not folded.endswith("يين") and after_definite
    roles = names.roles
    ends = among(word, names.organisations.ending, names.times, roles.titles, roles.styles, roles.honours, roles.once)
    if done or ends or folded.startswith(IN_THE):
        return False
    if folded.startswith(TAKEN_UP):
        return after_definite and not _governs(line, following, names)
    if before.startswith((TAKEN_UP, AND_THE)) and not joined:
        # «للصحفيين التونسيين», «للمقاولات العامة»
        agrees = (before.endswith("ين") and folded.endswith("يين")) or (before.endswith("ات") and folded.endswith("ه"))
        return nisba or (following > at + _SECOND and agrees)
    return following == at + 1 or joined or nisba or line.folded(at) not in names.organisations.ministries


def _governs(line: ReadLine, at: int, names: Names) -> bool:
    """«للحصول على», «للنهوض بالخدمات», «للتحضير لاجتماع»: an act with its object, not a field."""
    word = line.right(at)
    folded, act = fold(word), line.folded(at).startswith("للت")
    if folded in names.prepositions:
        return act or folded not in names.cues.place_prepositions
    return folded.startswith((IN_THE, TAKEN_UP)) or (act and folded.startswith("ل") and not is_definite(word))


def field_of(line: ReadLine, at: int, names: Names) -> int | None:
    """The end of «لكرة القدم», «لرعاية الشباب» at a word: the field of a body, and part of its name."""
    folded, definite = line.folded(at), line.right(at)
    field = folded.startswith("ل") and folded[1:] in names.organisations.fields and line.close(at)
    return at + 1 if field and is_definite(definite) and fold(definite).startswith(ARTICLE) else None


def _completes_bare(line: ReadLine, at: int, names: Names) -> bool:
    """True for the indefinite word after the noun: «منظمة حماية البيئة», «شركة بلاكووتر», «شبكة أطباء السودان»."""
    head, bodies, word, second = line.folded(at), names.organisations, line.word(at + 1), line.right(at + 1)
    if head in bodies.of_people and line.folded(at + 1) in bodies.people and is_definite(second):
        return True
    if second.startswith(ARTICLE) and not is_definite(line.word(at)):
        inside = line.folded(at + 1) in names.roles.inside and line.folded(at + 1) not in names.prepositions
        return inside or not (among(word, names.common) or _describes(word))
    return head in bodies.proper and is_foreign(word, names)


def _adds(line: ReadLine, at: int, following: int, names: Names) -> bool:
    """False for «والمركز» after the whole name of another body; «الأمن والدفاع» belongs together."""
    head, before, folded = line.folded(at), line.folded(following - 1), line.folded(following)
    if not folded.startswith("و"):
        return True
    # «بالهلال الأحمر والدفاع المدني»
    whole = is_definite(head) and not names.organisations.completed.keys().isdisjoint((head, head[1:], "ا" + head[1:]))
    if whole or _head(line.word(following), names) is not None:
        return False
    field = before.startswith(TAKEN_UP) or (before.endswith("ي") and folded.endswith("ي"))
    ministry = head in names.organisations.ministries
    return following == at + _SECOND or (following > at + 1 and (ministry or field))


def _describes(word: str) -> bool:
    """An adjective of the noun before it, «مسلحة» or «حقوقية», where «حماية» begins the name's own phrase."""
    folded = fold(word)
    relative = folded.endswith(("يه", "ها", "هم")) and not folded.endswith("ايه")
    return relative or (folded.startswith("م") and folded.endswith("ه"))
