"""What differs between two sides of the same texts: values gained, lost and changed, field by field.

A side is what `explain --json` says of each text, and the Markdown of each article. Pure: two sides in, a Difference
out. Values of a list are held against each other as what they are (a person by id or name, a quotation by where it
stands, a verdict by its line), not by their place in the list: one more person is one value gained, not a list changed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from typing import Any, Literal

Kind = Literal["gained", "lost", "changed"]
KINDS: tuple[Kind, ...] = ("gained", "lost", "changed")


@dataclass(frozen=True)
class Side:
    """What one side says: a record by the name of each text, and the lines of each article's page by its path."""

    records: Mapping[str, Mapping[str, Any]]
    pages: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Spot:
    """Where a value stands: the file, the field, and which of the field's values it is."""

    file: str
    field: str = ""
    at: str = ""

    def of(self, field: str) -> Spot:
        """A field of what stands here."""
        return replace(self, field=f"{self.field}.{field}" if self.field else field)

    def which(self, label: str) -> Spot:
        """One of the values that stand here."""
        return replace(self, at=f"{self.at} {label}".strip())


@dataclass(frozen=True)
class Change:
    """A value that only one side has (the other's is None), or that differs."""

    spot: Spot
    kind: Kind
    before: Any
    after: Any


@dataclass(frozen=True)
class Count:
    """How many values of a field were gained, lost and changed, in how many files."""

    gained: int
    lost: int
    changed: int
    files: int


@dataclass(frozen=True)
class Difference:
    """All that differs. `reworded` names texts whose own bytes are others, so that values had to differ."""

    texts: int
    pages: int
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    reworded: tuple[str, ...]
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.only_before or self.only_after or self.changes)

    @property
    def by_field(self) -> dict[str, tuple[Change, ...]]:
        """The changes of each field, by the field's name."""
        found = defaultdict[str, list[Change]](list)
        for change in self.changes:
            found[change.spot.field].append(change)
        return {field: tuple(found[field]) for field in sorted(found)}


def compare(before: Side, after: Side) -> Difference:
    """What differs between two sides."""
    texts, pages = _shared(before.records, after.records), _shared(before.pages, after.pages)
    ours, theirs = (side.records.keys() | side.pages.keys() for side in (before, after))
    changes = [x for name in texts for x in _fields(Spot(name), before.records[name], after.records[name])]
    changes += [x for name in pages for x in _lines(Spot(name, "page"), before.pages[name], after.pages[name])]
    reworded = tuple(x.spot.file for x in changes if x.spot.field == "sha256")
    only = tuple(sorted(ours - theirs)), tuple(sorted(theirs - ours))
    return Difference(len(texts), len(pages), *only, reworded, tuple(changes))


def count(changes: Iterable[Change]) -> Count:
    """The changes of a field counted by kind."""
    kinds = Counter(change.kind for change in changes)
    return Count(kinds["gained"], kinds["lost"], kinds["changed"], len({change.spot.file for change in changes}))


def as_plain(difference: Difference) -> dict[str, Any]:
    """A difference as JSON is made of it."""
    return {
        **{name: value for name, value in vars(difference).items() if name != "changes"},
        "fields": {field: vars(count(changes)) for field, changes in difference.by_field.items()},
        "changes": [{**vars(x.spot), "kind": x.kind, "before": x.before, "after": x.after} for x in difference.changes],
    }


