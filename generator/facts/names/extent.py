"""Where the name of a body ends: what can complete its noun, and what only follows in the sentence.

A name is its noun, a noun or a name in construct with it, the adjectives of both, the fields that «ل» gives it, and
what «و» joins to a field. Invariant: the words follow each other without a mark, and after the first definite noun
only an adjective that agrees, a field or a joined field goes on: «وصف حزب العمال البريطاني الميزانية» ends before what
was described.
"""

from __future__ import annotations

from dataclasses import replace

from generator.facts.names.agreement import WordForm, agrees, form_of
from generator.facts.names.fields import joined_field, with_field
from generator.facts.names.heads import Body, Reach
from generator.facts.names.shape import is_foreign
from generator.facts.names.words import NameSpan, among, is_definite, state_of
from generator.lexicon.entities import Entities
from generator.lexicon.names import Names
from generator.reading.clitics import AND, AND_THE, ARTICLE, IN_THE, TAKEN_UP, TO_OR_IN, readings
from generator.reading.letters import fold
from generator.reading.line import ReadLine

_LONGEST = 7  # words after the noun: «وزارة الشؤون الإسلامية والأوقاف والدعوة والإرشاد»
_SECOND = 2  # words after the noun: «لجنة الأمن والدفاع»


def reach(body: Body) -> Reach | None:
    """How far the name goes; None when nothing completes its noun."""
    here = Reach(body.at)
    while here.last - body.at < _LONGEST and body.line.close(here.last + 1):
        following = _next(body, here)
        if following is None:
            break
        here = following
    return here if here.last > body.at else None


def _next(body: Body, here: Reach) -> Reach | None:
    """The name with what follows it; None where it ends."""
    line, names, at = body.line, body.names, here.last + 1
    if at in body.spans and not _state_adjective(body, at):
        return _with_place(body, here, body.spans[at])
    if _ends(line, at, names):
        return None
    folded, inside = line.folded(at), here.last > body.at
    if inside and folded.startswith("ل"):
        return with_field(body, here, at)
    joined = joined_field(body, here, at) if inside and folded.startswith(AND) else None
    return joined or _with_word(body, here, at)


def _with_word(body: Body, here: Reach, at: int) -> Reach | None:
    """A word by itself, definite or not; one that «و», «ب» or «ل» stands before is of another phrase."""
    form = form_of(body.line.word(at), body.names)
    if not form.definite:
        return _with_bare(body, here, at)
    joined = body.line.folded(at).startswith((AND_THE, IN_THE, TAKEN_UP))
    return None if joined else _with_definite(body, here, at, form)


def _state_adjective(body: Body, at: int) -> bool:
    """«السعودية» in «الجمعية السعودية لطب الأسرة»: a state's name that is its adjective too, and agrees."""
    span, word = body.spans[at], body.line.word(at)
    one = span.kind == "place" and span.first == span.last and not span.prefix
    return one and at > body.at and state_of(word, body.entities) is not None and body.form.number == "she"


def _ends(line: ReadLine, at: int, names: Names) -> bool:
    """True for a word that is no part of any name: a verb, a day, «السابق», somebody's title."""
    word, roles, bodies = line.word(at), names.roles, names.organisations
    if line.folded(at) in names.prepositions or among(word, names.verbs, roles.heads):
        return True
    return is_definite(word) and among(word, bodies.ending, names.times, roles.titles, roles.styles, roles.once)


def _with_definite(body: Body, here: Reach, at: int, form: WordForm) -> Reach | None:
    """A definite word: what the noun is of, or an adjective that agrees."""
    names, first = body.names, at == body.at + 1
    if first and (_generic(body, at) or form.stem in names.organisations.ordinals):
        return None
    bare = first or not (is_definite(body.line.word(here.last)) or here.called or here.placed)
    if bare and not body.form.definite:
        club = body.noun in names.organisations.clubs and form.stem not in names.organisations.societies
        return replace(here, last=at, inner=None if club else form, called=club)
    nation = here.called and is_of_nation(body.line.word(at), form, body.entities, names)
    if nation or not form.adjective:
        return None
    if here.inner is not None and agrees(form, here.inner):
        both = agrees(form, body.form)
        return replace(here, last=at, described=here.described + both)
    if agrees(form, body.form) and not here.field:
        return replace(here, last=at, inner=None, described=here.described + 1)
    return None


def is_of_nation(word: str, form: WordForm, entities: Entities, names: Names) -> bool:
    """True for «الألماني» and «الإنجليزي», which tell whose a club or company is."""
    return form.stem in names.clubs.peoples or state_of(word, entities) is not None


def _generic(body: Body, at: int) -> bool:
    """«منظمة الإرهاب», «شركة صناعة الهواتف»: a word that names none by itself."""
    folded, bodies = body.line.folded(at), body.names.organisations
    return folded in bodies.generic or folded in bodies.descriptions.get(body.noun, ())


