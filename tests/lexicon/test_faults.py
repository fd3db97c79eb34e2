"""A lexicon that contradicts itself is refused with the place of the fault; what code makes of its words is right."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.lexicon import LexiconError
from generator.lexicon.chronology import load_chronology
from generator.lexicon.dates import load_dates
from generator.lexicon.entities import _families, load_entities
from generator.lexicon.furniture import Furniture, FurnitureRule
from generator.lexicon.loading import read_record
from generator.lexicon.outlets import load_outlets
from generator.lexicon.quality import Quality, load_quality
from generator.lexicon.reckoning import Reckoning
from generator.lexicon.search import load_search
from generator.lexicon.themes import plain_phrases
from generator.lexicon.withholding import _characters
from generator.lexicon.wording import load_wording
from generator.place import DATA
from generator.reading.line import read_line
from tests import dossiers

LEXICON = dossiers.LEXICON
FACT = {"id": "x", "kind": "meeting", "label": "x", "all": [["لقاء"]], "days": ["2021-05"], "source": "x"}


@pytest.mark.parametrize(
    "facts",
    [
        [FACT, FACT],
        [{**FACT, "days": []}],
        [{**FACT, "terms": [["2021-01", None]]}],
        [{**FACT, "kind": "office-term"}],
        [{**FACT, "days": ["2021-02-30"]}],
        {"facts": []},
    ],
    ids=["an id twice", "no days", "days and terms", "an office without terms", "no such day", "no list"],
)
def test_a_chronology_that_cannot_be_right_is_refused(tmp_path: Path, facts: Any) -> None:
    (tmp_path / "world").mkdir()
    path = tmp_path / "world/chronology.yml"
    path.write_text(yaml.safe_dump([FACT]), "utf-8")
    assert len(load_chronology(tmp_path).facts) == 1
    path.write_text(yaml.safe_dump(facts), "utf-8")
    with pytest.raises(LexiconError, match=r"chronology\.yml(:\d+)?: "):
        load_chronology(tmp_path)


def changed(home: Path, folder: str, name: str, change: Callable[[str], str]) -> Path:
    """A copy of a folder of the lexicons with one file changed."""
    shutil.copytree(DATA / folder, home / folder)
    path = home / folder / name
    path.write_text(change(path.read_text("utf-8") if path.exists() else ""), "utf-8")
    return home


def test_a_month_that_two_families_number_otherwise_is_refused(tmp_path: Path) -> None:
    family = {"why": "x", "calendar": "gregorian", "names": {2: ["يناير"]}}
    data = changed(tmp_path, "language/dates", "months/other.yml", lambda _: yaml.safe_dump(family))
    with pytest.raises(LexiconError, match="يناير"):
        load_dates(data)


def test_an_address_of_two_outlets_is_refused(tmp_path: Path) -> None:
    (tmp_path / "language").mkdir()
    shutil.copy(DATA / "language/outlet-cues.yml", tmp_path / "language")
    (tmp_path / "world/outlets").mkdir(parents=True)
    for name in ("one", "two"):
        record = {"name": f"صحيفة {name}", "kind": "newspaper", "domains": ["x.example"]}
        (tmp_path / f"world/outlets/{name}.yml").write_text(yaml.safe_dump(record), "utf-8")
    with pytest.raises(LexiconError, match=r"outlets/two\.yml: domains: x\.example is one's already"):
        load_outlets(tmp_path)


def test_a_phrase_that_stands_in_two_groups_of_the_search_is_refused(tmp_path: Path) -> None:
    groups = {"groups": [["هدنة", "وقف النار"], ["وقف النار", "سلام"]]}
    data = changed(tmp_path, "language/search", "variants.yml", lambda _: yaml.safe_dump(groups))
    with pytest.raises(LexiconError, match=r"variants\.yml: listed twice: وقف النار"):
        load_search(data, Reckoning())


def test_a_pattern_of_more_phrases_than_anybody_means_is_refused() -> None:
    with pytest.raises(ValueError, match="more than"):
        plain_phrases(" ".join("ابتثجحخد"[at] + "/" + "ذرزسشصضط"[at] + "/" + "ظعغفقكلم"[at] for at in range(8)), {})
    assert plain_phrases("سجن/سجون كبير?", {}) == ("سجن كبير", "سجن", "سجون كبير", "سجون")


def test_an_arabic_comma_divides_patterns_too() -> None:
    """YAML takes «[سيل، فيضان]» for one text; who wrote it meant two."""
    assert plain_phrases("سيل جارف، فيضان | طوفان،", {}) == ("سيل جارف", "فيضان", "طوفان")


def test_a_message_needs_every_form_of_a_number_or_none(tmp_path: Path) -> None:
    (tmp_path / "wording/interface/ar").mkdir(parents=True)
    (tmp_path / "language").mkdir()
    (tmp_path / "language/letters.yml").write_text("ا: a", "utf-8")
    forms = dict.fromkeys(("zero", "one", "two", "few", "many", "other"), "x")
    path = tmp_path / "wording/interface/ar/x.yml"
    path.write_text(yaml.safe_dump({"count.x": forms}), "utf-8")
    assert load_wording(tmp_path).say("count.x", count=3) == "x"
    path.write_text(yaml.safe_dump({"count.x": {k: v for k, v in forms.items() if k != "two"}}), "utf-8")
    with pytest.raises(LexiconError, match=r"x\.yml: count\.x"):
        load_wording(tmp_path)


def test_a_fault_is_told_by_its_field_however_deep(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("figures: [{id: x, value: much, of: x, data: own}]", "utf-8")
    with pytest.raises(LexiconError, match=r"x\.yml:1: figures\.0\.value: "):
        read_record(path, Quality)


def test_figures_of_reading_and_of_searching_are_measured_apart_and_told_together(tmp_path: Path) -> None:
    (tmp_path / "language/search").mkdir(parents=True)
    assert load_quality(tmp_path) == Quality()
    (tmp_path / "language/quality.yml").write_text("figures: [{id: x, value: 1, of: 2/2, data: own}]", "utf-8")
    ranking = {"queries": 3, "mrr": 0.5, "found": 0.5}
    (tmp_path / "language/search/measured.yml").write_text(yaml.safe_dump({"sets": {"x": ranking}}), "utf-8")
    found = load_quality(tmp_path)
    assert found.figures[0].value == 1 and found.sets["x"].queries == 3


def test_a_range_of_characters_holds_its_last_one() -> None:
    assert [*_characters("61-63 78")] == ["a", "b", "c", "x"]


def test_a_family_name_that_two_bear_is_nobody_s() -> None:
    people = [LEXICON.entities.people[id_] for id_ in ("mike-pompeo", "john-kerry") if id_ in LEXICON.entities.people]
    other = people[0].model_copy(update={"id": "other", "name": f"جون {people[0].name.split()[-1]}"})
    alone, both = _families(people), _families([*people, other])
    assert set(alone.values()) == {person.id for person in people}
    assert people[0].id not in both.values() and "other" not in both.values()


def test_zones_and_bodies_of_the_un_are_no_states(tmp_path: Path) -> None:
    for folder in ("people", "organisations", "places"):
        (tmp_path / "world" / folder).mkdir(parents=True)
    states = load_entities(tmp_path).states
    assert {"SY", "PS", "EG"} <= states.keys() and not {"EZ", "EU", "UN", "ZZ"} & states.keys()


def furniture(**rules: Any) -> Furniture:
    """Furniture of some lists."""
    usual = {"reason": {"ar": "x", "en": "x"}, "matches": ["x"], "spares": ["x"]}
    lists = {name: FurnitureRule.model_validate({**usual, **rule}) for name, rule in rules.items()}
    return Furniture(lists, LEXICON.furniture.cues)


def matched(known: Furniture, line: str) -> str | None:
    found = known.match(read_line(line).labelled, line)
    return found.rule if found else None


def test_of_two_labels_that_a_line_begins_with_the_longer_is_meant() -> None:
    known = furniture(a={"starts": ["اقرأ"]}, b={"starts": ["اقرأ أيضا"]})
    assert (matched(known, "اقرأ أيضا خبر"), matched(known, "اقرأ الخبر")) == ("b", "a")


def test_a_list_that_needs_a_number_knows_no_line_without_one() -> None:
    known = furniture(a={"only": ["دقيقة", "قراءة"], "needs_number": True}, b={"only": ["صورة"]})
    assert [matched(known, line) for line in ("3 دقيقة قراءة", "دقيقة قراءة", "صورة", "3 صورة", "7")] == [
        "a",
        None,
        "b",
        "b",
        None,
    ]


def test_a_paragraph_is_no_label_whatever_it_ends_with() -> None:
    known = furniture(a={"ends": ["المزيد"], "most_words": 60})
    assert matched(known, "كلمة " * 59 + "المزيد") == "a" and matched(known, "كلمة " * 60 + "المزيد") is None
