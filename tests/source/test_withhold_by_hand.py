"""What a lexicon or an address would bring back of a withheld name, and how a sidecar beside a text is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import DateFact, DateStep, Facts, Sidecar
from generator.reading.masks import MASK
from generator.source.read import read_sidecar
from generator.source.withholding.withhold import withhold_in_article, withhold_in_sidecar
from tests import dossiers

HIDE = dossiers.hiding("سمير الحسن")


def test_the_way_by_which_words_came_does_not_lead_over_who_is_withheld() -> None:
    article = replace(dossiers.article(), facts=Facts(attribution=("الفرات", "سمير الحسن", "ليلى كاظم")))
    assert withhold_in_article(article, HIDE, frozenset()).facts.attribution == ("الفرات", "ليلى كاظم")


def test_what_leads_to_a_date_does_not_name_who_is_withheld() -> None:
    step = DateStep("step.after", (("words", "في بلدة"), ("label", "وفاة سمير الحسن"), ("first", "2019-03-23")))
    article = replace(dossiers.article(), facts=Facts(date=DateFact(steps=(step,))))
    (told,) = withhold_in_article(article, HIDE, frozenset()).facts.date.steps
    label = dict(told.values)["label"]
    assert label.startswith("وفاة ") and MASK in label and "سمير" not in label and "الحسن" not in label
    assert replace(told, values=(told.values[0], ("label", "وفاة سمير الحسن"), told.values[2])) == step


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
