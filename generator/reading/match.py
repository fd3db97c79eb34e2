"""Finds the phrases of a lexicon in a line, clitics and all: the one matcher that every stage uses.

Longest phrase first, from left to right, without overlap; so a longer phrase with a payload of None keeps a shorter
one from matching inside it («واشنطن تايمز» is not the city).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from generator.reading.clitics import ARTICLE, Analysis, analyses, with_pronouns
from generator.reading.letters import Token, adjoining, bare, fold, tokens
from generator.reading.line import ReadLine

T = TypeVar("T")
_Reading = tuple[str, bool]
_SHORTEST_DEFINITE = 3
_ALONE = ""  # Stands for the second word of a phrase that has none.


@dataclass(frozen=True)
class Hit(Generic[T]):
    """A phrase found: its payload, the span of its whole words, and how it was read."""

    payload: T
    start: int
    end: int
    words: int
    exact: bool
    prefix: str


@dataclass(frozen=True)
class _Phrase(Generic[T]):
    words: tuple[frozenset[_Reading], ...]
    exact: tuple[str, ...]
    payload: T


Spelling = Callable[[str], str]


def as_folded(stem: str) -> str:
    """All of a folded stem counts when two are compared."""
    return stem


@lru_cache(maxsize=65536)
def _readings(word: str, spelling: Spelling) -> frozenset[_Reading]:
    """A word of a phrase with its article and without; only without where less than all of a stem is compared."""
    plain = bare(word)
    if not plain.startswith(ARTICLE) or len(plain) <= _SHORTEST_DEFINITE:
        return frozenset({(spelling(fold(plain)), False)})
    divided = (spelling(fold(plain[2:])), True)
    return frozenset({divided, (fold(plain), False)}) if spelling is as_folded else frozenset({divided})


class Way(NamedTuple):
    """How a book reads the words of a line: which of their readings it allows, and what of a stem it compares."""

    proclitics: bool
    pronouns: bool
    spelling: Spelling


_way = lru_cache(maxsize=64)(Way)  # one object for each way, so that a line's words are read once for all its books


@lru_cache(maxsize=65536)
def _analyses(word: str, way: Way) -> tuple[Analysis, ...]:
    """The readings that a book of this kind allows of a word."""
    readings = analyses(word) if way.proclitics else tuple([r for r in analyses(word) if not r.prefix])
    return with_pronouns(readings) if way.pronouns else readings


@lru_cache(maxsize=65536)
def _stems(word: str, way: Way) -> frozenset[str]:
    """The stems of all readings: most words have none that begins a phrase, and this tells so at once."""
    return frozenset([way.spelling(r.stem) for r in _analyses(word, way)])


@lru_cache(maxsize=2048)
def _stems_of(text: str, way: Way) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
    """The stems of each word of a text, and of all: a dozen books ask for the same line in turn, mostly in vain."""
    stems = tuple([_stems(token.text, way) for token in tokens(text)])
    return stems, frozenset().union(*stems)


def _places(line: ReadLine, way: Way) -> dict[str, list[int]]:
    """Where in a line each stem may stand, by the numbers of words."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(line.written):
        for stem in _stems(word, way):
            places.setdefault(stem, []).append(at)
    return places


@lru_cache(maxsize=65536)
def _inner(word: str, way: Way, loose: bool) -> frozenset[_Reading]:
    """What a word can stand for after the first of a phrase: a preposition there only when it took up the article."""
    allowed = [(way.spelling(r.stem), r.definite) for r in _analyses(word, way) if not r.prefix or r.definite]
    return frozenset([*allowed, *((stem, False) for stem, _ in allowed if loose)])


@lru_cache(maxsize=65536)
def _seconds(word: str, way: Way, loose: bool) -> frozenset[str]:
    """The stems of those, under which the second words of phrases are filed."""
    return frozenset([stem for stem, _ in _inner(word, way, loose)])


