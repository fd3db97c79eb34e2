"""Finds the phrases of a lexicon in a line, clitics and all: the one matcher that every stage uses.

Longest phrase first, from left to right, without overlap; so a longer phrase with a payload of None keeps a shorter
one from matching inside it («واشنطن تايمز» is not the city).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.text import Analysis, Token, adjoining, analyses, bare, fold, tokens, with_pronoun

T = TypeVar("T")
_Reading = tuple[str, bool]
_SHORTEST_DEFINITE = 3


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


def _readings(word: str) -> frozenset[_Reading]:
    plain = bare(word)
    divided = {(fold(plain[2:]), True)} if plain.startswith("ال") and len(plain) > _SHORTEST_DEFINITE else set()
    return frozenset({(fold(plain), False)} | divided)


class Phrasebook(Generic[T]):
    """An immutable set of phrases.

    loose_article: a word given without ال also matches with it. pronouns: the last word may carry a suffixed pronoun.
    proclitics: the first word may carry و ف ب ك ل س.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, T]],
        *,
        loose_article: bool = False,
        pronouns: bool = False,
        proclitics: bool = True,
    ) -> None:
        self._loose = loose_article
        self._pronouns = pronouns
        self._proclitics = proclitics
        self._by_stem: dict[str, list[_Phrase[T]]] = {}
        for text, payload in entries:
            words = tuple(bare(token.text) for token in tokens(text))
            if not words:
                raise ValueError(f"a phrase without a word: {text!r}")
            phrase = _Phrase(tuple(_readings(w) for w in words), words, payload)
            for stem in sorted({stem for stem, _ in phrase.words[0]}):
                self._by_stem.setdefault(stem, []).append(phrase)

    def find(self, line: str) -> tuple[Hit[T], ...]:
        """Every phrase in a line, in order, none overlapping another."""
        words = tokens(line)
        hits: list[Hit[T]] = []
        at = 0
        while at < len(words):
            hit = self._best(line, words, at)
            if hit:
                hits.append(hit)
            at += hit.words if hit else 1
        return tuple(hits)

    def find_all(self, line: str) -> tuple[Hit[T], ...]:
        """Every phrase in a line at every word, those inside others too: for callers that choose among them."""
        words = tokens(line)
        return tuple(dict.fromkeys(hit for at in range(len(words)) for hit in self._at(line, words, at)))

    def _best(self, line: str, words: tuple[Token, ...], at: int) -> Hit[T] | None:
        return max(self._at(line, words, at), key=lambda h: (h.words, h.exact, -len(h.prefix)), default=None)

    def _at(self, line: str, words: tuple[Token, ...], at: int) -> list[Hit[T]]:
        return [
            hit
            for reading in self._analyses(words[at])
            for phrase in self._by_stem.get(reading.stem, ())
            if (hit := self._try(line, words, at, reading, phrase))
        ]

    def _analyses(self, token: Token) -> tuple[Analysis, ...]:
        readings = analyses(token.text)
        if not self._proclitics:
            readings = tuple(r for r in readings if not r.prefix)
        if self._pronouns:
            readings += tuple(shorter for r in readings for shorter in with_pronoun(r))
        return readings

    def _try(self, line: str, words: tuple[Token, ...], at: int, first: Analysis, phrase: _Phrase[T]) -> Hit[T] | None:
        last = at + len(phrase.words) - 1
        if last >= len(words) or not self._fits(first, phrase.words[0]) or (first.suffix and last > at):
            return None
        exact = words[at].text.endswith(phrase.exact[0])
        for offset in range(1, len(phrase.words)):
            token = words[at + offset]
            if not adjoining(line, words[at + offset - 1], token) or not self._follows(token, phrase.words[offset]):
                return None
            exact = exact and bare(token.text) == phrase.exact[offset]
        return Hit(phrase.payload, words[at].start, words[last].end, len(phrase.words), exact, first.prefix)

    def _follows(self, token: Token, wanted: frozenset[_Reading]) -> bool:
        return any(self._fits(r, wanted) for r in self._analyses(token) if not r.prefix or r.definite)

    def _fits(self, reading: Analysis, wanted: frozenset[_Reading]) -> bool:
        if (reading.stem, reading.definite) in wanted:
            return True
        return self._loose and reading.definite and (reading.stem, False) in wanted
