"""What a page may call a speaker who is no entity: his office, trade or kin, never a private person's name.

Invariant: a label is the beginning of the words that the text gives, and ends before the first word that names anyone.
A speaker whose words begin with no noun that describes has no label.
"""

from __future__ import annotations

from generator.facts.names.shape import given
from generator.facts.names.words import among, is_definite
from generator.lexicon.names import Names
from generator.lexicon.speech import Speech, has_form
from generator.reading.clitics import ARTICLE, THIRD_PERSONS
from generator.reading.letters import Token, bare, fold, tokens

_RELATION = ("ي", "يه", "يون", "يين", "يات")


def described(label: str, speech: Speech, names: Names, public: frozenset[str]) -> str | None:
    """The part of a speaker's words that describes and names nobody; None when they describe nothing.

    `public`: the words by which the article names its entities, which any label may hold.
    """
    words = tokens(label)
    if not words or not _describes(words[0].text, speech, names):
        return None
    held = [(at, at + len(name)) for name in public if (at := label.find(name)) >= 0]
    free = (at for at in range(1, len(words)) if not any(a <= words[at].start < b for a, b in held))
    end = next((at for at in free if _names(words, at, speech, names)), len(words))
    while end > 1 and fold(words[end - 1].text) in names.prepositions:
        end -= 1
    # What is left of «أم أحمد» or «أبو محمود» needs the name after it.
    needing = names.particles | names.cues.place_openings
    return None if end == 1 and fold(words[0].text) in needing else label[: words[end - 1].end]


def _describes(word: str, speech: Speech, names: Names) -> bool:
    """A noun of office, trade, kin or body, with article, pronoun or neither."""
    if has_form(speech.describing, fold(word)):
        return True
    office = among(word, names.roles.heads, names.roles.private)
    body = among(word, names.organisations.proper, names.organisations.common)
    return (_owned(word, speech) or office or body) and not given(word, names)


def _owned(word: str, speech: Speech) -> bool:
    """«شقيقه», «جارتها»: a noun that describes, with a pronoun; «زوجته» is «زوجة»."""
    folded = fold(word)
    stems = [folded.removesuffix(end) for end in THIRD_PERSONS if folded.endswith(end)]
    known = speech.described | speech.sheltered
    return any(not known.isdisjoint((stem, stem.removesuffix("ت") + "ه")) for stem in stems)


def _names(words: tuple[Token, ...], at: int, speech: Speech, names: Names) -> bool:
    """True where a name begins: a given name, «أبو فلان», or a bare word after a definite one."""
    word, before = words[at].text, words[at - 1].text
    folded, folded_before = fold(word), fold(before)
    if folded in speech.called or folded.isdecimal() or folded in names.particles:
        return True
    could_name = len(folded) > len("لدى") and not folded.startswith(ARTICLE) and not folded.endswith(_RELATION)
    if bare(word) in names.given_spelled or (at == 1 and could_name and _owned(before, speech)):
        return True  # «علي», «باسم»
    listed = folded in speech.same or folded in names.prepositions or folded in names.roles.inside
    if listed or among(word, names.common):
        return False
    after_preposition = folded_before in names.prepositions
    if given(word, names) and not after_preposition:
        return True
    if is_definite(word) or after_preposition or _describes(word, speech, names):
        return False
    owned = folded_before.endswith(THIRD_PERSONS) and not folded_before.endswith(_RELATION)
    known = not speech.sheltered.isdisjoint((folded_before[:-1] + "ه", folded_before[:-1]))
    return is_definite(before) or (owned and not known and at == 1 and not folded.endswith(_RELATION))
