"""Which lines before a text are a header, and what each states."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.lexicon import load_lexicon
from generator.reading.header import STATED, header_of
from tests.pagecases import cases

KINDS = load_lexicon().metadata.kinds
HEADERS = Path(__file__).parents[1] / "cases/header/headers.txt"


@pytest.mark.lexicon("language/metadata.yml")
@pytest.mark.parametrize(("title", "text", "expected"), cases(HEADERS))
def test_a_header_is_known_by_its_form_and_place(title: str, text: str, expected: str) -> None:
    lines = text.split("\n")
    found = header_of(lines, KINDS)
    stated = [f"{x.kind}: {lines[x.number - 1][x.start : x.end]}" for x in found.stated if x.kind in STATED]
    assert "\n".join([" ".join(map(str, sorted(found.numbers))), *stated]) == expected, title
