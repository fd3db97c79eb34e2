"""Which language an article in Arabic letters is in: Arabic, or one that only looks so.

Decided by the little words that sentences are full of, and by the article's own lines, whatever the page round it is
in. A page in Arabic may be typed with the kaf and yeh of another keyboard, quote a line of Persian, and name «گوگل».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.lexicon.furniture import Furniture
from generator.lexicon.tongues import Tongues
from generator.model import Line
from generator.reading.clitics import AND_THE, ARTICLE, IN_THE, TAKEN_UP
from generator.reading.letters import NOT_JOINED, bare, fold, tokens

# Letters that Arabic has not, kaf and yeh of other keyboards among them; without a few of them it is Arabic, at once.
_STRANGE = re.compile("[\u0671-\u06d3\u06d5\u0750-\u077f]")
_KEYBOARD = "\u06a9\u06cc"
_WORDS_A_STRANGE_LETTER = 20
# Kurdish as it was typed before its own letter for e had come.
_OLD_E = ("ه" + NOT_JOINED, "ە")
_FEWEST = 3
_LEAST_SHARE = 0.08
# What neither Arabic nor a language that is known here is told by so few of its words.
_ARABIC_AT_LEAST = 0.05
_ENOUGH_WORDS = 25
_DEFINITE = (ARTICLE, AND_THE, IN_THE, TAKEN_UP)
_SHORTEST_DEFINITE = 5


@dataclass(frozen=True)
class WordCount:
    """How many words there are, how many of them tell of Arabic, and of each other language."""

    words: int
    arabic: int
    others: Counter[str]


def tongue(body: Iterable[Line], tongues: Tongues, furniture: Furniture) -> str:
    """The language of an article in Arabic letters: "ar", the id of another, "und" for one that nobody here knows."""
    text = "\n".join(line.text for line in body)
    strange = _STRANGE.findall(text)
    if len(strange) * _WORDS_A_STRANGE_LETTER < text.count(" "):
        return "ar"
    counted = words_by_language(text, tongues, furniture)
    for id_, own in counted.others.most_common(1):
        if own >= max(_FEWEST, _LEAST_SHARE * counted.words, counted.arabic + 1):
            return id_
    unknown = sum(letter not in _KEYBOARD for letter in strange) * _WORDS_A_STRANGE_LETTER > counted.words
    arabic = counted.arabic >= _ARABIC_AT_LEAST * counted.words
    return "ar" if arabic or counted.words < _ENOUGH_WORDS or not unknown else "und"


def words_by_language(text: str, tongues: Tongues, furniture: Furniture) -> WordCount:
    """The words of a text by what they tell."""
    words, arabic, others = 0, 0, Counter[str]()
    for token in tokens(text):
        word = bare(token.text.replace(*_OLD_E))
        words += not word.isdecimal()
        others.update(tongues.of_word.get(word, ()))
        arabic += word not in tongues.of_word and word not in tongues.neither and _is_arabic(word, furniture)
    return WordCount(words, arabic, others)


def _is_arabic(word: str, furniture: Furniture) -> bool:
    definite = word.startswith(_DEFINITE) and len(word) >= _SHORTEST_DEFINITE
    return definite or fold(word) in furniture.cues.function_words_ar
