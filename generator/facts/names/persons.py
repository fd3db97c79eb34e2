"""People: a known name, or an office stated beside a name; and the office that a text gives to each.

Invariant: nobody becomes an entity by a name alone, and an office has one holder. Whom the text calls a private person,
or says was held, tried or harmed, is left out even with an office, unless the gazetteer knows the person. Whoever holds
an office of a body outside the law is accused: «زعيم العصابة», «مسؤول التوزيع في الشبكة», «أمير التنظيم».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.facts.names.holders import Stated, holders, person, pieces_of
from generator.facts.names.offices import Office, Scene, says_office, scene_of
from generator.facts.names.shape import starts_name
from generator.facts.names.sight import seen
from generator.facts.names.whose import fits, person_of
from generator.facts.names.words import NameSpan, among, in_order, is_definite, words_covered
from generator.lexicon.entities import Entities, Person
from generator.lexicon.names import Names
from generator.model import Evidence
from generator.reading.clitics import TAKEN_UP
from generator.reading.letters import fold, same_sound, sound
from generator.reading.line import ReadLine

_NEAR = 4  # words before an office or a name in which an arrest or a death still concerns its holder


def persons(line: ReadLine, spans: list[NameSpan], entities: Entities, names: Names) -> list[NameSpan]:
    """The spans of a line with its people: known ones with their office, and unknown ones whom an office shows."""
    scene = scene_of(line, [*spans, *_titled(line, spans, entities, names)], names)
    found = dict(scene.by_first)
    for named, stated in holders(pieces_of(scene), scene):
        known = found.get(named.first)
        if known is not None:
            found[named.first] = _with_office(scene, known, stated, entities)
        elif (role := _role_of_somebody(scene, named, stated)) is not None:
            rule = "person-after-office" if stated.before else "person-before-office"
            found[named.first] = replace(named, rule=rule, role=role, office=_whole(role))
    everybody = [*found.values()]
    return in_order((*everybody, *(_in_power(scene, everybody) if seen(line, "rule", names) else ())))


def _titled(line: ReadLine, spans: list[NameSpan], entities: Entities, names: Names) -> Iterator[NameSpan]:
    """«الوزير كيري»: a title right before a family name that one known person bears."""
    families, inside = entities.families, words_covered(spans)
    for at in [at for at, folded in enumerate(line.words) if sound(folded) in families]:
        if at in inside:
            continue
        folded = line.words[at]
        known = families[sound(folded)]
        bearer, title = entities.people[known], line.left(at)
        same = bearer.transliterated and same_sound(folded, fold(bearer.name.split()[-1]))
        styled = is_definite(title) and among(title, names.roles.titles)
        if same and styled and not among(line.word(at), names.common):
            yield NameSpan("person", bearer.id, bearer.name, at, at, "person-short", unsure=True)


def _with_office(scene: Scene, known: NameSpan, stated: Stated, entities: Entities) -> NameSpan:
    """A known person with the office that the text states; of «مستشار الرئيس فلان» the office that he is known by."""
    role, first = _evidence(scene, stated, person_of(known, entities)), known.role
    own = role if known.unsure or says_office(role, scene.names) else None
    # Of two offices of one mention the first, unless it is one word.
    second = first is None or (own is not None and " " not in first.text and " " in own.text)
    fuller = own if second else first
    return replace(known, role=fuller, office=_whole(fuller))


def _whole(role: Evidence | None) -> str:
    """«للرئيس الأمريكي» is the office «الرئيس الأمريكي»: its ل took up the article."""
    text = role.text if role else ""
    return "ا" + text[1:] if text.startswith(TAKEN_UP) else ""


def _evidence(scene: Scene, stated: Stated, known: Person | None) -> Evidence:
    line, office = scene.line, stated.office
    first, prefix = office.first, office.prefix
    if known is not None and stated.before:
        inner = (at for at in (first, *stated.heads) if fits(known, line.slice(at, office.last), scene.names))
        own = next(inner, first)
        first, prefix = own, prefix if own == first else ""
    text = line.word(first)
    # «للمبعوث»: its ل took up the article, so that taking it off would leave no word.
    swallows = prefix.endswith("ل") and text[len(prefix) :].startswith("ل")
    skip = len(prefix) if text.startswith(prefix) and not swallows else 0
    return line.show(first, office.last, "office-before" if stated.before else "office-after", skip)


def _role_of_somebody(scene: Scene, named: NameSpan, stated: Stated) -> Evidence | None:
    """The office that makes somebody known; None for a private person, or one of whom the text tells harm."""
    office, role = stated.office, _evidence(scene, stated, None)
    outlaw = any(_outlaw(scene, office, at) for at in range(office.first + 1, office.last + 1))
    if outlaw or not says_office(role, scene.names):
        return None
    places = (min(named.first, office.first), named.first)
    hidden = any(_harmed(scene.line, at, scene.names) or _called_private(scene, at, office) for at in places)
    return None if hidden else role


def _in_power(scene: Scene, everybody: list[NameSpan]) -> Iterator[NameSpan]:
    """«حكومة فلان الفلاني», «نظام …»: whoever rules holds a public role."""
    line, names = scene.line, scene.names
    scene = replace(scene, inside=words_covered(everybody))
    for at in (noun + 1 for noun in seen(line, "rule", names)):
        free = line.close(at) and at not in scene.inside
        ruler = person(scene, at) if free and starts_name(line, at, names) else None
        if ruler is not None:
            yield replace(ruler, rule="person-in-power")


def _harmed(line: ReadLine, at: int, names: Names) -> bool:
    """True when an arrest, a trial or a death is told shortly before, in the same clause."""
    for near in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if line.stops(near + 1):
            return False
        if among(line.word(near), names.roles.harmed):
            return True
    return False


def _called_private(scene: Scene, at: int, office: Office) -> bool:
    """True for «الطالبة فلانة» and «مساعد الطبيب فلان»; «المدرسة» right after «مديرة» is the school, and no teacher."""
    line, cues = scene.line, scene.names.cues
    directed = -1 if is_definite(line.word(office.first)) else office.first + 1
    return any(
        among(line.word(near), scene.names.roles.private)
        and not (line.stops(near + 1) or near in scene.place_ends)
        and not (near == directed and among(line.word(near), cues.named_places))
        for near in (at - 1, at - 2)
    )


def _outlaw(scene: Scene, office: Office, at: int) -> bool:
    """True where a word of an office is a body outside the law: «مدير شبكة الإذاعة» holds an office."""
    line, cues, word = scene.line, scene.names.cues, scene.line.word(at)
    outlaw = among(word, cues.outlaws)
    if outlaw or not among(word, cues.outlaw_bodies):
        return outlaw
    following, leader = scene.by_first.get(at + 1), line.folded(office.first).removeprefix("و")
    armed = following is not None and following.kind == "organisation" and leader in scene.names.roles.birth
    unnamed = is_definite(word) and _alone(scene, office, at)
    return armed or unnamed or among(line.right(at), cues.outlawed)


def _alone(scene: Scene, office: Office, at: int) -> bool:
    """«أمير التنظيم», «مسؤول التوزيع في الشبكة»: nothing says which; «رئيس قسم التنظيم» is of a department."""
    line, names, before = scene.line, scene.names, scene.line.folded(at - 1)
    if at < office.last and line.folded(at + 1) not in names.prepositions:
        return False
    leads = at - 1 == office.first and before not in names.cues.managing
    return leads or before in names.prepositions or line.folded(at).startswith(TAKEN_UP)
