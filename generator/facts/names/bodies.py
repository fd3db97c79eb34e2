"""Organisations beyond the gazetteer: bodies of states, and names built on a noun such as «منظمة» or «لجنة».

Invariant: a built name is a piece of its line; that of a state's body is its noun and the state's adjective. Where such
a name ends is told in `extent`; here, whether it names a body at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.names.agreement import form_of
from generator.facts.names.extent import reach
from generator.facts.names.heads import Body, Reach, noun_of
from generator.facts.names.shape import is_foreign
from generator.facts.names.sight import seen
from generator.facts.names.words import NameSpan, among, bare_or_joined, is_definite, state_of, words_covered
from generator.lexicon.entities import Entities, Place
from generator.lexicon.names import Names
from generator.reading.clitics import ARTICLE, analyses
from generator.reading.line import ReadLine

_FEWEST = 2  # words that complete a noun which many bodies share: «لجنة التحقيق» names none


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


def built(line: ReadLine, spans: list[NameSpan], entities: Entities, names: Names) -> Iterator[NameSpan]:
    """«منظمة العمل ضد الجوع», «لجنة الأمن والدفاع النيابية»: a noun of bodies and what completes its name."""
    inside, first_of = words_covered(spans), {span.first: span for span in spans}
    free = 0
    for at in seen(line, "body", names):
        if at < free or at in inside:
            continue
        body = Body(line, at, first_of, entities, names)
        found = reach(body)
        if found is not None and _enough(body, found) and _heads_body(body, found):
            prefix = _prefix(line.word(at), body.noun)
            name = line.with_article(at, found.last, prefix)
            yield NameSpan("organisation", None, name, at, found.last, "organisation-built", prefix, "probable")
            free = found.last + 1


def _prefix(word: str, noun: str) -> str:
    """The clitic before a noun of bodies."""
    return next(r.prefix for r in analyses(word) if (ARTICLE if r.definite else "") + r.stem == noun)


def _enough(body: Body, found: Reach) -> bool:
    """True when a name tells which body it is: one word after a «حزب», two after a «لجنة», or its state."""
    bodies = body.names.organisations
    if body.noun in bodies.proper or found.called or (found.placed and body.noun in bodies.of_places):
        return True
    last = body.line.word(found.last)
    if state_of(last, body.entities) is not None and not (found.last == body.at + 1 and body.form.definite):
        return True
    return found.last - body.at >= _FEWEST and (found.field or body.noun not in bodies.for_fields)


def _heads_body(body: Body, found: Reach) -> bool:
    """«زعيم حركة النهضة», but not «حركة المرور»; «قيادة القوات», not «قيادة المدرب»; not «اللجنة المنظمة للحفل»."""
    line, at, names, noun = body.line, body.at, body.names, body.noun
    bodies, second = names.organisations, line.folded(at + 1)
    if noun in bodies.movements:
        return _is_group(body)
    if noun in bodies.completed.keys() - bodies.clubs:
        return second in bodies.completed[noun] or found.placed
    if _holds_another(body) or _of_what_was_told(body, found):
        return False
    described = line.folded(at) == "المنظمه" and line.close(at) and is_definite(line.word(at - 1))
    return not described or among(line.word(at - 1), names.roles.heads)


def _is_group(body: Body) -> bool:
    """«زعيم حركة النهضة», «أعلنت حركة التغيير», «حركة الشباب الصوماليين»; not «حركة الرياح السطحية»."""
    line, at, names = body.line, body.at, body.names
    before, third = line.left(at), line.word(at + 2)
    nation = state_of(third, body.entities) or state_of(third.removesuffix("ين"), body.entities)
    said = among(before, names.verbs) and before.endswith("ت")
    leads = said or bare_or_joined(before, names.cues.group_nouns) or among(before, names.roles.heads)
    return bool(nation) or leads or is_foreign(line.word(at + 1), names)


def _holds_another(body: Body) -> bool:
    """«مجلس إدارة الشركة», «بعثة نادي كذا», «مكتب المؤسسة العامة»: part of another body, or on its way."""
    bodies, second = body.names.organisations, body.line.word(body.at + 1)
    part = body.line.folded(body.at + 1) in bodies.parts
    return part or (body.noun in bodies.holding and noun_of(second, body.names) is not None)


def _of_what_was_told(body: Body, found: Reach) -> bool:
    """«اللجنة الإعلامية للمهرجان», «الجمعية العمومية للاتحاد»: which one, the text told before."""
    last = form_of(body.line.word(found.last), body.names)
    told = last.stem in body.names.organisations.told or noun_of(ARTICLE + last.stem, body.names) is not None
    return found.field and last.definite and told and body.form.definite
