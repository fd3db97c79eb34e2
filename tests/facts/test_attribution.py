"""Authors, chains of attribution and related headlines, of pages written for the purpose."""

from __future__ import annotations

import pytest

from tests.outlet_cases import Case, cases, facts_of


@pytest.mark.lexicon("language/outlet-cues.yml", "language/speech.yml")
@pytest.mark.parametrize("case", list(cases("author")), ids=lambda c: c.name)
def test_the_author_is_who_the_byline_names(case: Case) -> None:
    """A person after a byline's label, or nobody."""
    author = facts_of(case.page).author
    assert (author.name if author else "none") == case.expected["author"]


@pytest.mark.lexicon("language/outlet-cues.yml", "language/speech.yml")
@pytest.mark.parametrize("case", list(cases("attribution")), ids=lambda c: c.name)
def test_the_chain_goes_from_the_reader_to_the_speaker(case: Case) -> None:
    """Outlet, the paper it cites or else the occasion, and the main speaker; fewer than two links are no chain."""
    wanted = case.expected["chain"]
    assert facts_of(case.page).attribution == (() if wanted == "none" else tuple(wanted.split("; ")))
