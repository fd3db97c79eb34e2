"""What a body is for: «للسياحة», «لكرة القدم», and the fields that «و» joins to it.

Invariant: a field is a noun; an act with its object («للحصول على») and another body («والمركز») are none.
"""

from __future__ import annotations

from generator.facts.names.agreement import WordForm, form_of
from generator.facts.names.heads import Body, Reach, noun_of
from generator.facts.names.words import among, is_definite
from generator.lexicon.names import Names
from generator.reading.clitics import ARTICLE, IN_THE, TAKEN_UP
from generator.reading.letters import fold
from generator.reading.line import ReadLine


def with_field(body: Body, here: Reach, at: int) -> Reach | None:
    """«للسياحة», «لكرة القدم»: what a body is for; not «للحصول على», and not what its own member is for."""
    line, names = body.line, body.names
    town = here.placed and body.noun in names.organisations.completed  # «أمانة جدة»
    if here.field or town or body.noun in names.organisations.ministries:
        return None
    if line.folded(at).startswith(TAKEN_UP):
        form = form_of(line.word(at), names)
        trade = form.number == "things" or ARTICLE + form.stem in names.organisations.generic
        whole = is_definite(line.word(here.last)) or here.placed or (here.called and trade)
        governs = not here.placed and _governs(line, at, names)
        return Reach(at, form, field=True) if whole and not governs else None
    last = field_of(line, at, names)
    direct = body.form.definite or here.described or body.noun in names.organisations.of_people
    if last is None or not direct:
        return None
    return Reach(last, form_of(line.word(last), names), field=True)


def field_of(line: ReadLine, at: int, names: Names) -> int | None:
    """The end of «لكرة القدم», «لرعاية الشباب» at a word: the field of a body, and part of its name."""
    folded, definite = line.folded(at), line.right(at)
    field = folded.startswith("ل") and folded[1:] in names.organisations.fields and line.close(at)
    return at + 1 if field and is_definite(definite) and fold(definite).startswith(ARTICLE) else None


def joined_field(body: Body, here: Reach, at: int) -> Reach | None:
    """«والدفاع», «وتقنية المعلومات»: a second field; not «والمركز», «والجامعتين», which are others."""
    line, names = body.line, body.names
    word, bodies = line.word(at), names.organisations
    beside = here.placed and not here.field  # «أمانة الرياض والدفاع المدني»
    if beside or not _may_join(body, here) or noun_of(word, names) is not None:
        return None
    form = form_of(word, names)
    if form.definite:
        return Reach(at, form, field=here.field) if _alike(form, here, names) else None
    second = form_of(line.right(at), names)
    bare = line.folded(at)[1:] in bodies.fields and not here.placed and body.noun not in bodies.of_places
    return Reach(at + 1, second, field=here.field) if bare and second.definite and not second.adjective else None


def _governs(line: ReadLine, at: int, names: Names) -> bool:
    """«للحصول على», «للنهوض بالخدمات», «للظفر بعقد»: an act with its object, not a field."""
    word, act = line.right(at), line.folded(at).startswith("للت")
    folded = fold(word)
    if folded in names.prepositions:
        return act or folded not in names.cues.place_prepositions
    if folded.startswith("ب") and not form_of(word, names).definite:
        return not among(word[1:], names.cues.place_nouns) and among(line.word(at)[2:], names.organisations.acts)
    return folded.startswith((IN_THE, TAKEN_UP)) or (act and folded.startswith("ل") and not is_definite(word))


def _alike(form: WordForm, here: Reach, names: Names) -> bool:
    """A field like the one before: «والإعلام» after «الثقافة», «والمواصلات» after «الطرق»; «والشركات» is none."""
    if form.number in ("people", "things") or form.stem in names.organisations.plurals:
        return here.inner is not None and here.inner.number in (form.number, "many")
    return form.stem not in names.organisations.generic


def _may_join(body: Body, here: Reach) -> bool:
    """True after a field or what the noun is of, and their adjectives; «بالهلال الأحمر والدفاع المدني» are two."""
    noun, bodies = body.noun, body.names.organisations
    if noun in bodies.completed and body.form.definite and not here.field:
        return False
    direct = here.last == body.at + 1 or here.field or not here.described
    return (here.inner is not None and direct) or noun in bodies.ministries
