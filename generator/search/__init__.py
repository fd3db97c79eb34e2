"""The index stage: documents to the files of a search index, bytes by name.

Invariant: the same documents in the same order give the same bytes; a file's name holds the CRC-32 of its bytes, so a
cut or outdated file is never taken for another. FORMAT.md beside this file describes every byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.lexicon.search import SearchWords
from generator.search.document import Document, Field, Passage
from generator.search.facets import facets_file
from generator.search.names import KnownNames
from generator.search.packing import file_name, varint
from generator.search.postings import posting_shards
from generator.search.suggestions import lists, mention_counts
from generator.search.symbols import Vocabulary, vocabulary
from generator.search.texts import Coded, coded, text_files

__all__ = ["FORMAT", "ROOT", "Aids", "Document", "Field", "Passage", "index"]

FORMAT = 2
ROOT = "search.json"

# Above so many words the texts no longer come whole (about 350 KB compressed): postings and texts are fetched by need.
SPLIT_ABOVE = 200_000


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


def index(documents: Iterable[Document], aids: Aids, split_above: int = SPLIT_ABOVE) -> dict[str, bytes]:
    """Every file of the index by its name; `search.json` is the root that names the others."""
    texts = [coded(document) for document in documents]
    words, known = vocabulary(texts), aids.words
    whole = sum(text.length for text in texts) <= split_above
    files: dict[str, bytes] = {}

    def add(kind: str, data: bytes) -> str:
        """Keep a file of the index under a name that holds its digest; gives the name."""
        name = file_name(kind, data)
        files[name] = data
        return name

    root: dict[str, Any] = {
        "format": FORMAT,
        "documents": len(texts),
        "words": add("words", words.packed()),
        "lengths": add("lengths", _lengths(texts)),
        "texts": [[first, add("text", data)] for first, data in text_files(texts, words, whole)],
        "postings": None if whole else _postings(texts, words, add),
        "stop": known.stop,
        "variants": known.variants,
        "names": aids.names.packed(),
        "numbers": known.reckoning.numbers,
        "dates": known.reckoning.dates,
        "keyboards": known.keyboards.packed,
        "kinds": _kinds(texts),
        **_suggestions(texts, whole, add),
        "copies": _copies(texts),
        "languages": _languages(texts),
        "facets": None,
        "anchor": aids.anchor,
        "says": dict(sorted(aids.says.items())),
    }
    if aids.facets:
        root["facets"] = add("facets", facets_file([text.document for text in texts], aids.labels, aids.facets))
    files[ROOT] = (json.dumps(root, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    return files


def _kinds(texts: list[Coded]) -> list[str]:
    return sorted({text.document.kind for text in texts})


def _languages(texts: list[Coded]) -> dict[str, list[int]]:
    """The numbers of the documents in each language that is not the site's."""
    numbers = ((text.document.lang, number) for number, text in enumerate(texts))
    found: dict[str, list[int]] = {}
    for lang, number in numbers:
        if lang:
            found.setdefault(lang, []).append(number)
    return dict(sorted(found.items()))


def _lengths(texts: list[Coded]) -> bytes:
    """Three columns: words of each document, words of its title, number of its kind."""
    kinds = {kind: number for number, kind in enumerate(_kinds(texts))}
    columns = (
        (text.length for text in texts),
        (text.title_length for text in texts),
        (kinds[text.document.kind] for text in texts),
    )
    return b"".join(varint(value) for column in columns for value in column)


def _suggestions(texts: list[Coded], whole: bool, add: Any) -> dict[str, Any]:
    found = [text.document for text in texts]
    if whole:
        return {"mentions": mention_counts(found)}
    return {"suggest": {letter: add("suggest", data) for letter, data in lists(found, _kinds(texts)).items()}}


def _copies(texts: list[Coded]) -> list[list[int]]:
    """The documents of each group whose texts are nearly one, the one that stands for all first."""
    numbers = {text.document.address: number for number, text in enumerate(texts)}
    groups: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        if first := text.document.copy_of:
            groups.setdefault(first, [numbers[first]]).append(number)
    return list(groups.values())


def _postings(texts: list[Coded], words: Vocabulary, add: Any) -> dict[str, Any]:
    shards, heavy = posting_shards(texts, words)
    return {
        "shards": [add("postings", data) for data in shards],
        "heavy": {str(symbol): add("postings", data) for symbol, data in heavy.items()},
    }
