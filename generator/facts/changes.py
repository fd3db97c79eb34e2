"""What an editor's corrections changed: each value that differs, with what the text gave.

Invariant: what a sidecar repeats of the text, or only confirms, is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.facts.table import FIELDS, FactField
from generator.model import DateFact, EditorialChange, Facts
from generator.reading.letters import key


def changed_values(before: Facts, after: Facts) -> Iterator[EditorialChange]:
    """The values of an article's fields that differ, in the order of the fields."""
    for field in FIELDS:
        if field.name == "date":
            yield from _differing("date", _date(before.date), _date(after.date))
        elif field.several and (field.made or field.name == "themes"):
            yield from _listed(field, before, after)
        elif field.stated or field.name == "title":
            yield from _differing(field.name, _called(field, before), _called(field, after))


def _differing(
    field: str, was: str | None, now: str | None, thing: str = "", part: str = ""
) -> Iterator[EditorialChange]:
    if was != now:
        yield EditorialChange(field, was, now, thing, part)


def _date(date: DateFact) -> str | None:
    """A date, or its bounds parted by a slash, one of which may be open."""
    if date.value:
        return date.value
    return f"{date.not_before or '..'}/{date.not_after or '..'}" if date.not_before or date.not_after else None


def _called(field: FactField, facts: Facts) -> str | None:
    value = field.value(facts)
    return None if value is None else value.text if field.name == "title" else field.called(value)


def _by_name(field: FactField, facts: Facts) -> Mapping[str, Any]:
    return {key(field.called(item)): item for item in field.items(facts)}


def _listed(field: FactField, before: Facts, after: Facts) -> Iterator[EditorialChange]:
    """Things that went or came, and what of one is no longer as it was."""
    had, has = _by_name(field, before), _by_name(field, after)
    for name in dict.fromkeys((*had, *has)):
        was, now = had.get(name), has.get(name)
        if was is None or now is None:
            yield EditorialChange(field.name, was and field.called(was), now and field.called(now))
            continue
        for part in (x for x in field.changes if x != field.by):
            gave, gives = _said(getattr(was, part)), _said(getattr(now, part))
            yield from _differing(field.name, gave, gives, field.called(now), part)


def _said(value: Any) -> str | None:
    return None if value is None else f"{value:,}" if isinstance(value, int | float) else str(value)
