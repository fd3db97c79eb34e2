"""A name that an editor withholds stands in no generated file, however the text writes it, and spans stay."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import build
from generator.cli import main
from generator.model import Source
from generator.text import bare
from generator.withhold import MASK, hiding, remains, shown, withhold
from tests import dossiers

NAME = "سمير الحسن"
FORMS = [
    "سمير الحسن",
    "وسمير الحسن",
    "لسمير الحسن",
    "بسمير الحسن",
    "فسمير الحسن",
    "كسمير الحسن",
    "وبسمير الحسن",
    "ولسمير الحسن",
    "أسمير الحسن",
    "سَمِير الحَسَن",
    "سـمـيـر الحســـن",
    "سمير  الحسن",
    "سمير\u00a0الحسن",
    "سمير-الحسن",
    "«سمير» الحسن",
    "(سمير الحسن)",
    "#سمير_الحسن",
    "#سميرالحسن",
    "سمير\u200bالحسن",
    "سم\u200dير الحسن",
    "س\u202aمير\u202c الحسن",
    "سم\u00adير الحسن",
    "سم\u2060ير الحسن",
    "سم\x01ير الحسن",
    "سمیر الحسن",
    "ﺳﻤﻴﺮ الحسن",
    "https://example.org/%D8%B3%D9%85%D9%8A%D8%B1-%D8%A7%D9%84%D8%AD%D8%B3%D9%86/",
]
LETTERS = re.compile(r"[^\u0621-\u064a]+")


def skeleton(text: str) -> str:
    """Arabic letters alone, as a reader would recognise a name by them."""
    return LETTERS.sub("", bare(text)).replace("أ", "ا")


def masked(text: str, *names: str) -> str:
    return withhold(Source("a.txt", "", "utf-8", text), hiding(names)).text


@pytest.mark.parametrize("form", FORMS)
def test_a_name_is_found_however_it_is_written(form: str) -> None:
    line = f"وقال {form} إن العمل بدأ."
    done = masked(line, NAME)
    assert len(done) == len(line)
    assert skeleton("سمير الحسن") not in skeleton(done) and "%D8" not in done
    assert done.startswith("وقال ") and done.endswith(" إن العمل بدأ.")


def test_what_stands_before_a_name_stays() -> None:
    assert masked("ولسمير الحسن بيت", NAME) == "ول" + MASK * 10 + " بيت"


@pytest.mark.parametrize("text", ["سمير وحده والحسن", "سميرة الحسن", "الحسن سمير", "سمير. الحسن"])
def test_other_words_stay(text: str) -> None:
    assert masked(text, NAME) == text


@given(st.lists(st.sampled_from([*FORMS, "كلمة", "و", "\n", "، "]), max_size=12))
def test_lines_and_spans_stay_those_of_the_file(parts: list[str]) -> None:
    text = " ".join(parts)
    done = masked(text, NAME)
    assert len(done) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, done, strict=True))


def test_the_masks_of_a_hostile_text_are_not_shown_as_a_withheld_name() -> None:
    assert MASK not in masked(f"كلام {MASK} آخر", NAME)


def test_masks_are_shown_as_words_in_any_value() -> None:
    value = {"a": [f"{MASK * 4} قال", 3, None], "b": {"c": MASK}}
    assert shown(value, "[x]") == {"a": ["[x] قال", 3, None], "b": {"c": "[x]"}}


def test_a_part_that_remains_is_told_by_line_and_not_by_name() -> None:
    source = withhold(Source("a.txt", "", "utf-8", "سمير الحسن\nكلام\nوقال الحسن"), hiding([NAME]))
    (problem,) = remains(source, [NAME])
    assert (problem.line, problem.rule) == (3, "withheld-part") and "الحسن" not in str(problem)


SIDECAR = f"""
title: خطة {NAME}
author: {NAME}
note: "كتب {NAME} المادة"
url: https://example.org/%D8%B3%D9%85%D9%8A%D8%B1-%D8%A7%D9%84%D8%AD%D8%B3%D9%86
titel: {NAME}
facts:
  people:
  - {{add: {NAME}, role: مدير}}
  - {{remove: {NAME}}}
  quotes:
  - {{add: الخطة ستبدأ, speaker: {NAME}}}
  - remove: قول {NAME}
  slips: [{NAME}]
