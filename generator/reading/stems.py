"""Keys under which forms of one word meet. They join words too freely to be shown: they compare.

One stemmer with two ways to ask. `light` is one stem, that of light10 (Larkey, Ballesteros, Connell 2007) over letters
as written: the index of the search is made with it, and docs/assets/search/stems.js takes the words of a question
apart in the same way (tests/js/vectors.json holds both to it). `light_stems` are several, for lines of one page: a
first letter may be a particle or the word's own («باحث», «سلحفاة»), and words that share a stem touch.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from generator.reading.clitics import ATTACHED_ARTICLES, BEFORE_ANY, CONJUNCTIONS, TAKEN_UP, analyses
from generator.reading.letters import fold, unified
from generator.reading.memo import MOST_ANSWERS

Stems = frozenset[str]

ROOT = 3
"""Letters that remain at least: with fewer, strangers would meet."""
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_LAST = tuple(dict.fromkeys(ending[-1] for ending in _ENDINGS))
_ARTICLE = re.compile("|".join(ATTACHED_ARTICLES))
# On a page no ending is taken from what another left, so there are more of them, the longest first.
_ENDING = re.compile("(?:يات|ات|ون|ين|ان|وا|ها|هم|يه|ه|ي|نا|ا|ت)$")
_ENGLISH_ENDING = re.compile("(?:ing|ed|es|s|ly)$")
_JOINED = re.compile(f"^(?:[{CONJUNCTIONS}]?[بك]?ال|[{CONJUNCTIONS}]?{TAKEN_UP})")
_WEAK = re.compile("[اويء]")
# A plural whose «ين» is of the word (قوانين, مساجين).
_MANY = re.compile("..ا.ين$")
# Stems that hide one of other consonants, and that: قانون, مسجون, ميدان; حزب; عضو; قول, باب; لبن of «لبنان».
_HIDING = (
    (re.compile("(.)وا(.)ين$"), (r"\1ا\2",)),
    (re.compile("(.[^و])ا(.)ين$"), (r"\1\2",)),
    (re.compile("ا([^اوي])([^اوي])ا([^اوي])$"), (r"\1\2\3",)),
    (re.compile("ا([^اوي])([^اوي])اء$"), (r"\1\2و",)),
    (re.compile("ا(.)وا([^ء])$"), (r"\1و\2", r"\1ا\2")),
    (re.compile("(.{3,})(?:ان|ين|ون)$"), (r"\1",)),
)


def light(plain: str) -> str:
    """The light stem of a word as `letters.plain` has it, its letters unified."""
    stem = plain
    if stem.startswith("و") and len(stem) > ROOT:
        stem = stem[1:]
    if stem.startswith(TAKEN_UP) and len(stem) > ROOT + 1:
        stem = stem[2:]
    else:
        article = _ARTICLE.match(stem)
        stem = stem[article.end() :] if article and len(stem) >= article.end() + ROOT else stem
    stem = unified(stem)
    for ending in _ENDINGS if stem.endswith(_LAST) else ():
        if stem.endswith(ending) and len(stem) >= len(ending) + ROOT and not _MANY.match(stem):
            stem = stem[: -len(ending)]
    return stem


def hidden(stem: str) -> tuple[str, ...]:
    """The stems of other consonants under which a word is looked for too."""
    if stem[:1] != "ا" and stem[-1:] != "ن":  # as each of them begins or ends
        return ()
    return tuple(form.sub(other, stem) for form, others in _HIDING if form.match(stem) for other in others)


def skeleton(stem: str) -> str:
    """A stem without its weak letters, but for the first."""
    return stem[:1] + _WEAK.sub("", stem[1:])


@lru_cache(maxsize=MOST_ANSWERS)
def light_stems(folded: str) -> Stems:
    """The light stems of a word in match form: with and without what may be written to it, common endings off."""
    if folded.isascii():
        return frozenset({_ENGLISH_ENDING.sub("", folded) if len(folded) > ROOT + 1 else folded})
    joined = _JOINED.match(folded)
    rests = {folded, folded[joined.end() :] if joined else folded, folded[1:] if folded[0] in BEFORE_ANY else folded}
    return frozenset(_without_ending(rest) for rest in rests if len(rest) >= ROOT)


def _without_ending(word: str) -> str:
    # Three letters from the end, for there is no longer ending.
    ending = _ENDING.search(word, max(0, len(word) - 3))
    return word[: ending.start()] if ending and ending.start() >= ROOT else word


def without_article(word: str) -> str:
    """A word's match form without ال and what stands before it: «والرصيف» tells of the same as «رصيف»."""
    return next((reading.stem for reading in analyses(word) if reading.definite), fold(word))


def meanings(words: Iterable[str], little: Collection[str]) -> frozenset[Stems]:
    """The words that carry meaning, as their stems: no little word, no number, none of one or two letters."""
    return frozenset([light_stems(word) for word in words if len(word) >= ROOT and word not in little])


def share(own: Collection[Stems], vocabulary: Collection[str]) -> float:
    """How many of a line's words a vocabulary of stems touches, 0 to 1."""
    return touched(own, vocabulary) / len(own) if own else 0.0


def touched(own: Collection[Stems], vocabulary: Collection[str]) -> int:
    """The number of words that a vocabulary touches."""
    return sum([not word.isdisjoint(vocabulary) for word in own])
