"""Verbs and nouns of saying: listed once by lemma, inflected by rule.

Invariant: every form is in match form, as `letters.fold` gives it, so a form is found by one look-up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, RootModel
from pydantic_core import PydanticCustomError

from generator.lexicon.loading import ByFold, Record
from generator.reading.clitics import CONJUNCTIONS, FUTURE, HER, HIS, PREFIXES_OF_SPEAKERS, THEIR
from generator.reading.letters import fold
from generator.reading.memo import MOST_ANSWERS, Memo

Gender = Literal["m", "f"]
FormKind = Literal["finite", "participle", "noun"]
Takes = Literal["words", "that", "to", "upon", "from", "about", "by"]

_WEAK_END = ("ى", "ي", "و", "ا")
_SHORTEST = 2
_SHORTEST_VERB = 4
_FUTURE = ("سي", "ست", "سن")
_JOINED = tuple({prefix[0] for prefix in PREFIXES_OF_SPEAKERS})
_TANWIN = "\u064b"  # «طالبًا» is a participle; no finite verb ends so


class Verb(Record):
    """A verb of saying: its lemma in the third person masculine, and what it takes."""

    past: str
    present: str
    participle: str | None = None
    noun: str | None = None
    takes: tuple[Takes, ...] = Field(min_length=1)
    homograph: bool = False
    thinks: bool = False
    relays: bool = False


@dataclass(frozen=True)
class Inflected:
    """A form of a verb of saying. A participle or noun agrees with nobody here."""

    verb: Verb
    kind: FormKind
    gender: Gender
    plural: bool


@dataclass(frozen=True)
class Said:
    """A word read as a form of saying; `led` when a conjunction is written to it."""

    form: Inflected
    word: str
    led: bool


class Phrases(RootModel[tuple[str, ...]], frozen=True):
    """Phrases of one or more words, found by the first of them."""

    @cached_property
    def by_first(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The words after the first one of each phrase. «و» may be written to the first."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        for first, *rest in (fold(text).split() for text in self.root):
            for word in (first, f"و{first}"):
                found[word] = (*found.get(word, ()), tuple(rest))
        return found

    def at(self, words: tuple[str, ...], at: int) -> int:
        """How many words the longest phrase takes at a place; 0 for none."""
        known = self.by_first.get(words[at]) if at < len(words) else None
        fits = (len(rest) + 1 for rest in known or () if words[at + 1 : at + 1 + len(rest)] == rest)
        return max(fits, default=0) if known else 0


def _folded(words: frozenset[str]) -> frozenset[str]:
    folded = frozenset(map(fold, words))
    if len(folded) != len(words):
        raise PydanticCustomError("twice", "two words that fold to the same")
    return folded


Words = Annotated[frozenset[str], AfterValidator(_folded)]


class Speech(Record):
    """Everything known about saying (data/language/speech.yml), in match form."""

    verbs: tuple[Verb, ...] = Field(min_length=1)
    according: Phrases
    according_to_him: Phrases
    saying: Phrases
    thus: Phrases
    appears_in: Phrases
    impersonal: Phrases
    issued_by: Phrases
    documents: Words
    speakers: Words
    bodies: Words
    titles: Words
    possessed: Words
    occasions: Words
    audiences: Words
    stops: Words
    same: Words
    back_references: Words
    named: Words
    lists: Words
    clause: Words
    not_present: Words
    not_verbs: Words
    prepositions: Words
    relaying: Words
    joins: Words
    openers: Words
    plural: Words
    described: Words
    sheltered: Words
    called: Words
    objects: Words
    governs: ByFold[Words]
    adverbs: Words
    within: Words
    asides: Words
    studies: Words
    by_this: Words
    turning: Words
    styled: Words
    hosts: Words
    asking: Words
    answering: Words
    interviews: Words
    breaks: Words
    as_told: Words

    @cached_property
    def forms(self) -> Mapping[str, tuple[Inflected, bool]]:
        """Every form of every verb, and whether a conjunction is written to it; one of two verbs is the first one's."""
        found: dict[str, tuple[Inflected, bool]] = {}
        for verb in self.verbs:
            for word, form in inflect(verb):
                found.setdefault(fold(word), (form, False))
        led = ((letter + word, (form, True)) for word, (form, _) in found.items() for letter in CONJUNCTIONS)
        return dict(led) | found

    @cached_property
    def phrase_heads(self) -> frozenset[str]:
        """The first words of all phrases that say by themselves that somebody speaks."""
        lists = (self.impersonal, self.according_to_him, self.according, self.appears_in, self.saying, self.thus)
        return frozenset(word for phrases in lists for word in phrases.by_first)

    @cached_property
    def cues(self) -> frozenset[str]:
        """Whatever may begin a cue: a look tells most words from it."""
        return self.phrase_heads.union(self.forms)

    @cached_property
    def cued(self) -> frozenset[str]:
        """The same, with «ـه» written to it or not: «ما قاله»."""
        return self.cues.union([word + HIS for word in self.cues])

    @cached_property
    def sayings(self) -> frozenset[str]:
        """What somebody said, as a noun that he completes: «تعبير», «قول»."""
        return frozenset(fold(verb.noun) for verb in self.verbs if verb.noun)

    @cached_property
    def offices(self) -> frozenset[str]:
        """Nouns of those who speak, people and bodies."""
        return self.speakers | self.bodies

    @cached_property
    def describing(self) -> frozenset[str]:
        """Nouns that tell what a speaker is."""
        return self.offices | self.described | self.sheltered | self.documents | self.plural

    @cached_property
    def beside_names(self) -> frozenset[str]:
        """Those, and who hears: no second word of a name."""
        return self.describing | self.audiences

    @cached_property
    def described_offices(self) -> frozenset[str]:
        """Nouns of those who speak, and what they are described by."""
        return self.offices | self.described

    @cached_property
    def clausal(self) -> Memo[str, bool]:
        """Of each word in match form whether no name holds it: a particle, a pronoun, a verb of present or future."""
        return Memo(self._is_clausal)

    def _is_clausal(self, word: str) -> bool:
        joined = word[0] in CONJUNCTIONS
        if word in self.clause or (joined and word[1:] in self.clause):
            return True
        plain = word[1:] if joined and len(word) > _SHORTEST_VERB else word
        if len(plain) > _SHORTEST_VERB and plain.startswith(_FUTURE):
            return True
        return len(plain) >= _SHORTEST_VERB and plain[0] == "ي" and plain not in self.not_present

    def read(self, written: str, folded: str) -> Said | None:
        """A word as a form of saying; a form that begins with و of its own is tried whole first."""
        found = self.forms.get(folded)
        if found is None or (_TANWIN in written and found[0].kind == "finite"):
            return None
        if found[0].verb.past.startswith("ا") and written[found[1] :].startswith("أ"):
            return None  # «أعتقد» is the writer's own
        if found[0].kind == "noun" and written.endswith("ة"):
            return None  # «وصفة» is no «وصفه»
        return Said(found[0], written[found[1] :], led=found[1])


