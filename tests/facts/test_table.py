"""What a row of the table says is true of its field, and no field can forget to show its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from generator.facts.table import FIELDS, FactField
from generator.model import Evidence, Facts
from generator.model.pieces import evidence_in


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_row_says_the_type_that_facts_and_finder_say(field: FactField) -> None:
    assert get_type_hints(Facts).get(field.name, field.type) == field.type  # one of `more` has no attribute
    if field.find:
        assert get_args(get_type_hints(field.find)["return"]) == (field.type,)


def records_in(kind: Any) -> Iterator[type[Any]]:
    """Every record that a type speaks of, but for the lines' own pieces of evidence: the law reads them with it."""
    if is_dataclass(kind) and isinstance(kind, type):
        yield kind
        for name, hint in get_type_hints(kind).items():
            if name != "pieces" or not issubclass(kind, Evidence):
                yield from records_in(hint)
    for part in get_args(kind):
        yield from records_in(part)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_whatever_holds_a_span_is_evidence(field: FactField) -> None:
    """So the walk of law 3 meets it, whichever record of whichever field it is."""
    for record in records_in(field.type):
        assert not {"start", "end"} & {x.name for x in fields(record)} or issubclass(record, Evidence)


def test_the_walk_finds_evidence_at_any_depth() -> None:
    one = Evidence(1, 0, 1, "أ", "x")
    assert list(evidence_in(Facts(more={"toy": ({"a": [one]}, (one,))}))) == [one, one]
    assert list(evidence_in((Evidence, None, 3, "words"))) == []
