"""Where a word's postings lie in a split index: forms of one word in one file, by a key made of its consonants.

Invariant: gives what `shardKey` of docs/assets/search/stems.js gives. A poor key costs a request, never a result.
The light stem is light10 (Larkey, Ballesteros, Connell 2007) over letters as written.
"""

from __future__ import annotations

import re

from generator.reading.clitics import ATTACHED_ARTICLES, BEFORE_ANY
from generator.reading.letters import bare

_FOLD = str.maketrans("أإآٱىئؤةۀە", "اااايءءههه")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_WEAK = re.compile("[اويء]")
_ROOT = 3


def plain(word: str) -> str:
    """A word without marks, digits ASCII, small letters; hamza seats as written."""
    return bare(word).translate(_DIGITS).lower()


def fold(word: str) -> str:
    """A plain word with alef, ya, hamza seats and ta marbuta unified."""
    return word.translate(_FOLD)


def light(word: str) -> str:
    """The light stem of a plain word, folded."""
    stem = word
    if stem.startswith("و") and len(stem) > _ROOT:
        stem = stem[1:]
    if stem.startswith("لل") and len(stem) > _ROOT + 1:
        stem = stem[2:]
    else:
        article = next((a for a in ATTACHED_ARTICLES if stem.startswith(a) and len(stem) >= len(a) + _ROOT), "")
        stem = stem[len(article) :]
    stem = fold(stem)
    for suffix in _SUFFIXES:
        if stem.endswith(suffix) and len(stem) >= len(suffix) + _ROOT:
            stem = stem[: -len(suffix)]
    return stem


def skeleton(stem: str) -> str:
    """A stem without its weak letters, but for the first."""
    return stem[:1] + _WEAK.sub("", stem[1:])


def shard_key(word: str) -> str:
    """The consonants of a word after its one-letter proclitics, as far as three remain."""
    key = skeleton(light(plain(word)))
    while len(key) > _ROOT and key[0] in BEFORE_ANY:
        key = key[1:]
    return key


def shard_of(word: str, shards: int) -> int:
    """The number of the file that holds a word's postings (FNV-1a over the key's code points)."""
    value = 0x811C9DC5
    for letter in shard_key(word):
        value = (value ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    return value % shards
