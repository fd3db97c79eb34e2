"""Is a known name whole where it stands, and its bearer's: not part of a longer name, of a title or of another's name.

«الهلال الأحمر السعودي» is another body, «بن محمد السويد» no state, «لـ«الشرق الأوسط»» a newspaper, and «فلان، وهو سائق»
another of that name.
"""

from __future__ import annotations

from generator.facts.names.agreement import agrees, form_of
from generator.facts.names.fields import field_of
from generator.facts.names.shape import given, is_foreign, name_like
from generator.facts.names.words import (
    TANWIN,
    NameSpan,
    among,
    bare_or_joined,
    is_definite,
    is_indefinite_accusative,
    state_of,
)
from generator.lexicon.entities import Entities, Organisation
from generator.lexicon.names import Names
from generator.reading.clitics import ARTICLE, PREPOSITIONS
from generator.reading.letters import fold
from generator.reading.line import ReadLine

_COUNTRY_ENDING = "يا"  # «سوريا» and «سوريًّا» differ by marks alone
_NEAR = 6  # words before a name among which its office may begin
_BY_NAME = ("armed-group", "company", "ngo")  # «حماس الفلسطينية» is no other one
_OPENERS, _CLOSERS = frozenset('«“"„'), frozenset('»”"')
_MOST_IN_TITLE = 6  # words of a title in marks


def is_whole(line: ReadLine, x: NameSpan, entities: Entities, names: Names) -> bool:
    """True when the words beside a known name leave it what it is."""
    if x.kind == "organisation":
        part = _longer_body(line, x, entities, names)
    elif x.kind == "person":
        part = not _of_person(line, x, names)
    elif x.kind == "place":
        somebody = _of_somebody(line, x, names) or _is_paper(line, x, names)
        part = somebody or _is_word(line, x, names) or _of_contest(line, x, entities, names)
    else:
        part = False
    return not (part or _in_title(line, x, names))


def _in_title(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """«فيلم «القاهرة 30»»: a name inside the marks of a title, after a noun of works."""
    for first in range(x.first, max(-1, x.first - _MOST_IN_TITLE), -1):
        gap = line.gap(first)
        if not _OPENERS.isdisjoint(gap):
            return any(among(line.word(near), names.cues.works) for near in (first - 1, first - 2))
        if not _CLOSERS.isdisjoint(gap):
            return False
    return False


def _of_person(line: ReadLine, x: NameSpan, names: Names) -> bool:
    before = line.left(x.first)
    described = x.first == x.last and is_definite(line.word(x.first)) and is_definite(before)
    private = among(before, names.roles.private) or _of_everyday(line, x, names)
    return not private and (not described or among(before, names.roles.titles))


def _of_everyday(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """«فلان، وهو سائق شاحنة»، «فلان، طالب جامعي»، «فلان (12 عاما)»: another of that name."""
    at, roles = x.last + 1, names.roles
    if line.stops(at):
        return False
    linked = line.folded(at) in names.cues.personal
    trade = at + linked
    if (linked or line.comma(at)) and not is_definite(line.word(trade)) and line.folded(trade) in roles.everyday:
        return True
    near = (line.word(before) for before in range(max(0, x.first - _NEAR), x.first))
    young = line.folded(trade).isdecimal() and line.folded(trade + 1) in names.cues.ages
    return young and x.first < x.last and not any(among(word, roles.titles, roles.heads) for word in near)


def _longer_body(line: ReadLine, x: NameSpan, entities: Entities, names: Names) -> bool:
    """True when a field or another state's adjective after the name of a body makes it a longer one."""
    if field_of(line, x.last + 1, names) is not None:
        return True
    after = line.right(x.last)
    state = state_of(after, entities) if fold(after).startswith(ARTICLE) else None
    body = entities.organisations.get(x.id or "")
    if state is None or body is None or (body.kind in _BY_NAME and x.first == x.last):
        return False
    return not _of_state(state, body, entities)


def _of_state(state: str, body: Organisation, entities: Entities) -> bool:
    """True when a body is of a state: its file says so, or one of its names has the state or its adjective."""
    if body.body is not None:
        return body.body.state == state
    place = entities.states[state]
    stems = tuple(map(fold, (place.name.removeprefix(ARTICLE), *place.nisba)))
    return any(stem in fold(name) for name in (body.name, *body.variants) for stem in stems)


def _of_somebody(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """True for a word that is part of a person's name: «ساندرا بولوك», «بن محمد السويد», «محمد فهد الرياض»."""
    before, after = "" if x.prefix else line.left(x.first), line.right(x.last)
    heard, last_but_one = x.rule == "place-sound", line.close(x.first - 1)
    if x.first < x.last:
        return False
    if heard and after and not is_definite(after) and name_like(after, names):
        return True
    if not before or (line.folded(x.first - 2) in names.sonship and last_but_one):
        return bool(before)
    if heard:
        return is_foreign(before, names) and name_like(before, names)
    both = given(before, names) and given(line.word(x.first - 2), names) and last_but_one
    return both and line.folded(x.first).startswith(ARTICLE)


def _is_paper(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """«قال لـ«الشرق الأوسط»», «أبلغ "الرياض"»: a place in marks after «ل» or a verb; «صحيفة الرياض»."""
    before, end = line.word(x.first - 1), line.tokens[x.last].end
    press = among(before, names.cues.press) and not line.stops(x.first) and not line.comma(x.first)
    marked = not _OPENERS.isdisjoint(line.gap(x.first)) and not _CLOSERS.isdisjoint(line.text[end : end + 1])
    return press or (marked and (fold(before) == "ل" or among(before, names.verbs)))


def _of_contest(line: ReadLine, x: NameSpan, entities: Entities, names: Names) -> bool:
    """«كأس آسيا», and «الجماهير السعودية», where a state's name is its adjective; no place is told of."""
    before = "" if x.prefix else line.left(x.first)
    if not before or x.last > x.first:
        return False
    if bare_or_joined(before, names.cues.contests):
        return True
    adjective = form_of(line.word(x.first), names)
    same = adjective.number == "she" and state_of(line.word(x.first), entities) is not None
    noun = form_of(before, names)
    return same and noun.definite and fold(before).startswith(ARTICLE) and agrees(adjective, noun)


def _is_word(line: ReadLine, x: NameSpan, names: Names) -> bool:
    """True for the village «بليون» after «قرية», and for «دعمًا سوريًّا»."""
    before = line.left(x.first)
    if x.prefix or not line.folded(x.last).endswith(_COUNTRY_ENDING):
        return bool(x.prefix) and x.prefix in PREPOSITIONS and bare_or_joined(before, names.cues.settlements)
    described = is_indefinite_accusative(before) and not among(before, names.common)
    return TANWIN in line.word(x.last) or described
