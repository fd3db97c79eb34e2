"""The lexicons: YAML read once, validated at the edge, and handed to the stages as one value.

Invariant: a `Lexicon` is complete and consistent; a fault in a YAML file is a `LexiconError` that names file and field.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.lexicon.chronology import Chronology, load_chronology
from generator.lexicon.dates import Dates, load_dates
from generator.lexicon.entities import Entities, load_entities
from generator.lexicon.furniture import Furniture, load_furniture
from generator.lexicon.loading import LexiconError, for_good, read_record
from generator.lexicon.names import Names, load_names
from generator.lexicon.numbers import Numbers, load_numbers
from generator.lexicon.outlets import Outlets, load_outlets
from generator.lexicon.proposals import Formulas, load_formulas
from generator.lexicon.quality import Quality, load_quality
from generator.lexicon.search import SearchWords, load_search
from generator.lexicon.speech import Speech
from generator.lexicon.themes import Themes, load_themes
from generator.lexicon.withholding import Withholding, load_withholding
from generator.lexicon.wording import Wording, load_wording
from generator.place import DATA

__all__ = ["Lexicon", "LexiconError", "load_lexicon"]


@dataclass(frozen=True)
class Lexicon:
    """All that the generator knows before it reads a seed."""

    wording: Wording
    furniture: Furniture
    themes: Themes
    speech: Speech
    numbers: Numbers
    outlets: Outlets
    entities: Entities
    names: Names
    dates: Dates
    chronology: Chronology
    search: SearchWords
    quality: Quality
    withholding: Withholding
    formulas: Formulas
    data: Path = DATA

    def __reduce__(self) -> tuple[object, tuple[Path, ...]]:
        """What a worker gets is the folder: it reads the lexicon once, or has it from the process that began it.

        Carried along with every chunk of work, megabytes of phrases would cost more than the work itself.
        """
        # Called as it was, for a cache tells calls apart by their arguments.
        return load_lexicon, () if self.data == DATA else (self.data,)


@lru_cache(maxsize=4)
def load_lexicon(data: Path = DATA) -> Lexicon:
    """Read and check every lexicon below a folder. Raises LexiconError."""
    with for_good():
        return _load(data)


def _load(data: Path) -> Lexicon:
    outlets, dates = load_outlets(data), load_dates(data)
    return Lexicon(
        wording=load_wording(data),
        furniture=load_furniture(data),
        themes=load_themes(data),
        speech=read_record(data / "language/speech.yml", Speech),
        numbers=load_numbers(data, dates.months),
        outlets=outlets,
        entities=load_entities(data, [x.text for x in outlets.by_key.values() if not x.ambiguous and " " in x.text]),
        names=load_names(data),
        dates=dates,
        chronology=load_chronology(data),
        search=load_search(data),
        quality=load_quality(data),
        withholding=load_withholding(data),
        formulas=load_formulas(data),
        data=data,
    )
