"""What the box offers while one types: names and titles, in lists by the letter that a word of theirs begins with.

Invariant: a list is no larger than LARGEST however many documents there are. An index whose texts come whole needs no
lists: the reader's browser has every name, and of the root how often each thing is named.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.reading.clitics import ARTICLE
from generator.reading.letters import plain, unified
from generator.search.document import Document, Field
from generator.search.symbols import is_word, symbols

ARTICLES = "article"

# Bytes of a list: one packet's journey on a slow phone, some fifty names.
LARGEST = 4_000
# Of these so many are for titles, where there are as many: a list of names alone leads to no article.
_FOR_TITLES = 1_000

# Within a name shorter words join others: «بن», «آل», «al».
_TELLING = 3
# An address of one thing.
_SPELLED = re.compile(r"[a-z]+/([a-z][a-z0-9-]*)/")
_HASHED = re.compile(r"(?:^|-)[0-9a-f]{8}$")


class _Row(NamedTuple):
    """A thing or an article as a list has it: the number of its kind, how often it is named, name, address."""

    kind: int
    mentions: int
    label: str
    address: str


def mention_counts(documents: Iterable[Document]) -> list[int]:
    """How often each document that is no article is named, in their order."""
    return [document.mentions for document in documents if document.kind != ARTICLES]


def lists(documents: Sequence[Document], kinds: Sequence[str]) -> dict[str, bytes]:
    """A list for each letter that a word of a name or the first of a title begins with, its article put aside; under
    the article itself what has it. As JSON, most often named first: [[kind, mentions, label, address], …].
    """
    names: dict[str, list[_Row]] = defaultdict(list)
    titles: dict[str, list[_Row]] = defaultdict(list)
    for document in documents:
        label = next((passage.text for passage in document.passages if passage.field is Field.TITLE), "")
        row = _Row(kinds.index(document.kind), document.mentions, label, document.address)
        is_title = document.kind == ARTICLES
        for letter in dict.fromkeys(_keys(row, is_title)):
            (titles if is_title else names)[letter].append(row)
    return {letter: _packed(names[letter], titles[letter]) for letter in sorted({*names, *titles})}


def _keys(row: _Row, is_title: bool) -> Iterator[str]:
    """The lists that a row belongs to."""
    words = [word for word in symbols(row.label) if is_word(word)]
    for at, word in enumerate(words[:1] if is_title else words):
        written = plain(word)
        folded = unified(written)
        if at and len(folded) < _TELLING:
            continue
        if (rest := folded.removeprefix(ARTICLE)) != folded:
            yield from rest[:1]
        yield from (ARTICLE,) if written.startswith(ARTICLE) else folded[:1]
    spelled = () if is_title else _spelled(row.address)
    yield from (word[0] for at, word in enumerate(spelled) if not at or len(word) >= _TELLING)


def _spelled(address: str) -> list[str]:
    """The words of a name in Latin letters, as an address that a lexicon gave spells it."""
    found = _SPELLED.fullmatch(address)
    return [] if found is None or is_spelled_by_rule(found[1]) else [word for word in found[1].split("-") if word]


def is_spelled_by_rule(id_: str) -> bool:
    """Whether an address part ends in a hash: it was spelled by rule from a name that no lexicon has."""
    return _HASHED.search(id_) is not None


def _packed(names: Sequence[_Row], titles: Sequence[_Row]) -> bytes:
    """As many as there is room for: names by how often they are named, titles from the last."""
    often = sorted(names, key=lambda row: -row.mentions)
    wanted = list(_once(reversed(titles)))
    sure = _fitting(wanted, _FOR_TITLES)
    named = _fitting(often, LARGEST - sum(map(_size, sure)))
    rows = [*named, *_fitting(wanted, LARGEST - sum(map(_size, named)))]
    return ("[" + ",".join(rows) + "]").encode(errors="replace")


def _once(titles: Iterable[_Row]) -> Iterable[_Row]:
    """The first of those that read alike."""
    first: dict[str, _Row] = {}
    for title in titles:
        first.setdefault(title.label, title)
    return first.values()


def _written(row: _Row) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _size(row: str) -> int:
    return len(row.encode(errors="replace")) + 1


def _fitting(rows: Iterable[_Row], room: int) -> list[str]:
    """The first of them as they are written, as far as their bytes have room; the rest is not written."""
    held: list[str] = []
    for written in map(_written, rows):
        room -= _size(written)
        if room < 0:
            break
        held.append(written)
    return held
