"""For whom speakers speak: the officials of a state, a body, those of a trade, or nobody whom the text tells of.

Read from a speaker's office as the article gives it. Invariant: nothing is guessed; an office that names no body, no
state and no trade speaks for nobody known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, NamedTuple

from generator.facts.names.words import among, is_definite, state_of
from generator.lexicon import Lexicon
from generator.lexicon.entities import Place
from generator.model import Entity, Facts, Quote
from generator.reading.clitics import PREFIXES_OF_NAMES
from generator.reading.letters import Token, fold, key, tokens

_SHORT_NAME = re.compile(r"\s+[-–—(].*$")
"""What a name is explained by: «وزارة الدفاع الأمريكية (البنتاغون)», «قوة المهام المشتركة - عملية العزم الصلب»."""
_SHORTEST = 4


@dataclass(frozen=True)
class Institution:
    """Whom somebody speaks for. `id`: the code of a state, the id of a body or its name in match form, that of a trade;
    `name`: of a body, `state`: of officials.
    """

    kind: Literal["officials", "body", "trade", "unknown"]
    id: str = ""
    name: str = ""
    state: Place | None = None


UNKNOWN = Institution("unknown")


class _Found(NamedTuple):
    """Where an office names something, and what follows from it."""

    start: int
    institution: Institution


def institution_of(quote: Quote, facts: Facts, lexicon: Lexicon) -> Institution:
    """Whom the speaker of a quotation speaks for, as far as his article tells."""
    body, place, person = (_called(quote, x) for x in (facts.organisations, facts.places, facts.people))
    if body:
        return _of_body(body.id, body.name, lexicon)
    if place:
        return _of_place(place.id, lexicon)
    told = of_office((person.role or "") if person else quote.speaker or "", facts, lexicon)
    return _of_known(person, told, lexicon) if person and told.kind != "officials" else told


def is_public(quote: Quote, facts: Facts, lexicon: Lexicon) -> bool:
    """Whether lists may name who speaks: somebody with a public role, a body, the nameless holder of an office."""
    if quote.speaker is None or any(_called(quote, x) for x in (facts.people, facts.organisations, facts.places)):
        return True
    return institution_of(quote, facts, lexicon).kind != "unknown"


def _of_known(person: Entity, told: Institution, lexicon: Lexicon) -> Institution:
    """The officials of a state where all offices are of it that the lexicon has of somebody; else what his text told.

    «وزير الدفاع» alone does not tell of which state.
    """
    known = lexicon.entities.people.get(person.id or "")
    held = {of_office(role.title, Facts(), lexicon) for role in known.roles} if known else set[Institution]()
    only = held.pop() if len(held) == 1 else UNKNOWN
    return only if only.kind == "officials" or told == UNKNOWN else told


def of_office(office: str, facts: Facts, lexicon: Lexicon) -> Institution:
    """Whom the holder of an office speaks for; `facts` of the article tell which bodies its words name."""
    known = lexicon.institutions
    words = tuple(takewhile(lambda word: fold(word.text) not in known.beyond, tokens(office)))
    if not words:
        return UNKNOWN
    trade = next((id_ for id_, group in known.groups.items() if among(words[0].text, group)), None)
    if trade:
        return Institution("trade", trade)
    office = office[: words[-1].end]
    found = min((*_bodies(office, facts, lexicon), *_nations(words, lexicon)), default=None, key=lambda x: x.start)
    if found:
        return found.institution
    return _seated(office, words, facts, lexicon) or _ministry(words, lexicon) or _source(words[0], lexicon)


def _called(quote: Quote, entities: Iterable[Entity]) -> Entity | None:
    return next((x for x in entities if x.name == quote.speaker and quote.speaker_id in (x.id, None)), None)


def _of_body(id_: str | None, name: str, lexicon: Lexicon) -> Institution:
    """A body itself, or the officials of the state that it is of."""
    body = lexicon.entities.organisations.get(id_ or "")
    iso = body.of_state if body else _state_of_name(name, lexicon)
    if iso:
        return _officials(iso, lexicon)
    shown = _SHORT_NAME.sub("", body.name if body else name)
    return Institution("body", id_ or key(shown), shown)


def _state_of_name(name: str, lexicon: Lexicon) -> str | None:
    words = tokens(name)
    of_state = words and among(words[0].text, lexicon.institutions.state_bodies)
    return next((iso for w in words[1:] if (iso := state_of(w.text, lexicon.entities))), None) if of_state else None


def _officials(iso: str, lexicon: Lexicon) -> Institution:
    state = lexicon.entities.states.get(iso)
    return Institution("officials", iso, state=state) if state else UNKNOWN


def _of_place(id_: str | None, lexicon: Lexicon) -> Institution:
    place = lexicon.entities.places.get(id_ or "")
    iso = (place.iso or place.state) if place else None
    return _officials(iso, lexicon) if iso else UNKNOWN


def _bodies(office: str, facts: Facts, lexicon: Lexicon) -> Iterator[_Found]:
    """The bodies that an office names: those of the article, and those that the lexicon is sure of."""
    for hit in lexicon.entities.spelled.find(office):
        if hit.payload.kind == "organisation" and hit.payload.use == "sure":
            name = lexicon.entities.organisations[hit.payload.id].name
            yield _Found(hit.start, _of_body(hit.payload.id, name, lexicon))
    for body, start in _held(office, facts.organisations):
        yield _Found(start, _of_body(body.id, body.name, lexicon))


def _held(office: str, entities: Iterable[Entity]) -> Iterator[tuple[Entity, int]]:
    """Which of an article's entities an office names, and where."""
    for entity in entities:
        for text in {mention.text for mention in entity.mentions if len(mention.text) >= _SHORTEST}:
            start = office.find(text)
            if start >= 0 and _is_word(office, start):
                yield entity, start