withhold: [{NAME}]
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    text = (
        dossiers.ARTICLE
        + "\n"
        + "\n\n".join(f"وذكر {form} أن النتائج ستُعرض لاحقًا على اللجنة المختصة." for form in FORMS)
    )
    other = dossiers.ARTICLE.replace("القمح", "الشعير").replace("البذار", "الآلات")
    return dossiers.folder(
        tmp_path,
        {"a.txt": text, "a.yml": SIDECAR, f"تقرير {NAME}.txt": other, f"{NAME}.yml": "title: x"},
    )


def test_it_is_in_no_generated_file(dossier: Path) -> None:
    """Nor in other articles, file names, addresses, problems, the notes page."""
    files = build.files_of(dossiers.desk(dossier))
    assert len([name for name in files if name.startswith("articles/")]) == 3
    for name, text in files.items():
        assert skeleton(NAME) not in skeleton(name + text), name
        assert MASK not in text, name
        assert "%D8%B3%D9%85%D9%8A%D8%B1" not in text, name
    assert "[حُجب الاسم]" in files["articles/a/index.md"].replace("&#91;", "[").replace("&#93;", "]")


def test_the_search_index_does_not_know_it(dossier: Path) -> None:
    files = build.all_files_of(dossiers.desk(dossier))
    held = [data.decode("utf-8", "ignore") for data in files.values() if isinstance(data, bytes)]
    assert all(skeleton(NAME) not in skeleton(text) and MASK not in text for text in held)
    assert all("سمير" not in text for text in held)


@pytest.mark.parametrize("command", [["explain", "--json"], ["explain"], ["summary", "--base", "BASE"]])
def test_it_is_in_nothing_that_a_command_prints(dossier: Path, command: list[str]) -> None:
    """An article whose own sidecar says nothing is protected by its neighbour's."""
    other = dossier / "b.txt"
    other.write_text(dossiers.ARTICLE, "utf-8")
    given = [str(dossier) if part == "BASE" else part for part in command]
    done = CliRunner().invoke(main, [*given, str(dossier / "a.txt"), str(other)])
    assert done.exit_code == 0, done.output
    assert skeleton(NAME) not in skeleton(done.output)
    assert MASK not in done.output and "حُجب الاسم" in done.output


def test_the_spans_that_are_printed_are_those_of_the_file(dossier: Path) -> None:
    done = CliRunner().invoke(main, ["explain", "--json", str(dossier / "a.txt")])
    told = json.loads(done.stdout)
    lines = (dossier / "a.txt").read_text("utf-8").split("\n")
    assert [x["line"] for x in told["lines"]] == list(range(1, len(lines) + 1))
    for theme in told["themes"]:
        for found in theme["evidence"]:
            assert lines[found["line"] - 1][found["start"] : found["end"]] == found["text"]


def test_a_sidecar_of_no_seed_protects_all_the_same(tmp_path: Path) -> None:
    dossier = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "misnamed.yml": f"withhold: [{NAME}]"})
    assert skeleton(NAME) not in skeleton("".join(build.files_of(dossiers.desk(dossier)).values()))


def test_a_sidecar_that_cannot_be_read_keeps_its_article_off_the_site(tmp_path: Path) -> None:
    dossier = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE, "a.yml": b"\xff\xfe\x00"})
    files = build.files_of(dossiers.desk(dossier))
    assert not [name for name in files if name.startswith("articles/a")]
    assert dossiers.rules(dossier)["a.yml"] == ["sidecar-undecodable", "sidecar-held"]


def test_two_sidecars_for_a_seed_protect_together(tmp_path: Path) -> None:
    files = {"a.txt": dossiers.ARTICLE, "a.yml": "title: أول", "a.yaml": f"title: ثان\nwithhold: [{NAME}]"}
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    (entry,) = desk.catalogue.entries
    assert entry.article.facts.title and entry.article.facts.title.text == "أول"
    assert skeleton(NAME) not in skeleton("".join(build.files_of(desk).values()))


def test_a_name_with_abd_is_withheld_joined_and_apart() -> None:
    """Writers join the two words or leave them apart; an editor should not have to know which."""
    hide = hiding(["عبد الرحيم سالم"])
    assert hide
    assert MASK in hide("قال عبدالرحيم سالم إنه سيعود.")
    assert MASK in hide("وعبد الرحيم سالم مدير المدرسة.")
    other = hiding(["عبدالرحيم سالم"])
    assert other and MASK in other("قال عبد الرحيم سالم إنه سيعود.")
