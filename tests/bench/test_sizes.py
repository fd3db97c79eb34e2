"""The table of what each size costs says what is on record, measured or computed, the same in both languages."""

import re

import pytest

from tests.bench import sizes

FIGURES = {"processor": 30.0, "changed": 2.0, "unchanged": 0.5, "peak_mb": 200.0, "gzipped_mb": 3.0}


def record(*held: int) -> sizes.Record:
    """Costs that are in proportion to the size."""
    return {
        size: {**FIGURES, "cold": size / 50, "site_mb": size / 10, "files": size * 10, "on": "2 processors"}
        for size in held
    }


@pytest.mark.parametrize("language", sizes.PAGES)
def test_a_page_says_what_is_on_record(language: str) -> None:
    page = sizes.PAGES[language].read_text(encoding="utf-8")
    assert sizes.written(page, language, sizes.recorded()) == page


def test_both_languages_say_the_same_figures() -> None:
    told = [
        sizes.written(page.read_text(encoding="utf-8"), name, record(100, 400, 1_000))
        for name, page in sizes.PAGES.items()
    ]
    figures = [re.findall(r"^\| \d[\d,]* .*$", text, re.MULTILINE) for text in told]
    cells = [[re.sub(r"[^\d.,|]", "", row) for row in rows] for rows in figures]
    assert cells[0] == cells[1]
    assert len(cells[0]) == len({*sizes.SHOWN, 400})


def test_what_was_not_measured_is_computed_and_says_so() -> None:
    page = sizes.written(sizes.PAGES["en"].read_text(encoding="utf-8"), "en", record(100, 400, 1_000))
    assert "| 1,000 | measured | 20 | 30 | 2.0 | 0.5 | 200 | 100 | 3.0 | 10,000 |" in page
    assert "| 20,000 | *computed* | 400 |" in page
    assert "reaches 1 GB at about 10,000 articles, 20,000 files at about 2,000," in page
    assert "Measured rows: 2 processors," in page


def test_nothing_is_computed_from_two_sizes() -> None:
    page = sizes.written(sizes.PAGES["en"].read_text(encoding="utf-8"), "en", record(100, 1_000))
    assert "*computed*" not in page
    assert "By these figures" not in page


def test_the_figures_of_a_measurement_are_taken() -> None:
    cost = {"cpu": 3.0, "wall": 2.0, "peak_mb": 99.0}
    runs = {name: {"cost": cost} for name in ("cold", "changed", "unchanged")}
    weights = {"all": {"files": 7, "raw": 12_300_000, "gzipped": 4_500_000}}
    on = {"processors": 2, "machine": "x86_64", "python": "3.11.7"}
    found = sizes.taken({"on": on, "sizes": [{"articles": 50, "runs": runs, "weights": weights}]})
    assert found[50] == {
        "cold": 2.0,
        "processor": 3.0,
        "changed": 2.0,
        "unchanged": 2.0,
        "peak_mb": 99.0,
        "site_mb": 12.3,
        "gzipped_mb": 4.5,
        "files": 7,
        "on": "2 processors, x86_64, Python 3.11",
    }
