"""Every symbol and every word in match form once, by number, with what is reckoned from a word's letters alone.

A word is reckoned once however many documents hold it, whoever asks; see `keys` for where it is looked for.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping

from generator.model.kept import NOTHING_KEPT, Kept
from generator.reading.clitics import BEFORE_ANY
from generator.reading.letters import plain
from generator.reading.stems import ROOT, hidden, light, skeleton
from generator.search.symbols import is_word

SEPARATOR = -1
_ROOM = "search-words"
# One in so many.
_FEW = 20
# A key's first letters tell where it lies.
_KEY = 6
# Letters that Arabic papers exchange in foreign names, as in stems.js; with letters that stay a table answers faster.
_SOUNDS = {code: code for code in range(0x621, 0x64B)} | str.maketrans("جگچڤپطص", "غغغفبتس")


def shard_key(word: str) -> str:
    """The consonants of a word in match form after its one-letter proclitics, as far as three remain, as they sound."""
    return _place(skeleton(light(word)))


def _place(key: str) -> str:
    while len(key) > ROOT and key[0] in BEFORE_ANY:
        key = key[1:]
    return key.translate(_SOUNDS)[:_KEY]


def keys_of(stem: str) -> tuple[str, ...]:
    """Where a word of a light stem is looked for: by its own key, a plural («أحزاب») by its singular's too."""
    own = _place(skeleton(stem))
    return (own, *{_place(skeleton(one)) for one in hidden(stem)} - {own})


class Vocabulary:
    """Symbols and words by number.

    symbols, words: by number. word_of: of each symbol the number of its word, SEPARATOR where it has none.
    stems, keys: of each word its light stem and where it is looked for. new: how many symbols came since it was kept.
    """

    def __init__(self) -> None:
        self.symbols: list[str] = []
        self.words: list[str] = []
        self.word_of = array("i")
        self.stems: list[str] = []
        self.keys: list[tuple[str, ...]] = []
        self.new = 0
        self.numbers = _Numbers(self)
        self._words: dict[str, int] = {}
        self._stems: dict[str, tuple[str, tuple[str, ...]]] = {}

    def packed(self) -> bytes:
        """All of it as JSON: symbols; of each its word; of each word the symbol that it is, or its letters, and the
        number of its stem; stems with their keys.
        """
        stems = dict.fromkeys(zip(self.stems, self.keys, strict=True))
        places = {stem: at for at, (stem, _) in enumerate(stems)}
        words = [
            number if self.symbols[number] == word else word
            for word, number in zip(self.words, self._firsts(), strict=True)
        ]
        rows = (self.symbols, self.word_of.tolist(), words, [places[stem] for stem in self.stems], [*stems])
        return json.dumps(rows, separators=(",", ":")).encode()

    def _firsts(self) -> list[int]:
        """Of each word the first symbol that is it."""
        found = [0] * len(self.words)
        for number in range(len(self.symbols) - 1, -1, -1):
            if (word := self.word_of[number]) >= 0:
                found[word] = number
        return found

    def learn(self, stems: Mapping[str, tuple[str, ...]]) -> None:
        """Number what it has as if it had come one by one."""
        self.numbers.update(zip(self.symbols, range(len(self.symbols)), strict=True))
        self._words = dict(zip(self.words, range(len(self.words)), strict=True))
        self._stems = {stem: (stem, keys) for stem, keys in stems.items()}

    def close(self) -> None:
        """Nothing more is added: what new symbols would be numbered by goes, a third of its memory."""
        self.numbers, self._words, self._stems = _Numbers(self), {}, {}

    def add(self, symbol: str) -> int:
        """The number of a symbol that is new."""
        number = len(self.symbols)
        self.new += 1
        self.symbols.append(symbol)
        self.word_of.append(self._word(symbol) if is_word(symbol) else SEPARATOR)
        return number

    def _word(self, symbol: str) -> int:
        word = plain(symbol)
        number = self._words.get(word, SEPARATOR)
        if number < 0 and word:
            # One string, where both are written alike.
            word = symbol if word == symbol else word
            number = self._words[word] = len(self.words)
            self.words.append(word)
            stem, keys = self._reckoned(light(word))
            self.stems.append(stem)
            self.keys.append(keys)
        return number

    def _reckoned(self, stem: str) -> tuple[str, tuple[str, ...]]:
        """One string for a stem, and where it is looked for."""
        known = self._stems.get(stem)
        if known is None:
            known = self._stems[stem] = stem, keys_of(stem)
        return known


class _Numbers(dict[str, int]):
    """The number of a symbol, a new one for one that is new."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, symbol: str) -> int:
        number = self[symbol] = self._vocabulary.add(symbol)
        return number


def remembered(kept: Kept) -> Vocabulary:
    """The vocabulary of the last index, that of none where nothing was kept: what it has too much harms nobody."""
    found = Vocabulary()
    if data := kept.get(_ROOM, ""):
        symbols, word_of, words, places, stems = json.loads(data)
        known = [(stem, tuple(keys)) for stem, keys in stems]
        found.symbols, found.word_of = symbols, array("i", word_of)
        found.words = [symbols[word] if isinstance(word, int) else word for word in words]
        found.stems, found.keys = ([known[place][part] for place in places] for part in range(2))
        found.learn(dict(known))
    return found


def remember_words(vocabulary: Vocabulary, used: int, kept: Kept) -> None:
    """Keep a vocabulary for the next index, where enough of it is new, for reckoning a little again costs less than
    writing all; nothing of one that has twice the words in use.
    """
    if kept is NOTHING_KEPT or used * 2 < len(vocabulary.words):
        kept.put(_ROOM, "", b"")
    elif vocabulary.new * _FEW >= len(vocabulary.symbols):
        kept.put(_ROOM, "", vocabulary.packed())
