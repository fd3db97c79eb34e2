"""Where a word's postings lie in a split index: forms of one word in one file, by a key made of its consonants.

Invariant: gives what `shardOf` of docs/assets/search/stems.js gives. A poor key costs a request, never a result.
"""

from __future__ import annotations

from generator.reading.clitics import BEFORE_ANY
from generator.reading.letters import plain
from generator.reading.stems import ROOT, light, skeleton
from generator.search.packing import hashed


def shard_key(word: str) -> str:
    """The consonants of a word after its one-letter proclitics, as far as three remain."""
    key = skeleton(light(plain(word)))
    while len(key) > ROOT and key[0] in BEFORE_ANY:
        key = key[1:]
    return key


def shard_of(word: str, shards: int) -> int:
    """The number of the file that holds a word's postings, by the hash of its key."""
    return hashed(shard_key(word)) % shards
