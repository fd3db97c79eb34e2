"""The lexicons: YAML read once, validated at the edge, and handed to the stages as one value.

Invariant: a `Lexicon` is complete and consistent; a fault in a YAML file is a `LexiconError` that names file and field.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.lexicon.furniture import Furniture, load_furniture
from generator.lexicon.loading import LexiconError
from generator.lexicon.outlets import Outlets, load_outlets
from generator.lexicon.speech import Speech, load_speech
from generator.lexicon.themes import Themes, load_themes
from generator.lexicon.wording import Wording, load_wording

__all__ = ["DATA", "Lexicon", "LexiconError", "load_lexicon"]

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True)
class Lexicon:
    """All that the generator knows before it reads a seed."""

    wording: Wording
    furniture: Furniture
    themes: Themes
    speech: Speech
    outlets: Outlets


@lru_cache(maxsize=4)
def load_lexicon(data: Path = DATA) -> Lexicon:
    """Read and check every lexicon below a folder. Raises LexiconError."""
    return Lexicon(
        wording=load_wording(data),
        furniture=load_furniture(data),
        themes=load_themes(data),
        speech=load_speech(data),
        outlets=load_outlets(data),
    )
