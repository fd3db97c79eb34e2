"""A noun of bodies where it stands in a line, and how far its name is read.

Invariant: a noun is one of the lists, bare or with its article; all else that a name holds is told by its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.facts.names.agreement import WordForm, form_of
from generator.facts.names.words import NameSpan
from generator.lexicon.entities import Entities
from generator.lexicon.names import Names
from generator.reading.clitics import ARTICLE, analyses
from generator.reading.letters import fold
from generator.reading.line import ReadLine, kept_on_lexicon


@dataclass(frozen=True)
class Reach:
    """A name so far: its last word, the noun that adjectives may still describe, and what it holds.

    inner: None once an adjective of the body itself came, after which no other noun is described.
    described: how many adjectives of the body came. field: a field with «ل» came. placed: a place completes it.
    called: a word completes it that is nobody else's name, so that «شركة بوينغ الأمريكية» is whole before its nation.
    """

    last: int
    inner: WordForm | None = None
    described: int = 0
    field: bool = False
    placed: bool = False
    called: bool = False


@dataclass(frozen=True)
class Body:
    """A noun of bodies in a line, and the names known around it."""

    line: ReadLine
    at: int
    spans: Mapping[int, NameSpan]
    entities: Entities
    names: Names

    @property
    def noun(self) -> str:
        """The noun in match form, without what is written to it but its article."""
        return noun_of(self.line.word(self.at), self.names) or ""

    @property
    def form(self) -> WordForm:
        """The form of the noun."""
        return form_of(self.noun, self.names)


@kept_on_lexicon
def noun_of(word: str, names: Names) -> str | None:
    """The noun of bodies that a word is, with its article if it has one; None when it is none."""
    if fold(word) in names.prepositions:
        return None
    bodies = names.organisations
    whole = ((ARTICLE if r.definite else "") + r.stem for r in analyses(word))
    return next((noun for noun in whole if noun in bodies.proper or noun in bodies.common), None)
