"""The organisations that an article names, each with the words that name it."""

from __future__ import annotations

from generator.facts.found import Found
from generator.facts.names.survey import of_kind, survey
from generator.lexicon import Lexicon
from generator.model import Entity, Facts
from generator.reading.line import ReadText


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Entity, ...]]:
    """The organisations of the body and of a stated title, in order of first mention."""
    return Found(of_kind(text.once(survey, lexicon), "organisation"))
