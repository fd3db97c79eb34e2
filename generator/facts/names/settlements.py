"""Places beyond the gazetteer: «بلدة», «مخيم» or «محافظة» and the name after it.

Invariant: the name is a piece of its line, one word, or two where the first is one that opens place names.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.names.sight import seen
from generator.facts.names.words import NameSpan, among, bare_or_joined, is_definite, words_covered
from generator.lexicon.names import Names
from generator.reading.clitics import ARTICLE, OWNERS, TAKEN_UP
from generator.reading.line import ReadLine

_SHORTEST = 3
_LONGEST_WITH_L = 4  # «لحج» is a name, «لعوائل» a purpose.
_ADJECTIVE = ("يه", "يين", "ات")  # «قرية حدودية», «مدينة للمتقاعدين»


def settlements(line: ReadLine, spans: list[NameSpan], names: Names) -> Iterator[NameSpan]:
    """Names that follow a noun of places and that nothing else explains."""
    inside = words_covered(spans)
    for at in seen(line, "settlement", names):
        free = line.close(at + 1) and inside.isdisjoint((at, at + 1))
        follows = free and _noun(line, at, names) and not _described(line, at, names)
        last = _last(line, at + 1, inside, names) if follows else None
        if last is not None:
            yield _place(line, at + 1, last, "")


def _place(line: ReadLine, first: int, last: int, prefix: str) -> NameSpan:
    name = line.slice(first, last, prefix)
    return NameSpan("place", None, name, first, last, "place-after-noun", prefix, "probable")


def joined_places(line: ReadLine, spans: list[NameSpan], names: Names) -> Iterator[NameSpan]:
    """«بلدات كذا وكذا وكذا»: each of the names that «و» joins after a noun of several places."""
    taken, known = words_covered(spans), {span.first: span for span in spans}
    first = 0  # Words before it are joined already.
    for at in seen(line, "several", names):
        if at < first - 1 or at in taken:
            continue
        first = at + 1
        while line.close(first) and (first == at + 1 or line.folded(first).startswith("و")):
            last = known[first].last if first in known else _one_of_several(line, first, taken, names)
            if last is None:
                break
            if first not in known:
                yield _place(line, first, last, "و" if first > at + 1 else "")
            first = last + 1


def _one_of_several(line: ReadLine, first: int, inside: frozenset[int], names: Names) -> int | None:
    """The last word of one name: a bare word, perhaps with a definite one, or an opening and its second half."""
    folded, second = line.folded(first).removeprefix("و"), line.right(first)
    if first in inside or len(folded) < _SHORTEST or folded.endswith(_ADJECTIVE) or folded in names.cues.describing:
        return None
    if any(folded in known for known in (names.common, names.verbs, names.times, names.prepositions)):
        return None
    fits = bool(second) and first + 1 not in inside and not line.folded(first + 1).startswith("و")
    if folded in names.cues.place_openings:
        return first + 1 if fits else None
    described = is_definite(second) and line.folded(first + 1).startswith(ARTICLE)
    return first + (fits and described and not is_definite(line.word(first)))


def _described(line: ReadLine, at: int, names: Names) -> bool:
    """«وهو مخيم مخصص», «مخيم لعوائل»: the word after the noun tells what it is."""
    folded = line.folded(at + 1)
    purpose = folded.startswith("ل") and len(folded) > _LONGEST_WITH_L
    camp = purpose and bare_or_joined(line.word(at), names.cues.camps)
    return camp or line.folded(at - 1) in names.cues.personal


def _noun(line: ReadLine, at: int, names: Names) -> bool:
    """True for a noun of places without its article, perhaps after a clitic."""
    word = line.word(at)
    if line.folded(at).removeprefix("و") in names.cues.districts:
        sure = is_definite(line.word(at + 1)) or line.folded(at + 1) in names.cues.place_openings
        return sure and line.folded(at - 1) not in names.prepositions
    return not is_definite(word) and bare_or_joined(word, names.cues.settlements)


def _last(line: ReadLine, first: int, inside: frozenset[int], names: Names) -> int | None:
    word, folded, second = line.word(first), line.folded(first), line.right(first)
    if folded in names.cues.place_openings:
        return first + 1 if len(second) >= _SHORTEST and first + 1 not in inside else None
    no_name = len(folded) < _SHORTEST or folded.isdecimal() or word.startswith(TAKEN_UP)
    adjective = folded.endswith(_ADJECTIVE) and not is_definite(word)
    described = among(word, names.cues.describing, names.common, names.verbs)
    # «مدينة تستضيف الألعاب», «قرية تسيطر عليها»
    verbal = folded.startswith(("ت", "ي")) and not bare_or_joined(line.word(first - 1), names.cues.provinces)
    acts = verbal and (is_definite(second) or second.endswith(OWNERS))
    return None if no_name or adjective or described or acts else first
