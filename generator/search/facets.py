"""What documents may be filtered, counted and sorted by, packed into one file that is fetched after the first results.

Invariant: documents are told by their numbers in the index; a value without a label of its own is its own label.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, takewhile

from generator.search.bits import gamma, low_bits, packed, rice, string_bits
from generator.search.document import Document

Labels = Mapping[str, Mapping[str, str]]

# A facet's values beyond so many, those of fewest documents, are left out: where results are so few that such a value
# stands out among them, they are read faster than narrowed. 800 news articles have up to 690 values in a facet.
MOST_VALUES = 1_000
# Letters by frequency: of 1,800 values of 800 news articles this took a fifth less than as many bits for each.
_LOW = 4


def facets_file(documents: Sequence[Document], labels: Labels, names: Sequence[str]) -> bytes:
    """The letters of all strings; the day of each document; then of each facet, in this order, its values."""
    columns = _columns(documents, names)
    letters = _letters(columns, labels)
    codes = {ord(letter): rice(place, _LOW) for place, letter in enumerate(letters)}
    out = [string_bits(letters), _days(documents), gamma(len(names) + 1)]
    for name, column in columns.items():
        out += _spelled(name, codes), gamma(len(column) + 1)
        before = ""
        for value, numbers in column.items():
            shared = _shared(before, value)
            out += gamma(shared + 1), _spelled(value[shared:], codes), _spelled(_label(labels, name, value), codes)
            out.append(_members(numbers, len(documents)))
            before = value
    return packed("".join(out))


def _columns(documents: Iterable[Document], names: Sequence[str]) -> dict[str, dict[str, list[int]]]:
    """Of each facet the documents of each value, values in order; of too many those of most documents."""
    found: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in names}
    for number, document in enumerate(documents):
        for facet, value in dict.fromkeys(document.facets):
            if facet in found:
                found[facet][value].append(number)
    return {name: _most(values) for name, values in found.items()}


def _most(values: Mapping[str, list[int]]) -> dict[str, list[int]]:
    kept = sorted(values, key=lambda value: (-len(values[value]), value))[:MOST_VALUES]
    return {value: values[value] for value in sorted(kept)}


def _label(labels: Labels, name: str, value: str) -> str:
    label = labels.get(name, {}).get(value, value)
    return "" if label == value else label


def _letters(columns: Mapping[str, Iterable[str]], labels: Labels) -> str:
    """The letters of names, values and labels, the most frequent first."""

    def strings() -> Iterator[str]:
        for name, values in columns.items():
            yield name
            for value in values:
                yield value + _label(labels, name, value)

    counted = Counter(chain.from_iterable(strings()))
    return "".join(sorted(counted, key=lambda letter: (-counted[letter], letter)))


def _shared(one: str, other: str) -> int:
    """How many letters two strings begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _spelled(text: str, codes: Mapping[int, str]) -> str:
    return gamma(len(text) + 1) + text.translate(codes)


def _members(numbers: Sequence[int], total: int) -> str:
    """How many documents, and of each how many were passed over since the one before."""
    low = low_bits(total, len(numbers))
    gaps = (rice(number - before - 1, low) for before, number in zip((-1, *numbers), numbers, strict=False))
    return gamma(len(numbers)) + "".join(gaps)


def _days(documents: Iterable[Document]) -> str:
    """Of each document 0 without a day, else 1 and how far its day lies from the one before: documents of a list follow
    one another by day, so that most lie near.
    """
    out = list[str]()
    before = date(1970, 1, 1).toordinal()
    for document in documents:
        if document.day is None:
            out.append("0")
        else:
            day = date.fromisoformat(document.day).toordinal()
            out.append("1" + gamma(2 * (day - before) + 1 if day >= before else 2 * (before - day)))
            before = day
    return "".join(out)
