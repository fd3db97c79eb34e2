"""Which names of one kind are one thing: written apart or together, with or without its article or its legal form.

Invariant: what a lexicon knows by two ids is two things, and a short name that may be that of two stays by itself.
Linear in the number of names, but for those of people that begin alike and have the same office.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.lexicon import Lexicon
from generator.model import GroupKind
from generator.reading.clitics import ARTICLE
from generator.reading.letters import key

# An office of one word, «الرئيس», is that of many; so is a given name.
_TELLING = 2
_SHORTEST = 2

Words = tuple[str, ...]
Spelled = Callable[["Bearer"], Words]


@dataclass(frozen=True)
class Bearer:
    """A thing as some articles name it: its address part, whether a lexicon gave that, its name, in what offices."""

    id: str
    known: bool
    name: str
    offices: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> Words:
        """The name's words in match form."""
        return tuple(key(self.name).split())


Pairs = Iterator[tuple[Bearer, Bearer]]


def doubles(kind: GroupKind, called: Iterable[Bearer], lexicon: Lexicon) -> Mapping[str, str]:
    """For each address part that of the thing that it is: its own, most often."""
    found = sorted(called, key=lambda x: (not x.known, x.id))
    known = {x.id for x in found if x.known}
    leads: dict[str, str] = {}
    for pair in _pairs(kind, found, lexicon):
        first, second = sorted((_end(leads, x.id) for x in pair), key=lambda id_: (id_ not in known, id_))
        if first != second and second not in known:
            leads[second] = first
    return {x.id: _end(leads, x.id) for x in found}


def _end(leads: Mapping[str, str], id_: str) -> str:
    while id_ in leads:
        id_ = leads[id_]
    return id_


def _pairs(kind: GroupKind, found: Sequence[Bearer], lexicon: Lexicon) -> Pairs:
    if kind == "people":
        joined = _joined(lexicon.names.openers)
        yield from _alike([x for x in found if not x.known], joined)
        yield from _shortened(found, joined, lexicon.names.sonship)
        return
    words, clear = lexicon.names.organisations, [x for x in found if not _is_of_many(kind, x, lexicon)]
    forms = lexicon.outlets.cues.trades.forms if kind == "outlets" else words.forms
    yield from _alike(clear, lambda x: _without_ends(tuple(map(_bare, x.words)), words.form_ends))
    yield from _without_form(clear, forms)


def _is_of_many(kind: GroupKind, called: Bearer, lexicon: Lexicon) -> bool:
    """Whether several outlets go by a name: «الوطن» of six countries."""
    known = lexicon.outlets.by_key.get(" ".join(called.words)) if kind == "outlets" else None
    return known is not None and len(known.ids) > 1


def _alike(found: Iterable[Bearer], spelled: Spelled) -> Pairs:
    """Those that are spelled alike; nobody's in particular where a lexicon knows two of them."""
    alike = (some for some in _by(found, spelled).values() if sum(x.known for x in some) <= 1)
    return ((some[0], other) for some in alike for other in some[1:])


def _by(found: Iterable[Bearer], told: Callable[[Bearer], Hashable]) -> Mapping[Hashable, list[Bearer]]:
    parts: dict[Hashable, list[Bearer]] = defaultdict(list)
    for x in found:
        parts[told(x)].append(x)
    return parts


def _bare(word: str) -> str:
    rest = word.removeprefix(ARTICLE)
    return rest if len(rest) >= _SHORTEST else word


def _without_ends(words: Words, ends: frozenset[str]) -> Words:
    """A name without its legal form: «بوينج المحدودة», «Boeing Co»."""
    bare = {_bare(end) for end in ends}
    while len(words) > 1 and words[-1] in bare:
        words = words[:-1]
    return words


def _without_form(found: Iterable[Bearer], forms: frozenset[str]) -> Pairs:
    """«شركة بوينج» and «بوينج», where no other form stands before the same words."""
    bare = _by(found, lambda x: x.words)
    headed = _by((x for x in found if x.words[1:] and x.words[0] in forms), lambda x: x.words[1:])
    for words, with_form in headed.items():
        some = bare.get(words, [])
        if len({x.words[0] for x in with_form}) == 1 and sum(x.known for x in some) <= 1:
            yield from ((x, other) for x in some for other in with_form)


def _joined(openers: frozenset[str]) -> Spelled:
    """How a name reads with its halves written together: «عبد الله» as «عبدالله»."""

    def together(called: Bearer) -> Words:
        words: list[str] = []
        for word in called.words:
            if words and words[-1] in openers:
                words[-1] += word
            else:
                words.append(word)
        return tuple(words)

    return together


def _shortened(found: Iterable[Bearer], spelled: Spelled, sons: frozenset[str]) -> Pairs:
    """Names of which one holds the other's words in their order, both in one office: «عزام الدخيل», «عزام بن محمد
    الدخيل», each «وزير التعليم».
    """
    held: dict[Hashable, dict[Bearer, tuple[Words, Words]]] = defaultdict(dict)
    for x in found:
        name = tuple(_bare(word) for word in spelled(x) if word not in sons)
        for office in x.offices:
            post = tuple(map(_bare, key(office).split()))
            if len(name) >= _TELLING and len(post) >= _TELLING:
                held[name[0], post[:_TELLING]][x] = (name, post)
    for bearers in held.values():
        for short, (name, post) in bearers.items():
            longer = [x for x, (n, o) in bearers.items() if x != short and _within(name, n) and _begins(post, o)]
            names = sorted((bearers[x][0] for x in longer), key=len)
            if all(_within(one, other) for one, other in pairwise(names)):
                yield from ((short, x) for x in longer)


def _within(short: Words, long_: Words) -> bool:
    """Whether a name's words stand in another, in order."""
    rest = iter(long_)
    return all(word in rest for word in short)


def _begins(one: Words, other: Words) -> bool:
    short, long_ = sorted((one, other), key=len)
    return long_[: len(short)] == short
