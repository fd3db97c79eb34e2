"""Names that the gazetteers know, as spelled or as they sound, with the cues that unsure ones need.

Invariant: a name that is an everyday word too counts only by what stands beside it or by a sure name elsewhere in the
same article.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from generator.facts.names.bearers import last_of, of_another
from generator.facts.names.everyday import WORDS_TOO, Found, in_title, named_here, told
from generator.facts.names.longer import longer_body, of_place
from generator.facts.names.words import (
    Span,
    among,
    bare_or_joined,
    covered,
    has_tanwin,
    is_definite,
    is_indefinite_accusative,
    plain,
)
from generator.lexicon.entities import Entities, Meaning
from generator.lexicon.names import Names
from generator.model import EntityKind
from generator.reading.clitics import analyses
from generator.reading.letters import same_sound
from generator.reading.line import ReadLine
from generator.reading.match import Hit

_PREPOSITIONS = frozenset("بلك")
_COUNTRY_ENDING = "يا"  # «سوريا» and «سوريًّا» differ by marks alone
_NEAR = 6  # words before a name among which its office may begin
_SHORTEST_FOR_SOUND = 5  # a single word must have this many letters to be known by sound alone


@dataclass(frozen=True)
class Known:
    """The known names of each line, in order, and the ids of people whose family name another of the article bears.

    Spans of kind None keep other rules off their words.
    """

    spans: tuple[list[Span], ...]
    contested: frozenset[str]


def known(lines: Sequence[ReadLine], entities: Entities, names: Names) -> Known:
    """The known names of the lines of an article; a family name alone is kept as unsure."""
    everything = [_found(words, entities, names) for words in lines]
    found: list[list[Found]] = []
    contested: set[str] = set()
    for words, line in zip(lines, everything, strict=True):
        others = {x for x in line if x.sign.kind == "person" and of_another(words, x.span, entities, names)}
        contested.update(x.sign.id for x in others)
        found.append([_whole(words, x, entities, names) for x in line if x not in others])
    sure = {
        (x.sign.kind, x.sign.id)
        for words, line in zip(lines, found, strict=True)
        for at, x in enumerate(line)
        if x.sign.use == "sure" or (x.sign.use in WORDS_TOO and told(words, line, at, names))
    }
    settled = tuple(_settled(words, line, names, sure) for words, line in zip(lines, found, strict=True))
    return Known(settled, frozenset(contested))


def _whole(words: ReadLine, found: Found, entities: Entities, names: Names) -> Found:
    """A known person's name with the fathers and the house that follow it: «الملك سلمان بن عبد العزيز آل سعود»."""
    person = entities.people.get(found.span.id or "") if found.sign.kind == "person" else None
    return replace(found, span=replace(found.span, last=last_of(words, found.span.last, person, names)))


def _found(words: ReadLine, entities: Entities, names: Names) -> list[Found]:
    starts = {token.start: at for at, token in enumerate(words.tokens)}
    found = [_as_found(hit, starts, entities, "") for hit in entities.spelled.find(words) if _spelled(hit)]
    at: dict[int, list[Found]] = {}
    for one in found:
        for word in range(one.span.first, one.span.last + 1):
            at.setdefault(word, []).append(one)
    heard: list[Found] = []
    for hit in entities.sounded.find(words):
        one = _as_found(hit, starts, entities, "sound")
        beside = [x for word in range(one.span.first, one.span.last + 1) for x in at.get(word, ())]
        own = {x for x in beside if _covers(one, x)}
        if _sounds(words, one, _apart(one, beside, own), entities, names):
            heard.append(one)
            found = [x for x in found if x not in own] if own else found
    return sorted((x for x in (*found, *heard) if _plausible(words, x, entities, names)), key=lambda x: x.span.first)


def _covers(longer: Found, other: Found) -> bool:
    """True for the family name alone inside the full name of the same person: «لافروف» in «سيرجي لافروف»."""
    same = (longer.span.kind, longer.span.id) == (other.span.kind, other.span.id)
    outer, inner = longer.span, other.span
    inside = outer.first <= inner.first and inner.last <= outer.last
    return outer.kind == "person" and same and inside and outer.last - outer.first > inner.last - inner.first


def _apart(heard: Found, beside: Sequence[Found], own: AbstractSet[Found]) -> bool:
    """True where a name that sounds right shares words with none but those that it covers."""
    free = covered([x.span for x in own])
    taken = covered([x.span for x in beside])
    return all(at in free or at not in taken for at in range(heard.span.first, heard.span.last + 1))


def _spelled(hit: Hit[Meaning]) -> bool:
    return hit.exact or not hit.payload.exact


_RULES = {
    "sure": "known",
    "short": "short",
    "after-noun": "cued",
    "after-preposition": "cued",
    "with-sign": "cued",
    "as-a-rule": "known",
}


def _as_found(hit: Hit[Meaning], starts: dict[int, int], entities: Entities, rule: str) -> Found:
    sign, first = hit.payload, starts[hit.start]
    rule = rule or _RULES.get(sign.use, sign.use)
    name = entities.by_kind[sign.kind][sign.id].name if sign.kind else ""
    rule = f"{sign.kind}-{rule}" if sign.kind else "not-a-name"
    return Found(Span(sign.kind, sign.id, name, first, first + hit.words - 1, rule, hit.prefix), sign)


