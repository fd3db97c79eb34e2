"""The five seeds: which lines are the article, which are not, and by which rule."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.facts.title import find
from generator.lexicon import load_lexicon
from generator.model import Facts, Source
from generator.source.read import read_seed
from tests import five

SEEDS = five.SEEDS
LEXICON = load_lexicon()

# file: title line, basis, number of body lines, lines that are not body with their verdicts
EXPECTED = {
    "000_df4c0d42261ce1aa.txt": (4, "derived", 9, {8: "furniture", 11: "furniture", 12: "related", 4: "subheading"}),
    "001_84b9d23c19d35bde.txt": (
        1, "stated", 9, {1: "title", 3: "body", 9: "subheading", 16: "furniture", 17: "furniture"},
    ),
    "002_5906e71ed4f50e03.txt": (
        6,
        "stated",
        8,
        {
            1: "furniture", 2: "furniture", 3: "furniture", 4: "furniture", 6: "title", 7: "caption",
            37: "related", 43: "signature", 48: "furniture", 50: "furniture",
        },
    ),
    "003_c32980064312eb63.txt": (1, "stated", 14, {1: "title", 3: "caption", 21: "subheading", 34: "furniture"}),
    "004_1fae8541d1b1cca3.txt": (
        1,
        "stated",
        24,
        {1: "title", 51: "furniture", 52: "furniture", 54: "furniture", 56: "furniture", 58: "furniture"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_seed_is_cleaned_as_a_reader_would(name: str) -> None:
    title_line, basis, body, verdicts = EXPECTED[name]
    source = read_seed(SEEDS / name)
    assert isinstance(source, Source)
    page = clean(source, LEXICON)
    title = find(page, LEXICON, Facts()).value
    assert title is not None
    assert (title.line, title.basis, len(page.body)) == (title_line, basis, body)
    assert {n: page.lines[n - 1].verdict for n in verdicts} == verdicts
    rest = {x.verdict for x in page.lines if x.number not in verdicts}
    assert rest <= {"body", "blank"}


def test_lines_of_nbsp_alone_are_blank() -> None:
    source = read_seed(SEEDS / "002_5906e71ed4f50e03.txt")
    assert isinstance(source, Source)
    lines = clean(source, LEXICON).lines
    assert {x.verdict for x in lines if x.text and not x.text.strip("\u00a0 ")} == {"blank"}
