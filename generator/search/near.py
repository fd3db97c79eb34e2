"""Stems by their first letter, for a word that an index lacks: what may have been meant stands among those near it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.reading.stems import ROOT, light
from generator.search.bits import Bits
from generator.search.corpus import Corpus
from generator.search.document import Field
from generator.search.spelling import Spelling

_FREQUENCY_BITS = 2
_NAMES = 1 << Field.NAMES


def near_lists(corpus: Corpus, spelled: Spelling) -> Iterator[tuple[str, bytes]]:
    """For each first letter its list: gamma of one more than the number of stems; each front-coded, then how frequent
    it is in two bits (in one document, in up to 7, in up to 31, in more) and in one whether it stands in a name.
    """
    stems: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for word, postings in zip(corpus.words, corpus.postings, strict=True):
        stem = light(word)
        if postings and len(stem) >= ROOT and not any(map(str.isdigit, stem)):
            stems[stem][0] += len(postings)
            stems[stem][1] |= any(entry & _NAMES for entry in postings)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(stems):
        by_letter[stem[0]].append(stem)
    for letter, listed in by_letter.items():
        out = Bits()
        out.gamma(len(listed) + 1)
        for stem, code in zip(listed, spelled.front_coded(listed), strict=True):
            documents, named = stems[stem]
            out.run(code)
            out.put(min(3, documents.bit_length() // 2), _FREQUENCY_BITS)
            out.put(int(named), 1)
        yield letter, out.packed()
