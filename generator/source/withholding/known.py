"""Which entries of the lexicons a name means, and all that those entries are called.

Invariant: an entry is meant only by a form of its own; a form that others share never reaches from one to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from generator.lexicon import Lexicon
from generator.lexicon.entities import Person, Thing
from generator.model import EntityKind
from generator.reading.letters import fold, same_sound, sound, tokens
from generator.source.withholding.nameforms import Form

Ref = tuple[EntityKind | Literal["outlet"], str]
# A shorter id of one word, such as «us», is a word of Latin texts too.
_ENOUGH = 4
# As for names in a text: fewer letters of one word sound like too many others.
_ENOUGH_FOR_SOUND = 5


@dataclass(frozen=True)
class Entry:
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


def entries(lexicon: Lexicon) -> tuple[Entry, ...]:
    """Every person, organisation, place and outlet."""
    known = lexicon.entities
    kinds: tuple[tuple[EntityKind, Iterable[Thing]], ...] = (
        ("person", known.people.values()),
        ("organisation", known.organisations.values()),
        ("place", known.places.values()),
    )
    return (*(_entry(kind, thing, lexicon) for kind, things in kinds for thing in things), *_outlets(lexicon))


def _entry(kind: EntityKind, thing: Thing, lexicon: Lexicon) -> Entry:
    """A family name alone is as good as the whole here: who is withheld must not be known by it."""
    person = thing if isinstance(thing, Person) else None
    short = {*person.short, *_family(person, lexicon), *_styled(person, lexicon)} if person else set[str]()
    unsure = {*thing.short, *thing.cued} - short
    sure = list(dict.fromkeys(text for text in (thing.name, *thing.variants, *sorted(short)) if text not in unsure))
    heard = tuple(text for text in sure if thing.transliterated and _may_be_heard(text))
    borne = {*short, *(text for text in sure if len(tokens(text)) == 1)} if person else set[str]()
    given = frozenset(sound(word) for text in (thing.name, *thing.variants) for word in _given(text, lexicon))
    return replace(_with_id((kind, thing.id), sure, sorted(unsure), heard), short=frozenset(borne), given=given)


def _given(name: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of a name before its father's, and before its last."""
    return takewhile(lambda word: word not in lexicon.names.sonship, _words(name)[:-1])


def _styled(person: Person, lexicon: Lexicon) -> Iterator[str]:
    """«السلطان هيثم», «الملك عبد الله»: rulers are called by their given name after their title."""
    words = [token.text for token in tokens(person.name)]
    joins = fold(words[0]) in lexicon.names.particles
    heads = {head for role in person.roles if (head := role.title.split()[0]) in lexicon.withholding.styled}
    if len(words) > 1 + joins:
        yield from (f"ال{head} {' '.join(words[: 1 + joins])}" for head in sorted(heads))


def _may_be_heard(name: str) -> bool:
    """True for a name of several words, or of one that is long enough to be known by its sound alone."""
    return len(tokens(name)) > 1 or len(fold(name)) >= _ENOUGH_FOR_SOUND


def _family(thing: Person, lexicon: Lexicon) -> Iterator[str]:
    """The family name of a foreigner, where nobody else here bears it and it is no given name: «الوزير كيري»."""
    family = thing.name.split()[-1]
    alone = lexicon.entities.families.get(sound(fold(family))) == thing.id
    if alone and thing.transliterated and fold(family) not in lexicon.names.given:
        yield family


def _outlets(lexicon: Lexicon) -> Iterator[Entry]:
    names: dict[str, tuple[list[str], list[str]]] = {id_: ([], []) for id_ in lexicon.outlets.by_id}
    for known in lexicon.outlets.by_key.values():
        for id_ in known.ids:
            names[id_][known.ambiguous].append(known.text)
    for domain, id_ in lexicon.outlets.by_domain.items():
        names[id_][0].append(domain)
    yield from (_with_id(("outlet", id_), sure, vague) for id_, (sure, vague) in names.items())


def _with_id(ref: Ref, sure: list[str], beside: list[str], heard: tuple[str, ...] = ()) -> Entry:
    latin = ref[1].replace("-", " ")
    (sure if " " in latin or len(latin) >= _ENOUGH else beside).append(latin)
    return Entry(ref, tuple(sure), tuple(beside), heard)


def meant_by(name: str, form: Form, all_: Iterable[Entry], lexicon: Lexicon) -> tuple[Entry, ...]:
    """The entries that a name is a form of; where none is, those that it sounds like as a whole."""
    found = tuple(all_)
    exact = tuple(x for x in found if any(is_form(form, text, lexicon) for text in x.all))
    words = _words(name)
    return exact or tuple(x for x in found if len(words) > 1 and any(_heard(words, _words(t)) for t in x.heard))


def is_form(form: Form, text: str, lexicon: Lexicon) -> bool:
    """True when the whole of a text is a form of a name."""
    sight = lexicon.withholding.reader.sight(text)
    if not all(core in sight.flat for core in form.cores):
        return False
    letters = sight.seen[0].letters
    found = form.plain.match(letters)
    return bool(found) and found is not None and found.span("name") == (0, len(letters))


def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(token.text) for token in tokens(name))


def _heard(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """True for two names that sound alike, word by word."""
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(sound(a) == sound(b) or same_sound(a, b) for a, b in pairs)