def has_form(known: frozenset[str], word: str) -> bool:
    """True when a list knows a word in match form, or what is left of it without conjunction, preposition, article."""
    return not known.isdisjoint(bare_forms(word))


@lru_cache(maxsize=MOST_ANSWERS)
def bare_forms(word: str) -> tuple[str, ...]:
    """A folded word, and it without conjunction, preposition and article."""
    if not word.startswith(_JOINED):
        return (word,)
    shorter = [word.removeprefix(prefix) for prefix in PREFIXES_OF_SPEAKERS if word.startswith(prefix)]
    return (word, *[rest for rest in shorter if len(rest) >= _SHORTEST])


_PRONOUNS: tuple[tuple[str, Gender, bool], ...] = ((HIS, "m", False), (HER, "f", False), (THEIR, "m", True))


def inflect(verb: Verb) -> list[tuple[str, Inflected]]:
    """Third-person forms of a verb, its participle in the cases and numbers of news, its noun with pronouns."""
    weak, rest = verb.past.endswith(("ى", "ا")), verb.present[1:]
    past = verb.past[:-1] if weak else verb.past
    present = rest[:-1] if rest.endswith(_WEAK_END) else rest
    rows: list[tuple[FormKind, str, Gender, bool]] = [
        ("finite", verb.past, "m", False),
        ("finite", past + "ت", "f", False),
        ("finite", past + "وا", "m", True),
    ]
    if not weak and len(fold(past)) > _SHORTEST:  # «عدا» is a preposition
        rows += [
            ("finite", past + "ا", "m", True),
            ("finite", past + "تا", "f", True),
            ("finite", past + "ن", "f", True),
        ]
    for future in ("", FUTURE):
        rows += [("finite", f"{future}ي{rest}", "m", False), ("finite", f"{future}ت{rest}", "f", False)]
        rows.append(("finite", f"{future}ي{present}ون", "m", True))
    if verb.participle:
        rows += [("participle", verb.participle + "ا", "m", False), ("participle", verb.participle + "ة", "f", False)]
        rows.append(("participle", verb.participle.removesuffix("ي") + "ين", "m", True))
    if verb.noun:
        noun = verb.noun[:-1] + "ت" if verb.noun.endswith("ة") else verb.noun
        rows += [("noun", with_ + noun + end, who, many) for end, who, many in _PRONOUNS for with_ in ("", "ب")]
    return [(word, Inflected(verb, kind, gender, plural)) for kind, word, gender, plural in rows]
