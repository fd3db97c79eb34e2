"""Which entries of the lexicons a name means, and all that those entries are called.

Invariant: an entry is meant only by a form of its own; a form that others share never reaches from one to another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from generator.lexicon import Lexicon
from generator.lexicon.entities import Person, Thing
from generator.model import EntityKind
from generator.reading.clitics import ARTICLE
from generator.reading.letters import fold, key, same_sound, sound, tokens
from generator.reading.line import kept_on_lexicon
from generator.source.withholding.nameforms import NameForm

Ref = tuple[EntityKind | Literal["outlet"], str]
# A shorter id of one word, such as «us», is a word of Latin texts too.
_ENOUGH = 4
# As for names in a text: fewer letters of one word sound like too many others.
_ENOUGH_FOR_SOUND = 5


@dataclass(frozen=True)
class Called:
    """What an entry is called: names that are sure by themselves, and those that need one of them beside them.

    short: those of the sure ones that others may bear as well: a public person's name of one word, or his given name
    after a title. heard: those that are known by their sound. given: what a person is called before his family name,
    as it sounds.
    """

    ref: Ref
    sure: tuple[str, ...]
    beside: tuple[str, ...]
    heard: tuple[str, ...]
    short: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[str, ...]:
        """Every name."""
        return (*self.sure, *self.beside)


def entries(lexicon: Lexicon) -> tuple[Called, ...]:
    """Every person, organisation, place and outlet."""
    things = (entry for kind in lexicon.entities.by_kind for entry in _of_kind(kind, lexicon))
    return (*things, *_of_kind("outlet", lexicon))


@kept_on_lexicon
def _of_kind(kind: EntityKind | Literal["outlet"], lexicon: Lexicon) -> tuple[Called, ...]:
    if kind == "outlet":
        return tuple(_outlets(lexicon))
    return tuple(_called(kind, thing, lexicon) for thing in lexicon.entities.by_kind[kind].values())


def _called(kind: EntityKind, thing: Thing, lexicon: Lexicon) -> Called:
    """A family name alone is as good as the whole here: who is withheld must not be known by it."""
    short = {*thing.short, *_shortened(thing, lexicon)} if isinstance(thing, Person) else set[str]()
    unsure = {*thing.short, *thing.cued} - short
    sure = list(dict.fromkeys(text for text in (thing.name, *thing.variants, *sorted(short)) if text not in unsure))
    heard = tuple(text for text in sure if thing.transliterated and _may_be_heard(text))
    borne = {*short, *(text for text in sure if " " not in key(text))} if isinstance(thing, Person) else set[str]()
    names, sons = map(_words, (thing.name, *thing.variants)), lexicon.names.sonship
    given = frozenset(sound(word) for words in names for word in takewhile(lambda word: word not in sons, words[:-1]))
    return replace(_with_id((kind, thing.id), sure, sorted(unsure), heard), short=frozenset(borne), given=given)


def _may_be_heard(name: str) -> bool:
    """True for a name of several words, or of one that is long enough to be known by its sound alone."""
    return " " in key(name) or len(fold(name)) >= _ENOUGH_FOR_SOUND


def _shortened(person: Person, lexicon: Lexicon) -> Iterator[str]:
    """«الوزير كيري»: a foreigner's family name that nobody else here bears and that is no given name; «السلطان هيثم»,
    «الملك عبد الله»: rulers are called by their given name after their title.
    """
    family, words = person.name.split()[-1], [token.text for token in tokens(person.name)]
    alone = lexicon.entities.families.get(sound(fold(family))) == person.id
    if alone and person.transliterated and fold(family) not in lexicon.names.given:
        yield family
    given = 1 + (fold(words[0]) in lexicon.names.particles)
    heads = {head for role in person.roles if (head := role.title.split()[0]) in lexicon.withholding.styled}
    if len(words) > given:
        yield from (f"{ARTICLE}{head} {' '.join(words[:given])}" for head in sorted(heads))


def _outlets(lexicon: Lexicon) -> Iterator[Called]:
    names: dict[str, tuple[list[str], list[str]]] = {id_: ([], []) for id_ in lexicon.outlets.by_id}
    for known in lexicon.outlets.by_key.values():
        for id_ in known.ids:
            names[id_][known.ambiguous].append(known.text)
    for domain, id_ in lexicon.outlets.by_domain.items():
        names[id_][0].append(domain)
    yield from (_with_id(("outlet", id_), sure, vague) for id_, (sure, vague) in names.items())


def _with_id(ref: Ref, sure: list[str], beside: list[str], heard: tuple[str, ...] = ()) -> Called:
    latin = ref[1].replace("-", " ")
    (sure if " " in latin or len(latin) >= _ENOUGH else beside).append(latin)
    return Called(ref, tuple(sure), tuple(beside), heard)


def meant_by(name: str, form: NameForm, found: tuple[Called, ...], lexicon: Lexicon) -> tuple[Called, ...]:
    """The entries that a name is a form of; where none is, those that it sounds like as a whole."""
    exact = tuple(x for x in found if any(_is_form(form, text, lexicon) for text in x.all))
    words = _words(name)
    return exact or tuple(x for x in found if len(words) > 1 and any(_alike(words, _words(t)) for t in x.heard))


def _is_form(form: NameForm, text: str, lexicon: Lexicon) -> bool:
    """True when the whole of a text is a form of a name."""
    flat = _flat(text, lexicon)
    letters = lexicon.withholding.reader.sight(text).seen[0].letters if all(x in flat for x in form.cores) else ""
    found = form.plain.match(letters)
    return found is not None and found.span("name") == (0, len(letters))


@kept_on_lexicon
def _flat(text: str, lexicon: Lexicon) -> str:
    return lexicon.withholding.reader.sight(text).flat


def _words(name: str) -> list[str]:
    return key(name).split()


def _alike(words: list[str], others: list[str]) -> bool:
    """True for two names that sound alike, word by word."""
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(sound(a) == sound(b) or same_sound(a, b) for a, b in pairs)
