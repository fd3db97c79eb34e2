"""Institutions that bear somebody's name: «مستشفى الملك فهد التخصصي», «مطار حمد الدولي», «جائزة الأمير نايف».

Invariant: such a name is a place, a body, or nothing that a list holds; never the person in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.names.shape import given, joined_word, name_like, starts_name
from generator.facts.names.words import Span, among, bare_or_joined, covered, is_definite, plain
from generator.lexicon.names import Names
from generator.model import EntityKind
from generator.reading.letters import bare
from generator.reading.line import ReadLine

_MOST_ADJECTIVES = 4
_MOST_BARE = 3  # given names and a family name without article: «رجب طيب أردوغان»
_ADJECTIVE = ("ي", "يه")


def without_institutions(words: ReadLine, spans: list[Span], names: Names) -> list[Span]:
    """The spans of a line with its institutions, and without the people, places and bodies inside their names."""
    known = {span.first for span in spans if span.kind in ("organisation", "place")}
    found = [span for span in institutions(words, spans, names) if span.first not in known]
    inside = covered(found)
    return sorted((*(x for x in spans if x.first not in inside), *found), key=lambda span: span.first)


def institutions(words: ReadLine, spans: list[Span], names: Names) -> Iterator[Span]:
    """A noun of places or bodies, a title or none, a name, and the adjectives that complete it."""
    at, places = 0, covered([span for span in spans if span.kind == "place" and span.prefix])
    while at < len(words.tokens) - 1:
        noun = _noun(words.word(at), names)
        last = _last(words, at, places, names) if noun is not None and words.close(at + 1) else None
        if noun is not None and last is not None:
            name = words.slice(at, last, noun.clitic)
            rule = f"{noun.kind}-after-person" if noun.kind else "not-a-name"
            yield Span(noun.kind, None, name, at, last, rule, noun.clitic)
            at = last
        at += 1


@dataclass(frozen=True)
class _Noun:
    """What bears somebody's name: its kind, None for what no list holds, and the clitic before its noun."""

    kind: EntityKind | None
    clitic: str


def _noun(word: str, names: Names) -> _Noun | None:
    cues = names.cues
    kinds: tuple[tuple[EntityKind | None, frozenset[str]], ...] = (
        ("place", cues.named_places),
        ("organisation", cues.named_bodies),
        (None, cues.named_things),
    )
    found = ((kind, nouns) for kind, nouns in kinds if bare_or_joined(word, nouns))
    return next((_Noun(kind, "" if plain(word) in nouns else word[:1]) for kind, nouns in found), None)


def _last(words: ReadLine, at: int, places: frozenset[int], names: Names) -> int | None:
    """The last word of an institution's name; None where no person's name follows its noun."""
    first = at + 1
    while bare_or_joined(words.word(first), names.cues.eponyms) and words.close(first):
        first += 1
    begins = starts_name(words, first, names) or plain(words.word(first)) in names.openers | names.sonship
    begins = begins or (first > at + 1 and name_like(words.word(first), names)) or _unlisted(words, at, names)
    if not words.close(first) or not begins:
        return None
    last = _name_end(words, first, 1 if first == at + 1 else _MOST_BARE, places, names)
    acts = among(words.word(at - 1), names.verbs)  # «أعلنت جامعة الأمير سلطان القبول»: what was announced follows
    for added in range(_MOST_ADJECTIVES):
        describes = plain(words.word(last + 1)).endswith(_ADJECTIVE) or plain(words.word(last + 1)).startswith("لل")
        if not _adjoins(words, last + 1, names) or not (describes or (added == 0 and not acts)):
            break
        last += 1 + (plain(words.word(last + 2)) in names.seconds and words.close(last + 2))  # «سعد العبد الله»
    return last


def _nisba(word: str) -> bool:
    """«الدولي», «الطبية»; not «المرضى»."""
    return is_definite(word) and plain(word).startswith("ال") and bare(word).endswith(("ي", "ية"))


def _unlisted(words: ReadLine, at: int, names: Names) -> bool:
    """«هواري بومدين» in «مطار هواري بومدين الدولي»: two bare words between a bare noun and its own adjective."""
    pair = (words.word(at + 1), words.word(at + 2))
    if bare_or_joined(words.word(at), names.cues.settlements):
        return False  # «مدينة سان بطرسبرج الروسية»
    together = all(words.close(near) for near in (at + 1, at + 2, at + 3)) and not is_definite(words.word(at))
    acts = plain(pair[1]).startswith(("ي", "ت"))  # «مستشفى تربة يعايد»
    return (
        together
        and _nisba(words.word(at + 3))
        and not acts
        and all(name_like(word, names) and not joined_word(word, names) for word in pair)
    )


def _name_end(words: ReadLine, first: int, bare_words: int, places: frozenset[int], names: Names) -> int:
    """The last word of the name itself: «عبد الحميد شومان», «محمد الخامس», «سعد العبد الله».

    `bare_words`: how many of it count already; after a king's name, «الملك سعود», none are added.
    """
    last = first
    if plain(words.word(first)) in names.particles and words.close(first + 1):
        last = first + 1
    while words.close(last + 1) and last + 1 not in places:
        following = last + 1
        word = words.word(following)
        if plain(word) in names.particles and words.close(following + 1):
            last = following + 1
        elif plain(word) in names.seconds:
            last = following
        elif bare_words < _MOST_BARE and _second_name(words, following, places, names):
            last, bare_words = following, bare_words + 1
        else:
            break
    return last


def _second_name(words: ReadLine, at: int, places: frozenset[int], names: Names) -> bool:
    """«ماهر» in «مستشفى أحمد ماهر»: a given name, or a bare word before an adjective, «ب» and a place, or a mark."""
    word = words.word(at)
    if not name_like(word, names) or joined_word(word, names) or plain(word).startswith("و"):
        return False
    return given(word, names) or _nisba(words.word(at + 1)) or at + 1 in places or not words.close(at + 1)


def _adjoins(words: ReadLine, at: int, names: Names) -> bool:
    """A definite adjective or «للإغاثة»; a style or rank begins somebody's name."""
    word = words.word(at)
    if not words.close(at) or not is_definite(word) or not plain(word).startswith(("ال", "لل")):
        return False
    roles = names.roles
    begins = among(word, roles.styles, roles.ranks, roles.titles, roles.honours, roles.heads)
    return not begins and plain(word) not in names.times and plain(word) not in names.organisations.ending
