"""Places beyond the gazetteer: «بلدة», «مخيم» or «محافظة» and the name after it.

Invariant: the name is a piece of its line, one word, or two where the first is one that opens place names.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.names.words import Span, among, bare_or_joined, covered, is_definite, plain
from generator.lexicon.names import Names
from generator.reading.line import ReadLine

_SHORTEST = 3
_LONGEST_WITH_L = 4  # «لحج» is a name, «لعوائل» a purpose.
_ADJECTIVE = ("يه", "يين", "ات")  # «قرية حدودية», «مدينة للمتقاعدين»


def settlements(words: ReadLine, spans: list[Span], names: Names) -> Iterator[Span]:
    """Names that follow a noun of places and that nothing else explains."""
    inside = covered(spans)
    for at in range(len(words.tokens) - 1):
        first = at + 1
        if at in inside or first in inside or not words.close(first) or not _noun(words, at, names):
            continue
        last = _last(words, first, inside, names)
        if last is not None and not _described(words, at, first, names):
            yield Span("place", None, words.slice(first, last), first, last, "place-after-noun", "", "probable")


def joined(words: ReadLine, spans: list[Span], names: Names) -> Iterator[Span]:
    """«بلدات كذا وكذا وكذا»: each of the names that «و» joins after a noun of several places."""
    taken, known = covered(spans), {span.first: span for span in spans}
    first = 0  # Words before it are joined already.
    for at in range(len(words.tokens) - 1):
        if at < first - 1 or at in taken or not bare_or_joined(words.word(at), names.cues.several):
            continue
        first = at + 1
        while words.close(first) and (first == at + 1 or plain(words.word(first)).startswith("و")):
            if first in known:
                first = known[first].last + 1
                continue
            last = _one_of_several(words, first, taken, names)
            if last is None:
                break
            prefix = "و" if first > at + 1 else ""
            yield Span(
                "place", None, words.slice(first, last, prefix), first, last, "place-after-noun", prefix, "probable"
            )
            first = last + 1


def _one_of_several(words: ReadLine, first: int, inside: frozenset[int], names: Names) -> int | None:
    """The last word of one name: a bare word, perhaps with a definite one, or an opening and its second half."""
    word = words.word(first)
    folded = plain(word).removeprefix("و")
    if first in inside or len(folded) < _SHORTEST or folded.endswith(_ADJECTIVE) or folded in names.cues.describing:
        return None
    if any(folded in known for known in (names.common, names.verbs, names.times, names.prepositions)):
        return None
    second = first + 1
    fits = words.close(second) and second not in inside and not plain(words.word(second)).startswith("و")
    opens = folded in names.cues.place_openings
    if opens:
        return second if fits else None
    definite = fits and is_definite(words.word(second)) and not is_definite(word)
    return second if definite and plain(words.word(second)).startswith("ال") else first


def _described(words: ReadLine, at: int, first: int, names: Names) -> bool:
    """«وهو مخيم مخصص», «مخيم لعوائل»: the word after the noun tells what it is."""
    before = plain(words.word(at - 1))
    camp = bare_or_joined(words.word(at), names.cues.camps)
    purpose = camp and plain(words.word(first)).startswith("ل") and len(plain(words.word(first))) > _LONGEST_WITH_L
    return before in names.cues.personal or purpose


def _noun(words: ReadLine, at: int, names: Names) -> bool:
    """True for a noun of places without its article, perhaps after a clitic."""
    word = words.word(at)
    if plain(word).removeprefix("و") in names.cues.districts:
        following = words.word(at + 1)
        sure = is_definite(following) or plain(following) in names.cues.place_openings
        return sure and plain(words.word(at - 1)) not in names.prepositions
    return not is_definite(word) and bare_or_joined(word, names.cues.settlements)


def _last(words: ReadLine, first: int, inside: frozenset[int], names: Names) -> int | None:
    word = words.word(first)
    if plain(word) in names.cues.place_openings:
        second = first + 1
        return second if words.close(second) and second not in inside and len(words.word(second)) >= _SHORTEST else None
    folded = plain(word)
    if len(folded) < _SHORTEST or folded.isdecimal() or among(word, names.cues.describing) or among(word, names.common):
        return None
    if among(word, names.verbs) or word.startswith("لل") or (folded.endswith(_ADJECTIVE) and not is_definite(word)):
        return None
    return first
