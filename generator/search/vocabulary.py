"""Every symbol and every word in match form once, by number, with what is reckoned from a word's letters alone.

A word is reckoned once however many documents hold it, whoever asks; see `keys` for where it is looked for.
"""

from __future__ import annotations

from array import array

from generator.reading.clitics import BEFORE_ANY
from generator.reading.letters import plain
from generator.reading.stems import ROOT, hidden, light, skeleton
from generator.search.symbols import is_word

SEPARATOR = -1
# A key's first letters tell where it lies.
_KEY = 6
# Letters that Arabic papers exchange in foreign names, as in stems.js.
_SOUNDS = str.maketrans("جگچڤپطص", "غغغفبتس")


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
    stems, keys: of each word its light stem and where it is looked for.
    """

    def __init__(self) -> None:
        self.symbols: list[str] = []
        self.words: list[str] = []
        self.word_of = array("i")
        self.stems: list[str] = []
        self.keys: list[tuple[str, ...]] = []
        self.numbers = _Numbers(self)
        self._words: dict[str, int] = {}
        self._same: dict[str, str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def close(self) -> None:
        """Nothing more is added: what new symbols would be numbered by goes, a third of its memory."""
        self.numbers, self._words, self._same, self._keys = _Numbers(self), {}, {}, {}

    def add(self, symbol: str) -> int:
        """The number of a symbol that is new."""
        number = len(self.symbols)
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
            self._reckon(light(word))
        return number

    def _reckon(self, stem: str) -> None:
        same = self._same.setdefault(stem, stem)
        self.stems.append(same)
        keys = self._keys.get(same)
        if keys is None:
            keys = self._keys[same] = keys_of(same)
        self.keys.append(keys)


class _Numbers(dict[str, int]):
    """The number of a symbol, a new one for one that is new."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, symbol: str) -> int:
        number = self[symbol] = self._vocabulary.add(symbol)
        return number