def _sounds(words: ReadLine, found: Found, apart: bool, entities: Entities, names: Names) -> bool:
    """True for a name of several words that sounds right, or one word that differs only as transliterations do."""
    span, word = found.span, words.word(found.span.first)
    if not apart:
        return False
    if span.last > span.first:
        return True
    if len(plain(word)) < _SHORTEST_FOR_SOUND or among(word, names.common) or not found.sign.kind:
        return False
    stems = {r.stem for r in analyses(word) if r.prefix == span.prefix}
    return any(
        same_sound(stem, form) for stem in stems for form in entities.single_words(found.sign.kind, span.id or "")
    )


def _plausible(words: ReadLine, found: Found, entities: Entities, names: Names) -> bool:
    span = found.span
    if in_title(words, span, names):
        return False
    if span.kind == "person":
        return _of_person(words, span, names)
    if span.kind == "organisation":
        return not longer_body(words, span, entities, names)
    return span.kind is None or (of_place(words, span, names) and _no_adjective(words, span, names))


def _of_person(words: ReadLine, span: Span, names: Names) -> bool:
    before = words.word(span.first - 1) if words.close(span.first) else ""
    if among(before, names.roles.private) or _everyday(words, span, names):
        return False
    after_noun = span.first == span.last and is_definite(words.word(span.first)) and is_definite(before)
    return not after_noun or among(before, names.roles.titles)


def _no_adjective(words: ReadLine, span: Span, names: Names) -> bool:
    """False for the village «بليون» after «قرية», and for «دعمًا سوريًّا»."""
    before = words.word(span.first - 1) if words.close(span.first) else ""
    if span.prefix in _PREPOSITIONS and bare_or_joined(before, names.cues.settlements):
        return False
    if span.prefix or not plain(words.word(span.last)).endswith(_COUNTRY_ENDING):
        return True
    adjective = before and is_indefinite_accusative(before) and not among(before, names.common)
    return not has_tanwin(words.word(span.last)) and not adjective


def _everyday(words: ReadLine, span: Span, names: Names) -> bool:
    """«فلان، وهو سائق شاحنة»، «فلان، طالب جامعي»، «فلان (12 عاما)»: another of that name."""
    at = span.last + 1
    if words.stops(at):
        return False
    linked = plain(words.word(at)) in names.cues.personal
    word = words.word(at + linked)
    if (linked or words.comma(at)) and not is_definite(word) and plain(word) in names.roles.everyday:
        return True
    young = plain(word).isdecimal() and plain(words.word(at + linked + 1)) in names.cues.ages
    return young and span.first < span.last and not _styled(words, span, names)


def _styled(words: ReadLine, span: Span, names: Names) -> bool:
    """True when an office or title stands shortly before a name."""
    before = (words.word(at) for at in range(max(0, span.first - _NEAR), span.first))
    return any(among(word, names.roles.titles) or among(word, names.roles.heads) for word in before)


def _settled(words: ReadLine, found: list[Found], names: Names, sure: set[tuple[EntityKind | None, str]]) -> list[Span]:
    kept: list[Span] = []
    for at, x in enumerate(found):
        established = (x.sign.kind, x.sign.id) in sure
        if x.sign.kind == "person" and x.sign.use == "short":
            kept.append(replace(x.span, unsure=True))
        elif x.sign.use in WORDS_TOO:
            if named_here(words, found, at, names, established):
                kept.append(x.span)
        elif x.sign.use in ("sure", "unlike") or _backed(words, x, names, kept, established):
            kept.append(x.span)
    return kept


def _backed(words: ReadLine, found: Found, names: Names, before: list[Span], established: bool) -> bool:
    """True when the words beside an unsure name, or a sure one elsewhere, make it a name here."""
    span, use = found.span, found.sign.use
    if use == "short":
        return established and not _goes_on(words, span)
    if _coordinated(words, span, before):
        return True
    previous = words.word(span.first - 1) if _opens(words, span.first) else ""
    preposition = bool(span.prefix) or among(previous, names.cues.place_prepositions)
    if use == "after-preposition":
        return preposition
    cue = names.cues.place_nouns if span.kind == "place" else names.cues.group_nouns
    if bare_or_joined(previous, cue) and not span.prefix:
        return not _goes_on(words, span)
    if not established:
        return False
    return preposition if span.kind == "place" else not preposition and not _goes_on(words, span)


def _opens(words: ReadLine, at: int) -> bool:
    """True when only quotation marks or brackets stand before a word, as in «تنظيم "القاعدة"»."""
    return 0 < at < len(words.tokens) and not words.stops(at) and not words.comma(at)


def _coordinated(words: ReadLine, span: Span, before: list[Span]) -> bool:
    """«داعش والقاعدة»: joined by و to a name of the same kind."""
    last = before[-1] if before else None
    return bool(last and last.kind == span.kind and last.last == span.first - 1 and span.prefix.startswith(("و", "ف")))


def _goes_on(words: ReadLine, span: Span) -> bool:
    """True when a definite word follows: «القاعدة العسكرية», «التحالف الوطني» are other things."""
    return words.close(span.last + 1) and words.word(span.last + 1).startswith("ال")
