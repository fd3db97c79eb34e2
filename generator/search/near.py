"""Stems by their first letter, for a word that an index lacks: what may have been meant stands among those near it."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator

from generator.reading.stems import ROOT
from generator.search.bits import fixed, gamma, packed
from generator.search.corpus import Corpus
from generator.search.document import Field
from generator.search.spelling import Spelling

_FREQUENCY_BITS = 2
_NAMES = 1 << Field.NAMES


def near_lists(corpus: Corpus, spelled: Spelling) -> Iterator[tuple[str, bytes]]:
    """For each first letter its list: gamma of one more than the number of stems; each front-coded, then how frequent
    it is in two bits (in one document, in up to 7, in up to 31, in more) and in one whether it stands in a name.
    """
    documents: dict[str, int] = defaultdict(int)
    named = set[str]()
    for stem, postings in zip(corpus.vocabulary.stems, corpus.postings, strict=True):
        if postings:
            documents[stem] += len(postings)
            if stem not in named and _in_a_name(postings):
                named.add(stem)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(filter(_telling, documents)):
        by_letter[stem[0]].append(stem)
    for letter, listed in by_letter.items():
        coded = zip(listed, spelled.front_coded(listed), strict=True)
        rows = (code + _often(documents[stem]) + str(int(stem in named)) for stem, code in coded)
        yield letter, packed(gamma(len(listed) + 1) + "".join(rows))


def _in_a_name(postings: array[int]) -> bool:
    """Say whether a word stands in a name anywhere: most words stand once."""
    return bool(postings[0] & _NAMES) or (len(postings) > 1 and any(step & _NAMES for step in postings))


def _telling(stem: str) -> bool:
    return len(stem) >= ROOT and (stem.isalpha() or not any(map(str.isdigit, stem)))


def _often(documents: int) -> str:
    return fixed(min(3, documents.bit_length() // 2), _FREQUENCY_BITS)
