"""Summaries: whole sentences of the article, unchanged, in its order."""

from __future__ import annotations

import pytest

from generator.clean import clean
from generator.facts.extract import extract
from generator.lexicon import load_lexicon
from generator.model import Source
from generator.reading.letters import tokens
from generator.reading.sentences import sentences
from tests import five
from tests.outlet_cases import Case, cases, facts_of


@pytest.mark.parametrize("case", list(cases("summary")), ids=lambda c: c.name)
def test_a_summary_takes_the_lede_and_what_the_rest_turns_on(case: Case) -> None:
    """`lines` are those of the sentences that are taken; `never` begins none of them."""
    taken = facts_of(case.page).summary
    assert [x.line for x in taken] == [int(x) for x in case.expected["lines"].split()]
    assert not any(x.text.startswith(case.expected.get("never", "\n")) for x in taken)


@pytest.mark.parametrize("name", five.NAMES)
def test_a_summary_of_a_seed_is_whole_sentences_in_order(name: str) -> None:
    lexicon = load_lexicon()
    cleaned = clean(Source(name, "", "utf-8", (five.SEEDS / name).read_text("utf-8")), lexicon)
    taken = extract(cleaned, lexicon)[0].summary
    body = {line.number: line.text for line in cleaned.body}
    assert 1 <= len(taken) <= 3
    assert list(taken) == sorted(taken, key=lambda x: (x.line, x.start))
    for one in taken:
        assert (one.start, one.end) in sentences(body[one.line])
        assert body[one.line][one.start : one.end] == one.text
        assert len(tokens(one.text)) >= 8
