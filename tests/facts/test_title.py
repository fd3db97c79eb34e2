"""Titles: stated, derived or none, each a piece of its own line."""

from __future__ import annotations

import pytest

from generator.facts.title import find
from generator.lexicon import load_lexicon
from generator.model import Facts
from tests.cleancases import CASES, cleaned

LEXICON = load_lexicon()


def _cases() -> list[tuple[str, str, str]]:
    blocks = (CASES / "title" / "titles.txt").read_text(encoding="utf-8").split("=== ")[1:]
    found = []
    for block in blocks:
        name, rest = block.rstrip("\n").split("\n", 1)
        text, _, expected = rest.rpartition("\n> ")
        found.append((name, text, expected))
    return found


@pytest.mark.parametrize(("name", "text", "expected"), _cases(), ids=lambda value: value[:40])
def test_a_title_is_what_the_page_supports(name: str, text: str, expected: str) -> None:
    page = cleaned(text, LEXICON)
    found = find(page, LEXICON, Facts())
    if expected == "none":
        assert found.value is None, name
        return
    basis, _, title = expected.partition(" | ")
    assert found.value is not None, name
    assert (found.value.basis, found.value.text) == (basis, title)
    assert found.value.line is not None
    assert found.value.text in page.lines[found.value.line - 1].text
    assert [p.rule for p in found.problems] == (["title-derived"] if basis == "derived" else [])


def test_a_derived_title_leaves_its_line_in_the_body() -> None:
    page = cleaned("عادت الحافلات إلى شارع النخيل صباح اليوم، بعد إصلاح الطريق.", LEXICON)
    found = find(page, LEXICON, Facts())
    assert found.value is not None
    assert found.value.line in {x.number for x in page.body}
