"""What differs between two sides, on the console: a count for each field, then the values; plain when no terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.desk.diff import KINDS, Change, Difference, count
from generator.reading.letters import display

# So many values of a field and kind tell what happened; --detail gives them all.
_EXAMPLES = 3
_LONGEST = 100
_BEFORE_PARTING = 20
_MARKS = {"gained": "+", "lost": "-", "changed": "~"}
_STYLES = {"gained": "green", "lost": "red", "changed": "yellow"}
# What a reader calls a thing by, the first that it has.
_NAMES = ("name", "text", "title", "message", "verdict", "value", "id")


def show_difference(console: Console, found: Difference, *, detail: bool = False) -> None:
    """Print the counts and some values of each field, every value under `detail`, and a sentence at the end."""
    if console.is_terminal and found.changes:
        console.print(_table(found))
    for line in (*_apart(found), *_values(found, detail=detail)):
        console.print(line, soft_wrap=True)
    console.print(Text(_sum(found)), soft_wrap=True)


def _table(found: Difference) -> Table:
    table = Table("field", *KINDS, "files", title="Differences", title_justify="left")
    for field, changes in found.by_field.items():
        table.add_row(field, *(str(number or "") for number in vars(count(changes)).values()))
    return table


def _apart(found: Difference) -> Iterator[Text]:
    """What has no counterpart, and what is another text."""
    yield from (Text(display(f"only before: {name}")) for name in found.only_before)
    yield from (Text(display(f"only after: {name}")) for name in found.only_after)
    yield from (Text(display(f"{name}: the text itself is another (sha256)")) for name in found.reworded)


def _values(found: Difference, *, detail: bool) -> Iterator[Text]:
    """Each field with its counts and its values."""
    for field, changes in found.by_field.items():
        number = count(changes)
        counted = ", ".join(f"{value} {kind}" for kind in KINDS if (value := getattr(number, kind)))
        yield Text(f"{field}: {counted}, in {_many(number.files, 'file')}", "bold")
        kinds = [[x for x in changes if x.kind == kind] for kind in KINDS]
        shown = [x for kind in kinds for x in (kind if detail else kind[:_EXAMPLES])]
        yield from (_value(change, detail=detail) for change in shown)
        if len(changes) > len(shown):
            yield Text(f"  … {len(changes) - len(shown):,} more (--detail)", "dim")


def _value(change: Change, *, detail: bool) -> Text:
    where = f"{change.spot.file} {change.spot.at}".strip()
    sides = {"gained": (change.after,), "lost": (change.before,)}.get(change.kind, (change.before, change.after))
    said = [_whole(value) for value in sides] if detail else _cut([_called(value) for value in sides])
    if change.kind == "changed" and said[0] == said[1]:  # 3000 and "3000" are called alike
        said = [json.dumps(value, ensure_ascii=False) for value in sides]
    return Text(display(f"  {_MARKS[change.kind]} {where}: {' -> '.join(said)}"), _STYLES[change.kind])


def _called(value: Any) -> str:
    """A value by what a reader calls it."""
    names = [value[name] for name in _NAMES if value.get(name) is not None] if isinstance(value, dict) else []
    return _whole(names[0] if names else value)


def _cut(said: list[str]) -> list[str]:
    """Values no longer than is read at a glance; of two that are, what comes a little before they part and after."""
    shorter = min(map(len, said))
    alike = next((place for place in range(shorter) if said[0][place] != said[-1][place]), shorter)
    start = max(0, alike - _BEFORE_PARTING) if len(said) > 1 and max(map(len, said)) > _LONGEST else 0
    return [f"{'…' * bool(start)}{_short(each[start:])}" for each in said]


def _short(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _whole(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _sum(found: Difference) -> str:
    compared = f"{_many(found.texts, 'text')} and {_many(found.pages, 'page')} compared"
    if not found:
        return f"{compared}: nothing differs."
    number, alone = count(found.changes), len(found.only_before) + len(found.only_after)
    counted = ", ".join(f"{getattr(number, kind):,} {kind}" for kind in KINDS)
    return f"{compared}: {counted}, in {_many(number.files, 'file')}{f'; {alone} on one side alone' * bool(alone)}."


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"