def _is_word(office: str, start: int) -> bool:
    """Whether a word begins there, or goes on behind a letter that is written to it."""
    before = office[:start].rpartition(" ")[2]
    return not before.strip('(«"') or before in PREFIXES_OF_NAMES


def _nations(words: Sequence[Token], lexicon: Lexicon) -> Iterator[_Found]:
    """The nation whose adjective describes an office of a state: «وزير الخارجية التركي»."""
    roles, known = lexicon.names.roles, lexicon.institutions
    if among(words[0].text, roles.offices, roles.titles, known.state_bodies):
        own = takewhile(lambda word: not among(word.text, known.others), words)
        named = ((word.start, iso) for word in own if (iso := state_of(word.text, lexicon.entities)))
        yield from (_Found(start, _officials(iso, lexicon)) for start, iso in named)


def _seated(office: str, words: Sequence[Token], facts: Facts, lexicon: Lexicon) -> Institution | None:
    """The state in which an office of a state is held: «أمير منطقة الباحة», «رئيس بلدية الموصل»."""
    known = lexicon.institutions
    before = known.of_states_before.get(fold(words[0].text), frozenset()) if len(words) > 1 else frozenset()
    if not among(words[0].text, known.of_states) and not (before and among(words[1].text, before)):
        return None
    sure = [hit.payload.id for hit in lexicon.entities.spelled.find(office) if hit.payload.kind == "place"]
    named = [place.id for place, _ in _held(office, facts.places)]
    return next((found for id_ in (*sure, *named) if (found := _of_place(id_, lexicon)) != UNKNOWN), None)


def _ministry(words: Sequence[Token], lexicon: Lexicon) -> Institution | None:
    """The ministry that an office is of, by its field: «وزير الصحة»."""
    known, once = lexicon.institutions, lexicon.names.roles.once
    at = next((at for at, word in enumerate(words) if among(word.text, known.ministers)), len(words))
    behind = takewhile(lambda w: is_definite(w.text) and not among(w.text, once, known.no_ministry), words[at + 1 :])
    name = " ".join((known.ministry, *(word.text for word in behind)))
    return _of_body(None, name, lexicon) if name != known.ministry else None


def _source(word: Token, lexicon: Lexicon) -> Institution:
    return Institution("trade", "sources") if among(word.text, lexicon.institutions.sources) else UNKNOWN
