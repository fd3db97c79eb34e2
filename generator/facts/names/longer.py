"""Known bodies and places inside longer names: «الهلال الأحمر السعودي», «بن محمد السويد», «لـ«الشرق الأوسط»».

Invariant: a known name counts only where it is whole.
"""

from __future__ import annotations

from generator.facts.names.bodies import field_of, state_of
from generator.facts.names.shape import given, is_foreign, name_like
from generator.facts.names.words import Span, among, is_definite, plain
from generator.lexicon.entities import Entities, Organisation
from generator.lexicon.names import Names
from generator.reading.line import ReadLine

_BY_NAME = ("armed-group", "company", "ngo")  # «حماس الفلسطينية» is no other one
_OPENERS, _CLOSERS = frozenset('«“"„'), frozenset('»”"')


def longer_body(words: ReadLine, span: Span, entities: Entities, names: Names) -> bool:
    """True when a field or another state's adjective after the name of a body makes it a longer one."""
    if field_of(words, span.last + 1, names) is not None:
        return True
    after = words.word(span.last + 1) if words.close(span.last + 1) else ""
    state = state_of(after, entities, names) if after and plain(after).startswith("ال") else None
    body = entities.organisations.get(span.id or "")
    if state is None or body is None or (body.kind in _BY_NAME and span.first == span.last):
        return False
    return not _of_state(state, body, entities)


def _of_state(state: str, body: Organisation, entities: Entities) -> bool:
    """True when a body is of a state: its file says so, or one of its names has the state or its adjective."""
    if body.body is not None:
        return body.body.state == state
    place = entities.states[state]
    stems = tuple(map(plain, (place.name.removeprefix("ال"), *place.nisba)))
    return any(stem in plain(name) for name in (body.name, *body.variants) for stem in stems)


def of_place(words: ReadLine, span: Span, names: Names) -> bool:
    """False for a place's name that is part of a person's, or that stands in marks as the name of a newspaper."""
    if _is_paper(words, span, names):
        return False
    before = words.word(span.first - 1) if words.close(span.first) and not span.prefix else ""
    if span.rule == "place-sound" and span.first == span.last and _named_on(words, span, names):
        return False
    if not before or span.first != span.last:
        return True
    if plain(words.word(span.first - 2)) in names.sonship and words.close(span.first - 1):
        return False  # «بن محمد السويد»
    if span.rule == "place-sound":
        return not (is_foreign(before, names) and name_like(before, names))
    both = given(before, names) and given(words.word(span.first - 2), names) and words.close(span.first - 1)
    return not (both and plain(words.word(span.first)).startswith("ال"))


def _named_on(words: ReadLine, span: Span, names: Names) -> bool:
    """«ساندرا بولوك»: a word that could be a name after one that only sounds like a place."""
    after = words.word(span.last + 1) if words.close(span.last + 1) else ""
    return bool(after) and not is_definite(after) and name_like(after, names)


def _is_paper(words: ReadLine, span: Span, names: Names) -> bool:
    """«قال لـ«الشرق الأوسط»», «أبلغ "الرياض"»: a place in marks after «ل» or a verb; «صحيفة الرياض»."""
    before = words.word(span.first - 1)
    press = among(before, names.cues.press) and not words.stops(span.first) and not words.comma(span.first)
    end = words.tokens[span.last].end
    marked = not _OPENERS.isdisjoint(words.gap(span.first)) and not _CLOSERS.isdisjoint(words.text[end : end + 1])
    return press or (marked and (plain(before) == "ل" or among(before, names.verbs)))
