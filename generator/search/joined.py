"""Phrases of one meaning with the documents that hold all their words: in an index in pieces they are read at once.

Else who asks for «داعش» would fetch «تنظيم», «الدولة» and «الإسلامية» too, each in nearly every article. Invariant:
they are what `together` in docs/assets/search/units.js makes of the postings of a phrase's words.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.reading.letters import fold, fold_once, plain
from generator.reading.stems import light
from generator.search.contribution import COUNT_SHIFT
from generator.search.corpus import HOW_BITS, Corpus
from generator.search.symbols import is_word, symbols

Phrase = tuple[str, ...]
_HOW = (1 << HOW_BITS) - 1
_ONCE = 1 << COUNT_SHIFT
_FIELDS = _ONCE - 1
# Before what two words share in letters, not in stem.
_LETTERS = "="
_NONE = frozenset[str]()


def phrase_words(phrase: str) -> Phrase:
    """The words of a phrase in match form."""
    return tuple(word for symbol in symbols(phrase) if is_word(symbol) and (word := plain(symbol)))


def joined(corpus: Corpus, groups: Iterable[Sequence[str]]) -> Iterator[tuple[Phrase, array[int], set[str]]]:
    """Each phrase of several words, its postings, and the first words of what it may be asked for by."""
    phrases = [[phrase_words(phrase) for phrase in group] for group in groups]
    told = {word for group in phrases for phrase in group if len(phrase) > 1 for word in phrase}
    forms = _forms(corpus, told)
    asked: dict[Phrase, set[str]] = defaultdict(set)
    for group in phrases:
        for phrase in group:
            if len(phrase) > 1:
                asked[phrase] |= {other[0] for other in group if other and other != phrase}
    for phrase, firsts in asked.items():
        if postings := _together(corpus, [forms[word] for word in phrase]):
            yield phrase, postings, firsts


def _forms(corpus: Corpus, words: Iterable[str]) -> dict[str, list[int]]:
    """Of each word the numbers of those that have its letters or its light stem, in the order of their letters."""
    alike: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for key in (_LETTERS + fold(word), light(word)):
            alike[key].add(word)
    found: dict[str, list[int]] = {word: [] for word in words}
    vocabulary = corpus.vocabulary
    for number, (own, stem) in enumerate(zip(vocabulary.words, vocabulary.stems, strict=True)):
        for word in alike.get(_LETTERS + fold_once(own), _NONE) | alike.get(stem, _NONE):
            found[word].append(number)
    return {word: sorted(numbers, key=vocabulary.words.__getitem__) for word, numbers in found.items()}


def _together(corpus: Corpus, forms: Iterable[Sequence[int]]) -> array[int]:
    """The documents in which each word has a form, with what all have in common."""
    held: dict[int, int] | None = None
    for numbers in forms:
        own: dict[int, int] = {}
        for number in numbers:
            own.update(_standing(corpus.postings[number]))
        before = own if held is None else held
        held = {doc: _shared(before[doc], how) for doc, how in own.items() if doc in before}
    return _steps(sorted((held or {}).items()))


def _standing(steps: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The documents of steps, and how a word stands in each."""
    doc = -1
    for step in steps:
        doc += (step >> HOW_BITS) + 1
        yield doc, step & _HOW


def _steps(standing: Sequence[tuple[int, int]]) -> array[int]:
    """As steps again."""
    before = (-1, *(doc for doc, _ in standing))
    return array("I", (doc - last - 1 << HOW_BITS | how for last, (doc, how) in zip(before, standing, strict=False)))


def _shared(one: int, other: int) -> int:
    """The fields that both are in, and how often both are, once at least."""
    return one & other & _FIELDS | max(_ONCE, min(one & ~_FIELDS, other & ~_FIELDS))
