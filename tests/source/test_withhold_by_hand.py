"""What a lexicon or an address would bring back of a withheld name, and how a sidecar beside a text is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Facts, Sidecar
from generator.source.read import read_sidecar
from generator.source.withholding.withhold import withhold_in_article, withhold_in_sidecar
from tests import dossiers

HIDE = dossiers.hiding("سمير الحسن")


def test_the_way_by_which_words_came_does_not_lead_over_who_is_withheld() -> None:
    article = replace(dossiers.article(), facts=Facts(attribution=("الفرات", "سمير الحسن", "ليلى كاظم")))
    assert withhold_in_article(article, HIDE, frozenset()).facts.attribution == ("الفرات", "ليلى كاظم")


@pytest.mark.parametrize(
    "address", ["https://x.example/samir-alhassan", "https://x.example/%D8%B3%D9%85%D9%8A%D8%B1-الحسن"]
)
def test_an_address_that_spells_the_name_is_dropped(address: str) -> None:
    sidecar = Sidecar("a.yml", url=address, address="samir-alhasan")
    masked = withhold_in_sidecar(sidecar, HIDE)
    assert (masked.url, masked.address) == (None, None)
    short = withhold_in_sidecar(Sidecar("a.yml", url="https://x.example/huda-ali"), dossiers.hiding("هدى علي"))
    assert short.url is None, "in an address fewer letters tell than in a text"
    assert withhold_in_sidecar(Sidecar("a.yml", url="https://x.example/y"), HIDE).url == "https://x.example/y"


@pytest.mark.parametrize("name", ["a.yml", "a.yaml"])
def test_a_text_by_itself_is_read_with_its_sidecar_whatever_its_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("title: x", "utf-8")
    assert read_sidecar(tmp_path / "a.txt") == (name, "title: x")
    assert read_sidecar(tmp_path / "b.txt") is None
