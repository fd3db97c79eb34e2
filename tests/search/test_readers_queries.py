"""What readers ask of the five named seeds, answered by the engine in Node."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.asking import MISSED, Asked, asked_in_node, misses, table

pytestmark = pytest.mark.process


def test_no_more_of_the_table_is_missed_than_was(tmp_path: Path) -> None:
    missed = list(misses(asked_in_node(tmp_path)))
    assert len(missed) <= MISSED, "\n".join(missed)


def test_the_table_holds_what_readers_ask() -> None:
    rows = table()
    assert len([row for row in rows if row.articles or row.thing]) >= 200
    assert len([row for row in rows if not row.articles and not row.thing]) >= 40
    assert len({(row.query, row.thing) for row in rows}) == len(rows)


def test_a_row_is_missed_by_what_lacks_or_follows_and_by_what_should_not_come() -> None:
    both = Asked("x", articles=(1, 2))
    assert not both.missed(["articles/002_a/#l4", "people/y/", "articles/000_a/", "articles/001_a/"])
    assert both.missed(["articles/002_a/"])
    assert both.missed(["articles/000_a/", "articles/001_a/", "articles/002_a/"])
    assert both.missed([])
    assert Asked("x", thing="people/y/").missed(["a/", "b/", "c/", "people/y/"])
    assert Asked("x").missed(["articles/000_a/"])
    assert not Asked("x").missed(["people/y/"])
