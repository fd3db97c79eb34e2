"""The tables behind outlets, authors and summaries: every rule has its example, every name its warning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator
from generator.facts.author import BY_PLACE
from generator.lexicon import load_lexicon
from generator.lexicon.loading import read_mapping, records
from generator.lexicon.outlets import OutletRecord
from generator.model import Facts
from generator.place import DATA
from generator.reading.letters import key
from tests.outlet_cases import facts_of

pytestmark = pytest.mark.lexicon(
    "world/outlets",
    "language/outlet-cues.yml",
    "language/rules/outlet.yml",
    "language/rules/author.yml",
    "language/rules/summary.yml",
)

OUTLETS = load_lexicon().outlets
RULES = {
    id_: rule
    for field in ("outlet", "author", "summary")
    for id_, rule in read_mapping(DATA / "language/rules" / f"{field}.yml").items()
}
LANDS = frozenset(
    (
        "IQ",
        "SY",
        "LB",
        "JO",
        "PS",
        "EG",
        "SA",
        "AE",
        "KW",
        "QA",
        "BH",
        "OM",
        "YE",
        "SD",
        "LY",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SO",
    )
)
RECORDS = dict(records(DATA / "world/outlets", OutletRecord))
SOURCES = Path(generator.__file__).parent / "facts"


def rules_of(facts: Facts) -> Iterator[str]:
    """Every rule that gave evidence of outlet, cited outlets, author or summary."""
    for named in (facts.outlet, facts.author, *facts.cited_outlets):
        yield from (x.rule for x in named.evidence) if named else ()
    yield from (x.rule for x in facts.summary)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_something_in_its_example(rule: str) -> None:
    assert all(RULES[rule]["reason"][language] for language in ("ar", "en"))
    assert rule in set(rules_of(facts_of(RULES[rule]["example"])))


def test_every_rule_of_the_code_is_explained() -> None:
    """An id in the code without reason and example, or one that no code uses, is a fault."""
    files = [*(SOURCES / "publisher").glob("*.py"), SOURCES / "cited_outlets.py", SOURCES / "summary.py"]
    used = {
        found
        for file in files
        for found in re.findall(r'"((?:outlet|cited|summary)-[a-z-]+)"', file.read_text("utf-8"))
    }
    problems = {"outlet-contradiction", "outlet-probable"}
    assert used | {*OUTLETS.bylines, *BY_PLACE} == set(RULES) - problems


def test_spellings_of_an_outlet_differ_in_match_form() -> None:
    for id_, outlet in RECORDS.items():
        keys = [key(x) for x in (outlet.name, *outlet.variants, *outlet.latin)]
        assert len(set(keys)) == len(keys), id_
        assert set(outlet.ambiguous_variants) <= {outlet.name, *outlet.variants, *outlet.latin}, id_


def test_names_that_several_outlets_share_are_known_as_ambiguous_or_shared() -> None:
    """«الصباح» of three countries gets no id from its name alone."""
    assert len(OUTLETS.by_key[key("الصباح")].ids) >= 3
    assert OUTLETS.by_key[key("المدى")].ambiguous
    assert not OUTLETS.by_key[key("رويترز")].ambiguous


def test_there_are_outlets_of_every_arab_land() -> None:
    lands = {x.country for x in RECORDS.values()}
    assert lands >= LANDS
    assert len(RECORDS) >= 200