class Phrasebook(Generic[T]):
    """An immutable set of phrases.

    loose_article: a word given without ال also matches with it. pronouns: the last word may carry a suffixed pronoun.
    proclitics: the first word may carry و ف ب ك ل س. spelling: what of a folded stem is compared, all unless given.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, T]],
        *,
        loose_article: bool = False,
        pronouns: bool = False,
        proclitics: bool = True,
        spelling: Spelling = as_folded,
    ) -> None:
        self._loose = loose_article
        self._way = _way(proclitics, pronouns, spelling)
        self._by_stems: dict[str, dict[str, list[_Phrase[T]]]] = {}  # by the first word, then by the second
        for text, payload in entries:
            words = tuple(bare(token.text) for token in tokens(text))
            if not words:
                raise ValueError(f"a phrase without a word: {text!r}")
            phrase = _Phrase(tuple(_readings(w, spelling) for w in words), words, payload)
            for stem in sorted({stem for stem, _ in phrase.words[0]}):
                followers = self._by_stems.setdefault(stem, {})
                for second in sorted({stem for stem, _ in phrase.words[1]}) if len(words) > 1 else [_ALONE]:
                    followers.setdefault(second, []).append(phrase)

    def find(self, line: str | ReadLine) -> tuple[Hit[T], ...]:
        """Every phrase in a line, in order, none overlapping another. A line as read is searched much faster."""
        text, words, starts = self._starts(line)
        hits: list[Hit[T]] = []
        free = 0
        for at in starts:
            hit = self._best(text, words, at) if at >= free else None
            if hit:
                hits.append(hit)
                free = at + hit.words
        return tuple(hits)

    def find_all(self, line: str | ReadLine) -> tuple[Hit[T], ...]:
        """Every phrase in a line at every word, those inside others too: for callers that choose among them."""
        text, words, starts = self._starts(line)
        return tuple(dict.fromkeys(hit for at in starts for hit in self._at(text, words, at)))

    def _starts(self, line: str | ReadLine) -> tuple[str, tuple[Token, ...], Sequence[int]]:
        """The text, its words, and the numbers of those that may begin a phrase, in order."""
        begins = self._by_stems.keys()
        if isinstance(line, str):
            stems, every = _stems_of(line, self._way)
            if begins.isdisjoint(every):
                return line, (), ()
            return line, tokens(line), [at for at, of_word in enumerate(stems) if not begins.isdisjoint(of_word)]
        places = line.once(_places, self._way)
        if begins.isdisjoint(places):  # as nearly every time
            return line.text, (), ()
        return line.text, line.tokens, sorted({at for stem in begins & places.keys() for at in places[stem]})

    def _best(self, line: str, words: tuple[Token, ...], at: int) -> Hit[T] | None:
        return max(self._at(line, words, at), key=lambda h: (h.words, h.exact, -len(h.prefix)), default=None)

    def _at(self, line: str, words: tuple[Token, ...], at: int) -> list[Hit[T]]:
        """The phrases that begin at a word; two words tell nearly all of them apart."""
        following = _seconds(words[at + 1].text, self._way, self._loose) if at + 1 < len(words) else frozenset()
        return [
            hit
            for reading in _analyses(words[at].text, self._way)
            if (followers := self._by_stems.get(self._way.spelling(reading.stem)))
            for second in (_ALONE, *sorted(followers.keys() & following))
            for phrase in followers.get(second, ())
            if (hit := self._try(line, words, at, reading, phrase))
        ]

    def _try(self, line: str, words: tuple[Token, ...], at: int, first: Analysis, phrase: _Phrase[T]) -> Hit[T] | None:
        last = at + len(phrase.words) - 1
        if last >= len(words) or not self._fits(first, phrase.words[0]) or (first.suffix and last > at):
            return None
        exact = words[at].text.endswith(phrase.exact[0])
        for offset in range(1, len(phrase.words)):
            token = words[at + offset]
            if not self._follows(token, phrase.words[offset]) or not adjoining(line, words[at + offset - 1], token):
                return None
            exact = exact and bare(token.text) == phrase.exact[offset]
        return Hit(phrase.payload, words[at].start, words[last].end, len(phrase.words), exact, first.prefix)

    def _follows(self, token: Token, wanted: frozenset[_Reading]) -> bool:
        return not wanted.isdisjoint(_inner(token.text, self._way, self._loose))

    def _fits(self, reading: Analysis, wanted: frozenset[_Reading]) -> bool:
        stem = self._way.spelling(reading.stem)
        return (stem, reading.definite) in wanted or (self._loose and (stem, False) in wanted)
