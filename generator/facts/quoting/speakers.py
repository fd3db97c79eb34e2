"""Who speaks: from the noun phrase of a cue to a person, a body or an office, and from a bare verb back to one before.

Invariant: a label is the name of an entity of the article, or exact words of the text without vowel marks; when neither
can be had, nobody is named.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from generator.facts.quoting.cue import Cue
from generator.facts.quoting.earlier import Earlier
from generator.facts.quoting.mentions import Mention, Names
from generator.facts.quoting.nouns import noun_phrase
from generator.facts.quoting.paragraph import Paragraph
from generator.facts.quoting.speaker import Speaker
from generator.lexicon.speech import Gender, Speech, bare_forms
from generator.model import Entity
from generator.reading.letters import fold, squeeze, tokens


@dataclass(frozen=True)
class Context:
    """What a resolution needs besides the cue: paragraph, lists, names, and who spoke or acted before."""

    para: Paragraph
    speech: Speech
    names: Names
    before: Earlier


def resolve(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """The one whom a noun phrase means; None when the phrase says nothing of use."""
    if cue.kind == "document" or context.speech.is_in("documents", context.para.words[subject[0]]):
        return _issuer(context, cue, subject)
    return (
        _person(context, cue, subject)
        or _body(context, cue, subject)
        or _known_by_office(context, cue, subject)
        or _known_by_short_name(context, cue, subject)
        or _unknown(context, cue, subject)
    )


def carried(before: Earlier, gender: Gender | None, *, plural: bool) -> Speaker | None:
    """The nearest speaker before with whom a verb agrees; None when nobody does, or he cannot be named."""
    found = before.agreeing(gender, plural=plural)
    return found if found and found.label else None


def _span(context: Context, subject: tuple[int, int]) -> tuple[int, int]:
    return context.para.tokens[subject[0]].start, context.para.tokens[subject[1] - 1].end


def _made(context: Context, cue: Cue, subject: tuple[int, int], label: str, entity: Entity | None) -> Speaker:
    words = context.para.words[subject[0] : subject[1]]
    known = frozenset(form for word in (*words, *_name_words(entity)) for form in bare_forms(word))
    person = entity is not None and entity.kind == "person"
    plural = not person and context.speech.is_in("plural", words[0])
    return Speaker(label, entity.id if entity else None, cue.gender, plural, known, context.para.number, person)


def _name_words(entity: Entity | None) -> tuple[str, ...]:
    named = f"{entity.name} {entity.role or ''}" if entity else ""
    return tuple(fold(t.text) for t in tokens(named))


def _person(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    start, end = _span(context, subject)
    found = context.names.people.within(context.para.number, start, end)
    own = next((m for m in found if not _is_owner(context, subject, m)), None)
    if own is None and not found:
        own = _apposed(context, subject, end)
    return _made(context, cue, subject, own.entity.name, own.entity) if own else None


def _apposed(context: Context, subject: tuple[int, int], end: int) -> Mention | None:
    """«قال المتحدث باسم الوزارة، فلان، إن»: the name after the comma, unless something else stands between."""
    if not _THEN_COMMA.match(context.para.text, end):
        return None
    office = context.speech.is_in("speakers", context.para.words[subject[0]])
    at = subject[1]
    while at < min(subject[1] + _MOST_OF_RANK, len(context.para.words)) and context.para.words[at].startswith("ال"):
        at += 1  # «المتحدثة باسم الوزارة، القائد البحري، فلانة»
    after = context.para.tokens[at : at + 2]
    limit = after[-1].end if after else end
    near = context.names.people.within(context.para.number, end, limit)
    return near[0] if near and office else None


def _is_owner(context: Context, subject: tuple[int, int], mention: Mention) -> bool:
    """True when a name only tells whose spokesman, adviser or government speaks."""
    at = next(i for i in range(*subject) if context.para.tokens[i].end > mention.start)
    words, speech = context.para.words, context.speech
    titled = words[at] in speech.lists["titles"]  # The mention itself may begin with the title.
    while at > subject[0] and words[at - 1] in speech.lists["titles"]:
        at, titled = at - 1, True
    if at == subject[0]:
        return False
    before = words[at - 1]
    possessor = before in speech.lists["possessed"] or (titled and before in speech.lists["speakers"])
    return possessor or (not titled and before in speech.lists["possessed"])


def _body(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    start, _ = _span(context, subject)
    first = context.para.tokens[subject[0]]
    found = context.names.bodies.touching(context.para.number, start, first.end)
    return _made(context, cue, subject, found.entity.name, found.entity) if found else None


def _issuer(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """«بيان الوزارة», «بيان صادر عن الوزارة», «بيان لوزارة»: the ministry; «البيان»: whoever spoke through it."""
    words, speech = context.para.words, context.speech
    at, stop = subject
    if not speech.is_in("documents", words[at]):
        return None  # «جاء في الاتفاق»: nobody speaks.
    at += 1
    by = speech.phrase_at("issued_by", words, at) if at < len(words) else 0
    if by:
        at += by
        stop = noun_phrase(context.para, speech, at)
    if at < stop and not words[subject[0]].startswith("ال") and (by or not words[at].endswith(("ي", "يه"))):
        return resolve(context, _unagreed(cue), (at, stop))
    return carried(context.before, None, plural=False)


def _unagreed(cue: Cue) -> Cue:
    return replace(cue, gender=None, kind="finite")


_LONGEST_BACK_REFERENCE = 3
_FEWEST_OF_OFFICE = 2


def _known_by_office(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """«وأضاف المصدر», «وقالت الوزيرة»: the one before who bears that office."""
    construct = _bearer(context, subject)
    if construct:
        return construct
    same = context.speech.lists["same"]
    words = tuple(w for w in context.para.words[subject[0] : subject[1]] if w not in same) or ("",)
    office = words[0].removeprefix("ال")
    listed = context.speech.lists["speakers"] | context.speech.lists["bodies"]
    if office == words[0] or office not in listed or len(words) > _LONGEST_BACK_REFERENCE:
        return None
    bearer = context.before.bearer(office, words[1:])
    if bearer is None and office in context.speech.lists["back_references"]:
        return carried(context.before, cue.gender, plural=False)
    return bearer


def _bearer(context: Context, subject: tuple[int, int]) -> Speaker | None:
    """«وشدد وزير الخارجية»: the one person of the article whose office has all these words."""
    words = context.para.words[subject[0] : subject[1]]
    if len(words) < _FEWEST_OF_OFFICE or words[0] not in context.speech.lists["speakers"]:
        return None
    entity = context.names.holder(words)
    if entity is None:
        return None
    known = frozenset(form for word in (*words, *_name_words(entity)) for form in bare_forms(word))
    return Speaker(entity.name, entity.id, None, False, known, context.para.number, True)


_SHORT_NAME = 2
_THEN_COMMA = re.compile(r'[ )»”"]*[،,]')
_MOST_OF_RANK = 3  # words of a rank between an office and its bearer
_LOOSE = re.compile(r"[«»“”()]")


def _known_by_short_name(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """«وأضافت ويلبارغر»: the one before whose fuller name holds these words."""
    words = context.para.words[subject[0] : subject[1]]
    listed = context.speech.lists["speakers"] | context.speech.lists["bodies"]
    if len(words) > _SHORT_NAME or words[0] in listed or words[0].startswith("ال"):
        return None
    found = context.before.fuller(words[-1])
    return found and Speaker(
        found.label,
        found.id,
        cue.gender or found.gender,
        found.plural,
        found.words,
        context.para.number,
        found.is_person,
    )


def _unknown(context: Context, cue: Cue, subject: tuple[int, int]) -> Speaker | None:
    """A speaker whom no lexicon knows, in the words of the text: a name ends where an office follows it."""
    start, stop = subject
    words, speech = context.para.words, context.speech
    office = next((i for i in range(start + 1, stop) if words[i] in speech.lists["speakers"]), stop)
    headed = (
        speech.is_in("speakers", words[start]) or speech.is_in("bodies", words[start]) or words[start].startswith("ال")
    )
    if not headed:
        stop = office
    if cue.how is None and not cue.after_words and not cue.relayed and cue.kind == "finite":
        stop = _tight(words, start, stop, speech.lists["same"])
    first, last = context.para.tokens[start].start, context.para.tokens[stop - 1].end
    label = plain(context.para.text[first:last])
    return _made(context, cue, (start, stop), label, None)


def _tight(words: tuple[str, ...], start: int, stop: int, same: frozenset[str]) -> int:
    """Where the subject may run on into the object, only its head and the adjectives of relation that agree with it."""
    end = start + 1
    while end < stop and (_is_relation(words[end]) or words[end] in same):
        end += 1
    return end


def _is_relation(word: str) -> bool:
    return word.startswith("ال") and word.endswith(("ي", "يه"))


def plain(text: str) -> str:
    """The words of a name without vowel marks, tatweel and quotation marks at its ends."""
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf") and c != "\u0640")
    kept = squeeze(kept).strip("«»\"“”'()[]، ")
    paired = all(kept.count(opener) == kept.count(closer) for opener, closer in ("“”", "«»", "()"))
    return kept if paired else squeeze(_LOOSE.sub("", kept))
