"""The index stage: documents to the files of a search index, bytes by name.

Invariant: the same documents in the same order give the same bytes; a file's name holds the CRC-32 of its bytes, so a
cut or outdated file is never taken for another. FORMAT.md beside this file describes every byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import log2
from typing import Any

from generator.lexicon.search import SearchWords
from generator.model.kept import NOTHING_KEPT, Kept, made_once
from generator.search.coder import coded
from generator.search.corpus import Corpus, corpus
from generator.search.document import Document, Field, Passage, Promised
from generator.search.facets import facets_file
from generator.search.names import KnownNames
from generator.search.near import near_lists
from generator.search.packing import crc, file_name, string, varint
from generator.search.shards import shards
from generator.search.suggestions import lists, mention_counts
from generator.search.symbols import Dictionary, most_frequent
from generator.search.texts import Writer
from generator.search.wholetexts import whole_texts

__all__ = ["FORMAT", "ROOT", "Aids", "Document", "Field", "Passage", "Promised", "index"]

FORMAT = 3
ROOT = "root.bin"
MAGIC = b"mujaz"

# Up to so many words all comes in one file (about 250 KB): at two round trips it is there as soon as the pieces of a
# larger index, and every later answer costs nothing.
SPLIT_ABOVE = 120_000
# A base so small lies in the root: one round trip less. That of 30,000 articles has 80,000 bytes; one that changes in
# either goes over the line anew either way.
_INLINE = 120_000
# Lengths in steps of four hundredths, which no score shows.
_STEPS = 16


@dataclass(frozen=True)
class Aids:
    """What an index carries: what search knows of words, the facets of its documents with the labels of their values,
    and what stands before a paragraph's number in its id; `says` are words of the interface, `names` what is a name.
    """

    words: SearchWords = field(default_factory=SearchWords)
    facets: tuple[str, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    anchor: str = ""
    says: Mapping[str, object] = field(default_factory=dict)
    names: KnownNames = field(default_factory=KnownNames)


def index(
    documents: Iterable[Document | Promised], aids: Aids, split_above: int = SPLIT_ABOVE, kept: Kept = NOTHING_KEPT
) -> dict[str, bytes]:
    """Every file of the index by its name; the root names the others."""
    known = corpus(documents, kept)
    dictionary = _dictionary(known) if known.length > split_above else None
    files: dict[str, bytes] = {}
    listed = varint(0)
    if dictionary:
        found = shards(known, dictionary.spelling, aids.words)
        listed, files = found.listed, dict(found.files)
    base = _base(known, aids, dictionary, files, kept)
    inline = len(base) <= _INLINE
    if not inline:
        files[file_name("base", base)] = base
    told = _sized(base) if inline else varint(0) + crc(base)
    files[ROOT] = MAGIC + varint(FORMAT) + varint(len(known.documents)) + listed + told
    return files


def _dictionary(known: Corpus) -> Dictionary:
    """Of the symbols of the first documents, so many as the largest power of two not above their number: so an article
    more leaves the texts of others as they are.
    """
    counts = known.counts(1 << max(0, len(known.documents).bit_length() - 1))
    return Dictionary(most_frequent(counts), counts)


def _base(known: Corpus, aids: Aids, dictionary: Dictionary | None, files: dict[str, bytes], kept: Kept) -> bytes:
    """What every query needs, in the order of FORMAT.md; files that it names are added. Whole without a dictionary."""
    blocks = list(Writer(known.vocabulary.symbols, dictionary).blocks(known.documents)) if dictionary else []
    words, more = _written(_words(aids)), _written(_aids(known, aids, not dictionary, files))
    # What search knows of words is the same from dossier to dossier.
    coded_words = made_once(kept, "search-told", (words.encode(),), lambda: coded(words))
    out = bytearray(_sized(coded_words) + _sized(coded(more)))
    out += _sized(aids.names.packed())
    out += bytes(min(255, round(_STEPS * log2(1 + held.length))) for held in known.documents)
    for held in known.documents:
        out += varint(held.title_length) if held.document.kind != "article" else b""
    out.append(int(not dictionary))
    if not dictionary:
        texts = (repr(held.told(known.vocabulary.symbols)).encode() for held in known.documents)
        return bytes(out) + made_once(kept, "search-whole", texts, lambda: whole_texts(known))
    for entries in ([*_blocks(blocks, files)], [*_near(known, dictionary, files)]):
        out += varint(len(entries)) + b"".join(entries)
    return bytes(out) + dictionary.packed()


def _written(said: Mapping[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _sized(data: bytes) -> bytes:
    return varint(len(data)) + data


def _blocks(blocks: Iterable[tuple[int, bytes]], files: dict[str, bytes]) -> Iterator[bytes]:
    for number, (documents, data) in enumerate(blocks):
        files[file_name("text", data, number)] = data
        yield varint(documents) + crc(data)


def _near(known: Corpus, dictionary: Dictionary, files: dict[str, bytes]) -> Iterator[bytes]:
    for number, (letter, data) in enumerate(near_lists(known, dictionary.spelling)):
        files[file_name("near", data, number)] = data
        yield string(letter) + crc(data)


def _words(aids: Aids) -> dict[str, Any]:
    words = aids.words
    return {
        "stop": words.stop,
        "variants": words.variants,
        "near": words.near,
        "little": words.little.model_dump(),
        "numbers": words.reckoning.numbers,
        "dates": words.reckoning.dates,
        "keyboards": words.keyboards.packed,
        "anchor": aids.anchor,
        "says": dict(sorted(aids.says.items())),
    }


def _aids(known: Corpus, aids: Aids, whole: bool, files: dict[str, bytes]) -> dict[str, Any]:
    documents = [held.document for held in known.documents]
    kinds = [(kind, sum(1 for _ in run)) for kind, run in groupby(document.kind for document in documents)]

    def add(kind: str, data: bytes) -> str:
        """Keep a file of the index; gives its name."""
        name = file_name(kind, data)
        files[name] = data
        return name

    found = {} if whole else lists(documents, [kind for kind, _ in kinds])
    return {
        "kinds": kinds,
        **({"mentions": mention_counts(documents)} if whole else {}),
        **({"suggest": {letter: add("suggest", data) for letter, data in found.items()}} if found else {}),
        "copies": _copies(documents),
        "languages": _languages(documents),
        "facets": add("facets", facets_file(documents, aids.labels, aids.facets)) if aids.facets else None,
    }


def _copies(documents: Sequence[Document]) -> list[list[int]]:
    """The documents of each group whose texts are nearly one, the one that stands for all first."""
    numbers = {document.address: number for number, document in enumerate(documents)}
    groups: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        if first := document.copy_of:
            groups.setdefault(first, [numbers[first]]).append(number)
    return list(groups.values())


def _languages(documents: Sequence[Document]) -> dict[str, list[int]]:
    """The numbers of the documents in each language that is not the site's."""
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        if document.lang:
            found.setdefault(document.lang, []).append(number)
    return dict(sorted(found.items()))
