"""Is a short piece of a line the name of the person who signs, and how surely by its form alone.

Invariant: no desk, house, office, translator or verb is in a name; one word alone never signs.
"""

from __future__ import annotations

import re
from enum import IntEnum

from generator.facts.names.shape import given, name_like, starts_name
from generator.facts.names.words import is_definite
from generator.facts.publisher.names import known_name
from generator.lexicon import Lexicon
from generator.lexicon.names import Names
from generator.reading.letters import bare
from generator.reading.line import ReadLine, Span, read_line

_FEWEST, _MOST = 2, 5
INITIALS = re.compile(r"\s*(?:[^\W\d_]{1,2}\s?[./]\s?)+")
"""A title before a name: «د. », «أ.د. »."""
_BROKEN = re.compile(r"[^\w\s\u0640'’.-]|\d|_")
_JOINED = re.compile(r"\s+و(?:\s+)?(?=\w)")
_NISBA = "ي"


class Sureness(IntEnum):
    """How surely a piece is a person's name by its form: by its given name or title, by its family name, or perhaps."""

    NONE = 0
    PERHAPS = 1
    LIKELY = 2
    SURE = 3


def sureness_of(text: str, lexicon: Lexicon) -> Sureness:
    """How surely a piece of a line is a name of one person, or of several that «و» joins."""
    titled = INITIALS.match(text)
    name = read_line(text[titled.end() :] if titled else text)
    if not _FEWEST <= len(name.words) <= 2 * _MOST or _BROKEN.search(bare(name.text)) or _is_other(name, lexicon):
        return Sureness.NONE
    joined = _joint(name, lexicon.names)
    if joined:
        return min(sureness_of(text[slice(*part)], lexicon) for part in joined)
    if len(name.words) > _MOST + name.words.count("بن"):
        return Sureness.NONE
    return _form(name, lexicon.names, titled=bool(titled))


def _is_other(name: ReadLine, lexicon: Lexicon) -> bool:
    """Words of desks, houses and sentences, or a known house."""
    cues = lexicon.outlets.cues
    lists = (cues.not_persons, cues.sentence_words, cues.page_words, cues.media_words, cues.translators, cues.pictures)
    # «علي» is no preposition.
    words = [name.words[at] for at, word in enumerate(name.written) if not given(word, lexicon.names)]
    return any(words_of.among(words) for words_of in lists) or bool(known_name(lexicon.outlets, name.words))


def _joint(name: ReadLine, names: Names) -> tuple[Span, ...]:
    """The spans of two people: «سلمى الخطيب ورامي حسن»."""
    for mark in _JOINED.finditer(name.text):
        before, after = name.text[: mark.start()], read_line(name.text[mark.end() :])
        if len(before.split()) >= _FEWEST and len(after.words) >= _FEWEST and starts_name(after, 0, names):
            return (0, mark.start()), (mark.end(), len(name.text))
    return ()


def _form(name: ReadLine, names: Names, *, titled: bool) -> Sureness:
    first, rest = name.written[0], range(1, len(name.words))
    if name.text.isascii():
        return Sureness.PERHAPS if all(word[0].isupper() for word in name.written) else Sureness.NONE
    if not all(_may_follow(name, at, names) for at in rest):
        return Sureness.NONE
    if starts_name(name, 0, names):
        return Sureness.SURE
    if is_definite(first) or not name_like(first, names):
        return Sureness.NONE
    if titled:
        return Sureness.SURE
    last = name.written[-1]
    family = (is_definite(last) and name.words[-1].endswith(_NISBA)) or name.words[-1] in names.seconds
    other = any(given(name.written[at], names) or name.words[at] in names.particles for at in rest)
    return Sureness.LIKELY if family or other else Sureness.PERHAPS


def _may_follow(name: ReadLine, at: int, names: Names) -> bool:
    """A word that may stand in a name behind its first: no verb, no everyday noun, no time."""
    word, folded = name.word(at), name.folded(at)
    if folded in names.particles or name.folded(at - 1) in names.particles or given(word, names):
        return True
    if folded in names.times or folded in names.prepositions or folded in names.clauses:
        return False
    return is_definite(word) or name_like(word, names)
