"""Whatever a text is made of, words, signs or masks in any order, an article comes of it that keeps the laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles import article_of
from generator.lexicon import load_lexicon
from generator.model import Source
from generator.reading.masks import MASK
from generator.source.read import parse_seed

LEXICON = load_lexicon()
WORDS = (
    "قال",
    "وأضاف",
    "الوزير",
    "سمير الحسن",
    "رويترز",
    "نقلًا عن",
    "في",
    "3 مايو 2020",
    "5ر3 مليون",
    "دمشق",
    "مصدر",
    "نشر في",
)
SIGNS = (
    "«",
    "»",
    '"',
    ":",
    "-",
    "–",
    "/",
    "|",
    "(",
    ")",
    "[",
    "]",
    ".",
    "،",
    "؟",
    "©",
    "*",
    "\n",
    "\n\n",
    MASK,
    MASK * 4,
)


def breaches(text: str) -> list[str]:
    source = parse_seed("a.txt", text.encode())
    assert isinstance(source, Source)
    return [p.rule for p in article_of(LEXICON, (source, None)).problems if p.rule.startswith("law-")]


@pytest.mark.parametrize(
    "line",
    [
        "«---»: قال الرجل كلامًا كثيرًا في الوادي القريب من القرية.",
        f"{MASK * 4}: قال الرجل كلامًا كثيرًا في الوادي القريب.",
        "(…) - () / نقلًا عن",
        "©: 2020 -",
        "«»: «» قال «»",
    ],
)
def test_a_part_of_a_line_without_a_word_is_no_fault(line: str) -> None:
    assert breaches(f"سطر أول\n\n{line}\n\n{line} وأضاف أن العمل مستمر.\n") == []


@given(st.lists(st.sampled_from((*WORDS, *SIGNS)), min_size=1, max_size=40), st.sampled_from(("", " ")))
def test_words_and_signs_in_any_order_are_read_without_a_fault(parts: list[str], between: str) -> None:
    assert breaches(between.join(parts)) == []
