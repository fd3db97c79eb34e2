"""The lexicons: YAML read once, validated at the edge, and handed to the stages as one value.

Invariant: a fault in a YAML file is a `LexiconError` that names file and field. The whole is imported when it is first
asked for: whoever needs the words of the program alone does without the two dozen modules of the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.lexicon.loading import LexiconError

if TYPE_CHECKING:
    from generator.lexicon.whole import Lexicon, in_language, lexicon_of, load_lexicon

__all__ = ["Lexicon", "LexiconError", "in_language", "lexicon_of", "load_lexicon"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("generator.lexicon.whole"), name)
    raise AttributeError(name)
