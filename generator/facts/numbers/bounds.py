"""What a number's neighbours make of it: at least, at most, about; and ranges of two numbers.

Invariant: a bound's span reaches from the qualifier's first word to the number's last item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.facts.numbers.parse import Number, Row
from generator.lexicon.numbers import Limit, Qualifier

_DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Amount:
    """A number with its bounds, over the items from `first` to `last` (excluded); `number_at` is its own first item."""

    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    first: int
    last: int
    number_at: int
    numeral: bool
    scale: int

    @property
    def is_range(self) -> bool:
        """True when it lies between two numbers."""
        return self.value is None


def amount(row: Row, number: Number) -> Amount:
    """A number, with the one after it where both are a range, and with the qualifiers before it."""
    found = _range(row, number) or _single(number)
    before = _before(row, found.first)
    return _qualified(found, *before) if before else found


def _single(number: Number) -> Amount:
    value = number.value
    return Amount(value, value, value, False, number.first, number.last, number.first, number.numeral, number.scale)


def _before(row: Row, first: int) -> tuple[Limit, int] | None:
    """The longest qualifier that ends at an item: what it makes of the number, its first item."""
    found = [(len(q.words), q.limit) for q in _ending(row, first) if q.limit != "between"]
    size, limit = max(found, key=lambda pair: pair[0], default=(0, "about"))
    return (limit, first - size) if size else None


def _ending(row: Row, end: int) -> Iterator[Qualifier]:
    """Phrases that end right before an item."""
    for qualifier in row.numbers.before.get(row.word(end - 1), ()):
        start = end - len(qualifier.words)
        fits = start >= 0 and row.span_words(start, end) == qualifier.words
        if fits and all(row.joined(i) for i in range(start + 1, end + 1)):
            yield qualifier


def _qualified(found: Amount, limit: Limit, first: int) -> Amount:
    if limit == "about":
        return replace(found, approximate=True, first=first)
    if limit == "low":
        return replace(found, value=found.low, high=None, first=first)
    return replace(found, value=found.high, low=None, first=first)


def qualified_after(row: Row, found: Amount, last: int) -> tuple[Amount, int]:
    """The amount with what follows its noun: «على الأقل», «تقريبا»; and the item after that."""
    for qualifier in row.numbers.after.get(row.word(last), ()):
        end = last + len(qualifier.words)
        if row.span_words(last, end) == qualifier.words and all(row.joined(i) for i in range(last, end)):
            return _qualified(found, qualifier.limit, found.first), end
    return found, last


def _range(row: Row, first: Number) -> Amount | None:
    between = _between(row, first.first)
    second = _second(row, first, between=between is not None)
    if second is None:
        return None
    low, high = _same_scale(first, second)
    start = between if between is not None else _from(row, first.first)
    low, high = min(low, high), max(low, high)
    scale = max(first.scale, second.scale)
    return Amount(None, low, high, False, start, second.last, first.first, first.numeral, scale)


def _between(row: Row, first: int) -> int | None:
    sizes = (len(q.words) for q in _ending(row, first) if q.limit == "between")
    size = max(sizes, default=0)
    return first - size if size else None


def _from(row: Row, first: int) -> int:
    return first - 1 if first and row.word(first - 1) == "من" and row.joined(first) else first


def _second(row: Row, first: Number, *, between: bool) -> Number | None:
    at = first.last
    if at >= len(row.items):
        return None
    if between:
        return _joined_by_and(row, at)
    gap = row.gap(at).strip()
    if gap and set(gap) <= _DASHES and first.numeral and row.items[at].numeral:
        return row.number(at)
    link = row.word(at)
    cues = row.numbers.cues
    linked = link in cues.either or (link in cues.to and not _changes(row, first.first))
    found = row.number(at + 1) if linked and row.joined(at) and row.joined(at + 1) else None
    return found if found and (found.value > first.value or found.scale > first.scale) else None


def _joined_by_and(row: Row, at: int) -> Number | None:
    if not row.joined(at) or not row.word(at).startswith("و"):
        return None
    return row.number(at + 1) if row.word(at) == "و" else row.number(at)


_SENTENCE_BACK = 12


def _changes(row: Row, first: int) -> bool:
    """True when «من … إلى» tells of a change: a verb of change stands before it."""
    words = (row.word(i) for i in range(max(0, first - _SENTENCE_BACK), first))
    return any(word.removeprefix("و") in row.numbers.cues.changes for word in words)


def _same_scale(first: Number, second: Number) -> tuple[float, float]:
    """«بين 10 و15 ألفا»: the scale of the second holds for both, where the first has none and is the smaller count."""
    if first.scale == 1 and second.scale > 1 and first.value < second.scale:
        return first.value * second.scale, second.value
    return first.value, second.value
