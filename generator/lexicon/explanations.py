"""What each setting of a dossier is for, in both languages, with an example as YAML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.lexicon.loading import Bilingual, Text, record_table


class Explained(Bilingual[Text]):
    """The sentence on a setting in each language, and how it is written."""

    example: Text


def load_explanations(data: Path) -> Mapping[str, Explained]:
    """wording/settings.yml, by setting. Raises LexiconError."""
    return record_table(data / "wording/settings.yml", Explained)
