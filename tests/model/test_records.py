"""The records say of themselves what is so: days that a date may mean, what a text states, where evidence lies."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pydantic import ValidationError

from generator.model import Cleaned, DateFact, Evidence, Facts, Line, Named, Source, Title, Verdict
from generator.model.addresses import forward_path, is_own, markdown_path, relative, slug
from generator.model.corrections import Correction, Corrections, DateBounds, SidecarFile
from generator.model.pieces import evidence_in


@pytest.mark.parametrize(
    ("date", "days"),
    [
        (DateFact("2021"), ("2021-01-01", "2021-12-31")),
        (DateFact("2020-02", not_before="2019-01-01"), ("2020-02-01", "2020-02-29")),
        (DateFact("2020-02-03"), ("2020-02-03", "2020-02-03")),
        (DateFact(not_after="2021-01-01"), (None, "2021-01-01")),
        (DateFact(), (None, None)),
    ],
)
def test_a_date_may_mean_all_its_days(date: DateFact, days: tuple[str | None, str | None]) -> None:
    assert date.interval == days


def test_what_is_left_out_is_neither_title_nor_blank_nor_the_article_s() -> None:
    verdicts: tuple[Verdict, ...] = ("title", "blank", "body", "dek", "subheading", "caption", "furniture")
    lines = tuple(Line(at, "x", verdict, "x") for at, verdict in enumerate(verdicts, start=1))
    cleaned = Cleaned(Source("a.txt", "", "utf-8", ""), "ar", lines)
    assert [line.verdict for line in cleaned.left_out] == ["caption", "furniture"]
    assert [line.verdict for line in cleaned.body] == ["body", "dek", "subheading"]


@pytest.mark.parametrize(("basis", "stated"), [("stated", True), ("derived", False), ("editorial", False)])
def test_a_text_states_a_title_that_stands_in_it_alone(basis: str, stated: bool) -> None:
    facts = Facts(title=Title("x", basis, 1, "x"), outlet=Named("x"))  # type: ignore[arg-type]
    assert facts.stated == (False, stated, True, False)


def test_a_field_that_no_stage_reads_keeps_its_place_beside_another() -> None:
    facts = Facts().having("toy", 1).having("other", 2).having("author", Named("x"))
    assert (facts.of("toy"), facts.of("other"), facts.of("nothing", ())) == (1, 2, ())
    assert facts.author == Named("x") and facts.more == {"toy": 1, "other": 2}


@dataclass(frozen=True)
class _Toy:
    name: str
    held: object


def test_evidence_is_found_in_whatever_holds_it() -> None:
    one, two = Evidence(1, 0, 1, "x", "x"), Evidence(2, 0, 1, "y", "x")
    for value in ((one, two), [one, two], {"a": one, "b": [two]}, _Toy("x", (one, _Toy("y", {"z": two})))):
        assert list(evidence_in(value)) == [one, two]
    assert list(evidence_in([None, "x", 3, _Toy])) == []


def test_addresses_are_short_enough_for_any_disk_and_the_same_on_every_one() -> None:
    letters = {"ا": "a"}
    assert len(slug("x" * 300 + ".txt", letters)) < 100 and slug("x" * 80 + ".txt", letters) == "x" * 80
    assert slug("caf\u00e9.txt", letters) == slug("cafe\u0301.txt", letters)
    assert is_own("good", "good.txt") and not is_own("good", "GOOD.txt")
    assert is_own(slug("ا.txt", letters), "ا.txt")


def test_a_place_on_the_page_itself_is_reached_without_leaving_it() -> None:
    assert relative("/a/", "/a/#x") == "#x" and relative("/a/", "/b/#x") == "../b/#x" and relative("/a/", "/") == "../"
    assert (markdown_path("/"), markdown_path("/a/"), forward_path("/a/b/")) == (
        "index.md",
        "a/index.md",
        "a/b/index.html",
    )


@pytest.mark.parametrize(
    "given", [{}, {"add": "x", "remove": "x"}, {"set": "x", "value": "nan"}, {"set": "", "add": ""}]
)
def test_a_correction_is_one_and_amounts_to_something(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Correction.model_validate(given)


def test_an_editor_speaks_of_a_date_by_bounds_too() -> None:
    said = Corrections(date=DateBounds(not_before="2021"), lists={"people": (Correction(add="x"),)})
    assert [said.speaks_of(field) for field in ("date", "people", "places")] == [True, True, False]


@pytest.mark.parametrize("url", ["https://", "https:///x", "http://?x"])
def test_an_address_names_a_host(url: str) -> None:
    with pytest.raises(ValidationError):
        SidecarFile.model_validate({"url": url})
