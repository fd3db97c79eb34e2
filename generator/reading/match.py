"""Finds the phrases of a lexicon in a line, clitics and all: the one matcher that every stage uses.

Longest phrase first, from left to right, without overlap; so a longer phrase with a payload of None keeps a shorter
one from matching inside it («واشنطن تايمز» is not the city).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Generic, NamedTuple, TypeVar

from generator.reading.clitics import ARTICLE, Analysis, analyses, readings
from generator.reading.letters import adjoining, bare, fold, tokens
from generator.reading.line import ReadLine, read_line
from generator.reading.memo import MOST_ANSWERS, Memo

T = TypeVar("T")
_Reading = tuple[str, bool]
_SHORTEST_DEFINITE = 3
_ALONE = ""  # Stands for the second word of a phrase that has none.


class Hit(NamedTuple, Generic[T]):
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


@lru_cache(maxsize=MOST_ANSWERS)
def _readings(word: str, spelling: Spelling) -> frozenset[_Reading]:
    """A word of a phrase with its article and without; only without where less than all of a stem is compared."""
    plain = bare(word)
    if not plain.startswith(ARTICLE) or len(plain) <= _SHORTEST_DEFINITE:
        return frozenset({(spelling(fold(plain)), False)})
    divided = (spelling(fold(plain[2:])), True)
    return frozenset({divided, (fold(plain), False)}) if spelling is as_folded else frozenset({divided})


class Index:
    """What is known of words when they are read in one way: which of their stems begin a phrase of any book.

    Nine words of ten begin none, so a line is asked once for all books of a way, and each book looks only where one of
    its phrases may begin. Whoever adds a book with new first words starts a new index.
    """

    def __init__(self, way: Way, begins: frozenset[str]) -> None:
        self._way = way
        self._begins = begins
        self._stems: Memo[str, tuple[str, ...]] = Memo(self._beginning)

    def _beginning(self, word: str) -> tuple[str, ...]:
        stems = self._way.stems(word)
        return () if self._begins.isdisjoint(stems) else tuple(self._begins.intersection(stems))

    def places(self, line: ReadLine) -> dict[str, list[int]]:
        """Where in a line each stem that begins a phrase may stand, by the numbers of words."""
        places: dict[str, list[int]] = {}
        if not self._begins:  # no book of this way has a phrase: the themes of a dossier that has none
            return places
        for at, stems in enumerate(map(self._stems.__getitem__, line.written)):
            for stem in stems:
                places.setdefault(stem, []).append(at)
        return places


class Way:
    """How books read the words of a line: which of their readings they allow, and what of a stem they compare."""

    def __init__(self, proclitics: bool, pronouns: bool, spelling: Spelling) -> None:
        self.spelling = spelling
        self.read = (readings if pronouns else analyses) if proclitics else self._bare
        self._pronouns = pronouns
        self.inner: dict[bool, Memo[str, frozenset[_Reading]]] = {
            loose: Memo(partial(self._inside, loose)) for loose in (False, True)
        }
        self.seconds = {loose: Memo(partial(self._seconds, inner)) for loose, inner in self.inner.items()}
        self._begins: frozenset[str] = frozenset()
        self.index = Index(self, self._begins)

    def take(self, begins: Collection[str]) -> None:
        """Makes known the first stems of a book."""
        if not self._begins.issuperset(begins):
            self._begins = self._begins.union(begins)
            self.index = Index(self, self._begins)

    def _bare(self, word: str) -> tuple[Analysis, ...]:
        """The readings of a word with nothing before it but an article."""
        return tuple([r for r in (readings if self._pronouns else analyses)(word) if not r.prefix])

    def stems(self, word: str) -> list[str]:
        """What of the stems of a word is compared."""
        if self.spelling is as_folded:
            return [r.stem for r in self.read(word)]
        return [self.spelling(r.stem) for r in self.read(word)]

    def _inside(self, loose: bool, word: str) -> frozenset[_Reading]:
        """What a word can be after the first of a phrase: a preposition there only when it took up the article."""
        allowed = [(self.spelling(r.stem), r.definite) for r in self.read(word) if not r.prefix or r.definite]
        return frozenset([*allowed, *((stem, False) for stem, _ in allowed if loose)])

    def _seconds(self, inner: Memo[str, frozenset[_Reading]], word: str) -> frozenset[str]:
        """The stems of those, under which the second words of phrases are filed."""
        return frozenset([stem for stem, _ in inner[word]])


_way = lru_cache(maxsize=64)(Way)  # one object for each way, so that a line's words are read once for all its books


def _places(line: ReadLine, index: Index) -> dict[str, list[int]]:
    return index.places(line)


@lru_cache(maxsize=512)
def _line(text: str) -> ReadLine:
    """A text as a line: a dozen books ask for the same one in turn, mostly in vain."""
    return read_line(text)


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
        self._way.take(self._by_stems.keys())

    def find(self, text: str | ReadLine) -> tuple[Hit[T], ...]:
        """Every phrase in a line, in order, none overlapping another. A line as read is searched much faster."""
        line = _line(text) if isinstance(text, str) else text
        hits: list[Hit[T]] = []
        free = 0
        for at in self._starts(line):
            if at >= free and (found := self._at(line, at)):
                hit = max(found, key=_rank) if len(found) > 1 else found[0]
                hits.append(hit)
                free = at + hit.words
        return tuple(hits)

    def find_all(self, text: str | ReadLine) -> tuple[Hit[T], ...]:
        """Every phrase in a line at every word, those inside others too: for callers that choose among them."""
        line = _line(text) if isinstance(text, str) else text
        return tuple(dict.fromkeys([hit for at in self._starts(line) for hit in self._at(line, at)]))

    def _starts(self, line: ReadLine) -> Sequence[int]:
        """The numbers of the words at which a phrase may begin, in order: two words tell nearly all of them apart."""
        places, phrases = line.once(_places, self._way.index), self._by_stems
        if phrases.keys().isdisjoint(places.keys()):  # as nearly every time
            return ()
        shared = phrases.keys() & places.keys()
        written, seconds = line.written, self._way.seconds[self._loose]
        last = len(written) - 1
        starts = set()
        for stem in shared:
            followers = phrases[stem]
            alone, keys = _ALONE in followers, followers.keys()
            for at in places[stem]:
                if alone or (at < last and not keys.isdisjoint(seconds[written[at + 1]])):
                    starts.add(at)
        return sorted(starts)

    def _at(self, line: ReadLine, at: int) -> list[Hit[T]]:
        """The phrases that begin at a word."""
        words, way = line.tokens, self._way
        following = way.seconds[self._loose][words[at + 1].text] if at + 1 < len(words) else frozenset()
        return [
            hit
            for reading in way.read(words[at].text)
            if (followers := self._by_stems.get(way.spelling(reading.stem)))
            for second in ((_ALONE, *sorted(followers.keys() & following)) if len(followers) > 1 else followers)
            for phrase in followers.get(second, ())
            if (hit := self._try(line, at, reading, phrase))
        ]

    def _try(self, line: ReadLine, at: int, first: Analysis, phrase: _Phrase[T]) -> Hit[T] | None:
        words, last = line.tokens, at + len(phrase.words) - 1
        if last >= len(words) or not self._fits(first, phrase.words[0]) or (first.suffix and last > at):
            return None
        exact, inner = words[at].text.endswith(phrase.exact[0]), self._way.inner[self._loose]
        for offset in range(1, len(phrase.words)):
            token = words[at + offset]
            if phrase.words[offset].isdisjoint(inner[token.text]):
                return None
            if not adjoining(line.text, words[at + offset - 1], token):
                return None
            exact = exact and bare(token.text) == phrase.exact[offset]
        return Hit(phrase.payload, words[at].start, words[last].end, len(phrase.words), exact, first.prefix)

    def _fits(self, reading: Analysis, wanted: frozenset[_Reading]) -> bool:
        stem = self._way.spelling(reading.stem)
        return (stem, reading.definite) in wanted or (self._loose and (stem, False) in wanted)


def _rank(hit: Hit[T]) -> tuple[int, bool, int]:
    """The longest phrase goes first, then one as written."""
    return hit.words, hit.exact, -len(hit.prefix)
