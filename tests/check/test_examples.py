"""A dossier's own examples are tried when it is built, and the one that fails is told with its line and its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import gather
from generator.check.examples import FEWEST_NO, FEWEST_YES, example_faults
from generator.lexicon import lexicon_of, load_lexicon
from generator.place import DATA
from tests import dossiers, five

CUP = """id: cup
label: الكأس
description: مباريات الكأس.
terms:
  - {text: [كأس], weight: 3}
  - {text: [نهائي], weight: 1}
exclusions: [كأس ماء]
examples:
  yes:
    - فاز بالكأس.
    - لعب النهائي.
    - خسر نهائي الكأس.
    - بدأت كأس العالم.
    - انتهت الكأس.
    - رفع القائد الكأس.
  no:
    - شرب كأس ماء.
    - شرب من الكأس.
    - بدأ الدوري.
    - عاد اللاعبون.
    - غاب المدرب.
"""
BADGE = """reason: {ar: شارة, en: a badge}
whole: [احجز تذكرتك الآن]
matches:
  - احجز تذكرتك الآن
  - احجز الآن
spares:
  - حجز المشجع تذكرته
"""


def told(home: Path, kind: str, name: str, text: str) -> list[tuple[str, str, int | None, dict[str, str]]]:
    (home / kind).mkdir(parents=True)
    (home / kind / f"{name}.yml").write_text(text, "utf-8")
    lexicon = load_lexicon(DATA, home)
    assert lexicon.faults == ()
    return [(x.level, x.rule, x.line, dict(x.values)) for x in example_faults(lexicon)]


def test_an_example_that_fails_is_told_with_its_line_and_words(tmp_path: Path) -> None:
    assert told(tmp_path, "themes", "cup", CUP) == [
        ("warning", "lexicon-example-yes", 11, {"label": "الكأس", "text": "لعب النهائي."}),
        ("warning", "lexicon-example-no", 18, {"label": "الكأس", "text": "شرب من الكأس.", "found": "الكأس"}),
    ]


@pytest.mark.parametrize("gone", ["    - انتهت الكأس.\n", "    - بدأ الدوري.\n"])
def test_too_few_examples_are_a_note(tmp_path: Path, gone: str) -> None:
    (few, *_) = told(tmp_path, "themes", "cup", CUP.replace(gone, ""))
    yes, no = FEWEST_YES - ("الكأس" in gone), FEWEST_NO - ("الدوري" in gone)
    assert few == ("warning", "lexicon-few-examples", 8, {"label": "الكأس", "yes": str(yes), "no": str(no)})


def test_a_rule_of_furniture_is_held_to_its_examples(tmp_path: Path) -> None:
    assert told(tmp_path, "furniture", "badge", BADGE) == [
        ("warning", "lexicon-example-matches", 5, {"text": "احجز الآن"})
    ]
    spared = BADGE.replace("  - احجز الآن\n", "").replace("حجز المشجع تذكرته", "احجز تذكرتك الآن")
    assert told(tmp_path / "b", "furniture", "badge", spared) == [
        ("warning", "lexicon-example-spares", 6, {"text": "احجز تذكرتك الآن"})
    ]


def test_the_themes_of_the_five_hold() -> None:
    assert not list(example_faults(load_lexicon(DATA, five.LEXICON)))


def test_what_is_told_stands_among_the_problems_of_the_dossier(tmp_path: Path) -> None:
    home = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE})
    (home / "lexicon/themes").mkdir(parents=True)
    (home / "lexicon/themes/cup.yml").write_text(CUP, "utf-8")
    (home / "lexicon/themes/cups.yml").write_text(f"{CUP}ordr: 1", "utf-8")
    found = {(x.file, x.rule) for x in gather(home, lexicon_of(home)).catalogue.problems}
    assert ("lexicon/themes/cup.yml", "lexicon-example-yes") in found
    assert ("lexicon/themes/cups.yml", "lexicon-unknown-key") in found


def test_an_example_that_per_hundred_keeps_out_says_so(tmp_path: Path) -> None:
    """Whoever wrote it would else look for a phrase that is there."""
    long = "عاد الفريق إلى المدينة بعد رحلة طويلة ومتعبة وفيها الكأس التي فاز بها أمس."
    text = CUP.replace("terms:", "per_hundred: 50\nterms:").replace("لعب النهائي.", long)
    found = [x for x in told(tmp_path, "themes", "cup", text) if x[3].get("text") == long]
    assert [(level, rule, values["asks"]) for level, rule, _, values in found] == [
        ("warning", "lexicon-example-per-hundred", "50")
    ]
