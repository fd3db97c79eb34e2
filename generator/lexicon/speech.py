"""Verbs and nouns of saying: listed once by lemma, inflected by rule.

Invariant: every form is in match form, as `text.fold` gives it, so a form is found by one look-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from generator.lexicon.loading import LexiconError, Record, read_record
from generator.reading.letters import Token, fold

Gender = Literal["m", "f"]
FormKind = Literal["finite", "participle", "noun"]
Takes = Literal["words", "that", "to", "upon", "from", "about", "by"]

_WEAK_END = ("ى", "ي", "و", "ا")
_CONJUNCTIONS = ("و", "ف")
_PREFIXES = ("و", "ف", "ال", "وال", "لل", "ل", "بال", "ب")
_SHORTEST = 2
_TANWIN = "\u064b"  # «طالبًا» is a participle; no finite verb ends so


class Verb(Record):
    """A verb of saying: its lemma in the third person masculine, and what it takes."""

    past: str
    present: str
    participle: str | None = None
    noun: str | None = None
    takes: tuple[Takes, ...] = Field(min_length=1)
    homograph: bool = False
    relays: bool = False


class SpeechFile(Record):
    """data/language/speech.yml."""

    verbs: tuple[Verb, ...] = Field(min_length=1)
    according: tuple[str, ...]
    according_to_him: tuple[str, ...]
    saying: tuple[str, ...]
    thus: tuple[str, ...]
    appears_in: tuple[str, ...]
    impersonal: tuple[str, ...]
    documents: tuple[str, ...]
    issued_by: tuple[str, ...]
    speakers: tuple[str, ...]
    bodies: tuple[str, ...]
    titles: tuple[str, ...]
    possessed: tuple[str, ...]
    occasions: tuple[str, ...]
    audiences: tuple[str, ...]
    stops: tuple[str, ...]
    same: tuple[str, ...]
    back_references: tuple[str, ...]
    named: tuple[str, ...]
    lists: tuple[str, ...]
    clause: tuple[str, ...]
    not_present: tuple[str, ...]
    not_verbs: tuple[str, ...]
    prepositions: tuple[str, ...]
    relaying: tuple[str, ...]
    joins: tuple[str, ...]
    openers: tuple[str, ...]
    plural: tuple[str, ...]
    described: tuple[str, ...]
    called: tuple[str, ...]
    objects: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """A form of a verb of saying. A participle or noun agrees with nobody here."""

    verb: Verb
    kind: FormKind
    gender: Gender | None = None
    plural: bool = False


@dataclass(frozen=True)
class Spoken:
    """A word read as a form of saying; `led` when a conjunction is written to it."""

    form: Form
    word: str
    led: bool


@dataclass(frozen=True)
class Speech:
    """Everything known about saying, in match form."""

    forms: Mapping[str, Form]
    lists: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]

    def read(self, token: Token) -> Spoken | None:
        """A word as a form of saying; a form that begins with و of its own is tried whole first."""
        folded = fold(token.text)
        if _TANWIN in token.text and self._is_finite(folded):
            return None
        if folded in self.forms:
            return Spoken(self.forms[folded], token.text, led=False)
        if folded.startswith(_CONJUNCTIONS) and folded[1:] in self.forms:
            return Spoken(self.forms[folded[1:]], token.text[1:], led=True)
        return None

    def _is_finite(self, folded: str) -> bool:
        form = self.forms.get(folded) or self.forms.get(folded[1:])
        return form is not None and form.kind == "finite"

    def is_in(self, name: str, word: str) -> bool:
        """True when a word in match form, or what is left of it without و or ال, stands in a list."""
        known = self.lists[name]
        return any(form in known for form in bare_forms(word))

    def phrase_at(self, name: str, words: tuple[str, ...], at: int) -> int:
        """How many words the longest phrase of a list takes at a place; 0 for none. «و» may be written to the first."""
        if at >= len(words):
            return 0
        phrases = self.phrases[name]
        first = words[at].removeprefix("و")
        known = (*phrases.get(words[at], ()), *(phrases.get(first, ()) if first != words[at] else ()))
        fits = (len(rest) + 1 for rest in known if words[at + 1 : at + 1 + len(rest)] == rest)
        return max(fits, default=0)


def bare_forms(word: str) -> tuple[str, ...]:
    """A folded word, and it without conjunction, preposition and article."""
    shorter = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    return (word, *(rest for rest in shorter if len(rest) >= _SHORTEST))


_PHRASES = ("according", "according_to_him", "saying", "thus", "appears_in", "impersonal", "issued_by")


def load_speech(data: Path) -> Speech:
    """data/language/speech.yml, inflected. Raises LexiconError, for a form that two verbs share without need too."""
    path = data / "language/speech.yml"
    read = read_record(path, SpeechFile)
    forms: dict[str, Form] = {}
    for verb in read.verbs:
        for word, form in inflect(verb):
            forms.setdefault(fold(word), form)
    lists = {}
    for name in SpeechFile.model_fields:
        if name != "verbs" and name not in _PHRASES:
            words = tuple(fold(word) for word in getattr(read, name))
            lists[name] = frozenset(words)
            if len(lists[name]) != len(set(getattr(read, name))):
                raise LexiconError(f"{path}: {name}: two words that fold to the same")
    phrases = {name: _by_first_word(getattr(read, name)) for name in _PHRASES}
    return Speech(forms, lists, phrases)


def _by_first_word(texts: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for text in texts:
        first, *rest = fold(text).split()
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


def inflect(verb: Verb) -> Iterator[tuple[str, Form]]:
    """Third-person forms of a verb, its participle in the cases and numbers of news, its noun with pronouns."""
    yield from _past(verb)
    yield from _present(verb)
    if verb.participle:
        yield from _participle(verb, verb.participle)
    if verb.noun:
        stem = verb.noun[:-1] + "ت" if verb.noun.endswith("ة") else verb.noun
        for pronoun, gender, plural in _PRONOUNS:
            for preposition in ("", "ب"):
                yield preposition + stem + pronoun, Form(verb, "noun", gender, plural)


_PRONOUNS: tuple[tuple[str, Gender, bool], ...] = (("ه", "m", False), ("ها", "f", False), ("هم", "m", True))


def _past(verb: Verb) -> Iterator[tuple[str, Form]]:
    weak = verb.past.endswith(("ى", "ا"))
    stem = verb.past[:-1] if weak else verb.past
    yield verb.past, Form(verb, "finite", "m")
    yield stem + "ت", Form(verb, "finite", "f")
    yield stem + "وا", Form(verb, "finite", "m", plural=True)
    if not weak:
        yield stem + "ا", Form(verb, "finite", "m", plural=True)
        yield stem + "تا", Form(verb, "finite", "f", plural=True)
        yield stem + "ن", Form(verb, "finite", "f", plural=True)


def _present(verb: Verb) -> Iterator[tuple[str, Form]]:
    rest = verb.present[1:]
    stem = rest[:-1] if rest.endswith(_WEAK_END) else rest
    for future in ("", "س"):
        yield f"{future}ي{rest}", Form(verb, "finite", "m")
        yield f"{future}ت{rest}", Form(verb, "finite", "f")
        yield f"{future}ي{stem}ون", Form(verb, "finite", "m", plural=True)


def _participle(verb: Verb, stem: str) -> Iterator[tuple[str, Form]]:
    yield stem + "ا", Form(verb, "participle", "m")
    yield stem + "ة", Form(verb, "participle", "f")
    yield stem.removesuffix("ي") + "ين", Form(verb, "participle", "m", plural=True)
