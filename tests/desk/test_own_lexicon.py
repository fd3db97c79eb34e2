"""Every command knows the lexicon that lies beside the texts it is given, and tells what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.desk.commits import _dossier
from generator.desk.explained import DiffError
from tests import dossiers, indexes

WHEAT = """id: wheat
label: القمح
description: زراعة القمح
terms: [{text: [القمح], weight: 3}]
examples: {yes: [حصد القمح.], no: [حصد الشعير.]}
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A text with a lexicon beside it: a theme, a word of search, and a file that is wrong."""
    made = dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE})
    for name, text in {
        "themes/wheat.yml": WHEAT,
        "search.yml": "stop: [موسم]",
        "places/x.yml": "id: x\nnmae: y",
    }.items():
        (made / "lexicon" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "lexicon" / name).write_text(text, "utf-8")
    return made


def test_explain_takes_the_lexicon_beside_each_text(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare/a.txt").write_text(dossiers.ARTICLE, "utf-8")
    done = run("explain", "--json", dossier / "a.txt", tmp_path / "bare/a.txt")
    with_own, without = (json.loads(line)["themes"] for line in done.stdout.splitlines())
    assert [hit["id"] for hit in with_own] == ["wheat"] and without == []
    assert "lexicon/places/x.yml:2" in done.stderr and "nmae" in done.stderr


def test_a_summary_reads_each_side_with_its_own(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "was").mkdir()
    (tmp_path / "was/a.txt").write_text(dossiers.ARTICLE, "utf-8")
    (row,) = (
        x for x in run("summary", "--base", tmp_path / "was", dossier / "a.txt").stdout.split("\n") if "wheat" in x
    )
    assert row.count("wheat") == 1 and row.rstrip().endswith("— |")


def test_an_index_is_made_with_the_words_beside_its_lines(dossier: Path) -> None:
    line = json.dumps({"id": "1", "title": "قمح", "text": "موسم القمح"}, ensure_ascii=False)
    (dossier / "docs.jsonl").write_text(f"{line}\n", "utf-8")
    done = run("index", "--jsonl", dossier / "docs.jsonl", "--out", dossier / "index")
    assert "موسم" in indexes.in_folder(dossier / "index").aids["stop"]
    assert "lexicon/places/x.yml:2" in done.stderr


def test_texts_that_two_commits_are_asked_about_go_with_the_lexicon_beside_them(dossier: Path, tmp_path: Path) -> None:
    made = _dossier([dossier / "a.txt"], tmp_path / "made")
    assert (made / "lexicon/themes/wheat.yml").read_text("utf-8") == WHEAT
    (tmp_path / "other/lexicon").mkdir(parents=True)
    (tmp_path / "other/b.txt").write_text(dossiers.ARTICLE, "utf-8")
    with pytest.raises(DiffError, match=r"diff\.beside: .*lexicon"):
        _dossier([dossier / "a.txt", tmp_path / "other/b.txt"], tmp_path / "both")
