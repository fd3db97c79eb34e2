"""Places beyond the gazetteer: «بلدة», «مخيم» or «محافظة» and the name after it.

Invariant: the name is a piece of its line, one word, or two where the first is one that opens place names.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.names.words import Span, Words, among, bare_or_joined, covered, is_definite, plain
from generator.lexicon.names import Names

_SHORTEST = 3
_ADJECTIVE = ("يه", "يين", "ات")  # «قرية حدودية», «مدينة للمتقاعدين»


def settlements(words: Words, spans: list[Span], names: Names) -> Iterator[Span]:
    """Names that follow a noun of places and that nothing else explains."""
    inside = covered(spans)
    for at in range(len(words) - 1):
        first = at + 1
        if at in inside or first in inside or not words.close(first) or not _noun(words, at, names):
            continue
        last = _last(words, first, inside, names)
        if last is not None:
            yield Span("place", None, words.slice(first, last), first, last, "place-after-noun", "", "probable")


def _noun(words: Words, at: int, names: Names) -> bool:
    """True for a noun of places without its article, perhaps after a clitic."""
    word = words.word(at)
    if plain(word).removeprefix("و") in names.cues["districts"]:
        following = words.word(at + 1)
        sure = is_definite(following) or plain(following) in names.cues["place_openings"]
        return sure and plain(words.word(at - 1)) not in names.roles["prepositions"]
    return not is_definite(word) and bare_or_joined(word, names.cues["settlements"])


def _last(words: Words, first: int, inside: frozenset[int], names: Names) -> int | None:
    word = words.word(first)
    if plain(word) in names.cues["place_openings"]:
        second = first + 1
        return second if words.close(second) and second not in inside and len(words.word(second)) >= _SHORTEST else None
    folded = plain(word)
    if (
        len(folded) < _SHORTEST
        or folded.isdecimal()
        or among(word, names.cues["describing"])
        or among(word, names.common)
    ):
        return None
    if among(word, names.verbs) or word.startswith("لل") or (folded.endswith(_ADJECTIVE) and not is_definite(word)):
        return None
    return first
