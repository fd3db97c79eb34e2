"""Summaries: sentences of the article, or the main clauses of long ones, unchanged, in its order."""

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


@pytest.mark.lexicon("language/summary.yml", "language/rules/summary.yml")
@pytest.mark.parametrize("case", list(cases("summary")), ids=lambda c: c.name)
def test_a_summary_takes_what_opens_the_article_and_what_adds_to_it(case: Case) -> None:
    """`lines` are those of the sentences that are taken; with `first` they begin, with `last` they end."""
    taken = facts_of(case.page).summary
    assert [x.line for x in taken] == [int(x) for x in case.expected["lines"].split()]
    assert taken[0].text.startswith(case.expected.get("first", ""))
    assert taken[-1].text.endswith(case.expected.get("last", ""))


@pytest.mark.parametrize("name", five.NAMES)
def test_a_summary_of_a_seed_is_whole_sentences_or_clauses_in_order(name: str) -> None:
    lexicon = load_lexicon()
    cleaned = clean(Source(name, "", "utf-8", (five.SEEDS / name).read_text("utf-8")), lexicon)
    taken = extract(cleaned, lexicon)[0].summary
    body = {line.number: line.text for line in cleaned.body}
    assert 1 <= len(taken) <= 3
    assert list(taken) == sorted(taken, key=lambda x: (x.line, x.start))
    for one in taken:
        spans = sentences(body[one.line])
        assert one.start in [start for start, _ in spans]
        assert one.end in [end for _, end in spans] or body[one.line][one.end :].startswith("،")
        assert body[one.line][one.start : one.end] == one.text
        assert len(tokens(one.text)) >= 8
