"""What a page may call a speaker who is no entity: his office, trade or kin, never a private person's name.

Invariant: a label is the beginning of the words that the text gives, and ends before the first word that names anyone.
A speaker whose words begin with no noun that describes has no label.
"""

from __future__ import annotations

from generator.facts.names.shape import given
from generator.facts.names.words import among, is_definite
from generator.lexicon.names import Names
from generator.lexicon.speech import Speech, has_form
from generator.reading.letters import Token, bare, fold, tokens

_PRONOUNS = ("ه", "ها", "هم", "هن")
_RELATION = ("ي", "يه", "يون", "يين", "يات")
_SHORTEST = 2


def described(label: str, speech: Speech, names: Names, public: frozenset[str]) -> str | None:
    """The part of a speaker's words that describes and names nobody; None when they describe nothing.

    `public`: the words by which the article names its entities, which any label may hold.
    """
    words = tokens(label)
    if not words or not _describes(words[0], speech, names):
        return None
    held = [(at, at + len(name)) for name in public if (at := label.find(name)) >= 0]
    free = (at for at in range(1, len(words)) if not any(a <= words[at].start < b for a, b in held))
    end = next((at for at in free if _names(words, at, speech, names)), len(words))
    while end > 1 and fold(words[end - 1].text) in names.prepositions:
        end -= 1
    return label[: words[end - 1].end] if _tells(words[:end], names) else None


def _describes(word: Token, speech: Speech, names: Names) -> bool:
    """A noun of office, trade, kin or body, with article, pronoun or neither."""
    folded = fold(word.text)
    listed = has_form(speech.describing, folded)
    owned = _owned(word.text, speech)
    office = among(word.text, names.roles.heads, names.roles.private)
    body = among(word.text, names.organisations.proper, names.organisations.common)
    return (listed or owned or office or body) and not (given(word.text, names) and not listed)


def _could_name(folded: str) -> bool:
    return len(folded) > len("لدى") and not folded.startswith("ال") and not folded.endswith(_RELATION)


def _owned(word: str, speech: Speech) -> bool:
    """«شقيقه», «جارتها»: a noun that describes, with a pronoun."""
    folded = fold(word)
    return any(folded.endswith(end) and _known(folded.removesuffix(end), speech) for end in _PRONOUNS)


def _known(stem: str, speech: Speech) -> bool:
    """«زوجته» is «زوجة» with a pronoun."""
    return any(form in speech.described for form in (stem, stem.removesuffix("ت") + "ه"))


def _names(words: tuple[Token, ...], at: int, speech: Speech, names: Names) -> bool:
    """True where a name begins: a given name, «أبو فلان», or a bare word after a definite one."""
    word, before = words[at].text, words[at - 1].text
    folded = fold(word)
    if folded in speech.called or folded.isdecimal() or folded in names.particles:
        return True
    after_kin = at == 1 and _owned(before, speech) and _could_name(folded)
    if bare(word) in names.given_spelled or after_kin:
        return True  # «علي», «باسم»
    if (
        folded in speech.same
        or folded in names.prepositions
        or folded in names.roles.inside
        or among(word, names.common)
    ):
        return False
    after_preposition = fold(before) in names.prepositions
    if given(word, names) and not after_preposition:
        return True
    if is_definite(word) or after_preposition or _describes(words[at], speech, names):
        return False
    owned = fold(before).endswith(_PRONOUNS) and not fold(before).endswith(_RELATION)
    known = any(form in speech.described for form in (fold(before)[:-1] + "ه", fold(before)[:-1]))
    return is_definite(before) or (owned and not known and at == 1 and not folded.endswith(_RELATION))


def _tells(words: tuple[Token, ...], names: Names) -> bool:
    """False for what is left of «أم أحمد» or «أبو محمود»: a word that needs the name after it."""
    needing = names.particles | names.cues.place_openings
    return not (len(words) == 1 and fold(words[0].text) in needing)
