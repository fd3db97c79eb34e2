"""Who speaks: from the noun phrase of a cue to a person, a body or an office.

Invariant: a label is the name of an entity of the article, or exact words of the text without vowel marks; when neither
can be had, nobody is named.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from generator.facts.names.shape import given
from generator.facts.names.words import among
from generator.facts.quoting.cues import Cue
from generator.facts.quoting.described import described
from generator.facts.quoting.earlier import Earlier, Speaker
from generator.facts.quoting.hearing import Hearing
from generator.facts.quoting.mentions import Mention, Mentioned
from generator.facts.quoting.others import is_sheltered
from generator.facts.quoting.subjects import subject_end
from generator.lexicon import Lexicon
from generator.lexicon.names import Names
from generator.lexicon.speech import Gender, bare_forms, has_form
from generator.model import Entity
from generator.reading.clitics import AND, ARTICLE
from generator.reading.letters import fold, key, squeeze

_LONGEST_BACK_REFERENCE = 3
_FEWEST_OF_OFFICE = 2
_SHORT_NAME = 2
_THEN_COMMA = re.compile(r'[ )»”"]*[،,]')
_MOST_OF_HEAD = 4  # words of a noun and what completes it: «إدارة معلومات الطاقة»
_MOST_OF_RANK = 3  # words of a rank between an office and its bearer
_LOOSE = re.compile(r"[«»“”()]")
_RELATION = ("ي", "يه")


@dataclass(frozen=True)
class Context:
    """What a resolution needs besides the cue: the passage, the names, who spoke or acted before, what may be told.

    public: the words by which the article names its entities.
    """

    para: Hearing
    names: Mentioned
    before: Earlier
    lexicon: Lexicon
    public: frozenset[str] = frozenset()


def resolve(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """The one whom a noun phrase means; None when the phrase says nothing of use."""
    if cue.kind == "document" or has_form(context.para.speech.documents, context.para.line.words[subject[0]]):
        return _issuer(context, cue, subject)
    known = _named(context, subject)
    if known:
        return _somebody(context, cue, subject, known)
    if context.para.line.words[subject[0]] in context.para.speech.styled:
        return context.before.agreeing(None, plural=False)  # «وقال معاليه»
    return (
        _known_by_office(context, cue, subject)
        or _known_by_short_name(context, cue, subject)
        or _unknown(context, cue, subject)
    )


def _made(
    context: Context, gender: Gender | None, subject: tuple[int, int], label: str, entity: Entity | None
) -> Speaker:
    words = context.para.line.words[slice(*subject)]
    named = key(f"{entity.name} {entity.role or ''}").split() if entity else ()
    known = frozenset(form for word in (*words, *named) for form in bare_forms(word))
    person = entity is not None and entity.kind == "person"
    plural = not person and has_form(context.para.speech.plural, words[0])
    id_, line = entity.id if entity else None, context.para.line.number
    return Speaker(label, id_, gender, plural, known, line, person, label)


def _somebody(context: Context, cue: Cue, subject: tuple[int, int], known: Mention) -> Speaker:
    """Who is named in a phrase: an entity by his name, another by the words of the text, two together by theirs."""
    para, entity = context.para, known.entity
    made = _made(context, cue.gender, subject, entity.name, entity)
    second = _second(context, known)
    if second is not None:
        both = para.line.text[known.start : second.end]
        hidden = any(context.names.is_sheltered(x.entity) for x in (known, second))
        return replace(made, label=both, id=None, plural=True, is_person=False, told=None if hidden else both)
    if entity.kind != "person" or context.names.is_entity(entity):
        return made
    start = min(para.line.starts[subject[0]], known.start)
    words = _plain(para.line.text[start : known.end])
    head = para.line.words[subject[0]]
    if context.names.is_sheltered(entity) or is_sheltered(head, para.speech) or head in para.speech.called:
        return replace(made, told=described(words, para.speech, context.lexicon.names, context.public))
    called = words if start == known.start or _calls(context, subject[0]) else entity.name
    return replace(made, label=called, told=called)


def _second(context: Context, known: Mention) -> Mention | None:
    """«فلان وفلان»: another person joined to a name by «و»."""
    line = context.para.line
    at = line.words_to(known.end)
    if at >= len(line.words) or not line.words[at].startswith(AND) or not line.close(at):
        return None
    near = context.names.people.within(line.number, line.starts[at], line.starts[at] + len(AND) + 1)
    return near[0] if near and near[0].end > known.end else None


def _calls(context: Context, at: int) -> bool:
    """True where a phrase begins with what somebody is: a describing noun, a definite word, the «د» of «د. سمير»."""
    word = context.para.line.words[at]
    return len(word) == 1 or word.startswith(ARTICLE) or has_form(context.para.speech.describing, word)


def _named(context: Context, subject: tuple[int, int]) -> Mention | None:
    """The person named in a phrase or in apposition to it, else the body with whose name it begins."""
    para, names = context.para, context.names
    start, end = para.line.starts[subject[0]], para.line.tokens[subject[1] - 1].end
    found = names.people.within(para.line.number, start, end)
    own = next((m for m in found if not _is_owner(para, subject[0], m)), None)
    own = _apposed(context, subject, end) if own is None and not found else own
    return own or names.bodies.touching(para.line.number, start, para.line.tokens[subject[0]].end)


def _apposed(context: Context, subject: tuple[int, int], end: int) -> Mention | None:
    """«قال المتحدث باسم الوزارة، فلان، إن»: the name after the comma, unless something else stands between."""
    para, at = context.para, subject[1]
    if not _THEN_COMMA.match(para.line.text, end) or not has_form(para.speech.speakers, para.line.words[subject[0]]):
        return None
    while at < min(subject[1] + _MOST_OF_RANK, len(para.line.words)) and para.line.words[at].startswith(ARTICLE):
        at += 1  # «المتحدثة باسم الوزارة، القائد البحري، فلانة»
    after = para.line.tokens[at : at + 2]
    near = context.names.people.within(para.line.number, end, after[-1].end if after else end)
    return near[0] if near else None


def _is_owner(para: Hearing, first: int, mention: Mention) -> bool:
    """True when a name only tells whose spokesman, adviser or government speaks."""
    words, speech = para.line.words, para.speech
    at = next(i for i in range(first, len(words)) if para.line.tokens[i].end > mention.start)
    titled = words[at] in speech.titles  # The mention itself may begin with the title.
    while at > first and words[at - 1] in speech.titles:
        at, titled = at - 1, True
    before = words[at - 1]
    return at > first and (before in speech.possessed or (titled and before in speech.speakers))


def _issuer(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """«بيان الوزارة», «بيان صادر عن الوزارة», «بيان لوزارة»: the ministry; «البيان»: whoever spoke through it."""
    words, speech = context.para.line.words, context.para.speech
    at, stop = subject
    if not has_form(speech.documents, words[at]):
        return None  # «جاء في الاتفاق»: nobody speaks.
    at += 1
    by = speech.issued_by.at(words, at)
    if not by and at >= stop and words[subject[0]].startswith(ARTICLE) and has_form(speech.studies, words[subject[0]]):
        return _made(context, cue.gender, subject, context.para.line.written[subject[0]], None)  # «الدراسة»
    if by:
        at += by
        stop = subject_end(context.para, at)
    if at < stop and not words[subject[0]].startswith(ARTICLE) and (by or not words[at].endswith(_RELATION)):
        return resolve(context, replace(cue, gender=None, kind="finite"), (at, stop))
    return context.before.agreeing(None, plural=False)


def _known_by_office(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """«وشدد وزير الخارجية»: the one person of that office; «وأضاف المصدر»: the one before who bears it."""
    words, speech = context.para.line.words[slice(*subject)], context.para.speech
    constructed = len(words) >= _FEWEST_OF_OFFICE and words[0] in speech.speakers
    holder = context.names.holder(words) if constructed else None
    if holder:
        return _made(context, None, subject, holder.name, holder)
    words = tuple(w for w in words if w not in speech.same) or ("",)
    office = words[0].removeprefix(ARTICLE)
    if office == words[0] or len(words) > _LONGEST_BACK_REFERENCE:
        return None
    if office not in speech.speakers:
        return context.before.headed(office) if len(words) == 1 else None
    bearer = context.before.bearer(office, words[1:])
    if bearer is None and office in speech.back_references:
        return context.before.agreeing(cue.gender, plural=False)
    return bearer


def _known_by_short_name(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """«وأضافت ويلبارغر», «وقال المهندس الجاسر»: the one before, or the one of the article, whose name ends so."""
    words, speech, names = context.para.line.words[slice(*subject)], context.para.speech, context.lexicon.names.roles
    at = 0
    while at < len(words) - 1 and (len(words[at]) == 1 or among(words[at], names.styles, names.titles, names.honours)):
        at += 1
    rest = words[at:]
    if len(rest) > _SHORT_NAME or any(has_form(speech.describing, word) for word in rest):
        return None
    found = context.before.fuller(rest[-1])
    person = context.names.of_family(rest[-1]) if found is None else None
    if person is not None and set(rest) <= set(key(person.name).split()):
        mention = person.mentions[0]
        found = _somebody(context, cue, subject, Mention(mention.start, mention.end, person))
    return found and replace(found, gender=cue.gender or found.gender, line=context.para.line.number)


def _unknown(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """A speaker whom no lexicon knows, in the words of the text: a name ends where an office follows it."""
    start, stop = subject
    words, speech = context.para.line.words, context.para.speech
    if not (has_form(speech.offices, words[start]) or words[start].startswith(ARTICLE)):
        stop = next((i for i in range(start + 1, stop) if words[i] in speech.speakers), stop)
    if cue.how is None and not cue.after_words and not cue.relayed and cue.kind == "finite":
        stop = _head_end(context.para, start, stop)
    if stop == start + 1 and words[start] in speech.bodies:
        return None  # «صحيفة», «إدارة»: which one is not read
    label = _plain(context.para.line.text[context.para.line.starts[start] : context.para.line.tokens[stop - 1].end])
    told = label if label in context.public else described(label, speech, context.lexicon.names, context.public)
    told = told and _without_styles(told, context.lexicon.names)
    told = told or _in_marks(context, start, stop)
    return replace(_made(context, cue.gender, (start, stop), label, None), told=told)


def _without_styles(told: str, names: Names) -> str | None:
    """«وكيل الوزارة الدكتورة»: no style whose name is not read."""
    words = told.split()
    while words and among(words[-1], names.roles.styles):
        words.pop()
    return told if len(words) == len(told.split()) else " ".join(words) or None


def _in_marks(context: Context, start: int, stop: int) -> str | None:
    """A subject that stands in marks, whole, by what they hold: «وأعلنت "مايكروسوفت"»; no given name is in it."""
    line, names = context.para.line, context.lexicon.names
    piece = context.para.first_piece(line.tokens[start - 1].end if start else 0)
    marked = piece is not None and piece.closed and piece.start == line.starts[start]
    if piece is None or not marked or piece.end < line.tokens[stop - 1].end:
        return None
    words = line.written[start : line.words_to(piece.end)]
    person = any(given(word, names) or fold(word) in names.particles for word in words)
    return None if person else line.text[piece.start : piece.end]


def _head_end(para: Hearing, start: int, stop: int) -> int:
    """Where the subject may run on into the object, the end of its head with what completes it."""
    words, at = para.line.words, start
    if not words[start].startswith(ARTICLE):
        definite = (i for i in range(start + 1, min(start + _MOST_OF_HEAD, stop)) if words[i].startswith(ARTICLE))
        at = next(definite, start)
    agreed = (words[i].startswith(ARTICLE) and words[i].endswith(_RELATION) for i in range(at + 1, stop))
    loose = (i for i, is_agreed in enumerate(agreed, at + 1) if not is_agreed and words[i] not in para.speech.same)
    return next(loose, stop)


def _plain(text: str) -> str:
    """The words of a name without vowel marks, tatweel and quotation marks at its ends."""
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf") and c != "\u0640")
    kept = squeeze(kept).strip("«»\"“”'()[]، ")
    paired = all(kept.count(opener) == kept.count(closer) for opener, closer in ("“”", "«»", "()"))
    return kept if paired else squeeze(_LOOSE.sub("", kept))
