"""Which key of protection an editor means by another word, told by how the word begins."""

from __future__ import annotations

import re
from typing import Any

from generator.lexicon.withholding import ProtectionWords
from generator.reading.clitics import ARTICLE
from generator.reading.letters import fold

KEYS_OF_PROTECTION = ("publish", "hidden", "withdrawn", "withhold")
_EDGES = re.compile(r"[\W_]+")


def key_meant(key: str, words: ProtectionWords) -> str:
    """The key of protection that one of a key's words begins like; empty for none."""
    parts = [fold(part).removeprefix(ARTICLE) for part in _EDGES.split(key) if part]
    for known in KEYS_OF_PROTECTION:
        begun = tuple(map(fold, getattr(words, known)))
        if any(part == known or part.startswith(begun) for part in parts):
            return known
    return ""


def words_protect(text: str, words: ProtectionWords) -> bool:
    """True for a text, which cannot be read as YAML, where a word stands that protects or a key that would."""
    if any(known in text.lower() for known in KEYS_OF_PROTECTION):
        return True
    return any(key_meant(line.partition(":")[0], words) for line in text.splitlines() if ":" in line)


def key_shown(key: str) -> str:
    """A key as it may be shown: one of several words may hold a name."""
    return "…" if _EDGES.search(key) else key


def answers(value: Any, words: ProtectionWords) -> bool:
    """True for yes or no."""
    return isinstance(value, str) and value.lower() in (*words.agree, *words.refuse)
