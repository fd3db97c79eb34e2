"""The five seeds and forty articles are read as a careful reader reads them; nothing falls below its floor."""

from pathlib import Path

import pytest

from tests import quality, read_by_hand, scoring

GOLD = read_by_hand.by_hand()


def test_nothing_falls_below_its_floor_on_the_five_seeds() -> None:
    """The same figures as `make quality`, without a folder of cases."""
    assert quality.fallen(quality.on_the_five()) == []


def test_nothing_falls_below_its_floor_on_forty_articles() -> None:
    assert quality.fallen(scoring.figures(quality.on_articles())) == []


def test_a_figure_below_its_floor_is_told() -> None:
    """A floor that could not be missed would hold nothing."""
    worse = scoring.Measured("five.quotes", 0.5, "1/2", "five")
    false = scoring.Measured("five.false-quotes", 3.0, "3/36", "five")
    assert len(quality.fallen([worse, false])) == 2


def test_every_article_has_what_is_to_be_found_in_it() -> None:
    assert {path.stem for path in Path(read_by_hand.HERE / "articles").glob("*.txt")} == set(GOLD)


@pytest.mark.parametrize("name", GOLD)
def test_what_is_to_be_found_stands_in_the_article(name: str) -> None:
    """A slip in what was written down would be counted as the program's."""
    gold, page = GOLD[name], read_by_hand.truth(name, GOLD[name])
    lines = page.text.split("\n")
    assert all(any(line.strip().startswith(words) for line in lines) for words in gold["outside"])
    said = [words for words, *_ in gold["quotes"]] + list(gold.get("may_quotes", ()))
    assert [words for words in (*said, *gold["figures"]) if words not in " ".join(page.text.split())] == []


def test_the_worst_site_and_the_bounds_of_chance_are_those_of_sites() -> None:
    """Ten pages of one bad site are one witness: the bounds are wide, and that site is the worst."""
    rows = [scoring.Scored(site, "own", {"titles": (float(site == "good"), 1)}, {}) for site in ["good", "bad"] * 10]
    (found,) = scoring.figures(rows)
    assert (found.value, found.worst, found.low, found.high) == (0.5, 0.0, 0.0, 1.0)