def _shared(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    return sorted(before.keys() & after.keys())


def _differ(spot: Spot, before: Any, after: Any) -> Iterator[Change]:
    """Two values of one spot; None stands for no value."""
    if _text(before) == _text(after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        yield from _fields(spot, before, after)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _values(spot, before, after)
    elif before is None or after is None:
        yield from _alone(spot, before, after)
    else:
        yield Change(spot, "changed", before, after)


def _fields(spot: Spot, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Two records field by field. A key that one lacks is a difference, even where its value says nothing."""
    for name in dict.fromkeys((*before, *after)):
        if name not in after or name not in before:
            yield from _alone(spot.of(name), before.get(name), after.get(name), kept=name in before)
        elif spot.field or name != "file":  # the way that led to a text is no fact of it
            yield from _differ(spot.of(name), before[name], after[name])


def _alone(spot: Spot, before: Any, after: Any, *, kept: bool | None = None) -> Iterator[Change]:
    """What one side alone has: every value of a list, else the whole."""
    lost = before is not None if kept is None else kept
    value = before if lost else after
    for each in value if isinstance(value, list) and value else [value]:
        here = spot.which(_label(each))
        yield Change(here, "lost", each, None) if lost else Change(here, "gained", None, each)


def _values(spot: Spot, before: list[Any], after: list[Any]) -> Iterator[Change]:
    """Two lists of values found: what is in one alone, what is in both and differs, and another order of the same."""
    pairs = sorted(_paired(before, after))
    ours, theirs = {x for x, _ in pairs}, {y for _, y in pairs}
    for place, value in enumerate(before):
        if place not in ours:
            yield from _alone(spot, [value], None)
    for x, y in pairs:
        yield from _differ(spot.which(_label(before[x])), before[x], after[y])
    for place, value in enumerate(after):
        if place not in theirs:
            yield from _alone(spot, None, [value])
    if any(y > later for (_, y), (_, later) in pairwise(pairs)):
        was, now = ([_label(value) or value for value in side] for side in (before, after))
        yield Change(spot.which("(order)"), "changed", was, now)


def _paired(before: list[Any], after: list[Any]) -> Iterator[tuple[int, int]]:
    """The places of values that are the same thing on both sides; each in one pair at most."""
    left, right = dict(enumerate(before)), dict(enumerate(after))
    for identity in _IDENTITIES:
        waiting = defaultdict[Any, deque[int]](deque)
        for place, value in right.items():
            waiting[identity(value)].append(place)
        for place, key in [(place, identity(value)) for place, value in left.items()]:
            if key is not None and waiting[key]:
                pair = place, waiting[key].popleft()
                del left[pair[0]], right[pair[1]]
                yield pair


def _lines(spot: Spot, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Two pages line by line, aligned; a line is named by its number on the first side."""
    for _, start, end, other, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for place, (x, y) in enumerate(zip_longest(before[start:end], after[other:last]), start=start + 1):
            yield from _differ(spot.which(str(place)), x, y)


def _text(value: Any) -> str:
    """A value as text that is equal for equal values alone: 1, 1.0 and true are three."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _of(name: str) -> Callable[[Any], str | int | None]:
    return lambda value: _plain(value.get(name)) if isinstance(value, dict) else None


def _plain(value: Any) -> str | int | None:
    """A value by which things are told apart; None for one that is not of that kind, as other tools may write it."""
    return value if isinstance(value, str | int) else None


def _place(value: Any) -> str | None:
    """Where a value stands in the text: its own line and start, or those of its evidence."""
    if not isinstance(value, dict):
        return None
    stands = {"line", "start"} <= value.keys()
    return f"{value['line']}:{value['start']}" if stands else _place(value.get("evidence"))


def _line(value: Any) -> tuple[Any, Any] | None:
    """The line of what holds for a whole line; of problems the rule too, for a line may have several."""
    if not isinstance(value, dict) or "line" not in value or "start" in value:
        return None
    return _plain(value["line"]), _plain(value.get("rule")) if "level" in value else None


# The same thing is: what is equal; else what has the same id; else, of the rest, the same name, and so on.
_IDENTITIES: tuple[Callable[[Any], Any], ...] = (_text, _of("id"), _of("name"), _place, _line)


def _label(value: Any) -> str:
    """What tells a value from the others of its field; empty for a value that is its own name."""
    if not isinstance(value, dict):
        return ""
    known = value.get("id") or value.get("name") or _place(value) or value.get("line")
    return str(known or value.get("rule") or "")
