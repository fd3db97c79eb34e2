"""What differs between two sides, on the console: a count for each field, then the values; plain when no terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.desk.diff import KINDS, Change, Count, Difference, Kind, count
from generator.lexicon.wording import Messages
from generator.reading.letters import display

# So many values of a field and kind tell what happened; --detail gives them all.
_EXAMPLES = 3
_LONGEST = 100
_BEFORE_PARTING = 20
_MARKS = {"gained": "+", "lost": "-", "changed": "~"}
_STYLES = {"gained": "green", "lost": "red", "changed": "yellow"}
# What a reader calls a thing by, the first that it has.
_NAMES = ("name", "text", "title", "message", "verdict", "value", "id")


def show_difference(console: Console, found: Difference, words: Messages, *, detail: bool = False) -> None:
    """Print the counts and some values of each field, every value under `detail`, and a sentence at the end."""
    if console.is_terminal and found.changes:
        console.print(_table(found, words))
    for line in (*_apart(found, words), *_values(found, words, detail=detail)):
        console.print(line, soft_wrap=True)
    console.print(Text(_sum(found, words)), soft_wrap=True)


def _table(found: Difference, words: Messages) -> Table:
    heads = (words.say(f"diff.{name}") for name in ("field", *KINDS, "files"))
    table = Table(*heads, title=words.say("diff.title"), title_justify="left")
    for field, changes in found.by_field.items():
        table.add_row(field, *(str(number or "") for number in vars(count(changes)).values()))
    return table


def _apart(found: Difference, words: Messages) -> Iterator[Text]:
    """What has no counterpart, and what is another text."""
    sides = (("only-before", found.only_before), ("only-after", found.only_after), ("reworded", found.reworded))
    yield from (Text(display(words.say(f"diff.{side}", name=name))) for side, names in sides for name in names)


def _values(found: Difference, words: Messages, *, detail: bool) -> Iterator[Text]:
    """Each field with its counts and its values."""
    for field, changes in found.by_field.items():
        number = count(changes)
        counted = _counted(number, [kind for kind in KINDS if getattr(number, kind)], words)
        yield Text(
            words.say("diff.row", field=field, counts=counted, files=_many("files", number.files, words)), "bold"
        )
        kinds = [[x for x in changes if x.kind == kind] for kind in KINDS]
        shown = [x for kind in kinds for x in (kind if detail else kind[:_EXAMPLES])]
        yield from (_value(change, detail=detail) for change in shown)
        if len(changes) > len(shown):
            yield Text(words.say("diff.more", number=f"{len(changes) - len(shown):,}"), "dim")


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


def _sum(found: Difference, words: Messages) -> str:
    texts, pages = _many("texts", found.texts, words), _many("pages", found.pages, words)
    compared = words.say("diff.compared", texts=texts, pages=pages)
    if not found:
        return words.say("diff.same", compared=compared)
    number, alone = count(found.changes), len(found.only_before) + len(found.only_after)
    counted, files = _counted(number, KINDS, words), _many("files", number.files, words)
    if alone:
        return words.say("diff.sum-alone", compared=compared, counts=counted, files=files, alone=alone)
    return words.say("diff.sum", compared=compared, counts=counted, files=files)


def _counted(number: Count, kinds: Iterable[Kind], words: Messages) -> str:
    """How many values of each kind."""
    each = ((words.say(f"diff.{kind}"), getattr(number, kind)) for kind in kinds)
    return words.say("list.comma").join(words.say("diff.count", kind=kind, number=f"{n:,}") for kind, n in each)


def _many(things: str, number: int, words: Messages) -> str:
    return words.say(f"count.{things}", number)
