"""Publishers and cited papers of pages written for the purpose, and of the five seeds."""

from __future__ import annotations

import pytest

from generator.lexicon import load_lexicon
from generator.reading.letters import key
from tests.outlet_cases import Case, cases, facts_of

OUTLETS = load_lexicon().outlets


def plain(name: str) -> str:
    """A name in match form: one spelling for a known outlet, no noun of the trade before an unknown one."""
    words = key(name).split()
    while len(words) > 1 and " ".join(words) not in OUTLETS.by_key and words[0] in OUTLETS.cues.trades:
        words = words[1:]
    known = OUTLETS.by_key.get(" ".join(words))
    return " ".join(known.ids) if known else " ".join(words)


@pytest.mark.lexicon("language/outlet-cues.yml")
@pytest.mark.parametrize("case", [c for c in cases("outlet") if "outlet" in c.expected], ids=lambda c: c.name)
def test_the_publisher_is_what_the_page_shows(case: Case) -> None:
    """A name with the certainty that is demanded, or none."""
    outlet = facts_of(case.page).outlet
    wanted = case.expected["outlet"]
    if wanted == "none":
        assert outlet is None
        return
    name, _, certainty = wanted.rpartition(" ") if wanted.endswith(("certain", "probable")) else (wanted, "", "")
    assert outlet is not None
    assert plain(outlet.name) == plain(name)
    assert not certainty or outlet.certainty == certainty


@pytest.mark.lexicon("language/outlet-cues.yml")
@pytest.mark.parametrize("case", [c for c in cases("outlet") if "cited" in c.expected], ids=lambda c: c.name)
def test_cited_papers_are_those_the_text_leans_on(case: Case) -> None:
    """All of them and no other, in any order; the publisher is not among them."""
    wanted = case.expected["cited"]
    found = [plain(x.name) for x in facts_of(case.page).cited_outlets]
    assert sorted(found) == sorted(plain(x) for x in wanted.split("; ") if wanted != "none")


@pytest.mark.parametrize(
    "page",
    [
        "",
        "©\n©\n©\n",
        "جميع الحقوق محفوظة ل\n" * 30,
        "قال لـ«" * 2000,
        "- | - | -\n«\n»\nل\nلل\n",
        "المصدر:\nكتب:\nبقلم\nخاص -\n",
        "جميع الحقوق محفوظة لـ " * 500,
    ],
)
def test_pages_of_bare_cues_name_nobody(page: str) -> None:
    """Cues without names are no evidence, and no page is too odd to be read."""
    facts = facts_of(page)
    assert facts.outlet is None
    assert facts.author is None
    assert facts.cited_outlets == ()
    assert facts.attribution == ()