def _with_bare(body: Body, here: Reach, at: int) -> Reach | None:
    """An indefinite word: «منظمة حماية البيئة», «شركة بلاكووتر», «شركة بي إم دبليو»."""
    line, names = body.line, body.names
    if wanted(line, body.at, at, names):
        return Reach(at)
    if at == body.at + 1:
        return _with_first(body, at) if _opens(body, at) else None
    spelled = line.folded(here.last) in names.organisations.letters
    if spelled and (line.folded(at) in names.organisations.letters or is_foreign(line.word(at), names)):
        return Reach(at, called=True)
    together = (line.word(here.last), line.word(at))
    unlisted = not among(line.word(at), names.common) and not line.folded(at).startswith((AND, *TO_OR_IN))
    foreign = unlisted and all(is_foreign(x, names) and not is_definite(x) for x in together)
    return Reach(at, called=True) if foreign else None


def _with_first(body: Body, at: int) -> Reach:
    """The indefinite word that a name begins with, and the second half of «سان هوزيه»."""
    line, names, following = body.line, body.names, body.line.right(at)
    pair = line.folded(at) in names.cues.place_openings and bool(following)
    whole = not _in_article(following, names) or state_of(following, body.entities) is not None
    return Reach(at + pair, called=whole)


def _opens(body: Body, at: int) -> bool:
    """True for the indefinite word after the noun that a name begins with."""
    line, names, bodies = body.line, body.names, body.names.organisations
    word, second, noun = line.word(at), line.right(at), body.noun
    purpose = line.folded(at)[:1] == "ل" and line.folded(at)[1:] in bodies.fields  # «شركة لصناعة الشاحنات»
    if purpose or _generic(body, at) or body.form.definite:
        return False
    if noun in bodies.of_people and line.folded(at) in bodies.people and is_definite(second):
        return True
    if _in_article(second, names):
        inside = line.folded(at) in names.roles.inside
        return inside or not (among(word, names.common) or describes(word))
    if noun in bodies.proper or noun in bodies.foreign:
        spelled = line.folded(at) in bodies.letters and line.folded(at) not in names.common
        return spelled or _called(word, second, names)
    return False


def _in_article(word: str, names: Names) -> bool:
    """True for «الهواتف» and «الأسرة», with nothing before their article."""
    return word.startswith(ARTICLE) and form_of(word, names).definite


def _called(word: str, second: str, names: Names) -> bool:
    """«توتال», «سيريزا» by their sound; not «كردي» and «فيها», nor a word that an everyday one hides in."""
    folded = fold(word)
    lists = (names.common, names.prepositions, names.roles.inside)
    everyday = any(r.stem in known for r in readings(word) for known in lists)
    adjective = folded.endswith(("ي", "يه")) and len(folded) >= len("كردي") and not is_foreign(second, names)
    if folded in names.organisations.companies:
        return True
    verb = folded.startswith("ي") and folded.endswith("ون")
    return is_foreign(word, names) and not (everyday or adjective or verb or folded.startswith("ل"))


def describes(word: str) -> bool:
    """An adjective of the noun before it, «مسلحة» or «حقوقية», where «حماية» begins the name's own phrase."""
    folded = fold(word)
    relative = folded.endswith(("يه", "ها", "هم")) and not folded.endswith("ايه")
    return relative or (folded.startswith("م") and folded.endswith("ه"))


def wanted(line: ReadLine, at: int, following: int, names: Names) -> bool:
    """«تجارة» and «وصناعة» after «غرفة»: bare words without which the noun is no body."""
    head, word, completed = line.folded(at), line.folded(following), names.organisations.completed
    own = completed.get(head.removeprefix("و")) or completed.get(head[1:]) or ()
    return word in own or (following > at + 1 and word.removeprefix("و") in own)


def _with_place(body: Body, here: Reach, place: NameSpan) -> Reach | None:
    """The end of a place's name that is part of a body's: «جامعة الموصل», «شبكة أطباء السودان»; else None."""
    line, names = body.line, body.names
    if place.kind != "place" or place.prefix:
        return None
    field = line.close(place.last + 1) and line.folded(place.last + 1).startswith(TAKEN_UP)
    heads = names.organisations.proper if field else names.organisations.of_places
    direct = here.last == body.at and body.noun in heads
    if not direct and not _in_construct(body, here):
        return None
    form = WordForm(definite=True, number="she", adjective=False, stem="")
    club = direct and body.noun in names.organisations.clubs
    half = club and line.close(place.last + 1) and line.folded(place.last + 1) in names.clubs.endings
    return Reach(place.last + half, None if direct else form, placed=True, called=club)


def _in_construct(body: Body, here: Reach) -> bool:
    """«شبكة أطباء السودان»: a bare noun between the noun of bodies and a place."""
    line, names, last = body.line, body.names, here.last
    word, after = line.word(last), range(body.at + 1, last + 1)
    if last > body.at and not is_definite(word) and all(wanted(line, body.at, x, names) for x in after):
        return True
    bare_nouns = last == body.at + 1 and not body.form.definite and not is_definite(word)
    return bare_nouns and not (among(word, names.common) or describes(word) or fold(word) in names.verbs)
