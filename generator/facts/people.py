"""The people that an article names with a public role, each with the words that name them and their office."""

from __future__ import annotations

from generator.facts.found import Found
from generator.facts.names.survey import of_kind, survey
from generator.lexicon import Lexicon
from generator.model import Entity, Facts, Problem
from generator.reading.line import ReadText


def find(text: ReadText, lexicon: Lexicon, facts: Facts) -> Found[tuple[Entity, ...]]:
    """The people of the body and of a stated title, in order of first mention, and a note for each probable one."""
    people = of_kind(text.once(survey, lexicon), "person")
    return Found(people, tuple(_doubt(text.source.name, x) for x in people if x.certainty == "probable"))


def _doubt(file: str, person: Entity) -> Problem:
    return Problem("note", file, person.mentions[0].line, "person-probable", (("name", person.name),))
