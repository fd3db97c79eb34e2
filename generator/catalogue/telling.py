"""Which words of a dossier may tell what an article is about, and which of their forms count as one.

Invariant: rests on the words of the whole dossier; a particle is taken off a word only where the rest is a word there
too. What may be somebody's name tells nothing here: names have their own pages, and a private one none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.facts.names.words import TANWIN
from generator.lexicon import Lexicon
from generator.reading.clitics import AND, AND_THE, ARTICLE, PREPOSITIONS, SO, TAKEN_UP
from generator.reading.letters import bare, fold, plain
from generator.reading.stems import light

_SHORTEST = 3
# Endings of family names; of adjectives too, but those have an article only behind a noun that has it.
_FAMILY = ("ي", "ى")


class Form(NamedTuple):
    """A word without marks: the stem under which it counts; whether it tells something."""

    text: str
    stem: str
    tells: bool


class Word(NamedTuple):
    """A word as the first of a pair and as the second; whether it has its article; whether a name may follow it.

    As the first it stands without what is written to it («بفيروس كورونا»); as the second with it, which then says how
    the two belong together.
    """

    first: Form
    second: Form
    definite: bool
    before_name: bool


class Telling:
    """The words of a dossier, each read once: `words` holds them as written."""

    def __init__(self, written: Iterable[str], people: Iterable[str], lexicon: Lexicon) -> None:
        counted = Counter(written)
        bared = {word: bare(word) for word in counted}
        self._counts = Counter[str]()
        for word, times in counted.items():
            self._counts[bared[word]] += times
        self._named = lexicon.names.given | lexicon.names.particles | _before_names(lexicon)
        self._little = _little(lexicon) | self._named | frozenset(people)
        self.words: Mapping[str, Word] = {word: self._read(word, whole) for word, whole in bared.items()}
        self._common = frozenset(word.first.stem for word in self.words.values() if word.definite)

    def agree(self, first: Word, second: Word) -> bool:
        """Whether two words may be a phrase, and are surely no name of somebody.

        Behind a word with its article stands one that has it too, or what is no phrase («الأرجنتيني ميسي»). Of two
        without, both have it somewhere in the dossier, unlike in «ليونيل ميسي»; «عيضة الهذلي» is a family's name.
        """
        if second.definite:
            return first.definite or not second.first.text.endswith(_FAMILY)
        return not first.definite and self._common.issuperset((first.first.stem, second.first.stem))

    def _read(self, word: str, whole: str) -> Word:
        alone = self._alone(whole)
        definite = alone.startswith(ARTICLE) and len(alone) >= _SHORTEST + len(ARTICLE)
        forms = {fold(alone), fold(alone[len(ARTICLE) :])} if definite else {fold(alone)}
        tells = len(alone) >= _SHORTEST and alone.isalpha() and self._little.isdisjoint(forms)
        tells = tells and not self._is_object(word, whole)
        first = Form(alone, light(plain(alone)), tells)
        # What is joined by «and» is another subject.
        joined = tells and not (alone != whole and whole.startswith(AND))
        second = first if alone == whole else Form(whole, light(plain(whole)), joined)
        return Word(first, second, definite, not self._named.isdisjoint(forms))

    def _alone(self, word: str) -> str:
        """A word without «و» and without a preposition written to it."""
        rest = word[1:]
        if word.startswith((AND_THE, SO + ARTICLE)) or (word.startswith(AND) and self._also(rest, word)):
            return self._alone(rest)
        if word.startswith(TAKEN_UP) and self._also(ARTICLE + word[2:], word):
            return ARTICLE + word[2:]
        return rest if word.startswith(tuple(PREPOSITIONS)) and self._also(rest, word) else word

    def _also(self, rest: str, word: str) -> bool:
        """Whether what is left of a word is a word of the dossier, and no seldom one beside it."""
        return len(rest) >= _SHORTEST and 2 * self._counts[rest] >= self._counts[word]

    def _is_object(self, word: str, whole: str) -> bool:
        """«تهديدا», «يوميا»: what a verb takes; «كورونا» is whole."""
        ends = whole.endswith("ا") and not whole.startswith(ARTICLE)
        return ends and (TANWIN in word or whole[:-1] in self._counts)


def _before_names(lexicon: Lexicon) -> frozenset[str]:
    """What stands before a name: «الدكتور», «الطفل»."""
    roles = lexicon.names.roles
    return roles.styles | roles.ranks | roles.honours | roles.private


def _little(lexicon: Lexicon) -> frozenset[str]:
    """Words that say nothing of a subject: little ones, times, numbers, units, offices, verbs of saying, formulas."""
    names, numbers, roles = lexicon.names, lexicon.numbers, lexicon.names.roles
    counted = (numbers.ones, numbers.tens, numbers.hundreds, numbers.scale_one, numbers.scale_two, numbers.scale_many)
    offices = roles.heads | roles.counterparts | roles.enough | roles.titles | roles.qualities
    units = (form for form, unit in (*numbers.units.items(), *numbers.duals.items()) if unit.kind != "count")
    times = lexicon.furniture.date_words | names.times | numbers.months
    said = frozenset(lexicon.speech.forms) | lexicon.speech.stops
    return frozenset().union(
        lexicon.furniture.cues.little, map(fold, lexicon.search.stop), names.verbs, names.prepositions, names.clauses,
        offices, times, said, *counted, units, lexicon.formulas.words,
    )  # fmt: skip
