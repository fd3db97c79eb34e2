"""Which names of the gazetteers stand in an article, as spelled or as they sound.

Invariant: a name that is an everyday word too counts only by what stands beside it or by a sure name elsewhere in the
same article.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.facts.names.name_or_word import WORDS_TOO, settled, vouched_for
from generator.facts.names.whole import is_whole
from generator.facts.names.whose import last_of, of_another, person_of
from generator.facts.names.words import NameSpan, among, in_order
from generator.lexicon.entities import Entities, Meaning
from generator.lexicon.names import Names
from generator.reading.broken import mended
from generator.reading.clitics import analyses
from generator.reading.letters import same_sound
from generator.reading.line import ReadLine
from generator.reading.match import Hit

_SHORTEST_FOR_SOUND = 5  # a single word must have this many letters to be known by sound alone


def known(
    lines: Sequence[ReadLine], entities: Entities, names: Names
) -> tuple[list[list[NameSpan]], frozenset[str | None]]:
    """The known names of each line in order, and the ids of people whose family name another of the article bears.

    A family name alone is kept as unsure; spans of kind None keep other rules off their words.
    """
    found: list[list[NameSpan]] = []
    contested: set[str | None] = set()
    for line in lines:
        here = _found(line, entities, names)
        others = [x for x in here if of_another(line, x, entities, names)]
        contested.update(x.id for x in others)
        mine = [x for x in here if x not in others]
        found.append([_to_its_end(line, x, entities, names) for x in mine])
    read = list(zip(lines, found, strict=True))
    sure = frozenset(
        (x.kind, x.id)
        for line, here in read
        for at, x in enumerate(here)
        if x.use == "sure" or (x.use in WORDS_TOO and vouched_for(line, here, at, names))
    )
    return [settled(line, here, names, sure) for line, here in read], frozenset(contested)


def _to_its_end(line: ReadLine, x: NameSpan, entities: Entities, names: Names) -> NameSpan:
    """A name with what else of it stands behind."""
    last = last_of(line, x.last, person_of(x, entities), names)
    return x if last == x.last else replace(x, last=last)


def _found(line: ReadLine, entities: Entities, names: Names) -> list[NameSpan]:
    starts = {start: at for at, start in enumerate(line.starts)}
    spelled = [x for hit in entities.spelled.find(line) if (x := _span(hit, starts, entities, "spelled"))]
    holder = {at: x for x in spelled for at in range(x.first, x.last + 1)}
    heard, inside = list[NameSpan](), list[NameSpan]()
    for x in (x for hit in entities.sounded.find(line) if (x := _span(hit, starts, entities, "sound"))):
        beside = [holder[at] for at in range(x.first, x.last + 1) if at in holder]
        if all(_covers(x, other) for other in beside) and _sounds(line, x, entities, names):
            heard.append(x)
            inside += beside
    found = (x for x in (*spelled, *heard, *_broken(line, holder, entities)) if x not in inside)
    return in_order(x for x in found if is_whole(line, x, entities, names))


def _broken(line: ReadLine, holder: Container[int], entities: Entities) -> Iterator[NameSpan]:
    """Names with a word that signs break, «داعـ..ـش», where no other name stands."""
    read = mended(line)
    if read is None:
        return
    starts = {start: at for at, start in enumerate(read.line.starts)}
    for hit in entities.spelled.find(read.line):
        x = _span(hit, starts, entities, "spelled")
        words = read.words[x.first : x.last + 1] if x else ()
        first, last = (words[0][0], words[-1][1]) if words else (0, 0)
        if x and any(a < b for a, b in words) and not any(at in holder for at in range(first, last + 1)):
            yield replace(x, first=first, last=last)


def _covers(longer: NameSpan, other: NameSpan) -> bool:
    """True for the family name alone inside the full name of the same person: «لافروف» in «سيرجي لافروف»."""
    same = (longer.kind, longer.id) == ("person", other.id) and other.kind == "person"
    inside = longer.first <= other.first and other.last <= longer.last
    return same and inside and longer.last - longer.first > other.last - other.first


_RULES = {
    "sure": "known",
    "short": "short",
    "after-noun": "cued",
    "after-preposition": "cued",
    "with-sign": "cued",
    "as-a-rule": "known",
}


def _span(hit: Hit[Meaning], starts: Mapping[int, int], entities: Entities, how: str) -> NameSpan | None:
    """A phrase of a book as a name; None where only another spelling is one."""
    sign, first = hit.payload, starts[hit.start]
    if how == "spelled" and sign.exact and not hit.exact:
        return None
    name = entities.by_kind[sign.kind][sign.id].name if sign.kind else ""
    rule = "sound" if how == "sound" else _RULES.get(sign.use, sign.use)
    rule = f"{sign.kind}-{rule}" if sign.kind else "not-a-name"
    return NameSpan(sign.kind, sign.id, name, first, first + hit.words - 1, rule, hit.prefix, use=sign.use)


def _sounds(line: ReadLine, x: NameSpan, entities: Entities, names: Names) -> bool:
    """True for a name of several words that sounds right, or one word that differs only as transliterations do."""
    word = line.word(x.first)
    if x.last > x.first:
        return True
    if len(line.folded(x.first)) < _SHORTEST_FOR_SOUND or among(word, names.common) or not x.kind:
        return False
    stems = {r.stem for r in analyses(word) if r.prefix == x.prefix}
    return any(same_sound(stem, form) for stem in stems for form in entities.single_words(x.kind, x.id or ""))
